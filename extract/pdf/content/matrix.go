package content

import (
	"math"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
)

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

type point struct{ x, y float64 }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

func (p point) times(n float64) point { return point{p.x * n, p.y * n} }

// boxOf is the box that has the points in opposite corners.
func boxOf(p, q point) document.Box {
	if p.x > q.x {
		p.x, q.x = q.x, p.x
	}
	if p.y > q.y {
		p.y, q.y = q.y, p.y
	}
	return document.Box{X0: p.x, Y0: p.y, X1: q.x, Y1: q.y}
}

func (m matrix) apply(x, y float64) point {
	return point{m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f}
}

// after returns the matrix that applies first and then m.
func (m matrix) after(first matrix) matrix {
	return matrix{
		m.a*first.a + m.c*first.b, m.b*first.a + m.d*first.b,
		m.a*first.c + m.c*first.d, m.b*first.c + m.d*first.d,
		m.a*first.e + m.c*first.f + m.e, m.b*first.e + m.d*first.f + m.f,
	}
}

// scale is how much longer the matrix makes things, on the average.
func (m matrix) scale() float64 {
	return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c))
}

// bounds is the box around a rectangle that the matrix has moved.
func (m matrix) bounds(x0, y0, x1, y1 float64) document.Box {
	p := m.apply(x0, y0)
	b := document.Box{X0: p.x, Y0: p.y, X1: p.x, Y1: p.y}
	for _, p := range []point{m.apply(x1, y0), m.apply(x1, y1), m.apply(x0, y1)} {
		b = b.Union(document.Box{X0: p.x, Y0: p.y, X1: p.x, Y1: p.y})
	}
	return b
}

func readMatrix(v pdf.Value) matrix {
	if v.Len() != 6 {
		return identity
	}
	n := func(i int) float64 { return v.Index(i).Float64() }
	return matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
}

// readBox reads a rectangle, whichever corners it names.
func readBox(v pdf.Value) (document.Box, bool) {
	if v.Len() != 4 {
		return document.Box{}, false
	}
	n := func(i int) float64 { return v.Index(i).Float64() }
	b := document.Box{X0: min(n(0), n(2)), Y0: min(n(1), n(3)), X1: max(n(0), n(2)), Y1: max(n(1), n(3))}
	return b, b.Width() > 0 && b.Height() > 0
}

func intersect(a, b document.Box) document.Box {
	return document.Box{X0: max(a.X0, b.X0), Y0: max(a.Y0, b.Y0), X1: min(a.X1, b.X1), Y1: min(a.Y1, b.Y1)}
}

// pageBox returns the matrix from the page's own space to points from the upper left corner of what is
// shown, turned as the page is, and the size of what is shown.
func pageBox(page pdf.Value) (base matrix, width, height float64) {
	b, ok := readBox(page.Key("MediaBox"))
	if !ok {
		b = document.Box{X1: 595.28, Y1: 841.89}
	}
	if crop, ok := readBox(page.Key("CropBox")); ok {
		if both := intersect(b, crop); both.Width() > 0 && both.Height() > 0 {
			b = both
		}
	}
	unit := page.Key("UserUnit").Float64()
	if unit <= 0 || unit > 1000 {
		unit = 1
	}
	base, width, height = turned(b, int(page.Key("Rotate").Float64()))
	return matrix{a: unit, d: unit}.after(base), width * unit, height * unit
}

func turned(b document.Box, degrees int) (matrix, float64, float64) {
	w, h := b.Width(), b.Height()
	switch ((degrees%360 + 360) % 360) / 90 {
	case 1:
		return matrix{b: 1, c: 1, e: -b.Y0, f: -b.X0}, h, w
	case 2:
		return matrix{a: -1, d: 1, e: b.X1, f: -b.Y0}, w, h
	case 3:
		return matrix{b: -1, c: -1, e: b.Y1, f: b.X1}, h, w
	}
	return matrix{a: 1, d: -1, e: -b.X0, f: b.Y1}, w, h
}
