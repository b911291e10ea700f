package content

import (
	"math"

	"fuhe/extract/document"
)

// maxPoints is the most points of one path.
const maxPoints = 1 << 18

// path is the path being built, its points already in points from the page's corner.
type path struct {
	points []point
	subs   []subpath
}

// subpath is a run of the path's points.
type subpath struct {
	from, to int
	closed   bool
	curved   bool
}

func (p *path) reset() { p.points, p.subs = p.points[:0], p.subs[:0] }

func (p *path) move(q point) {
	if len(p.points) >= maxPoints {
		return
	}
	p.points = append(p.points, q)
	p.subs = append(p.subs, subpath{from: len(p.points) - 1, to: len(p.points)})
}

// line draws on; after a closed subpath, or without any, a new one begins.
func (p *path) line(q point) {
	n := len(p.subs)
	if n == 0 {
		p.move(q)
		return
	}
	if s := p.subs[n-1]; s.closed {
		p.move(p.points[s.from])
		n = len(p.subs)
	}
	if len(p.points) < maxPoints {
		p.points = append(p.points, q)
		p.subs[n-1].to = len(p.points)
	}
}

func (p *path) close() {
	if n := len(p.subs); n > 0 {
		p.subs[n-1].closed = true
	}
}

func (p *path) rectangle(m *matrix, x, y, w, h float64) {
	from := len(p.points)
	if from+4 > maxPoints {
		return
	}
	p.points = append(p.points, m.apply(x, y), m.apply(x+w, y), m.apply(x+w, y+h), m.apply(x, y+h))
	p.subs = append(p.subs, subpath{from: from, to: from + 4, closed: true})
}

// curve takes the control points of a curve into the path's box and makes no line of it.
func (d *drawing) curve(controls []float64, x, y float64) {
	for i := 0; i+1 < len(controls); i += 2 {
		d.path.line(d.state.ctm.apply(controls[i], controls[i+1]))
	}
	d.path.line(d.state.ctm.apply(x, y))
	if n := len(d.path.subs); n > 0 {
		d.path.subs[n-1].curved = true
	}
}

// bounds is the box around all points.
func (p *path) bounds() (document.Box, bool) {
	if len(p.points) == 0 {
		return document.Box{}, false
	}
	q := p.points[0]
	b := document.Box{X0: q.x, Y0: q.y, X1: q.x, Y1: q.y}
	for _, q := range p.points[1:] {
		b.X0, b.Y0, b.X1, b.Y1 = min(b.X0, q.x), min(b.Y0, q.y), max(b.X1, q.x), max(b.Y1, q.y)
	}
	return b, finite(b)
}

func finite(b document.Box) bool {
	sum := b.X0 + b.Y0 + b.X1 + b.Y1
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// paint ends the path: it is filled, stroked, or only clips.
func (d *drawing) paint(fill, stroke bool) {
	if fill && d.off == 0 {
		d.fillPath()
	}
	if stroke && d.off == 0 {
		d.strokePath()
	}
	if d.clipNext {
		if b, ok := d.path.bounds(); ok { // without a path viewers leave the clip alone
			d.clipTo(b)
		}
		d.clipNext = false
	}
	d.path.reset()
}
