package proof

import (
	"bytes"

	"fuhe/extract/document"
)

// Mark is a place on a page that is to be seen.
type Mark struct {
	Box   document.Box
	Class string // of the rectangle, for whoever styles the drawing
	ID    string // what the mark belongs to: its data-mark attribute
	Label string // a few characters beside the box
}

// Drawing is one page as it was printed, as an SVG element without a style of its own: shades, rules and
// characters at their places, and the marks above them. Classes are those of WriteSVG.
func Drawing(p *document.Page, marks []Mark) string {
	var out bytes.Buffer
	s := newSheaf(&out)
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %v %v">`+"\n", rounded(p.Width), rounded(p.Height))
	s.rectangle("paper", &document.Box{X1: p.Width, Y1: p.Height})
	for i := range p.Fills {
		s.rectangle("fill", &p.Fills[i])
	}
	s.lines(p.Rules)
	s.texts(p.Glyphs)
	for _, m := range marks {
		s.mark(m)
	}
	s.printf("</svg>\n")
	_ = s.close("svg") // writing to memory cannot fail
	return out.String()
}

func (s *sheaf) mark(m Mark) {
	const room = 1.5 // points around what is marked
	b := document.Box{X0: m.Box.X0 - room, Y0: m.Box.Y0 - room, X1: m.Box.X1 + room, Y1: m.Box.Y1 + room}
	s.printf(`<g data-mark="`)
	s.escape(m.ID)
	s.printf(`" class="%s">`, m.Class)
	s.rectangle("box", &b)
	s.printf(`<text class="label" font-size="7" x="%v" y="%v">`, rounded(b.X1+1), rounded(b.Y0+6))
	s.escape(m.Label)
	s.printf("</text></g>\n")
}
