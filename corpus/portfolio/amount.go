package portfolio

import (
	"math"
	"strconv"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// amount is a printed figure as the interval that it stands for, in the base unit. Candidates are found by it;
// what is told is compared again exactly.
type amount struct {
	value  float64
	half   float32
	digits int8 // significant ones; 0: there was none
}

func (a amount) known() bool { return a.digits > 0 }

// meets reports whether two figures may be one; a missing one may be anything.
//
// It errs to the side of no, for what does not meet is compared exactly before it is told.
func (a amount) meets(b amount) bool {
	if !a.known() || !b.known() {
		return true
	}
	return a.value == b.value || math.Abs(a.value-b.value) <= float64(a.half+b.half)*(1-1e-6)-1e-12*math.Abs(a.value)
}

func (a amount) same(b amount) bool { return a.known() && b.known() && a.value == b.value }

// measure is the figure of an entry in the base unit of its dimension.
func measure(e form.Entry) (amount, string) {
	m, ok := e.Measure()
	if !ok || e.Doubt != "" {
		return amount{}, ""
	}
	v, _ := m.Value.Float64()
	a := amount{value: v, digits: significant(e.Value)}
	// Half a unit of the last digit printed, in the base unit.
	a.half = float32(math.Pow10(-quantity.Decimals(e.Value)) / 2)
	if printed, err := strconv.ParseFloat(e.Value, 64); err == nil && printed != 0 {
		a.half *= float32(math.Abs(v / printed))
	} else if i, _, ok := exact(e, ""); ok {
		high, _ := i.High.Float64()
		a.half = float32(high)
	}
	return a, m.Dimension
}

// plain is a score or weight; they are exact.
func plain(e form.Entry) amount {
	a, dim := measure(e)
	if dim != "" && dim != "分" {
		return amount{}
	}
	a.half = 0
	return a
}

// money is an amount in 元.
func money(e form.Entry, fund form.Fund) amount {
	if e.Unit == "" {
		e.Unit = fund.Money
	}
	a, dim := measure(e)
	if dim != "元" || e.Approximate || e.Bound != quantity.None {
		return amount{}
	}
	return a
}

// significant counts the digits from the first to the last that is not 0; at least 1 for a number.
func significant(value string) int8 {
	digits := strings.Trim(strings.ReplaceAll(strings.TrimPrefix(value, "-"), ".", ""), "0")
	return int8(max(1, min(len(digits), 100)))
}

// exact is what an entry stands for in the base unit, and its dimension; bare is the unit of one without.
func exact(e form.Entry, bare string) (quantity.Interval, string, bool) {
	q := e.Quantity
	if q.Unit == "" {
		q.Unit = bare
	}
	i, ok := quantity.Printed(q.Value)
	m, measured := q.Measure()
	if !ok || !measured {
		return quantity.Interval{}, "", false
	}
	one := q
	one.Value = "1"
	if q.Unit == "比例" {
		one.Value = q.Value // which is read by its size
		if m.Value.Sign() != 0 {
			return i.Scale(m.Value.Quo(m.Value, q.Rat())), m.Dimension, true
		}
	}
	unit, _ := one.Measure()
	return i.Scale(unit.Value), m.Dimension, true
}
