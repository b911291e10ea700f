package layout

import (
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// confirmShifts lifts the doubt from rows that were moved into their columns where the weights of their
// block then sum to the weight that the block prints: a wrong shift would have broken the sum.
func confirmShifts(f *form.Form) {
	for from := 0; from < len(f.Indicators); {
		to := from + 1
		for to < len(f.Indicators) && sameBlock(&f.Indicators[from], &f.Indicators[to]) && f.Indicators[from].Level2 == f.Indicators[to].Level2 {
			to++
		}
		if block := f.Indicators[from:to]; anyShifted(block) && weightsSum(f, block) {
			settle(block)
		}
		from = to
	}
}

func anyShifted(rows []form.Indicator) bool {
	for i := range rows {
		if rows[i].Doubt == form.ShiftedRow {
			return true
		}
	}
	return false
}

// weightsSum reports whether the rows' weights sum to their level-2 block's, or to their level-1 block's.
func weightsSum(f *form.Form, rows []form.Indicator) bool {
	sum := new(big.Rat)
	for i := range rows {
		row := &rows[i]
		w := row.Weight.Rat()
		if row.Weight.Missing() && row.Score.Missing() {
			continue // a part of the row above, 其中
		}
		if w == nil {
			return false
		}
		sum.Add(sum, w)
	}
	for i := range f.Sections {
		s := &f.Sections[i]
		inside := s.Level == 2 && s.Name == rows[0].Level2 && s.Parent == rows[0].Level1 || s.Level == 1 && s.Name == rows[0].Level1
		if w := s.Weight.Rat(); inside && s.Goal == rows[0].Goal && w != nil && quantity.Compare(w, sum) == 0 {
			return true
		}
	}
	return false
}

func settle(rows []form.Indicator) {
	for i := range rows {
		row := &rows[i]
		if row.Doubt != form.ShiftedRow {
			continue
		}
		row.Doubt, row.Inferred = "", form.ShiftedRow
		for _, e := range []*form.Entry{&row.Target, &row.Actual, &row.Weight, &row.Score, &row.Reason, &row.LastYear} {
			if e.Doubt == form.ShiftedRow {
				e.Doubt = ""
			}
		}
	}
}
