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
// Only such a chain shows a copy of that kind, or numbered headings that stand there twice: two other equal lines may
// well be two equal cells.

// longestStrike is more bytes than a line of print has.
const longestStrike = 600

// struckOnce takes out what stands twice for being bold, and puts printed lines together again. Copies without
// such words come back as they are.
func struckOnce(lines []document.Line) []document.Line {
	if !slices.ContainsFunc(lines, func(l document.Line) bool { return l.Text != "" }) || !struckTwice(lines) {
		return lines
	}
	out, near := []document.Line(nil), 0
	for _, l := range lines {
		if len(out) > 0 {
			last := &out[len(out)-1]
			if again := strike(last.Text, l.Text); again != "" && (wordy(again) || near == inLine || near == below && marked(again)) {
				*last, near = joined(*last, strings.TrimPrefix(strings.TrimSpace(l.Text), again)), inLine
				continue
			}
		}
		out, near = append(out, l), max(near-1, 0)
	}
	return out
}

// How near a line is to words that were struck twice: in theirs, or on the next.
const (
	below = iota + 1
	inLine
)

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
// its end, or whether several numbered headings are struck again.
func struckTwice(lines []document.Line) bool {
	headings := 0
	for i := 1; i < len(lines); i++ {
		if text := strings.TrimSpace(lines[i].Text); numbered(text) && text == strings.TrimSpace(lines[i-1].Text) {
			headings++
		}
	}
	if headings > 1 {
		return true
	}
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

// numbered reports whether a text begins with the number of a heading: 一、 or （一）.
func numbered(text string) bool {
	text = strings.TrimLeft(text, "（(")
	rest := strings.TrimLeft(text, "一二三四五六七八九十")
	return rest != text && (strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "）") || strings.HasPrefix(rest, ")"))
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

// marked reports whether a text without a word is more than a figure: the rest of a header, A）.
func marked(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || r == ')' || r == '）' })
}

// wordy reports whether there is a Chinese character in the text: figures are equal by chance.
func wordy(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
