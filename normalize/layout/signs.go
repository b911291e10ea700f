package layout

import (
	"iter"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// Signs in texts of Chinese characters. strings.IndexAny and its kin look up every character of the text among the
// signs; there are few signs and many characters, so each sign is looked for by its bytes.

// holdsSign reports whether a text holds one of the signs.
func holdsSign(text, signs string) bool {
	for i, sign := range signs {
		if strings.Contains(text, signs[i:i+utf8.RuneLen(sign)]) {
			return true
		}
	}
	return false
}

// firstSign is where the first of the signs stands; -1 where none does.
func firstSign(text, signs string) int {
	first := -1
	for i, sign := range signs {
		if at := strings.Index(text, signs[i:i+utf8.RuneLen(sign)]); at >= 0 {
			first, text = at, text[:at] // only what stands before matters now
		}
	}
	return first
}

// lastSign is where the last of the signs stands; -1 where none does.
func lastSign(text, signs string) int {
	last := -1
	for i, sign := range signs {
		if one := signs[i : i+utf8.RuneLen(sign)]; strings.Contains(text, one) { // strings.LastIndex is slow to find none
			last = max(last, strings.LastIndex(text, one))
		}
	}
	return last
}

// cutSign cuts a text around the first of the signs.
func cutSign(text, signs string) (before, after string, found bool) {
	i := firstSign(text, signs)
	if i < 0 {
		return text, "", false
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[:i], text[i+size:], true
}

// longerThan reports whether a text has more characters than so many.
func longerThan(text string, most int) bool {
	if len(text) <= most || len(text) > utf8.UTFMax*most {
		return len(text) > most
	}
	for i, n := 0, 0; i < len(text); n++ {
		if n == most {
			return true
		}
		_, size := quantity.RuneAt(text, i)
		i += size
	}
	return false
}

// firstBlank is where the first blank of a text stands; -1 where none does. No blank begins with a byte above E3, as
// nearly all Chinese characters do.
func firstBlank(text string) int {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c > 0xE3:
			if i+2 < len(text) && text[i+1]&text[i+2]&0x80 != 0 {
				i += 2 // nor inside the character
			}
		case c <= ' ', c == 0xC2, c >= 0xE1:
			if quantity.IsSpace(firstRune(text[i:])) {
				return i
			}
		}
	}
	return -1
}

// wordsOf are the words that the blanks of a text divide it into, as strings.FieldsSeq gives them.
func wordsOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text := text; text != ""; {
			at := firstBlank(text)
			if at < 0 {
				yield(text)
				return
			}
			if at > 0 && !yield(text[:at]) {
				return
			}
			_, size := quantity.RuneAt(text, at)
			text = text[at+size:]
		}
	}
}

// wordsIn is how many words the blanks of a text divide it into.
func wordsIn(text string) (n int) {
	for range wordsOf(text) {
		n++
	}
	return n
}

// gapped reports whether a line has more than single blanks between its words: it is indented, or a gap stands in it.
func gapped(text string) bool {
	after := 0 // a blank that stands here begins the line, or follows another
	for from := 0; ; {
		at := firstBlank(text[from:])
		if at < 0 {
			return false
		}
		at += from
		blank, size := utf8.DecodeRuneInString(text[at:])
		if at == after || blank == '\u3000' {
			return true
		}
		from, after = at+size, at+size
	}
}

// squeeze drops all blanks and line breaks: what the layout put into a name.
func squeeze(text string) string {
	if firstBlank(text) < 0 {
		return text
	}
	text = quantity.TrimSpace(text)
	at := firstBlank(text)
	if at < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for ; at >= 0; at = firstBlank(text) {
		b.WriteString(text[:at])
		_, size := utf8.DecodeRuneInString(text[at:])
		text = text[at+size:]
	}
	b.WriteString(text)
	return b.String()
}
