package layout

import (
	"strings"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// valueGain weighs a target or a result.
func (l *lattice) valueGain(role lexicon.Role, i, k int) (int, bool) {
	if k == 0 {
		return -7, true
	}
	if k == 1 {
		switch l.tokens[i].shape {
		case amountShape, dateShape:
			return 6, true
		case plainNumber:
			return 2, true
		case gradedShape:
			return 5, true
		case blankShape:
			return 1, true
		}
	}
	weight := -1
	for j := i; j < i+k; j++ {
		if s := l.tokens[j].shape; s == blankShape || s == plainNumber && l.tokens[j].last && j > i {
			return 0, false
		}
		if j > i {
			if l.lists(j, j+1).closes {
				return 0, false // the closing row
			}
			weight += l.joint(j) - pick(l.room(role, i, j), 4, 0)
			if l.brokenBound(i, j) {
				continue
			}
			if s := l.tokens[j].shape; s == amountShape || s == dateShape || s == plainNumber && l.digitsMeet(j) {
				return 0, false // an amount begins a cell
			}
		}
	}
	return weight + l.wholeValue(i, i+k), true
}

// brokenBound reports whether the end of a line broke a bounded amount inside its figure: 小于等于38 and 8万元.
func (l *lattice) brokenBound(i, j int) bool {
	first, rest := l.amount(i, j), l.tokens[j]
	return rest.first && first.Kind == quantity.Number && first.Bound != quantity.None && first.Unit == "" && l.digitsMeet(j) &&
		rest.shape == amountShape && rest.unit != "" && strings.HasSuffix(l.tokens[j-1].text, first.Value)
}

// wholeValue weighs joined words as a value that is written in words, or as an amount broken apart.
func (l *lattice) wholeValue(from, to int) int {
	text, lex := l.join(from, to), l.walk.lex
	switch q := l.amount(from, to); {
	case runes(text) > 60, scores(text):
		return -9
	case l.lists(from, to).any():
		return -9
	case q.Kind == quantity.Date && to > from+1 && l.tokens[from].shape == dateShape && l.tokens[to-1].shape == gradedShape && l.tokens[to-1].first:
		return -3 // a date with the next cell's word
	case q.Kind == quantity.Number && plainAmount(text, q) || q.Kind == quantity.Date:
		return 5
	case q.Kind == quantity.Number:
		return -3 // an amount with the next cell's words
	case lex.Has(lexicon.GradedWords, text):
		return 6
	case l.walk.text.phrases().knows(text):
		return 3
	case holdsSign(text, "，。；"):
		return -5 // a piece of a reason
	}
	return 0
}

// digitsMeet reports whether a number stands behind a figure that another token ends with: two cells.
func (l *lattice) digitsMeet(j int) bool {
	before := l.tokens[j-1].text
	return digit(rune(before[len(before)-1])) && digit(firstRune(l.tokens[j].text))
}

// moneyGain weighs an amount of money or a rate.
func (l *lattice) moneyGain(role lexicon.Role, i, k int) (int, bool) {
	if k == 0 {
		return pick(l.kind == fundsHeader && role == lexicon.Rate, -4, -5), true
	}
	rate := role == lexicon.Rate || role == lexicon.ScoreRate || role == lexicon.Completion
	if k > 1 {
		return 1, l.brokenFigure(i, k) && !(rate && len(wholePart(l.join(i, i+k))) > 3)
	}
	t := l.tokens[i]
	switch {
	case t.shape == plainNumber && strings.Contains(t.text, ".") && i+1 < len(l.tokens) && l.brokenFigure(i, 2):
		return 0, true // it may go on in the next line
	case t.shape == blankShape:
		return 1, true
	case t.shape == amountShape && (t.unit == "%") == rate:
		return 5, true
	case t.shape == plainNumber && !(rate && len(wholePart(t.text)) > 3):
		return 3, true
	}
	return 0, false
}

// brokenFigure reports whether tokens are one figure that the end of a line broke: the first fills its column, and the
// rest is nothing but digits.
func (l *lattice) brokenFigure(i, k int) bool {
	for j := i; j < i+k; j++ {
		if t := l.tokens[j]; !t.first || !t.last || strings.Trim(strings.TrimSuffix(t.text, "%"), "0123456789.") != "" || j+1 < i+k && len(t.text) < l.widestFigure() {
			return false
		}
	}
	q := l.amount(i, i+k)
	return q.Kind == quantity.Number && strings.Count(l.join(i, i+k), ".") <= 1
}

// widestFigure is the width of the widest figure that has a line of its own.
func (l *lattice) widestFigure() int {
	if l.widest == 0 {
		l.widest = shortestBroken
		for _, t := range l.tokens {
			if t.first && t.last && (t.shape == plainNumber || t.shape == amountShape) && strings.Trim(t.text, "0123456789.,") == "" {
				l.widest = max(l.widest, len(t.text))
			}
		}
	}
	return l.widest
}

// shortestBroken is the fewest digits of a figure that a column is too narrow for.
const shortestBroken = 4

// wholePart is a number up to its point.
func wholePart(number string) string {
	whole, _, _ := strings.Cut(number, ".")
	return whole
}

// pointsGain weighs a weight or a score: a plain number of at most three digits before the point.
func (l *lattice) pointsGain(i, k int) (int, bool) {
	if k == 0 {
		return pick(l.kind == fundsHeader, -1, -8), true // the parts of the funds have none
	}
	if k > 1 {
		return 0, false
	}
	t := l.tokens[i]
	switch {
	case t.shape == blankShape:
		return 0, true
	case t.shape == plainNumber || t.shape == amountShape && t.unit == "分":
		if len(wholePart(t.text)) > 3 {
			return 0, false
		}
		return 5, true
	}
	return 0, false
}

func (l *lattice) oneOf(i, k, blank, weight int, s shape) (int, bool) {
	switch {
	case k == 0:
		return blank, true
	case k == 1 && l.tokens[i].shape == s:
		return weight, true
	}
	return 0, false
}

// pointsPair weighs a weight and the points beside it: no row is given more than its weight.
func pointsPair(weight, score quantity.Quantity) int {
	w, s := weight.Rat(), score.Rat()
	if w == nil || s == nil || quantity.Compare(s, w) <= 0 {
		return 1
	}
	return -6
}
