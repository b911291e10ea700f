package measure

import (
	"strconv"

	"fuhe/corpus/truth"
	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// reading compares the forms of one file with the known ones.
type reading struct {
	tallies Tallies
	partial bool // what is not known may be printed all the same
	tell    func(Confusion)
}

func (r *reading) forms(want []truth.Form, got []*form.Form) {
	t := r.tallies.at("form")
	paired := 0
	pairs := pairForms(want, got)
	for i, j := range pairs {
		if j < 0 {
			t.Missed++
			r.confuse("form", "form "+strconv.Itoa(i+1), want[i].Project+" "+want[i].Unit, "", document.Place{})
			r.form(want[i], &form.Form{})
			continue
		}
		paired++
		t.Right++
		r.form(want[i], got[j])
	}
	for range len(got) - paired {
		t.Extra++
		r.confuse("form", "number of forms", strconv.Itoa(len(want)), strconv.Itoa(len(got)), document.Place{})
	}
}

func (r *reading) form(w truth.Form, g *form.Form) {
	year, known := "", ""
	if g.Year != 0 {
		year = strconv.Itoa(g.Year)
	}
	if w.Year != 0 {
		known = strconv.Itoa(w.Year)
	}
	r.words("kind", g.Title, string(g.Kind), w.Kind, document.Place{})
	r.words("year", g.Title, year, known, document.Place{})
	r.words("unit", g.Title, g.Unit, w.Unit, document.Place{})
	r.words("project", g.Title, g.Project, w.Project, document.Place{})
	if len(w.Funds) > 0 {
		r.funds(w.Funds, g.Funds)
	}
	r.sections(w.Sections, g.Sections)
	if len(w.Indicators) > 0 {
		r.rows(w.Indicators, g.Indicators)
	}
	r.entry("total.weight", "总分", g.Total.Weight, w.Total.Weight)
	r.entry("total.score", "总分", g.Total.Score, w.Total.Score)
	r.entry("total.grade", "等级", g.Total.Grade, w.Total.Grade)
}

func (r *reading) words(field, subject, got, want string, at document.Place) {
	if !r.tallies.at(field).judgeWords(got, want) {
		r.confuse(field, subject, want, got, at)
	}
}

func (r *reading) entry(field, subject string, got form.Entry, want truth.Entry) {
	if r.partial && want == (truth.Entry{}) {
		return
	}
	if !r.tallies.at(field).judge(got, want) {
		r.confuse(field, subject, printed(want), read(got), got.Place)
	}
}

// unit compares the unit of an amount that was read right; a unit that is not printed is not compared.
func (r *reading) unit(field, subject string, got form.Entry, want truth.Entry) {
	if want.Unit != "" && want.Value != "" && sameValue(got, want) {
		r.words(field, subject, got.Unit, want.Unit, got.Place)
	}
}

func (r *reading) confuse(field, subject, want, got string, at document.Place) {
	r.tell(Confusion{Class: "field", Name: field, Subject: subject, Expected: want, Got: got, Place: at})
}

func printed(e truth.Entry) string {
	if e.Value == "" || e.Text == e.Value {
		return e.Text
	}
	return e.Text + " (" + e.Bound + e.Value + e.Unit + ")"
}

func read(e form.Entry) string {
	if e.Value == "" || e.Text == e.Value {
		return e.Text
	}
	return e.Text + " (" + string(e.Bound) + e.Value + e.Unit + ")"
}

// funds pairs the rows of money by amounts and name, else by their amounts, else by name: a total and its
// only part have the same amounts.
func (r *reading) funds(want []truth.Fund, got []form.Fund) {
	used := make([]bool, len(got))
	t := r.tallies.at("fund")
	for _, w := range want {
		j := findFund(w, got, used)
		if j < 0 {
			t.Missed++
			r.confuse("fund", w.Name, w.Name, "", document.Place{})
			r.fund(w, form.Fund{})
			continue
		}
		used[j] = true
		t.Right++
		r.fund(w, got[j])
	}
	for j, g := range got {
		if !used[j] && !absent(g.Budget) && !r.partial {
			t.Extra++
			r.confuse("fund", g.Name, "", g.Name+" "+g.Budget.Text+" "+g.Spent.Text, g.Budget.Place)
		}
	}
}

func findFund(w truth.Fund, got []form.Fund, used []bool) int {
	named := func(g form.Fund) bool { return squeezed(g.Name) == squeezed(w.Name) }
	paid := func(g form.Fund) bool {
		return (sameValue(g.Budget, w.Budget) || sameValue(g.Initial, w.Initial)) && sameValue(g.Spent, w.Spent)
	}
	for _, fits := range []func(form.Fund) bool{func(g form.Fund) bool { return named(g) && paid(g) }, paid, named} {
		for j, g := range got {
			if !used[j] && fits(g) {
				return j
			}
		}
	}
	return -1
}

func (r *reading) fund(w truth.Fund, g form.Fund) {
	r.entry("fund.initial", w.Name, g.Initial, w.Initial)
	r.entry("fund.budget", w.Name, g.Budget, w.Budget)
	r.entry("fund.spent", w.Name, g.Spent, w.Spent)
	r.entry("fund.weight", w.Name, g.Weight, w.Weight)
	r.entry("fund.rate", w.Name, g.Rate, w.Rate)
	r.entry("fund.score", w.Name, g.Score, w.Score)
}

// sections compares the blocks whose weight or score is printed; what else is read of blocks is not compared.
func (r *reading) sections(want []truth.Section, got []form.Section) {
	for _, w := range want {
		var g form.Section
		for _, one := range got {
			if squeezed(one.Name) == squeezed(w.Name) && (w.Goal == "" || squeezed(one.Goal) == squeezed(w.Goal)) && !one.Summary {
				g = one
				break
			}
		}
		if w.Weight.Text != "" {
			r.entry("section.weight", w.Name, g.Weight, w.Weight)
		}
		if w.Score.Text != "" {
			r.entry("section.score", w.Name, g.Score, w.Score)
		}
	}
}

func (r *reading) rows(want []truth.Indicator, got []form.Indicator) {
	pairs := pairRows(want, got)
	used := make([]bool, len(got))
	t := r.tallies.at("row")
	for i, j := range pairs {
		if j < 0 {
			t.Missed++
			r.confuse("row", want[i].Name, rowKnown(want[i]), "", document.Place{})
			r.lost(want[i])
			continue
		}
		used[j] = true
		t.Right++
		r.row(want[i], got[j])
	}
	for j, g := range got {
		if !used[j] {
			t.Extra++
			r.confuse("row", g.Name, "", rowRead(g), g.Place)
		}
	}
}

// lost counts the entries of a row that was not read, without telling each.
func (r *reading) lost(w truth.Indicator) {
	quiet := reading{tallies: r.tallies, partial: r.partial, tell: func(Confusion) {}}
	quiet.row(w, form.Indicator{})
}

func (r *reading) row(w truth.Indicator, g form.Indicator) {
	r.words("row.name", w.Name, g.Name, w.Name, g.Place)
	r.words("row.level1", w.Name, g.Level1, w.Level1, g.Place)
	r.words("row.level2", w.Name, g.Level2, w.Level2, g.Place)
	r.entry("row.target", w.Name, g.Target, w.Target)
	r.unit("row.target.unit", w.Name, g.Target, w.Target)
	r.entry("row.actual", w.Name, g.Actual, w.Actual)
	r.unit("row.actual.unit", w.Name, g.Actual, w.Actual)
	if g.WeightFrom == form.FromInferred {
		g.Weight.Text = ""
	}
	r.entry("row.weight", w.Name, g.Weight, w.Weight)
	r.entry("row.score", w.Name, g.Score, w.Score)
	r.entry("row.review", w.Name, g.Review, w.Review)
	if w.Reason.Text != "" {
		r.entry("row.reason", w.Name, g.Reason, w.Reason)
	}
}

func rowKnown(w truth.Indicator) string {
	return w.Name + " | " + w.Target.Text + " | " + w.Actual.Text + " | " + w.Weight.Text + " | " + w.Score.Text
}

func rowRead(g form.Indicator) string {
	return g.Name + " | " + g.Target.Text + " | " + g.Actual.Text + " | " + g.Weight.Text + " | " + g.Score.Text
}
