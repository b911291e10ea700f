package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// span is one cell of a glued row, as bytes of its text.
type span struct{ from, to int }

// division is one way to divide the beginning of a text into the cells of a row.
type division struct {
	to     int // where the row ends
	weight int
	cells  []span
}

// gluedSearch looks for the divisions of one row of glued text into cells that suit the columns best.
type gluedSearch struct {
	walk   *walker
	text   string
	roles  []lexicon.Role
	money  bool
	open   bool           // the row may end before the text does: the next one follows
	common map[string]int // how often the table has a text, as far as it was asked for
	table  string

	loose    bool         // amounts may show different digits behind the point
	summary  bool         // the rows are blocks
	base     int          // where the text begins in the table
	levelsAt map[int]bool // where in the table a level's word stands, as far as it was asked for

	cells   []span
	offers  []map[int][]offer  // by column and byte
	found   map[int][]division // by where the row ends, the best first
	best    int                // weight of the best division
	entries map[span]reading
	weighed map[[len(valueRoles)]span]valueSum
	bounds  map[[2]span]quantity.Bound // by direction and nature
	steps   int
	most    []int        // the most that the cells from a column on are worth
	starts  map[int]bool // whether a row may start at a byte; see mayStart
}

const (
	gluedSteps  = 30000   // bounds the search for one row
	gluedTotal  = 1 << 21 // and for all rows of a document
	gluedRunes  = 240     // longer rows are none
	sureBy      = 3       // the lead over every other division that makes one sure
	gluedLowest = -1 << 20
	gluedWorse  = 12 // divisions that are worse than the best by more are of no use
	gluedKept   = 12 // the most divisions kept for one end

	mostArithmetic = 20 // the most that figures say to one another
)

// divisions lists the divisions of the row that the text begins with, by where the row ends.
func (s *gluedSearch) divisions() map[int][]division {
	if s.walk.gluedDone > gluedTotal {
		return nil
	}
	s.cells, s.found, s.best = make([]span, len(s.roles)), map[int][]division{}, gluedLowest
	s.most = make([]int, len(s.roles)+1)
	for c := len(s.roles) - 1; c >= 0; c-- {
		s.most[c] = s.most[c+1] + mostOf(s.roles[c])
	}
	s.offers = make([]map[int][]offer, len(s.roles))
	s.divide(0, 0, 0)
	s.walk.gluedDone += s.steps
	for to, list := range s.found {
		list = slices.DeleteFunc(list, func(d division) bool { return d.weight < s.best-gluedWorse })
		if s.found[to] = list; len(list) == 0 {
			delete(s.found, to)
		}
	}
	return s.found
}

// exhausted reports whether the search was given up before all divisions were tried.
func (s *gluedSearch) exhausted() bool { return s.steps > gluedSteps }

// divide tries every cell of column c from byte at on.
func (s *gluedSearch) divide(at, c, weight int) {
	if s.steps++; s.steps > gluedSteps || weight+s.most[c]+mostArithmetic < s.best-gluedWorse {
		return
	}
	if c == len(s.roles) {
		if at > 0 && at == len(s.text) || at > 0 && s.open && s.mayStart(at) {
			s.settle(at, weight)
		}
		return
	}
	offers, dashed := s.cellsAt(c, at)
	for _, o := range offers {
		to, gain := o.to, o.gain
		if digit(rune(s.text[to-1])) && to < len(s.text) && digit(rune(s.text[to])) {
			if c+1 == len(s.roles) || s.roles[c] == lexicon.Level1Weight || s.roles[c] == lexicon.Level2Weight {
				continue
			}
			gain -= 3 // a cut between digits wants a reason
		}
		s.cells[c] = span{at, to}
		if dashed && s.otherDash(c, s.text[at:to]) || !dashed && s.money && s.otherDecimals(c) {
			continue
		}
		s.divide(to, c+1, weight+gain)
	}
	if blank, ok := s.blank(s.roles[c]); ok {
		if s.roles[c] == lexicon.Actual && s.emptyBefore(c, lexicon.Target) {
			blank = 0 // scored by what was done, not by a target
		}
		s.cells[c] = span{at, at}
		s.divide(at, c+1, weight+blank)
	}
}

// emptyBefore reports whether the row's column with the role stands before column c and is empty.
func (s *gluedSearch) emptyBefore(c int, role lexicon.Role) bool {
	i := slices.Index(s.roles[:c], role)
	return i >= 0 && s.cells[i].from == s.cells[i].to
}

// otherDecimals reports whether the amount in column c shows other digits behind the point than one before it. Forms
// print all their amounts alike; to try others as well would be no end.
func (s *gluedSearch) otherDecimals(c int) bool {
	if s.loose || !amountRole(s.roles[c]) {
		return false
	}
	for b, role := range s.roles[:c] {
		if amountRole(role) && s.cells[b].from < s.cells[b].to {
			before, e := s.entry(s.cells[b]), s.entry(s.cells[c])
			if before.Numeric() && (quantity.Decimals(before.Value) != quantity.Decimals(e.Value) || otherSize(before, e)) {
				return true
			}
		}
	}
	return false
}

// otherSize reports whether one amount has two digits more before the point than the other, and neither is nothing.
func otherSize(a, b form.Entry) bool {
	if x, y := a.Rat(), b.Rat(); x == nil || y == nil || x.Sign() == 0 || y.Sign() == 0 {
		return false
	}
	d := len(wholePart(a.Value)) - len(wholePart(b.Value))
	return d < -1 || d > 1
}

func amountRole(role lexicon.Role) bool {
	return role == lexicon.Initial || role == lexicon.Budget || role == lexicon.Spent
}

// offer is an end that a cell may have, with what it is worth.
type offer struct{ to, gain int }

// cellsAt lists the ends that a cell of column c may have that begins at a byte; it is asked for on many paths. Dashed
// cells stand for nothing.
func (s *gluedSearch) cellsAt(c, at int) (ends []offer, dashed bool) {
	dashed = at < len(s.text) && strings.ContainsRune(dashRunes, firstRune(s.text[at:]))
	if known, ok := s.offers[c][at]; ok {
		return known, dashed
	}
	s.eachCell(s.roles[c], at, func(to, gain int) { ends = append(ends, offer{to, gain}) })
	if s.offers[c] == nil {
		s.offers[c] = map[int][]offer{}
	}
	s.offers[c][at] = ends
	return ends, dashed
}

// mostOf is the most that one cell of the role is worth.
func mostOf(role lexicon.Role) int {
	switch role {
	case lexicon.Level1, lexicon.Level2, lexicon.Target, lexicon.Actual, lexicon.LastYear, earlierTarget:
		return 6
	case lexicon.Name, lexicon.FundName, lexicon.Nature, lexicon.Direction, lexicon.Rate, lexicon.ScoreRate, lexicon.Completion:
		return 5
	case lexicon.Reason, lexicon.Rule, lexicon.Meaning, lexicon.Method:
		return 2
	}
	return 3
}

// settle keeps the division if it is among the best that end where it does.
func (s *gluedSearch) settle(at, weight int) {
	weight += s.arithmetic()
	s.best = max(s.best, weight)
	list := s.found[at]
	i, _ := slices.BinarySearchFunc(list, weight, func(d division, w int) int { return w - d.weight })
	if i >= gluedKept {
		return
	}
	if len(list) == gluedKept {
		list = list[:gluedKept-1]
	}
	s.found[at] = slices.Insert(list, i, division{to: at, weight: weight, cells: slices.Clone(s.cells)})
}

// blank is what it costs that a cell is empty.
func (s *gluedSearch) blank(role lexicon.Role) (int, bool) {
	switch role {
	case lexicon.Name, lexicon.FundName, lexicon.ProjectName:
		return 0, false
	case lexicon.Target, lexicon.Actual, lexicon.Budget, lexicon.Spent:
		return -6, true
	case earlierTarget, lexicon.Completion, lexicon.LastYear:
		return -2, true
	case lexicon.Weight, lexicon.Score, lexicon.Review:
		if s.money {
			return -2, true
		}
		return -6, true
	case lexicon.Rate, lexicon.Initial, lexicon.Unit, lexicon.Nature, lexicon.Direction, lexicon.ScoreRate:
		return -2, true
	case lexicon.Level1Weight, lexicon.Level2Weight, lexicon.Sequence:
		return -2, true
	}
	return 0, true
}

// mayStart is rowMayStart, remembered: many divisions end at the same byte.
func (s *gluedSearch) mayStart(at int) bool {
	may, known := s.starts[at]
	if !known {
		if s.starts == nil {
			s.starts = map[int]bool{}
		}
		may = s.rowMayStart(at)
		s.starts[at] = may
	}
	return may
}

// rowMayStart reports whether a row, or what stands behind a table, may begin at a byte of the text: no figure, and no
// unit of the figure before it.
func (s *gluedSearch) rowMayStart(at int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	if digit(r) || r == '.' || r == '%' || strings.ContainsRune(dashRunes, r) || comparator(string(r)) {
		return false
	}
	unit := false
	if digit(rune(s.text[at-1])) {
		from := at + len(s.text[at:]) - len(strings.TrimLeft(s.text[at:], "余多"))
		s.units(from, s.text, func(end int) { unit = unit || figure(s.text[end:]) && end < len(s.text) })
	}
	return !unit
}
