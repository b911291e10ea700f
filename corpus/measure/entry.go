package measure

import (
	"fuhe/corpus/truth"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// absent reports whether an entry says nothing: it is not there, or holds a dash.
func absent(e form.Entry) bool {
	switch squeezed(e.Text) {
	case "-", "—", "——", "/", "":
		return e.Value == ""
	}
	return e.Missing()
}

// inferred reports whether the entry was worked out rather than read.
func inferred(e form.Entry) bool { return e.Text == "" && e.Value != "" }

// sameEntry holds an entry against what is printed: number and comparator where the print is an amount, the
// words themselves otherwise. Units are compared apart.
func sameEntry(e form.Entry, want truth.Entry) bool {
	if want.Value == "" {
		return squeezed(e.Text) == squeezed(want.Text)
	}
	return sameValue(e, want) && (want.Bound == "" || want.Bound == "=" && e.Bound == "" || e.Bound == quantity.Bound(want.Bound))
}

func sameValue(e form.Entry, want truth.Entry) bool {
	got, due := e.Rat(), (quantity.Quantity{Value: want.Value}).Rat()
	return got != nil && due != nil && got.Cmp(due) == 0
}

// judge tallies one entry. ok is false when it is a confusion worth telling.
func (t *Tally) judge(e form.Entry, want truth.Entry) (ok bool) {
	switch blank := want.Text == "" && want.Value == ""; {
	case blank && (absent(e) || inferred(e)):
		return true
	case blank:
		t.Extra++
	case absent(e):
		t.Missed++
	case sameEntry(e, want):
		t.Right++
		return true
	default:
		t.Wrong++
	}
	return false
}

// judgeWords tallies a text, such as a name; a text that is not known is not compared.
func (t *Tally) judgeWords(got, want string) (ok bool) {
	switch {
	case want == "":
		return true
	case got == "":
		t.Missed++
	case squeezed(got) == squeezed(want):
		t.Right++
		return true
	default:
		t.Wrong++
	}
	return false
}
