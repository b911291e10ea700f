package ofd

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
)

// textObject draws characters one by one at given distances.
type textObject struct {
	graphic
	SizeText  string     `xml:"Size,attr"`
	HScale    string     `xml:"HScale,attr"`
	Direction string     `xml:"CharDirection,attr"`
	Fill      string     `xml:"Fill,attr"`
	Stroke    string     `xml:"Stroke,attr"`
	size      float64    // millimetres
	width     float64    // of a character as wide as high
	Colour    *colour    `xml:"FillColor"`
	Codes     []textCode `xml:"TextCode"`
}

type textCode struct {
	X      string `xml:"X,attr"`
	Y      string `xml:"Y,attr"`
	DeltaX string `xml:"DeltaX,attr"`
	DeltaY string `xml:"DeltaY,attr"`
	Text   string `xml:",chardata"`
}

const (
	ascent   = 0.86 // of a character over its baseline, in ems
	descent  = 0.14
	narrow   = 0.5 // ems that a Latin letter or digit is wide
	maxRun   = 1 << 16
	straight = 0.05 // how far a baseline may slant
)

// text draws the glyphs of a text object.
func (d *painter) text(t *textObject, m matrix) {
	size, ok := number(t.SizeText)
	if t.hidden() || !ok || size <= 0 {
		return
	}
	t.size, t.width = size, size
	if h, ok := number(t.HScale); ok && h > 0 && h <= 100 {
		t.width = size * h
	}
	direction, _ := number(t.Direction)
	place := t.matrix().then(m)
	style := document.Glyph{
		Size: t.size * place.size(), Clip: -1,
		Hidden: t.Fill == "false" && t.Stroke != "true",
		Turned: place.a < 0 || math.Abs(place.b) > straight*math.Abs(place.a) || math.Mod(direction, 360) != 0,
		Pale:   t.Colour != nil && t.Colour.pale(t.Alpha) || t.Colour == nil && (&colour{}).pale(t.Alpha),
	}
	x, y := 0.0, 0.0
	for i := range t.Codes {
		x, y = d.code(t, &t.Codes[i], place, style, x, y)
	}
}

// code draws one run and returns where it ends. A run without a start goes on where the one before
// ended.
func (d *painter) code(t *textObject, c *textCode, m matrix, style document.Glyph, x, y float64) (float64, float64) {
	if v, ok := number(strings.TrimSpace(c.X)); ok {
		x = v
	}
	if v, ok := number(strings.TrimSpace(c.Y)); ok {
		y = v
	}
	text := strings.Trim(c.Text, "\r\n\t")
	count := utf8.RuneCountInString(text)
	dx, dy := deltas(c.DeltaX, count), deltas(c.DeltaY, count)
	free := len(dx) == 0 && len(dy) == 0
	digits := digitStep(text, dx)
	i := 0
	for _, r := range text {
		width := t.width * em(r)
		stepX, stepY := at(dx, i), at(dy, i)
		if free {
			stepX = width
		} else {
			width = drawnWidth(r, width, stepX, digits, t.size)
		}
		d.glyph(r, x, y, width, t.size, m, style)
		x, y = x+stepX, y+stepY
		i++
	}
	return x, y
}

// wide is how many ems a character may take; a longer step leaves a gap.
const wide = 1.2

// drawnWidth is how wide a character is by the step to the next one: blanks are characters of their own,
// so that digits which are set a whole em apart are still one number. Where writers leave the blanks
// out, a step that is longer than those of the other digits leaves a gap.
func drawnWidth(r rune, width, step, digits, size float64) float64 {
	if r >= '0' && r <= '9' && digits > 0 && step > digits {
		step = digits
	}
	if step > 0 && step <= wide*size {
		return step
	}
	return width
}

// digitStep is the shortest step behind a digit, or 0.
func digitStep(text string, steps []float64) float64 {
	shortest, i := 0.0, 0
	for _, r := range text {
		if step := at(steps, i); r >= '0' && r <= '9' && step > 0 && (shortest == 0 || step < shortest) && i < len(steps) {
			shortest = step
		}
		i++
	}
	return shortest
}

// glyph adds one character to the page, unless it is blank.
func (d *painter) glyph(r rune, x, y, width, size float64, m matrix, g document.Glyph) {
	d.pack.glyphs++
	if d.pack.glyphs > maxGlyphs || r == ' ' || r == '\u3000' || r == '\u00a0' || r < ' ' {
		return
	}
	g.Rune = r
	_, g.Base = m.apply(x, y)
	g.Box = m.box(x, y-ascent*size, x+width, y+descent*size)
	d.page.Glyphs = append(d.page.Glyphs, g)
}

// box is the smallest upright box around a rectangle that is mapped.
func (m matrix) box(x0, y0, x1, y1 float64) document.Box {
	ax, ay := m.apply(x0, y0)
	bx, by := m.apply(x1, y1)
	cx, cy := m.apply(x0, y1)
	dx, dy := m.apply(x1, y0)
	return document.Box{X0: min(ax, bx, cx, dx), Y0: min(ay, by, cy, dy), X1: max(ax, bx, cx, dx), Y1: max(ay, by, cy, dy)}
}

// em is how wide a character is, in ems. Fonts are not read: the distances between characters stand in
// the file, so that only the last one of a run is guessed.
func em(r rune) float64 {
	if r < 0x2000 {
		return narrow
	}
	return 1
}

// deltas reads the distances between characters; "g 3 5" stands for 5 5 5.
func deltas(text string, count int) []float64 {
	fields := strings.Fields(text)
	count = min(count, maxRun)
	out := make([]float64, 0, min(len(fields), count))
	for i := 0; i < len(fields) && len(out) < count; i++ {
		if fields[i] != "g" {
			if v, ok := number(fields[i]); ok {
				out = append(out, v)
			}
			continue
		}
		if i+2 >= len(fields) {
			break
		}
		times, err := strconv.Atoi(fields[i+1])
		v, ok := number(fields[i+2])
		for ; err == nil && ok && times > 0 && len(out) < count; times-- {
			out = append(out, v)
		}
		i += 2
	}
	return out
}

// at returns a distance; a list that is too short goes on with its last.
func at(all []float64, i int) float64 {
	if len(all) == 0 {
		return 0
	}
	return all[min(i, len(all)-1)]
}
