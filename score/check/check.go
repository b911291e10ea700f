// Package check holds the checks: one file for each family of findings, one value for each check. A
// form with its recomputation comes in, findings go out. A check does no I/O and keeps no state.
package check

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
	"fuhe/score/rulebook"
)

// Check is one check. The same value runs, is explained to users, and makes the catalogue.
type Check struct {
	Code    string           // for ever
	Level   finding.Level    // the gravest level it reports
	Title   document.Message // what users see above each finding
	Doc     document.Message // what is compared
	Formula string           // the comparison in signs
	Why     document.Message // why this finding matters to a reviewer: what it may hide, what follows from it
	Allows  document.Message // its tolerance: what it lets pass before it speaks; 无 where it is exact
	Clause  document.Message // the rule it rests on
	Trips   document.Message // an example that trips it
	Silent  document.Message // a close one that does not
	Prose   bool             // looks at the narrative alone, not at the rows of the tables
	Needs   Need             // what of the report has to be there in full
	Run     func(*Pass)
}

// Review is a form under review: what every check looks at.
type Review struct {
	Form  *form.Form
	Due   *finding.Due
	Book  *rulebook.Book
	Rules phrase.Memo // compiles the rules that the form prints, each once; may be nil

	Outline *recompute.Tree // the rows under their sections; worked out where it is nil
}

// Pass is one run of one check over one form.
type Pass struct {
	Review
	*worksheet // shared by the passes of one run

	check    *Check
	findings []finding.Finding // of all checks so far
	skipped  *document.Message
}

// Report hands in a finding; code, title, and where empty level and clause, are filled in.
func (p *Pass) Report(f finding.Finding) {
	f.Code, f.Title = p.check.Code, p.check.Title
	if f.Level == "" {
		f.Level = p.check.Level
	}
	if f.Clause == (document.Message{}) {
		f.Clause = p.check.Clause
	}
	f.Says.ZH = nested(f.Says.ZH)
	p.findings = append(p.findings, f)
}

// Skip says that the check had nothing it could compare, and why. Silence is never a pass.
func (p *Pass) Skip(zh, en string) { p.skipped = &document.Message{ZH: zh, EN: en} }

// Run runs the checks over one form. A check that only skipped is told as skipped.
func Run(checks []*Check, r Review) (found []finding.Finding, ran []string, skipped []finding.Skip) {
	shared := &worksheet{review: r, read: &narrative{form: r.Form}}
	p := &Pass{Review: r, worksheet: shared}
	for _, c := range checks {
		if why, excused := c.excused(r.Form); excused {
			skipped = append(roomFor(skipped, len(checks)), finding.Skip{Code: c.Code, Why: why})
			continue
		}
		before := len(p.findings)
		p.check, p.skipped = c, nil
		c.Run(p)
		if p.skipped != nil && len(p.findings) == before {
			skipped = append(roomFor(skipped, len(checks)), finding.Skip{Code: c.Code, Why: *p.skipped})
			continue
		}
		ran = append(roomFor(ran, len(checks)), c.Code)
	}
	return lowered(settle(unblamed(p.findings)), doubtful(r.Form, shared.outline())), ran, skipped
}

// excused tells why a check cannot judge the form as it was read, if it cannot.
func (c *Check) excused(f *form.Form) (document.Message, bool) {
	if f.Doubt != "" && !c.Prose {
		return tornTable, true
	}
	if lost := c.Needs.lost(f); len(lost) > 0 {
		return c.Needs.unread(lost), true
	}
	return document.Message{}, false
}

// roomFor makes room, with the first of them, for something said of every check.
func roomFor[T any](list []T, checks int) []T {
	if list == nil {
		return make([]T, 0, checks)
	}
	return list
}

// tornTable is why nothing is judged on the rows of a table that a text copy tore.
var tornTable = document.Message{
	ZH: "评分表在这份文本中已打乱，各行无法可靠还原",
	EN: "the scoring table is torn in this text copy, its rows cannot be told for certain",
}

// All is the catalogue, family by family; the order is the order of printing.
func All() []*Check {
	var all []*Check
	for _, family := range []func() []*Check{exe, scr, wgt, tot, rul, xrf, unt, ind, exp, str, tim} {
		all = append(all, family()...)
	}
	return all
}
