package report

import (
	"strings"
	"unicode"
)

// plain makes a printed text safe for one line of a terminal or a cell: control and direction
// characters, which a hostile document could use to rewrite what is shown, become blanks.
func plain(s string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.FieldsFunc(clean, func(r rune) bool { return r == ' ' }), " ")
}
