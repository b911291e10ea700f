package quantity

import (
	"math/big"
	"strconv"
	"strings"
)

// FormatRat writes a number with a fixed count of decimals, rounded half away from zero; nil is empty.
func FormatRat(r *big.Rat, decimals int) string {
	if r == nil {
		return ""
	}
	decimals = max(decimals, 0)
	if count, parts, ok := rounded(r, decimals); ok {
		return pointed(count, parts)
	}
	return Round(r, decimals).FloatString(decimals)
}

// pointed writes a count of parts of one as a decimal; parts is a power of ten.
func pointed(count, parts int64) string {
	var room [32]byte
	b := room[:0]
	if count < 0 {
		b, count = append(b, '-'), -count
	}
	b = strconv.AppendInt(b, count/parts, 10)
	if parts == 1 {
		return string(b)
	}
	b = append(b, '.')
	rest := count % parts
	for parts /= 10; parts > 1 && rest < parts; parts /= 10 {
		b = append(b, '0')
	}
	return string(strconv.AppendInt(b, rest, 10))
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
