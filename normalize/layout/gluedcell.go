package layout

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
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
}

const (
	gluedSteps  = 30000   // bounds the search for one line
	gluedTotal  = 1 << 20 // and for all lines of a document
	gluedRunes  = 200     // longer lines are no rows
	sureBy      = 3       // the lead over every other division that makes one sure
	gluedLowest = -1 << 20
)

// best is the division of the greatest weight; sure tells that no other comes near it. Nil if there is
// none.
func (s *gluedSearch) best() (cells []span, sure bool) {
	if utf8.RuneCountInString(s.text) > gluedRunes || s.walk.gluedDone > gluedTotal {
		return nil, false
	}
	s.cells = make([]span, len(s.roles))
	s.weight, s.second = gluedLowest, gluedLowest
	s.divide(0, 0, 0)
	s.walk.gluedDone += s.steps
	return s.chosen, s.chosen != nil && s.steps < gluedSteps && s.weight-s.second >= sureBy
}

// divide tries every cell of column c from byte at on.
func (s *gluedSearch) divide(at, c, weight int) {
	if s.steps++; s.steps > gluedSteps {
		return
	}
	if c == len(s.roles) {
		if at == len(s.text) {
			s.settle(weight)
		}
		return
	}
	s.cells[c] = span{at, at}
	if blank, ok := s.blank(s.roles[c]); ok {
		s.divide(at, c+1, weight+blank)
	}
	s.eachCell(s.roles[c], at, func(to, gain int) {
		s.cells[c] = span{at, to}
		s.divide(to, c+1, weight+gain)
	})
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

// eachCell offers every end that a cell of the role may have, with what it is worth.
func (s *gluedSearch) eachCell(role lexicon.Role, at int, offer func(to, gain int)) {
	switch role {
	case lexicon.Level1:
		s.levels(lexicon.Level1Words, at, offer)
	case lexicon.Level2:
		s.levels(lexicon.Level2Words, at, offer)
	case lexicon.Name, lexicon.FundName:
		s.names(at, offer)
	case lexicon.Target, lexicon.Actual, lexicon.LastYear:
		s.amounts(at, offer)
		s.words(at, offer)
	case lexicon.Weight, lexicon.Score, lexicon.Review:
		s.numbers(at, 3, func(to int) { offer(to, 3) })
	case lexicon.Initial, lexicon.Budget, lexicon.Spent:
		s.numbers(at, 9, func(to int) { offer(to, 3) })
	case lexicon.Rate, lexicon.ScoreRate, lexicon.Completion:
		s.rates(at, offer)
	case lexicon.Reason, lexicon.Rule, lexicon.Meaning:
		if rest := s.text[at:]; utf8.RuneCountInString(rest) >= 2 && !strings.ContainsRune("0123456789.%", rune(rest[0])) {
			offer(len(s.text), 0)
		}
	case lexicon.Unit:
		s.units(at, func(to int) { offer(to, 3) })
	}
}

// levels offers the longest level word at the place, with its weight in brackets.
func (s *gluedSearch) levels(list lexicon.List, at int, offer func(to, gain int)) {
	word := s.walk.lex.LongestIn(list, s.text[at:], func(word, rest string) bool { return strings.HasSuffix(word, "指标") && rest != "" })
	if word == "" {
		return
	}
	to := at + len(word)
	if rest := s.text[to:]; strings.HasPrefix(rest, "（") || strings.HasPrefix(rest, "(") {
		if end := strings.IndexAny(rest, ")）"); end > 0 {
			_, size := utf8.DecodeRuneInString(rest[end:])
			if _, points := label(word + rest[:end+size]); points != "" {
				to += end + size
			}
		}
	}
	offer(to, 6)
}

// names offers every end of a name: best before a figure or a comparator.
func (s *gluedSearch) names(at int, offer func(to, gain int)) {
	runes, digits := 0, 0
	for to := at; to < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		if strings.ContainsRune("。；≥≤≧≦", r) || runes >= 40 {
			return
		}
		if digit(r) {
			digits++
		}
		to += size
		if runes++; runes < 2 || digit(r) {
			continue
		}
		gain := -3 * digits
		if to < len(s.text) && !figure(s.text[to:]) {
			gain -= 3
		}
		if s.walk.words.knows(s.text[at:to]) {
			gain += 5
		}
		offer(to, gain)
	}
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// figure reports whether a text begins with a figure or its comparator.
func figure(text string) bool {
	return strings.ContainsRune("0123456789≥≤≧≦><=＝═﹦", firstRune(text))
}

// numbers offers every number that begins at the place, with so many digits before the point: 10, 101 and
// 1010 of 1010.
func (s *gluedSearch) numbers(at, whole int, offer func(to int)) {
	to := at
	for to < len(s.text) && digit(rune(s.text[to])) && to-at < whole {
		to++
		if s.text[at] == '0' && to-at > 1 {
			return
		}
		if to < len(s.text) && s.text[to] == '.' {
			for end := to + 1; end < len(s.text) && digit(rune(s.text[end])) && end-to <= 6; end++ {
				offer(end + 1)
			}
			return
		}
		offer(to)
	}
}

// amounts offers every amount: a comparator, a number, a unit.
func (s *gluedSearch) amounts(at int, offer func(to, gain int)) {
	start := at
	for start < len(s.text) && strings.ContainsRune("≥≤≧≦><=＝═﹦", firstRune(s.text[start:])) {
		start += len(string(firstRune(s.text[start:])))
	}
	compared := 0
	if start > at {
		compared = 2
	}
	s.numbers(start, 9, func(to int) {
		offer(to, 2+compared)
		s.units(to, func(end int) { offer(end, 4+compared) })
	})
}

// units offers the units that begin at the place.
func (s *gluedSearch) units(at int, offer func(to int)) {
	runes := 0
	for to := at; to < len(s.text) && runes < 6; runes++ {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		if digit(r) {
			return
		}
		to += size
		if quantity.IsUnit(s.text[at:to]) {
			offer(to)
		}
	}
}

// rates offers a rate, which has its sign or is a bare number.
func (s *gluedSearch) rates(at int, offer func(to, gain int)) {
	s.numbers(at, 3, func(to int) {
		if strings.HasPrefix(s.text[to:], "%") {
			offer(to+1, 5)
			return
		}
		offer(to, 1)
	})
}

// words offers a value that is written in words: graded words best; a date counts as one.
func (s *gluedSearch) words(at int, offer func(to, gain int)) {
	runes := 0
	for to := at; to < len(s.text) && runes < 16; runes++ {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		to += size
		text := s.text[at:to]
		if utf8.RuneLen(r) < 2 {
			continue // a word or a date ends in Chinese
		}
		switch {
		case s.walk.lex.Has(lexicon.GradedWords, text):
			offer(to, 4)
		case strings.ContainsAny(text, "0123456789"):
			if quantity.Parse(text).Kind == quantity.Date {
				offer(to, 4)
			}
		case runes >= 1:
			offer(to, 0)
		}
	}
}

// cell is the entry of the column with the role, by the division at hand.
func (s *gluedSearch) cell(role lexicon.Role) form.Entry {
	for c, r := range s.roles {
		if r == role && s.cells[c].from < s.cells[c].to {
			text := s.text[s.cells[c].from:s.cells[c].to]
			return form.Entry{Text: text, Quantity: quantity.Parse(text)}
		}
	}
	return form.Entry{}
}

// arithmetic weighs what the figures say to one another.
func (s *gluedSearch) arithmetic() int {
	weight, score := s.cell(lexicon.Weight), s.cell(lexicon.Score)
	if s.money {
		return s.moneySums(weight, score)
	}
	sum := 0
	target, actual := s.cell(lexicon.Target), s.cell(lexicon.Actual)
	switch {
	case target.Text == "" || actual.Text == "":
	case target.Text == actual.Text:
		sum += 3
	case target.Kind != actual.Kind:
		sum -= 3
	case target.Unit == actual.Unit && target.Unit != "":
		sum += 3
	}
	w, p := weight.Rat(), score.Rat()
	if w == nil || p == nil {
		return sum
	}
	row := form.Indicator{Target: target, Actual: actual}
	switch due := new(big.Rat).Mul(w, completion(row)); {
	case p.Cmp(w) > 0, w.Cmp(big.NewRat(100, 1)) > 0:
		sum -= 8
	case p.Cmp(w) == 0, meets(score, due):
		sum += 5
	}
	return sum
}

// moneySums weighs whether the rate is that of the amounts, and the points those of the rate.
func (s *gluedSearch) moneySums(weight, score form.Entry) int {
	sum := 0
	budget, spent, rate := s.cell(lexicon.Budget).Rat(), s.cell(lexicon.Spent).Rat(), s.cell(lexicon.Rate)
	if budget == nil {
		budget = s.cell(lexicon.Initial).Rat()
	}
	if budget == nil || spent == nil || budget.Sign() == 0 {
		return sum
	}
	exact := new(big.Rat).Quo(spent, budget)
	if spent.Cmp(budget) == 0 {
		sum += 3
	}
	if meets(rate, new(big.Rat).Mul(exact, big.NewRat(100, 1))) {
		sum += 6
	}
	if w, p := weight.Rat(), score.Rat(); w != nil && p != nil {
		if p.Cmp(w) > 0 {
			sum -= 8
		} else if meets(score, new(big.Rat).Mul(w, exact)) {
			sum += 4
		}
	}
	return sum
}
