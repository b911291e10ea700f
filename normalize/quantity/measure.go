package quantity

import (
	"math/big"
	"strings"
)

// Measure is an amount in the base unit of its dimension: 1.2万元 is 12000 元, 2.8万处 is 28000 处, 95%
// is 0.95 of the dimension Proportion. Units that convert into nothing are their own dimension; an
// amount without a unit has the empty one.
type Measure struct {
	Value     *big.Rat
	Dimension string
}

// Measure converts the amount, or the lower end of a range; ok is false for anything but a number.
func (q Quantity) Measure() (m Measure, ok bool) {
	v := q.Rat()
	if q.Kind != Number || v == nil {
		return Measure{}, false
	}
	if q.Unit == "" {
		return Measure{v, ""}, true
	}
	numerator, denominator, dimension := q.base(v)
	if numerator != denominator {
		v = scaledBy(v, numerator, denominator)
	}
	return Measure{v, dimension}, true
}

// Dimension is that of the amount's unit: 元 for 1.2万元; empty for an amount without a unit.
func (q Quantity) Dimension() string {
	_, _, dimension := dissect(q.Unit)
	return dimension
}

// share is the unit of amounts whose factor depends on their size.
const share = "比例"

// base is the factor to the base unit, and the dimension. 比例 is written both as 0.97 and as 97: what
// is over one counts hundredths.
func (q Quantity) base(v *big.Rat) (numerator, denominator int64, dimension string) {
	numerator, denominator, dimension = dissect(q.Unit)
	if q.Unit == share && v.Num().CmpAbs(v.Denom()) > 0 {
		denominator = 100
	}
	return numerator, denominator, dimension
}

// factor is that of the amount to its base unit.
func (q Quantity) factor() *big.Rat {
	numerator, denominator, _ := q.base(q.Rat())
	return fraction(numerator, denominator)
}

// dissect parts a unit into its factor to the base unit and its dimension: 万元/人 is 10000 of 元/人.
func dissect(name string) (numerator, denominator int64, dimension string) {
	if name == "" {
		return 1, 1, ""
	}
	name, per, rated := strings.Cut(name, "/")
	if open := strings.IndexByte(name, '('); open > 0 {
		name = name[:open]
	}
	scale, rest := scaleOf(name)
	c := conversion{rest, 1, 1}
	if known := convertible(name); known != nil {
		c, scale = *known, 1
	} else if known := convertible(rest); known != nil {
		c = *known
	}
	if rated {
		c.dimension += "/" + strings.Map(func(c rune) rune {
			if c == '/' || times(c) {
				return '·'
			}
			return c
		}, per)
	}
	return c.numerator * scale, c.denominator, c.dimension
}

// scaleOf parts 万 and its kin from the front of a unit.
func scaleOf(name string) (scale int64, rest string) {
	scale, rest = 1, name
	for range 3 {
		c, ok := HanAt(rest, 0)
		if !ok || c != '百' && c != '千' && c != '万' && c != '亿' {
			break
		}
		m, _ := tenOf(c)
		scale, rest = scale*int64(m.value), rest[hanBytes:]
	}
	return scale, rest
}

// convertible is how a unit converts, or nil; the case of Latin units longer than a letter does not count.
func convertible(name string) *conversion {
	if u := units().named(name); u != nil && u.as != nil {
		return u.as
	}
	if len(name) < 2 || !letter(rune(name[0])) {
		return nil
	}
	if u := units().named(strings.ToLower(name)); u != nil {
		return u.as
	}
	return nil
}

// Comparable reports whether two amounts measure the same: they have one dimension, or one of them
// was written without a unit.
func Comparable(a, b Quantity) bool {
	if !a.Numeric() || !b.Numeric() {
		return false
	}
	x, y := a.Dimension(), b.Dimension()
	return x == y || x == "" || y == ""
}

// Ratio is actual ÷ target, taking the printed digits as exact; ranges make it an interval. An amount
// without a unit is read in the unit of the other one; ok is false when the two do not compare or the
// target reaches zero.
func Ratio(actual, target Quantity) (Interval, bool) {
	if !Comparable(actual, target) {
		return Interval{}, false
	}
	a, t := actual.exact(), target.exact()
	if actual.Unit == target.Unit && actual.Unit != share {
		return a.Over(t)
	}
	return a.Scale(factorBeside(actual, target)).Over(t.Scale(factorBeside(target, actual)))
}

// factorBeside is the factor of an amount to its base unit; one without a unit takes that of the other.
func factorBeside(q, other Quantity) *big.Rat {
	if q.Unit != "" || other.Unit == "" {
		return q.factor()
	}
	bare := q
	bare.Unit = other.Unit
	return adopted(q, other, bare.factor())
}

// adopted is the factor for a bare amount beside one whose unit has the factor given. Mostly the unit
// was just left out (≤90万元 → 90); where that would put the two far apart, the bare one was written in
// the base unit (≥5万人 → 52000, 95% → 0.958).
func adopted(bare, other Quantity, factor *big.Rat) *big.Rat {
	one := integer(1)
	size := Compare(factor, one)
	if size == 0 {
		return factor
	}
	b, o := bare.Rat(), other.Rat()
	if b.Sign() <= 0 || o.Sign() <= 0 {
		return factor
	}
	gap := Per(b, o) // of the printed numbers: 1 when the unit was left out
	square := Compare(Times(gap, gap), factor)
	if size > 0 && square > 0 || size < 0 && square < 0 && Compare(b, one) <= 0 {
		return one
	}
	return factor
}

// exact is the number or range with its printed digits taken as exact.
func (q Quantity) exact() Interval {
	if q.Upper == "" {
		return Exactly(q.Rat())
	}
	return Interval{q.Rat(), q.Top()}
}

// Interval is what a measured figure stands for, in its printed unit: 97.75% is [97.745, 97.755]. A
// range reaches from the lowest reading of its lower end to the highest of its upper one.
func (q Quantity) Interval() (Interval, bool) {
	if q.Kind != Number {
		return Interval{}, false
	}
	low, ok := Printed(q.Value)
	if !ok || q.Upper == "" {
		return low, ok
	}
	high, ok := Printed(q.Upper)
	return Interval{low.Low, high.High}, ok
}
