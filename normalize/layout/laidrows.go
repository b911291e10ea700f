package layout

import (
	"math"
	"slices"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// laidLine is a line of data: its part of the table, and its cells by column.
type laidLine struct {
	part, line int
	cells      []string
	anchor     bool // the figures of a row stand on it
	gap        bool // more blank lines stand before it than between most
	sums       int  // rows of sums before it
}

// laidRow is one row: the lines from and up to, by their index.
type laidRow struct {
	from, to int
	cost     float64
}

// spanning reports whether the cells of the column may stand for several rows.
func (t *laid) spanning(c int) bool {
	kind := t.head0.header.kind
	switch role := t.cols[c].role; role {
	case lexicon.Level1, lexicon.Level1Weight, lexicon.Level2Weight:
		return kind == indicatorHeader
	case lexicon.Level2:
		return kind == indicatorHeader && t.column(lexicon.Name) >= 0
	case "":
		return t.label(c)
	}
	return false
}

func (t *laid) column(role lexicon.Role) int {
	for c, col := range t.cols {
		if col.role == role {
			return c
		}
	}
	return -1
}

// name is the column of the names of rows: the one that says so, or the last before the figures.
func (t *laid) name() int {
	for _, role := range []lexicon.Role{lexicon.Name, lexicon.ProjectName} {
		if c := t.column(role); c >= 0 {
			return c
		}
	}
	for c := range t.cols {
		if c > 0 && t.anchoring(t.cols[c].role) {
			for c--; c > 0 && t.cols[c].role == lexicon.Sequence; c-- {
			}
			return c
		}
	}
	return 0
}

// label reports whether a column without a known header stands in front of the names: the label of the block.
func (t *laid) label(c int) bool { return c < t.name() }

// anchoring reports whether every row has a figure in the column.
func (t *laid) anchoring(role lexicon.Role) bool {
	switch role {
	case lexicon.Weight, lexicon.Score:
		return t.head0.header.kind != fundsHeader
	case lexicon.Budget, lexicon.Spent, lexicon.Initial:
		return t.head0.header.kind == fundsHeader || t.head0.header.kind == projectsHeader
	}
	return false
}

// wholeFigure reports whether a cell is whole on its line: an amount, a date, or a mark for none.
func wholeFigure(text string) bool {
	switch {
	case text == "":
		return false
	case placeholder(text):
		return true
	case !quantity.MayHold(text):
		return false
	}
	q := quantity.Parse(text)
	return q.Kind == quantity.Number && (q.Bound != quantity.None || plainAmount(squeeze(text), q))
}

// laidLines are the lines on which something stands in a column of single rows.
func (t *laid) laidLines() (out []laidLine) {
	usual := t.usualBlanks()
	for p := range t.parts {
		before := -1
		for _, k := range t.parts[p].lines {
			l := laidLine{part: p, line: k, cells: make([]string, len(t.cols)), sums: t.sumsBefore(p, k)}
			own := false
			for c := range t.cols {
				l.cells[c] = t.cell(p, k, c)
				own = own || l.cells[c] != "" && !t.spanning(c)
				l.anchor = l.anchor || t.anchoring(t.cols[c].role) && wholeFigure(l.cells[c])
			}
			if !own {
				continue
			}
			l.gap = before >= 0 && t.blanks(before, k) > usual
			out, before = append(out, l), k
		}
	}
	return out
}

// usualBlanks is how many blank lines stand between most lines that follow one another.
func (t *laid) usualBlanks() int {
	count := map[int]int{}
	for _, p := range t.parts {
		for i := 1; i < len(p.lines); i++ {
			count[t.blanks(p.lines[i-1], p.lines[i])]++
		}
	}
	usual := 0
	for n, times := range count {
		if times > count[usual] || times == count[usual] && n < usual {
			usual = n
		}
	}
	return usual
}

// sumsBefore is how many rows of sums stand before a line of a part.
func (t *laid) sumsBefore(part, line int) (n int) {
	for _, p := range t.parts[:part+1] {
		for _, k := range p.totals {
			if k < line {
				n++
			}
		}
	}
	return n
}

const (
	tallestRow   = 80 // lines
	noName       = 30 // costs of a row: no name
	twoAnchors   = 60 // figures of two rows
	noAnchor     = 25 // no figures where rows have them
	gapInside    = 8  // a blank line
	offCentre    = 2  // a line by which a cell is off
	moreRows     = 5  // a second line on which every column has something
	perRow       = 0.1
	dearestRow   = 12 // the average cost of rows from which on they are none
	doubtfulRow  = 3  // cost from which on a row's reading is not certain
	fewestFilled = 2
)

// rows cuts the lines into rows at the least cost: every row has one line of figures, and its cells are
// centred on it, or begin there: atTop tells which.
func (t *laid) rows(lines []laidLine) (rows []laidRow, cost float64, atTop bool) {
	cost = math.Inf(1)
	for _, top := range []bool{false, true} {
		if got, c := t.cut(lines, top); c < cost {
			rows, cost, atTop = got, c, top
		}
	}
	return rows, cost, atTop
}

func (t *laid) cut(lines []laidLine, top bool) ([]laidRow, float64) {
	anchored := slices.ContainsFunc(lines, func(l laidLine) bool { return l.anchor })
	best, from, costs := make([]float64, len(lines)+1), make([]int, len(lines)+1), make([]float64, len(lines)+1)
	for end := 1; end <= len(lines); end++ {
		best[end] = math.Inf(1)
		for start := end - 1; start >= max(0, end-tallestRow) && lines[start].sums == lines[end-1].sums; start-- {
			c := t.rowCost(lines[start:end], top, anchored)
			if best[start]+c+perRow < best[end] {
				best[end], from[end], costs[end] = best[start]+c+perRow, start, c
			}
		}
	}
	var rows []laidRow
	for end := len(lines); end > 0; end = from[end] {
		rows = append(rows, laidRow{from[end], end, costs[end]})
	}
	slices.Reverse(rows)
	return rows, best[len(lines)]
}

// rowCost tells how badly the lines make one row.
func (t *laid) rowCost(lines []laidLine, top, anchored bool) float64 {
	cost := t.setCost(lines, top)
	anchors := 0
	for i, l := range lines {
		if l.anchor {
			anchors++
		}
		if i > 0 && l.gap {
			cost += gapInside
		}
	}
	if anchors > 1 {
		cost += twoAnchors * float64(anchors-1)
	}
	if anchored && anchors == 0 {
		cost += noAnchor
	}
	if !t.holds(lines, t.name()) {
		cost += noName
	}
	if anchored {
		return cost
	}
	for c, col := range t.cols {
		if (col.role == lexicon.Target || col.role == lexicon.Actual) && !t.holds(lines, c) {
			cost += noName / 3
		}
	}
	return cost + t.fullLines(lines)
}

func (t *laid) holds(lines []laidLine, c int) bool {
	return slices.ContainsFunc(lines, func(l laidLine) bool { return l.cells[c] != "" })
}

// setCost tells how badly the cells of the lines are set beside one another. The lines of a cell stand one
// below the other, about the middle of the row or from its top on: of two cells with two lines and with three
// the five lines take turns.
func (t *laid) setCost(lines []laidLine, top bool) float64 {
	cost, below := 0.0, math.Inf(-1)
	seen, tall := make([]int, len(t.cols)), t.tall(lines)
	for _, l := range lines {
		first, last := math.Inf(1), math.Inf(-1)
		for c, text := range l.cells {
			if text == "" || t.spanning(c) {
				continue
			}
			at := float64(seen[c])
			if !top {
				at -= float64(tall[c]-1) / 2
			}
			seen[c]++
			first, last = min(first, at), max(last, at)
		}
		cost += offCentre * (last - first)
		if at := (first + last) / 2; at <= below {
			cost += offCentre * (below - at + 0.5)
		}
		below = max(below, (first+last)/2)
	}
	return cost
}

// tall is how many lines the cell of each column has.
func (t *laid) tall(lines []laidLine) []int {
	out := make([]int, len(t.cols))
	for _, l := range lines {
		for c, text := range l.cells {
			if text != "" && !t.spanning(c) {
				out[c]++
			}
		}
	}
	return out
}

// fullLines is the cost of lines that have all a row has: each is one.
func (t *laid) fullLines(lines []laidLine) float64 {
	full := 0
	for _, l := range lines {
		filled, needed := 0, 0
		for c := range t.cols {
			if c != t.name() && t.cols[c].role != lexicon.Target && t.cols[c].role != lexicon.Actual {
				continue
			}
			needed++
			if l.cells[c] != "" {
				filled++
			}
		}
		if needed >= fewestFilled && filled == needed {
			full++
		}
	}
	return moreRows * float64(max(0, full-1))
}
