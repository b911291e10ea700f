package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

var itemKind = kind{say("检查表", "Checklist"), "B", []column{
	{say("索引号", "index"), 8}, {say("单位", "unit"), 18}, {say("项目", "project"), 18}, {say("年度", "year"), 6},
	{say("检查内容", "item"), 14}, {say("检查要点", "what is looked at"), 30}, {say("符合要求", "in order"), 8},
	{say("发现的问题", "problems"), 62}, {say("问题索引", "findings"), 9}, {say("已核对项", "checks run"), 7},
	{say("未核对项", "not checked"), 7}, {say("备注", "remarks"), 12},
}, 0}

// answerColumn is where the check form says whether an item is in order.
const answerColumn = 7

// checkItem is an item of the check form (检查表): the checks whose codes begin alike.
type checkItem struct {
	code        string
	name, looks document.Message
}

// checkItems are the items, in the order of the check form.
func checkItems() []checkItem {
	return []checkItem{
		{"EXE", say("预算执行", "budget execution"), say("执行率、预算与执行金额、“其中”与合计、资金结转", "rates, amounts, parts and totals of funds")},
		{"SCR", say("指标得分", "scores"), say("得分与完成情况、分值的关系", "scores against results and weights")},
		{"WGT", say("分值权重", "weights"), say("分值合计、各级权重", "sums of weights, weights by level")},
		{"TOT", say("总分与等级", "totals and grade"), say("各项得分合计、总分、得分率、评价等级、复核分", "sums of scores, rates, grade, reviewed scores")},
		{"RUL", say("评分标准", "printed rules"), say("得分与报告所印评分标准", "scores against the rules that the report prints")},
		{"XRF", say("表文勾稽", "cross-references"), say("同一数据、名称在自评表、正文、附表间是否一致", "one figure or name in table, text and annex")},
		{"UNT", say("计量单位", "units"), say("金额、数量的计量单位", "units of amounts and counts")},
		{"IND", say("指标设置", "indicators"), say("指标值是否明确、可衡量，指标层级是否匹配", "clear, measurable targets at the right level")},
		{"EXP", say("偏差说明", "explanations"), say("未完成、扣分是否说明原因，提示语是否删除，必填项是否填写", "reasons for shortfalls, template text, blank fields")},
		{"STR", say("文本规范", "structure"), say("表号、章节序号、目录、附件名称、简称", "numbers of tables and chapters, contents, annexes, short names")},
		{"TIM", say("时间", "time"), say("完成时限、评价年度、填报日期", "deadlines, the year, the date of filing")},
	}
}

func (f checkItem) holds(code string) bool { return strings.HasPrefix(code, f.code+"-") }

// answers to whether an item is in order.
var (
	inOrder    = say("是", "yes")
	notInOrder = say("否", "no")
	notChecked = say("未核对", "not checked")
)

// checklist writes a row for each item: in order when its checks ran and found neither error nor warning,
// not checked when none of them could run. Silence is never a pass.
func (b *workbook) checklist(p *papers) {
	for _, item := range checkItems() {
		b.item(p, item)
	}
}

func (b *workbook) item(p *papers, item checkItem) {
	lang, problems, first := b.options.Lang, []string(nil), -1
	answer, ran, skipped := notChecked, 0, 0
	for _, code := range p.Ran {
		if item.holds(code) {
			ran, answer = ran+1, inOrder
		}
	}
	for _, s := range p.Skipped {
		if item.holds(s.Code) {
			skipped++
		}
	}
	for i, x := range p.findings {
		if !item.holds(x.Code) {
			continue
		}
		if first < 0 {
			first = i
		}
		if x.by == nil && x.Level != finding.Info {
			answer = notInOrder
		}
		problems = append(problems, fmt.Sprintf("%d. %s", len(problems)+1, b.problem(x)))
	}
	to, words := spot{}, ""
	if first >= 0 {
		to, words = spot{p.inFindings.sheet, p.inFindings.row + first}, p.findings[first].index
	}
	f := p.Form
	b.items.row(b.text(b.items.index()), b.text(f.Unit), b.text(f.Project), b.count(f.Year), b.text(item.name.In(lang)), b.text(item.looks.In(lang)),
		b.styled(answerLook(answer), answer.In(lang)), b.paragraphs(problems), b.link(to, words), b.styled(look{}, ran), b.styled(look{}, skipped), b.text(""))
}

// problem says a finding with its place and what is printed there.
func (b *workbook) problem(x numbered) string {
	lang := b.options.Lang
	says := x.Says.In(lang)
	if says == "" {
		says = x.Title.In(lang)
	}
	status := LevelWord(x.Level).In(lang)
	if x.by != nil {
		status = acceptedWord.In(lang)
	}
	text := fmt.Sprintf("[%s %s] %s", status, x.Code, strings.TrimRight(plain(says), "。.,，"))
	if at := located(x.Place, briefAlso, lang); at != "" {
		text += fmt.Sprintf(say("（%s）", " (%s)").In(lang), at)
	}
	return text
}

func answerLook(answer document.Message) look {
	l := look{middle: true, bold: true}
	switch answer {
	case notInOrder:
		l.fill = errorFill
	case notChecked:
		l.fill, l.bold = "EDEDED", false
	}
	return l
}

// answers offers the reviewer the answers of the check form.
func (b *workbook) answers(name string, rows int) {
	lang := b.options.Lang
	b.dropDown(name, answerColumn, rows, inOrder.In(lang), notInOrder.In(lang), notChecked.In(lang))
}

// dropDown has the cells of a column chosen from a list.
func (b *workbook) dropDown(name string, column, rows int, list ...string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(ref(column, 2) + ":" + ref(column, rows))
	b.keep(v.SetDropList(list))
	b.keep(b.file.AddDataValidation(name, v))
}
