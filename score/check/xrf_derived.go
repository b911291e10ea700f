package check

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// derived recomputes what a sentence derives from two of its own figures beside changes: the share of a
// part (占比), the rate of a count and the amount for one person (人均). It returns how many it could judge.
func derived(p *Pass) int {
	judged := ratesOfTwo(p) + sharesOfBefore(p)
	for _, s := range p.read.spans() {
		for _, x := range s.shares {
			judged += judgeShare(p, s.spoken, x, s.amounts)
		}
	}
	for i, s := range p.read.sentences() {
		judged += perPerson(p, s, p.read.amounts()[i]) + ratesOfCounts(p, s, p.read.figures()[i])
	}
	return judged
}

// judgeShare holds a share against its part and the whole; it returns 1 if there was something to hold.
func judgeShare(p *Pass, s spoken, x portion, found []quantity.Found) int {
	whole, due, verdict := x.against(s.Text, found)
	if verdict == wrong {
		reportShare(p, s, x, whole, due)
	}
	return min(int(verdict), 1)
}

// verdict is what can be said of a share.
type verdict int

const (
	unsure verdict = iota
	right
	wrong
)

// against holds a share against the amounts of its sentence. Only where the whole is beyond doubt - the one
// amount of that unit before 其中, and a share of the whole by its words - can it be wrong.
func (x portion) against(text string, found []quantity.Found) (whole quantity.Found, due quantity.Interval, v verdict) {
	if x.part == nil || !wholeBase(x.base) {
		return whole, due, unsure
	}
	at, wholes := strings.Index(text, "其中"), 0
	for _, q := range found {
		if q.Kind != quantity.Number || q.Value == "" || q.Start == x.part.Start || q.Unit == "%" || !quantity.Comparable(q.Quantity, x.part.Quantity) {
			continue
		}
		if i, ok := partOf(*x.part, q); ok && printedMeets(x.percent, i) {
			return q, i, right // a share of some figure of the sentence
		}
		if at > 0 && q.End <= at {
			whole = q
			wholes++
		}
	}
	if wholes != 1 || x.part.Start < at {
		return whole, due, unsure
	}
	due, ok := partOf(*x.part, whole)
	if !ok || quantity.Compare(due.Low, hundred) > 0 {
		return whole, due, unsure
	}
	return whole, due, wrong
}

// partOf is the share, in percent, that a part is of a whole, for all values that print so.
func partOf(part, whole quantity.Found) (quantity.Interval, bool) {
	a, b := spread(part.Quantity), spread(whole.Quantity)
	if a.IsZero() || b.IsZero() {
		return quantity.Interval{}, false
	}
	i, ok := a.Over(b)
	if !ok {
		return i, false
	}
	return i.Scale(hundred), true
}

func printedMeets(printed quantity.Found, due quantity.Interval) bool {
	i, ok := quantity.Printed(printed.Value)
	return ok && i.Meets(due)
}

func reportShare(p *Pass, s spoken, x portion, whole quantity.Found, due quantity.Interval) {
	tellShare(p, s, x, s.Text[whole.Start:whole.End], s.place(whole.Start, whole.End-whole.Start), due)
}

// tellShare tells of a share of a whole that may stand in another sentence.
func tellShare(p *Pass, s spoken, x portion, whole string, at document.Place, due quantity.Interval) {
	quote := func(q quantity.Found) string { return s.Text[q.Start:q.End] }
	should := quantity.FormatRat(middleOf(due), max(quantity.Decimals(x.percent.Value), 2)) + "%"
	p.Report(finding.Finding{
		Subject: trimmedLabel(labelOf(s.Text[:x.part.Start])), Printed: quote(x.percent), Due: should, Working: quote(*x.part) + " ÷ " + whole + " = " + should,
		Place: s.place(x.percent.Start, x.percent.End-x.percent.Start), Also: []document.Place{s.place(x.part.Start, x.part.End-x.part.Start), at},
		Says: both("%[1]s占%[2]s的%[3]s，正文写为%[4]s，请核对", "%[1]s is %[3]s of %[2]s, the text says %[4]s", quote(*x.part), whole, should, quote(x.percent)),
	})
}

// perPerson recomputes 人均: the one sum of money and the one number of people that stand before it in its
// sentence. How they belong together is read from their order alone, so a difference is a question.
func perPerson(p *Pass, s spoken, found []quantity.Found) int {
	if !s.hasAny("人均") {
		return 0
	}
	at := strings.Index(s.Text, "人均")
	if strings.Count(s.Text, "人均") > 1 || s.hasAny("平方米", "上年", "同比", "标准", "其中", "每年", "每月") {
		return 0
	}
	var money, people, each []quantity.Found
	for _, q := range found {
		switch {
		case q.Kind != quantity.Number || q.Value == "" || q.Upper != "" || q.Bound != quantity.None || q.Approximate:
			return 0
		case q.Start > at:
			each = append(each, q)
		case isFunds(q):
			money = append(money, q)
		case strings.HasSuffix(q.Unit, "人") || strings.HasSuffix(q.Unit, "人次") || strings.HasSuffix(q.Unit, "名"):
			people = append(people, q)
		}
	}
	if len(money) != 1 || len(people) != 1 || len(each) == 0 || !isFunds(each[0]) || each[0].Start > at+24 {
		return 0
	}
	due, ok := spread(money[0].Quantity).Over(spread(people[0].Quantity))
	printed := spread(each[0].Quantity)
	if !ok || printed.IsZero() {
		return 0
	}
	if !printed.Meets(due) {
		reportEach(p, s, money[0], people[0], each[0], due)
	}
	return 1
}

func reportEach(p *Pass, s spoken, money, people, each quantity.Found, due quantity.Interval) {
	quote := func(q quantity.Found) string { return strings.TrimSpace(s.Text[q.Start:q.End]) }
	one, _ := each.Measure()
	factor := quantity.Per(each.Rat(), one.Value) // from yuan to the printed unit
	should := quantity.FormatShort(factor.Mul(factor, middleOf(due)), max(2, quantity.Decimals(each.Value))) + each.Unit
	p.Report(finding.Finding{
		Level: finding.Warning, Subject: "人均", Printed: quote(each), Due: should, Working: quote(money) + " ÷ " + quote(people) + " = " + should,
		Place: s.place(each.Start, each.End-each.Start), Also: []document.Place{s.place(money.Start, money.End-money.Start), s.place(people.Start, people.End-people.Start)},
		Says: both("%[1]s除以%[2]s，人均应为%[3]s，正文写为%[4]s，请核对", "%[1]s for %[2]s is %[3]s each, the text says %[4]s", quote(money), quote(people), should, quote(each)),
	})
}
