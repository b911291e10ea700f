package report

import (
	"math/big"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// heldFigure is a printed figure in a cell of the row that is recomputed. A rate is held as a fraction.
type heldFigure struct {
	term
	percent bool
}

// quotedIn is the entry in its cell, or nil where the cell holds a text.
func quotedIn(e form.Entry, at string) *heldFigure {
	v, format, ok := exact(e)
	if !ok {
		return nil
	}
	return &heldFigure{term{at, v, ofAtom}, strings.Contains(format, "%")}
}

// spoken is the cell as it is spoken of in a working: a rate in percent.
func (c *heldFigure) spoken() term {
	if !c.percent {
		return c.term
	}
	return times(c.term, term{"100", big.NewRat(100, 1), ofAtom})
}

// operands are the cells that a score is computed from; nil ones hold no figure.
type operands struct{ weight, actual, target *heldFigure }

// refer finds the cell of a figure in a working, each cell once.
func (o operands) refer() func(v *big.Rat) (term, bool) {
	rest := []*heldFigure{o.weight, o.actual, o.target}
	return func(v *big.Rat) (term, bool) {
		for i, c := range rest {
			if c != nil && quantity.Compare(c.spoken().value, v) == 0 {
				rest[i] = nil
				return c.spoken(), true
			}
		}
		return term{}, false
	}
}

// share is the weight times one figure over the other, at most the weight.
func (o operands) share(part, whole *heldFigure) (term, bool) {
	if o.weight == nil || part == nil || whole == nil {
		return term{}, false
	}
	q, ok := over(times(o.weight.term, part.term), whole.term)
	if !ok {
		return term{}, false
	}
	return least(o.weight.term, q), true
}

// live is the score of the reading as a formula over the quoted figures. ok is false unless what the
// formula comes to is what the program says is due.
func (o operands) live(method string, by *finding.Reading) (term, bool) {
	if by == nil || by.Score.IsZero() {
		return term{}, false
	}
	for _, way := range []func() (term, bool){
		func() (term, bool) {
			switch method {
			case "ratio", "execution":
				return o.share(o.actual, o.target)
			case "inverse":
				return o.share(o.target, o.actual)
			}
			return term{}, false
		},
		func() (term, bool) {
			return term(o.full()), o.weight != nil && quantity.Compare(by.Score.Low, by.Score.High) == 0
		},
		func() (term, bool) { return arithmetic(by.Working, o.refer()) },
	} {
		if t, ok := way(); ok && by.Score.Holds(t.value) {
			return t, true
		}
	}
	return term{}, false
}

// full is the weight.
func (o operands) full() term {
	if o.weight == nil {
		return term{}
	}
	return o.weight.term
}

// shownTo rounds the way a score was brought to its digits, as a number and as the function of Excel.
type shownTo struct {
	function string
	decimals int
	round    func(v *big.Rat, decimals int) *big.Rat
}

var (
	halfUp = shownTo{"ROUND", 2, quantity.Round}
	cutOff = shownTo{"ROUNDDOWN", 2, quantity.Truncate}
)

func (s shownTo) at(decimals int) shownTo {
	s.decimals = decimals
	return s
}
