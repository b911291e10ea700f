package layout

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Narrow columns run into one another where a page is copied: a weight and its score come as one token, 1010 or
// 107.6. It is cut where only one cut makes points of it.

// gluedWeight is what such a token is worth: less than two of its own, more than one and a blank.
const gluedWeight = 4

// gluedPair offers the token at i as column c and the one behind it, a weight and its score.
func (l *lattice) gluedPair(i, c, weight int, start bool) {
	if c+1 >= len(l.roles) || l.roles[c] != lexicon.Weight || l.roles[c+1] != lexicon.Score || i >= len(l.tokens) || l.kind != indicatorHeader {
		return
	}
	if cut := pointsCut(l.tokens[i].text); cut > 0 && !l.broken(i, 1, start) {
		l.offer(i+1, c+2, step{weight: weight + gluedWeight, from: i, column: c, middle: i + 1, start: start, cut: cut, ok: true})
	}
}

// pointsCut is where a token falls into a weight and a score of it: the score is the weight, or has a point and is
// less. 0 where there is no such cut, or several and none with the full score.
func pointsCut(token string) (cut int) {
	if strings.Trim(token, "0123456789.") != "" {
		return 0
	}
	several := false
	for at := 1; at < len(token); at++ {
		weight, score := piece{text: token[:at]}.entry(), piece{text: token[at:]}.entry()
		if !wholePoints(weight) || !wholePoints(score) || quantity.Compare(score.Rat(), weight.Rat()) > 0 {
			continue
		}
		if quantity.Compare(score.Rat(), weight.Rat()) == 0 {
			return at
		}
		if score.Value != wholePart(score.Value) {
			several = several || cut > 0
			cut = at
		}
	}
	if several {
		return 0
	}
	return cut
}

// wholePoints reports whether a text is a number of points as forms print them: no sign, no digits missing, two behind
// the point at the most.
func wholePoints(e form.Entry) bool {
	points, ok := inHundredths(e)
	return ok && e.Value == e.Text && points > 0 && points <= fullPoints*100 && !halfFigure(e)
}

// halves are the weight and the score in one token; nothing but their shapes tells them apart.
func (l *lattice) halves(i, cut int) (weight, score piece) {
	t := l.tokens[i]
	half := func(text string) piece {
		return piece{text: text, place: t.place.Quoting(text), doubt: form.InferredCut}
	}
	return half(t.text[:cut]), half(t.text[cut:])
}

// settlePairs lifts the doubt from glued weights and scores where all points sum to what they must.
func settlePairs(rows []form.Indicator) {
	for i := range rows {
		row := &rows[i]
		if row.Doubt == "" && row.Weight.Doubt == form.InferredCut && row.Score.Doubt == form.InferredCut {
			row.Weight.Doubt, row.Score.Doubt = "", ""
		}
	}
}
