package report

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// term is a piece of arithmetic: as a formula of Excel and as the exact number that it comes to. Only
// where both are known may a cell compute what the program says.
type term struct {
	formula string
	value   *big.Rat
	rank    int // how tightly it binds: sum, product, atom
}

const (
	ofSum = iota
	ofProduct
	ofAtom
)

// bound sets the term in brackets where it binds more loosely than asked for.
func (t term) bound(rank int) string {
	if t.rank < rank {
		return "(" + t.formula + ")"
	}
	return t.formula
}

func times(a, b term) term {
	return term{a.bound(ofProduct) + "*" + b.bound(ofAtom), quantity.Times(a.value, b.value), ofProduct}
}

// over is a quotient; ok is false for a divisor of nought.
func over(a, b term) (term, bool) {
	if b.value.Sign() == 0 {
		return term{}, false
	}
	return term{a.bound(ofProduct) + "/" + b.bound(ofAtom), quantity.Per(a.value, b.value), ofProduct}, true
}

func least(a, b term) term {
	v := a.value
	if quantity.Compare(b.value, v) < 0 {
		v = b.value
	}
	return term{"MIN(" + a.formula + "," + b.formula + ")", v, ofAtom}
}

// Bounds on a working that becomes a formula; Excel takes formulas of 8,192 characters.
const (
	mostWorking = 4000
	mostNesting = 16
)

// arithmetic reads a working such as (6 − 4.70) ÷ 0.5 = 2.6, up to its equals sign. A figure that refer
// knows is taken from its cell. ok is false for words, comparisons and several statements.
func arithmetic(working string, refer func(v *big.Rat) (term, bool)) (t term, ok bool) {
	if len(working) > mostWorking || strings.ContainsAny(working, "≠→；;≤≥<>～…") || strings.Count(working, "=") > 1 {
		return term{}, false
	}
	left, _, _ := strings.Cut(working, "=")
	p := reader{rest: strings.TrimSpace(left), refer: refer}
	t, ok = p.sum()
	return t, ok && p.rest == ""
}

// reader reads arithmetic from the left.
type reader struct {
	rest  string
	refer func(v *big.Rat) (term, bool)
	depth int
}

// sign takes the next character if it is one of those given; all of a kind stand for the first.
func (p *reader) sign(kinds ...string) byte {
	p.rest = strings.TrimLeft(p.rest, " ")
	r, n := utf8.DecodeRuneInString(p.rest)
	for _, kind := range kinds {
		if n > 0 && strings.ContainsRune(kind, r) {
			p.rest = p.rest[n:]
			return kind[0]
		}
	}
	return 0
}

func (p *reader) sum() (term, bool) {
	t, ok := p.product()
	for ok {
		var u term
		switch op := p.sign("+＋", "-−－"); op {
		case '+':
			u, ok = p.product()
			if ok {
				t = term{t.formula + "+" + u.formula, quantity.Plus(t.value, u.value), ofSum}
			}
		case '-':
			u, ok = p.product()
			if ok {
				t = term{t.formula + "-" + u.bound(ofProduct), quantity.Minus(t.value, u.value), ofSum}
			}
		default:
			return t, true
		}
	}
	return t, false
}

func (p *reader) product() (term, bool) {
	t, ok := p.atom()
	for ok {
		var u term
		switch op := p.sign("*×", "/÷"); op {
		case '*':
			if u, ok = p.atom(); ok {
				t = times(t, u)
			}
		case '/':
			if u, ok = p.atom(); ok {
				t, ok = over(t, u)
			}
		default:
			return t, true
		}
	}
	return t, false
}

func (p *reader) atom() (term, bool) {
	if p.sign("(（") == 0 {
		return p.figure()
	}
	if p.depth++; p.depth > mostNesting {
		return term{}, false
	}
	t, ok := p.sum()
	p.depth--
	return term{t.bound(ofAtom), t.value, ofAtom}, ok && p.sign(")）") != 0
}

// figure is a written number, with a percent sign if it has one.
func (p *reader) figure() (term, bool) {
	p.rest = strings.TrimLeft(p.rest, " ")
	end := len(p.rest) - len(strings.TrimLeft(p.rest, "0123456789.,"))
	digits := strings.ReplaceAll(p.rest[:end], ",", "")
	p.rest = p.rest[end:]
	v := quantity.Quantity{Value: digits}.Rat()
	if digits == "" || v == nil || len(digits) > mostDigits || strings.HasSuffix(digits, ".") {
		return term{}, false
	}
	if p.sign("%％") != 0 {
		return term{digits + "%", quantity.Per(v, quantity.Whole(100)), ofAtom}, true
	}
	if p.refer != nil {
		if t, ok := p.refer(v); ok {
			return t, true
		}
	}
	return term{digits, v, ofAtom}, true
}
