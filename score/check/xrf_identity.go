package check

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var xrfIdentity = &Check{
	Code: "XRF-11", Prose: true, Level: finding.Error,
	Title:   document.Message{ZH: "恒等关系不成立", EN: "An identity does not hold"},
	Doc:     document.Message{ZH: "正文同一句中给出的资产原值、累计折旧、净值，资产、负债、净资产，以及人员合计与在职、离退休（男、女）人数，应满足恒等关系。各数按印刷精度允许尾差；句中还有其他组成部分时不判断。", EN: "Cost, depreciation and net value, assets, liabilities and net assets, staff and its parts, told in one sentence, satisfy their identity within the rounding of the last digit. Silent where the sentence has other parts."},
	Formula: "净值 = 原值 − 累计折旧；资产 = 负债 + 净资产；合计 = 在职 + 离退休",
	Why:     document.Message{ZH: "资产、人员的恒等关系不成立，说明基础数据取自不同时点或口径，人均、资产类指标都受影响。", EN: "Assets or staff that break their identity come from different dates or scopes, and spoil every indicator built on them."},
	Allows:  document.Message{ZH: "合计带小数的按各数末位半个单位之和容许，整数须相等；句中另有减值、编外、聘用等部分的，单位不一或约数的不判断。", EN: "Totals with decimals may be off by half a last digit for each figure, whole ones have to be equal; sentences with other parts, unlike units or approximate figures are not judged."},
	Clause:  document.Message{ZH: "《政府会计准则》资产、负债、净资产的定义关系；人员合计为各部分之和", EN: "Government accounting standards: how assets, liabilities, net assets and depreciation hang together"},
	Trips:   document.Message{ZH: "“原值 300 万元，累计折旧 120 万元，净值 190 万元”", EN: "“cost 300, depreciation 120, net 190”"},
	Silent:  document.Message{ZH: "“共计 43 人，其中在职 40 人，离休 3 人”", EN: "“43 in all: 40 serving, 3 retired”"},
	Run:     runIdentity,
}

// identity says that the whole is the sum of its parts. A part may be absent only if optional.
type identity struct {
	whole, first []string
	others       [][]string
	against      []string // other parts: the sentence is left alone
	difference   bool     // whole = first − others
}

var identities = []identity{
	{whole: []string{"净值", "账面价值"}, first: []string{"原值"}, others: [][]string{{"累计折旧", "折旧"}}, against: []string{"减值", "摊销"}, difference: true},
	{whole: []string{"资产总额", "资产总计", "资产合计", "总资产"}, first: []string{"负债总额", "负债合计", "负债总计", "负债"}, others: [][]string{{"净资产"}}},
	{whole: staff, first: []string{"在职", "在编"}, others: [][]string{{"离退休"}, {"离休"}, {"退休"}}, against: []string{"编外", "聘用", "临时", "借调", "劳务", "遗属", "学生", "辅警"}},
	{whole: staff, first: []string{"男"}, others: [][]string{{"女"}}},
	{whole: []string{"在职", "在编", "实有", "现有", "编制", "人员"}, first: []string{"行政"}, others: [][]string{{"事业"}, {"工勤"}, {"参公"}}, against: []string{"编外", "聘用", "聘任", "临时", "借调", "劳务", "退休", "离休", "合同制", "事业单位", "行政单位", "企业"}},
}

var staff = []string{"实有人数", "人员总数", "总人数", "人员合计", "共有人员", "实有人员", "现有人员", "共计", "合计", "共有", "实有", "现有"}

func runIdentity(p *Pass) {
	judged := 0
	for i, s := range p.read.sentences() {
		if s.hasAny("原值", "负债", "其中", "在职", "在编") {
			judged += identitiesIn(p, s, p.read.amounts()[i])
		}
	}
	if judged == 0 {
		p.Skip("正文没有可核对的恒等关系", "The text states no identity to test")
	}
}

// labelled is an amount with the words of its clause.
type labelled struct {
	quantity.Found
	label string
}

func identitiesIn(p *Pass, s spoken, found []quantity.Found) int {
	amounts := labelAmounts(s.Text, found)
	judged := 0
	for _, id := range identities {
		whole, parts, ok := id.find(s.Text, amounts)
		if !ok {
			continue
		}
		judged++
		if f, wrong := id.judge(s, whole, parts); wrong {
			p.Report(f)
		}
	}
	return judged
}

func labelAmounts(text string, found []quantity.Found) []labelled {
	var all []labelled
	from := 0
	for _, q := range found {
		if q.Kind == quantity.Number && q.Value != "" && q.Unit != "" {
			label := text[from:q.Start]
			if i := strings.LastIndexAny(label, "，,；。（("); i >= 0 {
				label = label[i:]
			}
			all = append(all, labelled{q, label})
		}
		from = q.End
	}
	return all
}

// find gives each role of the identity its one amount; ok is false where a role has none or two.
func (id identity) find(text string, amounts []labelled) (whole labelled, parts []labelled, ok bool) {
	if hasAny(text, id.against...) {
		return whole, nil, false
	}
	roles := append([][]string{id.whole, id.first}, id.others...)
	got := make([]*labelled, len(roles))
	for i := range amounts {
		r := roleOf(amounts[i].label, roles)
		if r < 0 {
			continue
		}
		if got[r] != nil && (r > 0 || !wholeBeforeParts(text, got, amounts[i])) {
			return whole, nil, false
		}
		got[r] = &amounts[i]
	}
	if got[0] == nil || got[1] == nil {
		return whole, nil, false
	}
	for _, g := range got[1:] {
		if g != nil {
			if g.Unit != got[0].Unit || g.Approximate {
				return whole, nil, false
			}
			parts = append(parts, *g)
		}
	}
	return *got[0], parts, len(parts) >= 2 && !got[0].Approximate
}

// wholeBeforeParts reports that an amount stands right before 其中, with no part yet told: the whole is that one, and not
// another before it (编制数146人，实有139人，其中…).
func wholeBeforeParts(text string, got []*labelled, x labelled) bool {
	behind := strings.TrimLeft(text[x.End:], "，,；; ")
	return strings.HasPrefix(behind, "其中") && !slices.ContainsFunc(got[1:], func(g *labelled) bool { return g != nil })
}

// roleOf is the role whose word the label holds; parts come before the whole, since 其中在职人员共有 is a part.
func roleOf(label string, roles [][]string) int {
	for r := 1; r < len(roles); r++ {
		if hasAny(label, roles[r]...) {
			return r
		}
	}
	if hasAny(label, roles[0]...) {
		return 0
	}
	return -1
}

// judge compares the whole with its parts; a part that alone equals the whole shows that the others
// stand beside it, not in it.
func (id identity) judge(s spoken, whole labelled, parts []labelled) (finding.Finding, bool) {
	sum := new(big.Rat).Set(parts[0].Rat())
	tolerance := quantity.HalfUnit(quantity.Decimals(whole.Value))
	signs := s.Text[parts[0].Start:parts[0].End]
	for _, part := range parts[1:] {
		sign := " + "
		if id.difference {
			sum.Sub(sum, part.Rat())
			sign = " − "
		} else {
			sum.Add(sum, part.Rat())
		}
		tolerance.Add(tolerance, quantity.HalfUnit(quantity.Decimals(part.Value)))
		signs += sign + s.Text[part.Start:part.End]
	}
	if quantity.Decimals(whole.Value) == 0 {
		tolerance = new(big.Rat)
	}
	diff := quantity.Minus(sum, whole.Rat())
	if quantity.Compare(diff.Abs(diff), tolerance) <= 0 || quantity.Compare(parts[0].Rat(), whole.Rat()) == 0 {
		return finding.Finding{}, false
	}
	printed := s.Text[whole.Start:whole.End]
	due := quantity.FormatRat(sum, quantity.Decimals(whole.Value)) + whole.Unit
	subject := strings.TrimLeft(strings.TrimSpace(whole.label), "，,；。（(")
	return finding.Finding{
		Subject: subject, Printed: printed, Due: due,
		Says:    both("按 %[1]s 计算应为 %[2]s，正文写为 %[3]s，请核对", "%[1]s makes %[2]s, the text says %[3]s", signs, due, printed),
		Working: signs + " = " + due,
		Place:   s.place(whole.Start, whole.End-whole.Start),
	}, true
}
