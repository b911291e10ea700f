//go:build unix

package quantity

import (
	"strings"
	"testing"
	"time"

	"fuhe/testdata/pace"
)

// Four times the text may take a little more than four times the work, whatever it repeats; were the
// reading quadratic it would take sixteen times.
func TestFindAllIsLinear(t *testing.T) {
	read := func(text string) time.Duration { return pace.Least(t, 3, func() { FindAll(text) }) }
	for _, piece := range []string{
		"1", "1-", "1,000", "一", "十", "1 ", "≥", "不超过1", "1(", "1/", "1年", "2020.1-", "1.", "半", "年", "1~一", "1亿", "百分之",
	} {
		small, large := read(strings.Repeat(piece, 4_000)), read(strings.Repeat(piece, 16_000))
		if large > 10*small+50*time.Millisecond {
			t.Errorf("%q: %v for four times the text of %v", piece, large, small)
		}
	}
}
