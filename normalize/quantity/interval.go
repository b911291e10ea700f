package quantity

import (
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
	v := rat(decimal)
	if v == nil {
		return Interval{}, false
	}
	half := HalfUnit(Decimals(decimal))
	return Interval{new(big.Rat).Sub(v, half), new(big.Rat).Add(v, half)}, true
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
	den := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	return new(big.Rat).SetFrac(big.NewInt(1), den.Mul(den, big.NewInt(2)))
}

// IsZero reports whether the interval was never set.
func (i Interval) IsZero() bool { return i.Low == nil || i.High == nil }

// Holds reports whether v lies in the interval.
func (i Interval) Holds(v *big.Rat) bool { return i.Low.Cmp(v) <= 0 && v.Cmp(i.High) <= 0 }

// Meets reports whether the two intervals have a value in common.
func (i Interval) Meets(o Interval) bool { return i.Low.Cmp(o.High) <= 0 && o.Low.Cmp(i.High) <= 0 }

// Scale multiplies both ends; a negative factor turns them round.
func (i Interval) Scale(f *big.Rat) Interval {
	a, b := new(big.Rat).Mul(i.Low, f), new(big.Rat).Mul(i.High, f)
	if f.Sign() < 0 {
		a, b = b, a
	}
	return Interval{a, b}
}

// Add is the interval of all sums.
func (i Interval) Add(o Interval) Interval {
	return Interval{new(big.Rat).Add(i.Low, o.Low), new(big.Rat).Add(i.High, o.High)}
}

// Sub is the interval of all differences.
func (i Interval) Sub(o Interval) Interval {
	return Interval{new(big.Rat).Sub(i.Low, o.High), new(big.Rat).Sub(i.High, o.Low)}
}

// Over is the interval of all quotients; ok is false when o reaches zero.
func (i Interval) Over(o Interval) (Interval, bool) {
	if o.Low.Sign() <= 0 && o.High.Sign() >= 0 {
		return Interval{}, false
	}
	q := [4]*big.Rat{
		new(big.Rat).Quo(i.Low, o.Low), new(big.Rat).Quo(i.Low, o.High),
		new(big.Rat).Quo(i.High, o.Low), new(big.Rat).Quo(i.High, o.High),
	}
	low, high := q[0], q[0]
	for _, v := range q[1:] {
		if v.Cmp(low) < 0 {
			low = v
		}
		if v.Cmp(high) > 0 {
			high = v
		}
	}
	return Interval{low, high}, true
}

// Round rounds half away from zero to the decimals, exactly.
func Round(v *big.Rat, decimals int) *big.Rat {
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
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	x := new(big.Rat).Mul(v, scale)
	return new(big.Rat).Quo(new(big.Rat).SetInt(new(big.Int).Quo(x.Num(), x.Denom())), scale)
}

// Rounded rounds both ends to the decimals: the figures that may be printed for the interval.
func (i Interval) Rounded(decimals int) Interval {
	return Interval{Round(i.Low, decimals), Round(i.High, decimals)}
}

// Clamp moves both ends into [low, high].
func (i Interval) Clamp(low, high *big.Rat) Interval {
	return Interval{clamp(i.Low, low, high), clamp(i.High, low, high)}
}

func clamp(v, low, high *big.Rat) *big.Rat {
	if v.Cmp(low) < 0 {
		return low
	}
	if v.Cmp(high) > 0 {
		return high
	}
	return v
}
