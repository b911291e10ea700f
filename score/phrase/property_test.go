package phrase

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"fuhe/normalize/quantity"
)

// rules draws rule texts put together from clauses, in any order and with any separator.
func rules() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		n := func(label string, low, high int) string {
			return decimal(big.NewRat(int64(rapid.IntRange(low, high).Draw(t, label)), 10))
		}
		clause := func() string {
			switch rapid.IntRange(0, 5).Draw(t, "kind") {
			case 0:
				return "每有一项不合格扣" + n("d", 1, 30) + "分"
			case 1:
				return "高于" + n("ref", 0, 1000) + "%的，每高出" + n("u", 1, 100) + "个百分点扣" + n("d", 1, 30) + "分"
			case 2:
				return "≥90%得" + n("w", 1, 100) + "分，60%-90%得" + n("w", 1, 50) + "分，低于60%不得分"
			case 3:
				return "得分=完成值/指标值*分值"
			case 4:
				return "符合要求得满分，不符合不得分"
			}
			return "酌情扣分"
		}
		var parts []string
		for range rapid.IntRange(1, 3).Draw(t, "clauses") {
			parts = append(parts, clause())
		}
		return strings.Join(parts, rapid.SampledFrom([]string{"；", "。", ";"}).Draw(t, "sep"))
	})
}

func amounts() *rapid.Generator[string] {
	return rapid.Map(rapid.IntRange(0, 20000), func(n int) string { return decimal(big.NewRat(int64(n), 100)) + "%" })
}

func TestScoresStayBetweenZeroAndWeight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := Compile(rules().Draw(t, "rule"))
		w := big.NewRat(int64(rapid.IntRange(1, 400).Draw(t, "weight")), 10)
		in := Facts{Weight: w, Actual: quantity.Parse(amounts().Draw(t, "actual")), Target: quantity.Parse("≥" + amounts().Draw(t, "target"))}
		for _, d := range r.Due(in) {
			if d.Score.Low.Sign() < 0 || d.Score.High.Cmp(w) > 0 || d.Score.Low.Cmp(d.Score.High) > 0 {
				t.Fatalf("%s: due %s–%s of %s", r, decimal(d.Score.Low), decimal(d.Score.High), decimal(w))
			}
		}
		if set, ok := r.Reachable(w); ok && (!set.Holds(w, 2) || set.Points[len(set.Points)-1].Sign() < 0) {
			t.Fatalf("%s: reachable %s of %s", r, set, decimal(w))
		}
	})
}

func TestMoreDeviationNeverScoresMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := Compile(fmt.Sprintf("每高于目标值%d个百分点扣%d分", rapid.IntRange(1, 9).Draw(t, "u"), rapid.IntRange(1, 5).Draw(t, "d")))
		a, b := rapid.IntRange(0, 300).Draw(t, "a"), rapid.IntRange(0, 300).Draw(t, "b")
		due := func(v int) []string {
			var all []string
			for _, d := range r.Due(Facts{Weight: big.NewRat(10, 1), Actual: quantity.Parse(fmt.Sprintf("%d%%", v)), Target: quantity.Parse("≤100%")}) {
				all = append(all, d.Score.Low.FloatString(9))
			}
			return all
		}
		low, high := due(max(a, b)), due(min(a, b))
		for i := range min(len(low), len(high)) {
			x, _ := new(big.Rat).SetString(low[i])
			y, _ := new(big.Rat).SetString(high[i])
			if x.Cmp(y) > 0 {
				t.Fatalf("%s: %d%% scores %v, %d%% scores %v", r, max(a, b), low, min(a, b), high)
			}
		}
	})
}

// A step that is counted can always be reached: what Due gives for a rule of counts would be in its set.
func TestEveryCountIsReachable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := big.NewRat(int64(rapid.IntRange(1, 50).Draw(t, "d")), 10)
		w := big.NewRat(int64(rapid.IntRange(1, 200).Draw(t, "w")), 10)
		r, _ := Compile("每有一项不合格扣" + decimal(d) + "分，扣完为止")
		set, ok := r.Reachable(w)
		if !ok {
			t.Fatalf("%s is not settled", r)
		}
		k := big.NewRat(int64(rapid.IntRange(0, 60).Draw(t, "k")), 1)
		if v := clamp(new(big.Rat).Sub(w, k.Mul(k, d)), w); !set.Holds(v, 2) {
			t.Fatalf("%s of %s: %s is missing in %s", r, decimal(w), decimal(v), set)
		}
	})
}

func TestLayoutOfTextDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rules().Draw(t, "rule")
		var spaced strings.Builder
		for _, r := range text {
			spaced.WriteRune(r)
			if rapid.IntRange(0, 4).Draw(t, "blank") == 0 {
				spaced.WriteString(rapid.SampledFrom([]string{" ", "\n", "\u3000"}).Draw(t, "space"))
			}
		}
		a, _ := Compile(text)
		b, _ := Compile(spaced.String())
		if a.String() != b.String() {
			t.Fatalf("%q: %s\n%q: %s", text, a, spaced.String(), b)
		}
	})
}

func FuzzCompile(f *testing.F) {
	for _, c := range compiled {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, _ := Compile(text)
		if s := r.String(); !utf8.ValidString(strings.ToValidUTF8(s, "")) {
			t.Fatalf("%q", s)
		}
		r.Describe()
		w := big.NewRat(5, 1)
		in := Facts{Weight: w, Actual: quantity.Parse("98%"), Target: quantity.Parse("≥100%"), LastYear: quantity.Parse("97%")}
		for _, d := range r.Due(in) {
			if d.Score.Low.Sign() < 0 || d.Score.High.Cmp(w) > 0 {
				t.Fatalf("%s: %s", r, decimal(d.Score.Low))
			}
		}
		if set, ok := r.Reachable(w); ok && len(set.Points) == 0 {
			t.Fatalf("%s reaches nothing", r)
		}
	})
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		for _, c := range compiled {
			Compile(c.text)
		}
	}
}

func BenchmarkDue(b *testing.B) {
	r, _ := Compile("以100%为标准。控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。")
	in := Facts{Weight: big.NewRat(5, 1), Actual: quantity.Parse("103.5%")}
	for b.Loop() {
		r.Due(in)
	}
}
