package paper

import (
	"fmt"
	"math/rand/v2"
)

// pen is how a program writes operators.
type pen struct {
	flipped bool    // the page is turned over first, and text turned back
	unit    float64 // of coordinates, in points
	cut     int     // how a line is cut into strings: 0 not at all, 1 by character, 2 in pieces at random
	array   bool    // strings stand in arrays, with small shifts
	twice   bool    // bold is written twice, not stroked
}

func newPen(r *rand.Rand) pen {
	return pen{
		flipped: chance(r, .4), unit: pick(r, 1, 1, .05, .12), cut: r.IntN(3), array: chance(r, .4),
		twice: chance(r, .4),
	}
}

// begin sets the coordinates of a page.
func (p pen) begin(c *press) {
	if p.flipped {
		c.put("%.4g 0 0 %.4g 0 %.4f cm\n", p.unit, -p.unit, c.height)
	} else if p.unit != 1 {
		c.put("%.4g 0 0 %.4g 0 0 cm\n", p.unit, p.unit)
	}
}

func (c *press) put(format string, values ...any) { c.page = fmt.Appendf(c.page, format, values...) }

// at turns a point of the page into coordinates.
func (c *press) at(x, y float64) (float64, float64) {
	if !c.pen.flipped {
		y = c.height - y
	}
	return x / c.pen.unit, y / c.pen.unit
}

// rectangle writes the path of a box.
func (c *press) rectangle(x0, y0, x1, y1 float64) {
	x, y := c.at(x0, y0)
	w, h := c.at(x1, y1)
	c.put("%.2f %.2f %.2f %.2f re", x, y, w-x, h-y)
}

// segment strokes a line.
func (c *press) segment(x0, y0, x1, y1 float64) {
	ax, ay := c.at(x0, y0)
	bx, by := c.at(x1, y1)
	c.put("%.2f %.2f m %.2f %.2f l S\n", ax, ay, bx, by)
}

// text writes a line whose base line is at y.
func (c *press) text(x, y, size float64, bold bool, line string) {
	if line == "" {
		return
	}
	if bold && c.pen.twice {
		c.textOnce(x+.2, y, size, line)
	} else if bold {
		c.put("2 Tr %.2f w ", size/40/c.pen.unit)
	}
	c.textOnce(x, y, size, line)
	if bold && !c.pen.twice {
		c.put("0 Tr\n")
	}
}

func (c *press) textOnce(x, y, size float64, line string) {
	rest := []rune(line)
	for len(rest) > 0 {
		font, n := c.run(rest)
		c.show(x, y, size, font, rest[:n])
		x += c.measure(size).of(string(rest[:n]))
		rest = rest[n:]
	}
}

// run is how many characters are written as one string, and in which font.
func (c *press) run(line []rune) (font, n int) {
	font = c.fontIndex(line[0])
	for n < len(line) && c.fontIndex(line[n]) == font {
		n++
	}
	switch c.pen.cut {
	case 1:
		n = 1
	case 2:
		n = 1 + c.r.IntN(n)
	}
	return font, n
}

// show writes one string.
func (c *press) show(x, y, size float64, font int, text []rune) {
	ax, ay := c.at(x, y)
	turn := 1.0
	if c.pen.flipped {
		turn = -1
	}
	scale := size / c.pen.unit
	c.put("BT /F%d 1 Tf %.4f 0 0 %.4f %.2f %.2f Tm ", font+1, scale, turn*scale, ax, ay)
	if !c.pen.array {
		c.put("<%X> Tj ET\n", c.codes(font, text))
		return
	}
	c.put("[")
	for i := range text {
		if i > 0 && chance(c.r, .3) {
			c.put("%d ", c.r.IntN(5)-2)
		}
		c.put("<%X>", c.codes(font, text[i:i+1]))
	}
	c.put("] TJ ET\n")
}

func (c *press) codes(font int, text []rune) []byte {
	var all []byte
	for _, r := range text {
		all = append(all, c.fonts[font].code(r)...)
	}
	return all
}
