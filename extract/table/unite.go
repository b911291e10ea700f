package table

import "slices"

// mostLoose is how many edges more than either has two parts of one table without rules may have together.
const mostLoose = 1

// unite gives two parts whose columns only their texts tell the same edges, if those of each may lie where
// those of the other do.
func unite(last, next *part) {
	before := last.slack
	if last.common != nil {
		before = last.common
	}
	edges := edgesBetween(slices.Concat(before, next.slack))
	if len(edges) > max(len(before), len(next.slack))+mostLoose {
		return
	}
	x0, x1 := min(last.box.X0, next.box.X0), max(last.box.X1, next.box.X1)
	last.redraw(edges, x0, x1)
	next.redraw(edges, x0, x1)
	next.common = edges
}

// united gives all parts of a table the edges that the last one found them to have.
func united(parts []*part) {
	last := parts[len(parts)-1]
	if last.common == nil {
		return
	}
	for _, p := range parts {
		p.redraw(last.common, last.box.X0, last.box.X1)
	}
}

// redraw gives the part the columns of the whole table. A cell at either side, whose part had no texts beyond
// it, stands where its text does.
func (p *part) redraw(edges []span, x0, x1 float64) {
	at := make([]int, len(p.slack)+2) // by old edge of a column: the new one
	at[len(at)-1] = len(edges) + 1
	for k, s := range p.slack {
		at[k+1] = max(at[k], 1+slices.IndexFunc(edges, func(e span) bool { return e.within(s) }))
	}
	p.xs, p.slack = []float64{x0}, edges
	for _, e := range edges {
		p.xs = append(p.xs, (e.x0+e.x1)/2)
	}
	p.xs = append(p.xs, x1)
	p.box.X0, p.box.X1 = x0, x1
	for i := range p.cells {
		c := &p.cells[i]
		from, to := at[c.col], at[c.col+c.cols]
		if first, end, ok := c.under(edges); ok {
			if c.col == 0 {
				from = min(first, to-1)
			}
			if c.col+c.cols == len(at)-1 {
				to = max(end, from+1)
			}
		}
		c.col, c.cols = from, to-from
		c.box.X0, c.box.X1 = p.xs[from], p.xs[to]
	}
	p.refill()
}

// refill puts a blank cell into each slot that no cell with a text covers.
func (p *part) refill() {
	p.cells = slices.DeleteFunc(p.cells, func(c cell) bool { return c.text == "" && c.rows == 1 })
	p.slots = make([]int32, p.rows()*p.columns())
	for i := range p.slots {
		p.slots[i] = -1
	}
	cells := p.cells
	p.cells = make([]cell, 0, len(p.slots))
	for i := range cells {
		p.set(cells[i])
	}
	for i, s := range p.slots {
		if s < 0 {
			p.add(cell{page: p.page, row: i / p.columns(), col: i % p.columns(), rows: 1, cols: 1})
		}
	}
	p.slots = nil
}

// under are the columns in which the text of the cell stands, first and up to, if it has one.
func (c *cell) under(edges []span) (first, end int, ok bool) {
	if len(c.lines) == 0 {
		return 0, 0, false
	}
	box := c.lines[0].box
	for i := range c.lines {
		box = box.Union(c.lines[i].box)
	}
	first, end = slotsIn(edges, span{box.X0, box.X1})
	return first, end, true
}
