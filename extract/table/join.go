package table

import (
	"cmp"
	"slices"
)

// join makes the right part of a pair, which was moved beside the left one, the rest of it.
func (p pair) join(at seam) {
	left, right := p.left, p.right
	faces := p.faces()
	p.widen(faces)
	for _, f := range faces {
		if f.one() {
			f.unite(at)
		} else {
			f.mend(at)
		}
	}
	rows, columns := merged(slices.Sorted(slices.Values(slices.Concat(left.ys, right.ys)))), left.columns()
	left.onRows(rows)
	right.onRows(rows)
	for _, c := range right.whole() {
		c.col += columns
	}
	left.home = homeOf(left.home, left.box)
	left.xs, left.box.X1 = slices.Concat(left.xs, right.xs[1:]), right.box.X1
	left.cells, left.beyond = slices.Concat(left.cells, right.cells), slices.Concat(left.beyond, right.beyond)
	left.sort()
	left.openTop, left.openBottom = left.openTop && right.openTop, left.openBottom && right.openBottom
}

// widen lets the cells that go on over the seam, where nothing is drawn on the other page, do so up to its far edge.
func (p pair) widen(met []faces) {
	faced := map[*cell]bool{}
	for _, f := range met {
		faced[f.left], faced[f.right] = true, true
	}
	for _, c := range p.left.whole() {
		if c.open.right && c.outside && !faced[c] {
			c.home = homeOf(c.home, c.box)
			c.cols, c.box.X1 = c.cols+p.right.columns(), p.right.box.X1
		}
	}
	for _, c := range p.right.whole() {
		if c.open.left && c.outside && !faced[c] {
			c.home = homeOf(c.home, c.box)
			c.col, c.cols, c.box.X0 = -p.left.columns(), c.cols+p.left.columns(), p.left.box.X0
		}
	}
}

// sort sets the blank cells beyond the table apart from the others, and drops those without columns.
func (p *part) sort() {
	var cells, beyond []cell
	for _, c := range p.whole() {
		switch {
		case c.cols == 0:
		case c.outside && c.text == "":
			beyond = append(beyond, *c)
		default:
			cells = append(cells, *c)
		}
	}
	p.cells, p.beyond = cells, beyond
}

// mostHeld is how many cells that go on over a seam are asked for the lines that they hold.
const mostHeld = 1000

// hold puts lines of text into the cells in whose area they stand, of those that go on over a seam. It returns the
// other items.
func (p *part) hold(items []item, at seam) []item {
	over := p.upright(func(c *cell) bool { return c.box.X0 < at.left && c.box.X1 > at.left })
	over = over[:min(len(over), mostHeld)]
	items = slices.DeleteFunc(items, func(it item) bool {
		return it.line != nil && slices.ContainsFunc(over, func(c *cell) bool { return c.hold(it.line, at) })
	})
	p.sort()
	return items
}

func (c *cell) hold(l *line, at seam) bool {
	x, y := centre(l.box)
	if !c.box.Holds(x, y) {
		return false
	}
	c.rewrite(at.woven(append(slices.Clip(c.lines), *l)))
	return true
}

// onRows gives the part other row edges, which have its own among them.
func (p *part) onRows(ys []float64) {
	for _, c := range p.whole() {
		first, end := nearest(ys, p.ys[c.row]), nearest(ys, p.ys[c.row+c.rows])
		c.row, c.rows = first, max(end-first, 1)
	}
	p.ys, p.box.Y0, p.box.Y1 = ys, ys[0], ys[len(ys)-1]
}

// whole are all cells of the part, with the blank ones beyond it.
func (p *part) whole() []*cell {
	out := make([]*cell, 0, len(p.cells)+len(p.beyond))
	for _, cells := range [][]cell{p.cells, p.beyond} {
		for i := range cells {
			out = append(out, &cells[i])
		}
	}
	return out
}

// faces are two cells beside one another on either side of a seam.
type faces struct{ left, right *cell }

// faces pairs the cells along the seam, from top to bottom.
func (p pair) faces() []faces {
	left := p.left.upright(func(c *cell) bool { return c.col+c.cols == p.left.columns() })
	right := p.right.upright(func(c *cell) bool { return c.col == 0 })
	var out []faces
	for i, k := 0, 0; i < len(left) && k < len(right); {
		a, b := left[i], right[k]
		if min(a.box.Y1, b.box.Y1)-max(a.box.Y0, b.box.Y0) > sameHeight {
			out = append(out, faces{a, b})
		}
		if a.box.Y1 < b.box.Y1 {
			i++
		} else {
			k++
		}
	}
	return out
}

// upright are the cells that meet a condition, from top to bottom.
func (p *part) upright(condition func(*cell) bool) []*cell {
	var out []*cell
	for _, cells := range [][]cell{p.cells, p.beyond} {
		for i := range cells {
			if c := &cells[i]; condition(c) {
				out = append(out, c)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *cell) int { return cmp.Compare(a.box.Y0, b.box.Y0) })
	return out
}

// one reports whether both are one merged cell: no rule is drawn between them, where others have one.
func (f faces) one() bool {
	a, b := f.left, f.right
	return a.open.right && b.open.left && (a.outside || b.outside) && near(a.box.Y0, b.box.Y0) && near(a.box.Y1, b.box.Y1)
}

// cutBy reports whether the seam cuts a text of the two.
func (f faces) cutBy(at seam) bool {
	for i := range f.right.lines {
		for k := range f.left.lines {
			if _, ok := at.cuts(&f.left.lines[k], &f.right.lines[i]); ok {
				return true
			}
		}
	}
	return false
}

// unite makes the left cell take the right one, which is left without columns.
func (f faces) unite(at seam) {
	a, b := f.left, f.right
	a.home = homeOf(a.home, a.box)
	if len(a.lines) == 0 {
		a.page, a.home = b.page, homeOf(b.home, b.box)
	}
	a.cols, a.box.X1 = a.cols+b.cols, b.box.X1
	a.open.right, a.outside = b.open.right, false
	a.rewrite(at.woven(slices.Concat(a.lines, b.lines)))
	b.cols = 0
}

// mend gives the texts of the right cell that the seam cut back to the left one.
func (f faces) mend(at seam) {
	a, b := f.left, f.right
	var rest []line
	for i := range b.lines {
		if l := &b.lines[i]; !at.mendOne(a.lines, l) {
			rest = append(rest, *l)
		}
	}
	if len(rest) < len(b.lines) {
		a.rewrite(a.lines)
		b.rewrite(rest)
	}
}

func (c *cell) rewrite(lines []line) {
	if c.lines, c.text = nil, ""; len(lines) > 0 {
		c.write(lines)
	}
}
