package quantity

import (
	"strings"
	"unicode/utf8"
)

// hanBytes is how long a Chinese character is in UTF-8.
const hanBytes = 3

// HanAt is the Chinese character (U+4000 to U+9FFF) at byte i; false for any other character. Nearly all text
// that is read is made of them, and what package utf8 does for each costs several times as much.
func HanAt(text string, i int) (rune, bool) {
	if i+2 >= len(text) || text[i] < 0xE4 || text[i] > 0xE9 {
		return 0, false
	}
	c := rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
	return c, text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80
}

// RuneAt is utf8.DecodeRuneInString at byte i.
func RuneAt(text string, i int) (rune, int) {
	if i+2 < len(text) {
		first, second, third := text[i], text[i+1], text[i+2]
		if first < utf8.RuneSelf {
			return rune(first), 1
		}
		if first > 0xE0 && first < 0xF0 && first != 0xED && second&0xC0 == 0x80 && third&0xC0 == 0x80 { // none of those is wrong
			return rune(first&0x0F)<<12 | rune(second&0x3F)<<6 | rune(third&0x3F), hanBytes
		}
	}
	return utf8.DecodeRuneInString(text[i:])
}

// RuneBefore is utf8.DecodeLastRuneInString of what stands before byte i, which is not the first.
func RuneBefore(text string, i int) (rune, int) {
	if last := text[i-1]; last < utf8.RuneSelf {
		return rune(last), 1
	}
	if i >= hanBytes {
		if c, ok := HanAt(text, i-hanBytes); ok {
			return c, hanBytes
		}
	}
	return utf8.DecodeLastRuneInString(text[:i])
}

// TrimSpace is strings.TrimSpace, which takes long to find that a Chinese character is no blank: the first and the last
// bytes of nearly all texts tell that they are none.
func TrimSpace(s string) string {
	if s == "" || beginsSolid(s[0]) && endsSolid(s) {
		return s
	}
	return strings.TrimSpace(s)
}

// beginsSolid reports whether no blank begins with the byte.
func beginsSolid(c byte) bool { return c > ' ' && c < utf8.RuneSelf || c >= 0xE4 }

// endsSolid reports whether the last bytes of a text tell that it ends in no blank.
func endsSolid(s string) bool {
	last := s[len(s)-1]
	if last < utf8.RuneSelf || len(s) < hanBytes {
		return last > ' ' && last < utf8.RuneSelf
	}
	lead, middle := s[len(s)-3], s[len(s)-2]
	return middle&0xC0 == 0x80 && (lead >= 0xE4 || lead == 0xE3 && last != 0x80) // E3 80 80 is the blank of Chinese text
}
