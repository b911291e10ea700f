package report

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

var overviewColumns = []column{
	{say("序号", "no."), 6}, {say("文件", "file"), 34}, {say("单位", "unit"), 24}, {say("年度", "year"), 7},
	{say("项目", "project"), 24}, {say("类型", "kind"), 13}, {say("自评总分", "printed total"), 10},
	{say("重算总分（低）", "recomputed (low)"), 12}, {say("重算总分（高）", "recomputed (high)"), 12}, {say("等级", "grade"), 8},
	{say("错误", "errors"), 7}, {say("警告", "warnings"), 7}, {say("提示", "infos"), 7},
	{say("已执行检查", "checks run"), 10}, {say("未能核对", "not checked"), 10},
	{say("评分规则", "rulebook"), 14}, {say("选用理由", "chosen because"), 28}, {say("读取情况", "reading"), 10},
	{say("读取说明", "notes"), 30}, {say("SHA-256", "SHA-256"), 34},
}

// form writes the overview row of one form.
func (b *workbook) form(r *Result, f *finding.Report) {
	lang, counts := b.options.Lang, map[finding.Level]int{}
	for _, found := range f.Findings {
		counts[found.Level]++
	}
	low, high := b.ends(f.Due.Total)
	b.overview.row(b.count(b.overview.rows), b.text(r.Source.Path), b.text(f.Form.Unit), b.count(f.Form.Year),
		b.text(f.Form.Project), b.text(kindWord(f.Form.Kind).In(lang)), b.printed(f.Form.Total.Score), low, high,
		b.text(f.Form.Total.Grade.Text), b.levelCount(finding.Error, counts), b.levelCount(finding.Warning, counts),
		b.levelCount(finding.Info, counts), b.count(len(f.Ran)), b.count(len(f.Skipped)),
		b.text(f.Rulebook), b.text(f.Chosen.In(lang)), b.text(statusWord(r.Status).In(lang)),
		b.text(b.notes(r)), b.text(r.Source.SHA256))
}

// unread writes the overview row of a file without forms.
func (b *workbook) unread(r *Result) {
	cells := make([]any, len(overviewColumns))
	for i := range cells {
		cells[i] = b.text("")
	}
	last := len(cells) - 1
	cells[0], cells[1] = b.count(b.overview.rows), b.text(r.Source.Path)
	cells[last-2] = b.text(statusWord(r.Status).In(b.options.Lang))
	cells[last-1], cells[last] = b.text(b.notes(r)), b.text(r.Source.SHA256)
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
