package layout

import (
	"math/big"
	"slices"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// reading is a cell of the row that was read: most are read on many paths.
type reading struct {
	form.Entry
	value *big.Rat
}

// spanOf is where the cell of the role stands, by the division at hand.
func (s *gluedSearch) spanOf(role lexicon.Role) span {
	for c, r := range s.roles {
		if r == role && s.cells[c].from < s.cells[c].to {
			return s.cells[c]
		}
	}
	return span{}
}

// cell is the entry of the column with the role.
func (s *gluedSearch) cell(role lexicon.Role) form.Entry { return s.read(role).Entry }

func (s *gluedSearch) read(role lexicon.Role) reading {
	if at := s.spanOf(role); at != (span{}) {
		return s.reading(at)
	}
	return reading{}
}

func (s *gluedSearch) entry(at span) form.Entry { return s.reading(at).Entry }

func (s *gluedSearch) reading(at span) reading {
	if known, ok := s.entries[at]; ok {
		return known
	}
	text := s.text[at.from:at.to]
	e := reading{Entry: form.Entry{Text: text, Quantity: quantity.Parse(text)}}
	e.value = e.Rat()
	if s.entries == nil {
		s.entries = map[span]reading{}
	}
	s.entries[at] = e
	return e
}

// arithmetic weighs what the figures say to one another.
func (s *gluedSearch) arithmetic() int {
	weight, score := s.read(lexicon.Weight), s.read(lexicon.Score)
	if s.money {
		return s.moneySums(weight, score)
	}
	if s.summary {
		return s.summarySums(weight, score)
	}
	values := s.valueSum()
	return values.weight + pointsAgree(weight, score, values.done)
}

// valueRoles are the columns that tell how far a row was reached.
var valueRoles = [...]lexicon.Role{lexicon.Target, lexicon.Actual, earlierTarget, lexicon.Direction, lexicon.Nature, lexicon.Unit, lexicon.Completion}

// valueSum is what the values of a row are worth together, and the share that was reached by them.
type valueSum struct {
	weight int
	done   *big.Rat
}

// valueSum is weighValues, remembered: many divisions differ in other cells.
func (s *gluedSearch) valueSum() valueSum {
	var cells [len(valueRoles)]span
	for i, role := range valueRoles {
		cells[i] = s.spanOf(role)
	}
	known, ok := s.weighed[cells]
	if !ok {
		known = s.weighValues()
		if s.weighed == nil {
			s.weighed = map[[len(valueRoles)]span]valueSum{}
		}
		s.weighed[cells] = known
	}
	return known
}

// bound is what the cells for the direction and the nature of a row say of its target.
func (s *gluedSearch) bound() quantity.Bound {
	cells := [2]span{s.spanOf(lexicon.Direction), s.spanOf(lexicon.Nature)}
	known, ok := s.bounds[cells]
	if !ok {
		known = boundOf(s.cell(lexicon.Direction).Text, s.cell(lexicon.Nature).Text)
		if s.bounds == nil {
			s.bounds = map[[2]span]quantity.Bound{}
		}
		s.bounds[cells] = known
	}
	return known
}

func (s *gluedSearch) weighValues() valueSum {
	row := form.Indicator{Target: s.cell(lexicon.Target), Actual: s.cell(lexicon.Actual)}
	if b := s.bound(); b != quantity.None {
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
	done := completion(&row)
	if rate := s.cell(lexicon.Completion); rate.Numeric() && meets(rate, inPercent(done)) {
		sum += 5
	}
	return valueSum{sum, done}
}

// overFull is what it costs that a percentage is far over 100.
func overFull(e form.Entry) int {
	if value := e.Rat(); value != nil && quantity.Compare(value, quantity.Whole(200)) > 0 {
		return 5
	}
	return 0
}

func inPercent(share *big.Rat) *big.Rat { return quantity.Times(share, quantity.Whole(100)) }

// summarySums weighs whether the rate of a block is that of its points.
func (s *gluedSearch) summarySums(weight, score reading) int {
	w, p := weight.value, score.value
	if w == nil || p == nil || w.Sign() <= 0 {
		return 0
	}
	share := quantity.Per(p, w)
	sum := rateAgrees(s.cell(lexicon.ScoreRate), inPercent(share))
	if quantity.Compare(share, quantity.Whole(1)) > 0 {
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
func pointsAgree(weight, score reading, done *big.Rat) int {
	w, p := weight.value, score.value
	switch {
	case w == nil || p == nil:
	case quantity.Compare(p, w) > 0, w.Sign() <= 0, quantity.Compare(w, quantity.Whole(100)) > 0:
		return -8
	case quantity.Compare(p, w) == 0 && quantity.Compare(done, quantity.Whole(1)) < 0:
		return 2 // all points for a result that falls short
	case quantity.Compare(p, w) == 0, meets(score.Entry, quantity.Times(w, done)):
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
	const many = 5
	most := new(big.Rat).SetInt64(many)
	return quantity.Compare(a, most.Mul(most, t)) > 0 || quantity.Compare(t, most.Mul(most.SetInt64(many), a)) > 0
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
func (s *gluedSearch) moneySums(weight, score reading) int {
	if w := weight.value; w != nil && (w.Sign() <= 0 || quantity.Compare(w, quantity.Whole(mostFundsWeight)) > 0) {
		return -12
	}
	base, spent := s.cell(lexicon.Budget), s.cell(lexicon.Spent)
	if !base.Numeric() {
		base = s.cell(lexicon.Initial)
	}
	if !base.Numeric() || !spent.Numeric() || base.Rat().Sign() == 0 {
		return 0
	}
	sum, exact := 0, quantity.Per(spent.Rat(), base.Rat())
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
	switch quantity.Compare(exact, quantity.Whole(1)) {
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
	case rate.Unit == "", quantity.Compare(new(big.Rat).Abs(quantity.Minus(percent, rate.Rat())), quantity.Whole(10)) > 0:
		return -6
	}
	return 0
}
