package portfolio

import (
	"math"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// row is what is kept of an indicator with a figure.
type row struct {
	name, dim            key
	target, actual, last amount
	at                   int16
	cited                int16 // index of the claim that last was read of, or -1
	more                 bool  // the more the better
	price                bool  // an amount of money for each of something
	output               bool  // 数量指标, counted
	proportion           bool
}

func (c *card) keepRows(f *form.Form) {
	counts := map[key]int{}
	for i, ind := range f.Indicators {
		if i >= mostRows || ind.Doubt != "" {
			continue
		}
		if strings.Contains(ind.Level2, "数量") {
			c.outputs++
		}
		c.tallyRate(ind)
		r, ok := rowOf(ind, i)
		if !ok {
			continue
		}
		counts[r.name]++
		c.rows = append(c.rows, r)
	}
	c.cite(f)
	// A name that stands twice in a form says not which is which.
	kept := c.rows[:0]
	for _, r := range c.rows {
		if counts[r.name] == 1 {
			kept = append(kept, r)
		}
	}
	c.rows = kept
}

func rowOf(ind form.Indicator, at int) (row, bool) {
	actual, dim := measure(ind.Actual)
	if !actual.known() || lexicon.Generic(ind.Name) || ind.Actual.Approximate {
		return row{}, false
	}
	r := row{name: keyOf(lexicon.Fold(ind.Name)), dim: keyOf("dimension", dim), actual: actual, at: int16(at), cited: -1,
		proportion: dim == quantity.Proportion, price: strings.HasPrefix(dim, "元/")}
	if target, d := measure(ind.Target); d == dim && ind.Target.Bound != quantity.Range {
		r.target = target
	}
	if last, d := measure(ind.LastYear); d == dim && !ind.LastYear.Approximate && ind.LastYear.Bound != quantity.Range {
		r.last = last
	}
	quantityRow := strings.Contains(ind.Level2, "数量")
	r.more = !ind.Negative && !strings.Contains(ind.Level1+ind.Level2, "成本") &&
		(ind.Target.Bound == quantity.AtLeast || ind.Target.Bound == quantity.Above)
	r.output = quantityRow && !r.proportion && dim != "" && !strings.HasPrefix(dim, "元") && actual.value > 0
	return r, true
}

// cite takes last year's results out of the text, for rows whose table has none.
func (c *card) cite(f *form.Form) {
	for i, claim := range f.Claims {
		if claim.About.Kind != "indicator" || claim.About.Trust < 85 || claim.Role != form.RoleActual || f.Year == 0 || claim.Year != f.Year-1 || claim.Quantity.Approximate {
			continue
		}
		for j := range c.rows {
			r := &c.rows[j]
			last, dim := measure(claim.Quantity)
			if int(r.at) == claim.About.Index && !r.last.known() && last.known() && keyOf("dimension", dim) == r.dim && i < math.MaxInt16 {
				r.last, r.cited = last, int16(i)
			}
		}
	}
}

// tallyRate counts a measured rate: one that is neither all nor nothing nor just the target.
func (c *card) tallyRate(ind form.Indicator) {
	rate, dim := measure(ind.Actual)
	if !rate.known() || dim != quantity.Proportion || ind.Actual.Approximate || ind.Actual.Bound != quantity.None {
		return
	}
	target, _ := measure(ind.Target)
	if rate.value <= 0 || rate.value >= 1 || target.same(rate) {
		return
	}
	c.rates++
	if p := rate.value * 20; math.Abs(p-math.Round(p)) < 1e-9 {
		c.roundRates++
	}
}
