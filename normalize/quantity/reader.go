package quantity

import (
	"strings"
	"unicode/utf8"
)

// reader reads amounts in one text. In a cell, where an amount is to be expected, more is taken for one
// than in running text: single Chinese numerals, unknown units, ranges with blanks around the dash.
type reader struct {
	text string
	cell bool
}

// maxBlanks is how many blanks a layout may have put inside one amount.
const maxBlanks = 4

// at is the folded character at byte i and its length; 0 behind the end.
func (r reader) at(i int) (rune, int) {
	if i >= len(r.text) {
		return 0, 0
	}
	if c := r.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	c, n := RuneAt(r.text, i)
	return foldRune(c), n
}

// before is the folded character that ends at byte i and its length; 0 at floor.
func (r reader) before(i, floor int) (rune, int) {
	if i <= floor {
		return 0, 0
	}
	c, n := RuneBefore(r.text, i)
	return foldRune(c), n
}

// skip steps over a few blanks. In running text tabs part the cells of a table and breaks its rows, so
// nothing that stands behind one belongs to what stands before it.
func (r reader) skip(i int) int {
	if i < len(r.text) && solid(r.text[i]) {
		return i
	}
	for range maxBlanks {
		c, n := r.at(i)
		if n == 0 || !blank(c) || !r.cell && (c == '\t' || c == '\n' || c == '\r') {
			break
		}
		i += n
	}
	return i
}

// wrap steps over a few blanks, line breaks among them, inside what cannot be anything else.
func (r reader) wrap(i int) int {
	r.cell = true
	return r.skip(i)
}

// skipBack steps back over a few blanks.
func (r reader) skipBack(i, floor int) int {
	for range maxBlanks {
		c, n := r.before(i, floor)
		if n == 0 || !blank(c) {
			break
		}
		i -= n
	}
	return i
}

// has reports whether the text goes on with one of the words at i, and where it ends.
func (r reader) has(i int, words ...string) (int, bool) {
	for _, w := range words {
		if strings.HasPrefix(r.text[i:], w) {
			return i + len(w), true
		}
	}
	return i, false
}

// squeezed is the text from i to j as an amount or a unit keeps it: folded and without blanks.
func (r reader) squeezed(i, j int) string {
	if r.tight(i, j) {
		return r.text[i:j]
	}
	return strings.Map(func(c rune) rune {
		if c = foldRune(c); blank(c) {
			return -1
		}
		return c
	}, r.text[i:j])
}

// tight reports whether the text from i to j, as most, has neither blanks nor signs to fold.
func (r reader) tight(i, j int) bool {
	for i < j {
		if _, han := HanAt(r.text, i); han {
			i += hanBytes
			continue
		}
		if c := r.text[i]; c <= ' ' || c >= utf8.RuneSelf {
			return false
		}
		i++
	}
	return true
}

// solid reports a byte that begins no blank: most that do not, told at a glance.
func solid(b byte) bool { return b > ' ' && b < utf8.RuneSelf || b >= 0xE4 && b <= 0xE9 }

func blank(c rune) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == -1
}

func digit(c rune) bool { return c >= '0' && c <= '9' }

func letter(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func han(c rune) bool { return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF }
