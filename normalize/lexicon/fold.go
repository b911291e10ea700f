package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"fuhe/normalize/quantity"
)

// Fold is the comparable form of a name: full-width letters and digits folded, letters in lower case,
// without blanks, quotes, brackets' signs, list markers (①, 1., （2）), the filler 指标1： and a trailing
// unit in brackets. It is for comparing only, never for showing.
func Fold(name string) string {
	return mapped(trimUnit(trimMarker(quantity.TrimSpace(Narrow(name)))), folded)
}

// Narrow folds full-width letters, digits and signs; most texts have none, and are kept as they are.
func Narrow(name string) string {
	if strings.IndexByte(name, 0xEF) < 0 && (strings.IndexByte(name, 0xE3) < 0 || !strings.Contains(name, "\u3000")) {
		return name
	}
	return mapped(name, narrowed)
}

// gone stands for a character that is left out.
const gone rune = -1

// mapped is strings.Map for texts of which nearly all characters are Chinese and stay as they are.
func mapped(text string, to func(rune) rune) string {
	var b strings.Builder
	kept := 0 // start of the run of characters that stay as they are
	for i := 0; i < len(text); {
		if _, han := quantity.HanAt(text, i); han {
			i += len("字")
			continue
		}
		r, size := quantity.RuneAt(text, i)
		i += size
		other := to(r)
		if other == r {
			continue
		}
		if b.Cap() == 0 {
			b.Grow(len(text))
		}
		b.WriteString(text[kept : i-size])
		kept = i
		if other != gone {
			b.WriteRune(other)
		}
	}
	if kept == 0 {
		return text
	}
	b.WriteString(text[kept:])
	return b.String()
}

// narrowed is width.Fold for one character.
func narrowed(r rune) rune {
	switch {
	case r > 0xFF00 && r <= 0xFF5E:
		return r - 0xFF00 + ' '
	case r == 0x3000:
		return ' '
	case r > 0xFF5E && r <= 0xFFEF:
		if f := width.LookupRune(r).Folded(); f != 0 {
			return f
		}
	}
	return r
}

// folded is the character that Fold writes for one, or gone.
func folded(r rune) rune {
	switch {
	case hanLetter(r):
		return r
	case dropped(r):
		return gone
	}
	return unicode.ToLower(r)
}

// dropped reports blanks, quotes, brackets and stops, which make no difference between two names.
func dropped(r rune) bool {
	switch r {
	case '“', '”', '"', '\'', '‘', '’', '「', '」', '『', '』', '《', '》', '〈', '〉', '【', '】', '[', ']', '(', ')', '★', '☆', '*', ':',
		'。', '，', '、', '；', ';', ',', '.', '．', '·':
		return true
	}
	return quantity.IsSpace(r)
}

// trimMarker drops list markers and the forms' filler from the front of a name.
func trimMarker(s string) string {
	for s != "" {
		r, size := quantity.RuneAt(s, 0)
		if !circled(r) && !quantity.IsSpace(r) {
			break
		}
		s = s[size:]
	}
	if rest, ok := strings.CutPrefix(s, "指标"); ok {
		if n := numbered(rest); n > 0 {
			return strings.TrimLeft(rest[n:], ":： .、")
		}
	}
	return trimNumber(s)
}

// trimNumber drops 1. / 1、 / (1) / (一) in front; a bare number belongs to the name (122接警…).
func trimNumber(s string) string {
	inner := strings.TrimPrefix(s, "(")
	n := numbered(inner)
	if n == 0 || n > 9 {
		return s
	}
	for _, mark := range []string{")", ".", "、"} {
		if tail, ok := strings.CutPrefix(inner[n:], mark); ok && (mark == ")") == (inner != s) {
			return strings.TrimSpace(tail)
		}
	}
	return s
}

// numbered is the length of the digits or Chinese numerals that a text begins with.
func numbered(s string) (n int) {
	for n < len(s) {
		r, size := quantity.RuneAt(s, n)
		if (r < '0' || r > '9') && !hanNumeral(r) {
			break
		}
		n += size
	}
	return n
}

func circled(r rune) bool { return r >= '①' && r <= '⓿' || r >= '⑴' && r <= '⒇' }

// trimUnit drops a bracket of at most four characters at the end: 培训人数(人).
func trimUnit(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	open := strings.LastIndex(s, "(")
	if open > 0 && utf8.RuneCountInString(s[open:]) <= 6 {
		return s[:open]
	}
	return s
}
