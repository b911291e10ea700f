package check

import (
	"math/big"

	"fuhe/score/recompute"
)

// worksheet holds what several checks of one review work out from the form alone, each thing at its
// first use. It lives as long as one Run and is not shared between forms.
type worksheet struct {
	review Review
	read   *narrative

	scored     []scored
	fitted     []fitted
	ruled      []ruled
	outcomes   []outcome
	overs      []*big.Rat
	lows       *lowRates
	noted      *keeper    // of the notes under the form, once looked for
	figures    [][]stated // of each paragraph; nil where not looked at yet
	sums       []valued   // the different sums of money of the narrative
	strays     []recompute.Stray
	scoredDone bool
	straysDone bool
	ruledDone  bool
}

// outline sorts the rows of the form under its sections.
func (w *worksheet) outline() *recompute.Tree {
	if w.review.Outline == nil {
		w.review.Outline = recompute.Outline(w.review.Form)
	}
	return w.review.Outline
}

// joint are the rows that are weighed or scored together.
func (w *worksheet) joint() map[int]recompute.Joint { return w.outline().Joint() }

// scoredRows are the indicators that print a score.
func (w *worksheet) scoredRows() []scored {
	if !w.scoredDone {
		w.scored, w.scoredDone = scoredIn(w), true
	}
	return w.scored
}

// strayRows are the rows that were computed in another way than nearly all others.
func (w *worksheet) strayRows() []recompute.Stray {
	if !w.straysDone {
		w.strays, w.straysDone = recompute.Strays(w.review.Form, *w.review.Due), true
	}
	return w.strays
}

// fittedScores are the scores that some admissible reading explains.
func (w *worksheet) fittedScores() []fitted {
	if w.fitted == nil {
		w.fitted = fittedIn(w)
	}
	return w.fitted
}

// ruledRows are the rows that a printed rule is meant for alone and whose figures were read for certain.
func (w *worksheet) ruledRows() []ruled {
	if !w.ruledDone {
		w.ruled, w.ruledDone = ruledIn(w.review, w.joint()), true
	}
	return w.ruled
}

// allAmounts are the different sums of money of the narrative.
func (w *worksheet) allAmounts(p *Pass) []valued {
	if w.sums == nil {
		w.sums = append([]valued{}, statedAmounts(p)...)
	}
	return w.sums
}

// stated reads the figures of a paragraph of the narrative in their order.
func (w *worksheet) stated(paragraph int) []stated {
	if w.figures == nil {
		w.figures = make([][]stated, len(w.review.Form.Text))
	}
	if w.figures[paragraph] == nil {
		w.figures[paragraph] = statedIn(w.read, paragraph)
	}
	return w.figures[paragraph]
}
