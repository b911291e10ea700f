package markup

import (
	"cmp"
	"slices"
	"sort"
)

// size is the number of rows and columns that the cells cover.
func size(cells []Cell) (rows, columns int) {
	for i := range cells {
		rows = max(rows, cells[i].Row+cells[i].RowSpan)
		columns = max(columns, cells[i].Column+cells[i].ColumnSpan)
	}
	return rows, columns
}

// compact drops the rows and columns in which no cell begins: columns that exist only because a span
// was written too wide, rows that are all continuation. What is left is what a person counts. Cells come
// out in row-major order.
func compact(t *Table) *Table {
	cells := slices.Clone(t.Cells)
	rows, columns := starts(cells, func(c *Cell) int { return c.Row }), starts(cells, func(c *Cell) int { return c.Column })
	for i := range cells {
		c := &cells[i]
		c.Row, c.RowSpan = shrink(rows, c.Row, c.RowSpan)
		c.Column, c.ColumnSpan = shrink(columns, c.Column, c.ColumnSpan)
	}
	slices.SortStableFunc(cells, func(a, b Cell) int { return cmp.Or(a.Row-b.Row, a.Column-b.Column) })
	return &Table{Cells: cells}
}

// starts lists the rows or columns at which cells begin, in order.
func starts(cells []Cell, at func(*Cell) int) []int {
	all := make([]int, len(cells))
	for i := range cells {
		all[i] = at(&cells[i])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// shrink counts a span in the rows or columns that are left.
func shrink(starts []int, from, span int) (int, int) {
	first := sort.SearchInts(starts, from)
	end := sort.SearchInts(starts, from+max(span, 1))
	return first, max(end-first, 1)
}
