package phrase

import (
	"math/big"
	"strings"

	"fuhe/normalize/quantity"
)

// Points is what a rule gives or takes: a number of points, or a share of the row's weight.
type Points struct {
	Value *big.Rat
	Share bool
}

func (p Points) of(w *big.Rat) *big.Rat {
	if p.Share {
		return quantity.Times(p.Value, w)
	}
	return p.Value
}

func (p Points) String() string {
	switch {
	case p.Share && quantity.Compare(p.Value, one) == 0:
		return "full"
	case p.Share:
		return decimal(quantity.Times(p.Value, hundred)) + "%w"
	}
	return decimal(p.Value)
}

func (p Points) zh() string {
	switch {
	case p.Share && quantity.Compare(p.Value, one) == 0:
		return "满分"
	case p.Share:
		return "分值的" + decimal(quantity.Times(p.Value, hundred)) + "%"
	}
	return decimal(p.Value) + "分"
}

func (p Points) en() string {
	switch {
	case p.Share && quantity.Compare(p.Value, one) == 0:
		return "full marks"
	case p.Share:
		return decimal(quantity.Times(p.Value, hundred)) + "% of the weight"
	}
	return decimal(p.Value) + " points"
}

var (
	one     = big.NewRat(1, 1)
	hundred = big.NewRat(100, 1)
	full    = Points{Value: one, Share: true}
)

// number reads a folded decimal; nil if it is none.
func number(s string) *big.Rat {
	if s == "" || len(s) > 12 || strings.ContainsAny(s, "eE/") {
		return nil
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return r
}

func percent(s string) *big.Rat {
	if r := number(s); r != nil {
		return r.Quo(r, hundred)
	}
	return nil
}

// decimal writes a number with as many digits as it has, at most four behind the point.
func decimal(r *big.Rat) string {
	s := quantity.FormatRat(r, 4)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func clamp(v, w *big.Rat) *big.Rat {
	if v.Sign() < 0 {
		return new(big.Rat)
	}
	if quantity.Compare(v, w) > 0 {
		return w
	}
	return v
}
