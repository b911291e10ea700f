package quantity

import (
	"strings"
	"unicode/utf8"
)

// hanBytes is how long a Chinese character is in UTF-8.
const hanBytes = 3

// HanAt is the Chinese character (U+4000 to U+9FFF) at byte i; false for any other character. Nearly all text
// that is read is made of them, and utf8.DecodeRuneInString takes several times as long.
func HanAt(text string, i int) (rune, bool) {
	if i+2 >= len(text) || text[i] < 0xE4 || text[i] > 0xE9 {
		return 0, false
	}
	c := rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
	return c, text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80
}

// RuneAt is utf8.DecodeRuneInString at byte i, made for text in Chinese.
func RuneAt(text string, i int) (rune, int) {
	if c, ok := HanAt(text, i); ok {
		return c, hanBytes
	}
	if i < len(text) && text[i] < utf8.RuneSelf {
		return rune(text[i]), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// TrimSpace is strings.TrimSpace, which takes long to find that a Chinese character is no blank.
func TrimSpace(s string) string {
	if _, ok := HanAt(s, 0); ok {
		if _, ok := HanAt(s, len(s)-hanBytes); ok {
			return s
		}
	}
	return strings.TrimSpace(s)
}
