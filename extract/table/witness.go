package table

import (
	"math"
	"slices"

	"fuhe/extract/document"
)

// mostClips is how many clip boxes of one cell are compared.
const mostClips = 40

// witness holds the cells that rules tell against the boxes their text is clipped to. Where the boxes
// stand beside one another in one cell, and other rows have an edge between them, a rule is missing: the
// cell is cut there. Cells over which the two do not agree are doubtful.
func (p *part) witness(page *document.Page) {
	if len(page.Clips) == 0 || p.evidence != document.Ruled {
		return
	}
	owners := p.clipOwners(len(page.Clips))
	for i := range len(p.cells) {
		boxes := p.cells[i].clips(page)
		if p.cells[i].cols > 1 && len(boxes) > 1 {
			p.cutAt(i, p.seams(&p.cells[i], boxes))
		}
		for k := range boxes {
			if owners[boxes[k].id] == i && p.reaches(&p.cells[i], boxes[k].box) {
				p.cells[i].doubt = document.WitnessesDisagree
			}
		}
	}
}

// clip is a clip box with its index on the page.
type clip struct {
	id  int32
	box document.Box
}

// clips are the different boxes that the glyphs of the cell are clipped to.
func (c *cell) clips(page *document.Page) []clip {
	var out []clip
	for _, g := range c.glyphs {
		if g.Clip < 0 || int(g.Clip) >= len(page.Clips) || len(out) > 0 && out[len(out)-1].id == g.Clip {
			continue
		}
		if len(out) < mostClips && !slices.ContainsFunc(out, func(k clip) bool { return k.id == g.Clip }) {
			out = append(out, clip{g.Clip, page.Clips[g.Clip]})
		}
	}
	return out
}

// clipOwners tells for each clip box the one cell whose text it holds, or -1.
func (p *part) clipOwners(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -2
	}
	for i := range p.cells {
		for _, g := range p.cells[i].glyphs {
			if g.Clip < 0 || int(g.Clip) >= n {
				continue
			}
			if o := &out[g.Clip]; *o == -2 || *o == i {
				*o = i
			} else {
				*o = -1
			}
		}
	}
	return out
}

// seams are the column edges within the cell that no box of its text crosses, with boxes on both sides.
func (p *part) seams(c *cell, boxes []clip) []int {
	var out []int
	for k := c.col + 1; k < c.col+c.cols; k++ {
		left, right := 0, 0
		for _, b := range boxes {
			switch {
			case b.box.X1 <= p.xs[k]+sameSide:
				left++
			case b.box.X0 >= p.xs[k]-sameSide:
				right++
			}
		}
		if left > 0 && right > 0 && left+right == len(boxes) {
			out = append(out, k)
		}
	}
	return out
}

// cutAt cuts a cell at column edges; all pieces are doubtful.
func (p *part) cutAt(i int, edges []int) {
	for n := len(edges) - 1; n >= 0; n-- {
		k, c := edges[n], &p.cells[i]
		right := cell{row: c.row, col: k, rows: c.rows, cols: c.col + c.cols - k, doubt: document.WitnessesDisagree}
		c.cols, c.box.X1, c.doubt = k-c.col, p.xs[k], document.WitnessesDisagree
		glyphs := c.glyphs
		c.glyphs = nil
		for _, g := range glyphs {
			if x, _ := centre(g.Box); x > p.xs[k] {
				right.glyphs = append(right.glyphs, g)
			} else {
				c.glyphs = append(c.glyphs, g)
			}
		}
		p.add(right)
	}
}

// reaches reports whether a box of the cell's text is drawn over neighbours as well, from edge to edge:
// the box of a merged cell, with a rule through it.
func (p *part) reaches(c *cell, b document.Box) bool {
	first, end := nearest(p.xs, b.X0), nearest(p.xs, b.X1)
	top, bottom := nearest(p.ys, b.Y0), nearest(p.ys, b.Y1)
	snaps := math.Abs(p.xs[first]-b.X0) <= padding && math.Abs(p.xs[end]-b.X1) <= padding &&
		math.Abs(p.ys[top]-b.Y0) <= padding && math.Abs(p.ys[bottom]-b.Y1) <= padding
	return snaps && first <= c.col && end >= c.col+c.cols && top <= c.row && bottom >= c.row+c.rows &&
		(end-first)*(bottom-top) > c.cols*c.rows && end-first < p.columns()
}
