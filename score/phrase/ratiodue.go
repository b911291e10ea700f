package phrase

import (
	"math/big"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// due computes a score in proportion; tiers on over-achievement, which hold only where the target was
// too low, are a second reading beside full marks.
func (r Ratio) due(in Facts, cuts []Cut) []finding.Reading {
	switch {
	case r.OwnRate:
		return ownRate(in)
	case r.Execution:
		return r.execution(in)
	}
	formula := r.Positive
	if in.negative() {
		formula = r.Negative
	}
	share, ok := in.completion()
	if formula == NoFormula || !ok {
		return nil
	}
	v := clamp(quantity.Times(r.share(formula, share), in.Weight), in.Weight)
	out := []finding.Reading{reading("ratio", v, decimal(in.Weight)+" × "+formula.working(in.Actual.Value, in.Target.Value))}
	if formula != ActualTarget {
		return out // doing better than a ceiling is no over-achievement in these rules
	}
	return append(out, overCuts(share, in.Weight, cuts)...)
}

// share is the part of the weight, which may be over one, that a completion earns by a formula.
func (r Ratio) share(formula Formula, completion *big.Rat) *big.Rat {
	switch formula {
	case TargetActual:
		if completion.Sign() > 0 {
			return new(big.Rat).Inv(completion)
		}
		return one
	case OverTarget:
		return quantity.Minus(quantity.Whole(2), completion)
	}
	if r.Zero != nil {
		if surely, _ := r.Zero.at(quantity.Times(completion, hundred)); surely {
			return new(big.Rat)
		}
	}
	return completion
}

// working writes the formula with its numbers.
func (f Formula) working(actual, target string) string {
	switch f {
	case TargetActual:
		return target + " ÷ " + actual
	case OverTarget:
		return "(2 − " + actual + " ÷ " + target + ")"
	}
	return actual + " ÷ " + target
}

func (r Ratio) execution(in Facts) []finding.Reading {
	if in.Execution.IsZero() {
		return ownRate(in)
	}
	score := in.Execution.Scale(quantity.Per(in.Weight, hundred)).Clamp(new(big.Rat), in.Weight)
	return []finding.Reading{{
		Name: "execution", Score: score,
		Working: decimal(in.Weight) + " × " + decimal(in.Execution.Low) + "% = " + decimal(score.Low),
	}}
}

// ownRate scores by the rate that a row prints as its result, where no target stands beside it.
func ownRate(in Facts) []finding.Reading {
	if in.Actual.Unit != "%" || !single(in.Actual) || in.Target.Numeric() {
		return nil
	}
	rate, ok := in.Actual.Interval()
	if !ok {
		return nil
	}
	score := rate.Scale(quantity.Per(in.Weight, hundred)).Clamp(new(big.Rat), in.Weight)
	text := decimal(in.Weight) + " × " + in.Actual.Value + "%"
	return []finding.Reading{{Name: "own-rate", Score: score, Working: text + " = " + decimal(quantity.Per(quantity.Times(in.Weight, in.Actual.Rat()), hundred))}}
}

func overCuts(share, w *big.Rat, cuts []Cut) []finding.Reading {
	o := quantity.Minus(share, one)
	o.Mul(o, hundred)
	var out []finding.Reading
	for _, c := range cuts {
		if _, may := c.Range.at(o); may {
			v := quantity.Times(w, quantity.Minus(one, c.Share))
			out = append(out, reading("over-cut", v, decimal(w)+" × (1 − "+decimal(c.Share)+")"))
		}
	}
	return out
}

// due gives the points for a target that is met, and nothing for one that is missed.
func (b Binary) due(in Facts) []finding.Reading {
	if !b.OnTarget {
		return nil
	}
	share, ok := in.completion()
	if !ok {
		return nil
	}
	met := quantity.Compare(share, one) >= 0
	if in.negative() {
		met = quantity.Compare(share, one) <= 0
	}
	if met {
		return []finding.Reading{reading("met", clamp(b.Points.of(in.Weight), in.Weight), "s")}
	}
	return []finding.Reading{reading("missed", new(big.Rat), "s")}
}
