package recompute

import (
	"math/big"
	"slices"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// Mode is how a recomputed figure was brought to its printed digits.
type Mode string

// The modes, from right to wrong. Up is never admissible: it only names what happened.
const (
	Rounded   Mode = "rounded"
	Truncated Mode = "truncated"
	Whole     Mode = "integer"
	Up        Mode = "up"
	Off       Mode = ""
)

// Match tells how the interval could have been printed as the decimal with so many digits behind the
// point: by rounding half up, by cutting, by rounding up, or not at all.
func Match(i quantity.Interval, printed *big.Rat, decimals int) Mode {
	if i.IsZero() || printed == nil {
		return Off
	}
	switch {
	case i.Rounds(printed, decimals):
		return Rounded
	case between(printed, quantity.Truncate(i.Low, decimals), quantity.Truncate(i.High, decimals)):
		return Truncated
	case quantity.Compare(i.Low, printed) <= 0 && underUnit(quantity.Minus(printed, i.High), decimals):
		return Up
	}
	return Off
}

// underUnit reports less than one unit of the last of the decimals.
func underUnit(v *big.Rat, decimals int) bool {
	return quantity.Compare(v, quantity.Times(quantity.HalfUnit(decimals), quantity.Whole(2))) < 0
}

func between(v, low, high *big.Rat) bool {
	return quantity.Compare(low, v) <= 0 && quantity.Compare(v, high) <= 0
}

// Precision is how finely a form prints scores: the most digits behind the point of any of them. A form
// with Precision 0 may have rounded its scores to whole points.
type Precision int

// PrecisionOf looks at the scores of all rows that earn points.
func PrecisionOf(f *form.Form) Precision {
	p := 0
	for i := range f.Funds {
		p = max(p, shown(f.Funds[i].Score))
	}
	for i := range f.Indicators {
		p = max(p, shown(f.Indicators[i].Score))
	}
	return Precision(p)
}

// shown counts the digits that a score was printed with behind the point: who prints 10.00 does not
// round to whole points.
func shown(e form.Entry) int {
	if !e.Numeric() {
		return 0
	}
	return quantity.Decimals(e.Value)
}

// Fit is the first reading, of the points that are due, that the printed score agrees with.
type Fit struct {
	Reading finding.Reading
	Mode    Mode
}

// Lenient reports whether the score fits only by a way that is accepted but worth a word.
func (f Fit) Lenient() bool { return f.Reading.Lenient || f.Mode != Rounded }

// Fit looks for a reading that the printed score agrees with: first by rounding with every reading,
// then by cutting, then by whole points. ok is false if none fits.
func (p Precision) Fit(points finding.Points, score form.Entry) (fit Fit, ok bool) {
	if !score.Numeric() {
		return Fit{}, false
	}
	v, decimals := score.Rat(), p.decimals(score)
	for _, mode := range []Mode{Rounded, Truncated} {
		if !admits(points, mode) {
			continue
		}
		for _, r := range points.Readings {
			if mode == Truncated && r.Name == Unrounded {
				continue // rounded before and cut off after: that would explain too much
			}
			if Match(r.Score, v, decimals) == mode {
				return Fit{r, mode}, true
			}
		}
	}
	if p > 0 || !admits(points, Whole) {
		return Fit{}, false
	}
	for _, r := range points.Readings {
		if r.Score.Rounds(v, 0) {
			return Fit{r, Whole}, true
		}
	}
	return Fit{}, false
}

// admits reports whether the rules let a figure be brought to its digits so.
func admits(points finding.Points, m Mode) bool {
	return len(points.Digits) == 0 || slices.Contains(points.Digits, string(m))
}

// decimals is the digit that a score was rounded to. A score printed as a whole number may have lost
// its zeros (4.90, 5), so it is held to the precision of the form, and to two digits in a form of whole points: 4.9 is not 5.
func (p Precision) decimals(score form.Entry) int {
	if d := quantity.Decimals(score.Value); d > 0 {
		return d
	}
	if p > 0 {
		return int(p)
	}
	return 2
}

// Percent is the printed rate as a decimal in percent: 94.24% is 94.24. A bare figure is read as percent
// or as a fraction, whichever lies nearer to the rate that is due.
func Percent(e form.Entry, due quantity.Interval) (string, bool) {
	if !e.Numeric() || e.Bound == quantity.Range {
		return "", false
	}
	switch e.Unit {
	case "%", "％", "百分比":
		return e.Value, true
	case "":
		return nearer(e, due), true
	}
	return "", false
}

func nearer(e form.Entry, due quantity.Interval) string {
	decimals := quantity.Decimals(e.Value)
	if due.IsZero() || decimals == 0 && e.Value != "1" {
		return e.Value
	}
	times := quantity.Times(e.Rat(), hundred())
	if quantity.Compare(distance(due.Low, times), distance(due.Low, e.Rat())) >= 0 {
		return e.Value
	}
	return quantity.FormatRat(times, max(0, decimals-2))
}

func distance(a, b *big.Rat) *big.Rat {
	d := quantity.Minus(a, b)
	return d.Abs(d)
}
