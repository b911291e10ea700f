package content

import (
	"math"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/extract/pdf/font"
)

// pen is where and how glyphs are drawn: the origin in points from the page's corner, and what one em
// to the right and one em up are there.
type pen struct {
	at, right, up point
	rise          point
	low, high     point          // from the baseline to where the font's lines end
	drawn         document.Glyph // what all glyphs of a string have in common
	tally         *Tally
}

func newPen(d *drawing) pen {
	s, f := &d.state, d.state.font
	m := s.ctm.after(d.text.matrix)
	p := pen{
		right: point{m.a * s.size * s.stretch, m.b * s.size * s.stretch},
		up:    point{m.c * s.size, m.d * s.size},
		rise:  point{m.c * s.rise, m.d * s.rise},
		tally: d.tally(f),
	}
	p.low, p.high = p.up.times(f.Descent), p.up.times(f.Ascent)
	p.drawn = document.Glyph{
		Size:   math.Sqrt(p.up.x*p.up.x + p.up.y*p.up.y),
		Clip:   d.listClip(),
		Hidden: s.mode == 3 || s.mode == 7,
		Turned: f.Vertical || p.right.x <= 0 || math.Abs(p.right.y) > 0.02*p.right.x,
		Pale:   s.mode != 1 && s.mode != 5 && s.fill.pale(),
	}
	return p
}

// moveTo moves the pen to where the text stands now; the rise stays.
func (p *pen) moveTo(q point) { p.at = point{q.x + p.rise.x, q.y + p.rise.y} }

// box is the glyph's advance by the height of its font's lines.
func (p *pen) box(c *font.Char) document.Box {
	along := p.right.times(c.Advance)
	b := boxOf(p.at.plus(p.low), p.at.plus(along).plus(p.high))
	if p.drawn.Turned {
		b = b.Union(boxOf(p.at.plus(along).plus(p.low), p.at.plus(p.high)))
	}
	return b
}

// verticalBox is the box of a glyph of vertical writing: twice as wide as its origin stands to the right,
// and as high as its advance.
func (p *pen) verticalBox(c *font.Char) document.Box {
	left, right, low := p.right.times(-c.OriginX), p.right.times(c.OriginX), p.up.times(c.Advance)
	return boxOf(p.at.plus(left).plus(low), p.at.plus(right)).Union(boxOf(p.at.plus(right).plus(low), p.at.plus(left)))
}

// draw adds the glyph of a code to the page, a ligature as several glyphs.
func (d *drawing) draw(c *font.Char, p *pen) {
	if c.Rune < ' ' || d.off > 0 {
		return
	}
	g := p.drawn
	g.Rune = c.Rune
	if d.state.font.Vertical {
		g.Box, g.Base = p.verticalBox(c), p.at.x
	} else {
		g.Box, g.Base = p.box(c), p.at.y
	}
	if !d.onPage(&g.Box) {
		return
	}
	g.Hidden = g.Hidden || d.clippedOff(&g.Box)
	g.Pale = g.Pale && !d.onDark(g.Box)
	p.tally.count(d.state.font, c)
	if c.More != "" {
		d.drawParts(&g, []rune(string(c.Rune)+c.More))
		return
	}
	d.add(&g)
}

// drawParts adds the glyphs of a ligature, which share its box.
func (d *drawing) drawParts(g *document.Glyph, parts []rune) {
	whole := g.Box
	for i, r := range parts {
		g.Rune = r
		g.Box.X0 = whole.X0 + whole.Width()*float64(i)/float64(len(parts))
		g.Box.X1 = whole.X0 + whole.Width()*float64(i+1)/float64(len(parts))
		d.add(g)
	}
}

// add keeps a glyph unless the same one was just struck there for boldness.
func (d *drawing) add(g *document.Glyph) {
	page := &d.sheet.Page
	if len(page.Glyphs) >= maxGlyphs {
		d.sheet.Cut = true
		return
	}
	if twin := d.struck.strike(page.Glyphs, g); twin >= 0 {
		first := &page.Glyphs[twin]
		first.Hidden, first.Pale = first.Hidden && g.Hidden, first.Pale && g.Pale
		return
	}
	page.Glyphs = append(page.Glyphs, *g)
}

// tally returns the counts of a font; mostly it is the font asked for last.
func (d *drawing) tally(f *font.Font) *Tally {
	if d.tallied == f && d.counts != nil {
		return d.counts
	}
	t, ok := d.sheet.Glyphs[f]
	if !ok {
		t = &Tally{}
		d.sheet.Glyphs[f] = t
	}
	d.tallied, d.counts = f, t
	return t
}

func (t *Tally) count(f *font.Font, c *font.Char) {
	t.Drawn++
	if c.Rune == utf8.RuneError || font.Private(c.Rune) && !f.Symbolic {
		t.Lost++
		if t.last != c {
			t.last = c
			t.Changes++
		}
	}
}

// onPage reports whether the middle of a box stands on the page. It is false for what is no number.
func (d *drawing) onPage(b *document.Box) bool {
	x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2
	return x >= 0 && y >= 0 && x <= d.sheet.Page.Width && y <= d.sheet.Page.Height && b.Width() < 1e5 && b.Height() < 1e5
}

// clippedOff reports whether nothing of a box can be seen through the clip.
func (d *drawing) clippedOff(b *document.Box) bool {
	const slack = 1
	s := &d.state
	return s.clipped && (b.X1 < s.clip.X0-slack || b.X0 > s.clip.X1+slack || b.Y1 < s.clip.Y0-slack || b.Y0 > s.clip.Y1+slack)
}

// onDark reports whether pale text can be read because it stands on a shaded area.
func (d *drawing) onDark(b document.Box) bool {
	const most = 500
	for _, area := range d.dark[max(0, len(d.dark)-most):] {
		if area.Holds((b.X0+b.X1)/2, (b.Y0+b.Y1)/2) {
			return true
		}
	}
	return false
}
