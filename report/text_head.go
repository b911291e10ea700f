package report

import (
	"fmt"
	"strconv"
	"strings"

	"fuhe/score/finding"
)

// head prints what the form is, what it gives itself, and what it was held against.
func (t *text) head(b *strings.Builder, r *finding.Report, number, of int) {
	lang := t.options.Lang
	if of > 1 {
		fmt.Fprintf(b, "  %s\n", t.paint.in(bold, fmt.Sprintf(say("第 %d 份，共 %d 份", "form %d of %d").In(lang), number, of)))
	}
	fmt.Fprintf(b, "  %s\n", t.identity(r))
	fmt.Fprintf(b, "  %s\n", t.totals(r))
	if r.Rulebook != "" {
		line := say("评分规则：", "rulebook: ").In(lang) + r.Rulebook
		if why := plain(r.Chosen.In(lang)); why != "" {
			line += say("（", " (").In(lang) + why + say("）", ")").In(lang)
		}
		fmt.Fprintf(b, "  %s\n", line)
	}
}

func (t *text) identity(r *finding.Report) string {
	f, lang := r.Form, t.options.Lang
	year := ""
	if f.Year > 0 {
		year = strconv.Itoa(f.Year)
	}
	return t.pairs(
		[2]string{say("单位：", "unit: ").In(lang), plain(f.Unit)},
		[2]string{say("年度：", "year: ").In(lang), year},
		[2]string{say("项目：", "project: ").In(lang), plain(f.Project)},
		[2]string{say("类型：", "kind: ").In(lang), kindWord(f.Kind).In(lang)},
	)
}

func (t *text) totals(r *finding.Report) string {
	total, lang := r.Form.Total, t.options.Lang
	printed := plain(total.Score.Text)
	if printed == "" {
		printed = say("未填", "none printed").In(lang)
	}
	due := span(r.Due.Total, points)
	if due == "" {
		due = say("不能重算", "not recomputed").In(lang)
	}
	return t.pairs(
		[2]string{say("自评总分：", "printed total: ").In(lang), printed},
		[2]string{say("重算总分：", "recomputed total: ").In(lang), due},
		[2]string{say("等级：", "grade: ").In(lang), plain(total.Grade.Text)},
	)
}

// pairs joins label and value of those that have a value.
func (t *text) pairs(list ...[2]string) string {
	var parts []string
	for _, p := range list {
		if p[1] != "" {
			parts = append(parts, t.paint.in(dim, p[0])+p[1])
		}
	}
	return strings.Join(parts, say("　", "   ").In(t.options.Lang))
}
