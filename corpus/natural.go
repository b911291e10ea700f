package corpus

import (
	"cmp"
	"strings"
)

// natural orders names as people do: runs of digits by their number, so that 表2 stands before 表10.
// Names that differ only in leading zeros fall back on their bytes.
func natural(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		p, restX := run(x)
		q, restY := run(y)
		if c := compareRuns(p, q); c != 0 {
			return c
		}
		x, y = restX, restY
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// run cuts off the leading characters that are all digits, or all not.
func run(s string) (head, rest string) {
	i := 1
	for i < len(s) && digit(s[i]) == digit(s[0]) {
		i++
	}
	return s[:i], s[i:]
}

func compareRuns(a, b string) int {
	if !digit(a[0]) || !digit(b[0]) {
		return strings.Compare(a, b)
	}
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
