package check

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

func runUnsupported(p *Pass) {
	rows := targeted(p.Form)
	told, cell := resultSpeech(p.read)
	var silent []*form.Indicator
	spoken := 0
	for _, i := range rows {
		if p.supported(told, i) || p.listed(i) {
			spoken++
		} else if !p.supported(cell, i) {
			silent = append(silent, &p.Form.Indicators[i])
		}
	}
	if spoken < 3 || spoken*2 < len(rows) {
		p.Skip("正文没有逐项说明指标完成情况", "The text does not go through the indicators")
		return
	}
	for _, in := range silent {
		p.Report(finding.Finding{
			Subject: in.Name, Printed: in.Actual.Text,
			Says:  both("“%[1]s”在自评表中计分，正文没有任何文字说明其完成情况", "%[1]s is scored, but the text says nothing on how it was met", in.Name),
			Place: in.Place,
		})
	}
	for _, i := range rows {
		if s, ok := onlyPlanned(p.read, i); ok {
			in := &p.Form.Indicators[i]
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Actual.Text,
				Says: both("“%[1]s”自评为“%[2]s”，正文该条目只有计划性表述，没有说明实际结果",
					"%[1]s is scored as %[2]s, but its item in the text has plans and no result", in.Name, in.Actual.Text),
				Place: s.place(0, len(s.Text)), Also: []document.Place{in.Actual.Place},
			})
		}
	}
}

// targeted are the rows, by index, with a target and a result of their own: management check lists, and
// rates that are held against last year's, are not told one by one.
func targeted(f *form.Form) []int {
	var rows []int
	for i := range f.Indicators {
		if in := &f.Indicators[i]; in.Target.Kind != quantity.Blank && in.Actual.Kind != quantity.Blank && in.LastYear.Missing() && in.Doubt == "" {
			rows = append(rows, i)
		}
	}
	return rows
}

// supported reports that one of the sentences marked in told speaks of the row or states its result.
func (p *Pass) supported(told []bool, index int) bool {
	return p.spokenOf(told, index) || p.valueTold(told, index) || p.inPieces(told, index)
}

// resultSpeech tells of each sentence whether it may speak of results: not the headings, nor the parts
// on goals, problems and remedies. Those of the form's own cells are told apart: what they say of the
// goals' results is a summary, that does not go through the indicators.
func resultSpeech(n *narrative) (told, cell []bool) {
	said := n.sentences()
	told, cell = make([]bool, len(said)), make([]bool, len(said))
	for k, s := range said {
		if k > 0 && said[k-1].index == s.index {
			told[k], cell[k] = told[k-1], cell[k-1]
			continue
		}
		if s.paragraph.Cell {
			cell[k] = true
			continue
		}
		told[k] = s.paragraph.Level == 0 && !n.under(s.index, "目标设立", "目标设定", "目标设置", "目标申报", "问题", "措施", "建议", "整改", "下一步")
	}
	return told, cell
}

// tellsResult reports a sentence on problems that states the row's own result, or that the row by its full name fell
// short: 准点率为88.5%，未达到90%的目标; 持证读者增长率未达目标.
func (p *Pass) tellsResult(k int, in *form.Indicator) bool {
	s := p.read.sentences()[k]
	if s.paragraph.Level > 0 || s.paragraph.Cell || !p.read.under(s.index, "问题") {
		return false
	}
	return in.Actual.Numeric() && strings.Contains(s.Text, in.Actual.Value+in.Actual.Unit) || strings.Contains(s.Text, in.Name) && s.hasAny(shortfalls...)
}

// spokenOf reports that a sentence speaks of the row; a deadline is spoken of by any word on progress.
func (p *Pass) spokenOf(told []bool, index int) bool {
	in := &p.Form.Indicators[index]
	for _, k := range p.read.mentions(index) {
		if told[k] || p.tellsResult(k, in) {
			return true
		}
	}
	if p.figured(told, index) {
		return true
	}
	if in.Target.Kind != quantity.Date && !hasAny(in.Name, "完成时间", "完成时限", "及时性") {
		return false
	}
	for k, s := range p.read.sentences() {
		if told[k] && s.hasAny("进度", "时效", "按时", "按期", "如期", "按计划", "按照计划", "计划要求", "及时完成") {
			return true
		}
	}
	return false
}

// figured reports that a figure of the sentences marked in told is tied to the row.
func (p *Pass) figured(told []bool, index int) bool {
	paragraphs := map[int]bool{}
	for i := range p.Form.Claims {
		if c := &p.Form.Claims[i]; c.About.Kind == "indicator" && c.Role == form.RoleActual && c.About.Index == index {
			paragraphs[c.Paragraph] = true
		}
	}
	if len(paragraphs) == 0 {
		return false
	}
	for k, s := range p.read.sentences() {
		if told[k] && paragraphs[s.index] {
			return true
		}
	}
	return false
}

// valueTold reports a sentence that states the row's very result, unit and all, and has a part of its
// name: 执法量同比提升3.7倍 supports 加强执法力度，执法量同比增长. A cost in money is told by the amount alone.
func (p *Pass) valueTold(told []bool, index int) bool {
	in := &p.Form.Indicators[index]
	if !in.Actual.Numeric() || in.Actual.Unit == "" {
		return false
	}
	pairs, money := p.read.matter(index).pairs, strings.HasSuffix(in.Actual.Unit, "元") && hasAny(in.Level2+in.Name, "成本", "经费")
	for k, s := range p.read.folded() {
		found := p.read.amounts()[k]
		if !told[k] || len(found) == 0 || !money && pairs.Shared(s.fold) < 2 {
			continue
		}
		for _, q := range found {
			if same, known := sameFact(q.Quantity, in.Actual.Quantity); same && known && q.Unit != "" {
				return true
			}
		}
	}
	return false
}

// inPieces reports a sentence that has every word of the row's kernel, wherever they stand: 改造全部通过
// 验收 speaks of 改造验收合格率.
func (p *Pass) inPieces(told []bool, index int) bool {
	words := pieces(p.read.matter(index).kernel)
	if len(words) < 2 {
		return false
	}
	for k, s := range p.read.folded() {
		if told[k] && hasAll(s.fold, words) {
			return true
		}
	}
	return false
}

// pieces cuts a kernel of an even number of characters into words of two; most words have two.
func pieces(kernel string) []string {
	r := []rune(kernel)
	if len(r)%2 != 0 {
		return nil
	}
	var words []string
	for i := 0; i < len(r); i += 2 {
		words = append(words, string(r[i:i+2]))
	}
	return words
}

func hasAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// listed reports that a table of the report beside the scored one repeats the row with a result.
func (p *Pass) listed(index int) bool {
	in := &p.Form.Indicators[index]
	for i := range p.Form.Listings {
		for _, m := range p.read.repeated(i) {
			if m.scored == in && !m.listed.Actual.Missing() {
				return true
			}
		}
	}
	return false
}

// results are the words by which a sentence says that something happened.
var results = []string{"了", "已", "达到", "达", "完成", "均", "通过", "开展", "采用", "没有发生", "未发生", "得到", "取得", "建成", "保障", "运行正常", "稳定", "共", "累计", "实施", "落实", "形成"}

// plans are the words for what is yet to come; 将 alone may also mean taking hold of something.
var plans = []string{"也将", "将起", "将会", "将对", "将进一步", "将继续", "将接入", "将逐步", "今后", "拟", "计划", "下一步", "后续将"}

// onlyPlanned finds an item of the text on a row with a worded target that speaks of the future and of
// no result at all.
func onlyPlanned(n *narrative, index int) (spoken, bool) {
	if n.form.Indicators[index].Target.Kind != quantity.Words {
		return spoken{}, false
	}
	said := n.sentences()
	first, planned := -1, false
	for i, owner := range n.owners() {
		if owner != index {
			continue
		}
		if first < 0 {
			first = i // the item's heading
			continue
		}
		future := said[i].hasAny(plans...)
		if !future && said[i].hasAny(results...) {
			return spoken{}, false
		}
		planned = planned || future
	}
	if !planned {
		return spoken{}, false
	}
	return said[first], true
}
