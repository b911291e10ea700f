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

// redraw moves the edges of the columns to where those of the whole table are.
func (p *part) redraw(edges []span, x0, x1 float64) {
	for k, s := range p.slack {
		if i := slices.IndexFunc(edges, func(e span) bool { return e.within(s) }); i >= 0 {
			p.xs[k+1] = (edges[i].x0 + edges[i].x1) / 2
		}
	}
	p.xs[0], p.xs[len(p.xs)-1] = x0, x1
	p.box.X0, p.box.X1 = x0, x1
	for i := range p.cells {
		c := &p.cells[i]
		c.box.X0, c.box.X1 = p.xs[c.col], p.xs[c.col+c.cols]
	}
}
