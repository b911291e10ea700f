package layout

import (
	"strings"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// look is what of a cell's text tells which columns it suits; a row may be held against them in many ways.
type look struct {
	known         bool
	text          string
	level, points bool // it names a level of indicators; it has points in brackets
	amount        quantity.Quantity
}

// looked is the look of a cell, taken when it is first asked for.
func (w *gridWalk) looked(c *cellAt) *look {
	if c.look == nil {
		c.look = new(look)
	}
	if !c.look.known {
		name, points := label(c.text)
		*c.look = look{true, c.text, w.lex.Has(lexicon.Level1Words|lexicon.Level2Words, name), points != "", quantity.Parse(c.text)}
	}
	return c.look
}

// suits tells how well a cell suits a column: 4 for words that only it has, misfit or less for what it cannot have.
func (l *look) suits(role lexicon.Role) int {
	q, number := l.amount, l.amount.Kind == quantity.Number
	plain := number && q.Bound == quantity.None && (q.Unit == "" || q.Unit == "分")
	switch role {
	case lexicon.Level1, lexicon.Level2:
		return l.suitsLevel()
	case lexicon.Name, lexicon.FundName:
		return pick(number && !l.hasName() || q.Kind == quantity.Date || l.level, -6, 2)
	case lexicon.Target, lexicon.Actual, lexicon.LastYear:
		return l.suitsValue()
	case lexicon.Weight, lexicon.Score, lexicon.Review, lexicon.Level1Weight, lexicon.Level2Weight:
		return pick(plain || placeholder(l.text), 3, -8)
	case lexicon.Initial, lexicon.Budget, lexicon.Spent:
		return pick(number && q.Unit != "%" || placeholder(l.text), 3, -8)
	case lexicon.Rate, lexicon.ScoreRate, lexicon.Completion:
		return pick(number || placeholder(l.text), 2, -8) + pick(q.Unit == "%", 1, 0)
	case lexicon.Sequence:
		return pick(number && q.Unit == "" && !strings.Contains(q.Value, "."), 3, -6)
	case lexicon.Goal, lexicon.Result:
		return pick(plain, misfit, 1) // sentences, with amounts in them
	case "":
		return -3
	}
	return pick(number, misfit, 1)
}

func (l *look) suitsLevel() int {
	switch {
	case l.level:
		return 4
	case l.points:
		return 2
	case l.amount.Kind == quantity.Number || l.amount.Kind == quantity.Date:
		return -6
	}
	return -1
}

func (l *look) suitsValue() int {
	switch {
	case l.level:
		return -6
	case l.amount.Kind == quantity.Number || l.amount.Kind == quantity.Date:
		return 2
	case placeholder(l.text) || !longerThan(l.text, 8):
		return 1
	}
	return 0
}

// hasName reports whether a text that reads as an amount has words enough to be a name: 122接警达标率.
func (l *look) hasName() bool {
	return runes(squeeze(l.text))-runes(l.amount.Value)-runes(l.amount.Unit) >= 4
}
