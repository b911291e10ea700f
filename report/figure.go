package report

import (
	"math/big"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// interval decimals: enough to tell a rounding from a difference, few enough to be read.
const (
	mostDecimals  = 4
	leastDecimals = 2
)

// decimal writes the number with two to four decimals: 4.90, 0.0333, 94.2412.
func decimal(v *big.Rat) string {
	s := v.FloatString(mostDecimals)
	for range mostDecimals - leastDecimals {
		s = strings.TrimSuffix(s, "0")
	}
	return unsigned(s)
}

// points writes the number with the two decimals that scores are read in.
func points(v *big.Rat) string { return unsigned(v.FloatString(leastDecimals)) }

// unsigned drops the sign that rounding leaves before a zero.
func unsigned(s string) string {
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// span writes an interval as one number where both ends print the same, else as low～high.
func span(i quantity.Interval, write func(*big.Rat) string) string {
	if i.IsZero() {
		return ""
	}
	low, high := write(i.Low), write(i.High)
	if low == high {
		return low
	}
	return low + "～" + high
}

// middle is the number halfway between both ends, or nil.
func middle(i quantity.Interval) *big.Rat {
	if i.IsZero() {
		return nil
	}
	sum := quantity.Plus(i.Low, i.High)
	return sum.Quo(sum, big.NewRat(2, 1))
}

// admitted is the reading that the printed score agrees with, else the one that the rule asks for by its
// words, which stands first; nil if nothing could be computed. A score within the band of its class is
// thus shown beside the band, not beside the full weight that would be due by another reading.
func admitted(p finding.Points, score form.Entry) *finding.Reading {
	if len(p.Readings) == 0 {
		return nil
	}
	if v := score.Rat(); v != nil {
		digits := quantity.Decimals(score.Value)
		for i, r := range p.Readings {
			if !r.Score.IsZero() && r.Score.Rounds(v, digits) {
				return &p.Readings[i]
			}
		}
	}
	return &p.Readings[0]
}
