package recompute

import (
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// Joint is a group of neighbouring rows whose weight or score stands in one cell for all of them: what
// they earn is earned together, and tells nothing of one of them.
type Joint struct {
	Rows   []int    // indexes into the form's indicators
	Weight *big.Rat // of the rows together, a cell that covers several counted once; nil if none is printed
	Score  *big.Rat
}

// JointRows finds the groups, by the index of each row that belongs to one.
func JointRows(f *form.Form) map[int]Joint {
	joint := map[int]Joint{}
	for first := 0; first < len(f.Indicators); {
		end := first + 1
		for end < len(f.Indicators) && sharesCell(&f.Indicators[end-1], &f.Indicators[end]) {
			end++
		}
		if end == first+1 {
			end = underOneWeight(f, first)
		}
		if end > first+1 {
			j := together(f, first, end)
			for i := first; i < end; i++ {
				joint[i] = j
			}
		}
		first = end
	}
	return joint
}

// sharesCell reports whether two rows have one cell for their scores, or for their weights.
func sharesCell(a, b *form.Indicator) bool {
	if at := cellOf(a.Score.Place); at.known() && a.Score.Numeric() && at == cellOf(b.Score.Place) {
		return true
	}
	at := cellOf(a.Weight.Place)
	return at.known() && a.WeightFrom == form.FromCell && b.WeightFrom == form.FromCell && a.Weight.Numeric() && at == cellOf(b.Weight.Place)
}

// underOneWeight returns the end of the rows that begin with a weighted one and go on with rows whose
// cells for the weight are blank though they are scored: in text a merged cell leaves blanks. The weight
// has to be enough for all of them.
func underOneWeight(f *form.Form, first int) (end int) {
	head := &f.Indicators[first]
	weight := Weight(head.Weight)
	if weight == nil || !plain(head.Score) {
		return first + 1
	}
	var sum quantity.Tally
	sum.Add(head.Score.Rat())
	for end = first + 1; end < len(f.Indicators); end++ {
		x := &f.Indicators[end]
		if !blankCell(x.Weight) || !plain(x.Score) || x.Level1 != head.Level1 {
			break
		}
		sum.Add(x.Score.Rat())
	}
	if quantity.Compare(sum.Rat(), weight) > 0 {
		return first + 1
	}
	return end
}

func together(f *form.Form, first, end int) Joint {
	j := Joint{Weight: new(big.Rat), Score: new(big.Rat)}
	seen := map[cell]bool{}
	for i := first; i < end; i++ {
		x := &f.Indicators[i]
		j.Rows = append(j.Rows, i)
		for _, cell := range []struct {
			e   form.Entry
			sum *big.Rat
		}{{x.Weight, j.Weight}, {x.Score, j.Score}} {
			at := cellOf(cell.e.Place)
			if !plain(cell.e) || at.known() && seen[at] {
				continue
			}
			seen[at] = true
			cell.sum.Add(cell.sum, cell.e.Rat())
		}
	}
	if j.Weight.Sign() <= 0 {
		j.Weight = nil
	}
	return j
}

// Followed returns the rows right below that have a result but neither weight nor score: they may be
// details, or stand with the row under merged cells that text lost.
func Followed(f *form.Form, row int) []*form.Indicator {
	var below []*form.Indicator
	for i := row + 1; i < len(f.Indicators); i++ {
		x := &f.Indicators[i]
		if !Unscored(x) || x.Level1 != f.Indicators[row].Level1 || x.Actual.Text == "" {
			break
		}
		below = append(below, x)
	}
	return below
}
