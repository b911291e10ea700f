package check

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// doubtful are the places of all entries that were not read for certain. Where all weights make the hundred, those
// of moved rows stand in the right column, and so do the scores beside them.
func doubtful(f *form.Form, t *recompute.Tree) map[spot]bool {
	at, weights := map[spot]bool{}, t.AllWeights()
	whole := weights.Complete && quantity.Compare(weights.Value, hundred) == 0
	note := func(whole string, entries ...form.Entry) {
		for _, e := range entries {
			if (whole != "" || e.Doubt != "") && e.Place.Known() {
				at[cellOf(e.Place)] = true
			}
		}
	}
	for i := range f.Indicators {
		x := &f.Indicators[i]
		note(x.Doubt, x.Target, x.Actual, x.LastYear)
		if x.Doubt != form.InferredCut && !whole { // where the name ends says nothing of the points at the row's end
			note(x.Doubt, x.Weight, x.Score, x.Review)
		}
	}
	for i := range f.Funds {
		x := &f.Funds[i]
		note("", x.Initial, x.Budget, x.Spent, x.Weight, x.Rate, x.Score)
	}
	for i := range f.Sections {
		note("", f.Sections[i].Weight, f.Sections[i].Score, f.Sections[i].Rate)
	}
	return at // the total's row is told by its words, wherever its cells stand
}

// cellOf is a place without its words: the cell, or what was printed there.
func cellOf(p document.Place) spot {
	s := spotOf("", p)
	if p.Table > 0 || p.Cell != "" {
		s.quote = ""
	}
	return s
}

// lowered makes a question of every error that rests on an entry of which the reading is in doubt: it may be the
// reader's fault.
func lowered(found []finding.Finding, doubts map[spot]bool) []finding.Finding {
	if len(doubts) == 0 {
		return found
	}
	for i := range found {
		f := &found[i]
		if f.Level != finding.Error || !touches(f, doubts) {
			continue
		}
		f.Level = finding.Warning
		f.Says.ZH += "（所涉数据的读取不能确定，不作错误）"
		f.Says.EN += " (not an error, as what it rests on was not read for certain)"
	}
	return found
}

func touches(f *finding.Finding, doubts map[spot]bool) bool {
	if doubts[cellOf(f.Place)] {
		return true
	}
	for _, p := range f.Also {
		if doubts[cellOf(p)] {
			return true
		}
	}
	return false
}
