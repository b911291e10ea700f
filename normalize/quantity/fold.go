package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Fold writes full-width digits, letters, signs, brackets and colons as their ASCII twins (９５％（含）：
// becomes 95%(含):), the small forms of signs likewise, and every kind of blank as a space; characters
// without any width are dropped. The punctuation of Chinese sentences (，；！？。、) stays, because it
// parts clauses where an ASCII comma may part thousands. It is width.Fold and not NFKC, which would
// turn 3½ into 31⁄2.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	return strings.Map(foldRune, s)
}

// folded reports a text that Fold leaves as it is; most are.
func folded(s string) bool {
	for i := 0; i < len(s); {
		c, size := RuneAt(s, i)
		if c == utf8.RuneError || foldRune(c) != c {
			return false
		}
		i += size
	}
	return true
}

// FoldRune folds one character as Fold does; -1 drops it.
func FoldRune(c rune) rune { return foldRune(c) }

// foldRune folds one character; -1 drops it.
func foldRune(c rune) rune {
	if c < 0xA0 || c > 0x3000 && c < 0xFE00 {
		return c
	}
	return foldSign(c)
}

// foldSign folds a character that stands beside the letters of all scripts.
func foldSign(c rune) rune {
	switch {
	case c < 0xFE00:
		return foldBlank(c)
	case c >= 0xFE50 && c <= 0xFE6F:
		return foldSmall(c)
	case c == '︵':
		return '(' // the brackets of vertical labels
	case c == '︶':
		return ')'
	case c == '，' || c == '；' || c == '！' || c == '？':
		return c
	case c == 0xFEFF:
		return -1
	case c > 0xFF00 && c <= 0xFF5E:
		return c - 0xFF00 + ' '
	case c > 0xFF00:
		if f := width.LookupRune(c).Folded(); f != 0 {
			return f
		}
	}
	return c
}

// IsSpace is unicode.IsSpace, which takes long to find that a Chinese character is no blank: the last
// blank stands before all of them.
func IsSpace(c rune) bool { return c <= 0x3000 && unicode.IsSpace(c) }

func foldBlank(c rune) rune {
	switch {
	case c == 0xA0, c >= 0x2000 && c <= 0x200A, c == 0x202F, c == 0x205F, c == 0x3000:
		return ' '
	case c == 0xAD, c >= 0x200B && c <= 0x200D, c == 0x2060:
		return -1
	}
	return c
}

func foldSmall(c rune) rune {
	switch c {
	case '﹢':
		return '+'
	case '﹣':
		return '-'
	case '﹤':
		return '<'
	case '﹥':
		return '>'
	case '﹦':
		return '='
	case '﹪':
		return '%'
	}
	return c
}
