package content

import (
	"math"

	"fuhe/extract/document"
)

const (
	fewestDots = 5   // specks at equal distances that are a dotted line
	dotGap     = 4.0 // longest gap between two of them, in dots
	evenGap    = 0.4 // share of the larger by which two gaps of one line may differ
)

// dots is a dotted line being drawn as specks one behind the other, as browsers draw it.
type dots struct {
	count    int
	first    document.Box
	last     document.Box
	gap      float64 // between the last two
	vertical bool
	paint    paint
	seen     document.Box // what was visible where it begins
}

// dot takes a filled speck, which alone is nothing.
func (d *drawing) dot(b document.Box) {
	if d.dots.goesOn(b) {
		return
	}
	d.endDots()
	d.dots = dots{count: 1, first: b, last: b, paint: d.state.fill, seen: d.visible()}
}

// goesOn takes the speck as the next one of the line, if it is.
func (l *dots) goesOn(b document.Box) bool {
	across, down := b.X0-l.last.X1, b.Y0-l.last.Y1
	vertical := down > 0
	gap, offset := across, math.Abs(b.Y0-l.last.Y0)
	if vertical {
		gap, offset = down, math.Abs(b.X0-l.last.X0)
	}
	size := max(b.Width(), b.Height())
	switch {
	case l.count == 0, gap <= 0, gap > dotGap*size, offset > slant:
		return false
	case l.count > 1 && (vertical != l.vertical || math.Abs(gap-l.gap) > evenGap*max(gap, l.gap)):
		return false
	}
	l.count, l.last, l.gap, l.vertical = l.count+1, b, gap, vertical
	return true
}

// endDots makes a rule of the specks so far, if they are a line.
func (d *drawing) endDots() {
	l := d.dots
	d.dots = dots{}
	if l.count < fewestDots {
		return
	}
	b := l.first.Union(l.last)
	r := document.Rule{At: (l.last.Y0 + l.last.Y1) / 2, From: b.X0, To: b.X1, Width: l.last.Height()}
	if l.vertical {
		r = document.Rule{Vertical: true, At: (l.last.X0 + l.last.X1) / 2, From: b.Y0, To: b.Y1, Width: l.last.Width()}
	}
	d.ruleWithin(r, l.paint, l.seen)
}
