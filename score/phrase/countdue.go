package phrase

import (
	"math/big"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// byPieces computes a deduction by the piece, where the row tells how many pieces there are.
func (r Rule) byPieces(c Count, in Facts) []finding.Reading {
	n, ok := c.pieces(in)
	if !ok {
		return nil
	}
	if surely, maybe := c.gone(n); maybe && !surely {
		return nil
	}
	text := decimal(in.Weight) + " − " + decimal(c.Per.of(in.Weight)) + " × " + decimal(n) + " ÷ " + decimal(c.Size)
	return []finding.Reading{reading("pieces", r.counted(c, in.Weight, n), text)}
}

// pieces is how many there are of what the rule counts, all in its own unit.
func (c Count) pieces(in Facts) (*big.Rat, bool) {
	counted := func(q quantity.Quantity) bool { return single(q) && q.Unit == c.Unit && q.Rat().IsInt() }
	switch {
	case c.Gain:
	case c.Of == Faults && counted(in.Faults):
		return in.Faults.Rat(), true
	case c.Of == Shortfall && counted(in.Actual) && counted(in.Target) && !in.negative():
		short := quantity.Minus(in.Target.Rat(), in.Actual.Rat())
		if short.Sign() < 0 {
			short = new(big.Rat)
		}
		return short, true
	}
	return nil, false
}
