package check

import (
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

func scoreOverWeight(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		order, ok := s.against()
		if !ok {
			continue
		}
		held++
		if order <= 0 {
			continue
		}
		p.Report(finding.Finding{
			Level: s.level(), Subject: s.Name, Printed: s.Score.Text, Due: "≤" + s.Weight.Value, Working: s.Score.Value + " > " + s.Weight.Value,
			Says:  both("得分%s高于分值%s", "the score %s is over the weight %s", s.Score.Value, s.Weight.Value),
			Place: s.Score.Place, Also: known([]document.Place{s.Weight.Place}),
		})
	}
	held += blocksOverWeight(p)
	if held += jointOverWeight(p); held == 0 {
		p.Skip("没有同时列示分值和得分的指标", "no row prints both weight and score")
	}
}

// blocksOverWeight holds the scores of rows that print no weights against what their block weighs, where the form
// was read in full: they cannot earn more together.
func blocksOverWeight(p *Pass) int {
	t, held := p.outline(), 0
	if !t.WeighsInPoints() || !scoresMakeTotal(p.Form, t) {
		return 0
	}
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		m := t.Section(i)
		if s.Level != 1 || s.Summary || !s.Weight.Numeric() || s.Weight.Doubt != "" || len(m.Funds) > 0 || !unweighedRows(p.Form, m.Indicators) || hasAny(s.Name+s.Goal, "加分", "奖励") {
			continue
		}
		sum := t.Scores(m)
		if !sum.Complete {
			continue
		}
		if held++; quantity.Compare(sum.Value, s.Weight.Rat()) > 0 {
			reportBlockOver(p, s, sum, p.Form.Indicators, m.Indicators)
		}
	}
	return held
}

// unweighedRows reports two rows and more of which none has a weight.
func unweighedRows(f *form.Form, rows []int) bool {
	for _, i := range rows {
		if x := &f.Indicators[i]; x.WeightFrom != form.FromNone || !x.Score.Numeric() || !inPoints(x.Score) || x.Doubt != "" || x.Score.Doubt != "" {
			return false
		}
	}
	return len(rows) > 1
}

// reportBlockOver names the one row that has more than an equal share of the block, or the block.
func reportBlockOver(p *Pass, s *form.Section, sum recompute.Sum, all []form.Indicator, rows []int) {
	share := quantity.Per(s.Weight.Rat(), big.NewRat(int64(len(rows)), 1))
	subject, printed, place, above := s.Name, quantity.FormatShort(sum.Value, 4), sectionPlace(s, s.Weight), 0
	for _, i := range rows {
		if x := &all[i]; quantity.Compare(x.Score.Rat(), share) > 0 {
			if above++; above == 1 {
				subject, printed, place = x.Name, x.Score.Text, x.Score.Place
			}
		}
	}
	if above != 1 {
		subject, printed, place = s.Name, quantity.FormatShort(sum.Value, 4), sectionPlace(s, s.Weight)
	}
	p.Report(finding.Finding{
		Subject: subject, Printed: printed, Due: "≤" + s.Weight.Value, Working: addition(sum) + " > " + s.Weight.Value, Place: place, Also: placesOf(sum.Parts),
		Says: both("“%[1]s”分值%[2]s，其下%[3]d项得分合计%[4]s，超过分值（“%[5]s”）", "%[1]s weighs %[2]s, its %[3]d rows score %[4]s together (%[5]s)", s.Name, s.Weight.Value, len(rows), quantity.FormatShort(sum.Value, 4), subject),
	})
}

// jointOverWeight holds a score that covers several rows against what they weigh together.
func jointOverWeight(p *Pass) int {
	joint, held := p.joint(), 0
	for i := range p.Form.Indicators {
		j, ok := joint[i]
		if !ok || j.Rows[0] != i || j.Weight == nil || !p.outline().WeighsInPoints() {
			continue
		}
		x := &p.Form.Indicators[i]
		if held++; quantity.Compare(j.Score, j.Weight) <= 0 {
			continue
		}
		w, s := quantity.FormatShort(j.Weight, 4), quantity.FormatShort(j.Score, 4)
		p.Report(finding.Finding{
			Level: finding.Warning, Subject: x.Name, Printed: x.Score.Text, Due: "≤" + w, Working: s + " > " + w,
			Says:  both("“%s”等%d项指标合并得分%s，高于其分值之和%s", "%s and the rows scored with it, %d in all, score %s; together they weigh %s", x.Name, len(j.Rows), s, w),
			Place: x.Score.Place, Also: known([]document.Place{x.Weight.Place}),
		})
	}
	return held
}

func missingScores(p *Pass) {
	all, blank := 0, 0
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		switch {
		case x.Score.Numeric():
			all++
			if x.Score.Rat().Sign() < 0 && !takesPoints(x) {
				p.Report(finding.Finding{
					Subject: x.Name, Printed: x.Score.Text, Due: "≥0", Place: x.Score.Place,
					Says: both("得分%s为负", "the score %s is negative", x.Score.Value),
				})
			}
		case blankScore(x):
			blank++
		}
	}
	if all == 0 {
		p.Skip("表内没有得分", "the form prints no scores")
		return
	}
	if blank > 0 && blank < all {
		reportBlankScores(p)
	}
}

// takesPoints reports a row that only ever takes points off: 扣分项, or a constraint that counts as negative points.
func takesPoints(x *form.Indicator) bool {
	return hasAny(x.Name+x.Level1+x.Level2+x.Goal, "扣分", "减分", "扣减", "约束性", "负面清单") || x.Weight.Numeric() && x.Weight.Rat().Sign() <= 0
}

// blankScore reports whether a row has a weight and a cell for its score that was left blank.
func blankScore(x *form.Indicator) bool {
	return x.Score.Kind == quantity.Blank && x.Score.Place.Known() && x.WeightFrom == form.FromCell &&
		recompute.Weight(x.Weight) != nil && !recompute.Inapplicable(x) && x.Doubt == ""
}

func reportBlankScores(p *Pass) {
	for i := range p.Form.Indicators {
		if x := &p.Form.Indicators[i]; blankScore(x) {
			p.Report(finding.Finding{
				Level: finding.Warning, Subject: x.Name, Printed: x.Score.Text, Place: x.Score.Place, Also: known([]document.Place{x.Place}),
				Says: both("分值%s，得分空白，请核对", "the weight is %s, the score is blank", x.Weight.Value),
			})
		}
	}
}

func pointsWithoutResult(p *Pass) {
	given, blank := 0, []scored{}
	for _, s := range p.scoredRows() {
		switch {
		case targetInName(s.Indicator):
			given++
			blank = append(blank, s)
		case s.Target.Kind == quantity.Blank || s.Target.Text == "":
		case saysNoResult(s.Indicator) && s.Score.Rat().Sign() > 0:
			blank = append(blank, s)
		case s.Actual.Kind != quantity.Blank:
			given++
		case s.Actual.Place.Known() && s.Score.Rat().Sign() > 0 && !saysNothingHappened(s.Indicator):
			blank = append(blank, s)
		}
	}
	if given == 0 {
		p.Skip("表内没有同时列示指标值和完成值的指标", "no row prints both target and result")
		return
	}
	for _, s := range blank {
		target := s.Target.Text
		if target == "" {
			target = s.Name
		}
		p.Report(finding.Finding{
			Level: s.level(), Subject: s.Name, Printed: s.Score.Text, Due: "0", Place: s.Score.Place, Also: known([]document.Place{s.Actual.Place}),
			Says: both("指标值为%s，完成值未填，却得%s分", "the target is %s, no result is given, yet the row earns %s", target, s.Score.Value),
		})
	}
}

// targetInName reports whether a row carries its target inside its name, 资金支付完成率100%, and leaves both
// cells for it and for the result blank.
func targetInName(x *form.Indicator) bool {
	if x.Target.Text != "" || x.Actual.Text != "" || !x.Target.Place.Known() || !x.Actual.Place.Known() || x.Score.Rat() == nil || x.Score.Rat().Sign() <= 0 {
		return false
	}
	for _, a := range quantity.FindAll(x.Name) {
		if a.Start > 0 && a.End == len(x.Name) && a.Kind == quantity.Number && a.Unit != "" {
			return true
		}
	}
	return false
}

// saysNoResult reports a result that says in so many words that there is none: 暂无数据.
func saysNoResult(x *form.Indicator) bool {
	switch recompute.Fold(x.Actual.Text) {
	case "暂无", "暂无数据", "无数据", "未统计", "尚未统计", "暂未统计", "待统计", "未测算", "未调查", "未开展调查":
		return true
	}
	return false
}

// saysNothingHappened: 无 is a result where the target is that nothing happens (无事故, 0起, 不发生), or little (≤3件).
func saysNothingHappened(x *form.Indicator) bool {
	if x.Actual.Text == "" {
		return false
	}
	if x.Target.Numeric() {
		return x.Target.Rat().Sign() == 0 || recompute.SenseOf(x) == recompute.Falling || hasAny(x.Name, "无", "零", "不", "未")
	}
	return hasAny(x.Target.Text+x.Name, "无", "零", "不", "未")
}
