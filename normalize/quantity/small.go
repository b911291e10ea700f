package quantity

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
)

// terms are numerator and denominator where both fit 64 bits, as those of nearly every figure in a
// report do; what is computed with them needs no big arithmetic.
func terms(r *big.Rat) (num, den int64, ok bool) {
	num, ok = term(r.Num())
	if r.IsInt() || !ok {
		return num, 1, ok
	}
	den, ok = term(r.Denom())
	return num, den, ok
}

// term is a number that is, without its sign, one word and less than 2⁶³.
func term(x *big.Int) (n int64, ok bool) {
	words := x.Bits()
	switch {
	case len(words) == 0:
		return 0, true
	case len(words) > 1 || uint64(words[0]) > math.MaxInt64:
		return 0, false
	case x.Sign() < 0:
		return -int64(words[0]), true
	}
	return int64(words[0]), true
}

// fraction is num ÷ den in its lowest terms. den is over zero, and num not the least of all numbers.
func fraction(num, den int64) *big.Rat {
	if g := divisor(num, den); g > 1 {
		num, den = num/g, den/g
	}
	if den == 1 || num == 0 {
		return integer(num)
	}
	r := integer(den)
	r.Inv(r)
	r.Num().SetInt64(num)
	return r
}

// integer is a whole number, made at one stroke with the word that holds it: most figures are whole, and
// big.Rat allocates three times for one.
func integer(num int64) *big.Rat {
	size := uint64(max(num, -num))
	if uint64(big.Word(size)) != size {
		return new(big.Rat).SetInt64(num) // words of 32 bits
	}
	made := &struct {
		big.Rat
		word [1]big.Word
	}{word: [1]big.Word{big.Word(size)}}
	n := made.Num().SetBits(made.word[:])
	if num < 0 {
		n.Neg(n)
	}
	return &made.Rat
}

// divisor is the greatest common one of two numbers.
func divisor(a, b int64) int64 {
	x, y := uint64(max(a, -a)), uint64(b)
	for x != 0 {
		if x > y {
			x, y = y, x
			continue
		}
		x, y = y%x, x
	}
	return int64(y)
}

// product is a·b where it fits.
func product(a, b int64) (int64, bool) {
	high, low := bits.Mul64(uint64(max(a, -a)), uint64(max(b, -b)))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(low), true
	}
	return int64(low), true
}

// Times is a·b.
func Times(a, b *big.Rat) *big.Rat {
	if z, w, ok := terms(b); ok {
		return scaledBy(a, z, w)
	}
	return new(big.Rat).Mul(a, b)
}

// scaledBy is a·z÷w; w is over zero.
func scaledBy(a *big.Rat, z, w int64) *big.Rat {
	if x, y, ok := terms(a); ok {
		num, ok := product(x, z)
		if den, fits := product(y, w); ok && fits {
			return fraction(num, den)
		}
	}
	return new(big.Rat).Mul(a, fraction(z, w))
}

// Per is a÷b; b is not zero.
func Per(a, b *big.Rat) *big.Rat {
	if x, y, ok := terms(a); ok {
		if z, w, ok := terms(b); ok && z != 0 {
			num, ok := product(x, w)
			if den, fits := product(y, z); ok && fits {
				if den < 0 {
					num, den = -num, -den
				}
				return fraction(num, den)
			}
		}
	}
	return new(big.Rat).Quo(a, b)
}

// Plus is a+b.
func Plus(a, b *big.Rat) *big.Rat {
	if s := sum(a, b, 1); s != nil {
		return s
	}
	return new(big.Rat).Add(a, b)
}

// Minus is a−b.
func Minus(a, b *big.Rat) *big.Rat {
	if s := sum(a, b, -1); s != nil {
		return s
	}
	return new(big.Rat).Sub(a, b)
}

// sum is a+sign·b, or nil where 64 bits do not hold what it takes.
func sum(a, b *big.Rat, sign int64) *big.Rat {
	x, y, ok := terms(a)
	z, w, too := terms(b)
	if !ok || !too {
		return nil
	}
	if num, den, ok := added(x, y, sign*z, w); ok {
		return fraction(num, den)
	}
	return nil
}

// added is x÷y + z÷w, not in its lowest terms, where 64 bits hold what it takes.
func added(x, y, z, w int64) (num, den int64, ok bool) {
	if y != w {
		g := divisor(y, w)
		var fits [3]bool
		by, times := w/g, y/g
		x, fits[0] = product(x, by)
		z, fits[1] = product(z, times)
		y, fits[2] = product(y, by)
		if !fits[0] || !fits[1] || !fits[2] {
			return 0, 0, false
		}
	}
	s := x + z
	overflows := (x >= 0) == (z >= 0) && (s >= 0) != (x >= 0) || s == math.MinInt64
	return s, y, !overflows
}

// Tally adds up numbers; its zero value is 0.
type Tally struct {
	num, den int64    // of the sum so far; den is 0 before the first number
	large    *big.Rat // the sum where 64 bits do not hold it
}

// Add adds a number.
func (t *Tally) Add(v *big.Rat) {
	if t.large == nil {
		if num, den, ok := t.with(v); ok {
			t.num, t.den = num, den
			return
		}
	}
	t.large = new(big.Rat).Add(t.Rat(), v)
}

func (t *Tally) with(v *big.Rat) (num, den int64, ok bool) {
	num, den, ok = terms(v)
	if !ok || t.den == 0 {
		return num, den, ok
	}
	return added(t.num, t.den, num, den)
}

// Rat is the sum so far.
func (t *Tally) Rat() *big.Rat {
	switch {
	case t.large != nil:
		return new(big.Rat).Set(t.large)
	case t.den == 0:
		return new(big.Rat)
	}
	return fraction(t.num, t.den)
}

// Against is -1, 0 or 1 as a number is less than num ÷ den, equal, or more. den is over zero.
func Against(a *big.Rat, num, den int64) int {
	if x, y, ok := terms(a); ok {
		left, fits := product(x, den)
		if right, both := product(num, y); fits && both {
			return cmp.Compare(left, right)
		}
	}
	return a.Cmp(big.NewRat(num, den))
}

// Compare is -1, 0 or 1 as a is less than b, equal, or more.
func Compare(a, b *big.Rat) int {
	x, y, ok := terms(a)
	z, w, too := terms(b)
	if ok && too {
		left, fits := product(x, w)
		if right, both := product(z, y); fits && both {
			switch {
			case left < right:
				return -1
			case left > right:
				return 1
			}
			return 0
		}
	}
	return a.Cmp(b)
}
