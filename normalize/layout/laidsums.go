package layout

import (
	"math/big"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// rowWeights are the weights of the rows; nil where one prints none.
func (t *laid) rowWeights(lines []laidLine, rows []laidRow) []*big.Rat {
	out := make([]*big.Rat, len(rows))
	c := t.column(lexicon.Weight)
	if c < 0 {
		return out
	}
	for i, r := range rows {
		for _, l := range lines[r.from:r.to] {
			if q := quantity.Parse(l.cells[c]); q.Kind == quantity.Number {
				out[i] = q.Rat()
			}
		}
	}
	return out
}

// rowSums are the sums of the weights of rows that follow one another.
type rowSums struct {
	before  []*big.Rat // of the rows before each row
	missing []int      // how many of these print none
	taken   []rowSum   // those from each row up to each, once asked for
}

// rowSum is the sum of the weights of some rows, nil where one prints none.
type rowSum struct {
	weight *big.Rat
	round  bool // a multiple of five
}

func sumsOf(weights []*big.Rat) *rowSums {
	n := len(weights) + 1
	s := &rowSums{before: make([]*big.Rat, n), missing: make([]int, n), taken: make([]rowSum, n*n)}
	s.before[0] = new(big.Rat)
	for i, w := range weights {
		s.before[i+1], s.missing[i+1] = s.before[i], s.missing[i]+1
		if w != nil {
			s.before[i+1], s.missing[i+1] = quantity.Plus(s.before[i], w), s.missing[i]
		}
	}
	return s
}

// of is the sum of the rows from r up to e.
func (s *rowSums) of(r, e int) rowSum {
	if s.missing[e] > s.missing[r] {
		return rowSum{}
	}
	sum := &s.taken[r*len(s.before)+e]
	if sum.weight == nil {
		sum.weight = quantity.Minus(s.before[e], s.before[r])
		sum.round = quantity.Per(sum.weight, quantity.Whole(5)).IsInt()
	}
	return *sum
}
