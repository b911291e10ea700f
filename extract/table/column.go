package table

import (
	"cmp"
	"slices"

	"fuhe/extract/document"
)

// narrow is the width in points below which a column without text is a gap between rules.
const narrow = 16.0

// dropColumns takes out the columns in which no text stands: gaps of double rules, and blank ones at
// the outer edges.
func (s *stack) dropColumns() {
	cols := blanks(len(s.xs) - 1)
	for _, c := range s.cells {
		if c.text != "" {
			cols.keep(c.col, c.cols)
		}
	}
	cols.only(func(k int) bool { return cols.outer(k) || s.xs[k+1]-s.xs[k] < narrow })
	for _, c := range s.cells {
		if c.text != "" {
			cols.spare(c.col, c.cols)
		}
	}
	kept := cols.kept()
	if kept[len(cols)] == 0 {
		return
	}
	for _, c := range s.cells {
		c.col, c.cols = kept[c.col], kept[c.col+c.cols]-kept[c.col]
	}
	s.cells = slices.DeleteFunc(s.cells, func(c *cell) bool { return c.cols == 0 })
	s.xs = cols.edges(s.xs)
}

// untangle makes sure that no cells overlap: where parts do not match exactly, the later cell shrinks,
// and a cell without any slot left gives its text to the one that holds its place.
func (s *stack) untangle() {
	slices.SortStableFunc(s.cells, func(a, b *cell) int { return cmp.Or(a.row-b.row, a.col-b.col) })
	cols := len(s.xs) - 1
	slots := make([]*cell, s.rows*cols)
	s.cells = slices.DeleteFunc(s.cells, func(c *cell) bool {
		if held := slots[c.row*cols+c.col]; held != nil {
			held.take(&cell{row: held.row + held.rows - 1, rows: 1, text: c.text, lines: c.lines})
			return true
		}
		c.shrink(slots, cols)
		for r := c.row; r < c.row+c.rows; r++ {
			for k := c.col; k < c.col+c.cols; k++ {
				slots[r*cols+k] = c
			}
		}
		return false
	})
}

// shrink cuts the cell down to the slots that are free.
func (c *cell) shrink(slots []*cell, cols int) {
	for k := 1; k < c.cols; k++ {
		if slots[c.row*cols+c.col+k] != nil {
			c.cols = k
		}
	}
	for r := 1; r < c.rows; r++ {
		for k := range c.cols {
			if slots[(c.row+r)*cols+c.col+k] != nil {
				c.rows = r
				return
			}
		}
	}
}

// table hands the stack over.
func (s *stack) table(first *part) *document.Table {
	t := &document.Table{Rows: s.rows, Columns: len(s.xs) - 1, Evidence: first.evidence,
		Cells: make([]document.Cell, len(s.cells)), Place: document.Place{Page: first.page, Box: homeOf(first.home, first.box)}}
	for i, c := range s.cells {
		t.Cells[i] = c.document()
	}
	return t
}

func (c *cell) document() document.Cell {
	place := document.Place{Page: c.page, Row: c.row + 1, Column: c.col + 1, Box: homeOf(c.home, c.box)}
	out := document.Cell{Row: c.row, Column: c.col, RowSpan: c.rows, ColumnSpan: c.cols, Text: c.text, Doubt: c.doubt,
		Place: place.Quoting(c.text)}
	if len(c.lines) < 2 {
		return out
	}
	out.Lines = make([]document.Line, len(c.lines))
	for i := range c.lines {
		l := c.lines[i].printed()
		l.Place.Row, l.Place.Column = place.Row, place.Column
		out.Lines[i] = l
	}
	return out
}
