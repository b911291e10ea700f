package layout

import (
	"strings"

	"fuhe/extract/document"
)

// fieldLine takes a line of basic data: 填报日期：  总分： 98.75, or 单位名称 某某局.
func (w *walker) fieldLine(lines []document.Line, i int) int {
	text := strings.TrimSpace(lines[i].Text)
	if len([]rune(text)) > 80 || strings.ContainsAny(text, "。；") {
		return 0
	}
	if n := w.fieldCells(lines, i); n > 0 {
		return n
	}
	pairs := w.pairs(text)
	if len(pairs) == 0 {
		return 0
	}
	for _, p := range pairs {
		w.addField(p[0], piece{text: p[1], place: lines[i].Place})
	}
	return 1
}

// pairs cuts a line into labels and what stands behind each; nil unless it begins with a label that a
// colon or a blank sets off.
func (w *walker) pairs(text string) [][2]string {
	spaced := strings.NewReplacer("：", "： ", ":", ": ").Replace(text)
	var pairs [][2]string
	for _, token := range strings.Fields(spaced) {
		name := strings.TrimRight(token, "：:")
		colon := name != token
		if w.isField(name) && (colon || len([]rune(name)) >= 4) {
			pairs = append(pairs, [2]string{name, ""})
			continue
		}
		if len(pairs) == 0 {
			return nil
		}
		last := &pairs[len(pairs)-1]
		if value, next := w.gluedLabel(name); colon && next != "" {
			last[1] = strings.TrimSpace(last[1] + " " + value)
			pairs = append(pairs, [2]string{next, ""})
			continue
		}
		last[1] = strings.TrimSpace(last[1] + " " + token)
	}
	return pairs
}

// gluedLabel finds the label that a value runs into where the blank between them was lost: 3月5日总分：.
func (w *walker) gluedLabel(text string) (value, label string) {
	for i := range text {
		if i > 0 && w.isField(text[i:]) {
			return text[:i], text[i:]
		}
	}
	return text, ""
}
