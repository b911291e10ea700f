package check

import (
	"fmt"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
)

// scrWays are the checks that name the way in which a score was come by, where it is not the strict one.
func scrWays() []*Check {
	return []*Check{
		{
			Code: "SCR-15", Level: finding.Info, Run: ladderScores,
			Title:   document.Message{ZH: "满意度按阶梯而非按比例计分", EN: "Satisfaction scored by a ladder, not in proportion"},
			Doc:     document.Message{ZH: "未达到指标值的满意度，得分与按比例计算不符，而与阶梯计分（90%、80%、60%）相符。阶梯计分可以接受，作提示；表内印有计分公式或评分标准的，按其核对。", EN: "A rate of satisfaction that missed its target has a score that is not in proportion but fits the ladder (90, 80, 60%). That is accepted and mentioned; where the form prints its own rule, that rule is held."},
			Formula: "s = w × ladder(a)",
			Why:     document.Message{ZH: "按阶梯计分会把差一两个百分点的满意度算成满分，看总分时要知道用的是哪种算法。", EN: "A ladder may turn a rate a point or two short into full marks; who reads the total should know which way was used."},
			Allows:  document.Message{ZH: "阶梯各级均可接受，只作提示；按比例四舍五入也成立的不提示。", EN: "Every rung of the ladder is accepted and only mentioned; a score that holds in proportion too is let pass."},
			Clause:  document.Message{ZH: "财预〔2021〕101号示例：满意度可按阶梯计分", EN: "an example of 财预〔2021〕101号: satisfaction by a ladder"},
			Trips:   document.Message{ZH: "指标值≥90%、完成值85%、分值10，得分8", EN: "target ≥90%, actual 85%, weight 10, score 8"},
			Silent:  document.Message{ZH: "指标值≥90%、完成值85%、分值10，得分9.44", EN: "target ≥90%, actual 85%, weight 10, score 9.44"},
		},
		{
			Code: "SCR-18", Level: finding.Warning, Run: constrainedScores,
			Title:   document.Message{ZH: "约束性指标计了正分", EN: "A constraint that earns points"},
			Doc:     document.Message{ZH: "表内备注规定约束性指标以负数计分的，标明为约束性的指标不应有正的得分。", EN: "Where the notes of the form count constraints as negative points, a row marked as a constraint cannot earn any."},
			Formula: "constraint ⇒ s ≤ 0",
			Why:     document.Message{ZH: "约束性指标本该只扣不加，计成正分会凭空抬高总分。", EN: "Constraints only ever take points off; counted as positive they lift the total out of nothing."},
			Allows:  document.Message{ZH: "无，得分大于零即提示；只在表内备注规定以负数计分、且行上标明“约束性”时检查。", EN: "None: any score above zero is told, but only where the form says that constraints count as negative and marks the row as one."},
			Clause:  document.Message{ZH: "约束性指标以负数计分", EN: "constraints count as negative points"},
			Trips:   document.Message{ZH: "备注“约束性指标以负数计分”，约束性指标得5分", EN: "the notes count constraints negative; a constraint scores 5"},
			Silent:  document.Message{ZH: "同上，约束性指标得分0", EN: "the same, the constraint scores 0"},
		},
		{
			Code: "SCR-19", Level: finding.Info, Run: wholeScores,
			Title:   document.Message{ZH: "得分取整", EN: "Scores in whole points"},
			Doc:     document.Message{ZH: "全表得分均为整数，而按公式计算应有小数。取整可以接受，但会使总分与精确计算不同。", EN: "Every score is whole where the formulas give decimals. That is accepted, but the total differs from an exact one."},
			Formula: "s = R(w × a ÷ t, 0)",
			Why:     document.Message{ZH: "逐项取整会使总分与精确计算相差数分，接近等级线时足以改变结论。", EN: "Rounding row by row may move the total by points, which near the line of a grade changes the conclusion."},
			Allows:  document.Message{ZH: "办法允许取整的即可接受，整张表合并提示一次；得分精确到两位也成立的不提示，表内有小数得分的按小数核对。", EN: "Whole points are accepted where the rules admit them, and mentioned once for the form; scores that hold exactly are let pass, and a form that prints decimals is held to them."},
			Clause:  document.Message{ZH: "得分保留小数位数应前后一致", EN: "scores keep the same digits throughout"},
			Trips:   document.Message{ZH: "8.62记为9、14.25记为14", EN: "8.62 as 9, 14.25 as 14"},
			Silent:  document.Message{ZH: "8.62记为8.62", EN: "8.62 as 8.62"},
		},
		{
			Code: "SCR-20", Level: finding.Info, Run: displayedRates,
			Title:   document.Message{ZH: "得分按所列执行率计算", EN: "Score computed from the rate as displayed"},
			Doc:     document.Message{ZH: "预算执行得分只有按表内取舍后的执行率计算才成立，按金额精确计算略有不同。可以接受，作提示。", EN: "The execution score holds for the rate as rounded in the form and not for the amounts. That is accepted and mentioned."},
			Formula: "s = w × R(E ÷ P)",
			Why:     document.Message{ZH: "按取舍后的执行率再乘分值会有尾差，说明尾差来源，免得与重算结果对不上时误认为错。", EN: "A score from the rate as displayed differs in its last digits; knowing where that comes from keeps it from being taken for an error."},
			Allows:  document.Message{ZH: "办法允许时可以接受，只作提示；按金额精确计算也成立的不提示。", EN: "Accepted where the rules admit it and only mentioned; a score that holds for the exact amounts too is let pass."},
			Clause:  document.Message{ZH: "预算执行得分＝分值×预算执行率", EN: "execution earns weight × rate"},
			Trips:   document.Message{ZH: "分值10、执行率49.88%列为50%，得分5", EN: "weight 10, a rate of 49.88% shown as 50%, score 5"},
			Silent:  document.Message{ZH: "分值10、执行率49.88%，得分4.99", EN: "weight 10, rate 49.88%, score 4.99"},
		},
		scrHabit,
	}
}

func ladderScores(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		ladder, ok := s.ladder()
		if !ok {
			continue
		}
		held++
		fit, fits := s.explained()
		if !fits || fit.Reading.Name != recompute.LadderReading {
			continue
		}
		strict := scoreText(s.due.Readings[0].Score, s.Score)
		p.Report(finding.Finding{
			Subject: s.Name, Printed: s.Score.Text, Due: strict, Working: ladder.Working, Clause: p.Book.Satisfaction.Clause, Place: s.Score.Place, Also: s.places(),
			Says: both("满意度%s未达到指标值%s，得分%s系按阶梯计分，按比例应为%s", "satisfaction of %s missed %s; the score %s is one of a ladder, in proportion it is %s",
				s.Actual.Text, s.Target.Text, s.Score.Value, strict),
		})
	}
	if held == 0 {
		p.Skip("没有未达到指标值且可按阶梯计分的满意度指标", "no rate of satisfaction that missed its target")
	}
}

// ladder is the reading of a missed satisfaction row by the book's ladder.
func (s scored) ladder() (finding.Reading, bool) {
	for _, r := range s.due.Readings {
		if r.Name == recompute.LadderReading {
			return r, true
		}
	}
	return finding.Reading{}, false
}

func constrainedScores(p *Pass) {
	if !countsNegative(p) {
		p.Skip("表内没有约束性指标以负数计分的规定", "the form does not count constraints as negative points")
		return
	}
	held := 0
	for _, s := range p.scoredRows() {
		if !hasAny(s.Name+s.Level1+s.Level2, "约束性") {
			continue
		}
		held++
		if s.Score.Rat().Sign() > 0 {
			p.Report(finding.Finding{
				Subject: s.Name, Printed: s.Score.Text, Due: "≤0", Place: s.Score.Place, Also: s.places(),
				Says: both("“%s”为约束性指标，按备注应以负数计分，表内得%s分，请核对", "%s is a constraint and counts as negative points by the notes; it scores %s", s.Name, s.Score.Value),
			})
		}
	}
	if held == 0 {
		p.Skip("没有标明为约束性的指标", "no row is marked as a constraint")
	}
}

func countsNegative(p *Pass) bool {
	for _, r := range p.Form.Rules {
		for _, c := range p.Rules.Rule(r.Text).Clauses {
			if o, ok := c.(phrase.Open); ok && o.Kind == phrase.Negative {
				return true
			}
		}
	}
	return false
}

// fitted is a printed score with the reading it agrees with.
type fitted struct {
	name  string
	score *form.Entry
	due   *finding.Points
	fit   recompute.Fit
}

// fittedIn are the scores of funds and rows that some admissible reading explains.
func fittedIn(w *worksheet) []fitted {
	f, precision := w.review.Form, recompute.PrecisionOf(w.review.Form)
	out := make([]fitted, 0, len(f.Funds)+len(f.Indicators))
	for i := range f.Funds {
		x, due := &f.Funds[i], &w.review.Due.Funds[i].Score
		if fit, ok := precision.Fit(*due, x.Score); ok && !mixedUnits(x) {
			out = append(out, fitted{x.Name, &x.Score, due, fit})
		}
	}
	for _, s := range w.scoredRows() {
		if fit, ok := s.explained(); ok {
			out = append(out, fitted{s.Name, &s.Score, &s.due.Points, fit})
		}
	}
	return out
}

func wholeScores(p *Pass) {
	all := p.fittedScores()
	var whole []fitted
	for _, x := range all {
		if x.fit.Mode == recompute.Whole {
			whole = append(whole, x)
		}
	}
	if len(all) == 0 {
		p.Skip("没有可重算的得分", "no score could be recomputed")
	}
	if len(whole) == 0 {
		return
	}
	first := whole[0]
	due := scoreText(first.fit.Reading.Score, *first.score)
	var also []document.Place
	for _, x := range whole[1:] {
		also = append(also, x.score.Place)
	}
	p.Report(finding.Finding{
		Subject: first.name, Printed: first.score.Text, Due: due, Working: first.fit.Reading.Working, Place: first.score.Place, Also: known(also),
		Says: both("全表得分均为整数，其中%d项系取整，如“%s”应为%s、记为%s", "all scores are whole; %d were rounded to whole points, as that of %s: %s became %s", len(whole), first.name, due, first.score.Value),
	})
}

func displayedRates(p *Pass) {
	held := 0
	for _, x := range p.fittedScores() {
		if x.due.Method != recompute.MethodExecution {
			continue
		}
		held++
		if x.fit.Reading.Name != recompute.DisplayedRate || x.fit.Mode != recompute.Rounded {
			continue
		}
		exact := scoreText(x.due.Readings[0].Score, *x.score)
		p.Report(finding.Finding{
			Subject: x.name, Printed: x.score.Text, Due: exact, Working: fmt.Sprintf("%s; %s", x.fit.Reading.Working, x.due.Readings[0].Working), Place: x.score.Place,
			Says: both("“%s”得分%s按表内所列执行率计算，按金额计算为%s", "%s: the score %s is taken of the rate as displayed; of the amounts it is %s", x.name, x.score.Value, exact),
		})
	}
	if held == 0 {
		p.Skip("没有可重算的预算执行得分", "no execution score that could be recomputed")
	}
}
