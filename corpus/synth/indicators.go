package synth

import "fuhe/corpus/truth"

// rowTable says how a form prints its indicators.
type rowTable struct {
	label      string   // over all rows at the left; empty for none
	group      string   // a merged header over the first so many columns
	over       int      // how many
	cols       []column // roles: level1 level2 name nature bound target actual unit weight score reason …
	weights    bool     // level-1 labels carry their weight: 产出指标（50分）
	spare      bool     // unused rows of the template are left in
	goal       int      // which annual goal; the first when there is one
	goalTag    string   // its name as printed
	from, to   int      // the blocks [from, to) that are printed; to 0 is all
	all        int      // rows of all those blocks
	upper      string   // a level above the blocks, which are level 2 then
	upperShown string   // as printed, with its weight
}

// indicators writes the table of rows with its header.
func (s *sheet) indicators(t rowTable) {
	lines := s.lines(t)
	headers := 1
	if t.group != "" {
		headers = 2
	}
	s.headers(t, headers+len(lines))
	for _, l := range lines {
		s.put(l...)
	}
}

func (s *sheet) headers(t rowTable, rows int) {
	var line []box
	if t.label != "" {
		line = append(line, head(t.label).down(rows))
	}
	if t.group == "" {
		for _, c := range t.cols {
			line = append(line, s.headOf(c))
		}
		s.put(line...)
		return
	}
	line = append(line, head(t.group).across(t.over))
	for _, c := range t.cols[t.over:] {
		line = append(line, head(c.head).down(2))
	}
	s.put(line...)
	var second []box
	for _, c := range t.cols[:t.over] {
		second = append(second, head(c.head))
	}
	s.put(second...)
}

func (s *sheet) headOf(c column) box {
	b := head(c.head)
	if c.role == "name" {
		return b.grow()
	}
	return b
}

// lines are the rows without what stands left of the table.
func (s *sheet) lines(t rowTable) (lines [][]box) {
	g := s.r.goals[t.goal]
	if t.to == 0 {
		t.to = len(g.blocks)
	}
	t.all = 0
	for i := t.from; i < t.to; i++ {
		t.all += len(g.blocks[i].rows)
	}
	for i := t.from; i < t.to; i++ {
		b := &g.blocks[i]
		name := b.name
		if t.upper != "" {
			name = b.name + s.st.bracket(b.weight)
		}
		if s.blockWeights {
			s.form.Sections = append(s.form.Sections, truth.Section{Name: b.name, Weight: entry(b.weight)})
		}
		if t.weights {
			name = s.label(b.name, b.weight)
			s.form.Sections = append(s.form.Sections, truth.Section{Goal: t.goalTag, Name: b.name, Weight: entry(b.weight)})
		}
		lines = append(lines, s.blockLines(t, b, name)...)
	}
	return lines
}

func entry(v string) truth.Entry { return truth.Entry{Text: v, Value: v} }

func (s *sheet) blockLines(t rowTable, b *block, name string) (lines [][]box) {
	spares := make([]int, len(b.rows)) // unused rows below each
	total := len(b.rows)
	for i, x := range b.rows {
		if t.spare && (i+1 == len(b.rows) || b.rows[i+1].level2 != x.level2) && chance(s.rnd, .4) {
			spares[i] = 1
			total++
		}
	}
	for i, x := range b.rows {
		known := truth.Indicator{Goal: t.goalTag}
		place := position{block: b, name: name, first: i == 0, rows: total, run: run(b.rows, i, spares)}
		place.top = t.from == blockIndex(s.r.goals[t.goal], b) && i == 0
		place.opens = i == 0 || b.rows[i-1].level2 != x.level2
		lines = append(lines, s.rowLine(t, x, place, &known))
		s.form.Indicators = append(s.form.Indicators, known)
		for range spares[i] {
			lines = append(lines, s.spareLine(t, i+2))
		}
	}
	return lines
}

func blockIndex(g goal, b *block) int {
	for i := range g.blocks {
		if &g.blocks[i] == b {
			return i
		}
	}
	return -1
}

// position is where a row stands in its block.
type position struct {
	block *block
	name  string // of the block, as printed
	top   bool   // row of the table
	first bool   // row of the block
	opens bool   // its level-2 block
	rows  int    // of the block, with the unused ones
	run   int    // of its level-2 block from here on, with the unused ones
}

// run counts the rows of one level-2 kind from i on.
func run(rows []*row, i int, spares []int) (n int) {
	for j := i; j < len(rows) && rows[j].level2 == rows[i].level2; j++ {
		n += 1 + spares[j]
	}
	return n
}

// spareLine is a row of the template that nobody filled in.
func (s *sheet) spareLine(t rowTable, i int) (line []box) {
	for _, c := range t.cols {
		switch {
		case (c.role == "level1" || c.role == "level2") && s.st.merge == mergeLabels:
		case c.role == "name":
			line = append(line, text(s.one("指标"+itoa(i)+"|……|…")).grow())
		default:
			line = append(line, text(""))
		}
	}
	return line
}

func (s *sheet) rowLine(t rowTable, x *row, at position, known *truth.Indicator) (line []box) {
	known.Level1, known.Level2 = at.block.name, x.level2
	hasUnit := hasRole(t.cols, "unit")
	hasBound := hasRole(t.cols, "bound")
	if !hasRole(t.cols, "level1") {
		known.Level1 = ""
	}
	if !hasRole(t.cols, "level2") {
		known.Level2 = ""
	}
	if t.upper != "" {
		known.Level1, known.Level2 = t.upper, at.block.name
	}
	for _, c := range t.cols {
		switch c.role {
		case "upper":
			line = s.labelCell(line, t.upperShown, at.top, t.all)
		case "block weight":
			line = s.labelCell(line, at.block.weight, at.first, at.rows)
		case "level2 weight":
			line = s.labelCell(line, weightFrom(at.block.rows, x), at.opens, at.run)
		case "level1":
			line = s.labelCell(line, at.name, at.first, at.rows)
		case "level2":
			line = s.labelCell(line, x.level2, at.opens, at.run)
		default:
			line = append(line, s.cell(c.role, x, at, hasUnit, hasBound, known))
		}
	}
	return line
}

// labelCell adds the label of a level in the office's way.
func (s *sheet) labelCell(line []box, label string, opens bool, rows int) []box {
	switch {
	case s.st.merge == repeatLabels, opens && s.st.merge == firstOnly:
		return append(line, text(label))
	case s.st.merge == firstOnly:
		return append(line, text(""))
	case opens:
		b := text(label).down(rows)
		b.Vertical = s.st.upright && rows >= 4
		return append(line, b)
	}
	return line
}

func hasRole(cols []column, role string) bool {
	for _, c := range cols {
		if c.role == role {
			return true
		}
	}
	return false
}

// totals writes the total row with its figures under the columns of weight and score. The label takes
// the columns before them, and one more when a label stands left of the table.
func (s *sheet) totals(label string, t rowTable, grade bool) {
	span := 0
	if t.label != "" {
		span = 1
	}
	line := []box{head(label)}
	for _, c := range t.cols {
		var b box
		switch {
		case c.role == "weight":
			b = s.pointCell("100", &s.form.Total.Weight, "")
		case c.role == "score":
			b = s.pointCell(s.r.total, &s.form.Total.Score, "")
		case len(line) == 1:
			span++
			continue
		case grade && c.role == "reason":
			s.form.Total.Grade = truth.Entry{Text: s.r.grade}
			b = text(s.r.grade)
		}
		if len(line) == 1 {
			line[0] = line[0].across(span)
		}
		line = append(line, b)
	}
	s.put(line...)
}
