package quantity

import (
	"math/big"
	"strings"
)

// FormatRat writes a number with a fixed count of decimals, rounded half away from zero; nil is empty.
func FormatRat(r *big.Rat, decimals int) string {
	if r == nil {
		return ""
	}
	decimals = max(decimals, 0)
	return Round(r, decimals).FloatString(decimals)
}

// FormatShort writes a number as short as it is exact, with at most max decimals: 4.90 is 4.9, 1/3
// with four decimals is 0.3333.
func FormatShort(r *big.Rat, max int) string {
	s := FormatRat(r, max)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
