package table

// spill gives text that runs over the edge of its cell back to the cell it begins in. Spreadsheets
// print long text on into blank cells; a glyph that stands across the edge shows it. Figures never run
// over, so what reads as one stays.
func (p *part) spill() {
	for i := range p.slots {
		c := &p.cells[p.slots[i]]
		if r, k := i/p.columns(), i%p.columns(); c.row != r || c.col != k || len(c.lines) != 1 {
			continue
		}
		for next := c.col + c.cols; next < p.columns(); {
			n := &p.cells[p.slots[c.row*p.columns()+next]]
			if !c.runsInto(n) {
				break
			}
			c.swallow(n)
			next = n.col + n.cols
		}
	}
}

// runsInto reports whether the text of the cell goes on in the next one without a gap, across the edge.
func (c *cell) runsInto(n *cell) bool {
	if len(n.lines) != 1 || n.row != c.row || n.rows != c.rows || numeric(n.text) || numeric(c.text) {
		return false
	}
	a, b := &c.lines[0], &n.lines[0]
	edge, gap := n.box.X0, b.box.X0-a.box.X1
	across := max(a.box.X1-edge, edge-b.box.X0)
	return a.base == b.base && gap > -overprint*a.size && gap <= overprint*a.size && across > 0.1*a.size
}

// swallow appends the line of the next cell, which stays blank.
func (c *cell) swallow(n *cell) {
	a, b := c.lines[0], n.lines[0]
	last := &a.pieces[len(a.pieces)-1]
	last.text, last.x1 = last.text+b.pieces[0].text, b.pieces[0].x1
	a.pieces = append(a.pieces, b.pieces[1:]...)
	a.box = a.box.Union(b.box)
	c.write([]line{a})
	n.lines, n.text, n.glyphs = nil, "", nil
}
