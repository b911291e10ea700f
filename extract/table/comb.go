package table

import (
	"math"
	"slices"
)

const (
	mostTeeth   = 300 // lines of a cell above which it is no comb
	fewestTeeth = 3   // lines that a cell must have before its row may be several rows
	sameRowGap  = 3.0 // baselines nearer than this stand in one row
	inRow       = 0.6 // share of the rows in which each cell must have a line
)

// combed splits the rows of a table whose rules draw columns only: rows in which all cells hold several
// lines at the same heights, and at least one cell figures alone.
func (p *part) combed() {
	for r := p.rows() - 1; r >= 0; r-- {
		cells := p.row(r)
		if bases := teeth(cells); bases != nil && p.rows()+len(bases) < mostRules {
			p.splitRow(r, bases, cells)
		}
	}
}

// teeth are the baselines of the rows that stand in one drawn row, or nil if it is one row.
func teeth(cells []*cell) []float64 {
	var bases []float64
	for _, c := range cells {
		if len(c.lines) > mostTeeth {
			return nil
		}
		if c.rows == 1 && len(c.lines) > len(bases) && c.figuresOnly() {
			bases = bases[:0]
			for i := range c.lines {
				bases = append(bases, c.lines[i].base)
			}
		}
	}
	if len(bases) < fewestTeeth || slices.ContainsFunc(cells, func(c *cell) bool { return c.text != "" && !c.meshes(bases) }) {
		return nil
	}
	return bases
}

// figuresOnly reports whether each line of the cell is a figure of its own.
func (c *cell) figuresOnly() bool {
	for i := range c.lines {
		if !numeric(c.lines[i].text()) {
			return false
		}
	}
	return true
}

// meshes reports whether the cell has a line in most of the rows.
func (c *cell) meshes(bases []float64) bool {
	n := 0
	for _, b := range bases {
		if slices.ContainsFunc(c.lines, func(l line) bool { return math.Abs(l.base-b) <= sameRowGap }) {
			n++
		}
	}
	return c.rows == 1 && float64(n) >= inRow*float64(len(bases))
}

// splitRow makes as many rows of one as there are baselines, and gives each line to the row whose
// baseline is the next at or below it: the first lines of a label stand above its figure.
func (p *part) splitRow(r int, bases []float64, cells []*cell) {
	more := len(bases) - 1
	split := make([]cell, 0, len(cells)*len(bases))
	for _, c := range cells {
		split = append(split, c.split(bases)...)
	}
	p.cells = slices.DeleteFunc(p.cells, func(c cell) bool { return c.row == r && c.rows == 1 })
	for i := range p.cells {
		switch c := &p.cells[i]; {
		case c.row > r:
			c.row += more
		case c.row+c.rows > r:
			c.rows += more
		}
	}
	p.cells = append(p.cells, split...)
	ys := make([]float64, more)
	for i := range ys {
		ys[i] = (bases[i] + bases[i+1]) / 2
	}
	p.ys = slices.Insert(p.ys, r+1, ys...)
}

// split cuts the cell at the middles between the baselines.
func (c *cell) split(bases []float64) []cell {
	if c.rows > 1 {
		return nil
	}
	out := make([]cell, len(bases))
	for i := range out {
		out[i] = cell{page: c.page, row: c.row + i, col: c.col, rows: 1, cols: c.cols, box: c.box}
		if i > 0 {
			out[i].box.Y0 = (bases[i-1] + bases[i]) / 2
		}
		if i+1 < len(bases) {
			out[i].box.Y1 = (bases[i] + bases[i+1]) / 2
		}
	}
	lines := make([][]line, len(out))
	for _, l := range c.lines {
		k, _ := slices.BinarySearch(bases, l.base-sameRowGap)
		k = min(k, len(out)-1)
		lines[k] = append(lines[k], l)
	}
	for i := range out {
		out[i].write(lines[i])
	}
	return out
}
