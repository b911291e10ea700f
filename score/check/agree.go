package check

import (
	"fmt"
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// both formats one message in the two languages from the same arguments.
func both(zh, en string, args ...any) document.Message {
	return document.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
}

// written is a printed amount in the base unit of its dimension.
type written struct {
	value     *big.Rat
	dimension string
	printed   string // the number in the printed unit
}

// half is half a unit of the last digit that was printed.
func (w written) half() *big.Rat {
	half := quantity.HalfUnit(quantity.Decimals(w.printed))
	if v := (quantity.Quantity{Value: w.printed}).Rat(); v.Sign() != 0 {
		half = quantity.Times(half, quantity.Per(w.value, v)) // the factor to base units
	}
	return half
}

// inBaseUnits reads an amount as written; ok is false for what is no single number.
func inBaseUnits(q quantity.Quantity) (written, bool) {
	if !q.Numeric() {
		return written{}, false
	}
	m, ok := q.Measure()
	return written{m.Value, m.Dimension, q.Value}, ok
}

// sameFact reports whether two printed amounts can be one fact told twice; known is false where that
// cannot be said: other units, approximate figures, words. Figures of equal precision have to be equal;
// of unequal precision the finer one has to round, or truncate, to the coarser (90.6% and 90.62%).
// A bound (90%以上) is kept by any figure that satisfies it.
func sameFact(a, b quantity.Quantity) (same, known bool) {
	if a.Approximate || b.Approximate || a.Upper != "" || b.Upper != "" || !quantity.Comparable(a, b) {
		return false, false
	}
	if a.Unit == "" || b.Unit == "" {
		a.Unit, b.Unit = "", ""
	}
	x, ok := inBaseUnits(a)
	y, ok2 := inBaseUnits(b)
	if !ok || !ok2 || x.dimension != y.dimension {
		return false, false
	}
	if kept, is := boundKept(a.Bound, x, b.Bound, y); is {
		return kept, true
	}
	return meets(x, y), true
}

// boundKept judges an amount against a bound; is is false unless exactly one of them is a bound.
func boundKept(a quantity.Bound, x written, b quantity.Bound, y written) (kept, is bool) {
	if oneSided(a) == oneSided(b) {
		return false, false
	}
	if oneSided(b) {
		a, x, y = b, y, x
	}
	order := quantity.Compare(y.value, x.value)
	switch a {
	case quantity.AtLeast, quantity.Above:
		return order >= 0, true
	}
	return order <= 0, true
}

func oneSided(b quantity.Bound) bool {
	return b == quantity.AtLeast || b == quantity.AtMost || b == quantity.Above || b == quantity.Below
}

// meets compares two amounts by the coarser one's precision.
func meets(x, y written) bool {
	finer, coarser := x.half(), y.half()
	order := quantity.Compare(finer, coarser)
	if order == 0 {
		return quantity.Compare(x.value, y.value) == 0
	}
	if order > 0 {
		x, y, coarser = y, x, finer
	}
	diff := quantity.Minus(x.value, y.value)
	if quantity.Compare(new(big.Rat).Abs(diff), coarser) <= 0 {
		return true
	}
	return diff.Sign() > 0 && quantity.Compare(diff, quantity.Plus(coarser, coarser)) < 0
}

// lostPoints is weight less score, or nil where either is not printed or nothing was lost.
func lostPoints(weight, score form.Entry) *big.Rat {
	w, s := weight.Rat(), score.Rat()
	if w == nil || s == nil || quantity.Compare(s, w) >= 0 || s.Sign() < 0 {
		return nil
	}
	return quantity.Minus(w, s)
}
