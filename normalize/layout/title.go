package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// titleWords end the titles of the reports and forms.
var titleWords = []string{"自评表", "自评报告", "评价报告", "自评结果", "评分表", "评价表", "自评情况", "自评总结", "自评情况报告", "自评工作报告", "自评总结报告"}

// title is the first line that names a self-evaluation, with the unit's name if that stands on the line
// before it.
func (d draft) title() string {
	for i := range d.form.Text {
		whole, ok := d.wholeTitle(i)
		if !ok || utf8.RuneCountInString(whole) <= 6 {
			continue
		}
		text := strings.TrimPrefix(strings.TrimPrefix(whole, "附件："), "附件:")
		if i > 0 && titleLine(&d.form.Text[i-1]) && isUnit(d.form.Text[i-1].Text) && !strings.Contains(text, d.form.Text[i-1].Text) {
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

// wholeTitle is the title that paragraph i is, whole where its last words went to the next line: …绩效自评 and 报告.
func (d draft) wholeTitle(i int) (title string, ok bool) {
	p := &d.form.Text[i]
	if !titleLine(p) {
		return "", false // nor is it one with more words
	}
	if isTitle(p.Text) {
		return p.Text, true
	}
	if i+1 >= len(d.form.Text) || d.form.Text[i+1].Level != 0 || !titleGoesOn(p.Text, d.form.Text[i+1].Text) {
		return "", false
	}
	whole := *p
	whole.Text += d.form.Text[i+1].Text
	return whole.Text, titleLine(&whole)
}

// titleGoesOn reports whether a text and the rest on the next line are one title.
func titleGoesOn(text, rest string) bool {
	if longerThan(rest, longestTitle) || !isTitle(text+rest) {
		return false
	}
	if bracketGoesOn(text, rest) {
		return true
	}
	_, name, dated := strings.Cut(text, "年度")
	begun := dated && utf8.RuneCountInString(name) >= 4 && !strings.HasSuffix(name, "）") && !holdsSign(text, "。；：:") && !strings.Contains(rest, "年")
	short := !longerThan(rest, 6) && !isTitle(rest)
	return (short || begun) && !longerThan(rest, 20)
}

// bracketGoesOn reports whether a text ends within a bracket that the rest, torn off it, closes: …自评表（ and 2023年度）.
func bracketGoesOn(text, rest string) bool {
	open, closing := lastSign(text, "（("), firstSign(rest, "）)")
	return open > lastSign(text, "）)") && closing > 0 && strings.TrimRight(rest, "）)") == rest[:closing]
}

// titleLine reports whether a paragraph may be a title: short, and no sentence.
func titleLine(p *form.Paragraph) bool {
	return p.Level == 0 && !longerThan(p.Text, longestTitle) && !holdsSign(p.Text, "。；，")
}

// longestTitle is the most characters of a title.
const longestTitle = 60

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
	text = bareTitle(text)
	for _, t := range titleWords {
		if strings.HasSuffix(text, t) {
			return true
		}
	}
	return false
}

// bareTitle is a title without the bracket behind it.
func bareTitle(text string) string {
	if strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")") {
		if open := lastSign(text, "（("); open > 0 {
			return quantity.TrimSpace(text[:open])
		}
	}
	return text
}
