package check

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/recompute"
)

// stated is one figure of the narrative with the words of its clause before it.
type stated struct {
	found     quantity.Found
	label     string
	paragraph *form.Paragraph
	index     int  // of the paragraph
	sentence  int  // of its sentence, in the paragraph
	segment   int  // counts the rates before it: figures of one segment belong to one rate
	plan      bool // its sentence speaks of plans, of a part of the year, or of another year
}

// mostStated bounds the figures of one paragraph that are looked at; no real paragraph comes near.
const mostStated = 200

func (s stated) text() string {
	return strings.TrimSpace(s.paragraph.Text[s.found.Start:s.found.End])
}

func (s stated) place() document.Place {
	return s.paragraph.PlaceAt(s.found.Start, s.found.End-s.found.Start)
}

// words is the sentence that the figure stands in.
func (s stated) words() string { return claim.Sentences(s.paragraph.Text)[max(s.sentence, 0)].Text }

func (s stated) amount() quantity.Interval {
	i, _ := recompute.Amount(form.Entry{Quantity: s.found.Quantity}, "")
	return i
}

// statedIn reads the figures of a paragraph in their order.
func statedIn(n *narrative, index int) []stated {
	p := &n.form.Text[index]
	from, to := n.within(index)
	sentences, amounts := n.said[from:to], n.amountsIn(index)
	out := make([]stated, 0, min(len(amounts), mostStated))
	end, segment, sentence, plan := 0, 0, -1, false
	for _, found := range amounts {
		for sentence+1 < len(sentences) && sentences[sentence+1].Start <= found.Start {
			sentence++
			plan = n.notOfTheYear(from + sentence)
		}
		s := stated{found: found, label: labelOf(p.Text[end:found.Start]), paragraph: p, index: index, segment: segment, sentence: sentence, plan: plan}
		end = found.End
		if isRate(s) {
			segment++
		}
		if out = append(out, s); len(out) == mostStated {
			break
		}
	}
	return out
}

// labelOf is what stands of a clause before its figure.
func labelOf(before string) string {
	if i := strings.LastIndexAny(before, "，,、；;。：:（("); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	return strings.TrimSpace(before)
}

func isMoney(s stated) bool {
	return s.found.Numeric() && s.found.Upper == "" && !s.found.Approximate && s.found.Dimension() == "元"
}

func isRate(s stated) bool {
	return s.found.Numeric() && s.found.Upper == "" && (s.found.Unit == "%" || s.found.Unit == "％") && namesRate(s.label) &&
		!hasAny(s.label, "三公", "会议费", "培训费", "公务", "因公") // of these, little is good
}

// rateWords are those of a text that speaks of an execution rate.
var rateWords = []string{"执行率", "支出率", "支付率", "执行进度", "支出进度", "支付进度", "预算完成率", "完成预算的", "完成全年预算的", "完成年初预算的", "完成调整预算的"}

// namesRate reports whether a text speaks of an execution rate.
func namesRate(text string) bool { return hasAny(text, rateWords...) }

// withRates are the paragraphs, by index, that speak of an execution rate.
func (n *narrative) withRates() []int {
	if n.rated == nil {
		n.rated = []int{}
		for i := range n.form.Text {
			if n.paragraphHas(i, rateWords...) {
				n.rated = append(n.rated, i)
			}
		}
	}
	return n.rated
}

// statedRates are the execution rates of the narrative.
func statedRates(p *Pass) []stated {
	var out []stated
	for _, i := range p.read.withRates() {
		for _, s := range p.stated(i) {
			if isRate(s) && !claim.Weighs(p.Form.Text[i].Text[:s.found.Start]) {
				out = append(out, s)
			}
		}
	}
	return out
}

// subject names what a rate or an amount is of: its own words, or those of the budget beside it among
// the figures of its paragraph.
func (s stated) subject(beside []stated) string {
	own := trimmedLabel(s.label)
	if len(qualifiers(own)) > 0 {
		return own
	}
	for _, o := range beside {
		if o.segment == s.segment && o.sentence == s.sentence && isMoney(o) && len(qualifiers(o.label)) > 0 {
			return trimmedLabel(o.label)
		}
	}
	return own
}

func trimmedLabel(label string) string {
	for _, end := range []string{"为", "达", "达到", "是", "约", "仅", "共", "共计", "合计"} {
		label = strings.TrimSuffix(strings.TrimSpace(label), end)
	}
	return strings.TrimPrefix(strings.TrimSpace(label), "其中")
}

// qualifiers are the words that narrow an amount to a part of all funds. Two figures speak of the same
// funds only if they are narrowed alike.
func qualifiers(label string) []string {
	var out []string
	for _, words := range [][]string{
		{"财政拨款", "财政资金"}, {"一般公共预算"}, {"政府性基金"}, {"国有资本"}, {"基本"}, {"项目"}, {"人员"}, {"公用"}, {"专项"}, {"其他", "其它"},
		{"中央"}, {"省级"}, {"市级"}, {"区级", "县级"}, {"三公"}, {"采购"}, {"结转", "结余"}, {"自有", "单位资金", "事业"},
	} {
		if hasAny(label, words...) {
			out = append(out, words[0])
		}
	}
	return out
}

// narrowing are the qualifiers that narrow an amount in this report: in that of one project, 项目 is the whole.
func (p *Pass) narrowing(label string) []string {
	words := qualifiers(label)
	if p.Form.Kind != form.Project {
		return words
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "项目" })
}

// ofBudget and ofSpending tell what an amount is by the words before it.
func ofBudget(label string) bool {
	return hasAny(label, "预算", "下达", "安排", "批复", "到位", "调整为", "调整后", "调整至") && !hasAny(label, "预算执行", "预算支出", "决算")
}

func ofSpending(label string) bool {
	return !ofBudget(label) && hasAny(label, "支出", "执行", "支付", "使用", "决算", "列支", "开支")
}

// ofAnotherYear reports whether a label speaks of an earlier year.
func ofAnotherYear(s stated) bool {
	return hasAny(s.label, "上年", "上一年", "去年", "较", "比", "增加", "减少", "增长", "下降")
}

// ratesInText holds the rates of the narrative against the amounts that certainly belong to them.
func ratesInText(p *Pass) int {
	held := 0
	reported := map[string]bool{}
	for _, i := range p.read.withRates() {
		own := p.stated(i)
		for _, rate := range own {
			if !isRate(rate) || rate.plan || rate.found.Bound != quantity.None || rate.found.Approximate {
				continue
			}
			budget, spent, due, ok := pairFor(p, own, rate)
			if !ok {
				continue
			}
			held++
			key := rate.found.Value + " " + budget.found.Value + " " + spent.found.Value
			if !reported[key] {
				reported[key] = true
				judgeStated(p, rate, budget, spent, due)
			}
		}
	}
	return held
}

func judgeStated(p *Pass, rate, budget, spent stated, due quantity.Interval) {
	exact := recompute.Quotient(form.Entry{Quantity: spent.found.Quantity}, form.Entry{Quantity: budget.found.Quantity}, "")
	if exact == nil || rateHolds(due, rate.found.Value) {
		return
	}
	judgeRate(p, ratio{
		exact: exact, initial: initialOf(p.stated(rate.index), rate, spent),
		name: rate.subject(p.stated(rate.index)), printed: rate.found.Value, text: rate.text(), due: due, place: rate.place(), inText: true,
		spent: spent.found.Value, budget: budget.found.Value, also: []document.Place{spent.place(), budget.place()},
	})
}

// initialOf is the budget of the start of the year in the rate's own sentence, where the rate holds of that; or blank.
func initialOf(own []stated, rate, spent stated) string {
	for _, s := range own {
		if s.sentence != rate.sentence || !isMoney(s) || !ofBudget(s.label) || !ofTheStart(s) {
			continue
		}
		if due, ok := rateOf(s, spent); ok && rateHolds(due, rate.found.Value) {
			return s.found.Value
		}
	}
	return ""
}

// pairFor finds the budget and the spending that a rate is of. ok is false if that is not certain, or
// if other stated amounts make the very rate.
func pairFor(p *Pass, own []stated, rate stated) (budget, spent stated, due quantity.Interval, ok bool) {
	if b, s, ok := p.besides(own, rate); ok {
		due, ok := rateOf(b, s)
		return b, s, due, ok
	}
	if fundMakes(p, rate) {
		return stated{}, stated{}, quantity.Interval{}, false
	}
	var pool []stated
	if i := rate.index - 1; i >= 0 && slices.Equal(p.Form.Text[i].Heads, rate.paragraph.Heads) && p.Form.Text[i].Level == 0 {
		pool = append(pool, p.stated(i)...)
	}
	for _, s := range own {
		if s.found.Start < rate.found.Start {
			pool = append(pool, s)
		}
	}
	pool = pool[max(0, len(pool)-mostPool):]
	return p.alike(pool, rate)
}

// mostPool bounds the amounts that a rate is held against: the nearest ones before it.
const mostPool = 40

// besides takes the one budget and the one spending that stand in the rate's own sentence, between the
// rate before it and itself. A budget of the start of the year gives way to the one of the full year.
func (p *Pass) besides(own []stated, rate stated) (budget, spent stated, ok bool) {
	var initial stated
	budgets, initials, spents := 0, 0, 0
	for _, s := range own {
		if s.sentence != rate.sentence || s.segment != rate.segment || !isMoney(s) || s.found.Start > rate.found.Start {
			continue
		}
		switch {
		case ofAnotherYear(s):
			return budget, spent, false
		case ofBudget(s.label) && ofTheStart(s):
			initial, initials = s, initials+1
		case ofBudget(s.label):
			budget, budgets = s, budgets+1
		case ofSpending(s.label):
			spent, spents = s, spents+1
		case !s.partOf(budget, initial):
			return budget, spent, false
		}
	}
	if budgets == 0 {
		budget, budgets = initial, initials
	}
	for _, q := range p.narrowing(rate.label) {
		if !slices.Contains(p.narrowing(budget.label), q) {
			return budget, spent, false
		}
	}
	return budget, spent, budgets == 1 && spents == 1
}

// partOf reports a figure told, behind 其中, as a part of one of two budgets in its sentence; where neither was told,
// of none.
func (s stated) partOf(budgets ...stated) bool {
	for _, b := range budgets {
		if b.paragraph != nil && strings.Contains(s.paragraph.Text[b.found.End:s.found.Start], "其中") {
			return true
		}
	}
	return false
}

func rateOf(budget, spent stated) (quantity.Interval, bool) {
	b, s := form.Entry{Quantity: budget.found.Quantity}, form.Entry{Quantity: spent.found.Quantity}
	return recompute.Rate(s, b, "")
}

// fundMakes reports whether a row of the funds table makes the rate.
func fundMakes(p *Pass, rate stated) bool {
	for i := range p.Due.Funds {
		if due := p.Due.Funds[i].Rate; !due.IsZero() && rateHolds(due, rate.found.Value) {
			return true
		}
	}
	return false
}

// ofTheStart reports a budget as it stood before the year's changes.
func ofTheStart(budget stated) bool { return strings.Contains(budget.label, "年初") }

// alike takes the amounts that are narrowed as the rate is. The pair is certain if it is the only one
// and comes within two points of the rate, or if it comes so near (0.05) that nothing else is meant. A budget
// of the start of the year counts only where no other is told, or where it makes the very rate.
func (p *Pass) alike(pool []stated, rate stated) (budget, spent stated, due quantity.Interval, ok bool) {
	want := p.narrowing(rate.label)
	var pairs []struct {
		b, s stated
		due  quantity.Interval
	}
	var budgets, spendings []stated
	for _, x := range pool {
		if !isMoney(x) || ofAnotherYear(x) || !slices.Equal(p.narrowing(x.label), want) {
			continue
		}
		if ofBudget(x.label) {
			budgets = append(budgets, x)
		}
		if ofSpending(x.label) {
			spendings = append(spendings, x)
		}
	}
	adjusted := slices.ContainsFunc(budgets, func(b stated) bool { return !ofTheStart(b) })
	for _, b := range budgets {
		for _, s := range spendings {
			due, ok := rateOf(b, s)
			if ok && rateHolds(due, rate.found.Value) {
				return b, s, due, true
			}
			if ok && !(adjusted && ofTheStart(b)) {
				pairs = append(pairs, struct {
					b, s stated
					due  quantity.Interval
				}{b, s, due})
			}
		}
	}
	for _, x := range pairs {
		limit := big.NewRat(5, 100)
		if len(pairs) == 1 {
			limit = big.NewRat(2, 1)
		}
		gap := quantity.Minus(middleOf(x.due), rate.found.Rat())
		if quantity.Compare(gap.Abs(gap), limit) <= 0 {
			return x.b, x.s, x.due, true
		}
	}
	return stated{}, stated{}, quantity.Interval{}, false
}
