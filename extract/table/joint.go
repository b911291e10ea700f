package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// latin reports whether words written with the character are set apart by blanks. Blanks beside all
// other characters come from the layout.
func latin(r rune) bool { return r > ' ' && r < 0x250 && r != 0xA0 }

// squeeze drops the blanks that the layout put in: all but those between two Latin words or numbers,
// of which one is kept. A tab stays a tab.
func squeeze(text string) string {
	if !strings.ContainsFunc(text, space) {
		return text
	}
	var b strings.Builder
	last, blank := rune(0), rune(0)
	for _, r := range text {
		if space(r) {
			if blank != '\t' {
				blank = r
			}
			continue
		}
		if blank != 0 && last != 0 {
			b.WriteString(kept(last, blank, r))
		}
		b.WriteRune(r)
		last, blank = r, 0
	}
	return b.String()
}

func kept(last, blank, next rune) string {
	switch {
	case blank == '\t':
		return "\t"
	case latin(last) && latin(next):
		return " "
	}
	return ""
}

// joint is what stands between two lines when they are joined: nothing, or a blank between two Latin
// words or complete numbers. Full says that the upper line had no room for another character.
func joint(upper, lower string, full bool) string {
	a, _ := utf8.DecodeLastRuneInString(upper)
	b, _ := utf8.DecodeRuneInString(lower)
	switch {
	case !latin(a) || !latin(b),
		strings.ContainsRune("-/(", a), strings.ContainsRune(".,%)/:;", b),
		decimalTorn(upper, b), full && oneNumber(numberTail(upper)+numberHead(lower)):
		return ""
	}
	return " "
}

// decimalTorn reports whether a line ends in a number's point and the next begins with a digit, as in 不超过4. and
// 7万元; a number and a point alone is an ordinal.
func decimalTorn(upper string, next rune) bool {
	tail := numberTail(upper)
	return tail != upper && len(tail) > 1 && strings.Count(tail, ".") == 1 && strings.HasSuffix(tail, ".") && unicode.IsDigit(next)
}

// joinedText joins lines; full tells whether the line had no room for another character.
func joinedText(lines []string, full func(int) bool) string {
	if len(lines) == 1 {
		return lines[0]
	}
	if downwards(lines) {
		return strings.Join(lines, "")
	}
	length := len(lines) // room for a blank behind each
	for _, l := range lines {
		length += len(l)
	}
	var b strings.Builder
	b.Grow(length)
	for i, l := range lines {
		if i > 0 {
			b.WriteString(joint(lines[i-1], l, full(i-1)))
		}
		b.WriteString(l)
	}
	return b.String()
}

const numerals = "0123456789.,"

func numberTail(s string) string { return s[len(strings.TrimRight(s, numerals)):] }
func numberHead(s string) string { return s[:len(s)-len(strings.TrimLeft(s, numerals))] }

// oneNumber reports whether the text is one number: digits, or groups of three with commas, and at most
// one point with decimals behind it.
func oneNumber(s string) bool {
	whole, decimals, point := strings.Cut(s, ".")
	if point && (decimals == "" || strings.ContainsAny(decimals, ".,")) {
		return false
	}
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (g == "" || len(g) > 3) {
			return false
		}
	}
	return groups[0] != ""
}

// downwards reports whether a text is set one character below the other; figures alone are a list.
func downwards(lines []string) bool {
	chinese := false
	for _, l := range lines {
		r, size := utf8.DecodeRuneInString(l)
		if l == "" || size < len(l) {
			return false
		}
		chinese = chinese || !latin(r)
	}
	return chinese && len(lines) > 1
}
