package check

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// settle tells one fact once. Where a finding only follows from another, or tells it again from the other
// end, its places go to the one that says it best, and it is left out:
//
//	XRF-03 beside EXE-01   a rate that certainly does not recompute differs from the right one elsewhere
//	EXE-10 beside EXE-04   of one row: low, without a cause, is more than low
//	IND-01 beside SCR-13   of one row: at least twice the target, without a cause
//	XRF-02 beside XRF-01   the annex and the text agree with each other, not with the form
//	any XRF twice          the same two figures of one thing, told in several sentences
func settle(found []finding.Finding) []finding.Finding {
	mains, figures := mainPlaces(found), map[figure]int{}
	dropped := make([]bool, len(found))
	for i := range found {
		main, ok := follows(&found[i], mains, figures, i)
		if ok && main != i {
			found[main].Also = join(found[main], found[i])
			dropped[i] = true
		}
	}
	at := -1
	return slices.DeleteFunc(found, func(finding.Finding) bool { at++; return dropped[at] })
}

// spot is one printed entry, for a finding of the code.
type spot struct {
	code                     string
	page, table, row, column int
	line                     int
	cell, quote              string
}

func spotOf(code string, p document.Place) spot {
	return spot{code, p.Page, p.Table, p.Row, p.Column, p.Line, p.Cell, p.Quote}
}

// mainPlaces are the places of the findings that others may follow from.
func mainPlaces(found []finding.Finding) map[spot]int {
	mains := map[spot]int{}
	for i := range found {
		f := &found[i]
		if f.Place.Known() && (f.Code == "EXE-01" && f.Level == finding.Error || f.Code == "EXE-04" || f.Code == "SCR-13" && f.Level == finding.Warning) {
			mains[spotOf(f.Code, f.Place)] = i
		}
	}
	return mains
}

// figure is one disagreement of two figures of one thing.
type figure struct{ code, subject, printed, due string }

// follows finds the finding that x, the i-th, only says again; figures are those of the XRF before it.
func follows(x *finding.Finding, mains map[spot]int, figures map[figure]int, i int) (int, bool) {
	switch x.Code {
	case "XRF-03":
		if main, ok := beneath(x, "EXE-01", mains); ok {
			return main, true
		}
	case "EXE-10":
		return beneath(x, "EXE-04", mains)
	case "IND-01":
		return beneath(x, "SCR-13", mains)
	}
	if x.Code[:3] != "XRF" || x.Printed == "" || x.Due == "" {
		return 0, false
	}
	if x.Code == "XRF-02" {
		if main, ok := figures[figure{"XRF-01", x.Subject, x.Printed, x.Due}]; ok {
			return main, true
		}
	}
	key := figure{x.Code, x.Subject, x.Printed, x.Due}
	main, ok := figures[key]
	if !ok {
		figures[key] = i
	}
	return main, ok
}

// beneath finds the finding of the code at the place of x, or at another that x points to.
func beneath(x *finding.Finding, code string, mains map[spot]int) (int, bool) {
	for _, p := range append([]document.Place{x.Place}, x.Also...) {
		if main, ok := mains[spotOf(code, p)]; ok && p.Known() {
			return main, true
		}
	}
	return 0, false
}

// mostJoined bounds the places that one finding gathers.
const mostJoined = 50

// join adds to the places of main those of a finding that follows from it.
func join(main, x finding.Finding) []document.Place {
	also := slices.Clone(main.Also)
	for _, p := range append([]document.Place{x.Place}, x.Also...) {
		same := func(o document.Place) bool { return spotOf("", o) == spotOf("", p) }
		if p.Known() && !same(main.Place) && !slices.ContainsFunc(also, same) && len(also) < mostJoined {
			also = append(also, p)
		}
	}
	return also
}
