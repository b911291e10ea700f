package layout

import (
	"math/big"
	"slices"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// cell is the entry of the column with the role, by the division at hand.
func (s *gluedSearch) cell(role lexicon.Role) form.Entry {
	for c, r := range s.roles {
		if r == role && s.cells[c].from < s.cells[c].to {
			return s.entry(s.cells[c])
		}
	}
	return form.Entry{}
}

// entry reads a cell; most are read on many paths.
func (s *gluedSearch) entry(at span) form.Entry {
	if e, ok := s.entries[at]; ok {
		return e
	}
	text := s.text[at.from:at.to]
	e := form.Entry{Text: text, Quantity: quantity.Parse(text)}
	if s.entries == nil {
		s.entries = map[span]form.Entry{}
	}
	s.entries[at] = e
	return e
}

// arithmetic weighs what the figures say to one another.
func (s *gluedSearch) arithmetic() int {
	weight, score := s.cell(lexicon.Weight), s.cell(lexicon.Score)
	if s.money {
		return s.moneySums(weight, score)
	}
	if s.summary {
		return s.summarySums(weight, score)
	}
	row := form.Indicator{Target: s.cell(lexicon.Target), Actual: s.cell(lexicon.Actual)}
	if b := boundOf(s.cell(lexicon.Direction).Text, s.cell(lexicon.Nature).Text); b != quantity.None {
		row.Target.Bound = b
	}
	sum := valuesAgree(row.Target, row.Actual)
	if earlier := s.cell(earlierTarget); earlier.Text != "" && earlier.Text == row.Target.Text {
		sum += 3
	} else if far(row.Target, earlier) {
		sum -= 5
	}
	if s.cell(lexicon.Unit).Text == "%" || row.Target.Unit == "%" {
		sum -= overFull(row.Target) + overFull(row.Actual)
	}
	done := completion(row)
	if rate := s.cell(lexicon.Completion); rate.Numeric() && meets(rate, inPercent(done)) {
		sum += 5
	}
	return sum + pointsAgree(weight, score, done)
}

// overFull is what it costs that a percentage is far over 100.
func overFull(e form.Entry) int {
	if value := e.Rat(); value != nil && value.Cmp(big.NewRat(200, 1)) > 0 {
		return 5
	}
	return 0
}

func inPercent(share *big.Rat) *big.Rat { return new(big.Rat).Mul(share, big.NewRat(100, 1)) }

// summarySums weighs whether the rate of a block is that of its points.
func (s *gluedSearch) summarySums(weight, score form.Entry) int {
	w, p := weight.Rat(), score.Rat()
	if w == nil || p == nil || w.Sign() <= 0 {
		return 0
	}
	share := new(big.Rat).Quo(p, w)
	sum := rateAgrees(s.cell(lexicon.ScoreRate), inPercent(share))
	if share.Cmp(big.NewRat(1, 1)) > 0 {
		sum -= 8
	}
	return sum
}

// valuesAgree weighs a target and a result that look alike.
func valuesAgree(target, actual form.Entry) (sum int) {
	switch {
	case target.Text == "" || actual.Text == "":
	case target.Text == actual.Text:
		sum += 3
	case target.Kind != actual.Kind:
		sum -= 2
	case target.Unit == actual.Unit && target.Unit != "":
		sum += 3
	}
	if far(target, actual) {
		sum -= 5
	}
	if target.Numeric() && actual.Numeric() && actual.Rat().Sign() == 0 && target.Rat().Sign() > 0 && (target.Bound == quantity.AtLeast || target.Bound == quantity.None) {
		sum -= 4 // nothing reached: mostly the last digit of another figure
	}
	if target.Numeric() && actual.Numeric() && quantity.Decimals(target.Value) == quantity.Decimals(actual.Value) {
		sum++
	}
	return sum
}

// pointsAgree weighs a score that is its weight, or the share of it that was reached.
func pointsAgree(weight, score form.Entry, done *big.Rat) int {
	w, p := weight.Rat(), score.Rat()
	switch {
	case w == nil || p == nil:
	case p.Cmp(w) > 0, w.Sign() <= 0, w.Cmp(big.NewRat(100, 1)) > 0:
		return -8
	case p.Cmp(w) == 0 && done.Cmp(big.NewRat(1, 1)) < 0:
		return 2 // all points for a result that falls short
	case p.Cmp(w) == 0, meets(score, new(big.Rat).Mul(w, done)):
		return 5
	}
	return 0
}

// far reports whether a result is many times its target, or a small part of it: mostly a wrong cut.
func far(target, actual form.Entry) bool {
	t, a := target.Rat(), actual.Rat()
	if t == nil || a == nil || t.Sign() <= 0 || a.Sign() <= 0 || target.Unit != actual.Unit && target.Unit != "" && actual.Unit != "" {
		return false
	}
	ratio := new(big.Rat).Quo(a, t)
	return ratio.Cmp(big.NewRat(5, 1)) > 0 || ratio.Cmp(big.NewRat(1, 5)) < 0
}

// sameDecimals reports whether all amounts that are there show as many digits behind the point.
func sameDecimals(amounts ...form.Entry) bool {
	decimals := -1
	for _, e := range amounts {
		switch d := quantity.Decimals(e.Value); {
		case !e.Numeric():
		case decimals >= 0 && d != decimals:
			return false
		default:
			decimals = d
		}
	}
	return true
}

// mostFundsWeight is the most points that any form gives for the execution of the budget.
const mostFundsWeight = 40

// moneySums weighs whether the rate is that of the amounts, and the points those of the rate.
func (s *gluedSearch) moneySums(weight, score form.Entry) int {
	if w := weight.Rat(); w != nil && (w.Sign() <= 0 || w.Cmp(big.NewRat(mostFundsWeight, 1)) > 0) {
		return -12
	}
	base, spent := s.cell(lexicon.Budget), s.cell(lexicon.Spent)
	if !base.Numeric() {
		base = s.cell(lexicon.Initial)
	}
	if !base.Numeric() || !spent.Numeric() || base.Rat().Sign() == 0 {
		return 0
	}
	sum, exact := 0, new(big.Rat).Quo(spent.Rat(), base.Rat())
	if sameDecimals(spent, s.cell(lexicon.Budget), s.cell(lexicon.Initial)) {
		sum += 2
	} else {
		sum -= 10
	}
	if initial := s.cell(lexicon.Initial); base.Text == initial.Text {
		sum++
	} else if far(base, initial) {
		sum -= 6
	}
	if far(base, spent) {
		sum -= 6
	}
	lone := slices.Contains(s.roles, lexicon.Weight) && weight.Numeric() != score.Numeric()
	if lone || score.Numeric() && !s.cell(lexicon.Rate).Numeric() {
		sum -= 6 // points without the rate and the weight that they come from
	}
	switch exact.Cmp(big.NewRat(1, 1)) {
	case 0:
		sum += 3
	case 1:
		sum -= 4
	}
	return sum + rateAgrees(s.cell(lexicon.Rate), inPercent(exact)) + pointsAgree(weight, score, exact)
}

// rateAgrees weighs a rate against that of the amounts; a wrong one is believed if it has its sign and is
// not far off.
func rateAgrees(rate form.Entry, percent *big.Rat) int {
	switch {
	case !rate.Numeric():
		return 0
	case meets(rate, percent):
		return 6
	case rate.Unit == "", new(big.Rat).Abs(new(big.Rat).Sub(percent, rate.Rat())).Cmp(big.NewRat(10, 1)) > 0:
		return -6
	}
	return 0
}
