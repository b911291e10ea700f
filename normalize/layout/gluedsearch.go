package layout

import (
	"unicode/utf8"

	"fuhe/normalize/lexicon"
)

// span is one cell of a glued line, as bytes of its text.
type span struct{ from, to int }

// gluedSearch looks for the division of one glued line into cells that suits the columns best.
type gluedSearch struct {
	walk  *walker
	text  string
	roles []lexicon.Role
	money bool

	cells  []span
	chosen []span
	weight int
	second int // weight of the best division that reads some figure otherwise
	steps  int
	most   []int // the most that the cells from a column on are worth
}

const (
	gluedSteps  = 30000   // bounds the search for one line
	gluedTotal  = 1 << 20 // and for all lines of a document
	gluedRunes  = 200     // longer lines are no rows
	sureBy      = 3       // the lead over every other division that makes one sure
	gluedLowest = -1 << 20

	mostArithmetic = 20 // the most that figures say to one another
)

// best is the division of the greatest weight; sure tells that no other comes near it. Nil if there is
// none.
func (s *gluedSearch) best() (cells []span, sure bool) {
	if utf8.RuneCountInString(s.text) > gluedRunes || s.walk.gluedDone > gluedTotal {
		return nil, false
	}
	s.cells = make([]span, len(s.roles))
	s.weight, s.second = gluedLowest, gluedLowest
	s.most = make([]int, len(s.roles)+1)
	for c := len(s.roles) - 1; c >= 0; c-- {
		s.most[c] = s.most[c+1] + mostOf(s.roles[c])
	}
	s.divide(0, 0, 0)
	s.walk.gluedDone += s.steps
	return s.chosen, s.chosen != nil && s.steps < gluedSteps && s.weight-s.second >= sureBy
}

// divide tries every cell of column c from byte at on.
func (s *gluedSearch) divide(at, c, weight int) {
	if s.steps++; s.steps > gluedSteps || weight+s.most[c]+mostArithmetic < s.weight-sureBy {
		return
	}
	if c == len(s.roles) {
		if at == len(s.text) {
			s.settle(weight)
		}
		return
	}
	s.eachCell(s.roles[c], at, func(to, gain int) {
		if digit(rune(s.text[to-1])) && to < len(s.text) && digit(rune(s.text[to])) {
			gain -= 3 // a cut between digits wants a reason
		}
		s.cells[c] = span{at, to}
		s.divide(to, c+1, weight+gain)
	})
	if blank, ok := s.blank(s.roles[c]); ok {
		s.cells[c] = span{at, at}
		s.divide(at, c+1, weight+blank)
	}
}

// mostOf is the most that one cell of the role is worth.
func mostOf(role lexicon.Role) int {
	switch role {
	case lexicon.Level1, lexicon.Level2, lexicon.Target, lexicon.Actual, lexicon.LastYear, earlierTarget:
		return 6
	case lexicon.Name, lexicon.FundName, lexicon.Nature, lexicon.Direction, lexicon.Rate, lexicon.ScoreRate, lexicon.Completion:
		return 5
	case lexicon.Reason, lexicon.Rule, lexicon.Meaning, lexicon.Method:
		return 0
	}
	return 3
}

// settle keeps the division if it is the best so far.
func (s *gluedSearch) settle(weight int) {
	weight += s.arithmetic()
	switch {
	case weight > s.weight:
		if s.chosen != nil {
			s.second = s.weight
		}
		s.weight, s.chosen = weight, append([]span(nil), s.cells...)
	case weight > s.second:
		s.second = weight
	}
}

// blank is what it costs that a cell is empty.
func (s *gluedSearch) blank(role lexicon.Role) (int, bool) {
	switch role {
	case lexicon.Name, lexicon.FundName:
		return 0, false
	case lexicon.Target, lexicon.Actual, lexicon.Budget, lexicon.Spent:
		return -6, true
	case earlierTarget, lexicon.Completion:
		return -2, true
	case lexicon.Weight, lexicon.Score:
		if s.money {
			return -2, true
		}
		return -6, true
	case lexicon.Rate, lexicon.Initial, lexicon.Unit, lexicon.Nature, lexicon.Direction:
		return -2, true
	}
	return 0, true
}
