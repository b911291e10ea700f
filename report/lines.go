package report

import (
	"strings"
	"unicode"
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
	rest := []rune(text)
	for {
		end := fitting(rest, width)
		if end == len(rest) {
			return append(lines, strings.TrimSpace(string(rest)))
		}
		for at := end; at > 0; at-- {
			if breakable(rest, at) {
				end = at
				break
			}
		}
		lines = append(lines, strings.TrimSpace(string(rest[:end])))
		rest = []rune(strings.TrimLeft(string(rest[end:]), " 　"))
	}
}

// fitting is how many characters fit into so many columns; at least one.
func fitting(text []rune, width int) int {
	taken := 0.0
	for i, r := range text {
		if taken += columns(string(r)); taken > float64(width) {
			return max(i, 1)
		}
	}
	return len(text)
}

// breakable reports whether a line may end before the character at that index.
func breakable(text []rune, at int) bool {
	before, after := text[at-1], text[at]
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
	return unicode.Is(unicode.Han, r) || r > unicode.MaxLatin1 && columns(string(r)) == 2 && !unicode.IsDigit(r)
}

// narrowed cuts a text to so many columns and marks the cut.
func narrowed(text string, width int) string {
	if columns(text) <= float64(width) {
		return text
	}
	r := []rune(text)
	return strings.TrimSpace(string(r[:fitting(r, width-2)])) + "…"
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
		need := int(columns(p.label + p.value))
		switch {
		case taken == 0:
			b.WriteString(indent)
		case taken+int(columns(gap))+need <= room:
			b.WriteString(gap)
			taken += int(columns(gap))
		default:
			b.WriteString("\n" + indent)
			taken = 0
		}
		taken += need
		b.WriteString(t.broken(p, room, indent))
	}
	if taken > 0 {
		b.WriteString("\n")
	}
}

// broken is a piece over as many lines as it needs.
func (t *text) broken(p piece, room int, indent string) string {
	lines := wrapped(p.label+p.value, room)
	first, ok := strings.CutPrefix(lines[0], strings.TrimSpace(p.label))
	if ok {
		lines[0] = t.paint.in(dim, p.label) + strings.TrimLeft(first, " ")
	}
	return strings.Join(lines, "\n"+indent)
}
