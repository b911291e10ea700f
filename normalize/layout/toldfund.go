package layout

import (
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// toldFund are the funds of a form that prints no columns for them but a label before each amount, among its basic
// data: 预算数（万元） | 148.00 | 执行数（万元） | 141.20.
type toldFund struct {
	of  *form.Form
	rec *record
}

// tellsFund takes an amount of the funds behind its label.
func (w *gridWalk) tellsFund(label, value cellAt) bool {
	role := w.lex.Role(label.text)
	switch role {
	case lexicon.Initial, lexicon.Budget, lexicon.Spent, lexicon.Rate:
	default:
		return false
	}
	if label.shared || quantity.Parse(value.text).Kind != quantity.Number {
		return false
	}
	w.noteMoney(label.text)
	if w.told.of != w.form {
		w.told = toldFund{of: w.form, rec: &record{}}
	}
	w.told.rec.put(role, value.piece())
	if role == lexicon.Budget || role == lexicon.Initial && w.told.rec.text(lexicon.FundName) == "" {
		name := label.piece()
		name.text = lexicon.Key(label.text)
		w.told.rec.put(lexicon.FundName, name)
	}
	return true
}

// endTold adds the funds that were told, where they say both what was planned and what was spent and the form has no
// table of funds.
func (w *gridWalk) endTold() {
	rec := w.told.rec
	planned := rec.text(lexicon.Budget) != "" || rec.text(lexicon.Initial) != ""
	if w.told.of == w.form && planned && rec.text(lexicon.Spent) != "" && len(w.form.Funds) == 0 {
		w.addFund(rec)
	}
}
