package grid

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// linesOf cuts a text into its lines, without blanks at the ends and without blank lines.
func linesOf(text string) []string {
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' }) {
		if line = strings.TrimSpace(strings.ReplaceAll(line, "\u00a0", " ")); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// joined makes one text of the lines: breaks between words and numbers become blanks, all others fall
// away, for Chinese is written without.
func joined(lines []string) string {
	var b strings.Builder
	last := rune(0)
	for i, line := range lines {
		next, _ := utf8.DecodeRuneInString(line)
		if i > 0 && latin(last) && latin(next) && !strings.ContainsRune("-/(", last) && !strings.ContainsRune(".,%)/:;", next) {
			b.WriteByte(' ')
		}
		b.WriteString(line)
		last, _ = utf8.DecodeLastRuneInString(line)
	}
	return b.String()
}

// latin reports whether words written with the character are set apart by blanks.
func latin(r rune) bool { return r > ' ' && r < 0x250 }

// Address is a cell as a person names it, from its row and column, which count from 0: B3.
func Address(row, column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name + strconv.Itoa(row+1)
}
