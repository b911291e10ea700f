package layout

import (
	"cmp"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// laidTable is a table that was built, and how badly its lines fit it.
type laidTable struct {
	table *document.Table
	cost  float64
}

// build makes the table: its header row and its rows, with level cells merged over their rows.
func (t *laid) build() (laidTable, bool) {
	lines := t.laidLines()
	if len(lines) == 0 {
		return laidTable{}, false
	}
	rows, cost, atTop := t.rows(lines)
	if cost > dearestRow*float64(len(rows)) {
		return laidTable{}, false
	}
	g := &laidGrid{laid: t, starts: make([]int, len(rows)), table: &document.Table{Columns: len(t.cols), Evidence: document.Aligned, Place: t.lines[t.head0.next-1].Place}}
	g.header()
	h := t.measureRows(lines, rows, atTop)
	merged := map[int][]levelCell{}
	var cuts map[int]bool
	for c := len(t.cols) - 1; c >= 0; c-- {
		if !t.spanning(c) || t.cols[c].role == "" {
			continue
		}
		merged[c] = t.levels(c, lines, rows, h, cuts)
		if t.cols[c].role == lexicon.Level2 {
			cuts = map[int]bool{}
			for _, cell := range merged[c] {
				cuts[cell.from] = true
			}
		}
	}
	for i, r := range rows {
		g.totals(lines[r.from].line)
		g.starts[i] = g.table.Rows
		g.row(lines[r.from:r.to], r)
	}
	g.totals(t.end)
	g.mergedCells(lines, rows, merged)
	return laidTable{g.table, cost/float64(len(rows)) + t.misread(lines)}, true
}

// misread is the average of what stands in columns of figures and is none, or holds wide blanks, by line.
func (t *laid) misread(lines []laidLine) float64 {
	wrong := 0
	for _, l := range lines {
		for c, text := range l.cells {
			if figureRole(t.cols[c].role) && text != "" && !wholeFigure(text) || strings.Contains(text, "  ") {
				wrong++
			}
		}
	}
	return 4 * float64(wrong) / float64(len(lines))
}

// laidGrid is the table that a laid becomes.
type laidGrid struct {
	*laid
	table  *document.Table
	starts []int // the grid's row of each row
	summed int   // rows of sums so far
}

// totals adds the rows of sums that stand before a line.
func (g *laidGrid) totals(line int) {
	n := 0
	for p := range g.parts {
		for _, k := range g.parts[p].totals {
			if n++; n > g.summed && k < line {
				g.summed = n
				g.total(p, k)
			}
		}
	}
}

// mergedCells adds the cells of level columns, over their rows and the sums between them.
func (g *laidGrid) mergedCells(lines []laidLine, rows []laidRow, merged map[int][]levelCell) {
	for c := range g.cols {
		for _, cell := range merged[c] {
			from, to := g.starts[cell.from], g.starts[cell.to-1]
			at := g.lines[lines[rows[cell.from].from].line].Place.Quoting(cell.text)
			g.table.Cells = append(g.table.Cells, document.Cell{Row: from, Column: c, RowSpan: to - from + 1, ColumnSpan: 1, Text: cell.text, Place: at})
		}
	}
	slices.SortStableFunc(g.table.Cells, func(a, b document.Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
}

func (g *laidGrid) add(c int, text string, line int, doubt string) {
	at := g.lines[line].Place.Quoting(text)
	g.table.Cells = append(g.table.Cells, document.Cell{Row: g.table.Rows, Column: c, RowSpan: 1, ColumnSpan: 1, Text: text, Doubt: doubt, Place: at})
}

func (g *laidGrid) header() {
	for c, col := range g.cols {
		if col.text != "" {
			g.add(c, col.text, g.head0.next-1, "")
		}
	}
	g.table.Rows++
}

// row adds a row. What is joined of lines that are off the row's middle is doubtful.
func (g *laidGrid) row(lines []laidLine, r laidRow) {
	anchor := lines[len(lines)/2].line
	for _, l := range lines {
		if l.anchor {
			anchor = l.line
		}
	}
	for c := range g.cols {
		if g.spanning(c) {
			continue
		}
		text := ""
		for _, l := range lines {
			text = joinLines(text, l.cells[c])
		}
		doubt := ""
		if r.cost > doubtfulRow {
			doubt = form.InferredCut
		}
		if text != "" {
			g.add(c, text, anchor, doubt)
		}
	}
	g.table.Rows++
}

// total adds a row of sums: every figure under the column that its middle stands in. On a page that does not
// tell where the columns stand, the figures are taken in order, where there is one for each.
func (g *laidGrid) total(part, line int) {
	parts := g.ruled(line).sums()
	if g.parts[part].unsure {
		g.sumsInOrder(parts, line)
	} else {
		g.sumsInPlace(parts, g.parts[part].edges, line)
	}
	g.table.Rows++
}

func (g *laidGrid) sumsInPlace(parts []stretch, edges []int, line int) {
	taken := map[int]bool{}
	for _, s := range parts {
		for c := range g.cols {
			if mid := s.middle() / 2; mid >= edges[c] && mid < edges[c+1] && !taken[c] {
				taken[c] = true
				g.add(c, squeezeText(s.text), line, "")
			}
		}
	}
}

func (g *laidGrid) sumsInOrder(parts []stretch, line int) {
	word, figures := g.sums(line)
	g.add(0, word, line, "")
	var cols []int
	for c, col := range g.cols {
		if figureRole(col.role) {
			cols = append(cols, c)
		}
	}
	if len(cols) != figures {
		return
	}
	for _, s := range parts[len(parts)-figures:] {
		g.add(cols[0], squeezeText(s.text), line, "")
		cols = cols[1:]
	}
}
