package content

import (
	"fuhe/extract/pdf/font"
	"fuhe/extract/pdf/token"
)

// textObject holds the matrices between BT and ET: of the text, and of its line's beginning.
type textObject struct{ matrix, line matrix }

func newText() textObject { return textObject{identity, identity} }

func (t *textObject) set(m matrix) { t.matrix, t.line = m, m }

func (t *textObject) move(x, y float64) {
	t.set(t.line.after(matrix{a: 1, d: 1, e: x, f: y}))
}

func (d *drawing) nextLine() { d.text.move(0, -d.state.leading) }

func (d *drawing) setFont() {
	if len(d.operands) < 2 || !d.set(&d.state.size) {
		return
	}
	if name := &d.operands[len(d.operands)-2]; name.Kind == token.Name {
		d.state.font = d.frame.font(name.Bytes, d.shelf)
	}
}

// stateFont is the font that an external graphics state sets, or nil.
type stateFont struct {
	font *font.Font
	size float64
}

// graphicsState takes the font out of an external graphics state.
func (d *drawing) graphicsState() {
	name, ok := d.lastName()
	if !ok {
		return
	}
	set := d.frame.stateFont(name, d.shelf)
	if set.font != nil {
		d.state.font, d.state.size = set.font, set.size
	}
}

func (d *drawing) showLast() {
	if n := len(d.operands); n > 0 && d.operands[n-1].Kind == token.String {
		if d.state.font != nil {
			pen := newPen(d)
			d.show(d.operands[n-1].Bytes, &pen)
		}
	}
}

// showSpaced runs the operator ": word space, character space, string.
func (d *drawing) showSpaced() {
	if n := len(d.operands); n >= 3 && number(&d.operands[n-3]) && number(&d.operands[n-2]) {
		d.state.wordSpace, d.state.charSpace = d.operands[n-3].Number, d.operands[n-2].Number
	}
	d.nextLine()
	d.showLast()
}

// showArray shows the strings of an array; its numbers move the text between them.
func (d *drawing) showArray() {
	var pen pen
	for i := range d.operands {
		switch t := &d.operands[i]; t.Kind {
		case token.String:
			if d.state.font == nil {
				continue
			}
			if pen.tally == nil {
				pen = newPen(d)
			}
			d.show(t.Bytes, &pen)
		case token.Integer, token.Real:
			d.shift(-t.Number / 1000 * d.state.size)
		}
	}
}

// shift moves the text along its line, in text space.
func (d *drawing) shift(by float64) {
	m := &d.text.matrix
	if d.state.font != nil && d.state.font.Vertical {
		m.e, m.f = m.e+m.c*by, m.f+m.d*by
		return
	}
	by *= d.state.stretch
	m.e, m.f = m.e+m.a*by, m.f+m.b*by
}

// show draws the glyphs of a string with a pen made for the present state.
func (d *drawing) show(b []byte, pen *pen) {
	s, at := &d.state, &d.text.matrix
	for len(b) > 0 {
		c, n := s.font.Next(b)
		b = b[n:]
		pen.moveTo(s.ctm.apply(at.e, at.f))
		d.draw(c, pen)
		by := c.Advance*s.size + s.charSpace
		if c.Space {
			by += s.wordSpace
		}
		d.shift(by)
	}
}
