package phrase

import (
	"math/big"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// Facts is what a row prints that a rule may ask for.
type Facts struct {
	Weight    *big.Rat
	Actual    quantity.Quantity
	Target    quantity.Quantity
	LastYear  quantity.Quantity
	Negative  bool              // less is better, as the form says or the target's comparator shows
	Execution quantity.Interval // execution rate in percent, if the row is about spending
	Faults    quantity.Quantity // what the row says was found or happened: 发现1处
}

// negative reports whether less is better.
func (in Facts) negative() bool {
	return in.Negative || in.Target.Bound == quantity.AtMost || in.Target.Bound == quantity.Below
}

// Due computes the scores that the rule gives for the facts, by every admissible reading, the strict
// one first. It is empty when the rule or the facts do not suffice: a gap, discretion, a count of
// things that the row does not print.
func (r Rule) Due(in Facts) []finding.Reading {
	if len(r.Gaps) > 0 || in.Weight == nil || in.Weight.Sign() <= 0 {
		return nil
	}
	main, exempt, ok := r.computable()
	if !ok {
		return nil
	}
	var due []finding.Reading
	switch c := main.(type) {
	case Step:
		due = r.raised(c.due(in), in.Weight)
	case Ladder:
		due = c.due(in)
	case Ratio:
		due = c.due(in, of[Cut](r.Clauses))
	case Binary:
		due = c.due(in)
	case Count:
		due = r.byPieces(c, in)
	}
	if exempt && len(due) > 0 {
		due = append(due, finding.Reading{
			Name: "exempt", Score: quantity.Interval{Low: due[0].Score.Low, High: in.Weight}, Lenient: true,
			Working: due[0].Working + " ≤ s ≤ " + decimal(in.Weight),
		})
	}
	return due
}

// raised lifts scores to the least that the rule leaves.
func (r Rule) raised(due []finding.Reading, w *big.Rat) []finding.Reading {
	least := r.least(w)
	for i, d := range due {
		if d.Name != "zero" && quantity.Compare(d.Score.Low, least) < 0 {
			due[i].Score = exactly(least)
			due[i].Working += " → " + decimal(least)
		}
	}
	return due
}

// computable finds the one clause that a score can be computed by. Exceptions only soften it; sums and discretion spoil
// it.
func (r Rule) computable() (main Clause, exempt, ok bool) {
	limited := false
	for _, c := range r.Clauses {
		switch c := c.(type) {
		case Step, Ladder, Ratio, Binary, Count:
			if main != nil {
				return nil, false, false
			}
			main = c
		case Cut:
		case Open:
			switch c.Kind {
			case Cap, Floor, LowTarget, FullIf, Explain:
			case Most:
				limited = true
			case Exempt, NotApplicable:
				exempt = true
			default:
				return nil, false, false
			}
		default:
			return nil, false, false
		}
	}
	switch main.(type) {
	case nil:
		return nil, exempt, false
	case Step, Count:
		return main, exempt, true
	}
	return main, exempt, !limited
}

// Method names the kind of rule: step, tier, ratio, band, count, binary, additive, or none.
func (r Rule) Method() string {
	for _, c := range r.Clauses {
		switch c.(type) {
		case Step:
			return "step"
		case Ladder, Cases:
			return "tier"
		case Ratio:
			return "ratio"
		case Bands:
			return "band"
		case Count:
			return "count"
		case Binary:
			return "binary"
		case Additive:
			return "additive"
		}
	}
	return "none"
}

func exactly(v *big.Rat) quantity.Interval { return quantity.Exactly(v) }

func reading(name string, v *big.Rat, working string) finding.Reading {
	return finding.Reading{Name: name, Score: exactly(v), Working: working + " = " + decimal(v)}
}

// completion is actual ÷ target, of the displayed numbers brought to one unit; ok is false for ranges,
// approximate amounts and targets that are not over zero.
func (in Facts) completion() (share *big.Rat, ok bool) {
	a, t := in.Actual, in.Target
	if !single(a) || !single(t) || t.Rat().Sign() <= 0 || a.Rat().Sign() < 0 {
		return nil, false
	}
	i, ok := quantity.Ratio(a, t)
	return i.Low, ok
}

// single reports whether the amount is one exact number.
func single(q quantity.Quantity) bool {
	return q.Numeric() && q.Bound != quantity.Range && !q.Approximate
}
