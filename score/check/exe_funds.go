package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

func overspent(p *Pass) {
	held := 0
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		spent, ok := recompute.Amount(x.Spent, x.Money)
		budget, ok2 := recompute.Amount(recompute.Budget(x), x.Money)
		if !ok || !ok2 {
			continue
		}
		held++
		if budget.High.Sign() > 0 && recompute.Budget(x).Rat().Sign() > 0 && quantity.Compare(spent.Low, budget.High) > 0 && !mixedUnits(x) {
			reportOverspent(p, x)
		}
	}
	if held == 0 {
		p.Skip("没有同时列示预算数和执行数的资金行", "no funds row prints both budget and spending")
	}
}

func reportOverspent(p *Pass, x *form.Fund) {
	b := recompute.Budget(x)
	p.Report(finding.Finding{
		Subject: x.Name, Printed: x.Spent.Text, Due: "≤" + b.Value, Working: x.Spent.Value + " > " + b.Value,
		Says:  both("“%s”执行数%s大于预算数%s，请核对预算口径", "%s: spending %s is over the budget %s", x.Name, x.Spent.Value, b.Value),
		Place: x.Spent.Place, Also: known([]document.Place{b.Place}),
	})
}

func noBudget(p *Pass) {
	held := 0
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		b := recompute.Budget(x)
		if !x.Spent.Numeric() && !x.Score.Numeric() {
			continue
		}
		held++
		earns := positive(x.Score) && recompute.Carries(p.Form, i)
		if positive(b) || !positive(x.Spent) && !earns {
			continue
		}
		if b.Numeric() {
			level := finding.Warning // spent without a budget: a question
			if earns || positive(x.Rate) {
				level = finding.Error // no share of nothing can be told
			}
			reportNoBudget(p, x, level, "为零", "is zero")
		} else if b.Place.Known() && b.Kind == quantity.Blank {
			reportNoBudget(p, x, finding.Warning, "空白", "is blank")
		}
	}
	if held == 0 {
		p.Skip("资金行未列执行数和得分", "no funds row prints spending or a score")
	}
}

func reportNoBudget(p *Pass, x *form.Fund, level finding.Level, zh, en string) {
	b := recompute.Budget(x)
	p.Report(finding.Finding{
		Level: level, Subject: x.Name, Printed: b.Text,
		Says:  both("“%s”预算数"+zh+"，却列有执行数%s、得分%s", "%s: the budget "+en+", yet spending is %s and the score %s", x.Name, orDash(x.Spent), orDash(x.Score)),
		Place: b.Place, Also: known([]document.Place{x.Spent.Place, x.Score.Place}),
	})
}

func positive(e form.Entry) bool { return e.Numeric() && e.Rat().Sign() > 0 }

func orDash(e form.Entry) string {
	if e.Numeric() {
		return e.Value
	}
	return "—"
}

// column is one of the amounts of a funds row.
type column struct {
	zh, en string
	of     func(*form.Fund) form.Entry
}

func amounts() []column {
	return []column{
		{"年初预算数", "initial budget", func(x *form.Fund) form.Entry { return x.Initial }},
		{"预算数", "budget", func(x *form.Fund) form.Entry { return x.Budget }},
		{"执行数", "spending", func(x *form.Fund) form.Entry { return x.Spent }},
	}
}

// block is a total row of the funds table with the parts under it.
type block struct {
	total *form.Fund
	parts []*form.Fund
}

func fundBlocks(f *form.Form) []block {
	var out []block
	for i := range f.Funds {
		x := &f.Funds[i]
		if !x.Part {
			out = append(out, block{total: x})
		} else if len(out) > 0 {
			b := &out[len(out)-1]
			b.parts = append(b.parts, x)
		}
	}
	return out
}

// mostParts bounds the search for parts of parts; a block with more rows is not judged, but for a list of
// projects, which has none.
const mostParts = 10

func fundParts(p *Pass) {
	held := 0
	for _, b := range fundBlocks(p.Form) {
		if b.unfilled() {
			held++
			reportUnfilled(p, b)
			continue
		}
		if _, x := b.mixed(); x != nil {
			held++
			continue // UNT-03 tells it
		}
		for _, c := range amounts() {
			if split(b) {
				continue // EXE-15 tells it
			}
			held += sumOfParts(p, b, c, exhaustive(b) || b.borneOut(c))
		}
	}
	if held == 0 {
		p.Skip("资金表未列“其中”各项", "the funds table prints no parts")
	}
}

// unfilled reports whether the total row was left at zero over parts that were filled in: a fault of
// templates that do not add by themselves. It is one fault, not one of each column.
func (b block) unfilled() bool {
	if !zero(recompute.Budget(b.total)) || !zero(b.total.Spent) {
		return false
	}
	for _, x := range b.parts {
		if positive(recompute.Budget(x)) || positive(x.Spent) {
			return true
		}
	}
	return false
}

func zero(e form.Entry) bool { return e.Numeric() && e.Rat().Sign() == 0 }

func reportUnfilled(p *Pass, b block) {
	budget := recompute.Budget(b.total)
	var also []document.Place
	var values []string
	sum := new(big.Rat)
	for _, x := range b.parts {
		e := recompute.Budget(x)
		also = append(also, e.Place, x.Spent.Place)
		if e.Numeric() && e.Unit == budget.Unit {
			sum.Add(sum, e.Rat())
			values = append(values, e.Value)
		}
	}
	due := quantity.FormatShort(sum, 6)
	p.Report(finding.Finding{
		Subject: b.total.Name, Printed: budget.Text, Due: due, Working: strings.Join(values, " + ") + " = " + due, Place: budget.Place, Also: known(also),
		Says: both("“%s”的预算数、执行数均为0，而其下各项填有金额，合计行似未填列，执行率和得分请一并核对", "%s: budget and spending are 0 over parts that hold amounts; the total row seems not to have been filled in, and rate and score want a look too", b.total.Name),
	})
}

// exhaustive reports whether the parts are meant to be all there are: a row for the rest is printed, or
// the total is named as their sum.
func exhaustive(b block) bool {
	if b.total.Name == "合计" || b.total.Name == "总计" {
		return true
	}
	for _, x := range b.parts {
		if strings.Contains(x.Name, "其他") || strings.Contains(x.Name, "其它") {
			return true
		}
	}
	return false
}

// borneOut reports whether the parts make up the whole total in a column other than the one judged: what
// was spent came from them alone, and so they are the parts that there are.
func (b block) borneOut(judged column) bool {
	for _, c := range amounts() {
		if c.zh == judged.zh || !positive(c.of(b.total)) || len(b.parts) < 2 {
			continue
		}
		total, ok := recompute.Amount(c.of(b.total), b.total.Money)
		sum, all := quantity.Exactly(new(big.Rat)), ok
		for _, x := range b.parts {
			part, ok := recompute.Amount(c.of(x), x.Money)
			if all = all && ok && positive(c.of(x)); !all {
				break
			}
			sum = sum.Add(part)
		}
		if all && sum.Meets(total) {
			return true
		}
	}
	return false
}

// sumOfParts holds the parts of one column against the total; it returns 1 if there was something to
// hold. Parts below a total are an error only where they are all there are.
func sumOfParts(p *Pass, b block, c column, all bool) int {
	total, ok := recompute.Amount(c.of(b.total), b.total.Money)
	if !ok || len(b.parts) > mostParts && !listed(p.Form) {
		return 0
	}
	var parts []quantity.Interval
	var entries []form.Entry
	for _, x := range b.parts {
		e := c.of(x)
		if i, ok := recompute.Amount(e, x.Money); ok {
			parts, entries = append(parts, i), append(entries, e)
		}
	}
	if len(parts) == 0 || len(parts) == 1 && !all {
		return 0
	}
	sum := added(parts)
	below := quantity.Compare(sum.High, total.Low) < 0
	if agrees(parts, total) || !all && below {
		return 1
	}
	level := finding.Error
	if below && !exhaustive(b) && wide(sum, total) {
		level = finding.Warning
	}
	reportParts(p, level, b, c, entries, total, sum)
	return 1
}

// listed reports whether the funds are the rows of a list of projects, which are no parts of one another.
func listed(f *form.Form) bool { return len(f.Indicators) == 0 && len(f.Listed) > 0 }

// wide reports whether the parts miss more than a hundredth of the total: then something may not be
// listed, rather than a figure be wrong.
func wide(sum, total quantity.Interval) bool {
	gap := quantity.Minus(middleOf(total), middleOf(sum))
	return quantity.Compare(gap.Mul(gap, quantity.Whole(100)), middleOf(total)) > 0
}

// agrees reports whether all parts, or some of them, add up to the total.
func agrees(parts []quantity.Interval, total quantity.Interval) bool {
	if len(parts) > mostParts {
		return added(parts).Meets(total)
	}
	for set := 1; set < 1<<len(parts); set++ {
		var chosen []quantity.Interval
		for i := range parts {
			if set&(1<<i) != 0 {
				chosen = append(chosen, parts[i])
			}
		}
		if added(chosen).Meets(total) && (len(chosen) == len(parts) || total.Low.Sign() > 0) {
			return true
		}
	}
	return false
}

func added(parts []quantity.Interval) quantity.Interval {
	sum := quantity.Exactly(new(big.Rat))
	for _, i := range parts {
		sum = sum.Add(i)
	}
	return sum
}

func reportParts(p *Pass, level finding.Level, b block, c column, entries []form.Entry, total, sum quantity.Interval) {
	t := c.of(b.total)
	values := make([]string, len(entries))
	var also []document.Place
	for i, e := range entries {
		values[i] = e.Value
		also = append(also, e.Place)
	}
	// Back from yuan to the unit of the total.
	like, amount := t, total
	if like.Rat().Sign() == 0 { // zero tells no unit
		like = firstAbove(entries)
		amount, _ = recompute.Amount(like, b.total.Money)
	}
	right := printedLike(sum, amount, like)
	p.Report(finding.Finding{
		Level: level, Subject: b.total.Name, Printed: t.Text, Due: right, Working: strings.Join(values, " + ") + " = " + right,
		Says: document.Message{
			ZH: fmt.Sprintf("“%s”%s为%s，所列各项合计为%s，两者不一致", b.total.Name, c.zh, t.Value, right),
			EN: fmt.Sprintf("%s: the %s is %s, its parts add up to %s", b.total.Name, c.en, t.Value, right),
		},
		Place: t.Place, Also: known(also),
	})
}

// firstAbove is the first amount above zero, or the first of all.
func firstAbove(entries []form.Entry) form.Entry {
	for _, e := range entries {
		if positive(e) {
			return e
		}
	}
	return entries[0]
}

// printedLike brings an amount in yuan to the unit and digits of an entry.
func printedLike(amount, of quantity.Interval, e form.Entry) string {
	mid := middleOf(amount)
	if v := e.Rat(); v != nil && v.Sign() != 0 && middleOf(of).Sign() != 0 {
		mid = quantity.Times(mid, quantity.Per(v, middleOf(of)))
	}
	return quantity.FormatShort(mid, max(2, quantity.Decimals(e.Value)))
}
