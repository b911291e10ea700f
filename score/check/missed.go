package check

import (
	"fuhe/normalize/quantity"
	"fuhe/score/recompute"
)

// missedRow reports a row that says that it missed its target, by the sense of the row. A row that
// shows last year's value is scored by a rule on the two years, not by a target.
func (w *worksheet) missedRow(index int) bool {
	if !w.review.Form.Indicators[index].LastYear.Missing() {
		return false
	}
	met, known := w.met(index)
	return known && !met
}

// met tells whether a row reached its target, and whether that is known.
func (w *worksheet) met(index int) (met, known bool) {
	if w.outcomes == nil {
		w.outcomes = make([]outcome, len(w.review.Form.Indicators))
		for i := range w.outcomes {
			o := &w.outcomes[i]
			o.met, o.known = recompute.Met(&w.review.Form.Indicators[i])
		}
	}
	return w.outcomes[index].met, w.outcomes[index].known
}

// outcome says that a row reached its target, or did not, or that nobody knows.
type outcome struct{ met, known bool }

// missed are the rows, by index, that missed their target. A row whose own printed rule gives it all
// its points did what was asked of it, whatever stands in the column of targets.
func (p *Pass) missed() []int {
	if p.read.judged {
		return p.read.missed
	}
	var rows []int
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if p.missedRow(i) && in.Actual.Doubt == "" && in.Target.Doubt == "" && !p.fullByOwnRule(i) {
			rows = append(rows, i)
		}
	}
	p.read.missed, p.read.judged = rows, true
	return rows
}

// fullByOwnRule reports a row with a printed rule by which all points are due, or that the program
// cannot compute and by which the form gave all of them.
func (p *Pass) fullByOwnRule(index int) bool {
	in := &p.Form.Indicators[index]
	weight := in.Weight.Rat()
	if in.Rule.Text == "" || weight == nil || index >= len(p.Due.Indicators) {
		return false
	}
	if due := p.Due.Indicators[index].Readings; len(due) > 0 {
		return due[0].Score.Low != nil && quantity.Compare(due[0].Score.Low, weight) >= 0
	}
	score := in.Score.Rat()
	return score != nil && quantity.Compare(score, weight) >= 0
}
