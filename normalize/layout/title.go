package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
)

// titleWords end the titles of the reports and forms.
var titleWords = []string{"自评表", "自评报告", "评价报告", "自评结果", "评分表", "评价表", "自评情况", "自评总结", "自评情况报告", "自评工作报告", "自评总结报告"}

// title is the first line that names a self-evaluation, with the unit's name if that stands on the line
// before it.
func (d draft) title() string {
	for i, p := range d.form.Text {
		p.Text = d.wholeTitle(i)
		if !titleLine(p) || !isTitle(p.Text) || utf8.RuneCountInString(p.Text) <= 6 {
			continue
		}
		text := strings.TrimPrefix(strings.TrimPrefix(p.Text, "附件："), "附件:")
		if i > 0 && titleLine(d.form.Text[i-1]) && isUnit(d.form.Text[i-1].Text) && !strings.Contains(text, d.form.Text[i-1].Text) {
			text = d.form.Text[i-1].Text + text
		}
		return text
	}
	for _, text := range d.titles {
		if isTitle(text) && utf8.RuneCountInString(text) > 6 {
			return text
		}
	}
	return ""
}

// wholeTitle joins a title whose last words went to the next line: …绩效自评 and 报告.
func (d draft) wholeTitle(i int) string {
	text := d.form.Text[i].Text
	if i+1 >= len(d.form.Text) || isTitle(text) || d.form.Text[i].Level != 0 || d.form.Text[i+1].Level != 0 {
		return text
	}
	rest := d.form.Text[i+1].Text
	if bracketGoesOn(text, rest) && isTitle(text+rest) {
		return text + rest
	}
	_, name, dated := strings.Cut(text, "年度")
	begun := dated && utf8.RuneCountInString(name) >= 4 && !strings.HasSuffix(name, "）") && !strings.ContainsAny(text, "。；：:") && !strings.Contains(rest, "年")
	short := utf8.RuneCountInString(rest) <= 6 && !isTitle(rest)
	if !isTitle(text+rest) || !short && !begun || utf8.RuneCountInString(rest) > 20 {
		return text
	}
	return text + rest
}

// bracketGoesOn reports whether a text ends within a bracket that the rest, torn off it, closes: …自评表（ and 2023年度）.
func bracketGoesOn(text, rest string) bool {
	open, closing := strings.LastIndexAny(text, "（("), strings.IndexAny(rest, "）)")
	return open > strings.LastIndexAny(text, "）)") && closing > 0 && strings.TrimRight(rest, "）)") == rest[:closing]
}

func titleLine(p form.Paragraph) bool {
	return utf8.RuneCountInString(p.Text) <= 60 && !strings.ContainsAny(p.Text, "。；，") && p.Level == 0
}

// unitEnds are the last characters of the names of offices, schools and the like.
const unitEnds = "局委部厅院处会室府校队所站馆中心办公司行社团署库园"

// isUnit reports whether a line is the name of an office.
func isUnit(text string) bool {
	end, _ := utf8.DecodeLastRuneInString(text)
	n := utf8.RuneCountInString(text)
	return n >= 4 && n <= 30 && strings.ContainsRune(unitEnds, end)
}

// isTitle reports whether a text ends as titles do, perhaps with a bracket behind: …自评表（2023年度）.
func isTitle(text string) bool {
	if open := strings.LastIndexAny(text, "（("); open > 0 && (strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")")) {
		text = strings.TrimSpace(text[:open])
	}
	for _, t := range titleWords {
		if strings.HasSuffix(text, t) {
			return true
		}
	}
	return false
}
