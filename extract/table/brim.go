package table

// brim is what tells whether a part goes on beside the page: its labels, and what reaches its sides. It is worked
// out once, for a page is held against many.
type brim struct {
	titled              bool
	labels              []string // of the rows
	openLeft, openRight bool     // a cell reaches the side and no rule is drawn there
	overLeft, overRight bool     // a text in such a cell reaches over it
}

func (p *part) brim() *brim {
	if p.known == nil {
		p.known = &brim{titled: p.titled(), labels: p.labels()}
		for _, cells := range [][]cell{p.cells, p.beyond} {
			for i := range cells {
				p.known.add(p, &cells[i])
			}
		}
	}
	return p.known
}

// add notes what a cell of the part has at its sides.
func (b *brim) add(p *part, c *cell) {
	first, last := c.col == 0, c.col+c.cols == p.columns()
	b.openLeft = b.openLeft || first && c.open.left
	b.openRight = b.openRight || last && c.open.right
	for i := range c.lines {
		b.overLeft = b.overLeft || first && c.lines[i].box.X0 < p.box.X0
		b.overRight = b.overRight || last && c.lines[i].box.X1 > p.box.X1
	}
}
