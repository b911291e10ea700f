package quantity

import "strings"

// Parse reads one cell or phrase that is, mostly, one amount. Placeholders are Blank; a cell with
// several amounts, or an amount inside a sentence, is Mixed and has no value; a cell without any, or
// with a mere name or ordinal (第3条), is Words. Brackets behind the amount are left aside, words
// around it are taken as its name (覆盖率达到90%) or the thing counted (3个项目).
func Parse(text string) Quantity {
	s, bracketed := unwrap(strings.TrimFunc(text, edge))
	if placeholder(s) {
		return Quantity{}
	}
	r := reader{text: s, cell: true}
	open := r.trailingBracket()
	a, count := r.only(open)
	switch {
	case count == 0:
		return Quantity{Kind: Words}
	case count > 1:
		return Quantity{Kind: Mixed}
	case bracketed && a.Unit == "字": // (200字以内) tells how to fill the cell
		return Quantity{}
	}
	return r.judged(a, max(open, a.End))
}

// only reads the amounts before open. Of a year and what was done in it only the latter counts, and of
// two dates side by side (年初1月份) the last.
func (r reader) only(open int) (a amount, count int) {
	for at := 0; count < 3; {
		b, ok := r.next(at)
		if !ok || b.Start >= open {
			break
		}
		at = b.End
		if b.ordinal {
			continue
		}
		if count == 1 && (contextYear(a, b) || a.Kind == Date && b.Kind == Date && a.End == b.Start) {
			count, b.before = 0, a.End
		}
		a, count = b, count+1
	}
	return a, count
}

// contextYear reports whether a is but the year in which b was done.
func contextYear(a, b amount) bool {
	return a.Kind == Date && a.Bound == None && a.Day.Month == 0 && b.Kind == Number && a.Start == 0
}

// judged decides what the cell is, by the words around its only amount.
func (r reader) judged(a amount, end int) Quantity {
	before, behind := r.around(a, end)
	if a.Kind == Date {
		if short(before, maxTask) && short(behind, maxTask) {
			return a.Quantity
		}
		return Quantity{Kind: Mixed}
	}
	verbs := verbal(before)
	switch {
	case a.lone:
		if verbs && behind == "" {
			return a.Quantity
		}
		return Quantity{Kind: Words}
	case verbs && (behind == "" || a.Unit != "" && thing(behind)):
		return a.Quantity
	case behind == "" && a.Unit != "" && name(before):
		return a.Quantity
	}
	return Quantity{Kind: Mixed}
}

// around is the text before and behind an amount, without a year that opens it and marks that end it.
func (r reader) around(a amount, end int) (before, behind string) {
	before = strings.TrimFunc(r.text[a.before:a.Start], edge)
	return before, strings.TrimFunc(r.text[a.End:end], func(c rune) bool { return c == '.' || edge(c) })
}
