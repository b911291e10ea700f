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
	size          float64
	turned        bool
	hidden, pale  bool
	clip          int32
	tally         *Tally
}

func newPen(d *drawing) pen {
	s := &d.state
	m := s.ctm.after(d.text.matrix)
	p := pen{
		right: point{m.a * s.size * s.stretch, m.b * s.size * s.stretch},
		up:    point{m.c * s.size, m.d * s.size},
		clip:  d.listClip(),
		tally: d.tally(s.font),
	}
	p.rise = point{m.c * s.rise, m.d * s.rise}
	p.moveTo(point{m.e, m.f})
	p.size = math.Sqrt(p.up.x*p.up.x + p.up.y*p.up.y)
	p.turned = s.font.Vertical || p.right.x <= 0 || math.Abs(p.right.y) > 0.02*p.right.x
	p.hidden = s.mode == 3 || s.mode == 7
	p.pale = s.mode != 1 && s.mode != 5 && s.fill.pale()
	return p
}

// moveTo moves the pen to where the text stands now; the rise stays.
func (p *pen) moveTo(q point) { p.at = point{q.x + p.rise.x, q.y + p.rise.y} }

// box is the glyph's advance by the height of its font's lines.
func (p *pen) box(c *font.Char, f *font.Font) document.Box {
	from, advance, low, high := point{}, c.Advance, f.Descent, f.Ascent
	if f.Vertical {
		from.x, advance = -c.OriginX, 2*c.OriginX
		low, high = c.Advance, 0
	}
	corner := func(x, y float64) document.Box {
		px := p.at.x + x*p.right.x + y*p.up.x
		py := p.at.y + x*p.right.y + y*p.up.y
		return document.Box{X0: px, Y0: py, X1: px, Y1: py}
	}
	b := corner(from.x, low).Union(corner(from.x+advance, high))
	if p.turned {
		b = b.Union(corner(from.x+advance, low)).Union(corner(from.x, high))
	}
	return b
}

// draw adds the glyph of a code to the page, a ligature as several glyphs.
func (d *drawing) draw(c *font.Char, p *pen) {
	f := d.state.font
	if c.Rune < ' ' || d.off > 0 {
		return
	}
	g := document.Glyph{
		Box: p.box(c, f), Base: p.at.y, Size: p.size, Rune: c.Rune, Clip: p.clip,
		Hidden: p.hidden, Turned: p.turned, Pale: p.pale,
	}
	if f.Vertical {
		g.Base = p.at.x
	}
	if !d.onPage(g.Box) {
		return
	}
	g.Hidden = g.Hidden || d.clippedOff(g.Box)
	g.Pale = g.Pale && !d.onDark(g.Box)
	p.tally.count(f, c)
	if c.More == "" {
		d.add(g)
		return
	}
	parts := []rune(string(c.Rune) + c.More)
	whole := g.Box
	for i, r := range parts {
		g.Rune = r
		g.Box.X0 = whole.X0 + whole.Width()*float64(i)/float64(len(parts))
		g.Box.X1 = whole.X0 + whole.Width()*float64(i+1)/float64(len(parts))
		d.add(g)
	}
}

// add keeps a glyph unless the same one was just struck there for boldness.
func (d *drawing) add(g document.Glyph) {
	page := &d.sheet.Page
	if len(page.Glyphs) >= maxGlyphs {
		d.sheet.Cut = true
		return
	}
	if twin := d.struck.twin(page.Glyphs, &g); twin >= 0 {
		first := &page.Glyphs[twin]
		first.Hidden, first.Pale = first.Hidden && g.Hidden, first.Pale && g.Pale
		return
	}
	d.struck.add(&g)
	page.Glyphs = append(page.Glyphs, g)
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
func (d *drawing) onPage(b document.Box) bool {
	x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2
	return x >= 0 && y >= 0 && x <= d.sheet.Page.Width && y <= d.sheet.Page.Height && b.Width() < 1e5 && b.Height() < 1e5
}

// clippedOff reports whether nothing of a box can be seen through the clip.
func (d *drawing) clippedOff(b document.Box) bool {
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
