package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineWidth is how many columns a line of the text output takes at most; a Chinese character takes two.
const lineWidth = 100

// Characters that no line may begin or end with.
const (
	neverFirst = "，。、；：！？）》】”’」』〉％%…～—"
	neverLast  = "（《【“‘「『〈"
)

// wrapped breaks a text into lines of so many columns: at blanks, and beside Chinese characters, but
// never within a number or a word unless it alone is longer than a line.
func wrapped(text string, width int) []string {
	var lines []string
	for {
		end := fitting(text, width)
		if end == len(text) {
			return append(lines, strings.TrimSpace(text))
		}
		end = lastBreak(text, end)
		lines = append(lines, strings.TrimSpace(text[:end]))
		text = strings.TrimLeft(text[end:], " 　")
	}
}

// fitting is the length of the characters that fit into so many columns; of one at least.
func fitting(text string, width int) int {
	taken := 0
	for i, r := range text {
		if taken += columnsOf(r); taken > width && i > 0 {
			return i
		}
	}
	return len(text)
}

// lastBreak is the last place up to the end at which a line may be broken, or the end where there is none.
func lastBreak(text string, end int) int {
	for at := end; at > 0; {
		if breakable(text, at) {
			return at
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return end
}

// breakable reports whether a line may end before the character at that index.
func breakable(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	switch {
	case strings.ContainsRune(neverFirst, after), strings.ContainsRune(neverLast, before):
		return false
	case before == ' ' || after == ' ' || before == '　' || after == '　':
		return true
	}
	return wide(before) || wide(after)
}

// wide tells characters that a line may be broken beside.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r > unicode.MaxLatin1 && columnsOf(r) == 2 && !unicode.IsDigit(r)
}

// narrowed cuts a text to so many columns and marks the cut.
func narrowed(text string, width int) string {
	if columns(text) <= float64(width) {
		return text
	}
	return strings.TrimSpace(text[:fitting(text, width-2)]) + "…"
}

// piece is a labelled value within a line.
type piece struct{ label, value string }

// fill sets pieces side by side as long as they fit, and breaks those that are longer than a line. Labels
// are dimmed; pieces without a value are left out.
func (t *text) fill(b *strings.Builder, indent string, pieces ...piece) {
	room := lineWidth - len(indent)
	gap := say("　", "   ").In(t.options.Lang)
	taken := 0
	for _, p := range pieces {
		if p.value == "" {
			continue
		}
		need := int(columns(p.label) + columns(p.value))
		switch {
		case taken == 0:
			b.WriteString(indent)
		case taken+int(columns(gap))+need <= room:
			b.WriteString(gap)
			taken += int(columns(gap))
		default:
			b.WriteString("\n")
			b.WriteString(indent)
			taken = 0
		}
		taken += need
		t.broken(b, p, room, indent)
	}
	if taken > 0 {
		b.WriteString("\n")
	}
}

// broken prints a piece over as many lines as it needs.
func (t *text) broken(b *strings.Builder, p piece, room int, indent string) {
	for i, line := range wrapped(p.label+p.value, room) {
		if i > 0 {
			b.WriteString("\n")
			b.WriteString(indent)
		} else if value, ok := strings.CutPrefix(line, strings.TrimSpace(p.label)); ok {
			b.WriteString(t.paint.in(dim, p.label))
			line = strings.TrimLeft(value, " ")
		}
		b.WriteString(line)
	}
}
