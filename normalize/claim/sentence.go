package claim

import (
	"strings"

	"fuhe/normalize/quantity"
)

// Sentence is one sentence of a paragraph and the byte offset at which it starts.
type Sentence struct {
	Text  string
	Start int
}

// Sentences cuts running text behind 。；！？ and line breaks, and before list markers ①…⑳. Blank pieces
// are left out; the marks stay with the sentence they end.
func Sentences(text string) []Sentence {
	var all []Sentence
	start := 0
	cut := func(end int) {
		piece := strings.TrimRightFunc(text[start:end], quantity.IsSpace)
		if trimmed := quantity.TrimSpace(piece); trimmed != "" {
			all = append(all, Sentence{trimmed, start + len(piece) - len(trimmed)})
		}
		start = end
	}
	for i := 0; i < len(text); {
		if _, han := quantity.HanAt(text, i); han {
			i += len("字")
			continue
		}
		r, size := quantity.RuneAt(text, i)
		switch {
		case endsSentence(r):
			cut(i + size)
		case r >= '①' && r <= '⑳' && i > start:
			cut(i)
		}
		i += size
	}
	cut(len(text))
	return all
}

func endsSentence(r rune) bool {
	switch r {
	case '。', '；', ';', '！', '!', '？', '?', '\n':
		return true
	}
	return false
}

// clauseStart is where the clause ends that stands before the byte at: behind the last comma, colon,
// enumeration mark or open bracket. A comma between digits separates thousands and ends nothing.
func clauseStart(sentence string, at int) int {
	for i := at; i > 0; {
		r, size := quantity.RuneBefore(sentence, i)
		if startsClause(r) && !betweenDigits(sentence, i-size, i) {
			return i
		}
		i -= size
	}
	return 0
}

// startsClause reports a mark behind which a clause begins.
func startsClause(r rune) bool {
	switch r {
	case '，', ',', '、', '：', ':', '。', '；', ';', '（', '(':
		return true
	}
	return false
}

func betweenDigits(s string, from, to int) bool {
	return from > 0 && to < len(s) && digit(s[from-1]) && digit(s[to])
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// openBracket is the offset of the bracket that is open at the byte at, or -1.
func openBracket(sentence string, at int) int {
	depth := 0
	for i := at; i > 0; {
		r, size := quantity.RuneBefore(sentence, i)
		i -= size
		switch r {
		case '）', ')':
			depth++
		case '（', '(':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}
