package table

import "slices"

// thin is the height or width below which a row or column without text is the gap of a double rule.
const thin = 5.0

// trim drops the blank beside a table with steps, rows that are gaps between double rules, and such
// columns at the left and right edge, so that the frame can be compared with that of another page.
func (p *part) trim() {
	rows, cols := blanks(p.rows()), blanks(p.columns())
	for i := range p.cells {
		if c := &p.cells[i]; c.text != "" {
			rows.keep(c.row, c.rows)
			cols.keep(c.col, c.cols)
		}
	}
	rows.only(func(r int) bool { return p.ys[r+1]-p.ys[r] < thin })
	cols.only(func(k int) bool { return cols.outer(k) && p.xs[k+1]-p.xs[k] < thin })
	for i := range p.cells {
		if c := &p.cells[i]; c.text != "" {
			rows.spare(c.row, c.rows)
			cols.spare(c.col, c.cols)
		}
	}
	p.drop(rows, cols)
	p.slots = nil // indices are stale now
}

// drop takes rows and columns out of the grid, and the cells that lie in them alone.
func (p *part) drop(rows, cols blank) {
	down, across := rows.kept(), cols.kept()
	for i := range p.cells {
		c := &p.cells[i]
		c.row, c.rows = down[c.row], down[c.row+c.rows]-down[c.row]
		c.col, c.cols = across[c.col], across[c.col+c.cols]-across[c.col]
	}
	p.cells = slices.DeleteFunc(p.cells, func(c cell) bool {
		nowhere := c.rows == 0 || c.cols == 0
		if c.outside && c.text == "" && !nowhere {
			p.beyond = append(p.beyond, c)
		}
		return nowhere || c.outside && c.text == ""
	})
	p.ys, p.xs = rows.edges(p.ys), cols.edges(p.xs)
	p.box.X0, p.box.X1 = p.xs[0], p.xs[len(p.xs)-1]
}

// blank marks rows or columns that may be dropped.
type blank []bool

func blanks(n int) blank {
	b := make(blank, n)
	for i := range b {
		b[i] = true
	}
	return b
}

// only unmarks what does not meet the condition.
func (b blank) only(condition func(int) bool) {
	drop := make(blank, len(b))
	for i := range b {
		drop[i] = b[i] && condition(i)
	}
	copy(b, drop)
}

// outer reports whether all rows or columns on one side of i are blank.
func (b blank) outer(i int) bool {
	return !slices.Contains(b[:i], false) || !slices.Contains(b[i:], false)
}

// keep unmarks the row or column that a cell with text has to itself.
func (b blank) keep(first, n int) {
	if n == 1 {
		b[first] = false
	}
}

// spare gives a cell with text its first row or column back, if all of them are to be dropped.
func (b blank) spare(first, n int) {
	if !slices.Contains(b[first:first+n], false) {
		b[first] = false
	}
}

// kept counts, before each edge, the rows or columns that stay.
func (b blank) kept() []int {
	n := make([]int, len(b)+1)
	for i, drop := range b {
		n[i+1] = n[i]
		if !drop {
			n[i+1]++
		}
	}
	return n
}

// edges leaves out the edges of what is dropped: the outer one at the left and right, the upper one of
// inner gaps.
func (b blank) edges(at []float64) []float64 {
	out := make([]float64, 0, len(at))
	for i, drop := range b {
		if !drop {
			out = append(out, at[i])
		}
	}
	last := len(b) - 1
	for last >= 0 && b[last] {
		last--
	}
	return append(out, at[last+1])
}
