package doc

import (
	"slices"
	"sort"

	"fuhe/extract/markup"
)

// tableFlow is a table being read, or at depth 0 the text that stands in none.
type tableFlow struct {
	items []markup.Item // of the cell that is open
	cells [][]markup.Item
	rows  []tableRow
}

// tableRow is a row with the division that its end mark told.
type tableRow struct {
	cells [][]markup.Item
	shape shape
}

func (t *tableFlow) endCell() {
	t.cells = append(t.cells, t.items)
	t.items = nil
}

// endRow closes the row. What stands behind its last cell mark belongs to the mark of the row, which is empty.
func (t *tableFlow) endRow(s shape) {
	if len(t.items) > 0 {
		t.endCell()
	}
	if len(t.cells) > 0 {
		t.rows = append(t.rows, tableRow{t.cells, s})
	}
	t.cells = nil
}

// finish closes the table: one item, and whatever stands in no row.
func (t *tableFlow) finish() []markup.Item {
	t.endRow(shape{})
	if len(t.rows) == 0 {
		return nil
	}
	g := gridOf(t.rows)
	var rows markup.Rows
	for _, r := range t.rows {
		rows.Add(g.place(r))
	}
	return []markup.Item{{Table: rows.Table()}}
}

// sameEdge is how far the edges of rows may be apart, in twentieths of a point, and be one line to the eye: 1.4 mm.
const sameEdge = 80

// grid is the columns of a table: the left edges of all cells of all rows, in order.
type grid []int

// gridOf gathers the edges of all rows. Those that lie close together are one.
func gridOf(rows []tableRow) grid {
	var all []int
	for _, r := range rows {
		if r.divided() {
			all = append(all, r.shape.edges...)
		}
	}
	slices.Sort(all)
	var g grid
	for _, e := range all {
		if len(g) == 0 || e-g[len(g)-1] > sameEdge {
			g = append(g, e)
		}
	}
	return g
}

// divided reports whether the row's edges are those of its cells.
func (r *tableRow) divided() bool { return len(r.shape.edges) == len(r.cells)+1 }

// column is the grid column that an edge begins.
func (g grid) column(edge int) int {
	return max(0, sort.Search(len(g), func(i int) bool { return g[i] > edge })-1)
}

// place puts the cells of a row into the grid's columns; those of a row without edges go one a column.
func (g grid) place(r tableRow) []markup.Merged {
	var cells []markup.Merged
	for i, items := range r.cells {
		c := markup.Merged{Cell: markup.Cell{Column: i, RowSpan: 1, ColumnSpan: 1, Items: items}}
		if r.divided() {
			from, to := g.column(r.shape.edges[i]), g.column(r.shape.edges[i+1])
			if from == to {
				continue // a sliver between two edges that are one to the eye
			}
			c.Column, c.ColumnSpan = from, to-from
			c.Down, c.Across = r.shape.down(i), r.shape.across(i)
		}
		cells = append(cells, c)
	}
	return cells
}

func (s *shape) down(i int) markup.Merge {
	switch s.cells[i].down {
	case 0:
		return markup.Single
	case 1:
		return markup.Continues
	}
	return markup.Begins
}

// across tells the first of a row of merged cells from the others. Writers do not agree on which bit marks the
// first; so the mark that stands at the left end of the marked cells is the one that begins.
func (s *shape) across(i int) markup.Merge {
	mark := s.cells[i].across
	if mark == 0 {
		return markup.Single
	}
	first := i
	for first > 0 && s.cells[first-1].across != 0 {
		first--
	}
	if mark == s.cells[first].across {
		return markup.Begins
	}
	return markup.Continues
}
