package recompute

import (
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// blocks recomputes each section: the sum of what its rows are due, and the share of its weight that
// the printed score is.
func (t *Tree) blocks(d finding.Due) []finding.SectionDue {
	out, p := make([]finding.SectionDue, len(t.form.Sections)), PrecisionOf(t.form)
	for i := range t.form.Sections {
		s := &t.form.Sections[i]
		out[i].Score = t.due(t.Section(i), d, p)
		out[i].Rate = ScoreRate(s.Score, s.Weight)
	}
	return out
}

// total recomputes the total: zero if a row has neither a printed score nor one that is due.
func (t *Tree) total(d finding.Due) quantity.Interval { return t.due(t.All(), d, PrecisionOf(t.form)) }

// due adds what each row is due: the printed score where an admissible reading agrees with it or
// nothing could be computed, else the strict reading as it would be printed.
func (t *Tree) due(m Members, d finding.Due, p Precision) quantity.Interval {
	if m.Empty() {
		return quantity.Interval{}
	}
	sum := quantity.Exactly(new(big.Rat))
	for _, i := range m.Funds {
		part, ok := p.settled(d.Funds[i].Score, t.form.Funds[i].Score)
		if !ok {
			return quantity.Interval{}
		}
		sum = sum.Add(part)
	}
	counted := map[cell]bool{}
	for _, i := range m.Indicators {
		x := &t.form.Indicators[i]
		at := cellOf(x.Score.Place)
		if Inapplicable(x) || Unscored(x) || at.known() && counted[at] {
			continue
		}
		counted[at] = true
		part, ok := p.settled(d.Indicators[i].Points, x.Score)
		if !ok {
			return quantity.Interval{}
		}
		sum = sum.Add(part)
	}
	return sum
}

// settled is the score that should be printed for a row.
func (p Precision) settled(due finding.Points, score form.Entry) (quantity.Interval, bool) {
	if len(due.Readings) == 0 {
		if !plain(score) {
			return quantity.Interval{}, false
		}
		return quantity.Exactly(score.Rat()), true
	}
	if _, ok := p.Fit(due, score); ok {
		return quantity.Exactly(score.Rat()), true
	}
	return due.Readings[0].Score.Rounded(max(int(p), 2)), true
}

// ScoreRate is score ÷ weight in percent (得分率), both exact as printed; zero if either is not there.
func ScoreRate(score, weight form.Entry) quantity.Interval {
	w := Weight(weight)
	if w == nil || !plain(score) {
		return quantity.Interval{}
	}
	rate := quantity.Per(score.Rat(), w)
	return quantity.Exactly(rate.Mul(rate, hundred()))
}
