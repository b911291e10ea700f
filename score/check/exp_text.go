package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// defects are the words that name a shortcoming; 未发现 and the like deny one.
var defects = []string{
	"不够", "不足", "不到位", "不完善", "不规范", "不健全", "不及时", "不完整", "不准确", "不符", "有待", "欠缺", "滞后", "薄弱", "扣分", "扣减", "予以扣", "酌情扣",
	"未能", "未按", "未及时", "未完成", "未达", "未建立", "未履行", "缺少", "缺失", "偏低", "较低", "偏慢", "偏差较大", "闲置", "违规",
}

func runDeducted(p *Pass) {
	var names []string
	var rows []*form.Indicator
	total := new(big.Rat)
	judged, pool := 0, deductionsTold(p.read)
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		lost := lostPoints(in.Weight, in.Score)
		if lost == nil || comparableRow(in) || in.Doubt != "" || in.Score.Doubt != "" {
			continue
		}
		judged++
		if filledIn(in.Reason.Text) == "" && !p.dueByItsRule(i) && !toldOnItsOwn(p.Form, in) && !defectTold(p.read, in) && !deductionTold(p.read, in, lost) && !pool.tells(in, lost) {
			rows, names = append(rows, in), append(names, in.Name)
			total.Add(total, lost)
		}
	}
	switch {
	case judged == 0:
		p.Skip("没有扣分的管理类指标", "No management row lost points")
	case len(p.Form.Text) == 0:
		p.Skip("没有正文，无从核对扣分说明", "There is no running text to look for reasons in")
	case len(rows) > 0:
		p.Report(deducted(rows, names, total))
	}
}

// comparableRow reports a row whose score other checks recompute or judge by its words.
func comparableRow(in *form.Indicator) bool {
	return in.Target.Kind != quantity.Blank && in.Actual.Kind != quantity.Blank
}

// defectTold reports that a sentence on the row's matter names a shortcoming.
func defectTold(n *narrative, in *form.Indicator) bool {
	keys := []string{kernel(in.Name)}
	if level := kernel(in.Level2); in.Level2 != "" && strings.HasPrefix(in.Name, level) {
		keys = append(keys, level)
	}
	if r := []rune(keys[0]); len(r) > 4 {
		keys = append(keys, string(r[:4]))
	}
	deduction := []string{in.Name + "扣", in.Name + "”扣"}
	for k, s := range n.sentences() {
		if s.hasAny(deduction...) {
			return true // the deduction itself is told
		}
		named := s.hasAny(keys...)
		if named && s.paragraph.Level == 0 && s.givesCause() {
			return true
		}
		if n.defective(k) && (named || n.under(s.index, keys...) || hasAny(headOnLine(s.paragraph), keys...)) {
			return true
		}
	}
	return n.form.Reason.Text != "" && mentions(n.form.Reason.Text, in.Name)
}

// headOnLine is the heading that a paragraph opens with, its text on the same line: （二）资产管理。年末…
func headOnLine(p *form.Paragraph) string {
	head, _, ok := strings.Cut(p.Text, "。")
	if !ok || longerThan(head, longestHead) || !strings.ContainsAny(head, "（(.．、") || strings.ContainsAny(head, "，,；") {
		return ""
	}
	return head
}

// longestHead is how many characters a heading has at most that shares its line with text.
const longestHead = 20

// deductionTold reports a paragraph that tells the row's deduction: its name and, with no other row's between, just
// the points that it lost (整改落实方面一项问题尚在整改，扣1分).
func deductionTold(n *narrative, in *form.Indicator, lost *big.Rat) bool {
	for i := range n.form.Text {
		para := &n.form.Text[i]
		if para.Level > 0 || !n.letters(i).May(in.Name) || !n.paragraphHas(i, "扣") {
			continue
		}
		_, behind, found := strings.Cut(para.Text, in.Name)
		for ; found; _, behind, found = strings.Cut(behind, in.Name) {
			if takesOff(n.form, behind, lost) {
				return true
			}
		}
	}
	return false
}

// takesOff reports whether the first deduction of a text is of so many points, and stands before any row's name.
func takesOff(f *form.Form, text string, points *big.Rat) bool {
	own, rest, ok := strings.Cut(text, "扣")
	if !ok {
		return false
	}
	for i := range f.Indicators {
		if name := f.Indicators[i].Name; name != "" && strings.Contains(own, name) {
			return false
		}
	}
	if end := strings.Index(rest, "分"); end >= 0 && end < 20 {
		v := quantity.Parse(strings.TrimPrefix(strings.TrimSpace(rest[:end]), "除")).Rat()
		return v != nil && quantity.Compare(v, points) == 0
	}
	return false
}

func deducted(rows []*form.Indicator, names []string, total *big.Rat) finding.Finding {
	var also []document.Place
	var parts []string
	for i, in := range rows {
		if i > 0 {
			also = append(also, in.Score.Place)
		}
		parts = append(parts, fmt.Sprintf("%s %s − %s", in.Name, in.Weight.Text, in.Score.Text))
	}
	points := quantity.FormatShort(total, 4)
	return finding.Finding{
		Subject: strings.Join(names, "、"),
		Says: document.Message{
			ZH: fmt.Sprintf("%s合计扣分 %s 分，正文和原因栏均未说明扣分原因", joinNames(names, 6), points),
			EN: fmt.Sprintf("%s points were deducted for %s; neither the text nor a reason says why", points, namesInEnglish(names, 6)),
		},
		Working: strings.Join(parts, "；"), Place: rows[0].Score.Place, Also: also,
	}
}

func runEvidence(p *Pass) {
	parts := 0
	for i := range p.Form.Text {
		para := &p.Form.Text[i]
		if para.Level > 0 || !p.read.headLetters(i).MayAny(evidence...) || !evidenceHead(para) {
			continue
		}
		parts++
		text := strings.Trim(strings.TrimSpace(para.Text), "。.：:（）() ")
		if text == "无" || text == "暂无" || text == "无其他" || text == "没有" {
			head := para.Heads[len(para.Heads)-1]
			p.Report(finding.Finding{
				Subject: head, Printed: para.Text,
				Says:  both("“%[1]s”下只写“%[2]s”，自评结果缺少佐证材料", "Under “%[1]s” stands only “%[2]s”: the results have no evidence listed", head, text),
				Place: para.Place,
			})
		}
	}
	if parts == 0 {
		p.Skip("报告没有佐证材料部分", "The report has no part on evidence")
	}
}

// evidenceHead looks at the innermost heading alone: a whole report may stand under 佐证材料.
func evidenceHead(para *form.Paragraph) bool {
	n := len(para.Heads)
	return n > 0 && hasAny(para.Heads[n-1], evidence...)
}

// evidence are the words of a heading above the papers that prove the results.
var evidence = []string{"佐证", "证明材料", "支撑材料", "附件材料"}

// unfilled reports a field with nothing in it but what a template prints: 年 月 日, a line to write on.
func unfilled(e form.Entry) bool {
	return strings.Trim(e.Text, " \t\u3000年月日_＿—-（）()") == "" && e.Value == ""
}

// required are the fields every form asks for.
var required = []string{"填报日期", "填表日期", "日期", "填报人", "填表人", "经办人", "负责人", "联系电话", "联系人", "单位名称", "项目名称", "主管部门", "实施单位", "填报单位"}

func runBlank(p *Pass) {
	asked := 0
	for _, field := range p.Form.Fields {
		name := lexicon.Fold(field.Name)
		if !hasAny(name, required...) || field.Value.Doubt != "" {
			continue
		}
		asked++
		if unfilled(field.Value) {
			place := field.Value.Place
			if !place.Known() {
				place = document.Place{Line: 1}.Quoting(field.Name)
			}
			p.Report(finding.Finding{
				Subject: field.Name, Says: both("“%[1]s”栏未填写", "The field %[1]s is blank", field.Name), Place: place,
			})
		}
	}
	if asked == 0 {
		p.Skip("表中没有读到基本信息栏", "No field of basic data was read")
	}
}
