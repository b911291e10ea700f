// Package portfolio looks at all forms of a bulk run together (跨报告核对): results come in, and out go findings
// that no form shows by itself: full scores everywhere, figures too round to be measured, copied text, unit costs
// out of line, years and summaries that do not agree. It goes through the results twice: first it keeps some
// hundred bytes of each form, then it fetches the places and wordings of what it is going to tell. It opens no
// file, starts nothing beside itself and judges no form alone.
package portfolio

import (
	"cmp"
	"iter"
	"slices"

	"fuhe/extract/document"
	"fuhe/report"
	"fuhe/score/finding"
)

// Results are those of a run; they are gone through twice.
type Results = iter.Seq2[*report.Result, error]

// Finding is what several forms show together.
type Finding struct {
	Code    string
	Level   finding.Level
	Title   document.Message
	Says    document.Message
	Subject string // the unit, project or indicator it is about
	Figures []Figure
	Clause  document.Message
	Members []Member // by document and form; at most MostMembers
	More    int      // members beyond those
}

// Figure is a figure that a finding rests on, such as a share or a median; Value is written as it is shown.
type Figure struct {
	Name  document.Message
	Value string
}

// Member is one form's part in a finding, and where a person would look.
type Member struct {
	Form     string // id of the form, as the dataset has it
	Document string // path of the file
	Number   int    // of the form within the document, from 1
	Unit     string
	Project  string
	Year     int    // 0 if not known
	Subject  string // the indicator, fund or paragraph
	Printed  string
	Place    document.Place // not known for a form as a whole
}

// MostMembers is how many members a finding lists.
const MostMembers = 30

// Review is what became of looking at a run.
type Review struct {
	Forms    int // judged: each content once
	Units    int // told apart by region and name
	Findings []Finding
	Ran      []string
	Skipped  []finding.Skip // what could not be compared, or not in full: silence is never a pass
}

// Look runs all checks over the results.
func Look(results Results) (*Review, error) {
	h, err := gather(results)
	if err != nil {
		return nil, err
	}
	r := &Review{Forms: len(h.cards), Units: h.units()}
	var drafts []draft
	for _, c := range All() {
		drafts = append(drafts, c.run(h, r)...)
	}
	seen, err := h.fetch(results, drafts)
	if err != nil {
		return nil, err
	}
	for _, d := range drafts {
		for _, f := range d.tell(seen) {
			f.Code, f.Title, f.Clause = d.check.Code, d.check.Title, d.check.Clause
			r.Findings = append(r.Findings, f.short())
		}
	}
	slices.SortStableFunc(r.Findings, compare)
	return r, nil
}

// short cuts the list of members.
func (f Finding) short() Finding {
	if n := len(f.Members); n > MostMembers {
		f.More += n - MostMembers
		f.Members = f.Members[:MostMembers:MostMembers]
	}
	return f
}

// compare orders findings by code, the graver first, then by what they are about.
func compare(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(b.Level.Rank(), a.Level.Rank()),
		slices.CompareFunc(a.Members, b.Members, compareMembers), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Says.ZH, b.Says.ZH))
}

func compareMembers(a, b Member) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Number, b.Number), a.Place.Compare(b.Place))
}
