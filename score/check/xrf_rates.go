package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// ratesOfCounts recomputes a rate that stands right behind two counts of one unit and is named after one of them:
// 受理争议3560件，审结3382件，结案率95%. What it is a rate of is read from words alone, so a difference is a question.
// It returns how many it could judge.
func ratesOfCounts(p *Pass, s spoken, numbers []quantity.Found) int {
	if len(numbers) < 3 || s.stillRunning() {
		return 0
	}
	judged := 0
	for i := 2; i < len(numbers); i++ {
		if whole, part, rate := numbers[i-2], numbers[i-1], numbers[i]; rateBehind(s.Text, whole, part, rate) {
			if _, _, told := madeOf(s.Text, numbers[:i+1]); told {
				continue // ratesOfTwo holds it
			}
			judged++
			if !rateOfAny(numbers[:i], rate) {
				reportRate(p, s, whole, part, rate)
			}
		}
	}
	return judged
}

// rateBehind reports a rate right behind two counts, whose name takes up a word of theirs.
func rateBehind(text string, whole, part, rate quantity.Found) bool {
	if rate.Unit != "%" && rate.Unit != "％" || !exactCount(whole) || !exactCount(part) || rate.Approximate || bounded(rate.Quantity) || whole.Unit != part.Unit {
		return false
	}
	own, name := strings.Trim(text[whole.End:part.Start], "，, "), strings.Trim(text[part.End:rate.Start], "，, 为达到：")
	if strings.ContainsAny(own+name, "，,；;。、（(") || utf8.RuneCountInString(own) > 10 || utf8.RuneCountInString(name) > 9 ||
		hasAny(labelOf(text[:whole.Start])+own+name, "上年", "去年", "今年", "本年", "同比", "较", "其中", "新增", "增长", "累计", "下降", "上升") {
		return false
	}
	if hasAny(name, otherBase...) || strings.ContainsAny(own, "不未") != strings.ContainsAny(name, "不未") || hasAny(labelOf(text[:whole.Start]), "检查", "走访", "巡查", "检测", "抽查") {
		return false
	}
	stem, ok := strings.CutSuffix(name, "率")
	return ok && stem != "" && (strings.ContainsAny(own, stem) || stem == "完成" && hasAny(own, "目标", "计划", "任务"))
}

// exactCount is a whole number of things or persons.
func exactCount(q quantity.Found) bool {
	v := q.Rat()
	return v != nil && v.IsInt() && v.Sign() > 0 && q.Unit != "" && !q.Approximate && !bounded(q.Quantity) && !isFunds(q) && !hasAny(q.Unit, "%", "％", "分", "年", "月", "日", "万", "亿")
}

// rateOfAny reports whether the rate is that of some two counts of its sentence, whichever is the part.
func rateOfAny(counts []quantity.Found, rate quantity.Found) bool {
	for i := range counts {
		for k := range counts {
			if i == k || !quantity.Comparable(counts[i].Quantity, counts[k].Quantity) {
				continue
			}
			if due, ok := partOf(counts[i], counts[k]); ok && rateHolds(due, rate.Value) {
				return true
			}
		}
	}
	return false
}

// farFrom reports a rate ten points and more away from what is due: it is a rate of something else.
func farFrom(due quantity.Interval, rate quantity.Found) bool {
	gap := quantity.Minus(middleOf(due), rate.Rat())
	return quantity.Compare(gap.Abs(gap), quantity.Whole(10)) >= 0
}

func reportRate(p *Pass, s spoken, whole, part, rate quantity.Found) {
	if quantity.Compare(part.Rat(), whole.Rat()) > 0 {
		whole, part = part, whole
	}
	due, ok := partOf(part, whole)
	if !ok || farFrom(due, rate) {
		return
	}
	quote := func(q quantity.Found) string { return strings.TrimSpace(s.Text[q.Start:q.End]) }
	should := quantity.FormatShort(middleOf(due), max(quantity.Decimals(rate.Value), 2)) + "%"
	p.Report(finding.Finding{
		Level: finding.Warning, Subject: trimmedLabel(labelOf(s.Text[:rate.Start])), Printed: quote(rate), Due: should, Working: quote(part) + " ÷ " + quote(whole) + " = " + should,
		Place: s.place(rate.Start, rate.End-rate.Start), Also: []document.Place{s.place(part.Start, part.End-part.Start), s.place(whole.Start, whole.End-whole.Start)},
		Says: both("按%[1]s、%[2]s计算应为%[3]s，正文写为%[4]s，请核对", "%[1]s of %[2]s is %[3]s, the text says %[4]s", quote(part), quote(whole), should, quote(rate)),
	})
}
