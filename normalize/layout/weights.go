package layout

import (
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// Weights that a form does not print are inferred from the weight of the block, the number of its rows
// and their scores, and marked inferred. The score stage trusts a printed weight only.

// inferWeights fills in the weights of the blocks whose rows print none.
func inferWeights(f *form.Form) {
	for from := 0; from < len(f.Indicators); {
		to := from + 1
		for to < len(f.Indicators) && sameBlock(&f.Indicators[from], &f.Indicators[to]) {
			to++
		}
		inferBlock(f, f.Indicators[from:to])
		from = to
	}
}

func sameBlock(a, b *form.Indicator) bool { return a.Goal == b.Goal && a.Level1 == b.Level1 }

func inferBlock(f *form.Form, rows []form.Indicator) {
	for i := range rows {
		if row := &rows[i]; row.WeightFrom != form.FromNone || !row.Score.Numeric() {
			return
		}
	}
	block := sectionWeight(f, &rows[0])
	if block == nil {
		return
	}
	equal := quantity.Per(block, big.NewRat(int64(len(rows)), 1))
	if fitsEqual(rows, equal) {
		for i := range rows {
			setWeight(&rows[i], equal, form.EqualShare)
		}
		return
	}
	if weights := fromScores(rows, block); weights != nil {
		for i := range rows {
			setWeight(&rows[i], weights[i], form.ScoreCompletion)
		}
	}
}

func sectionWeight(f *form.Form, row *form.Indicator) *big.Rat {
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Level == 1 && s.Name == row.Level1 && s.Goal == row.Goal && !s.Summary {
			return s.Weight.Rat()
		}
	}
	if row.Level1 == "" && row.Goal == "" && len(f.Sections) == 0 && len(f.Funds) == 0 {
		return big.NewRat(100, 1) // the rows are all there is
	}
	return nil
}

// fitsEqual reports whether equal weights agree with the scores: none above the weight, and most rows at
// full marks or at the weight times their completion.
func fitsEqual(rows []form.Indicator, equal *big.Rat) bool {
	fit := 0
	for i := range rows {
		row := &rows[i]
		score := row.Score.Rat()
		switch {
		case quantity.Compare(score, equal) > 0:
			return false
		case quantity.Compare(score, equal) == 0 || meets(row.Score, quantity.Times(equal, completion(row))):
			fit++
		}
	}
	return fit*2 >= len(rows)
}

// completion is how far a row fell short of its target: actual ÷ target, or target ÷ actual where less is
// better; 1 for rows that met it or hold no figures.
func completion(row *form.Indicator) *big.Rat {
	t, a := row.Target.Rat(), row.Actual.Rat()
	if row.Target.Kind != quantity.Number || t == nil || a == nil || t.Sign() <= 0 || a.Sign() <= 0 {
		return big.NewRat(1, 1)
	}
	if row.Target.Bound == quantity.AtMost || row.Target.Bound == quantity.Below {
		t, a = a, t
	}
	if quantity.Compare(a, t) >= 0 {
		return big.NewRat(1, 1)
	}
	return quantity.Per(a, t)
}

// meets reports whether a printed score is the value, rounded to its digits.
func meets(printed form.Entry, value *big.Rat) bool {
	i, ok := quantity.Printed(printed.Value)
	return ok && i.Holds(value)
}

// fromScores takes each row's score over its completion as its weight, if these sum to the block's.
func fromScores(rows []form.Indicator, block *big.Rat) []*big.Rat {
	sum, weights := new(big.Rat), make([]*big.Rat, len(rows))
	for i := range rows {
		row := &rows[i]
		weights[i] = quantity.Per(row.Score.Rat(), completion(row))
		sum.Add(sum, weights[i])
	}
	if quantity.Compare(sum, block) != 0 {
		return nil
	}
	return weights
}

// setWeight writes an inferred weight; one that no short decimal holds is left out.
func setWeight(row *form.Indicator, w *big.Rat, why string) {
	text := quantity.FormatShort(w, 4)
	if exact, ok := new(big.Rat).SetString(text); !ok || quantity.Compare(exact, w) != 0 {
		return
	}
	row.Weight = form.Entry{Text: text, Quantity: quantity.Parse(text), Doubt: why}
	row.WeightFrom = form.FromInferred
}
