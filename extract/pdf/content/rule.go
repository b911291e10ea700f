package content

import (
	"math"

	"fuhe/extract/document"
)

const (
	thin  = 2.0 // points: a filled area no wider is a rule
	long  = 3.0 // points: a rule is at least so long
	slant = 0.3 // points: how far the ends of a straight rule may be apart across it
)

// strokePath makes a rule of each straight side of the path.
func (d *drawing) strokePath() {
	width := max(d.state.lineWidth*d.state.ctm.scale(), 0.1)
	for _, s := range d.path.subs {
		points := d.path.points[s.from:s.to]
		if s.curved {
			continue
		}
		for i := 1; i < len(points); i++ {
			d.side(points[i-1], points[i], width)
		}
		if s.closed && len(points) > 2 {
			d.side(points[len(points)-1], points[0], width)
		}
	}
}

func (d *drawing) side(a, b point, width float64) {
	dx, dy := math.Abs(a.x-b.x), math.Abs(a.y-b.y)
	if width > thin && max(dx, dy) < 4*width { // a stroke as thick as it is long is an area
		return
	}
	tolerance := max(slant, 0.005*max(dx, dy))
	switch {
	case dy <= tolerance && dx > dy:
		d.rule(document.Rule{At: (a.y + b.y) / 2, From: min(a.x, b.x), To: max(a.x, b.x), Width: width}, d.state.stroke)
	case dx <= tolerance && dy > dx:
		d.rule(document.Rule{Vertical: true, At: (a.x + b.x) / 2, From: min(a.y, b.y), To: max(a.y, b.y), Width: width}, d.state.stroke)
	}
}

// fillPath makes a rule of each thin rectangle and a fill of each other one. A frame — a rectangle in a
// rectangle hardly larger — makes four rules.
func (d *drawing) fillPath() {
	subs := d.path.subs
	if len(subs) == 2 {
		outer, ok := d.rectangleOf(subs[0])
		inner, also := d.rectangleOf(subs[1])
		if ok && also && d.frameOf(outer, inner) {
			return
		}
	}
	for _, s := range subs {
		if b, ok := d.rectangleOf(s); ok {
			d.area(b)
		} else if s.curved {
			d.sheet.Curves++
		} else {
			d.bands(d.path.points[s.from:s.to])
		}
	}
}

// rectangleOf returns the box of a subpath that is an axis-parallel rectangle.
func (d *drawing) rectangleOf(s subpath) (document.Box, bool) {
	points := d.path.points[s.from:s.to]
	if n := len(points); n == 5 && near(points[0], points[4]) {
		points = points[:4]
	}
	if len(points) != 4 || s.curved {
		return document.Box{}, false
	}
	p, q := points[0], points[2]
	b := document.Box{X0: min(p.x, q.x), Y0: min(p.y, q.y), X1: max(p.x, q.x), Y1: max(p.y, q.y)}
	for _, c := range []point{points[1], points[3]} {
		atX := math.Abs(c.x-b.X0) <= slant || math.Abs(c.x-b.X1) <= slant
		atY := math.Abs(c.y-b.Y0) <= slant || math.Abs(c.y-b.Y1) <= slant
		if !atX || !atY {
			return document.Box{}, false
		}
	}
	return b, finite(b)
}

func near(a, b point) bool { return math.Abs(a.x-b.x) <= slant && math.Abs(a.y-b.y) <= slant }

// area takes a filled rectangle for a rule or a fill.
func (d *drawing) area(b document.Box) {
	w, h := b.Width(), b.Height()
	switch {
	case h <= thin && w >= long:
		d.rule(document.Rule{At: (b.Y0 + b.Y1) / 2, From: b.X0, To: b.X1, Width: h}, d.state.fill)
	case w <= thin && h >= long:
		d.rule(document.Rule{Vertical: true, At: (b.X0 + b.X1) / 2, From: b.Y0, To: b.Y1, Width: w}, d.state.fill)
	case w > thin && h > thin:
		d.fill(b)
	default:
		d.dot(b)
	}
}

func (d *drawing) frameOf(a, b document.Box) bool {
	if a.Width() < b.Width() {
		a, b = b, a
	}
	left, right, top, bottom := b.X0-a.X0, a.X1-b.X1, b.Y0-a.Y0, a.Y1-b.Y1
	if min(left, right, top, bottom) < 0 || max(left, right, top, bottom) > thin || min(b.Width(), b.Height()) < long {
		return false
	}
	for _, side := range []document.Box{
		{X0: a.X0, Y0: a.Y0, X1: a.X1, Y1: b.Y0}, {X0: a.X0, Y0: b.Y1, X1: a.X1, Y1: a.Y1},
		{X0: a.X0, Y0: a.Y0, X1: b.X0, Y1: a.Y1}, {X0: b.X1, Y0: a.Y0, X1: a.X1, Y1: a.Y1},
	} {
		d.area(side)
	}
	return true
}

// bands takes an axis-parallel polygon with more corners apart: where two of its sides run along each
// other closely, there is a rule between them.
func (d *drawing) bands(points []point) {
	const most = 64
	if len(points) < 5 || len(points) > most {
		return
	}
	for i := range points {
		a, b := points[i], points[(i+1)%len(points)]
		for k := i + 2; k < len(points); k++ {
			d.band(a, b, points[k], points[(k+1)%len(points)])
		}
	}
}

func (d *drawing) band(a, b, p, q point) {
	if math.Abs(a.y-b.y) <= slant && math.Abs(p.y-q.y) <= slant && math.Abs(a.y-p.y) <= thin {
		d.area(document.Box{
			X0: max(min(a.x, b.x), min(p.x, q.x)), X1: min(max(a.x, b.x), max(p.x, q.x)),
			Y0: min(a.y, p.y), Y1: max(a.y, p.y),
		})
	}
	if math.Abs(a.x-b.x) <= slant && math.Abs(p.x-q.x) <= slant && math.Abs(a.x-p.x) <= thin {
		d.area(document.Box{
			Y0: max(min(a.y, b.y), min(p.y, q.y)), Y1: min(max(a.y, b.y), max(p.y, q.y)),
			X0: min(a.x, p.x), X1: max(a.x, p.x),
		})
	}
}

// rule keeps what can be seen of a rule: the part inside the clip and the page, and nothing of one that
// is white on white.
func (d *drawing) rule(r document.Rule, p paint) { d.ruleWithin(r, p, d.visible()) }

func (d *drawing) ruleWithin(r document.Rule, p paint, clip document.Box) {
	low, high, across, beyond := clip.X0, clip.X1, clip.Y0, clip.Y1
	if r.Vertical {
		low, high, across, beyond = clip.Y0, clip.Y1, clip.X0, clip.X1
	}
	r.From, r.To = max(r.From, low), min(r.To, high)
	slack := r.Width/2 + 0.5
	if !(r.To-r.From > 0.1) || r.At < across-slack || r.At > beyond+slack || len(d.sheet.Page.Rules) >= maxRules {
		return
	}
	if p.white() && !d.onDark(ruleBox(r)) {
		return
	}
	d.sheet.Page.Rules = append(d.sheet.Page.Rules, r)
}

// visible is what the clip leaves of the page.
func (d *drawing) visible() document.Box {
	page := document.Box{X1: d.sheet.Page.Width, Y1: d.sheet.Page.Height}
	if d.state.clipped {
		return intersect(page, d.state.clip)
	}
	return page
}

// fill keeps the visible part of a shaded area, unless it is the page's background.
func (d *drawing) fill(b document.Box) {
	page := &d.sheet.Page
	b = intersect(b, d.visible())
	if b.Width() <= thin || b.Height() <= thin || len(page.Fills) >= maxBoxes {
		return
	}
	if !d.state.fill.pale() {
		d.dark = append(d.dark, b)
	}
	if b.Width()*b.Height() < 0.9*page.Width*page.Height {
		page.Fills = append(page.Fills, b)
	}
}

func ruleBox(r document.Rule) document.Box {
	if r.Vertical {
		return document.Box{X0: r.At, Y0: r.From, X1: r.At, Y1: r.To}
	}
	return document.Box{X0: r.From, Y0: r.At, X1: r.To, Y1: r.At}
}
