package layout

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// fieldLine takes a line of basic data: 填报日期：  总分： 98.75, or 单位名称 某某局.
func (w *walker) fieldLine(lines []document.Line, i int) int {
	text := quantity.TrimSpace(lines[i].Text)
	if longerThan(text, 80) || holdsSign(text, "。；") {
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
	var pairs [][2]string
	for token := range fieldTokens(text) {
		name, colon := cutColon(token)
		if w.isField(name) && (colon || runes(name) >= 4) {
			pairs = append(pairs, [2]string{name, ""})
			continue
		}
		if len(pairs) == 0 {
			return nil
		}
		last := &pairs[len(pairs)-1]
		if colon && ownLabel(last[1], name) {
			pairs = append(pairs, [2]string{name, ""})
			continue
		}
		if colon {
			if value, next := w.gluedLabel(name); next != "" {
				last[1] = quantity.TrimSpace(last[1] + " " + value)
				pairs = append(pairs, [2]string{next, ""})
				continue
			}
		}
		last[1] = quantity.TrimSpace(last[1] + " " + token)
	}
	return pairs
}

// fieldTokens are the words of a line; a colon ends one as a blank does.
func fieldTokens(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range wordsOf(text) {
			for at := firstSign(word, "：:"); at >= 0; at = firstSign(word, "：:") {
				_, size := utf8.DecodeRuneInString(word[at:])
				if !yield(word[:at+size]) {
					return
				}
				word = word[at+size:]
			}
			if word != "" && !yield(word) {
				return
			}
		}
	}
}

// cutColon drops the colon that ends a word.
func cutColon(word string) (name string, colon bool) {
	if name, colon = strings.CutSuffix(word, "："); colon {
		return name, true
	}
	return strings.CutSuffix(word, ":")
}

// ownLabel reports a word before a colon that is a label although no list has it: behind a value, it is set off by a
// blank and has no figures (97.5分 复核总分：95.5分).
func ownLabel(before, word string) bool {
	return before != "" && utf8.RuneCountInString(word) <= longestOwnLabel && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
}

// longestOwnLabel is how many characters such a label has at most.
const longestOwnLabel = 6

// gluedLabel finds the label that a value runs into where the blank between them was lost: 3月5日总分：.
func (w *walker) gluedLabel(text string) (value, label string) {
	for i := range text {
		if i > 0 && w.isField(text[i:]) {
			value, own := behindFigure(text[:i])
			return value, own + text[i:]
		}
	}
	return text, ""
}

// behindFigure cuts the words behind the points or the date that a value ends with: 97.5分复核 of 97.5分复核总分 is
// 97.5分, and 复核 belongs to the label.
func behindFigure(value string) (figure, words string) {
	i := strings.LastIndexAny(value, "0123456789")
	if i < 0 {
		return value, ""
	}
	unit, size := utf8.DecodeRuneInString(value[i+1:])
	if words = value[i+1+size:]; (unit == '分' || unit == '日') && utf8.RuneCountInString(words) <= longestOwnLabel {
		return value[:i+1+size], words
	}
	return value, ""
}
