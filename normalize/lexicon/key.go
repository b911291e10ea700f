package lexicon

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// Key is the form of a wording that look-ups use: full-width signs folded, blanks and all brackets
// with what they hold dropped, and no colon at the end. A text that is its own Key is returned as it is.
func Key(text string) string {
	kept := unkeyed(text, 0)
	if kept == len(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	b.WriteString(text[:kept])
	for k := (keyed{text: text, at: kept}); k.at < len(text); {
		r, size := quantity.RuneAt(text, k.at)
		if r = k.fold(r); r >= 0 && k.depth == 0 {
			b.WriteRune(r)
		}
		start := k.at + size
		if k.at = unkeyed(text, start); k.depth == 0 {
			b.WriteString(text[start:k.at])
		}
	}
	return b.String()
}

// unkeyed is where the first character at or behind i stands that Key changes or drops.
func unkeyed(text string, i int) int {
	for i < len(text) {
		if c, ok := quantity.HanAt(text, i); ok && c >= 0x4E00 {
			i += len("字")
			continue
		}
		if c := text[i]; c >= utf8.RuneSelf || changes(rune(c)) {
			break
		}
		i++
	}
	return i
}

// keyed gives the characters of a text's Key one by one.
type keyed struct {
	text      string
	at, depth int // of brackets
}

// next is the next character; false at the end.
func (k *keyed) next() (r rune, ok bool) {
	for k.at < len(k.text) {
		r, size := quantity.RuneAt(k.text, k.at)
		k.at += size
		if changes(r) {
			r = k.fold(r)
		}
		if r >= 0 && k.depth == 0 {
			return r, true
		}
	}
	return 0, false
}

// more reports whether any character is left, and steps over it.
func (k *keyed) more() bool {
	_, ok := k.next()
	return ok
}

// fold is what Key makes of a character, -1 for nothing.
func (k *keyed) fold(r rune) rune {
	switch r = quantity.FoldRune(r); {
	case r == '(' || r == '[' || r == '【' || r == '〔':
		k.depth++
	case r == ')' || r == ']' || r == '】' || r == '〕':
		k.depth = max(0, k.depth-1)
	case quantity.IsSpace(r), r == ':', r == '：', r == '*', r == '★':
	default:
		return r
	}
	return -1
}

// changes reports whether Key does anything about a character: all but Chinese characters, ASCII
// letters, digits and the plainest signs go the long way.
func changes(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '%', r == '.', r == '-', r == '/':
		return false
	}
	return true
}
