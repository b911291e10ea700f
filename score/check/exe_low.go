package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// lowLine is the execution below which a cause is asked for where the book is silent.
const lowLine = "0.9"

// spending is one execution rate that the form states, in the table or in the text.
type spending struct {
	name  string
	rate  *big.Rat // in percent
	text  string
	place document.Place
	fund  *form.Fund // nil for one of the text
}

func lowExecution(p *Pass) {
	if listed(p.Form) {
		p.Skip("项目汇总表不列各项目的原因", "a list of projects has no room for their reasons")
		return
	}
	low, stated := p.lowUnexplained()
	if !stated {
		p.Skip("没有可用的执行率", "no execution rate to look at")
		return
	}
	line := p.executionLine()
	for _, s := range low {
		theta := quantity.FormatShort(line, 2)
		p.Report(finding.Finding{
			Subject: s.name, Printed: s.text, Due: "≥" + theta + "%", Working: fmt.Sprintf("%s%% < %s%%", quantity.FormatShort(s.rate, 2), theta),
			Says:  both("“%s”执行率%s低于%s%%，未见说明原因", "%s: execution of %s is below %s%%, and no cause is given", s.name, s.text, theta),
			Place: s.place,
		})
	}
}

// executionLine is the execution, in percent, below which a cause is asked for.
func (p *Pass) executionLine() *big.Rat {
	line := p.Book.Explain.ExecutionBelow.Rat()
	if line == nil {
		line, _ = new(big.Rat).SetString(lowLine)
	}
	return quantity.Times(line, hundred)
}

// lowUnexplained are the rates below the line for which the form gives no cause; stated tells whether it states any rate.
func (p *Pass) lowUnexplained() (low []spending, stated bool) {
	if p.lows != nil {
		return p.lows.low, p.lows.stated
	}
	all, line, told := spendings(p), p.executionLine(), map[string]bool{}
	for _, s := range all {
		if quantity.Compare(s.rate, line) < 0 && !s.shows(line) && !explainedExecution(p.read, s) && !explainedAside(p.Form, s) && !repeats(s.fund, told) {
			low = append(low, s)
		}
	}
	p.lows = &lowRates{low, len(all) > 0}
	return low, len(all) > 0
}

// lowRates are what lowUnexplained found.
type lowRates struct {
	low    []spending
	stated bool
}

// shows reports a printed rate that is the exact one rounded, and is not below the line as printed: 89.998% shown as 90%.
func (s spending) shows(line *big.Rat) bool {
	q := quantity.Parse(s.text)
	v := q.Rat()
	return v != nil && quantity.Compare(v, line) >= 0 && quantity.Compare(quantity.Round(s.rate, quantity.Decimals(q.Value)), v) == 0
}

// repeats reports a part that is the whole again, as where all the money is of one source; told holds the rows so far.
func repeats(x *form.Fund, told map[string]bool) bool {
	if x == nil || !x.Spent.Numeric() {
		return false
	}
	key := recompute.Budget(x).Value + "|" + x.Spent.Value
	again := told[key] && x.Part
	told[key] = true
	return again
}

// mostSpendings bounds the rates of the text that are looked at.
const mostSpendings = 60

// spendings are the rates of the funds rows and, where the text states rates of parts that the table
// does not have, those of the text; one for each figure.
func spendings(p *Pass) []spending {
	var all []spending
	for i := range p.Form.Funds {
		if s, ok := spendingOf(&p.Form.Funds[i], p.Due.Funds[i].Rate); ok {
			all = append(all, s)
		}
	}
	table := len(all)
	for _, r := range statedRates(p) {
		v := r.found.Rat()
		if r.found.Bound != quantity.None || r.plan || ofAnotherYear(r) || len(all) > table+mostSpendings || toldAlready(all, r) {
			continue
		}
		all = append(all, spending{name: r.subject(p.stated(r.index)), rate: v, text: r.text(), place: r.place()})
	}
	return all
}

// toldAlready reports whether a rate of the text is one of those already there, perhaps with more digits.
func toldAlready(all []spending, r stated) bool {
	for _, s := range all {
		if quantity.Compare(quantity.Round(s.rate, quantity.Decimals(r.found.Value)), r.found.Rat()) == 0 {
			return true
		}
	}
	return false
}

// spendingOf takes the rate that the amounts make, or the printed one where they make none.
func spendingOf(x *form.Fund, due quantity.Interval) (spending, bool) {
	place := x.Rate.Place
	if !place.Known() {
		place = x.Spent.Place
	}
	printed, ok := recompute.Percent(x.Rate, due)
	exact := recompute.Quotient(x.Spent, recompute.Budget(x), x.Money)
	if exact == nil {
		v, valid := new(big.Rat).SetString(printed)
		if !ok || !valid || x.Spent.Numeric() {
			return spending{}, false // 0 of 0 is no low execution
		}
		return spending{x.Name, v, x.Rate.Text, place, x}, true
	}
	text := x.Rate.Text
	if !ok {
		text = quantity.FormatRat(exact, 2) + "%"
	}
	return spending{x.Name, exact, text, place, x}, true
}

// explainedExecution reports whether the form says why execution is low: in the row's own reason, in
// the reasons under the table, or in a sentence of the text that speaks of spending.
func explainedExecution(n *narrative, s spending) bool {
	f := n.form
	if s.fund != nil && s.fund.Reason.Kind != quantity.Blank {
		return true
	}
	for i := range f.Indicators {
		if x := &f.Indicators[i]; speaksOfSpending(x.Name) && filledIn(x.Reason.Text) != "" {
			return true // execution is a row of its own, with its own reason
		}
	}
	if speaksOfSpending(f.Reason.Text) && givesCause(f.Reason.Text) || paysLater(f.Reason.Text) {
		return true
	}
	return explainedIn(n.sentences(), s, func(k int) []quantity.Found { return n.amounts()[k] })
}

// explainedIn reports whether a sentence on low spending, or the one behind it, gives a cause.
func explainedIn(sentences []spoken, s spending, amounts func(sentence int) []quantity.Found) bool {
	for i, one := range sentences {
		if one.paragraph.Level > 0 || !speaksOfLow(one, s, func() []quantity.Found { return amounts(i) }) {
			continue
		}
		if one.givesCause() {
			return true
		}
		if i+1 < len(sentences) && sentences[i+1].index == one.index && sentences[i+1].givesCause() {
			return true
		}
	}
	return false
}

// explainedAside reports whether a note below the form, or the report of another form of the file, says why execution is
// low.
func explainedAside(f *form.Form, s spending) bool {
	aside := slices.Clone(f.Aside)
	for _, note := range f.Rules { // a definition of execution is no cause
		if hasAny(note.Text, "原因", "主要是", "主要系", "由于", "主要为") {
			aside = append(aside, form.Paragraph{Text: note.Text})
		}
	}
	said, _ := speech(aside)
	return explainedIn(said, s, func(k int) []quantity.Found { return quantity.FindAll(said[k].Text) })
}

// spendingWords are the words of a text on how much of its money was spent.
var spendingWords = []string{"执行率", "预算执行", "支出进度", "支付进度", "支付率", "资金支付", "未支出", "未支付", "未执行", "结余", "结转", "执行进度", "执行数"}

func speaksOfSpending(text string) bool { return hasAny(text, spendingWords...) }

// paysLater reports whether a reason is that money is due later: 尾款次年支付, 合同约定验收后付款.
func paysLater(text string) bool {
	return hasAny(text, "支付", "付款", "尾款", "款项", "兑付", "结算", "质保金") &&
		hasAny(text, "次年", "下年", "明年", "尚未", "暂未", "未到", "跨年", "约定", "验收后", "结转", "待")
}

// speaksOfLow reports whether the sentence is about low spending, or names the very rate.
func speaksOfLow(one spoken, s spending, amounts func() []quantity.Found) bool {
	if s.fund != nil && strings.Contains(one.Text, s.name) && one.hasAny("偏低", "较低", "未足额", "不到位", "未到位") {
		return true
	}
	onSpending := one.hasAny(spendingWords...)
	if !onSpending && !strings.Contains(one.Text, strings.TrimSuffix(s.text, "%")) {
		return false
	}
	if one.hasAny("%", "％") && statesRate(amounts(), s.rate) {
		return true
	}
	return onSpending && one.hasAny("偏低", "较低", "不高", "未达", "缓慢", "滞后", "较慢", "偏慢", "低于", "不足", "未完成", "未支出", "未支付", "未执行", "结余", "结转", "差异")
}

// statesRate reports a percentage of the text that is the rate, with as many digits as it has there: 80%
// names 80.00%.
func statesRate(found []quantity.Found, rate *big.Rat) bool {
	for _, q := range found {
		if q.Unit != "%" && q.Unit != "％" {
			continue
		}
		if v := q.Rat(); v != nil && quantity.Compare(quantity.Round(rate, quantity.Decimals(q.Value)), v) == 0 {
			return true
		}
	}
	return false
}

func unspent(p *Pass) {
	held := 0
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		rate := recompute.Quotient(x.Spent, recompute.Budget(x), x.Money)
		if rate == nil {
			continue
		}
		held++
		if rest := quantity.Minus(quantity.Whole(100), rate); quantity.Compare(rest, quantity.Whole(20)) > 0 {
			reportUnspent(p, x, quantity.FormatRat(rest, 2))
		}
	}
	if held == 0 {
		p.Skip("没有同时列示预算数和执行数的资金行", "no funds row prints both budget and spending")
	}
}

func reportUnspent(p *Pass, x *form.Fund, rest string) {
	b := recompute.Budget(x)
	place := x.Spent.Place
	if x.Rate.Place.Known() {
		place = x.Rate.Place
	}
	p.Report(finding.Finding{
		Subject: x.Name, Printed: x.Rate.Text, Working: fmt.Sprintf("(%s − %s) ÷ %s = %s%%", b.Value, x.Spent.Value, b.Value, rest),
		Says:  both("“%s”未执行预算占%s%%，超过20%%", "%s: %s%% of the budget was not spent, more than 20%%", x.Name, rest),
		Place: place, Also: known([]document.Place{x.Spent.Place}),
	})
}
