package layout

import (
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// rowPoints are a weight and a score in hundredths, or the sums of several.
type rowPoints struct {
	weight, score   int
	weighed, scored bool
}

func (p rowPoints) plus(q rowPoints) rowPoints {
	return rowPoints{p.weight + q.weight, p.score + q.score, p.weighed || q.weighed, p.scored || q.scored}
}

func (p rowPoints) less(q rowPoints) bool {
	if p.score != q.score {
		return p.score < q.score
	}
	return p.weight < q.weight
}

// pointsOf reads the weight and the score of a row.
func rowPointsOf(rec *record) (p rowPoints) {
	p.weight, p.weighed = hundredths(rec.at(lexicon.Weight))
	p.score, p.scored = hundredths(rec.at(lexicon.Score))
	return p
}

func hundredths(p piece) (int, bool) {
	if p.text == "" {
		return 0, false
	}
	return inHundredths(p.entry())
}

func inHundredths(e form.Entry) (int, bool) {
	value := e.Rat()
	if value == nil {
		return 0, false
	}
	value = quantity.Times(value, quantity.Whole(100))
	if !value.IsInt() || !value.Num().IsInt64() {
		return 0, false
	}
	return int(value.Num().Int64()), true
}

// pointsOfFunds are the points of the execution of the budget that the form holds so far.
func pointsOfFunds(f *form.Form) (p rowPoints) {
	for i := range f.Funds {
		fund := &f.Funds[i]
		if fund.Part {
			continue
		}
		weight, weighed := inHundredths(fund.Weight)
		score, scored := inHundredths(fund.Score)
		p = p.plus(rowPoints{weight, score, weighed, scored})
	}
	return p
}
