package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// gluedFields takes a line of basic data whose labels and values were glued: 主管部门某某县水利局实施单位
// 某某县水土保持站. One label alone may begin a sentence, but for the name of the project.
func (w *walker) gluedFields(lines []document.Line, i int) int {
	text := quantity.TrimSpace(lines[i].Text)
	if w.labelAt(text) == 0 || longerThan(text, longestFields) || holdsSign(text, "。；，\t|") {
		return 0
	}
	labels := w.labelsIn(text)
	if len(labels) < fewestMarked && holdsSign(text, "：: ") {
		return 0
	}
	if len(labels) == 1 && !w.aloneLabel(text[:labels[0].to], text[labels[0].to:]) {
		return 0
	}
	for k, l := range labels {
		end := len(text)
		if k+1 < len(labels) {
			end = labels[k+1].from
		}
		if l.to == end {
			return 0
		}
		value := text[l.to:end]
		value = strings.TrimLeft(value[bracketAt(value):], "：: ") // 实施单位（盖章）：
		w.addField(text[l.from:l.to], piece{text: value, place: lines[i].Place})
	}
	return 1
}

// fewestMarked is the fewest labels of a glued line that may have colons or blanks; fewer are read by fieldLine.
const fewestMarked = 3

// longestFields is the most characters of a line of basic data.
const longestFields = 160

// aloneLabel reports whether a label with what stands behind it begins no sentence.
func (w *walker) aloneLabel(label, value string) bool {
	return w.lex.Has(lexicon.ProjectLabel, label) || w.lex.Has(lexicon.UnitLabel, label) && (isUnit(value) || strings.HasSuffix(label, "名称")) && utf8.RuneCountInString(value) <= 30
}

// labelsIn finds the labels of basic data in a text, the longest where several begin at one place.
func (w *walker) labelsIn(text string) (labels []span) {
	for at := 0; at < len(text); {
		if n := w.labelAt(text[at:]); n > 0 {
			labels = append(labels, span{at, at + n})
			at += n
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return labels
}

// labelAt is how many bytes the longest label takes that the text begins with; short labels are words.
func (w *walker) labelAt(text string) int {
	if open := firstSign(text[:min(len(text), longestHeadWord+len("（"))], "（("); open > 0 && open <= longestHeadWord {
		if n := bracketAt(text[open:]); n > 0 {
			if whole := w.labelAt(text[:open] + text[open+n:]); whole > open {
				return whole + n // 转移支付（项目）名称
			}
		}
	}
	long := func(word, _ string) bool { return runes(word) >= 4 }
	if word := w.lex.LongestIn(lexicon.UnitLabel|lexicon.ProjectLabel|lexicon.BasicLabel, text, long); word != "" {
		return len(word)
	}
	word := w.lex.LongestIn(lexicon.TotalLabel, text, long)
	for _, unit := range []string{"（分）", "(分)"} {
		if word != "" && strings.HasPrefix(text[len(word):], unit) {
			return len(word) + len(unit)
		}
	}
	return len(word)
}
