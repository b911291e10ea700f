package table

import "fuhe/extract/document"

// cut joins the slots between which no side is drawn, and makes a cell of each area.
func (p *part) cut(s sides) {
	areas := s.areas()
	p.slots = make([]int32, s.rows*s.cols)
	for i := range p.slots {
		p.slots[i] = -1
	}
	p.cells = make([]cell, 0, areas.count())
	for i := range p.slots {
		if p.slots[i] < 0 {
			p.claim(areas, i)
		}
	}
	for i := range p.cells {
		c := &p.cells[i]
		c.open = s.open(c)
		c.outside = s.outside(c)
	}
}

// areas joins slots over the sides that are not drawn. The frame counts as drawn throughout.
func (s sides) areas() sets {
	areas := newSets(s.rows * s.cols)
	for r := range s.rows {
		for c := range s.cols {
			if c > 0 && !s.left[c][r] {
				areas.join(r*s.cols+c-1, r*s.cols+c)
			}
			if r > 0 && !s.above[r][c] {
				areas.join((r-1)*s.cols+c, r*s.cols+c)
			}
		}
	}
	return areas
}

// claim makes a cell of the largest rectangle of one area that starts at the slot: first as wide, then
// as high as it goes. An area that is no rectangle, since a rule is missing, becomes several cells.
func (p *part) claim(areas sets, slot int) {
	cols := p.columns()
	c := cell{row: slot / cols, col: slot % cols, rows: 1, cols: 1}
	root := areas.find(slot)
	free := func(i int) bool { return p.slots[i] < 0 && areas.find(i) == root }
	for c.col+c.cols < cols && free(slot+c.cols) {
		c.cols++
	}
	for c.row+c.rows < p.rows() && allFree(free, slot+c.rows*cols, c.cols) {
		c.rows++
	}
	p.add(c)
}

func allFree(free func(int) bool, start, n int) bool {
	for i := start; i < start+n; i++ {
		if !free(i) {
			return false
		}
	}
	return true
}

// add puts a cell into its slots.
func (p *part) add(c cell) {
	c.box = document.Box{X0: p.xs[c.col], Y0: p.ys[c.row], X1: p.xs[c.col+c.cols], Y1: p.ys[c.row+c.rows]}
	for r := c.row; r < c.row+c.rows; r++ {
		for k := c.col; k < c.col+c.cols; k++ {
			p.slots[r*p.columns()+k] = int32(len(p.cells))
		}
	}
	p.cells = append(p.cells, c)
}

// open tells sides of a cell apart that lie on the frame of the table without a rule.
type open struct{ top, bottom, left, right bool }

// open returns the sides of the frame that no rule is drawn along, where the cell reaches them.
func (s sides) open(c *cell) open {
	bare := func(edge []bool, from, n int) bool { return share(edge[from:from+n]) < drawn }
	return open{
		top:    c.row == 0 && bare(s.above[0], c.col, c.cols),
		bottom: c.row+c.rows == s.rows && bare(s.above[s.rows], c.col, c.cols),
		left:   c.col == 0 && bare(s.left[0], c.row, c.rows),
		right:  c.col+c.cols == s.cols && bare(s.left[s.cols], c.row, c.rows),
	}
}

// outside reports whether the cell is open towards the outside on a side of the frame that is drawn
// elsewhere: the blank beside a table with steps, if nothing is printed in it.
func (s sides) outside(c *cell) bool {
	return c.open.top && share(s.above[0]) >= drawn || c.open.bottom && share(s.above[s.rows]) >= drawn ||
		c.open.left && share(s.left[0]) >= drawn || c.open.right && share(s.left[s.cols]) >= drawn
}
