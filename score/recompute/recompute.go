// Package recompute works out what every row of a form is due: execution rates and scores, the points
// of indicators, the sums of blocks and the total. A form and a rulebook come in, the points that are
// due go out, each with its working and the rule it follows. It reports nothing: whether a printed
// figure agrees is for the checks to say.
package recompute

import (
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/rulebook"
)

// Form recomputes a form by the book. The slices of the result run beside the form's own lists; what
// could not be computed stays a zero interval or Points without readings, and says why.
//
// The rules that the form prints are compiled through the memo, which may be nil.
func Form(f *form.Form, b *rulebook.Book, rules phrase.Memo) finding.Due {
	return Outline(f).Due(b, rules)
}

// Due is Form for a form whose rows were sorted before.
func (t *Tree) Due(b *rulebook.Book, rules phrase.Memo) finding.Due {
	f := t.form
	d := finding.Due{
		Funds:      make([]finding.FundDue, len(f.Funds)),
		Indicators: make([]finding.IndicatorDue, len(f.Indicators)),
	}
	c := rows{form: f, book: b, rules: rules, weighed: t.WeighsInPoints(), joint: t.joint}
	digits := digitsOf(b)
	for i := range f.Funds {
		d.Funds[i] = c.fund(i)
		d.Funds[i].Score.Digits = digits
	}
	for i := range f.Indicators {
		d.Indicators[i] = c.indicator(i)
		d.Indicators[i].Digits = digits
	}
	d.Sections = t.blocks(d)
	d.Total = t.total(d)
	return d
}

// rows are all rows of a form with what is needed to score them.
type rows struct {
	form    *form.Form
	book    *rulebook.Book
	rules   phrase.Memo
	weighed bool // the weights are points
	joint   map[int]Joint
}

// WeighsInPoints reports whether the weights of a form are points, as the scores are. Some forms print
// shares that add up to 1 beside scores out of 100; with those no score can be held.
func (t *Tree) WeighsInPoints() bool {
	weights, scores := t.AllWeights(), t.AllScores()
	limit := big.NewRat(3, 2)
	return weights.Value.Sign() == 0 || quantity.Compare(weights.Value, limit) > 0 || quantity.Compare(scores.Value, limit) <= 0
}
