package ofd

import (
	"math"
	"strconv"
	"strings"
)

// scale is how many points a millimetre has.
const scale = 72 / 25.4

// matrix maps (x, y) to (ax + cy + e, bx + dy + f).
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// then is the matrix that maps by m first and by n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		a: m.a*n.a + m.b*n.c, b: m.a*n.b + m.b*n.d,
		c: m.c*n.a + m.d*n.c, d: m.c*n.b + m.d*n.d,
		e: m.e*n.a + m.f*n.c + n.e, f: m.e*n.b + m.f*n.d + n.f,
	}
}

// size is how much the matrix enlarges.
func (m matrix) size() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// graphic is what all objects have in common.
type graphic struct {
	Boundary string `xml:"Boundary,attr"`
	CTM      string `xml:"CTM,attr"`
	Visible  string `xml:"Visible,attr"`
	Alpha    string `xml:"Alpha,attr"`
}

func (g *graphic) hidden() bool { return g.Visible == "false" || g.Visible == "0" }

// matrix maps the object's own coordinates to those that its boundary is given in.
func (g *graphic) matrix() matrix {
	m := matrix{a: 1, d: 1}
	if n := numbers(g.CTM); len(n) == 6 {
		m = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
	}
	if n := numbers(g.Boundary); len(n) == 4 {
		m.e, m.f = m.e+n[0], m.f+n[1]
	}
	return m
}

// colour is a fill or stroke colour; without a value it is black.
type colour struct {
	Value string `xml:"Value,attr"`
	Alpha string `xml:"Alpha,attr"`
}

// faint is the lightness from which on a colour is hardly seen on white paper.
const faint = 0.93

// pale reports whether the colour can hardly be seen on white paper.
func (c *colour) pale(alpha string) bool {
	light := 0.0
	if n := channels(c.Value); len(n) == 3 {
		light = (0.3*n[0] + 0.59*n[1] + 0.11*n[2]) / 255
	} else if len(n) == 1 {
		light = n[0] / 255
	}
	for _, a := range []string{c.Alpha, alpha} {
		if v, err := strconv.ParseFloat(a, 64); err == nil && v >= 0 && v < 255 {
			light = 1 - (1-light)*v/255
		}
	}
	return light >= faint
}

// channels reads the values of a colour: 255 0 0, or #FF 0 0.
func channels(text string) []float64 {
	var out []float64
	for _, f := range strings.Fields(text) {
		base := 10
		if strings.HasPrefix(f, "#") {
			f, base = f[1:], 16
		}
		n, err := strconv.ParseInt(f, base, 32)
		if err != nil {
			return nil
		}
		out = append(out, float64(n))
	}
	return out
}

// farthest bounds coordinates, in millimetres: no sheet of paper is larger.
const farthest = 1e6

// numbers reads the numbers of an attribute; nil if one of them is none.
func numbers(text string) []float64 {
	fields := strings.Fields(text)
	out := make([]float64, 0, len(fields))
	for _, f := range fields {
		n, ok := number(f)
		if !ok {
			return nil
		}
		out = append(out, n)
	}
	return out
}

func number(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && n >= -farthest && n <= farthest // NaN is neither
}
