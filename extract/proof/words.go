package proof

import (
	"math"
	"unicode/utf8"

	"fuhe/extract/document"
)

// words draws the characters. Those that stand side by side are one text, each at its own place.
func (s *sheaf) words(glyphs []document.Glyph) {
	s.group("words", func() { s.texts(glyphs) })
}

func (s *sheaf) texts(glyphs []document.Glyph) {
	for len(glyphs) > 0 {
		n := together(glyphs)
		s.word(glyphs[:n])
		s.settle()
		glyphs = glyphs[n:]
	}
}

// together counts the glyphs from the first on that belong to one text.
func together(glyphs []document.Glyph) int {
	n := 1
	for n < len(glyphs) && follows(&glyphs[n-1], &glyphs[n]) {
		n++
	}
	return n
}

func follows(a, b *document.Glyph) bool {
	const gap = 0.3 // ems
	return looks(a) == looks(b) && !a.Turned && a.Size == b.Size && math.Abs(a.Base-b.Base) < 0.1 &&
		b.Box.X0 >= a.Box.X0 && b.Box.X0-a.Box.X1 < gap*a.Size
}

// looks is the class that tells a character apart, or "" for plain ones.
func looks(g *document.Glyph) string {
	switch {
	case g.Rune == utf8.RuneError:
		return "lost"
	case g.Hidden:
		return "hidden"
	case g.Pale:
		return "pale"
	case g.Turned:
		return "turned"
	}
	return ""
}

// word writes one text; turned characters stand upright in the middle of their boxes.
func (s *sheaf) word(glyphs []document.Glyph) {
	g := &glyphs[0]
	s.printf("<text")
	if class := looks(g); class != "" {
		s.printf(` class="%s"`, class)
	}
	y := g.Base
	if g.Turned {
		y = (g.Box.Y0+g.Box.Y1)/2 + 0.35*g.Size
	}
	s.printf(` font-size="%v" y="%v" x="`, rounded(g.Size), rounded(y))
	text := make([]rune, 0, len(glyphs))
	for i := range glyphs {
		if i > 0 {
			s.out = append(s.out, ' ')
		}
		x := glyphs[i].Box.X0
		if g.Turned {
			x = (x+glyphs[i].Box.X1)/2 - g.Size/2
		}
		s.out = appendPoints(s.out, x)
		text = append(text, glyphs[i].Rune)
	}
	s.printf(`">`)
	s.escape(string(text))
	s.printf("</text>\n")
}
