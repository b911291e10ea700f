package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// cell is a run of tokens joined to what would be one cell, with what was worked out of it: it is weighed for
// several columns, and in each reading.
type cell struct {
	text   string
	amount *quantity.Quantity
	label  *levelLabel
	lists  *wordLists
	name   *int // what it is worth as a name
}

// levelLabel is a text that label took apart.
type levelLabel struct{ name, points string }

// wordLists tells which closed lists hold a text.
type wordLists struct {
	level1, level2, total bool
	closes                bool // a word of totals, perhaps behind leaders: ……总分
}

// any reports whether one of them does: the text is a cell of its own.
func (w wordLists) any() bool { return w.level1 || w.level2 || w.total }

// level reports whether the list, one of the two of levels, does.
func (w wordLists) level(list lexicon.List) bool {
	if list == lexicon.Level1Words {
		return w.level1
	}
	return w.level2
}

// piece joins tokens to one cell.
func (l *lattice) piece(role lexicon.Role, from, to int) piece {
	if from == to {
		return piece{place: l.placeNear(from)}
	}
	l.measure(role, from, to)
	p := piece{text: l.join(from, to), place: l.tokens[from].place}
	p.place = p.place.Quoting(p.text)
	if role == lexicon.Name && l.uncertain(from, to) {
		p.doubt = form.InferredCut
	}
	return p
}

func (l *lattice) placeNear(i int) document.Place {
	if len(l.tokens) == 0 {
		return document.Place{}
	}
	return l.tokens[max(0, i-1)].place
}

// uncertain reports whether nothing but the guess of the cut tells where a name ends: words follow that
// are neither an amount nor a graded word, and the report does not name the indicator elsewhere.
func (l *lattice) uncertain(from, to int) bool {
	return to < len(l.tokens) && l.tokens[to].shape == textShape && !l.walk.text.phrases().knows(l.join(from, to))
}

// join puts tokens together without the breaks of the layout.
func (l *lattice) join(from, to int) string { return l.cell(from, to).text }

// amount is the joined tokens read as a quantity.
func (l *lattice) amount(from, to int) quantity.Quantity {
	c := l.cell(from, to)
	if c.amount == nil {
		q := quantity.Parse(c.text)
		c.amount = &q
	}
	return *c.amount
}

// label is the joined tokens taken apart as a level with its weight.
func (l *lattice) label(from, to int) (name, points string) {
	c := l.cell(from, to)
	if c.label == nil {
		name, points := label(c.text)
		c.label = &levelLabel{name, points}
	}
	return c.label.name, c.label.points
}

// lists tells which closed lists hold the joined tokens.
func (l *lattice) lists(from, to int) wordLists {
	c := l.cell(from, to)
	if c.lists == nil {
		in := l.walk.lex.Lists(c.text)
		c.lists = &wordLists{in&lexicon.Level1Words != 0, in&lexicon.Level2Words != 0, in&lexicon.TotalWords != 0, l.walk.totalWord(c.text)}
	}
	return *c.lists
}

func (l *lattice) cell(from, to int) *cell {
	for len(l.cells[from]) <= to-from {
		l.cells[from] = append(l.cells[from], nil)
	}
	known := &l.cells[from][to-from]
	if *known == nil {
		*known = &cell{text: l.written(from, to)}
	}
	return *known
}

func (l *lattice) written(from, to int) string {
	if to == from+1 {
		return l.tokens[from].text
	}
	var b strings.Builder
	for _, t := range l.tokens[from:to] {
		b.WriteString(t.text)
	}
	return b.String()
}

// longestRun is the most tokens that any cell may be broken into.
const longestRun = 40

// longest is how many tokens one cell of the role may be broken into.
func (l *lattice) longest(role lexicon.Role) int {
	switch role {
	case lexicon.Level1:
		return 10 // a character a line, with the weight in its bracket
	case lexicon.Name, lexicon.FundName, lexicon.ProjectName, lexicon.Level2, lexicon.Target, lexicon.Actual:
		return 8
	case lexicon.Reason, lexicon.Rule, lexicon.Meaning, lexicon.Method:
		return longestRun
	}
	return 2
}

func runes(s string) int { return utf8.RuneCountInString(s) }
