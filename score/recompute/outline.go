package recompute

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Tree tells which rows belong to which section of a form.
type Tree struct {
	form     *form.Form
	heads    []heads // of the indicators
	sections []Members
	joint    map[int]Joint
	scores   *Sum // of all rows, once asked for
	weights  *Sum
	score    column
	weight   column
}

// heads are the names of the blocks that an indicator stands under, as keys.
type heads struct{ goal, level1, level2 string }

// Members are the rows that add up to a section or to the form: indexes into the form's lists.
type Members struct {
	Funds      []int
	Indicators []int
}

// Empty reports whether nothing belongs there.
func (m Members) Empty() bool { return len(m.Funds)+len(m.Indicators) == 0 }

// Outline sorts the rows of a form under its sections, by the names of levels and goals.
func Outline(f *form.Form) *Tree {
	t := &Tree{form: f, heads: make([]heads, len(f.Indicators)), sections: make([]Members, len(f.Sections)), joint: JointRows(f)}
	for i := range f.Indicators {
		x := &f.Indicators[i]
		t.heads[i] = heads{lexicon.Key(x.Goal), lexicon.Key(x.Level1), lexicon.Key(x.Level2)}
	}
	for i := range f.Sections {
		t.sections[i] = t.membersOf(&f.Sections[i])
	}
	return t
}

// Joint tells of rows that are weighed or scored together, by the index of each.
func (t *Tree) Joint() map[int]Joint { return t.joint }

// Unweighed reports a row without a weight of its own that none is missing from: it is not meant to be
// scored, or stands under the weight of the row above.
func (t *Tree) Unweighed(i int) bool {
	x := &t.form.Indicators[i]
	if Unscored(x) {
		return true
	}
	_, together := t.joint[i]
	return together && blankCell(x.Weight)
}

// Section returns the rows of a section.
func (t *Tree) Section(i int) Members { return t.sections[i] }

// Strays reports whether some indicator stands under no section of the level, although there are
// sections of it: then rows may have been sorted under the wrong block.
func (t *Tree) Strays(level int) bool {
	placed, any := make([]bool, len(t.heads)), false
	for i := range t.sections {
		if t.form.Sections[i].Level != level {
			continue
		}
		any = true
		for _, k := range t.sections[i].Indicators {
			placed[k] = true
		}
	}
	return any && slices.Contains(placed, false)
}

// All returns every row that earns points.
func (t *Tree) All() Members {
	m := Members{Funds: t.scoredFunds()}
	for i := range t.form.Indicators {
		m.Indicators = append(m.Indicators, i)
	}
	return m
}

func (t *Tree) scoredFunds() []int {
	var rows []int
	for i := range t.form.Funds {
		if Carries(t.form, i) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (t *Tree) membersOf(s *form.Section) Members {
	var m Members
	name, goal, parent := lexicon.Key(s.Name), lexicon.Key(s.Goal), lexicon.Key(s.Parent)
	for i := range t.heads {
		if name != "" && t.heads[i].under(s.Level, name, goal, parent) {
			m.Indicators = append(m.Indicators, i)
		}
	}
	if len(m.Indicators) == 0 && s.Level == 0 && goal == "" && strings.HasSuffix(name, "绩效指标") {
		m.Indicators = t.All().Indicators // 绩效指标（90分） stands over all of them
	}
	if len(m.Indicators) == 0 && executes(s.Name) {
		m.Funds = t.scoredFunds()
	}
	return m
}

// executes reports whether a section's name is that of the funds block (预算执行情况, 资金执行情况).
func executes(name string) bool {
	return strings.Contains(lexicon.Key(name), "执行")
}

// under reports whether an indicator stands under the section of the level.
func (h heads) under(level int, name, goal, parent string) bool {
	if level > 0 && goal != "" && !sameHead(h.goal, goal) {
		return false
	}
	switch {
	case level == 2:
		return h.level2 == name && (parent == "" || h.level1 == parent)
	case level == 1:
		return h.level1 == name
	case h.goal != "" && (sameHead(h.goal, name) || sameHead(h.goal, goal)):
		return true
	}
	return h.level1 == name
}

// sameHead compares the keys of goals: 年度目标1 is the head of 年度目标1营造畅通环境.
func sameHead(a, b string) bool {
	return a != "" && (a == b || headOf(a, b) || headOf(b, a))
}

// headOf reports whether short begins long, and no digit goes on behind it: 目标1 is no head of 目标12.
func headOf(short, long string) bool {
	rest, ok := strings.CutPrefix(long, short)
	return ok && short != "" && rest != "" && (rest[0] < '0' || rest[0] > '9')
}

// Sum is what the printed figures of some rows add up to.
type Sum struct {
	Value    *big.Rat
	Complete bool          // every row prints a figure
	Parts    []*form.Entry // the figures that were added
}

// AllScores adds the printed scores of every row that earns points.
func (t *Tree) AllScores() Sum {
	if t.scores == nil {
		s := t.Scores(t.All())
		t.scores = &s
	}
	return *t.scores
}

// AllWeights adds the printed weights of every row that earns points.
func (t *Tree) AllWeights() Sum {
	if t.weights == nil {
		s := t.Weights(t.All())
		t.weights = &s
	}
	return *t.weights
}

// Scores adds the printed scores. A score merged over several rows is counted once.
func (t *Tree) Scores(m Members) Sum {
	if t.score.entries == nil {
		t.score = columnOf(t.form, func(x *form.Fund) *form.Entry { return &x.Score }, func(x *form.Indicator) *form.Entry { return &x.Score })
	}
	return t.sum(m, &t.score)
}

// Weights adds the printed weights.
func (t *Tree) Weights(m Members) Sum {
	if t.weight.entries == nil {
		t.weight = columnOf(t.form, func(x *form.Fund) *form.Entry { return &x.Weight }, func(x *form.Indicator) *form.Entry { return &x.Weight })
	}
	kept := Members{Funds: m.Funds, Indicators: make([]int, 0, len(m.Indicators))}
	for _, i := range m.Indicators {
		if !t.Unweighed(i) {
			kept.Indicators = append(kept.Indicators, i)
		}
	}
	return t.sum(kept, &t.weight)
}

// column is one figure of every row, of the funds first and then of the indicators; nil for an indicator that is
// not to be counted.
type column struct {
	entries []*form.Entry
	values  []*big.Rat // nil where no plain number is printed
	cells   []int      // numbers of the cells they stand in; 0 where that is not known
	known   int        // how many cells there are
}

func columnOf(f *form.Form, ofFund func(*form.Fund) *form.Entry, ofRow func(*form.Indicator) *form.Entry) column {
	rows := len(f.Funds) + len(f.Indicators)
	c := column{entries: make([]*form.Entry, 0, rows), values: make([]*big.Rat, rows), cells: make([]int, rows)}
	for i := range f.Funds {
		c.entries = append(c.entries, ofFund(&f.Funds[i]))
	}
	for i := range f.Indicators {
		e := ofRow(&f.Indicators[i])
		if Inapplicable(&f.Indicators[i]) || Unscored(&f.Indicators[i]) {
			e = nil
		}
		c.entries = append(c.entries, e)
	}
	numbers := make(map[cell]int, rows)
	for i, e := range c.entries {
		if e == nil {
			continue
		}
		if plain(*e) {
			c.values[i] = e.Rat()
		}
		if at := cellOf(e.Place); at.known() {
			if numbers[at] == 0 {
				c.known++
				numbers[at] = c.known
			}
			c.cells[i] = numbers[at]
		}
	}
	return c
}

func (t *Tree) sum(m Members, c *column) Sum {
	s := Sum{Complete: !m.Empty(), Parts: make([]*form.Entry, 0, len(m.Funds)+len(m.Indicators))}
	counted := make([]bool, c.known+1)
	var total quantity.Tally
	for _, i := range m.Funds {
		s.add(c, i, counted, &total)
	}
	for _, i := range m.Indicators {
		if k := len(t.form.Funds) + i; c.entries[k] != nil {
			s.add(c, k, counted, &total)
		}
	}
	s.Value = total.Rat()
	return s
}

// Unscored reports a row that is not meant to be scored: its cells for weight and score are both there
// and both left blank. So are the details of the row above (其中：女性) and the unused rows of a template;
// and the rows of a choice (可选项) that was not taken, whatever they would have weighed.
func Unscored(x *form.Indicator) bool {
	return x.Optional && !x.Score.Numeric() || blankCell(x.Weight) && blankCell(x.Score)
}

func blankCell(e form.Entry) bool {
	return e.Kind == quantity.Blank && e.Value == "" && e.Place.Known()
}

// add counts a row and adds its value to the total, unless another one in the same cell was counted.
func (s *Sum) add(c *column, row int, counted []bool, total *quantity.Tally) {
	if at := c.cells[row]; at > 0 {
		if counted[at] {
			return
		}
		counted[at] = true
	}
	if c.values[row] == nil {
		s.Complete = false
		return
	}
	total.Add(c.values[row])
	s.Parts = append(s.Parts, c.entries[row])
}

// cell is where an entry stands: by table, row and column or by spreadsheet name.
type cell struct {
	table, row, column int
	name               string
}

// known reports whether the cell is any.
func (c cell) known() bool { return c != cell{} }

// cellOf is the cell that an entry stands in; unknown for entries that have only a line or a page.
func cellOf(p document.Place) cell {
	if p.Cell != "" {
		return cell{table: p.Table, name: p.Cell}
	}
	if p.Table > 0 && p.Row > 0 && p.Column > 0 {
		return cell{table: p.Table, row: p.Row, column: p.Column}
	}
	return cell{}
}
