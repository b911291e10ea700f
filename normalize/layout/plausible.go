package layout

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// Some copies interleave the lines of neighbouring cells so that no reading is right. Rows that cannot
// be rows give that away; where there are many, the form is marked and nothing is judged on its rows.

// impossibleShare is the share of rows, as 1/n, from which on a table counts as lost.
const impossibleShare = 5

// markLostGrid marks a form that was read without the lines of a grid and came out as nonsense: many rows that
// cannot be rows, or figures that no form has; in linear text, also some such rows where the points do not confirm the
// reading. Words that stand below one another are cut by their places, so there the points need not confirm it.
func markLostGrid(f *form.Form, linear, aligned bool) {
	if !linear && !aligned {
		return
	}
	bad := 0
	for i := range f.Indicators {
		if impossible(&f.Indicators[i]) {
			bad++
			doubtRow(&f.Indicators[i])
		} else if unscoredRow(f, &f.Indicators[i]) {
			doubtRow(&f.Indicators[i])
		}
	}
	if bad > 0 {
		doubtReasons(f)
	}
	t := tally(f)
	if t.confirmed() {
		settlePairs(f.Indicators)
	}
	doubtBlocks(f)
	many := bad >= 2 && bad*impossibleShare >= len(f.Indicators)
	unconfirmed := linear && bad > 0 && !t.confirmed()
	if many || unconfirmed || figuresTorn(f, t) {
		f.Doubt = form.LostGrid
	}
}

// figuresTorn reports whether the figures of a form say that its table was torn.
func figuresTorn(f *form.Form, t tallied) bool {
	tornRows := t.torn() && !(t.near() && blocksConfirm(f))
	return tornRows || tornFunds(f.Funds) || t.tornTotals(f) || lostRows(f) || tornBlocks(f) || tornSummary(f) || strayLevels(f)
}

// fewestStray is the fewest level words in running text that show that a table's cells were left over.
const fewestStray = 2

// strayLevels reports whether rows came without levels, and the words of levels stand alone in the text: a copy in which
// cells stand in the order of their columns.
func strayLevels(f *form.Form) bool {
	stray := 0
	for _, p := range f.Text {
		if name := squeeze(p.Text); strings.HasSuffix(name, "指标") && len([]rune(name)) <= 8 {
			stray++
		}
	}
	return stray >= fewestStray && slices.ContainsFunc(f.Indicators, func(in form.Indicator) bool { return in.Level1 == "" && in.Level2 == "" })
}

// doubtRow marks a row that was cut wrongly, and all its figures: none of them is judged.
func doubtRow(row *form.Indicator) {
	row.Doubt = form.InferredCut
	for _, e := range []*form.Entry{&row.Target, &row.Actual, &row.Weight, &row.Score} {
		doubtEntry(e)
	}
}

// doubtEntry marks an entry that is there and has no doubt of its own.
func doubtEntry(e *form.Entry) {
	if !e.Missing() && e.Doubt == "" {
		e.Doubt = form.InferredCut
	}
}

// doubtReasons marks the blank reasons of a form in which words were torn out of their cells: they may be the reasons.
func doubtReasons(f *form.Form) {
	for i := range f.Indicators {
		if e := &f.Indicators[i].Reason; e.Missing() {
			e.Doubt = form.InferredCut
		}
	}
}

// impossible reports whether a row holds what no indicator has: a sentence or half a bracket for a name,
// an amount with other words glued to it, a unit without its amount, or words where its neighbour has an amount.
func impossible(row *form.Indicator) bool {
	name := row.Name
	switch {
	case len([]rune(name)) > 40, len([]rune(name)) == 1, holdsSign(name, "：；。=×"), !balanced(name), startsInside(name):
		return true
	case startsInside(row.Target.Text), startsInside(row.Actual.Text), explains(row.Target), explains(row.Actual):
		return true
	case torn(row.Target), torn(row.Actual), strings.Contains(name, "%"), namesOther(name), strings.Contains(name, "得满分"):
		return true
	case unitOnly(row.Target), unitOnly(row.Actual), row.Score.Missing() && bareNumber(row.Reason), swallowed(row): // the value went to another column
		return true
	case cutInFigure(row), amountOnly(name):
		return true
	}
	return row.Target.Kind == quantity.Number && row.Actual.Kind == quantity.Words && len([]rune(row.Actual.Text)) > 12
}

// unitOnly reports whether a value is a unit without its amount: 件, %.
func unitOnly(e form.Entry) bool { return quantity.IsUnit(e.Text) || e.Text == "%" }

// bareNumber reports whether a reason is digits alone: points of another column.
func bareNumber(e form.Entry) bool {
	return e.Text != "" && strings.Trim(e.Text, "0123456789.") == ""
}

// swallowed reports whether a scored row without a result has several figures for a target: the result is among them.
func swallowed(row *form.Indicator) bool {
	figures := strings.FieldsFunc(row.Target.Text, func(r rune) bool { return r != '.' && !digit(r) })
	return row.Actual.Missing() && row.Score.Numeric() && row.Target.Kind != quantity.Date && len(figures) > 2
}

// farApart is how many times the other one of two figures is that do not belong together: a digit less is a tenth.
const farApart = 4

// cutInFigure reports whether a line's end cut the target inside its figure: it has a bound and no unit, the result has
// one, and they are far apart (大于等于8|20元/人, 730元/人).
func cutInFigure(row *form.Indicator) bool {
	target, actual := row.Target, row.Actual
	if target.Bound == quantity.None || target.Bound == quantity.Range || target.Unit != "" || actual.Unit == "" || actual.Unit == "%" {
		return false
	}
	t, a := target.Rat(), actual.Rat()
	if t == nil || a == nil || t.Sign() <= 0 {
		return false
	}
	times := big.NewRat(farApart, 1)
	return quantity.Compare(a, quantity.Times(t, times)) >= 0 || quantity.Compare(t, quantity.Times(a, times)) >= 0
}

// amountOnly reports whether a name is an amount with its unit: 25元.
func amountOnly(name string) bool {
	q := quantity.Parse(name)
	return q.Kind == quantity.Number && q.Unit != "" && strings.ContainsAny(name, "0123456789") && plainAmount(name, q)
}

// namesOther reports whether a name is that of a comparator, of a total, or of a table.
func namesOther(name string) bool {
	caption, tabled := strings.CutPrefix(name, "表")
	return boundOf(name) != quantity.None || strings.Contains(name, "总分") || strings.HasSuffix(name, "合计") ||
		tabled && caption != "" && digit(rune(caption[0]))
}

// startsInside reports whether a name begins with a sign that cannot begin one.
func startsInside(name string) bool {
	return name != "" && strings.ContainsRune("，、）)。；", firstRune(name))
}

// explains reports whether a value is a piece of what explains a deviation, or of more sentences than one.
func explains(e form.Entry) bool {
	sentence, more, _ := strings.Cut(e.Text, "。")
	return e.Kind == quantity.Words && (strings.Contains(e.Text, "改进措施") || strings.Contains(e.Text, "原因") || sentence != "" && more != "")
}

// unscoredRow reports whether a row without any points stands among rows that have them: it lost cells.
func unscoredRow(f *form.Form, row *form.Indicator) bool {
	scored := 0
	for i := range f.Indicators {
		if f.Indicators[i].Score.Numeric() {
			scored++
		}
	}
	return row.Score.Missing() && row.Weight.Missing() && 4*scored >= 3*len(f.Indicators)
}

// torn reports whether a value holds a figure, or the name of a level, and is yet neither an amount nor a
// date nor a word.
func torn(e form.Entry) bool {
	text := e.Text
	if halfDate(text) || strings.Contains(text, "合计") || strings.Contains(text, "总分") || strings.Contains(text, "得满分") {
		return true
	}
	switch e.Kind {
	case quantity.Number:
		behind := text[strings.LastIndexAny(text, "0123456789")+1:]
		return e.Bound == quantity.None && behind != "" && !bracketOnly(behind) && !plainAmount(text, e.Quantity) && len([]rune(text)) > 6
	case quantity.Words, quantity.Mixed:
		return !balanced(text) || strings.Contains(text, "量指标") || strings.Contains(text, "效指标") || strings.Contains(text, "益指标") ||
			strings.ContainsAny(text, "%0123456789") && holdsSign(text, "率指标分") && len([]rune(text)) <= 20
	}
	return false
}

// halfDate reports whether a date lacks its last words: 2019年5.
func halfDate(text string) bool {
	_, month, ok := strings.Cut(text, "年")
	return ok && month != "" && strings.Trim(month, "0123456789") == "" && len(text) > len(month)+len("2019")
}
