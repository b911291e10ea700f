package phrase

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"fuhe/score/finding"
)

// entry is one text of the catalogue of patterns, its tree, and what it gives for some values.
type entry struct {
	pattern, text, tree string
	gives               []string
}

func catalogue(t testing.TB) []entry {
	t.Helper()
	var all []entry
	pattern := ""
	for _, line := range lines(t, "testdata/catalogue.txt", "# ") {
		indented, ok := strings.CutPrefix(line, "\t")
		switch {
		case strings.HasPrefix(line, "##"):
			pattern = line[len("## "):]
		case !ok:
			all = append(all, entry{pattern: pattern, text: line})
		case all[len(all)-1].tree == "":
			all[len(all)-1].tree = indented
		default:
			all[len(all)-1].gives = append(all[len(all)-1].gives, indented)
		}
	}
	return all
}

// TestCatalogue holds every known pattern in several wordings to its tree and to the points it gives.
func TestCatalogue(t *testing.T) {
	understood := map[string]int{}
	for _, w := range catalogue(t) {
		t.Run(w.text, func(t *testing.T) {
			r, gaps := Compile(w.text)
			if w.tree == "gap" {
				if len(gaps) == 0 {
					t.Errorf("%s\n got %s\nwant a gap", w.pattern, r)
				}
				return
			}
			understood[w.pattern]++
			if r.String() != w.tree {
				t.Fatalf("%s\n got %s\nwant %s", w.pattern, r, w.tree)
			}
			for _, given := range w.gives {
				if got := again(t, r, given); got != given {
					t.Errorf("%s\n got %s\nwant %s", w.pattern, got, given)
				}
			}
			if len(w.gives) == 0 && computing(r) {
				t.Errorf("%s: no score is tested", w.pattern)
			}
		})
	}
	for pattern, n := range understood {
		if n < 3 {
			t.Errorf("%s has %d wordings", pattern, n)
		}
	}
	if len(understood) != 67 {
		t.Errorf("%d patterns", len(understood))
	}
}

func computing(r Rule) bool { return slices.ContainsFunc(r.Clauses, computes) }

// again works out the points of a line such as "5: 98→5 103→3.5" or "4 12% - 11% => 3.6" afresh.
func again(t testing.TB, r Rule, given string) string {
	t.Helper()
	if row, _, ok := strings.Cut(given, " => "); ok {
		var due []string
		for _, d := range r.Due(facts(t, row)) {
			if !d.Lenient {
				due = append(due, decimal(d.Score.Low))
			}
		}
		return row + " => " + strings.Join(compact(due), " ")
	}
	weight, values, _ := strings.Cut(given, ": ")
	out := []string{weight + ":"}
	for _, v := range strings.Fields(values) {
		v, _, _ = strings.Cut(v, "→")
		out = append(out, v+"→"+tried(r, rational(t, weight), rational(t, v)))
	}
	return strings.Join(out, " ")
}

func rational(t testing.TB, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("no number: %q", s)
	}
	return r
}

// tried is what the first clause that gives points gives, readings apart by strokes.
func tried(r Rule, w, v *big.Rat) string {
	for _, c := range r.Clauses {
		if due := r.Try(c, w, v); len(due) > 0 {
			return strings.Join(compact(shown(due)), "/")
		}
	}
	return "?"
}

func shown(due []finding.Reading) []string {
	var all []string
	for _, d := range due {
		s := decimal(d.Score.Low)
		if d.Score.High.Cmp(d.Score.Low) != 0 {
			s += ".." + decimal(d.Score.High)
		}
		if !d.Lenient {
			all = append(all, s)
		}
	}
	return all
}
