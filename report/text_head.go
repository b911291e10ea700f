package report

import (
	"fmt"
	"strconv"
	"strings"

	"fuhe/score/finding"
)

// headIndent is how far the lines that describe a form stand in.
const headIndent = "  "

// head prints what the form is, what it gives itself, what it was held against, and how it was read.
func (t *text) head(b *strings.Builder, r *finding.Report, number, of int) {
	lang := t.options.Lang
	if of > 1 {
		fmt.Fprintf(b, "  %s\n", t.paint.in(bold, fmt.Sprintf(say("第 %d 份，共 %d 份", "form %d of %d").In(lang), number, of)))
	}
	t.fill(b, headIndent, t.identity(r)...)
	t.fill(b, headIndent, t.totals(r)...)
	t.fill(b, headIndent, piece{say("评分规则：", "rulebook: ").In(lang), chosen(r, lang)})
	t.fill(b, headIndent, piece{say("读取说明：", "how it was read: ").In(lang), readings(r.Form, lang)})
	t.fill(b, headIndent, piece{say("发现：", "found: ").In(lang), t.counts(r)})
}

// chosen names the rulebook and why it was taken.
func chosen(r *finding.Report, lang string) string {
	if why := plain(r.Chosen.In(lang)); why != "" && r.Rulebook != "" {
		return r.Rulebook + say("（", " (").In(lang) + why + say("）", ")").In(lang)
	}
	return r.Rulebook
}

// counts sums up the findings of a form where the last line counts several.
func (t *text) counts(r *finding.Report) string {
	if !t.options.Many || len(r.Findings) == 0 {
		return ""
	}
	var one tally
	one.add(&Result{Reports: []*finding.Report{r}})
	return one.found(t.options.Lang)
}

func (t *text) identity(r *finding.Report) []piece {
	f, lang := r.Form, t.options.Lang
	year := ""
	if f.Year > 0 {
		year = strconv.Itoa(f.Year)
	}
	return []piece{
		{say("单位：", "unit: ").In(lang), plain(f.Unit)},
		{say("年度：", "year: ").In(lang), year},
		{say("项目：", "project: ").In(lang), plain(f.Project)},
		{say("类型：", "kind: ").In(lang), kindWord(f.Kind).In(lang)},
	}
}

func (t *text) totals(r *finding.Report) []piece {
	total, lang := r.Form.Total, t.options.Lang
	printed := plain(total.Score.Text)
	if printed == "" {
		printed = say("未填", "none printed").In(lang)
	}
	due := span(r.Due.Total, points)
	if due == "" {
		due = say("不能重算", "not recomputed").In(lang)
	}
	return []piece{
		{say("自评总分：", "printed total: ").In(lang), printed},
		{say("重算总分：", "recomputed total: ").In(lang), due},
		{say("等级：", "grade: ").In(lang), plain(total.Grade.Text)},
	}
}
