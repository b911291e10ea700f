package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain makes a printed text safe for one line of a terminal or a cell: control and direction
// characters, which a hostile document could use to rewrite what is shown, become blanks.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	return cleaned(s)
}

func cleaned(s string) string {
	clean := strings.Map(func(r rune) rune {
		if steers(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.FieldsFunc(clean, func(r rune) bool { return r == ' ' }), " ")
}

// isPlain reports whether a text is safe as it stands, with single blanks between its words.
func isPlain(s string) bool {
	last := ' '
	for _, r := range s {
		if r == ' ' && last == ' ' || steers(r) {
			return false
		}
		last = r
	}
	return (s == "" || last != ' ') && utf8.ValidString(s)
}

// steers tells control and direction characters, and what breaks a line.
func steers(r rune) bool {
	switch {
	case r >= ' ' && r <= '~', r >= '\u2E80' && r < 0xD800:
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}
