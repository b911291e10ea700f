package layout

import (
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
	rows, cost := t.rows(lines)
	if cost > dearestRow*float64(len(rows)) {
		return laidTable{}, false
	}
	g := &laidGrid{laid: t, table: &document.Table{Columns: len(t.cols), Evidence: document.Aligned, Place: t.lines[t.head0.next-1].Place}}
	g.header()
	h := t.measureRows(lines, rows)
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
		g.row(i, lines[r.from:r.to], r, merged)
	}
	for p := range t.parts {
		for _, k := range t.parts[p].totals {
			g.total(p, k)
		}
	}
	return laidTable{g.table, cost / float64(len(rows))}, true
}

// laidGrid is the table that a laid becomes.
type laidGrid struct {
	*laid
	table *document.Table
}

func (g *laidGrid) add(c, span int, text string, line int, doubt string) {
	at := g.lines[line].Place.Quoting(text)
	g.table.Cells = append(g.table.Cells, document.Cell{Row: g.table.Rows, Column: c, RowSpan: span, ColumnSpan: 1, Text: text, Doubt: doubt, Place: at})
}

func (g *laidGrid) header() {
	for c, col := range g.cols {
		if col.text != "" {
			g.add(c, 1, col.text, g.head0.next-1, "")
		}
	}
	g.table.Rows++
}

// row adds a row. What is joined of lines that are off the row's middle is doubtful.
func (g *laidGrid) row(i int, lines []laidLine, r laidRow, merged map[int][]levelCell) {
	anchor := lines[len(lines)/2].line
	for _, l := range lines {
		if l.anchor {
			anchor = l.line
		}
	}
	for c := range g.cols {
		if g.spanning(c) {
			for _, cell := range merged[c] {
				if cell.from == i {
					g.add(c, cell.to-cell.from, cell.text, anchor, "")
				}
			}
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
			g.add(c, 1, text, anchor, doubt)
		}
	}
	g.table.Rows++
}

// total adds a row of sums: its word under the names, every figure under the column that it stands nearest to.
func (g *laidGrid) total(part, line int) {
	edges := g.parts[part].edges
	parts := g.ruled(line).stretches(2)
	g.add(0, 1, squeeze(parts[0].text), line, "")
	taken := map[int]bool{0: true}
	for _, s := range parts[1:] {
		for c := range g.cols {
			if mid := s.middle() / 2; mid >= edges[c] && mid < edges[c+1] && !taken[c] {
				taken[c] = true
				g.add(c, 1, strings.TrimSpace(s.text), line, "")
			}
		}
	}
	g.table.Rows++
}
