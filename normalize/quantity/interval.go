package quantity

import (
	"math"
	"math/big"
	"strings"
)

// Interval is a closed interval of exact rationals. A printed measured figure stands for all values
// that print so (XBRL Calculations 1.1): 97.75 is [97.745, 97.755].
type Interval struct{ Low, High *big.Rat }

// Exactly is the interval of one value.
func Exactly(v *big.Rat) Interval { return Interval{v, v} }

// Printed is the interval that a decimal stands for when it was rounded to its printed digits: half a
// unit of the last digit to both sides, both ends included.
func Printed(decimal string) (Interval, bool) {
	if v, behind, ok := briefly(decimal); ok {
		return Interval{fraction(2*v-1, 2*powers[behind]), fraction(2*v+1, 2*powers[behind])}, true
	}
	v := rat(decimal)
	if v == nil {
		return Interval{}, false
	}
	half := HalfUnit(Decimals(decimal))
	return Interval{Minus(v, half), Plus(v, half)}, true
}

// Decimals is the number of digits behind the point.
func Decimals(decimal string) int {
	if i := strings.IndexByte(decimal, '.'); i >= 0 {
		return len(decimal) - i - 1
	}
	return 0
}

// HalfUnit is ½·10^-decimals.
func HalfUnit(decimals int) *big.Rat {
	if decimals >= 0 && decimals < len(powers) {
		return fraction(1, 2*powers[decimals])
	}
	den := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	return new(big.Rat).SetFrac(big.NewInt(1), den.Mul(den, big.NewInt(2)))
}

// IsZero reports whether the interval was never set.
func (i Interval) IsZero() bool { return i.Low == nil || i.High == nil }

// Holds reports whether v lies in the interval.
func (i Interval) Holds(v *big.Rat) bool { return Compare(i.Low, v) <= 0 && Compare(v, i.High) <= 0 }

// Meets reports whether the two intervals have a value in common.
func (i Interval) Meets(o Interval) bool {
	return Compare(i.Low, o.High) <= 0 && Compare(o.Low, i.High) <= 0
}

// Scale multiplies both ends; a negative factor turns them round.
func (i Interval) Scale(f *big.Rat) Interval {
	if num, den, ok := terms(f); ok && num == den {
		return i
	}
	if i.Low == i.High {
		return Exactly(Times(i.Low, f))
	}
	a, b := Times(i.Low, f), Times(i.High, f)
	if f.Sign() < 0 {
		a, b = b, a
	}
	return Interval{a, b}
}

// Add is the interval of all sums.
func (i Interval) Add(o Interval) Interval {
	if i.Low == i.High && o.Low == o.High {
		return Exactly(Plus(i.Low, o.Low))
	}
	return Interval{Plus(i.Low, o.Low), Plus(i.High, o.High)}
}

// Sub is the interval of all differences.
func (i Interval) Sub(o Interval) Interval {
	return Interval{Minus(i.Low, o.High), Minus(i.High, o.Low)}
}

// Over is the interval of all quotients; ok is false when o reaches zero.
func (i Interval) Over(o Interval) (Interval, bool) {
	if o.Low.Sign() <= 0 && o.High.Sign() >= 0 {
		return Interval{}, false
	}
	if i.Low == i.High && o.Low == o.High {
		return Exactly(Per(i.Low, o.Low)), true
	}
	q := [4]*big.Rat{Per(i.Low, o.Low), Per(i.Low, o.High), Per(i.High, o.Low), Per(i.High, o.High)}
	low, high := q[0], q[0]
	for _, v := range q[1:] {
		if Compare(v, low) < 0 {
			low = v
		}
		if Compare(v, high) > 0 {
			high = v
		}
	}
	return Interval{low, high}, true
}

// scaled is v·10^decimals in 64 bits, unless they do not hold it, and 10^decimals.
func scaled(v *big.Rat, decimals int) (num, den, scale int64, ok bool) {
	if decimals < 0 || decimals >= len(powers) {
		return 0, 0, 0, false
	}
	num, den, ok = terms(v)
	if !ok {
		return 0, 0, 0, false
	}
	scale = powers[decimals]
	num, ok = product(num, scale)
	return num, den, scale, ok
}

// rounded is v rounded half away from zero as a count of parts of one, in 64 bits, unless they do not hold it.
func rounded(v *big.Rat, decimals int) (count, parts int64, ok bool) {
	num, den, parts, ok := scaled(v, decimals)
	if !ok || den > math.MaxInt64/4 {
		return 0, 0, false
	}
	count, rest := num/den, num%den
	switch {
	case 2*rest >= den:
		count++
	case -2*rest >= den:
		count--
	}
	return count, parts, true
}

// Round rounds half away from zero to the decimals, exactly.
func Round(v *big.Rat, decimals int) *big.Rat {
	if whole, scale, ok := rounded(v, decimals); ok {
		return fraction(whole, scale)
	}
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	x := new(big.Rat).Mul(v, scale)
	num, den := new(big.Int).Abs(x.Num()), x.Denom()
	num.Mul(num, big.NewInt(2)).Add(num, den).Quo(num, new(big.Int).Mul(den, big.NewInt(2)))
	if x.Sign() < 0 {
		num.Neg(num)
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(num), scale)
}

// Truncate cuts to the decimals, towards zero.
func Truncate(v *big.Rat, decimals int) *big.Rat {
	if num, den, scale, ok := scaled(v, decimals); ok {
		return fraction(num/den, scale)
	}
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	x := new(big.Rat).Mul(v, scale)
	return new(big.Rat).Quo(new(big.Rat).SetInt(new(big.Int).Quo(x.Num(), x.Denom())), scale)
}

// Rounded rounds both ends to the decimals: the figures that may be printed for the interval.
func (i Interval) Rounded(decimals int) Interval {
	if i.Low == i.High {
		return Exactly(Round(i.Low, decimals))
	}
	return Interval{Round(i.Low, decimals), Round(i.High, decimals)}
}

// Rounds reports whether v is one of the figures that may be printed for the interval, rounded to the decimals.
func (i Interval) Rounds(v *big.Rat, decimals int) bool {
	low, parts, ok := rounded(i.Low, decimals)
	high, _, too := rounded(i.High, decimals)
	num, den, small := terms(v)
	least, fits := product(low, den)
	most, both := product(high, den)
	if at, all := product(num, parts); ok && too && small && fits && both && all {
		return least <= at && at <= most
	}
	return i.Rounded(decimals).Holds(v)
}

// Clamp moves both ends into [low, high].
func (i Interval) Clamp(low, high *big.Rat) Interval {
	return Interval{clamp(i.Low, low, high), clamp(i.High, low, high)}
}

func clamp(v, low, high *big.Rat) *big.Rat {
	if Compare(v, low) < 0 {
		return low
	}
	if Compare(v, high) > 0 {
		return high
	}
	return v
}
