package synth

import (
	"math/big"
	"strings"
)

// misprintRow prints another score in a row, while the sums hold the right one.
func misprintRow(p *spoiler) *hit {
	x := p.any(func(x *row) bool {
		return p.weighed(x) && x.shape != process && x.shape != none && compare(x.score, "2") > 0
	})
	if x == nil || p.seen.Total.Score.Text == "" {
		return nil
	}
	due := x.score
	x.score = less(x.score, "1.2")
	return &hit{near: []string{x.name, p.r.total, p.blockOf(x).name}, printed: x.score, due: due}
}

// misprintSpent prints another amount in the total row of the funds alone.
func misprintSpent(p *spoiler) *hit {
	f := &p.r.fund
	if p.fundShown().Spent.Text == "" || len(p.r.parts) < 2 || compare(f.spent, "60") < 0 {
		return nil
	}
	due := f.spent
	f.spent = times(due, 95, 100, p.r.style.moneyPlace)
	return &hit{near: []string{p.r.style.amount(f.spent), p.r.style.amount(due), f.spent, due, f.rate}, printed: p.r.style.amount(f.spent), due: due}
}

// initialRate is what was spent as a share of the initial budget.
func (p *spoiler) initialRate() string {
	f := &p.r.fund
	if isZero(f.initial) || f.rate == "" || p.r.added == "" {
		return ""
	}
	rate := p.r.style.rate(new(big.Rat).Mul(quotient(f.spent, f.initial), big.NewRat(100, 1)))
	if gap := less(rate, f.rate); compare(gap, "0.5") < 0 && compare(gap, "-0.5") > 0 {
		return ""
	}
	return rate
}

func otherBase(p *spoiler) *hit {
	f := &p.r.fund
	shown := p.fundShown()
	rate := p.initialRate()
	if rate == "" || shown.Rate.Text == "" || shown.Initial.Text == "" || shown.Budget.Text == "" {
		return nil
	}
	due := f.rate
	f.rate, p.r.say.rate = rate, rate
	return &hit{near: []string{rate}, printed: rate, due: due}
}

func otherBaseTold(p *spoiler) *hit {
	rate := p.initialRate()
	if rate == "" || p.fundShown().Rate.Text == "" {
		return nil
	}
	due := p.r.say.rate
	p.r.say.rate = rate
	return &hit{near: []string{rate}, printed: rate, due: due}
}

// shiftWeight moves two points from a row of one block to a row of another.
func shiftWeight(p *spoiler) *hit {
	from := p.any(func(x *row) bool { return p.moves(x) && compare(x.weight, "4") > 0 })
	if from == nil {
		return nil
	}
	to := p.any(func(x *row) bool { return p.moves(x) && p.blockOf(x) != p.blockOf(from) })
	if to == nil {
		return nil
	}
	from.weight, to.weight = less(from.weight, "2"), add(to.weight, "2")
	for _, x := range []*row{from, to} {
		x.score = x.weight
		x.review = x.score
	}
	p.r.settle()
	return &hit{near: []string{p.blockOf(from).name, p.blockOf(to).name}, printed: to.weight}
}

// moves reports a row with full marks whose weight is printed and whose block prints its own.
func (p *spoiler) moves(x *row) bool {
	return p.shown(x).Weight.Text != "" && x.full() && !x.missed && len(p.r.goals) == 1 && p.blockWeight(p.blockOf(x))
}

func (p *spoiler) blockOf(x *row) *block {
	for _, b := range p.r.blocks() {
		for _, y := range b.rows {
			if x == y {
				return b
			}
		}
	}
	return nil
}

// blockWeight reports whether the form prints what the block weighs.
func (p *spoiler) blockWeight(b *block) bool {
	for _, s := range p.seen.Sections {
		if s.Name == b.name && s.Weight.Text != "" {
			return true
		}
	}
	return false
}

func blankScore(p *spoiler) *hit {
	x := p.any(func(x *row) bool { return p.shown(x).Weight.Text != "" && x.full() && x.shape != process })
	if x == nil {
		return nil
	}
	due := x.score
	x.score, x.review = "", ""
	return &hit{near: []string{x.name}, due: due}
}

// overHundred lets a share be more than all there is.
func overHundred(p *spoiler) *hit {
	x := p.any(func(x *row) bool {
		return x.shape == percent && x.unit == "%" && x.full() && (strings.HasSuffix(x.name, "合格率") || strings.HasSuffix(x.name, "及时率") || strings.HasSuffix(x.name, "准确率") || strings.HasSuffix(x.name, "完好率"))
	})
	if x == nil || p.r.style.unitless && !strings.HasSuffix(p.shown(x).Target.Text, "%") {
		return nil
	}
	x.got, x.about = "104", false
	p.r.settle()
	return &hit{near: []string{x.name}, printed: "104"}
}

// moreDecimals prints one score to more digits than all others.
func moreDecimals(p *spoiler) *hit {
	x := p.short()
	if x == nil || x.shape == worded || x.bound == "<=" || p.r.style.scorePlace != 2 {
		return nil
	}
	exact := new(big.Rat).Mul(quotient(x.got, x.value), number(x.weight))
	due := x.score
	x.score = rounded(exact, 4)
	if compare(x.score, due) == 0 {
		return nil
	}
	x.review = x.score
	p.r.settle()
	return &hit{near: []string{x.name, x.score}, printed: x.score, due: due}
}
