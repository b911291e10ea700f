package check

import (
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// A total that a sentence states is one other place, although the reader finds it twice: as a total and as a claim.
func TestTotalOfASentenceIsOnePlace(t *testing.T) {
	at := func(line int) document.Place { return document.Place{Line: line, Quote: "综合得分98.64分"} }
	entry := func(text string, line int) form.Entry {
		return form.Entry{Text: text, Quantity: quantity.Parse(text), Place: at(line)}
	}
	f := &form.Form{
		Total:  form.Total{Score: entry("98.46", 40), Also: []form.Entry{entry("98.64分", 4), entry("98.64分", 60)}},
		Claims: []form.Claim{{Role: form.RoleTotal, Subject: "本项目综合得分", Quantity: entry("98.64分", 4), Place: at(4)}},
	}
	var lines []int
	for _, o := range otherTotals(f) {
		lines = append(lines, o.entry.Place.Line)
	}
	if len(lines) != 2 || lines[0] != 60 || lines[1] != 4 {
		t.Errorf("other totals at lines %v, want 60 and 4", lines)
	}
}
