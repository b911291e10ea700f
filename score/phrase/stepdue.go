package phrase

import (
	"math/big"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// due computes a step rule from the row's actual value and its reference.
func (s Step) due(in Facts) []finding.Reading {
	ref, ok := s.ref(in)
	if !ok || !s.measures(in, ref) {
		return nil
	}
	x, r := s.own(in.Actual), s.own(ref)
	points := s.inPoints(x, r, in.Weight)
	if s.Unit != "%" || r.Sign() == 0 || s.beyond(x, r).Sign() <= 0 {
		return points
	}
	relative := s.relative(x, r, in.Weight)
	if s.Side == Both && s.Against == TheTarget || in.Actual.Unit != "%" {
		return relative
	}
	return append(points, lenient(relative)...)
}

// ref is the reference as an amount.
func (s Step) ref(in Facts) (quantity.Quantity, bool) {
	q := quantity.Quantity{Kind: quantity.Number, Unit: in.Actual.Unit}
	switch s.Against {
	case ANumber, AnAverage:
		if s.Value == nil {
			return q, false
		}
		q.Value = s.Value.FloatString(6)
		if _, ok := inUnit(one, in.Actual.Unit, s.Unit); ok && in.Actual.Unit != "" && s.Unit != "%" {
			q.Unit = plainUnit(s.Unit)
		}
	case LastYear:
		q = in.LastYear
	case TheTarget:
		q = in.Target
		if s.Side == Under && in.negative() || s.Side == Over && (q.Bound == quantity.AtLeast || q.Bound == quantity.Above) {
			return q, false // the good side of a target loses no points
		}
	}
	a := in.Actual
	return q, single(a) && single(q) && quantity.Comparable(a, q)
}

// measures reports whether the actual value is of the kind the step is counted in.
func (s Step) measures(in Facts, ref quantity.Quantity) bool {
	unit := in.Actual.Unit
	if unit == "" {
		unit = ref.Unit
	}
	switch s.Unit {
	case "%":
		return unit == "%" || s.Against == TheTarget || s.Against == LastYear
	case "个百分点":
		return unit == "%"
	case "个单位", "单位":
		return true
	}
	_, ok := inUnit(one, unit, s.Unit)
	return ok && unit != ""
}

// own is the amount in the step's unit, where it has another that converts (2小时 and steps of 30分钟).
func (s Step) own(q quantity.Quantity) *big.Rat {
	if v, ok := inUnit(q.Rat(), q.Unit, s.Unit); ok {
		return v
	}
	return q.Rat()
}

// inPoints counts the plain difference: percentage points, minutes.
func (s Step) inPoints(x, ref, w *big.Rat) []finding.Reading {
	return s.count(x, s.beyond(x, ref), "("+difference(s.Side, x, ref)+")", w)
}

// relative counts the difference as a share of the reference, in percent.
func (s Step) relative(x, ref, w *big.Rat) []finding.Reading {
	d := quantity.Per(s.beyond(x, ref), new(big.Rat).Abs(ref))
	return s.count(x, d.Mul(d, hundred), "("+difference(s.Side, x, ref)+") ÷ "+decimal(ref)+" × 100", w)
}

func lenient(all []finding.Reading) []finding.Reading {
	for i := range all {
		all[i].Name, all[i].Lenient = "relative-"+all[i].Name, true
	}
	return all
}

// beyond is how far x lies beyond the reference, negative if it does not.
func (s Step) beyond(x, ref *big.Rat) *big.Rat {
	d := quantity.Minus(x, ref)
	switch s.Side {
	case Under:
		return d.Neg(d)
	case Both:
		return d.Abs(d)
	}
	return d
}

func difference(side Side, x, ref *big.Rat) string {
	if side == Under {
		x, ref = ref, x
	}
	return decimal(x) + " − " + decimal(ref)
}

// count takes the points for the steps in d, by each way of counting that the rule leaves open.
func (s Step) count(x, d *big.Rat, working string, w *big.Rat) []finding.Reading {
	if s.Zero != nil {
		if surely, _ := s.Zero.at(x); surely {
			return []finding.Reading{reading("zero", new(big.Rat), decimal(x)+": "+s.Zero.String()+"; s")}
		}
	}
	if d.Sign() <= 0 {
		return []finding.Reading{reading("met", w, working+" ≤ 0, s")}
	}
	n := quantity.Per(d, s.Size)
	steps := map[Counting]*big.Rat{WholeSteps: floor(n), BegunSteps: ceil(n), InPart: n}
	var out []finding.Reading
	for _, how := range []Counting{WholeSteps, BegunSteps, InPart} {
		if s.Counting != AnyCounting && s.Counting != WholeSteps && s.Counting != how {
			continue
		}
		per := s.Per.of(w)
		v := clamp(quantity.Minus(w, quantity.Times(per, steps[how])), w)
		text := decimal(w) + " − " + decimal(per) + " × " + decimal(steps[how]) + "; " + working + " ÷ " + decimal(s.Size)
		r := reading(names[how], v, text)
		r.Lenient = s.Counting == WholeSteps && how != WholeSteps
		out = append(out, r)
	}
	return out
}

var names = map[Counting]string{WholeSteps: "whole-steps", BegunSteps: "begun-steps", InPart: "pro-rata"}

func floor(v *big.Rat) *big.Rat { return quantity.Truncate(v, 0) }

func ceil(v *big.Rat) *big.Rat {
	f := floor(v)
	if quantity.Compare(f, v) < 0 {
		f.Add(f, one)
	}
	return f
}
