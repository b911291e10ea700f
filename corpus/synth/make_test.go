package synth

import (
	"bytes"
	"flag"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/corpus/synth/paper"
	"fuhe/corpus/truth"
)

var update = flag.Bool("update", false, "rewrite the golden pages")

// tabs writes blocks as the simplest text copy: a cell that spans rows or columns leaves its places blank.
func tabs(blocks []paper.Block) string {
	var b strings.Builder
	for _, k := range blocks {
		if k.Paragraph != nil {
			b.WriteString(k.Paragraph.Text + "\n")
		}
		if k.Table != nil {
			b.WriteString(grid(k.Table))
		}
	}
	return b.String()
}

func grid(t *paper.Table) string {
	var b strings.Builder
	under := make([]int, len(t.Widths))
	for _, row := range t.Rows {
		line := make([]string, len(under))
		next := make([]int, len(under))
		for i := range under {
			next[i] = max(under[i]-1, 0)
		}
		at := 0
		for _, c := range row {
			for at < len(under) && under[at] > 0 {
				at++
			}
			line[at] = strings.ReplaceAll(c.Text, "\n", "")
			for range max(c.ColSpan, 1) {
				next[at] = max(c.RowSpan, 1) - 1
				at++
			}
		}
		under = next
		b.WriteString(strings.TrimRight(strings.Join(line, "\t"), "\t") + "\n")
	}
	return b.String()
}

func maker(t *testing.T, seed uint64, kinds []Kind, clean float64) *Maker {
	t.Helper()
	m, err := NewMaker(seed, Layouts(), kinds, clean)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestPages keeps one page of each layout as text with tabs; -update rewrites them.
func TestPages(t *testing.T) {
	m := maker(t, 3, nil, 1)
	for i, l := range Layouts() {
		path := filepath.Join("testdata", l.ID+".txt")
		got := tabs(m.Make(i).Paper.Blocks)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: %s", l.ID, diff)
		}
	}
}

// TestTablesAreWhole holds every table to its grid: each place is covered once.
func TestTablesAreWhole(t *testing.T) {
	m := maker(t, 5, Kinds(), .5)
	for n := range 12 * len(Layouts()) {
		made := m.Make(n)
		for _, b := range made.Paper.Blocks {
			if b.Table != nil && !whole(b.Table) {
				t.Fatalf("%s %d: rows and columns do not fit:\n%s", made.Truth.Layout, n, Text([]paper.Block{b}))
			}
		}
	}
}

func whole(t *paper.Table) bool {
	under := make([]int, len(t.Widths))
	for _, row := range t.Rows {
		free := 0
		for i := range under {
			if under[i] = max(under[i]-1, 0); under[i] == 0 {
				free++
			}
		}
		at := 0
		for _, c := range row {
			for at < len(under) && under[at] > 0 {
				at++
			}
			for range max(c.ColSpan, 1) {
				if at >= len(under) || under[at] > 0 {
					return false
				}
				under[at], at, free = max(c.RowSpan, 1), at+1, free-1
			}
		}
		if free != 0 {
			return false
		}
	}
	for _, n := range under {
		if n > 1 {
			return false
		}
	}
	return true
}

// TestSoundReportsAgree recomputes what is printed in reports without errors, from the truth alone.
func TestSoundReportsAgree(t *testing.T) {
	m := maker(t, 11, nil, 1)
	for n := range 20 * len(Layouts()) {
		made := m.Make(n)
		for _, f := range made.Truth.Forms {
			for _, fault := range disagreements(f) {
				t.Errorf("%s %d: %s", made.Truth.Layout, n, fault)
			}
		}
	}
}

func disagreements(f truth.Form) (faults []string) {
	say := func(s ...string) { faults = append(faults, strings.Join(s, " ")) }
	sum, weights, unweighed := new(big.Rat), new(big.Rat), false
	for _, x := range f.Indicators {
		sum.Add(sum, number(x.Score.Value))
		weights.Add(weights, number(x.Weight.Value))
		unweighed = unweighed || x.Weight.Value == "" && x.Score.Value != ""
		if x.Weight.Value != "" && compare(x.Score.Value, x.Weight.Value) > 0 {
			say(x.Name, "scores above its weight")
		}
		if due := ratio(x); due != nil && rounded(due, decimals(x.Score.Value)) != x.Score.Value && number(rounded(due, 2)).Cmp(number(x.Score.Value)) != 0 && number(rounded(due, 1)).Cmp(number(x.Score.Value)) != 0 {
			say(x.Name, x.Score.Value, "due", rounded(due, 4))
		}
	}
	for _, r := range f.Funds {
		sum.Add(sum, number(r.Score.Value))
		weights.Add(weights, number(r.Weight.Value))
		if r.Rate.Value != "" {
			base := r.Budget.Value
			if base == "" {
				base = r.Initial.Value
			}
			rate := new(big.Rat).Mul(quotient(r.Spent.Value, base), number("100"))
			if number(rounded(rate, 2)).Cmp(number(r.Rate.Value)) != 0 && number(rounded(rate, 1)).Cmp(number(r.Rate.Value)) != 0 {
				say(r.Name, r.Rate.Value, "due", rounded(rate, 4))
			}
		}
	}
	if f.Total.Score.Value != "" && len(f.Indicators) > 0 && sum.Cmp(number(f.Total.Score.Value)) != 0 && !unscored(f) {
		say("total", f.Total.Score.Value, "due", rounded(sum, 2))
	}
	if f.Total.Weight.Value != "" && !unweighed && len(f.Indicators) > 0 && weights.Cmp(number("100")) != 0 {
		say("weights add up to", rounded(weights, 2))
	}
	return faults
}

// unscored reports whether the rows are printed without scores.
func unscored(f truth.Form) bool {
	for _, x := range f.Indicators {
		if x.Score.Value != "" {
			return false
		}
	}
	return true
}

// ratio is the score by the degree of completion, nil where words are judged.
func ratio(x truth.Indicator) *big.Rat {
	if x.Target.Value == "" || x.Actual.Value == "" || x.Weight.Value == "" || isZero(x.Target.Value) || isZero(x.Actual.Value) {
		return nil
	}
	degree := quotient(x.Actual.Value, x.Target.Value)
	if x.Target.Bound == "<=" {
		degree.Inv(degree)
	}
	if degree.Cmp(big.NewRat(1, 1)) > 0 {
		degree.SetInt64(1)
	}
	return degree.Mul(degree, number(x.Weight.Value))
}

// TestErrorsShow puts every kind of error into reports and holds that it changes the print, that the figure
// it is told by stands there, and that some layout has room for it.
func TestErrorsShow(t *testing.T) {
	for _, k := range Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			bad, sound := maker(t, 13, []Kind{k}, 0), maker(t, 13, nil, 1)
			done := 0
			for n := range 2 * len(Layouts()) {
				made := bad.Make(n)
				if made.Truth.Clean != (len(made.Truth.Errors) == 0) {
					t.Fatalf("%d: clean %t with %d errors", n, made.Truth.Clean, len(made.Truth.Errors))
				}
				if made.Truth.Clean {
					continue
				}
				done++
				if Text(made.Paper.Blocks) == Text(sound.Make(n).Paper.Blocks) {
					t.Errorf("%d: the print is that of the sound report", n)
				}
			}
			if done == 0 {
				t.Error("no layout has room for it")
			}
		})
	}
}

// TestSameSeedSameReport makes reports twice, in another order.
func TestSameSeedSameReport(t *testing.T) {
	first, second := maker(t, 17, Kinds(), .5), maker(t, 17, Kinds(), .5)
	for n := 2 * len(Layouts()); n >= 0; n-- {
		a, b := first.Make(n), second.Make(n)
		if diff := cmp.Diff(Text(a.Paper.Blocks), Text(b.Paper.Blocks)); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(a.Truth, b.Truth); diff != "" {
			t.Fatal(diff)
		}
		first.Make(n / 2)
	}
	if cmp.Equal(first.Make(0), maker(t, 18, Kinds(), .5).Make(0)) {
		t.Error("another seed makes the same report")
	}
}

// TestTruthIsPrinted looks for every text of the truth on the paper.
func TestTruthIsPrinted(t *testing.T) {
	m := maker(t, 19, Kinds(), .5)
	for n := range 3 * len(Layouts()) {
		made := m.Make(n)
		text := Text(made.Paper.Blocks)
		for _, f := range made.Truth.Forms {
			for _, x := range f.Indicators {
				for _, e := range []truth.Entry{{Text: x.Name}, x.Target, x.Actual, x.Weight, x.Score, x.Reason} {
					if !strings.Contains(text, e.Text) {
						t.Errorf("%s %d: %q of %s is not printed", made.Truth.Layout, n, e.Text, x.Name)
					}
				}
			}
		}
		var b bytes.Buffer
		if err := made.Truth.Write(&b); err != nil {
			t.Fatal(err)
		}
	}
}
