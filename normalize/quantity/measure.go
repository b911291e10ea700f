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
	factor, dimension := q.base(v)
	return Measure{Times(v, factor), dimension}, true
}

// Dimension is that of the amount's unit: 元 for 1.2万元; empty for an amount without a unit.
func (q Quantity) Dimension() string {
	_, _, dimension := dissect(q.Unit)
	return dimension
}

// base is the factor to the base unit, and the dimension. 比例 is written both as 0.97 and as 97: what
// is over one counts hundredths.
func (q Quantity) base(v *big.Rat) (factor *big.Rat, dimension string) {
	numerator, denominator, dimension := dissect(q.Unit)
	if q.Unit == "比例" && new(big.Rat).Abs(v).Cmp(big.NewRat(1, 1)) > 0 {
		denominator = 100
	}
	return fraction(numerator, denominator), dimension
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
	if known, ok := conversionFor(name); ok {
		c, scale = known, 1
	} else if known, ok := conversionFor(rest); ok {
		c = known
	}
	if rated {
		c.dimension += "/" + strings.NewReplacer("/", "·", "*", "·", "×", "·", "•", "·", "⋅", "·", "・", "·").Replace(per)
	}
	return c.numerator * scale, c.denominator, c.dimension
}

// scaleOf parts 万 and its kin from the front of a unit.
func scaleOf(name string) (scale int64, rest string) {
	scale, rest = 1, name
	for range 3 {
		for _, s := range [...]struct {
			text  string
			value int64
		}{{"百", 100}, {"千", 1000}, {"万", myriad}, {"亿", myriad * myriad}} {
			if after, ok := strings.CutPrefix(rest, s.text); ok {
				scale, rest = scale*s.value, after
				break
			}
		}
	}
	return scale, rest
}

// conversionFor finds a unit that converts; the case of Latin units longer than a letter does not count.
func conversionFor(name string) (conversion, bool) {
	if c, ok := units().conversions[name]; ok {
		return c, true
	}
	if len(name) < 2 || !letter(rune(name[0])) {
		return conversion{}, false
	}
	c, ok := units().conversions[strings.ToLower(name)]
	return c, ok
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
	return a.Scale(factorBeside(actual, target)).Over(t.Scale(factorBeside(target, actual)))
}

// factorBeside is the factor of an amount to its base unit; one without a unit takes that of the other.
func factorBeside(q, other Quantity) *big.Rat {
	if q.Unit != "" || other.Unit == "" {
		factor, _ := q.base(q.Rat())
		return factor
	}
	bare := q
	bare.Unit = other.Unit
	factor, _ := bare.base(bare.Rat())
	return adopted(q, other, factor)
}

// adopted is the factor for a bare amount beside one whose unit has the factor given. Mostly the unit
// was just left out (≤90万元 → 90); where that would put the two far apart, the bare one was written in
// the base unit (≥5万人 → 52000, 95% → 0.958).
func adopted(bare, other Quantity, factor *big.Rat) *big.Rat {
	one := big.NewRat(1, 1)
	b, o := bare.Rat(), other.Rat()
	if factor.Cmp(one) == 0 || b.Sign() <= 0 || o.Sign() <= 0 {
		return factor
	}
	gap := new(big.Rat).Quo(b, o) // of the printed numbers: 1 when the unit was left out
	square := new(big.Rat).Mul(gap, gap)
	if factor.Cmp(one) > 0 && square.Cmp(factor) > 0 || factor.Cmp(one) < 0 && square.Cmp(factor) < 0 && b.Cmp(one) <= 0 {
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
