package measure

import (
	"slices"
	"strings"

	"fuhe/corpus/truth"
	"fuhe/extract/document"
	"fuhe/score/finding"
)

// Found counts how the errors of one kind were found, and how the codes that tell of it were used.
type Found struct {
	Planted int `json:"planted"` // errors put in
	Found   int `json:"found"`   // told under one of the codes at the place, at any level
	Graded  int `json:"graded"`  // and at the level that is due, or above
	Told    int `json:"told"`    // findings under these codes in reports with the error
	Right   int `json:"right"`   // of them those at the place
}

// Recall is the share of planted errors that were found.
func (f Found) Recall() float64 { return share(f.Found, f.Planted) }

// Precision is the share of the findings under the kind's codes that are at the place.
func (f Found) Precision() float64 { return share(f.Right, f.Told) }

// LevelTally counts the findings of one level over all reports.
type LevelTally struct {
	Told    int `json:"told"`
	Right   int `json:"right"`   // an error that was put in
	Allowed int `json:"allowed"` // neither wanted nor wrong
	Follows int `json:"follows"` // at the place of an error that was put in, under another code
	Beside  int `json:"beside"`  // in a report with errors, but not of one that was put in
	Alarm   int `json:"alarm"`   // in a report without errors
}

// Precision is the share of right findings among those that are right or wrong.
func (l LevelTally) Precision() float64 { return share(l.Right, l.Right+l.Beside+l.Alarm) }

// verdict holds the findings of one file against what is known.
type verdict struct {
	table *Table
	truth *truth.Truth
	tell  func(Confusion)
}

func (v *verdict) findings(found []finding.Finding) {
	for _, w := range v.truth.Errors {
		if w.Must {
			v.wanted(w, found)
		}
	}
	for _, f := range found {
		v.judge(f)
	}
}

// wanted counts one planted error.
func (v *verdict) wanted(w truth.Wanted, found []finding.Finding) {
	k := v.table.kind(kindOf(w))
	k.Planted++
	hit, graded := false, false
	for _, f := range found {
		if !slices.Contains(w.Codes, f.Code) {
			continue
		}
		k.Told++
		if near(f, w.Near) {
			k.Right++
			hit = true
			graded = graded || f.Level.Rank() >= finding.Level(w.Level).Rank()
		}
	}
	if graded {
		k.Graded++
	}
	if hit {
		k.Found++
		return
	}
	v.tell(Confusion{Class: "missed", Name: kindOf(w), Subject: strings.Join(w.Near, " "), Expected: w.Level + " " + strings.Join(w.Codes, "/") + ": " + w.Why + ", due " + w.Due,
		Got: v.elsewhere(w, found)})
}

// elsewhere lists the findings that come nearest to a missed one: of its codes, or at its place.
func (v *verdict) elsewhere(w truth.Wanted, found []finding.Finding) string {
	var list []string
	for _, f := range found {
		if slices.Contains(w.Codes, f.Code) || near(f, w.Near) {
			list = append(list, told(f))
		}
	}
	return strings.Join(list, "\n")
}

func kindOf(w truth.Wanted) string {
	if w.Kind != "" {
		return w.Kind
	}
	return strings.Join(w.Codes, "/")
}

// judge counts one finding at its level.
func (v *verdict) judge(f finding.Finding) {
	l := v.table.level(string(f.Level))
	l.Told++
	clean := len(v.truth.Errors) == 0 && v.truth.Clean
	switch {
	case v.declared(f):
		l.Right++
	case v.allowed(f) && !v.silenced(f):
		l.Allowed++
	case v.follows(f) && !v.silenced(f):
		l.Follows++
	case clean || v.silenced(f):
		l.Alarm++
		v.alarm(f, "alarm")
	default:
		l.Beside++
		if v.truth.Format != "" || f.Level == finding.Error {
			v.alarm(f, "beside")
		}
	}
}

// alarm tells of a finding that nobody put in; mere information is counted but not told.
func (v *verdict) alarm(f finding.Finding, class string) {
	if f.Level == finding.Info {
		return
	}
	if class == "alarm" {
		v.table.alarm(f)
	}
	v.tell(Confusion{Class: class, Name: f.Code, Subject: f.Subject, Expected: "", Got: told(f), Place: f.Place})
}

func (v *verdict) declared(f finding.Finding) bool {
	for _, w := range v.truth.Errors {
		if slices.Contains(w.Codes, f.Code) && near(f, w.Near) {
			return true
		}
	}
	return false
}

// follows reports whether the finding stands where an error was put in: a result of nought also lacks a reason.
func (v *verdict) follows(f finding.Finding) bool {
	for _, w := range v.truth.Errors {
		if near(f, w.Near) {
			return true
		}
	}
	return false
}

func (v *verdict) allowed(f finding.Finding) bool {
	for _, a := range v.truth.Allowed {
		if slices.Contains(a.Codes, f.Code) && (len(a.Near) == 0 || near(f, a.Near)) {
			return true
		}
	}
	return false
}

func (v *verdict) silenced(f finding.Finding) bool {
	for _, s := range v.truth.Silent {
		if f.Level.Rank() >= finding.Warning.Rank() && !slices.Contains(s.Except, f.Code) && !slices.Contains(s.ExceptPrinted, f.Printed) &&
			family(f.Code, s.Codes) && nearAny(f.Subject+" "+f.Printed, s.Near) {
			return true
		}
	}
	return false
}

func family(code string, families []string) bool {
	for _, c := range families {
		if code == c || strings.HasPrefix(code, c+"-") {
			return true
		}
	}
	return len(families) == 0
}

// near looks for the texts in all that a finding says.
func near(f finding.Finding, texts []string) bool {
	parts := []string{f.Subject, f.Says.ZH, f.Printed, f.Due, f.Working, f.Place.Quote}
	for _, p := range f.Also {
		parts = append(parts, p.Quote)
	}
	return nearAny(strings.Join(parts, " "), texts)
}

func nearAny(text string, texts []string) bool {
	text = squeezed(text)
	for _, n := range texts {
		if strings.Contains(text, squeezed(n)) {
			return true
		}
	}
	return false
}

func told(f finding.Finding) string {
	return string(f.Level) + " " + f.Code + " " + f.Subject + " [" + f.Printed + " / " + f.Due + "] " + f.Says.ZH
}

// Confusion is one fault: what is known and what was made of it.
type Confusion struct {
	File     string         `json:"file"`
	Layout   string         `json:"layout"`
	Format   string         `json:"format"`
	Class    string         `json:"class"` // field, missed, alarm, beside
	Name     string         `json:"name"`  // field, kind of error, or code
	Subject  string         `json:"subject"`
	Expected string         `json:"expected"`
	Got      string         `json:"got"`
	Place    document.Place `json:"place,omitzero"`
}
