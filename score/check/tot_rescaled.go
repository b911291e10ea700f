package check

import (
	"fmt"
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// rescaledTotal holds the total of a form with rows that do not apply against the scores of the others, scaled to 100 (TOT-05).
func rescaledTotal(p *Pass) {
	t := p.outline()
	if !inapplicableIn(p.Form) {
		p.Skip("没有不适用的指标", "every row applies")
		return
	}
	sum := t.AllScores()
	due := rescaled(t, sum)
	total := p.Form.Total.Score
	if due == nil || !total.Numeric() || string(p.Book.NotApplicable) != "rescale" {
		p.Skip("办法未规定折算，或分值、得分不全", "the rules do not rescale, or weights and scores are not complete")
		return
	}
	if recompute.Match(quantity.Exactly(due), total.Rat(), max(2, quantity.Decimals(total.Value))) == recompute.Rounded {
		return
	}
	right := quantity.FormatShort(due, 2)
	p.Report(finding.Finding{
		Subject: "总分", Printed: total.Text, Due: right, Place: total.Place, Also: placesOf(sum.Parts),
		Working: fmt.Sprintf("100 × %s ÷ %s = %s", quantity.FormatShort(sum.Value, 4), quantity.FormatShort(t.AllWeights().Value, 4), right),
		Says:    both("剔除不适用指标并折算百分制后总分应为%s，所列为%s", "with the rows that do not apply dropped and the rest counted to 100 the total is %s, %s is printed", right, total.Value),
	})
}

func inapplicableIn(f *form.Form) bool {
	for i := range f.Indicators {
		if recompute.Inapplicable(&f.Indicators[i]) {
			return true
		}
	}
	return false
}

// rescaled is 100·Σs÷Σw of the rows that apply, or nil.
func rescaled(t *recompute.Tree, sum recompute.Sum) *big.Rat {
	w := t.AllWeights()
	if !sum.Complete || !w.Complete || w.Value.Sign() <= 0 {
		return nil
	}
	r := quantity.Per(sum.Value, w.Value)
	return r.Mul(r, big.NewRat(100, 1))
}

// rescaledFits reports whether rows that do not apply, rescaled or not, account for the total, or leave
// it to TOT-05.
func rescaledFits(p *Pass, t *recompute.Tree, sum recompute.Sum) bool {
	if !inapplicableIn(p.Form) {
		return false
	}
	due := rescaled(t, sum)
	total := p.Form.Total.Score
	return string(p.Book.NotApplicable) == "rescale" ||
		due != nil && recompute.Match(quantity.Exactly(due), total.Rat(), max(2, quantity.Decimals(total.Value))) == recompute.Rounded ||
		fullForInapplicable(p.Form, sum, total)
}

// fullForInapplicable: some rules give full marks to rows that do not apply.
func fullForInapplicable(f *form.Form, sum recompute.Sum, total form.Entry) bool {
	all := new(big.Rat).Set(sum.Value)
	for i := range f.Indicators {
		if x := &f.Indicators[i]; recompute.Inapplicable(x) && x.Weight.Numeric() {
			all.Add(all, x.Weight.Rat())
		}
	}
	return quantity.Compare(all, total.Rat()) == 0
}
