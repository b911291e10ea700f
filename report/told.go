package report

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// told is what a finding has said so far, so that no line says it again.
type told struct {
	texts   []string
	numbers []string
}

func (t *told) hear(s string) {
	t.texts = append(t.texts, s)
	t.numbers = append(t.numbers, numbers(s)...)
}

// knows reports whether all of the text has been told: its numbers, or, of a text without any, its words.
func (t *told) knows(s string) bool {
	list := numbers(s)
	for _, n := range list {
		if !slices.Contains(t.numbers, n) {
			return false
		}
	}
	if len(list) > 0 {
		return true
	}
	words := strings.Trim(s, "“”…。")
	return slices.ContainsFunc(t.texts, func(text string) bool { return strings.Contains(text, words) })
}

// numbers are the numbers of a text, so written that 5 and 5.00, 1,200 and 1200 are the same.
func numbers(s string) []string {
	var list []string
	for i := 0; i < len(s); {
		if !digit(s[i]) {
			i++
			continue
		}
		end := numberEnd(s, i)
		list = append(list, bare(s[i:end]))
		i = end
	}
	return list
}

// numberEnd is where the number that begins at i ends: behind its digits, the commas among them, and its decimals.
func numberEnd(s string, i int) int {
	for i < len(s) && (digit(s[i]) || s[i] == ',') {
		i++
	}
	if i+1 < len(s) && s[i] == '.' && digit(s[i+1]) {
		for i++; i < len(s) && digit(s[i]); {
			i++
		}
	}
	return i
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// bare is a number without what only groups or pads it.
func bare(n string) string {
	n = strings.ReplaceAll(n, ",", "")
	if strings.Contains(n, ".") {
		n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
	}
	return n
}

// figures are printed, due and working of a finding, each as far as it says what was not told already.
func figures(f *finding.Finding, known *told) (printed, due, working string) {
	printed, due, working = plain(f.Printed), plain(f.Due), plain(f.Working)
	// That a count of what is amiss should be nought goes without saying.
	if due != "" && !known.knows(due) && (due != "0" || !known.knows(printed)) {
		known.hear(printed + " " + due)
	} else {
		due = ""
	}
	if due == "" && (known.knows(printed) || shows(f.Place, printed)) {
		printed = ""
	}
	if known.knows(working) {
		working = ""
	}
	return printed, due, working
}

// shows reports whether the quotation of the place already shows the text.
func shows(p document.Place, text string) bool {
	quote := strings.TrimSuffix(plain(p.Quote), "…")
	text = strings.TrimSuffix(text, "…")
	return quote != "" && (strings.Contains(quote, text) || strings.HasPrefix(text, quote))
}
