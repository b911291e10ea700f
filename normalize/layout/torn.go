package layout

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Copies that tore a form so that no row of it could be read still hold its headers, and figures behind them. To say that
// the file holds no self-evaluation would mislead: such a form is handed on as lost.

const (
	longestTorn   = 20_000 // bytes of the text that are looked at
	headsWithin   = 360    // bytes that the headers of one table take, torn words among them
	rowsWithin    = 2400   // bytes behind them in which the figures of rows stand
	fewestRoles   = 5      // columns that only a form has
	fewestAmounts = 6      // figures with units behind the headers
)

// tornForm is the form that the lines held before a copy tore it; nil where they show none.
func (w *walker) tornForm() *form.Form {
	var b strings.Builder
	for _, l := range w.text.all() {
		if b.Len() > longestTorn {
			break
		}
		b.WriteString(squeeze(l.Text))
	}
	text := b.String()
	if !strings.Contains(text, "自评") {
		return nil
	}
	end := w.headsEnd(text)
	if end == 0 || amounts(text[end:min(len(text), end+rowsWithin)]) < fewestAmounts {
		return nil
	}
	f := w.read[len(w.read)-1].form
	f.Doubt = form.LostGrid
	return f
}

// headsEnd is the byte behind the headers of a scored form; 0 where there are none.
func (w *walker) headsEnd(text string) int {
	at := map[lexicon.Role]int{}
	for i := range text {
		head, n := w.headAt(text[i:])
		if n == 0 {
			continue
		}
		at[head.Role] = i + n
		if w.headsTogether(at, i) {
			return i + n
		}
	}
	return 0
}

// headsTogether reports whether the headers that end near a byte are those of a form with results.
func (w *walker) headsTogether(at map[lexicon.Role]int, i int) bool {
	roles, named, result := 0, false, false
	for role, end := range at {
		if i-end > headsWithin {
			continue
		}
		roles++
		named = named || role == lexicon.Name || role == lexicon.Level2
		result = result || role == lexicon.Actual || role == lexicon.Score
	}
	return roles >= fewestRoles && named && result
}

// amounts counts the figures in a text that have a unit which points and dates have not: 100%, 15万元.
func amounts(text string) int {
	n := 0
	for i := range len(text) - 1 {
		if digit(rune(text[i])) && !digit(rune(text[i+1])) && ofAmount(text[i+1:]) {
			n++
		}
	}
	return n
}

// ofAmount reports whether a text begins with the unit of an amount.
func ofAmount(text string) bool {
	one, two := cutRunes(text, 1), cutRunes(text, 2)
	return one == "%" || !strings.Contains("分年月日条项款", one) && (quantity.IsUnit(one) || quantity.IsUnit(two))
}
