package markup

import (
	"slices"
	"strings"
)

// frame reports whether a table is only a border around text.
func frame(t *Table) bool { return len(t.Cells) == 1 }

// nested reports whether a table stands in one of the cells.
func nested(cells []Cell) bool {
	for i := range cells {
		if cells[i].nests() {
			return true
		}
	}
	return false
}

func (c *Cell) nests() bool {
	for _, it := range c.Items {
		if it.Table != nil {
			return true
		}
	}
	return false
}

func (c *Cell) filled() bool {
	for _, it := range c.Items {
		if it.Table == nil && strings.ContainsFunc(it.Text, func(r rune) bool { return !loose(r) }) {
			return true
		}
	}
	return false
}

// dataCells is the number of cells with text beside a nested table from which on their row is a row of
// data, and not a label or a side bar.
const dataCells = 2

// unfold writes a table that holds others. Rows of data stay together; the tables in them follow. A row
// that only places a table on the page is replaced by what stands in it, so that the inner table stands
// between the rows above and the rows below.
func (w *writer) unfold(t *Table) error {
	rows := byRow(t.Cells)
	var above []Cell // cells that began before the segment and may reach into it
	start := 0
	for r, cells := range rows {
		if !nested(cells) || own(cells) >= dataCells {
			continue
		}
		if err := w.segment(above, rows[start:r]); err != nil {
			return err
		}
		for _, c := range cells {
			if err := w.items(c.Items); err != nil {
				return err
			}
		}
		above = reaching(append(above, slices.Concat(rows[start:r+1]...)...), r+1)
		start = r + 1
	}
	return w.segment(above, rows[start:])
}

func byRow(cells []Cell) [][]Cell {
	n, _ := size(cells)
	rows := make([][]Cell, n)
	for _, c := range cells {
		rows[c.Row] = append(rows[c.Row], c)
	}
	return rows
}

// reaching keeps the cells that reach into the row.
func reaching(cells []Cell, row int) []Cell {
	return slices.DeleteFunc(cells, func(c Cell) bool { return c.Row+c.RowSpan <= row })
}

// own counts the cells with text and no table.
func own(cells []Cell) (n int) {
	for i := range cells {
		if cells[i].filled() && !cells[i].nests() {
			n++
		}
	}
	return n
}

// segment writes rows as a table of their own, and the tables in them behind it. A cell from above that
// reaches into the rows goes on in them, without its tables.
func (w *writer) segment(above []Cell, rows [][]Cell) error {
	cells := slices.Concat(rows...)
	if len(cells) == 0 {
		return nil
	}
	start := cells[0].Row
	end := start + len(rows)
	var part Table
	var inner []Item
	for _, c := range slices.Concat(above, cells) {
		last := min(c.Row+c.RowSpan, end)
		if last <= start {
			continue
		}
		texts, tables := divide(c.Items)
		if c.Row >= start {
			inner = append(inner, tables...)
		}
		c.Row, c.RowSpan, c.Items = max(c.Row, start)-start, last-max(c.Row, start), texts
		part.Cells = append(part.Cells, c)
	}
	if err := w.table(&part); err != nil {
		return err
	}
	return w.items(inner)
}

func divide(items []Item) (texts, tables []Item) {
	for _, it := range items {
		if it.Table == nil {
			texts = append(texts, it)
		} else {
			tables = append(tables, it)
		}
	}
	return texts, tables
}
