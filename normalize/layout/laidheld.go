package layout

import (
	"math"

	"fuhe/normalize/lexicon"
)

// held tells what stands in a column: the shares of its lines that are figures, Chinese words, and those that
// another line holds too, and the mean number of characters.
type held struct {
	lines                   int
	figures, words, repeats float64
	length                  float64
}

// manners tells it of many stretches of the same lines, each time of the same ones again.
type manners struct {
	data []ruled
	of   map[span]held
}

func mannersOf(data []ruled) manners { return manners{data, map[span]held{}} }

// at is what stands between the places of a stretch.
func (m manners) at(s stretch) held {
	key := span{s.from, s.to}
	h, known := m.of[key]
	if !known {
		h = manner(m.data, s)
		m.of[key] = h
	}
	return h
}

func manner(data []ruled, s stretch) (h held) {
	seen := map[string]int{}
	for _, l := range data {
		text := l.between(s.from, s.to)
		if text == "" {
			continue
		}
		h.lines++
		h.length += float64(runes(text))
		if wholeFigure(text) {
			h.figures++
		}
		if han(text) == runes(text) {
			h.words++
		}
		if seen[text]++; seen[text] > 1 {
			h.repeats++
		}
	}
	n := float64(max(h.lines, 1))
	h.figures, h.words, h.repeats, h.length = h.figures/n, h.words/n, h.repeats/n, h.length/n
	return h
}

// misfit is what it costs that a column of the role holds it.
func (h held) misfit(role lexicon.Role) float64 {
	switch {
	case h.lines == 0:
		return 0
	case figureRole(role):
		return 8 * (1 - h.figures)
	case role == lexicon.Name:
		return 8*h.figures + 8*h.repeats
	case role == lexicon.FundName || role == lexicon.Level1 || role == lexicon.Level2 || role == lexicon.Rule:
		return 8 * h.figures
	}
	return 0
}

// differs is what it costs that one column holds both.
func (h held) differs(o held) float64 {
	if h.lines == 0 || o.lines == 0 {
		return 0
	}
	return 4*math.Abs(h.figures-o.figures) + 4*math.Abs(h.words-o.words) + 2*math.Abs(h.repeats-o.repeats) + min(3, 0.5*math.Abs(h.length-o.length))
}

// figureRole reports whether the cells of a column are figures throughout.
func figureRole(role lexicon.Role) bool {
	switch role {
	case lexicon.Weight, lexicon.Score, lexicon.Review, lexicon.Budget, lexicon.Spent, lexicon.Initial, lexicon.Rate, lexicon.Level1Weight, lexicon.Level2Weight, lexicon.ScoreRate:
		return true
	}
	return false
}
