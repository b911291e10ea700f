package ofd

import (
	"math"
	"strings"

	"fuhe/extract/document"
)

// pathObject draws lines and areas.
type pathObject struct {
	graphic
	LineWidth string  `xml:"LineWidth,attr"`
	Stroke    string  `xml:"Stroke,attr"`
	Fill      string  `xml:"Fill,attr"`
	FillWith  *colour `xml:"FillColor"`
	StrokeBy  *colour `xml:"StrokeColor"`
	Data      string  `xml:"AbbreviatedData"`
}

const (
	lineWidth = 0.353 // millimetres, where nothing is said
	thin      = 2.0   // points: a filled area no wider is a rule
	long      = 3.0   // points: a rule is at least so long
	slant     = 0.3   // points: how far the ends of a straight rule may be apart across it
)

// outlinePath is one part of a path that is drawn without lifting the pen, in points.
type outlinePath struct {
	xs, ys []float64
	curved bool
}

// path makes a rule of each straight line and of each thin area, and a fill of each other rectangle.
func (d *painter) path(o *pathObject, m matrix) {
	if o.hidden() {
		return
	}
	place := o.matrix().then(m)
	paths := trace(o.Data, place)
	stroked := o.Stroke != "false" && o.Stroke != "0" && (o.StrokeBy == nil || !o.StrokeBy.pale(o.Alpha))
	filled := (o.Fill == "true" || o.Fill == "1") && (o.FillWith == nil || !o.FillWith.pale(o.Alpha))
	width, ok := number(o.LineWidth)
	if !ok || width <= 0 {
		width = lineWidth
	}
	for i := range paths {
		if filled {
			d.area(&paths[i])
		}
		if stroked {
			d.sides(&paths[i], max(width*place.size(), 0.1))
		}
	}
}

// area takes a filled part.
func (d *painter) area(p *outlinePath) {
	b, ok := p.rectangle()
	switch {
	case !ok:
	case b.Height() <= thin && b.Width() >= long && b.Width() > b.Height():
		d.rule(document.Rule{At: (b.Y0 + b.Y1) / 2, From: b.X0, To: b.X1, Width: max(b.Height(), 0.1)})
	case b.Width() <= thin && b.Height() >= long:
		d.rule(document.Rule{Vertical: true, At: (b.X0 + b.X1) / 2, From: b.Y0, To: b.Y1, Width: max(b.Width(), 0.1)})
	case b.Width() > thin && b.Height() > thin:
		d.page.Fills = append(d.page.Fills, b)
	}
}

// rectangle returns the box of a part that is an upright rectangle.
func (p *outlinePath) rectangle() (document.Box, bool) {
	if len(p.xs) < 4 || len(p.xs) > 6 || p.curved {
		return document.Box{}, false
	}
	b := document.Box{X0: p.xs[0], X1: p.xs[0], Y0: p.ys[0], Y1: p.ys[0]}
	for i := range p.xs {
		b = b.Union(document.Box{X0: p.xs[i], Y0: p.ys[i], X1: p.xs[i], Y1: p.ys[i]})
	}
	for i := range p.xs {
		onX := math.Abs(p.xs[i]-b.X0) <= slant || math.Abs(p.xs[i]-b.X1) <= slant
		onY := math.Abs(p.ys[i]-b.Y0) <= slant || math.Abs(p.ys[i]-b.Y1) <= slant
		if !onX || !onY {
			return b, false
		}
	}
	return b, true
}

// sides makes a rule of each straight line of a part.
func (d *painter) sides(p *outlinePath, width float64) {
	if p.curved {
		return
	}
	for i := 1; i < len(p.xs); i++ {
		x0, y0, x1, y1 := p.xs[i-1], p.ys[i-1], p.xs[i], p.ys[i]
		dx, dy := math.Abs(x1-x0), math.Abs(y1-y0)
		if width > thin && max(dx, dy) < 4*width { // a stroke as thick as it is long is an area
			continue
		}
		tolerance := max(slant, 0.005*max(dx, dy))
		switch {
		case dy <= tolerance && dx > dy:
			d.rule(document.Rule{At: (y0 + y1) / 2, From: min(x0, x1), To: max(x0, x1), Width: width})
		case dx <= tolerance && dy > dx:
			d.rule(document.Rule{Vertical: true, At: (x0 + x1) / 2, From: min(y0, y1), To: max(y0, y1), Width: width})
		}
	}
}

// rule adds a rule, charged as a glyph is: a page of nothing but lines is bounded too.
func (d *painter) rule(r document.Rule) {
	d.pack.glyphs++
	if r.To-r.From >= long && d.pack.glyphs <= maxGlyphs {
		d.page.Rules = append(d.page.Rules, r)
	}
}

// operands is how many numbers stand behind each letter of a path, and how many of the last are the
// point that it leads to.
func operands(letter string) (n int, ok bool) {
	switch letter {
	case "S", "M", "L":
		return 2, true
	case "Q":
		return 4, true
	case "B":
		return 6, true
	case "A":
		return 7, true
	case "C":
		return 0, true
	}
	return 0, false
}

// trace follows a path's letters and numbers.
func trace(data string, m matrix) []outlinePath {
	var paths []outlinePath
	fields := strings.Fields(data)
	for i := 0; i < len(fields); {
		letter := fields[i]
		n, ok := operands(letter)
		if i++; !ok {
			continue
		}
		if i+n > len(fields) {
			break
		}
		args := numbers(strings.Join(fields[i:i+n], " "))
		if i += n; len(args) != n {
			continue
		}
		paths = step(paths, letter, args, m)
	}
	return paths
}

// step follows one letter.
func step(paths []outlinePath, letter string, args []float64, m matrix) []outlinePath {
	last := len(paths) - 1
	if letter == "C" {
		if last >= 0 && len(paths[last].xs) > 0 {
			p := &paths[last]
			p.xs, p.ys = append(p.xs, p.xs[0]), append(p.ys, p.ys[0])
		}
		return paths
	}
	x, y := m.apply(args[len(args)-2], args[len(args)-1])
	if letter == "S" || letter == "M" || last < 0 {
		return append(paths, outlinePath{xs: []float64{x}, ys: []float64{y}})
	}
	p := &paths[last]
	p.xs, p.ys = append(p.xs, x), append(p.ys, y)
	p.curved = p.curved || letter != "L"
	return paths
}
