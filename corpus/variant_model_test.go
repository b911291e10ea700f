package corpus_test

import (
	"math/rand/v2"
	"strings"
)

// model is one report before it is written down: what is true about it, and nothing of its layout.
type model struct {
	facts
	goals  []goal
	claims map[string]string // by name: the result that the narrative states
	also   map[string]string // by name: the result that a repeated table states
	cause  string
	remedy string
}

// goal is an annual goal, or the only one of a form that does not number its goals.
type goal struct {
	Name     string
	Sentence string
	Blocks   []block
}

// block is a first-level block with its weight; its rows are those of the facts.
type block struct {
	Name   string
	Parent string
	Weight int64
	From   int // rows [From, To) of facts.Indicators
	To     int
}

// vary takes a sample as its model: the same blocks with the same weights, but other names, numbers of
// rows, targets, results, money and scores, all of which agree with each other.
func vary(rnd *rand.Rand, w truth) *model {
	m := &model{claims: map[string]string{}, also: map[string]string{}, cause: pick(rnd, causes), remedy: pick(rnd, remedies)}
	m.Year = 2017 + rnd.IntN(8)
	m.Unit = pick(rnd, towns) + pick(rnd, ranks) + pick(rnd, offices)
	m.Funds = varyFunds(rnd, w.Facts.Funds)
	names := namer{rnd: rnd, year: m.Year, used: map[string]bool{}}
	for _, g := range blocksOf(w.Facts) {
		m.addGoal(rnd, g, w.Facts, &names)
	}
	for i := range m.Indicators {
		m.Indicators[i].Goal = ""
	}
	m.settle()
	return m
}

// settle adds up what the rows say, and lets the narrative and the repeated tables say the same.
func (m *model) settle() {
	m.Sections = nil
	sum := number(m.Funds[0].Score)
	for _, g := range m.goals {
		for _, b := range g.Blocks {
			for _, r := range m.Indicators[b.From:b.To] {
				sum.Add(sum, number(r.Score))
				m.claims[r.Name], m.also[r.Name] = r.Actual, r.Actual
			}
		}
	}
	m.Total = sum.FloatString(2)
}

func (m *model) addGoal(rnd *rand.Rand, g goal, w facts, names *namer) {
	g.Sentence = pick(rnd, goalSentences)
	for i, b := range g.Blocks {
		rows := w.Indicators[b.From:b.To]
		b.From = len(m.Indicators)
		m.Indicators = append(m.Indicators, varyRows(rnd, b, rows, names)...)
		b.To = len(m.Indicators)
		g.Blocks[i] = b
	}
	m.goals = append(m.goals, g)
}

// blocksOf groups the rows of the facts by goal and block, as the samples hold them.
func blocksOf(w facts) (goals []goal) {
	for i, r := range w.Indicators {
		name, parent := r.Level1, ""
		if r.Goal == "" && r.Weight != "" && !strings.HasSuffix(r.Level1, "指标") {
			name, parent = r.Level2, r.Level1
		}
		if len(goals) == 0 || goals[len(goals)-1].Name != r.Goal {
			goals = append(goals, goal{Name: r.Goal})
		}
		g := &goals[len(goals)-1]
		if n := len(g.Blocks); n == 0 || g.Blocks[n-1].Name != name || g.Blocks[n-1].Parent != parent || name == "" {
			g.Blocks = append(g.Blocks, block{Name: name, Parent: parent, From: i})
		}
		g.Blocks[len(g.Blocks)-1].To = i + 1
	}
	weigh(goals, w)
	return goals
}

func weigh(goals []goal, w facts) {
	for _, g := range goals {
		for i, b := range g.Blocks {
			sum := number("0")
			for _, r := range w.Indicators[b.From:b.To] {
				sum.Add(sum, w.weight(r))
			}
			g.Blocks[i].Weight = sum.Num().Int64()
		}
	}
}

// pick takes one of a list.
func pick[T any](rnd *rand.Rand, list []T) T { return list[rnd.IntN(len(list))] }

// chance is true with the probability.
func chance(rnd *rand.Rand, p float64) bool { return rnd.Float64() < p }
