//go:build unix

package quantity

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// Four times the text may take a little more than four times the work, whatever it repeats; were the
// reading quadratic it would take sixteen times. Processor time is counted, for what else the machine does
// must not.
func TestFindAllIsLinear(t *testing.T) {
	for _, piece := range []string{
		"1", "1-", "1,000", "一", "十", "1 ", "≥", "不超过1", "1(", "1/", "1年", "2020.1-", "1.", "半", "年", "1~一", "1亿", "百分之",
	} {
		small, large := pace(t, piece, 4_000), pace(t, piece, 16_000)
		if large > 10*small+50*time.Millisecond {
			t.Errorf("%q: %v for four times the text of %v", piece, large, small)
		}
	}
}

func pace(t *testing.T, piece string, n int) time.Duration {
	text := strings.Repeat(piece, n)
	best := time.Hour
	for range 3 {
		start := worked(t)
		FindAll(text)
		best = min(best, worked(t)-start)
	}
	return best
}

// worked is the processor time that the process has taken.
func worked(t *testing.T) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
