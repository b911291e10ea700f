package corpus_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// facts are the figures that a person reads off a report. Comparators are written >=, <=; a blank
// field is not compared.
type facts struct {
	Year       int       `yaml:"year"`
	Unit       string    `yaml:"unit"`
	Project    string    `yaml:"project"`
	Total      string    `yaml:"total"`
	Elsewhere  string    `yaml:"elsewhere"` // points of the total that no row shows
	Grade      string    `yaml:"grade"`
	Funds      []fund    `yaml:"funds"`
	Splits     int       `yaml:"splits"`   // how often the funds below the first are the whole again
	Sections   []section `yaml:"sections"` // known to the author, so that the truth itself can be recomputed
	Indicators []row     `yaml:"indicators"`
}

type fund struct {
	Name    string `yaml:"name"`
	Initial string `yaml:"initial"`
	Budget  string `yaml:"budget"`
	Spent   string `yaml:"spent"`
	Rate    string `yaml:"rate"`
	Weight  string `yaml:"weight"`
	Score   string `yaml:"score"`
}

// base is the amount that the execution is measured against.
func (w fund) base() string {
	if w.Budget == "" {
		return w.Initial
	}
	return w.Budget
}

type section struct {
	Goal   string `yaml:"goal"`
	Name   string `yaml:"name"`
	Weight string `yaml:"weight"`
	Score  string `yaml:"score"`
}

type row struct {
	Goal   string `yaml:"goal"`
	Level1 string `yaml:"level1"`
	Level2 string `yaml:"level2"`
	Name   string `yaml:"name"`
	Target string `yaml:"target"`
	Actual string `yaml:"actual"`
	Weight string `yaml:"weight"`
	Score  string `yaml:"score"`
}

// faults tells what was read otherwise than it is printed. Every scored row has to be read once, with
// its name, target, actual and score, and no row that is not there.
func (w facts) faults(forms []*form.Form) (faults []string) {
	if len(forms) != 1 {
		return []string{fmt.Sprintf("%d forms read, there is one", len(forms))}
	}
	f := forms[0]
	faults = append(faults, w.headFaults(f)...)
	for _, want := range w.Funds {
		if !want.among(f.Funds) {
			faults = append(faults, fmt.Sprintf("fund not read as %+v: %s", want, fundsRead(f.Funds)))
		}
	}
	if len(w.Indicators) == 0 {
		faults = append(faults, w.pointFaults(f.Sections)...)
	}
	return append(faults, w.rowFaults(f.Indicators)...)
}

func (w facts) headFaults(f *form.Form) (faults []string) {
	if w.Year != f.Year {
		faults = append(faults, fmt.Sprintf("year %d read as %d", w.Year, f.Year))
	}
	if !sameNumber(f.Total.Score, w.Total) {
		faults = append(faults, fmt.Sprintf("total %s read as %q", w.Total, f.Total.Score.Value))
	}
	if w.Grade != "" && squeezed(f.Total.Grade.Text) != w.Grade {
		faults = append(faults, fmt.Sprintf("grade %s read as %q", w.Grade, f.Total.Grade.Text))
	}
	if w.Project != "" && squeezed(f.Project) != squeezed(w.Project) {
		faults = append(faults, fmt.Sprintf("project %s read as %q", w.Project, f.Project))
	}
	if w.Unit != "" && squeezed(f.Unit) != squeezed(w.Unit) {
		faults = append(faults, fmt.Sprintf("unit %s read as %q", w.Unit, f.Unit))
	}
	return faults
}

// pointFaults holds the sections of a report without rows against what is printed.
func (w facts) pointFaults(read []form.Section) (faults []string) {
	for _, want := range w.Sections {
		if !slices.ContainsFunc(read, func(s form.Section) bool {
			return strings.Contains(squeezed(s.Name), squeezed(want.Name)) && sameNumber(s.Score, want.Score)
		}) {
			faults = append(faults, fmt.Sprintf("section not read as %+v: %+v", want, read))
		}
	}
	return faults
}

func (w facts) rowFaults(read []form.Indicator) (faults []string) {
	used := make([]bool, len(read))
	for _, want := range w.Indicators {
		if i := want.find(read, used); i >= 0 {
			used[i] = true
			continue
		}
		faults = append(faults, fmt.Sprintf("row not read as %s", want))
	}
	for i, got := range read {
		if !used[i] {
			faults = append(faults, "row read that is not there: "+rowRead(got))
		}
	}
	return faults
}

func (r row) find(read []form.Indicator, used []bool) int {
	for i, got := range read {
		if !used[i] && r.is(got) {
			return i
		}
	}
	return -1
}

func (r row) is(got form.Indicator) bool {
	return squeezed(got.Name) == squeezed(r.Name) && sameEntry(got.Target, r.Target) &&
		sameEntry(got.Actual, r.Actual) && sameNumber(got.Score, r.Score) &&
		(r.Weight == "" || sameNumber(got.Weight, r.Weight)) && r.sameBlock(got)
}

// sameBlock holds the goal and the levels that a row stands under, as far as they are known.
func (r row) sameBlock(got form.Indicator) bool {
	for _, pair := range [][2]string{{r.Goal, strings.Replace(got.Goal, "绩效目标", "目标", 1)}, {r.Level1, got.Level1}, {r.Level2, got.Level2}} {
		if pair[0] != "" && squeezed(pair[0]) != squeezed(pair[1]) {
			return false
		}
	}
	return true
}

func (r row) String() string {
	return strings.Join([]string{r.Goal, r.Level1, r.Level2, r.Name, r.Target, r.Actual, r.Weight, r.Score}, " | ")
}

func rowRead(i form.Indicator) string {
	return strings.Join([]string{i.Goal, i.Level1, i.Level2, i.Name, i.Target.Text, i.Actual.Text, i.Weight.Text, i.Score.Text}, " | ")
}

func (w fund) among(read []form.Fund) bool {
	for _, f := range read {
		if w.sameName(f) && sameNumber(f.Budget, w.Budget) && sameNumber(f.Spent, w.Spent) && sameNumber(f.Rate, w.Rate) &&
			(w.Initial == "" || sameNumber(f.Initial, w.Initial)) && (w.Score == "" || sameNumber(f.Score, w.Score)) {
			return true
		}
	}
	return false
}

// sameName holds the name of a funds row; what it is a part of stands in a field of its own.
func (w fund) sameName(f form.Fund) bool {
	name := strings.TrimSuffix(strings.TrimPrefix(squeezed(w.Name), "其中:"), ":")
	return squeezed(f.Name) == name && (f.Part || !strings.HasPrefix(squeezed(w.Name), "其中:"))
}

func fundsRead(read []form.Fund) string {
	var b strings.Builder
	for _, f := range read {
		fmt.Fprintf(&b, "[%s %s %s %s %s]", f.Name, f.Budget.Text, f.Spent.Text, f.Rate.Text, f.Score.Text)
	}
	return b.String()
}

var written = regexp.MustCompile(`^(>=|<=|=)?([0-9.]+)(.*)$`)

// sameEntry holds an entry against what is printed: number, comparator and unit where the print is an
// amount, the words themselves where it is a date or a word.
func sameEntry(e form.Entry, printed string) bool {
	m := written.FindStringSubmatch(printed)
	switch {
	case printed == "":
		return true
	case m == nil || m[1] == "" && strings.ContainsAny(printed, "年月日"):
		return squeezed(e.Text) == squeezed(printed)
	case m[1] != "" && e.Bound != quantity.Bound(m[1]):
		return false
	}
	return sameNumber(e, m[2]) && squeezed(e.Unit) == squeezed(m[3])
}

func sameNumber(e form.Entry, printed string) bool {
	got, want := e.Rat(), (quantity.Quantity{Value: printed}).Rat()
	if want == nil {
		return got == nil
	}
	return got != nil && got.Cmp(want) == 0
}

var folded = strings.NewReplacer("（", "(", "）", ")", "，", ",", "：", ":", "“", `"`, "”", `"`, "％", "%")

// squeezed drops blanks and folds marks, so that print and reading can be compared.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, folded.Replace(s))
}
