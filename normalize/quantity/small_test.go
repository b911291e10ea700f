package quantity_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"fuhe/normalize/quantity"
)

// ratios are rationals small and large, among them those at the borders of 64 bits.
func ratios() *rapid.Generator[*big.Rat] {
	edge := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-2000, 2000), rapid.SampledFrom([]int64{1 << 31, 1<<62 - 1, 1 << 62, 1<<63 - 1, -1 << 63, -1<<63 + 1, 1e17}))
	return rapid.Custom(func(t *rapid.T) *big.Rat {
		den := edge.Draw(t, "den")
		if den == 0 {
			den = 1
		}
		r := big.NewRat(edge.Draw(t, "num"), den)
		if rapid.Bool().Draw(t, "wide") {
			r.Mul(r, big.NewRat(edge.Draw(t, "more"), 7))
		}
		return r
	})
}

// TestSmallArithmetic: what is computed in 64 bits is what big arithmetic makes.
func TestSmallArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := ratios().Draw(t, "a"), ratios().Draw(t, "b")
		same := func(name string, got, want *big.Rat) {
			if got.Cmp(want) != 0 || got.String() != want.String() {
				t.Fatalf("%v %s %v = %v, want %v", a, name, b, got, want)
			}
		}
		num, den := rapid.Int64Range(-1<<62, 1<<62).Draw(t, "against"), rapid.Int64Range(1, 1<<62).Draw(t, "of")
		if got, want := quantity.Against(a, num, den), a.Cmp(big.NewRat(num, den)); got != want {
			t.Fatalf("%v against %d/%d: %d, want %d", a, num, den, got, want)
		}
		same("·", quantity.Times(a, b), new(big.Rat).Mul(a, b))
		same("+", quantity.Plus(a, b), new(big.Rat).Add(a, b))
		same("−", quantity.Minus(a, b), new(big.Rat).Sub(a, b))
		if b.Sign() != 0 {
			same("÷", quantity.Per(a, b), new(big.Rat).Quo(a, b))
		}
		if got := quantity.Compare(a, b); got != a.Cmp(b) {
			t.Fatalf("Compare(%v, %v) = %d", a, b, got)
		}
	})
}

// TestRounds: a figure is one that an interval rounds to where it lies in the rounded interval.
func TestRounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := ratios().Draw(t, "a"), ratios().Draw(t, "b")
		if a.Cmp(b) > 0 {
			a, b = b, a
		}
		i, decimals := quantity.Interval{Low: a, High: b}, rapid.IntRange(0, 20).Draw(t, "decimals")
		v := rapid.OneOf(ratios(), rapid.Just(quantity.Round(a, decimals)), rapid.Just(quantity.Round(b, decimals))).Draw(t, "v")
		if got, want := i.Rounds(v, decimals), i.Rounded(decimals).Holds(v); got != want {
			t.Fatalf("%v..%v rounds to %v at %d decimals: %v, want %v", a, b, v, decimals, got, want)
		}
	})
}

// TestTally: a sum in 64 bits, as far as they hold it, is the sum of big arithmetic.
func TestTally(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tally quantity.Tally
		want := new(big.Rat)
		for _, v := range rapid.SliceOfN(ratios(), 0, 6).Draw(t, "numbers") {
			tally.Add(v)
			want.Add(want, v)
			if got := tally.Rat(); got.Cmp(want) != 0 {
				t.Fatalf("with %v the sum is %v, want %v", v, got, want)
			}
		}
	})
}

// TestWhole: the numbers that are shared are the numbers that were asked for.
func TestWhole(t *testing.T) {
	for v := int64(-3); v < 105; v++ {
		if got := quantity.Whole(v); got.Cmp(big.NewRat(v, 1)) != 0 || !got.IsInt() {
			t.Errorf("Whole(%d) = %v", v, got)
		}
	}
}

// TestRoundAsBig: rounding and cutting in 64 bits is what big arithmetic makes.
func TestRoundAsBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, decimals := ratios().Draw(t, "v"), rapid.IntRange(0, 20).Draw(t, "decimals")
		ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
		x := new(big.Rat).Mul(v, new(big.Rat).SetInt(ten))
		cut := new(big.Int).Quo(x.Num(), x.Denom())
		if want := new(big.Rat).SetFrac(cut, ten); quantity.Truncate(v, decimals).Cmp(want) != 0 {
			t.Fatalf("Truncate(%v, %d) = %v, want %v", v, decimals, quantity.Truncate(v, decimals), want)
		}
		half := big.NewRat(int64(x.Sign()), 2)
		x.Add(x, half)
		near := new(big.Int).Quo(x.Num(), x.Denom())
		if want := new(big.Rat).SetFrac(near, ten); quantity.Round(v, decimals).Cmp(want) != 0 {
			t.Fatalf("Round(%v, %d) = %v, want %v", v, decimals, quantity.Round(v, decimals), want)
		}
	})
}
