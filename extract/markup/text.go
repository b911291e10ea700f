package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Gaps between words, in half ems, from which on they set two pieces of text apart.
const (
	fieldGap  = 2 // in running text, where 填表人：某某  联系电话：… stand on one line
	columnGap = 5 // in a cell, where names are spread with blanks
)

// tabWidth is wider than any gap that is only a blank.
const tabWidth = 8

// latin reports whether words written with the character are set apart by blanks. Blanks beside all
// other characters come from the layout.
func latin(r rune) bool { return r > ' ' && r < 0x250 && r != 0xA0 }

// squeeze drops the blanks that the layout put in, and what is invisible. One blank stays between two
// Latin words or numbers; a gap as wide as the one given becomes a tab, unless the word is only spread
// (目　　录); so does a blank between two labelled fields.
func squeeze(text string, gap int) string {
	if !strings.ContainsFunc(text, loose) {
		return text
	}
	pieces := cut(text, gap)
	if spread(pieces) {
		return strings.Join(pieces, "")
	}
	return strings.Join(pieces, "\t")
}

func loose(r rune) bool { return unicode.IsSpace(r) || invisible(r) }

// invisible are characters without width or look: joiners, marks of direction, soft hyphens.
func invisible(r rune) bool {
	return r < ' ' && !unicode.IsSpace(r) || r == 0x7F || r == 0xAD || r >= 0x200B && r <= 0x200F ||
		r >= 0x202A && r <= 0x202E || r == 0x2060 || r == 0xFEFF
}

// cut divides a text at its wide gaps and drops the narrow ones.
func cut(text string, gap int) []string {
	var pieces []string
	var b strings.Builder
	last, width := rune(0), 0
	for i, r := range text {
		switch {
		case invisible(r):
			continue
		case unicode.IsSpace(r):
			width += blankWidth(r)
			continue
		case width == 0 || last == 0:
		case width >= gap, gap == fieldGap && fields(b.String(), text[i:]):
			pieces = append(pieces, b.String())
			b.Reset()
		case latin(last) && latin(r):
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, width = r, 0
	}
	if b.Len() > 0 {
		pieces = append(pieces, b.String())
	}
	return pieces
}

// blankWidth is the width of a blank in half ems.
func blankWidth(r rune) int {
	switch r {
	case '\t', '\v':
		return tabWidth
	case 0x3000, 0x2001, 0x2003:
		return 2
	}
	return 1
}

// longestLabel is the most characters of a field's label before its colon.
const longestLabel = 8

// fields reports whether a blank stands between two labelled fields: 填报单位：某某局 填报日期：….
func fields(before, after string) bool {
	if !strings.ContainsAny(before, "：:") || strings.HasSuffix(before, "：") || strings.HasSuffix(before, ":") {
		return false
	}
	for n := 0; n <= longestLabel; n++ {
		r, size := utf8.DecodeRuneInString(after)
		if r == '：' || r == ':' {
			return n >= 2
		}
		if !unicode.Is(unicode.Han, r) {
			return false
		}
		after = after[size:]
	}
	return false
}

// spread reports whether all pieces are single characters of one word.
func spread(pieces []string) bool {
	for _, p := range pieces {
		if r, size := utf8.DecodeRuneInString(p); size < len(p) || latin(r) {
			return false
		}
	}
	return true
}

// joined is the text of a cell's paragraphs behind one another.
func joined(lines []string) string {
	if len(lines) == 1 {
		return lines[0]
	}
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteString(joint(lines[i-1], line))
		}
		b.WriteString(line)
	}
	return b.String()
}

// joint is what stands between two paragraphs of a cell when they are joined: nothing, or a blank
// between two Latin words or numbers.
func joint(upper, lower string) string {
	a, _ := utf8.DecodeLastRuneInString(upper)
	b, _ := utf8.DecodeRuneInString(lower)
	if upper == "" || !latin(a) || !latin(b) || strings.ContainsRune("-/(", a) || strings.ContainsRune(".,%)/:;", b) {
		return ""
	}
	return " "
}
