package check

import (
	"fmt"
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// reasoned reports whether the form gives a reason for the row: in the row itself, or by naming it in
// the reasons under the table.
func reasoned(f *form.Form, x *form.Indicator) bool {
	if x.Reason.Kind != quantity.Blank && x.Reason.Text != "" {
		return true
	}
	return f.Reason.Text != "" && mentions(f.Reason.Text, x.Name)
}

func cutThoughReached(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		met := s.met
		order, ok := s.against()
		if !met || !ok || s.ownRule() || s.missedBelow() {
			continue
		}
		held++
		if order >= 0 || s.Score.Rat().Sign() < 0 || reasoned(p.Form, s.Indicator) {
			continue
		}
		if _, kept := p.keptOver(s); kept {
			continue // SCR-14 tells it
		}
		fit, fits := s.explained()
		if fits && !fit.Lenient() {
			continue
		}
		reportCut(p, s, fits && fit.Reading.Name == recompute.BandReading)
	}
	if held == 0 {
		p.Skip("没有写明达到目标的指标", "no row that says it reached its target")
	}
}

// missedBelow reports whether one of the rows that may be scored with it did not certainly reach its
// target: then the cut may be for that one.
func (s scored) missedBelow() bool {
	for _, x := range s.below {
		if met, known := recompute.Met(x); !met || !known {
			return true
		}
	}
	return false
}

func reportCut(p *Pass, s scored, inBand bool) {
	lost := quantity.FormatShort(lostPoints(s.Weight, s.Score), 4)
	f := finding.Finding{
		Subject: s.Name, Printed: s.Score.Text, Due: s.Weight.Value, Working: fmt.Sprintf("%s − %s = %s", s.Weight.Value, s.Score.Value, lost),
		Place: s.Score.Place, Also: s.places(),
		Says: both("指标值“%s”、完成值“%s”，已达到目标，却扣%s分（得%s分），未说明原因", "target %s, result %s: reached, yet %s is cut (score %s) without a reason",
			s.Target.Text, s.Actual.Text, lost, s.Score.Value),
	}
	if inBand {
		f.Says.ZH += "（仍在达成档区间内）"
		f.Says.EN += " (still inside the band of its class)"
	}
	p.Report(f)
}

func vagueWithFullMarks(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		order, ok := s.against()
		if !ok || s.ownRule() || !recompute.SaysBasically(s.Indicator) {
			continue
		}
		held++
		if order == 0 {
			p.Report(finding.Finding{
				Subject: s.Name, Printed: s.Score.Text, Due: "<" + s.Weight.Value, Place: s.Score.Place, Also: s.places(), Clause: s.due.Clause,
				Says: both("指标值“%s”，完成情况为“%s”，却得满分%s，请核对", "target %s, result %s, yet the score is the full %s", s.Target.Text, s.Actual.Text, s.Score.Value),
			})
		}
	}
	if held == 0 {
		p.Skip("没有写作基本完成的指标", "no row that says it was basically done")
	}
}

// rowsAlike groups the rows in words by what they print: target, result and weight.
func rowsAlike(rows []scored) (keys []string, groups map[string][]scored) {
	groups = map[string][]scored{}
	for _, s := range rows {
		if s.Target.Kind != quantity.Words || s.Actual.Kind != quantity.Words || recompute.Weight(s.Weight) == nil || s.ownRule() {
			continue
		}
		key := lexicon.Key(s.Target.Text) + "\x00" + lexicon.Key(s.Actual.Text) + "\x00" + s.Weight.Rat().RatString()
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], s)
	}
	return keys, groups
}

func unequalScores(p *Pass) {
	keys, groups := rowsAlike(p.scoredRows())
	held := 0
	for _, key := range keys {
		if len(groups[key]) < 2 {
			continue
		}
		held++
		reportUnequal(p, groups[key])
	}
	if held == 0 {
		p.Skip("没有完成情况表述相同的定性指标", "no two qualitative rows say the same")
	}
}

func reportUnequal(p *Pass, group []scored) {
	best := group[0]
	for _, s := range group {
		if quantity.Compare(s.Score.Rat(), best.Score.Rat()) > 0 {
			best = s
		}
	}
	for _, s := range group {
		if quantity.Compare(s.Score.Rat(), best.Score.Rat()) == 0 || reasoned(p.Form, s.Indicator) {
			continue
		}
		p.Report(finding.Finding{
			Subject: s.Name, Printed: s.Score.Text, Due: best.Score.Value, Place: s.Score.Place, Also: known([]document.Place{best.Score.Place}),
			Says: both("与“%s”的指标值（%s）、完成值（%s）、分值（%s）均相同，得分分别为%s和%s，未说明差异", "the same target, result and weight as %s (%s, %s, %s), yet the scores are %s and %s, and nothing says why",
				best.Name, s.Target.Text, s.Actual.Text, s.Weight.Value, s.Score.Value, best.Score.Value),
		})
	}
}

func overTiers(p *Pass) {
	if len(p.Book.Over.Tiers) == 0 {
		p.Skip("办法未规定超额扣分档次", "the rules have no tiers for over-achievement")
		return
	}
	for _, s := range p.scoredRows() {
		ratio, ok := p.over(s.index)
		if !ok || s.ownRule() {
			continue
		}
		excess := quantity.Minus(ratio, oneWhole)
		cut := recompute.OverCut(p.Book, excess)
		w := recompute.Weight(s.Weight)
		if cut == nil || w == nil {
			continue
		}
		most := quantity.Times(w, quantity.Minus(quantity.Whole(1), cut))
		if quantity.Compare(s.Score.Rat(), most) > 0 {
			reportTier(p, s, excess, cut, most)
		}
	}
}

func reportTier(p *Pass, s scored, excess, cut, most *big.Rat) {
	hundred := big.NewRat(100, 1)
	o := quantity.FormatShort(quantity.Times(excess, hundred), 2)
	c := quantity.FormatShort(quantity.Times(cut, hundred), 2)
	due := quantity.FormatShort(most, 4)
	p.Report(finding.Finding{
		Subject: s.Name, Printed: s.Score.Text, Due: due, Clause: p.Book.Over.Clause, Place: s.Score.Place, Also: s.places(),
		Working: fmt.Sprintf("(%s − %s) ÷ %s = %s%%; %s × (1 − %s%%) = %s", s.Actual.Value, s.Target.Value, s.Target.Value, o, s.Weight.Value, c, due),
		Says: both("完成值超出指标值%s%%，如年初指标值设定偏低，应扣分值的%s%%，得分不超过%s，表内为%s", "the result is %s%% over its target; if the target was set too low, %s%% of the weight is lost and at most %s is left, the form prints %s",
			o, c, due, s.Score.Value),
	})
}

// over is the completion of a row that may go over its target; ok is false for rows where less is
// better, and for rates, which have a natural end.
func (w *worksheet) over(index int) (completion *big.Rat, ok bool) {
	if w.overs == nil {
		w.overs = make([]*big.Rat, len(w.review.Form.Indicators))
		for i := range w.overs {
			w.overs[i] = overOf(&w.review.Form.Indicators[i], w.review.Due.Indicators[i].Completion)
		}
	}
	return w.overs[index], w.overs[index] != nil
}

func overOf(x *form.Indicator, c quantity.Interval) *big.Rat {
	if c.IsZero() {
		return nil
	}
	if sense := recompute.SenseOf(x); sense == recompute.Falling || sense == recompute.Open {
		return nil
	}
	return c.Low
}

func overAchieved(p *Pass) {
	line := p.Book.Explain.OverRatio.Rat()
	if line == nil {
		line = big.NewRat(13, 10)
	}
	held := 0
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		ratio, ok := p.over(i)
		if !ok {
			continue
		}
		held++
		if quantity.Compare(ratio, line) >= 0 && !reasoned(p.Form, x) {
			reportOver(p, x, ratio)
		}
	}
	if held == 0 {
		p.Skip("没有可与指标值相比的完成值", "no result that can be compared with its target")
	}
}

func reportOver(p *Pass, x *form.Indicator, ratio *big.Rat) {
	percent := quantity.FormatShort(quantity.Times(ratio, quantity.Whole(100)), 2)
	f := finding.Finding{
		Level: finding.Info, Subject: x.Name, Printed: x.Actual.Text, Clause: p.Book.Explain.Clause,
		Working: fmt.Sprintf("%s ÷ %s = %s%%", x.Actual.Value, x.Target.Value, percent),
		Place:   x.Actual.Place, Also: known([]document.Place{x.Target.Place}),
		Says: both("完成值%s为指标值%s的%s%%，未说明超额原因", "the result %s is %[3]s%% of the target %[2]s, and no reason is given", x.Actual.Text, x.Target.Text, percent),
	}
	if quantity.Compare(ratio, quantity.Whole(2)) >= 0 {
		f.Level = finding.Warning
	}
	p.Report(f)
}
