package recompute

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

func dueOf(b *rulebook.Book, target, actual, weight string) finding.Points {
	x := form.Indicator{Name: "件数", Target: entry(target), Actual: entry(actual), Weight: entry(weight), WeightFrom: form.FromCell}
	return Form(&form.Form{Indicators: []form.Indicator{x}}, b, nil).Indicators[0].Points
}

// TestMoreNeverScoresLess: whatever the book, under an at-least target no reading that names a formula
// falls with the result, under an at-most target none rises. A cut for far over-achievement is not of those.
func TestMoreNeverScoresLess(t *testing.T) {
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		target := rapid.IntRange(1, 500).Draw(t, "target")
		low := rapid.IntRange(0, 1000).Draw(t, "low")
		high := rapid.IntRange(low, 1001).Draw(t, "high")
		weight := fmt.Sprint(rapid.IntRange(1, 40).Draw(t, "weight"))
		for _, b := range shelf.All() {
			for sign, order := range map[string]int{"≥": 1, "≤": -1} {
				less := dueOf(b, fmt.Sprintf("%s%d件", sign, target), fmt.Sprintf("%d件", low), weight)
				more := dueOf(b, fmt.Sprintf("%s%d件", sign, target), fmt.Sprintf("%d件", high), weight)
				if less.Readings[0].Score.Low.Cmp(more.Readings[0].Score.Low)*order > 0 {
					t.Fatalf("%s: %s%d: %d earns %v, %d earns %v", b.ID, sign, target, low, less.Readings[0].Score.Low, high, more.Readings[0].Score.Low)
				}
			}
		}
	})
}

// TestScoresStayWithinTheirWeight, whatever is printed.
func TestScoresStayWithinTheirWeight(t *testing.T) {
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	text := rapid.OneOf(
		rapid.StringMatching(`[≥≤=]?[0-9]{1,6}(\.[0-9]{1,3})?(%|件|万人|元)?`),
		rapid.SampledFrom([]string{"有效提升", "部分达成", "未完成", "2023年6月底前", "2-12个月", "——", "无", "200余人", "不适用"}),
	)
	rapid.Check(t, func(t *rapid.T) {
		weight := rapid.IntRange(1, 40).Draw(t, "weight")
		target, actual := text.Draw(t, "target"), text.Draw(t, "actual")
		b := rapid.SampledFrom(shelf.All()).Draw(t, "book")
		for _, r := range dueOf(b, target, actual, fmt.Sprint(weight)).Readings {
			if r.Score.Low.Sign() < 0 || r.Score.High.Cmp(big.NewRat(int64(weight), 1)) > 0 || r.Score.Low.Cmp(r.Score.High) > 0 {
				t.Fatalf("%s: [%v, %v] of %d", r.Name, r.Score.Low, r.Score.High, weight)
			}
		}
	})
}

// TestWhatIsRoundedMatches: a rate rounded to any digits is matched as rounded, one unit more is not.
func TestWhatIsRoundedMatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := big.NewRat(rapid.Int64Range(0, 1_000_000).Draw(t, "spent"), rapid.Int64Range(1, 999_983).Draw(t, "budget"))
		decimals := rapid.IntRange(0, 4).Draw(t, "decimals")
		printed := quantity.Round(v, decimals)
		if mode := Match(quantity.Exactly(v), printed, decimals); mode != Rounded {
			t.Fatalf("%v rounded to %v is %q", v, printed, mode)
		}
		unit := new(big.Rat).Mul(quantity.HalfUnit(decimals), big.NewRat(2, 1))
		above := new(big.Rat).Add(printed, unit)
		if mode := Match(quantity.Exactly(v), above, decimals); mode != Off && mode != Up {
			t.Fatalf("%v printed %v is %q", v, above, mode)
		}
	})
}

func BenchmarkForm(b *testing.B) {
	f := &form.Form{}
	for i := range 40 {
		f.Indicators = append(f.Indicators, form.Indicator{
			Name: fmt.Sprint("指标", i), Level1: "产出指标", Target: entry("≥95%"), Actual: entry("90%"), Weight: entry("2.5"), Score: entry("2.37"), WeightFrom: form.FromCell,
		})
	}
	rules := book(b, "cn-2020")
	for b.Loop() {
		Form(f, rules, nil)
	}
}
