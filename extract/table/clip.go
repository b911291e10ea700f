package table

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/document"
)

const (
	padding     = 6.5 // points between a cell's side and the box its text is clipped to
	sameSide    = 1.5 // sides of boxes nearer than this are one
	fewestPeers = 2   // rows with two boxes or more below which clip boxes are no table
)

// clipped finds the tables without rules whose cells are told by the boxes that their text is clipped
// to, as word processors draw them. Cells without text have no box; a merged cell has one.
func clipped(p *document.Page, glyphs []*document.Glyph) []*part {
	boxes := cellBoxes(usedClips(p, glyphs), p, nil)
	if len(boxes) < 2*fewestLines {
		return nil
	}
	var out []*part
	for _, set := range clusters(boxes) {
		if t := clipTable(set); t != nil {
			out = append(out, t)
		}
	}
	return out
}

// usedClips are the boxes of the page that the glyphs are clipped to.
func usedClips(p *document.Page, glyphs []*document.Glyph) []document.Box {
	used := make([]bool, len(p.Clips))
	for _, g := range glyphs {
		if g.Clip >= 0 && int(g.Clip) < len(used) {
			used[g.Clip] = true
		}
	}
	var out []document.Box
	for i, on := range used {
		if on {
			out = append(out, p.Clips[i])
		}
	}
	return out
}

// clusters sorts boxes, which are sorted by their tops, into sets whose rows follow one another closely.
func clusters(boxes []document.Box) [][]document.Box {
	var out [][]document.Box
	for start := 0; start < len(boxes); {
		end, bottom := start+1, boxes[start].Y1
		for end < len(boxes) && boxes[end].Y0 <= bottom+2*padding {
			bottom = max(bottom, boxes[end].Y1)
			end++
		}
		out = append(out, boxes[start:end])
		start = end
	}
	return out
}

// clipTable makes a table of the boxes, or nil if they do not stand in rows and columns.
func clipTable(boxes []document.Box) *part {
	if len(boxes) < 2*fewestLines || peers(boxes) < fewestPeers {
		return nil
	}
	var lefts, rights, tops, bottoms []float64
	for _, b := range boxes {
		lefts, rights = append(lefts, b.X0), append(rights, b.X1)
		tops, bottoms = append(tops, b.Y0), append(bottoms, b.Y1)
	}
	p := &part{xs: between(lefts, rights), ys: between(tops, bottoms), evidence: document.Clipped}
	if p.rows() < 2 || p.columns() < 2 || p.rows()*p.columns() > mostMarks {
		return nil
	}
	p.box = document.Box{X0: p.xs[0], Y0: p.ys[0], X1: p.xs[p.columns()], Y1: p.ys[p.rows()]}
	if !p.tile(boxes) {
		return nil
	}
	return p
}

// peers counts the rows in which several boxes have the same height.
func peers(boxes []document.Box) int {
	n := 0
	for start := 0; start < len(boxes); {
		end := start + 1
		for end < len(boxes) && boxes[end].Y0-boxes[start].Y0 <= sameSide && math.Abs(boxes[end].Y1-boxes[start].Y1) <= sameSide {
			end++
		}
		if end-start > 1 {
			n++
		}
		start = end
	}
	return n
}

// between are the edges of columns or rows: the outer sides, and the middles between the side where a
// box ends and the one where the next begins.
func between(lows, highs []float64) []float64 {
	lows, highs = distinct(lows), distinct(highs)
	out := []float64{lows[0]}
	paired := make([]bool, len(lows))
	for _, h := range highs[:len(highs)-1] {
		k := nearest(lows, h)
		if math.Abs(lows[k]-h) <= 2*padding {
			out, paired[k] = append(out, (lows[k]+h)/2), true
		} else {
			out = append(out, h)
		}
	}
	for k := 1; k < len(lows); k++ {
		if !paired[k] {
			out = append(out, lows[k])
		}
	}
	out = append(out, highs[len(highs)-1])
	slices.Sort(out)
	return merged(out)
}

// distinct sorts positions and keeps one of those that are the same.
func distinct(at []float64) []float64 {
	slices.Sort(at)
	return slices.CompactFunc(at, func(a, b float64) bool { return math.Abs(b-a) <= sameSide })
}

// tile makes a cell of each box and blank ones of the slots between. It reports whether the boxes lie
// beside one another: where they overlap, they are no cells.
func (p *part) tile(boxes []document.Box) bool {
	p.slots = make([]int32, p.rows()*p.columns())
	for i := range p.slots {
		p.slots[i] = -1
	}
	boxes = slices.Clone(boxes)
	slices.SortStableFunc(boxes, func(a, b document.Box) int {
		return cmp.Compare(a.Width()*a.Height(), b.Width()*b.Height())
	})
	lost := 0
	for _, b := range boxes {
		c := p.slotsOf(b)
		if c.rows < 1 || c.cols < 1 || !p.free(c) {
			lost++
			continue
		}
		p.add(c)
	}
	for i, s := range p.slots {
		if s < 0 {
			p.add(cell{row: i / p.columns(), col: i % p.columns(), rows: 1, cols: 1})
		}
	}
	return float64(lost) <= (1-boxedShare)*float64(len(boxes))
}

// slotsOf is the cell that a box fills.
func (p *part) slotsOf(b document.Box) cell {
	r, c := nearest(p.ys, b.Y0), nearest(p.xs, b.X0)
	return cell{row: r, col: c, rows: nearest(p.ys, b.Y1) - r, cols: nearest(p.xs, b.X1) - c}
}

// free reports whether no cell has a slot of the given one.
func (p *part) free(c cell) bool {
	for r := c.row; r < c.row+c.rows; r++ {
		for k := c.col; k < c.col+c.cols; k++ {
			if p.slots[r*p.columns()+k] >= 0 {
				return false
			}
		}
	}
	return true
}

// mostBeside is the share of the glyphs of a table that may stand beside it.
const mostBeside = 0.1

// whole gives up the tables beside which other text stands, on the same lines: their boxes are those of some
// cells alone.
func whole(parts []*part, free []*document.Glyph) ([]*part, []*document.Glyph) {
	var kept []*part
	for _, p := range parts {
		within, beside := 0, 0
		for i := range p.cells {
			within += len(p.cells[i].glyphs)
		}
		for _, g := range free {
			if x, y := centre(g.Box); y > p.box.Y0 && y < p.box.Y1 && !p.box.Holds(x, y) {
				beside++
			}
		}
		if float64(beside) > mostBeside*float64(within) {
			free = p.release(free)
			continue
		}
		kept = append(kept, p)
	}
	return kept, free
}
