package report

import (
	"regexp"
	"strings"
	"sync"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// numeral matches one printed number.
var numeral = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[0-9][0-9,]*(?:\.[0-9]+)?`)
})

// told is what a finding has said so far, so that no line says it again.
type told struct {
	text    string
	numbers map[string]bool
}

func (t *told) hear(s string) {
	if t.numbers == nil {
		t.numbers = map[string]bool{}
	}
	t.text += s + "\n"
	for _, n := range numbers(s) {
		t.numbers[n] = true
	}
}

// knows reports whether all of the text has been told: its numbers, or, of a text without any, its words.
func (t *told) knows(s string) bool {
	list := numbers(s)
	for _, n := range list {
		if !t.numbers[n] {
			return false
		}
	}
	return len(list) > 0 || strings.Contains(t.text, strings.Trim(s, "“”…。"))
}

// numbers are the numbers of a text, so written that 5 and 5.00, 1,200 and 1200 are the same.
func numbers(s string) []string {
	list := numeral().FindAllString(s, -1)
	for i, n := range list {
		n = strings.ReplaceAll(n, ",", "")
		if strings.Contains(n, ".") {
			n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
		}
		list[i] = n
	}
	return list
}

// figures are printed, due and working of a finding, each as far as it says what was not told already.
func figures(f finding.Finding, known *told) (printed, due, working string) {
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
