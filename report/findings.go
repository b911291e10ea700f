package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

var findingColumns = []column{
	{say("序号", "no."), 6}, {say("文件", "file"), 20}, {say("单位或项目", "unit or project"), 18}, {say("级别", "level"), 7},
	{say("编号", "code"), 9}, {say("名称", "title"), 24}, {say("对象", "subject"), 22}, {say("说明", "says"), 44},
	{say("填报", "printed"), 14}, {say("应为", "due"), 14}, {say("算式", "working"), 36}, {say("依据", "clause"), 32},
	{say("页", "page"), 6}, {say("位置", "place"), 16}, {say("原文", "quotation"), 32}, {say("另见", "see also"), 28},
	{say("读取说明", "how it was read"), 22}, {say("人工结论", "verdict"), 10}, {say("备注", "remarks"), 14},
}

// verdictColumn is the one that the reviewer fills in.
const verdictColumn = 18

// finding writes a row; the verdict and the remarks are blank but for what a review file accepts.
func (b *workbook) finding(r *Result, f *finding.Report, found finding.Finding, verdict, remarks string) {
	lang := b.options.Lang
	b.findings.row(b.count(b.findings.rows), b.text(r.Source.Name), b.text(whose(f)),
		b.styled(look{fill: fill(found.Level)}, LevelWord(found.Level).In(lang)),
		b.text(found.Code), b.text(found.Title.In(lang)), b.text(found.Subject), b.text(found.Says.In(lang)),
		b.text(found.Printed), b.text(found.Due), b.text(found.Working), b.text(found.Clause.In(lang)),
		b.count(found.Place.Page), b.text(where(found.Place, lang)), b.text(found.Place.Quote),
		b.text(b.also(found.Also)), b.text(doubts(f.Form, found, lang)), b.text(verdict), b.text(remarks))
}

// acceptedWord is the verdict on a finding that a review file lets stand.
var acceptedWord = say("认可", "accepted")

// accepted writes the findings that a review file lets stand, with its words in the last two columns.
func (b *workbook) accepted(r *Result, f *finding.Report) {
	for _, a := range f.Accepted {
		b.finding(r, f, a.Finding, acceptedWord.In(b.options.Lang), fmt.Sprintf("%s（%s，%s）", a.By.Reason, a.By.Reviewer, a.By.Date))
	}
}

// whose names the form: its project, else its unit.
func whose(f *finding.Report) string {
	if f.Form.Project != "" {
		return f.Form.Project
	}
	return f.Form.Unit
}

func (b *workbook) also(places []document.Place) string {
	lang := b.options.Lang
	return strings.Join(each(places, func(p document.Place) string { return located(p, briefAlso, lang) }), say("；", "; ").In(lang))
}

// verdicts offers the reviewer's answers beside each finding.
func (b *workbook) verdicts() {
	if b.err != nil || b.findings.rows < 2 {
		return
	}
	name, err := excelize.ColumnNumberToName(verdictColumn)
	b.keep(err)
	lang := b.options.Lang
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s2:%s%d", name, name, b.findings.rows))
	b.keep(v.SetDropList([]string{say("属实", "true").In(lang), say("不属实", "not so").In(lang), say("待核", "open").In(lang), acceptedWord.In(lang)}))
	b.keep(b.file.AddDataValidation(b.findings.name, v))
}

var uncheckedColumns = []column{
	{say("序号", "no."), 6}, {say("文件", "file"), 30}, {say("单位或项目", "unit or project"), 28},
	{say("编号", "code"), 10}, {say("未能核对的原因", "why it could not be checked"), 60},
}

func (b *workbook) skipped(r *Result, f *finding.Report) {
	for _, s := range f.Skipped {
		b.unchecked.row(b.count(b.unchecked.rows), b.text(r.Source.Name), b.text(whose(f)), b.text(s.Code), b.text(s.Why.In(b.options.Lang)))
	}
}
