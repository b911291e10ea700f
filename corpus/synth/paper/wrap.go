package paper

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// measure is how wide a character is set.
type measure func(rune) float64

// halves measures in half-widths: 2 for a Chinese character, 1 for a Latin one.
func halves(r rune) float64 {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}

// of is the width of a text.
func (m measure) of(text string) float64 {
	sum := 0.0
	for _, r := range text {
		sum += m(r)
	}
	return sum
}

// wrap breaks a text into lines no wider than the limit, at its line feeds first. Where words hold, a run of
// Latin letters and figures goes to the next line as a whole when it fits one; no closing mark begins a line.
func (m measure) wrap(text string, limit float64, words bool) []string {
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		lines = append(lines, m.wrapLine([]rune(part), limit, words)...)
	}
	return lines
}

func (m measure) wrapLine(text []rune, limit float64, words bool) []string {
	var lines []string
	for {
		end := m.fits(text, limit)
		if end == len(text) {
			return append(lines, string(text))
		}
		if words {
			end = wordStart(text, end)
		}
		lines = append(lines, strings.TrimRight(string(text[:end]), " "))
		for text = text[end:]; len(text) > 1 && text[0] == ' '; {
			text = text[1:]
		}
	}
}

// fits returns how many characters, at least one, go into a line.
func (m measure) fits(text []rune, limit float64) int {
	at := 0.0
	for i, r := range text {
		if at += m(r); at > limit+1e-6 && i > 0 {
			return i
		}
	}
	return len(text)
}

// wordStart moves the break before the word it would cut and before a closing mark, if that leaves a line.
func wordStart(text []rune, end int) int {
	at := end
	for at > 0 && (inWord(text[at]) && inWord(text[at-1]) || strings.ContainsRune("，。；：、）》”％%", text[at])) {
		at--
	}
	if at == 0 {
		return end
	}
	return at
}

func inWord(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".,%-/", r))
}

// longestWord is the width of the widest run that no line should break.
func (m measure) longestWord(text string) float64 {
	longest, at := 0.0, 0.0
	for _, r := range text {
		if !inWord(r) {
			at = 0
		}
		at += m(r)
		longest = max(longest, at)
	}
	return longest
}
