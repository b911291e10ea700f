package check

import (
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// scrCompletion recomputes the column of completion that some forms print beside target and result.
var scrCompletion = &Check{
	Code: "SCR-24", Level: finding.Error, Run: runCompletion,
	Title:   document.Message{ZH: "完成率计算有误", EN: "A completion is no quotient of result and target"},
	Doc:     document.Message{ZH: "表内有“完成率”“得分系数”一列的，按完成值÷指标值重算；已达到目标的记100%或实际比例均可，反向指标按指标值÷完成值或2−完成值÷指标值亦可；与得分÷分值相符的视为得分系数。", EN: "A printed column of completion is recomputed as actual ÷ target. Rows that met their target may print 100% or the true ratio, rows where less is better target ÷ actual or 2 − actual ÷ target; score ÷ weight is taken for a coefficient."},
	Formula: "completion = actual ÷ target × 100%",
	Why:     document.Message{ZH: "得分按完成率计算，完成率写错，得分和总分跟着错，或与得分自相矛盾。", EN: "Points follow from completion: where it is wrong, they and the total are wrong, or contradict it."},
	Allows:  document.Message{ZH: "按所列小数位四舍五入或截位相符即可；反向指标算法不一，只作警告。", EN: "Rounding and cutting off to the printed digits; where less is better the formulas differ, so it is a warning."},
	Clause:  document.Message{ZH: "完成率＝完成值÷指标值×100%", EN: "completion = actual ÷ target × 100%"},
	Trips:   document.Message{ZH: "指标值≥900件、完成值864件，完成率列99.00%（应为96.00%）", EN: "864 of 900 with a completion of 99.00% (96.00% is due)"},
	Silent:  document.Message{ZH: "指标值≥90%、完成值94%，完成率列100%或104.44%", EN: "94% against at least 90% with a completion of 100% or 104.44%"},
}

func runCompletion(p *Pass) {
	judged := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		ratio := recompute.Completion(in)
		if !in.Completion.Numeric() || ratio.IsZero() || in.Doubt != "" || in.Target.Doubt != "" || in.Actual.Doubt != "" || in.Completion.Doubt != "" {
			continue
		}
		judged++
		if !completionHolds(in, ratio.Low) {
			reportCompletion(p, in, ratio.Low)
		}
	}
	if judged == 0 {
		p.Skip("表内没有可重算的完成率", "the form prints no completion that could be recomputed")
	}
}

// completionHolds reports whether a printed completion is one of the figures that may stand for the ratio of result to
// target.
func completionHolds(in *form.Indicator, ratio *big.Rat) bool {
	readings := []*big.Rat{ratio}
	if met, known := recompute.Met(in); known && met {
		readings = append(readings, big.NewRat(1, 1))
	}
	if recompute.SenseOf(in) != recompute.Rising && ratio.Sign() > 0 {
		readings = append(readings, new(big.Rat).Inv(ratio), new(big.Rat).Sub(big.NewRat(2, 1), ratio))
	}
	if score, weight := in.Score.Rat(), in.Weight.Rat(); score != nil && weight != nil && weight.Sign() > 0 {
		readings = append(readings, new(big.Rat).Quo(score, weight))
	}
	for _, r := range readings {
		percent := new(big.Rat).Mul(r, hundred)
		if rateHolds(quantity.Exactly(percent), in.Completion.Value) || in.Completion.Unit == "" && rateHolds(quantity.Exactly(r), in.Completion.Value) {
			return true
		}
	}
	return false
}

func reportCompletion(p *Pass, in *form.Indicator, ratio *big.Rat) {
	due := quantity.FormatRat(new(big.Rat).Mul(ratio, hundred), max(quantity.Decimals(in.Completion.Value), 2)) + "%"
	f := finding.Finding{
		Subject: in.Name, Printed: in.Completion.Text, Due: due, Working: in.Actual.Value + in.Actual.Unit + " ÷ " + in.Target.Value + in.Target.Unit + " = " + due,
		Place: in.Completion.Place, Also: known([]document.Place{in.Target.Place, in.Actual.Place}),
		Says: both("指标值%[1]s、完成值%[2]s，完成率应为%[3]s，表内为%[4]s，请核对", "%[2]s against %[1]s is a completion of %[3]s, %[4]s is printed", in.Target.Text, in.Actual.Text, due, in.Completion.Text),
	}
	if recompute.SenseOf(in) == recompute.Falling {
		f.Level = finding.Warning
	}
	p.Report(f)
}
