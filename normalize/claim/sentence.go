package claim

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// Sentence is one sentence of a paragraph and the byte offset at which it starts.
type Sentence = form.Sentence

// Cut cuts the form's text into sentences and finds the amounts in them, for Read and for whoever reads the text
// after it. A paragraph that is longer than any is left as it is.
func Cut(f *form.Form) {
	all, ends := make([]Sentence, 0, 2*len(f.Text)), make([]int, len(f.Text))
	for i := range f.Text {
		if len(f.Text[i].Text) <= mostText {
			all = AppendSentences(all, f.Text[i].Text)
		}
		ends[i] = len(all)
	}
	amounts := make([][]quantity.Found, len(all))
	for k := range all {
		amounts[k] = quantity.FindAll(all[k].Text)
	}
	start := 0
	for i, end := range ends {
		if p := &f.Text[i]; len(p.Text) <= mostText {
			p.Sentences, p.Amounts = all[start:end:end], amounts[start:end:end]
		}
		start = end
	}
}

// Sentences cuts running text behind 。；！？ and line breaks, and before list markers ①…⑳. Blank pieces
// are left out; the marks stay with the sentence they end.
func Sentences(text string) []Sentence { return AppendSentences(nil, text) }

// AppendSentences is Sentences behind those that are there already.
func AppendSentences(all []Sentence, text string) []Sentence {
	start := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= 0x80 && c != "①"[0] && c != "。"[0] && c != "；"[0] {
			continue // most bytes: a Chinese character's, or those behind the first of any other
		}
		r, size := quantity.RuneAt(text, i)
		switch {
		case endsSentence(r):
			all = appendPiece(all, text, start, i+size)
			start = i + size
		case r >= '①' && r <= '⑳' && i > start:
			all = appendPiece(all, text, start, i)
			start = i
		}
	}
	return appendPiece(all, text, start, len(text))
}

// appendPiece takes a piece of the text for a sentence, unless it is blank.
func appendPiece(all []Sentence, text string, start, end int) []Sentence {
	piece := strings.TrimLeftFunc(text[start:end], quantity.IsSpace)
	start = end - len(piece)
	if piece = strings.TrimRightFunc(piece, quantity.IsSpace); piece == "" {
		return all
	}
	return append(all, Sentence{Text: piece, Start: start})
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
