package check

import (
	"math/big"
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

var scrRate = &Check{
	Code: "SCR-24", Level: finding.Error, Run: completionRates,
	Title:   document.Message{ZH: "完成率计算有误", EN: "Completion rate does not recompute"},
	Doc:     document.Message{ZH: "表内另列完成率（或得分系数）一栏的，应等于完成值÷指标值；超额完成按100%列示、反向指标按指标值÷完成值或2−完成值÷指标值列示、与得分÷分值相等的均予认可。反向和方向不明的指标算法不一，只提请核对。", EN: "Where the form prints a completion rate (or a factor of the score) beside target and result, it is result ÷ target. 100% for more than the target, target ÷ result or 2 − result ÷ target where less is better, and a rate that is score ÷ weight are accepted. Where less is better, or a row may be meant either way, formulas differ, so it is a question only."},
	Formula: "R(a ÷ t × 100, d) = rate",
	Why:     document.Message{ZH: "完成率是计分的依据，完成率错了，按它计出的得分也不可信。", EN: "Points are computed from the completion rate; where it is wrong they cannot be relied on."},
	Allows:  document.Message{ZH: "按所印位数四舍五入，截位、进位和以上各种列法也认可；指标值为零、为区间或文字的，完成值为约数的不判断。", EN: "Rounded to the digits printed, or truncated, or rounded up; targets of zero, ranges, words and approximate results are not judged."},
	Clause:  document.Message{ZH: "完成率＝完成值÷指标值×100%", EN: "completion = result ÷ target × 100%"},
	Trips:   document.Message{ZH: "指标值≥300人、完成值276人，完成率印为95%", EN: "target ≥300, result 276, rate printed 95%"},
	Silent:  document.Message{ZH: "指标值≥300人、完成值310人，完成率印为100%", EN: "target ≥300, result 310, rate printed 100%"},
}

func completionRates(p *Pass) {
	held := 0
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		done := p.Due.Indicators[i].Completion
		if done.IsZero() || x.Rate.Doubt != "" || x.Doubt != "" || x.Target.Doubt != "" || x.Actual.Doubt != "" || x.Actual.Approximate || x.Target.Rat().Sign() <= 0 {
			continue
		}
		rate := done.Scale(hundred)
		printed, ok := recompute.Percent(x.Rate, rate)
		if !ok {
			continue
		}
		held++
		if !slices.ContainsFunc(completionWays(x, rate), func(way quantity.Interval) bool { return holdsAnyhow(way, printed) }) {
			reportCompletion(p, x, rate, printed)
		}
	}
	if held == 0 {
		p.Skip("表内没有逐行列示完成率", "the form prints no completion rates")
	}
}

// holdsAnyhow accepts a figure rounded, cut off or rounded up.
func holdsAnyhow(due quantity.Interval, printed string) bool {
	v, ok := new(big.Rat).SetString(printed)
	return ok && recompute.Match(due, v, quantity.Decimals(printed)) != recompute.Off
}

// completionWays are the ways in which forms print a rate of result ÷ target, which is given in percent.
func completionWays(x *form.Indicator, rate quantity.Interval) []quantity.Interval {
	all, sense := []quantity.Interval{rate}, recompute.SenseOf(x)
	if met, known := recompute.Met(x); known && met || quantity.Compare(rate.High, hundred) >= 0 && sense != recompute.Falling {
		all = append(all, quantity.Exactly(hundred))
	}
	if w := recompute.Weight(x.Weight); w != nil && w.Sign() > 0 && x.Score.Numeric() {
		share := quantity.Per(x.Score.Rat(), w)
		all = append(all, quantity.Exactly(share.Mul(share, hundred)))
	}
	if sense == recompute.Falling || sense == recompute.Open {
		two := quantity.Exactly(quantity.Plus(hundred, hundred))
		all = append(all, two.Sub(rate))
		if inverse, ok := quantity.Exactly(quantity.Times(hundred, hundred)).Over(rate); ok {
			all = append(all, inverse)
		}
	}
	return all
}

func reportCompletion(p *Pass, x *form.Indicator, rate quantity.Interval, printed string) {
	level := finding.Error
	if recompute.SenseOf(x) != recompute.Rising { // the formulas for less differ
		level = finding.Warning
	}
	right := quantity.FormatRat(middleOf(rate), max(quantity.Decimals(printed), 2)) + "%"
	p.Report(finding.Finding{
		Level: level, Subject: x.Name, Printed: x.Rate.Text, Due: right, Working: x.Actual.Text + " ÷ " + x.Target.Value + " = " + right,
		Place: x.Rate.Place, Also: known([]document.Place{x.Actual.Place, x.Target.Place}),
		Says: both("“%[1]s”完成值%[2]s、指标值%[3]s，完成率重算为%[4]s，所列为%[5]s", "%[1]s: %[2]s of %[3]s is a completion of %[4]s, %[5]s is printed", x.Name, x.Actual.Text, x.Target.Text, right, x.Rate.Text),
	})
}
