package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var overviewKind = kind{say("汇总", "Summary"), "A", []column{
	{say("索引号", "index"), 8}, {say("单位", "unit"), 20}, {say("项目", "project"), 20}, {say("年度", "year"), 6},
	{say("类型", "kind"), 9}, {say("自评总分", "printed total"), 9}, {say("重算总分", "due total"), 10},
	{say("差异", "difference"), 8}, {say("自评等级", "grade"), 8},
	{say("错误", "errors"), 6}, {say("警告", "warnings"), 6}, {say("提示", "infos"), 6},
	{say("问题清单", "findings"), 9}, {say("检查表", "checklist"), 9}, {say("重算过程", "recomputed"), 9},
	{say("已执行检查", "checks run"), 7}, {say("未能核对", "not checked"), 7},
	{say("评分规则", "rulebook"), 11}, {say("读取情况", "reading"), 9}, {say("读取说明", "notes"), 26},
	{say("文件", "file"), 34}, {say("规则选用理由", "chosen because"), 30}, {say("SHA-256", "SHA-256"), 34},
}, 20}

// The columns of the overview that its formulas speak of.
const totalColumn, dueTotalColumn = 6, 7

// summary writes the overview row of one form.
func (b *workbook) summary(p *papers) {
	lang, counts := b.options.Lang, map[finding.Level]int{}
	for _, found := range p.Findings {
		counts[found.Level]++
	}
	first := ""
	if len(p.findings) > 0 {
		first = p.findings[0].index
	}
	recomputed := ""
	if len(p.rows) > 0 {
		recomputed = b.rows.indexed(b.rows.count - len(p.rows) + 1)
	}
	row, f := p.inOverview.row, p.Form
	b.overview.row(b.text(p.index), b.text(f.Unit), b.text(f.Project), b.count(f.Year),
		b.text(kindWord(f.Kind).In(lang)), b.printed(f.Total.Score), b.dueTotal(p), b.totalDifference(p, row),
		b.text(f.Total.Grade.Text), b.levelCount(finding.Error, counts), b.levelCount(finding.Warning, counts),
		b.levelCount(finding.Info, counts), b.link(p.inFindings, first), b.link(p.inItems, b.items.indexed(b.items.count-len(checkItems())+1)),
		b.link(p.inRows, recomputed), b.count(len(p.Ran)), b.count(len(p.Skipped)),
		b.text(p.Rulebook), b.text(statusWord(p.Status).In(lang)), b.text(b.notes(p.Result)),
		b.text(p.Source.Path), b.text(p.Chosen.In(lang)), b.text(p.Source.SHA256))
}

// dueTotal is the total that is due: a number where it is one.
func (b *workbook) dueTotal(p *papers) excelize.Cell {
	if t := p.Due.Total; !t.IsZero() && quantity.Compare(t.Low, t.High) == 0 {
		return b.figure(t.Low, "0.00##")
	}
	return b.text(span(p.Due.Total, decimal))
}

// totalDifference is the printed total less the one that is due, as a formula.
func (b *workbook) totalDifference(p *papers, row int) excelize.Cell {
	printed, _, ok := exact(p.Form.Total.Score)
	t := p.Due.Total
	if !ok || t.IsZero() || quantity.Compare(t.Low, t.High) != 0 {
		return b.text("")
	}
	return b.live(differenceLook, fmt.Sprintf("ROUND(%s-%s,4)", ref(totalColumn, row), ref(dueTotalColumn, row)), rounded(minus(printed, t.Low), 4))
}

// unread writes the overview row of a file without forms.
func (b *workbook) unread(r *Result) {
	cells := make([]any, len(overviewKind.columns))
	for i := range cells {
		cells[i] = b.text("")
	}
	n := len(cells)
	cells[0], cells[n-3] = b.text(b.overview.index()), b.text(r.Source.Path)
	cells[n-5] = b.text(statusWord(r.Status).In(b.options.Lang))
	cells[n-4], cells[n-1] = b.text(b.notes(r)), b.text(r.Source.SHA256)
	b.overview.row(cells...)
}

func (b *workbook) levelCount(l finding.Level, counts map[finding.Level]int) excelize.Cell {
	if counts[l] == 0 {
		return b.styled(look{}, 0)
	}
	return b.styled(look{fill: fill(l)}, counts[l])
}

func (b *workbook) notes(r *Result) string {
	return strings.Join(each(r.Notes, func(n document.Note) string {
		return "[" + string(n.Code) + "] " + n.Says.In(b.options.Lang)
	}), say("；", "; ").In(b.options.Lang))
}

func fill(l finding.Level) string {
	switch l {
	case finding.Error:
		return errorFill
	case finding.Warning:
		return warningFill
	}
	return infoFill
}
