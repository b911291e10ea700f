package check

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// TestComputedFormsAreClean fills in forms by the rules, rounding as offices do: no figure of theirs may be
// called wrong.
func TestComputedFormsAreClean(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := computed(rt)
		for _, x := range reviewed(t, f) {
			if numeric(x.Code) && x.Level != finding.Info {
				rt.Fatalf("a form filled in by the rules: %s\nfund %+v\nrows %s", describe(x), f.Funds[0], rowsOf(f))
			}
		}
	})
}

func rowsOf(f *form.Form) (s string) {
	for _, x := range f.Indicators {
		s += fmt.Sprintf("%s t=%s a=%s w=%s s=%s; ", x.Name, x.Target.Text, x.Actual.Text, x.Weight.Text, x.Score.Text)
	}
	return s
}

// filler writes entries with places of their own.
type filler struct{ sheet }

func (s *filler) put(text string) form.Entry { return s.entry(&text) }

// computed is a form of 10 and 90 points with random rows, each scored by its formula.
func computed(t *rapid.T) *form.Form {
	s := &filler{sheet{table: 1}}
	digits := rapid.SampledFrom([]int{2, 2, 1, 3}).Draw(t, "digits of scores")
	sum := new(big.Rat)
	score := func(v *big.Rat) form.Entry {
		r := quantity.Round(v, digits)
		sum.Add(sum, r)
		return s.put(quantity.FormatRat(r, digits))
	}
	f := &form.Form{Kind: form.Project, Year: 2023}
	s.row()
	f.Funds = []form.Fund{computedFund(t, s, score)}
	left := 90
	for i := 0; left > 0; i++ {
		w := min(left, rapid.SampledFrom([]int{5, 8, 10, 15, 20, 30}).Draw(t, "weight"))
		left -= w
		f.Indicators = append(f.Indicators, computedRow(t, s, i, w, score))
	}
	s.row()
	f.Total = form.Total{Weight: s.put("100"), Score: s.put(quantity.FormatShort(sum, digits))}
	return f
}

func computedFund(t *rapid.T, s *filler, score func(*big.Rat) form.Entry) form.Fund {
	budget := big.NewRat(rapid.Int64Range(1000, 9_999_999).Draw(t, "budget"), 100)
	spent := new(big.Rat).Mul(budget, big.NewRat(rapid.Int64Range(9000, 10000).Draw(t, "share"), 10000))
	spent = quantity.Round(spent, 2)
	rate := new(big.Rat).Quo(spent, budget)
	percent := quantity.FormatRat(new(big.Rat).Mul(rate, big.NewRat(100, 1)), 2)
	return form.Fund{
		Name: "年度资金总额", Money: "万元", Budget: s.put(quantity.FormatRat(budget, 2)), Spent: s.put(quantity.FormatRat(spent, 2)),
		Rate: s.put(percent + "%"), Weight: s.put("10"), Score: score(new(big.Rat).Mul(rate, big.NewRat(10, 1))), Reason: s.put("因跨年支付"),
	}
}

// computedRow is one row: met or missed, more or less being better, in units of all kinds.
func computedRow(t *rapid.T, s *filler, i, weight int, score func(*big.Rat) form.Entry) form.Indicator {
	place := s.row()
	unit := rapid.SampledFrom([]string{"%", "次", "万元", "个", "公里", "万人次", ""}).Draw(t, "unit")
	target := rapid.Int64Range(2, 100).Draw(t, "target")
	actual := rapid.Int64Range(1, target+target/5).Draw(t, "actual")
	falling := rapid.Bool().Draw(t, "falling")
	name, bound := "完成率", rapid.SampledFrom([]string{"≥", ">=", "≧", "不低于"}).Draw(t, "bound")
	share := big.NewRat(actual, target)
	if falling {
		name, bound = "平均时限", rapid.SampledFrom([]string{"≤", "<=", "≦", "不超过"}).Draw(t, "ceiling")
		share.Inv(share)
	}
	if share.Cmp(big.NewRat(1, 1)) > 0 {
		share.SetInt64(1)
	}
	x := form.Indicator{
		Level1: "产出指标", Name: fmt.Sprintf("第%d项%s", i+1, name), Nature: form.Quantitative, WeightFrom: form.FromCell, Place: place,
		Target: s.put(bound + fmt.Sprint(target) + unit), Actual: s.put(fmt.Sprint(actual) + unit), Weight: s.put(fmt.Sprint(weight)),
		Reason: s.put("因年中任务调整"),
	}
	x.Score = score(share.Mul(share, big.NewRat(int64(weight), 1)))
	return x
}
