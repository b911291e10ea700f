package synth

import (
	"math/big"
	"strings"
)

// number reads a decimal as the model holds it; a blank is zero.
func number(s string) *big.Rat {
	if r, ok := new(big.Rat).SetString(s); ok {
		return r
	}
	return new(big.Rat)
}

// rounded prints half away from zero, as offices round.
func rounded(r *big.Rat, decimals int) string { return r.FloatString(decimals) }

// trimmed drops the zeros behind the point.
func trimmed(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func decimals(s string) int {
	if _, after, ok := strings.Cut(s, "."); ok {
		return len(after)
	}
	return 0
}

func add(a, b string) string {
	return rounded(new(big.Rat).Add(number(a), number(b)), max(decimals(a), decimals(b)))
}

func less(a, b string) string {
	return rounded(new(big.Rat).Sub(number(a), number(b)), max(decimals(a), decimals(b)))
}

// times is a·n/d to so many decimals.
func times(a string, n, d int64, places int) string {
	return rounded(new(big.Rat).Mul(number(a), big.NewRat(n, d)), places)
}

func quotient(a, b string) *big.Rat { return new(big.Rat).Quo(number(a), number(b)) }

func compare(a, b string) int { return number(a).Cmp(number(b)) }

func isZero(s string) bool { return number(s).Sign() == 0 }

// grouped sets commas between thousands.
func grouped(s string) string {
	whole, rest, point := strings.Cut(s, ".")
	var parts []string
	for len(whole) > 3 {
		parts = append([]string{whole[len(whole)-3:]}, parts...)
		whole = whole[:len(whole)-3]
	}
	whole = strings.Join(append([]string{whole}, parts...), ",")
	if point {
		return whole + "." + rest
	}
	return whole
}
