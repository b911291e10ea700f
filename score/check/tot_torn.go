package check

import (
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/recompute"
)

// tornRows reports whether scores that fall short of the total may do so because a text without a grid lost a row: none
// was read at all, the blocks were not, or a block with room for what is missing has rows for which no weight could be
// inferred.
func tornRows(f *form.Form, sum recompute.Sum, total form.Entry) bool {
	gap := quantity.Minus(total.Rat(), sum.Value)
	if gap.Sign() <= 0 || !gridless(total.Place) {
		return false
	}
	for from := 0; from < len(f.Indicators); {
		to := blockEnd(f, from)
		if room := roomLeft(f, f.Indicators[from:to]); room != nil && quantity.Compare(room, gap) >= 0 {
			return true
		}
		from = to
	}
	return len(f.Indicators) == 0 || lostBlocks(f)
}

// lostBlocks reports rows with a second level and no weight, none of them under a first level: the blocks and what they
// weigh were not read, and so cannot vouch for the rows.
func lostBlocks(f *form.Form) bool {
	second := false
	for i := range f.Indicators {
		in := &f.Indicators[i]
		if in.Level1 != "" || in.WeightFrom != form.FromNone {
			return false
		}
		second = second || in.Level2 != ""
	}
	return second
}

// blockEnd is the row behind those that stand together under the first-level name of the row.
func blockEnd(f *form.Form, from int) int {
	to := from + 1
	for to < len(f.Indicators) && f.Indicators[to].Goal == f.Indicators[from].Goal && f.Indicators[to].Level1 == f.Indicators[from].Level1 {
		to++
	}
	return to
}

// roomLeft is by how much the scores of a block's rows fall short of its weight; nil where the weight is not printed or
// a row has one of its own, printed or inferred.
func roomLeft(f *form.Form, rows []form.Indicator) *big.Rat {
	block := blockWeight(f, rows[0].Level1)
	if block == nil {
		return nil
	}
	room := new(big.Rat).Set(block)
	for i := range rows {
		if rows[i].WeightFrom != form.FromNone || !rows[i].Score.Numeric() {
			return nil
		}
		room.Sub(room, rows[i].Score.Rat())
	}
	return room
}

// blockWeight is the weight printed for a first-level block, or nil.
func blockWeight(f *form.Form, name string) *big.Rat {
	for i := range f.Sections {
		if s := &f.Sections[i]; !s.Summary && s.Level == 1 && s.Weight.Numeric() && lexicon.Key(s.Name) == lexicon.Key(name) {
			return s.Weight.Rat()
		}
	}
	return nil
}
