package check

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// partition is an amount of the text with the parts that 其中 introduces behind it.
type partition struct {
	whole stated
	parts []stated
}

// mostPartitions bounds how many are judged in one form.
const mostPartitions = 100

// valued is a stated sum of money with its interval in yuan.
type valued struct {
	stated
	value quantity.Interval
}

// moneyWords are the signs that make money of an amount: the dimension's units, and what stands before one.
var moneyWords = []string{"元", "圆", "人民币", "¥", "￥"}

// statedAmounts are the different sums of money of the narrative.
func statedAmounts(p *Pass) []valued {
	var out []valued
	seen := map[string]bool{}
	for i := range p.Form.Text {
		if !p.read.paragraphHas(i, moneyWords...) {
			continue
		}
		for _, s := range p.stated(i) {
			key := s.found.Value + s.found.Unit
			if isMoney(s) && !seen[key] {
				seen[key] = true
				out = append(out, valued{s, s.amount()})
			}
		}
	}
	return out
}

func partsOfText(p *Pass) {
	held := 0
	for i := range p.Form.Text {
		if !p.read.paragraphHas(i, introduces...) {
			continue
		}
		for _, x := range partitions(p, i) {
			if held++; held <= mostPartitions {
				judgePartition(p, x)
			}
		}
	}
	if held == 0 {
		p.Skip("文中没有用“其中”列示的金额", "the text introduces no amounts by 其中")
	}
}

// introduces are the words between a whole and its parts.
var introduces = []string{"其中", "包括", "包含", "分别用于"}

// startsParts reports whether parts are introduced right behind an amount, by the text up to the next one.
func startsParts(between string) bool {
	between = strings.TrimPrefix(strings.TrimLeft(between, "，,；;：:、（( "), "主要")
	return slices.ContainsFunc(introduces, func(w string) bool { return strings.HasPrefix(between, w) })
}

// partitions finds, in one paragraph, each amount that 其中 or the like follows at once, in the same sentence, and
// the amounts of the same kind behind it.
func partitions(p *Pass, index int) []partition {
	all := p.stated(index)
	text := p.Form.Text[index].Text
	var out []partition
	for i := 0; i+1 < len(all); i++ {
		between, rest := text[all[i].found.End:all[i+1].found.Start], all[i+1:]
		if i+2 < len(all) && isRate(all[i+1]) && !strings.ContainsAny(between, "。；") {
			between, rest = text[all[i+1].found.End:all[i+2].found.Start], all[i+2:] // 支出100万元，执行率95%，其中：
		}
		if !isMoney(all[i]) || !startsParts(between) || strings.Contains(between, "。") {
			continue
		}
		if parts := partsBehind(rest, text, all[i]); len(parts) >= 2 {
			out = append(out, partition{all[i], parts})
		}
	}
	return out
}

// partsBehind takes amounts up to the end of the sentence, as long as they read like parts: no totals,
// no comparisons with another year, no change from budget to spending.
func partsBehind(all []stated, text string, whole stated) []stated {
	var parts []stated
	end, depth := whole.found.End, -1
	for _, s := range all {
		between := text[end:s.found.Start]
		if end = s.found.End; depth < 0 {
			depth = 0 // brackets that the parts stand in as a whole
		} else {
			depth += deeper(between)
		}
		if depth < 0 || strings.ContainsAny(between, "。！？\n") || len(parts) > 0 && depth == 0 && strings.Contains(between, "其中") {
			break
		}
		if depth > 0 {
			continue // parts of a part: 演出110万元（含舞台40万元）
		}
		if !isMoney(s) {
			if s.found.Unit == "%" || s.found.Unit == "％" {
				continue // a share said behind its part
			}
			break
		}
		if totalled(s.label) || perHead(s.label) || ofAnotherYear(s) || utf8.RuneCountInString(s.label) > 30 || ofBudget(s.label) != ofBudget(whole.label) && ofSpending(s.label) != ofSpending(whole.label) {
			break
		}
		parts = append(parts, s)
	}
	return parts
}

// deeper is how many brackets a text opens beyond those it closes.
func deeper(text string) int {
	return strings.Count(text, "（") + strings.Count(text, "(") - strings.Count(text, "）") - strings.Count(text, ")")
}

// totalled reports whether a label opens a new total.
func totalled(label string) bool {
	return hasAny(label, "合计", "总额", "总计", "共计", "全年", "本年", "年末", "结转", "结余", "执行率")
}

// perHead reports a label of money for one person or thing, which is no part of a sum.
func perHead(label string) bool {
	return hasAny(label, "人均", "户均", "亩均", "生均", "平均", "单价", "标准", "每")
}

func judgePartition(p *Pass, x partition) {
	sum := quantity.Exactly(new(big.Rat))
	for _, s := range x.parts {
		sum = sum.Add(s.amount())
	}
	if sum.Meets(x.whole.amount()) {
		return
	}
	if other, place, ok := otherTotal(p, sum); ok {
		reportScope(p, x, sum, other, place)
		return
	}
	switch {
	case quantity.Compare(sum.Low, x.whole.amount().High) > 0:
		reportUnlike(p, x, sum, both("大于", "more than"))
	case x.exhausts():
		reportUnlike(p, x, sum, both("小于", "less than"))
	}
}

// exhausts reports parts that are all there is of the whole: spending is basic or for projects.
func (x partition) exhausts() bool {
	if len(x.parts) != 2 || !hasAny(x.whole.label, "支出") || hasAny(x.whole.label, "项目", "经营", "上缴") {
		return false
	}
	a, b := x.parts[0].label, x.parts[1].label
	return strings.Contains(a, "基本支出") && strings.Contains(b, "项目支出") || strings.Contains(a, "项目支出") && strings.Contains(b, "基本支出")
}

// otherTotal finds another stated amount that the parts make up: in the text or in the funds table.
func otherTotal(p *Pass, sum quantity.Interval) (text string, place document.Place, ok bool) {
	for _, s := range p.allAmounts(p) {
		if sum.Meets(s.value) {
			return strings.TrimSpace(s.label) + s.text(), s.place(), true
		}
	}
	for i := range p.Form.Funds {
		fund := &p.Form.Funds[i]
		for _, c := range amounts() {
			if v, ok := recompute.Amount(c.of(fund), fund.Money); ok && sum.Meets(v) {
				return fund.Name + c.zh + c.of(fund).Value, c.of(fund).Place, true
			}
		}
	}
	return "", document.Place{}, false
}

// working adds the parts: 60 + 40 = 100.
func (x partition) working(sum quantity.Interval) (text, total string) {
	values := make([]string, len(x.parts))
	for i, s := range x.parts {
		values[i] = s.found.Value
	}
	total = printedLike(sum, x.whole.amount(), form.Entry{Quantity: x.whole.found.Quantity})
	return strings.Join(values, " + ") + " = " + total, total
}

func (x partition) places() []document.Place {
	var out []document.Place
	for _, s := range x.parts {
		out = append(out, s.place())
	}
	return out
}

func reportScope(p *Pass, x partition, sum quantity.Interval, other string, place document.Place) {
	working, total := x.working(sum)
	p.Report(finding.Finding{
		Subject: trimmedLabel(x.whole.label), Printed: x.whole.text(), Due: total + x.whole.found.Unit, Working: working,
		Says: both("“其中”所列各项合计%s，与所属的“%s”%s不一致，而与“%s”相符，请核对口径", "the parts add up to %s, not to %s %s they are said to be part of, but to %s",
			total+x.whole.found.Unit, trimmedLabel(x.whole.label), x.whole.text(), other),
		Place: x.whole.place(), Also: known(append(x.places(), place)),
	})
}

func reportUnlike(p *Pass, x partition, sum quantity.Interval, than document.Message) {
	working, total := x.working(sum)
	p.Report(finding.Finding{
		Subject: trimmedLabel(x.whole.label), Printed: x.whole.text(), Due: total + x.whole.found.Unit, Working: working,
		Says: both("“其中”所列各项合计%[1]s，"+than.ZH+"所属的“%[2]s”%[3]s，请核对", "the parts add up to %[1]s, "+than.EN+" %[2]s %[3]s they are said to be part of",
			total+x.whole.found.Unit, trimmedLabel(x.whole.label), x.whole.text()),
		Place: x.whole.place(), Also: known(x.places()),
	})
}
