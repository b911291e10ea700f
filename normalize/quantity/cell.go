package quantity

import (
	"strings"
	"unicode/utf8"
)

// edge reports characters that may stand around an amount without meaning anything.
func edge(c rune) bool {
	switch c {
	case '。', '；', ';', '，', ',', '、', '：', ':', '“', '”', '"', '\'', '‘', '’':
		return true
	}
	return IsSpace(c) || foldRune(c) == -1
}

// unwrap takes off brackets that stand around the whole text.
func unwrap(s string) (inner string, bracketed bool) {
	r := reader{text: s}
	c, n := r.at(0)
	if c != '(' || r.trailingBracket() != 0 {
		return s, false
	}
	_, size := r.before(len(s), 0)
	return strings.TrimFunc(s[n:len(s)-size], edge), true
}

// trailingBracket is where the brackets at the end of the text open, or its end.
func (r reader) trailingBracket() int {
	end := len(r.text)
	for {
		open := r.openOf(end)
		if open == end {
			return end
		}
		end = open
	}
}

// openOf is where the bracket that closes at end opens; end when none does.
func (r reader) openOf(end int) int {
	depth := 0
	for i := r.skipBack(end, 0); i > 0; {
		c, n := r.before(i, 0)
		i -= n
		switch c {
		case ')':
			depth++
		case '(':
			depth--
		}
		if c == '(' && depth == 0 {
			return i
		}
		if depth <= 0 {
			return end
		}
	}
	return end
}

// placeholder reports whether a text only says that there is nothing.
func placeholder(s string) bool {
	switch s {
	case "", "无", "暂无", "空", "略", "N/A", "n/a", "NA", "无。":
		return true
	}
	for _, c := range s {
		if !edge(c) && !idle(c) {
			return false
		}
	}
	return utf8.RuneCountInString(s) <= 40
}

// idle reports the signs that are written where there is nothing to write.
func idle(c rune) bool {
	switch c {
	case '-', '–', '—', '―', '─', '－', '−', '_', '/', '／', '\\', '…', '·', '.', '．', '*', '＊', '~', '～', '|', '无':
		return true
	}
	return false
}
