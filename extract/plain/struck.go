package plain

import (
	"slices"
	"strings"
	"unicode"

	"fuhe/extract/document"
)

// Bold print is often the same words struck twice, and a copy in the order of writing has them twice: 一级指标 is
// followed by itself on a line of its own, since the second strike goes back to where the first began. The word
// behind it in the same printed line then ends the second line, and begins the third:
//
//	一级指标
//	一级指标 二级指标
//	二级指标 三级指标
//
// Only such a chain shows a copy of that kind: two equal lines may well be two equal cells.

// longestStrike is more bytes than a line of print has.
const longestStrike = 600

// struckOnce takes out what stands twice for being bold, and puts printed lines together again. Copies without
// such words come back as they are.
func struckOnce(lines []document.Line) []document.Line {
	if !slices.ContainsFunc(lines, func(l document.Line) bool { return l.Text != "" }) || !struckTwice(lines) {
		return lines
	}
	out, chain := []document.Line(nil), false
	for _, l := range lines {
		if len(out) > 0 {
			last := &out[len(out)-1]
			if again := strike(last.Text, l.Text); again != "" && (chain || wordy(again)) {
				*last, chain = joined(*last, strings.TrimPrefix(strings.TrimSpace(l.Text), again)), true
				continue
			}
		}
		out, chain = append(out, l), false
	}
	return out
}

// joined is a line with the rest of the line that struck its end again.
func joined(l document.Line, rest string) document.Line {
	if rest == "" {
		return l
	}
	l.Text = strings.TrimRight(l.Text, " ") + rest
	l.Place = l.Place.Quoting(strings.TrimSpace(l.Text))
	return l
}

// struckTwice reports whether some line strikes the end of the line before again, and is itself struck again at
// its end.
func struckTwice(lines []document.Line) bool {
	for i := 2; i < len(lines); i++ {
		middle := strings.TrimSpace(lines[i-1].Text)
		first := strike(lines[i-2].Text, middle)
		if first == "" || first == middle || !wordy(first) {
			continue
		}
		if second := strike(strings.TrimPrefix(middle, first), lines[i].Text); second != "" && wordy(second) {
			return true
		}
	}
	return false
}

// strike is the longest run of whole words that ends one line and begins the next.
func strike(line, next string) string {
	line, next = strings.TrimSpace(line), strings.TrimSpace(next)
	if line == "" || next == "" || len(next) > longestStrike {
		return ""
	}
	for end := len(next); end > 0; end = strings.LastIndexByte(next[:end], ' ') {
		if head := next[:end]; strings.HasSuffix(line, head) && (len(head) == len(line) || line[len(line)-len(head)-1] == ' ') {
			return head
		}
	}
	return ""
}

// wordy reports whether there is a Chinese character in the text: figures are equal by chance.
func wordy(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
