package table

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"fuhe/extract/document"
)

// watermark is how much larger than the text turned glyphs must be to be one.
const watermark = 1.5

// visible returns the glyphs that a reader sees and takes for text: none struck out, no hidden ones beside visible text, no nearly white
// ones unless they stand on a shade, no turned ones larger than the text.
func (d *desk) visible(p *document.Page) []*document.Glyph {
	size := medianSize(p.Glyphs)
	hidden := onlyHidden(p.Glyphs)
	shades := newShades(p)
	struck := d.struckOut(p)
	out := slices.Grow(d.seen[:0], len(p.Glyphs))
	d.glyphs = slices.Grow(d.glyphs, len(p.Glyphs))
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Hidden != hidden || g.Rune == 0 || formats(g.Rune) || !somewhere(&g.Box) || struck != nil && struck[i] {
			continue
		}
		if g.Turned && g.Size > watermark*size || g.Pale && !shades.hold(centre(g.Box)) {
			continue
		}
		out = append(out, g)
	}
	d.seen = out
	return out
}

// somewhere reports whether the box is a place on some page: a matrix that overflows draws nowhere.
func somewhere(b *document.Box) bool {
	return math.Abs(b.X0) < farAway && math.Abs(b.Y0) < farAway && math.Abs(b.X1) < farAway && math.Abs(b.Y1) < farAway
}

// formats reports whether a character shows nothing and only tells how others are set.
func formats(r rune) bool {
	return !(r >= '\u2E80' && r < '\uFE00') && r > '~' && unicode.Is(unicode.Cf, r)
}

// medianSize is the usual size of the upright text.
func medianSize(glyphs []document.Glyph) float64 {
	var sizes []sizeCount
	all := 0
	run := sizeCount{} // of the glyphs that follow one another
	for i := range glyphs {
		g := &glyphs[i]
		if g.Turned {
			continue
		}
		if g.Size != run.size {
			sizes = countSizes(sizes, run)
			run = sizeCount{size: g.Size}
		}
		run.count++
		all++
	}
	sizes = countSizes(sizes, run)
	slices.SortFunc(sizes, func(a, b sizeCount) int { return cmp.Compare(a.size, b.size) })
	before := 0
	for _, s := range sizes {
		if before += s.count; before > all/2 {
			return s.size
		}
	}
	return 12
}

// sizeCount is how many glyphs in turn have a size.
type sizeCount struct {
	size  float64
	count int
}

// countSizes counts a run of glyphs with the last sizes; a page has few.
func countSizes(sizes []sizeCount, run sizeCount) []sizeCount {
	const few = 8
	if run.count == 0 {
		return sizes
	}
	for i := len(sizes) - 1; i >= max(0, len(sizes)-few); i-- {
		if sizes[i].size == run.size {
			sizes[i].count += run.count
			return sizes
		}
	}
	return append(sizes, run)
}

// onlyHidden reports whether all text is the invisible layer of a scan, which then is all there is.
func onlyHidden(glyphs []document.Glyph) bool {
	for i := range glyphs {
		if !glyphs[i].Hidden {
			return false
		}
	}
	return len(glyphs) > 0
}

// shades are the filled areas of a page, so sorted that those around a point are found quickly.
type shades struct {
	boxes []document.Box
	page  float64
}

const mostShades = 500 // looked at for one pale glyph

func newShades(p *document.Page) shades {
	s := shades{page: p.Width * p.Height}
	if !anyPale(p.Glyphs) {
		return s
	}
	s.boxes = slices.Clone(p.Fills)
	slices.SortFunc(s.boxes, func(a, b document.Box) int {
		return -cmp.Compare(a.Width()*a.Height(), b.Width()*b.Height())
	})
	s.boxes = s.boxes[:min(len(s.boxes), mostShades)]
	return s
}

func anyPale(glyphs []document.Glyph) bool {
	for i := range glyphs {
		if glyphs[i].Pale {
			return true
		}
	}
	return false
}

// hold reports whether a shaded area smaller than half the page lies around the point.
func (s shades) hold(x, y float64) bool {
	return slices.ContainsFunc(s.boxes, func(b document.Box) bool {
		return b.Width()*b.Height() < s.page/2 && b.Holds(x, y)
	})
}

func centre(b document.Box) (x, y float64) { return (b.X0 + b.X1) / 2, (b.Y0 + b.Y1) / 2 }

// middleOfSeen is the centre of what is seen of a glyph.
func middleOfSeen(g *document.Glyph, clips []document.Box) (x, y float64) {
	x, y = centre(g.Box)
	if g.Clip < 0 || int(g.Clip) >= len(clips) || clips[g.Clip].Holds(x, y) {
		return x, y
	}
	c := clips[g.Clip]
	return centre(document.Box{X0: max(g.Box.X0, c.X0), Y0: max(g.Box.Y0, c.Y0), X1: min(g.Box.X1, c.X1), Y1: min(g.Box.Y1, c.Y1)})
}

// pour puts each glyph into the cell in which the centre of what is seen of it lies, of the smallest table there, and
// returns the glyphs that lie in no table, in the room of those given.
func pour(glyphs []*document.Glyph, parts []*part, clips []document.Box) []*document.Glyph {
	if len(parts) == 0 {
		return glyphs
	}
	free := glyphs[:0]
	k, c := 0, (*cell)(nil) // the part, by its index, and the cell that hold the glyph before
	for _, g := range glyphs {
		x, y := middleOfSeen(g, clips)
		if c == nil || !c.around(x, y) || holder(parts[:k], x, y) >= 0 {
			if k = holder(parts, x, y); k < 0 {
				free, c = append(free, g), nil
				continue
			}
			c = parts[k].cellAt(x, y)
		}
		c.glyphs = append(c.glyphs, g)
	}
	return hang(free, parts)
}

// around reports whether cellAt finds the cell for the point.
func (c *cell) around(x, y float64) bool {
	return x > c.box.X0 && x <= c.box.X1 && y > c.box.Y0 && y <= c.box.Y1
}

// hanging is the share of a glyph's height that has to lie above a table's lower edge for the glyph to hang
// out of the cell there.
const hanging = 0.25

// hang gives the glyphs that are drawn across the lower edge of a table to the cells they hang out of: where
// the page cuts a merged cell, its text goes on below the cell's edge.
func hang(free []*document.Glyph, parts []*part) []*document.Glyph {
	return slices.DeleteFunc(free, func(g *document.Glyph) bool {
		height := g.Box.Y1 - g.Box.Y0
		for _, p := range parts {
			above := p.box.Y1 - g.Box.Y0
			if above < hanging*height || above > height {
				continue
			}
			if c := p.hangsFrom(g); c != nil {
				c.glyphs = append(c.glyphs, g)
				return true
			}
		}
		return false
	})
}

// hangsFrom is the cell at the table's lower edge that the glyph there hangs out of, or nil.
func (p *part) hangsFrom(g *document.Glyph) *cell {
	x, _ := centre(g.Box)
	if x < p.box.X0 || x > p.box.X1 {
		return nil
	}
	if c := p.cellAt(x, p.box.Y1); c.open.bottom && c.outside || c.holdsAbove(g) {
		return c
	}
	return nil
}

// holdsAbove reports whether the cell has text just above the glyph.
func (c *cell) holdsAbove(g *document.Glyph) bool {
	return slices.ContainsFunc(c.glyphs, func(o *document.Glyph) bool {
		return o.Base < g.Base+1 && g.Base-o.Base < 2*g.Size
	})
}

// holder is the index of the smallest table around the point, or -1.
func holder(parts []*part, x, y float64) int {
	for i, p := range parts {
		if p.box.Holds(x, y) {
			return i
		}
	}
	return -1
}

// cellAt is the cell around a point of the table's box.
func (p *part) cellAt(x, y float64) *cell {
	c, _ := slices.BinarySearch(p.xs, x)
	r, _ := slices.BinarySearch(p.ys, y)
	c, r = min(max(c-1, 0), p.columns()-1), min(max(r-1, 0), p.rows()-1)
	return &p.cells[p.slots[r*p.columns()+c]]
}
