package content

import (
	"math"
	"slices"

	"fuhe/extract/document"
)

// struck finds glyphs that are drawn twice to look bold, or with a shadow: the same character at nearly
// the same place. It keeps the glyphs in a grid of squares, so only neighbours are compared.
type struck struct {
	columns, rows int
	heads         []int32 // by square: the glyph added last, plus one
	before        []int32 // by glyph: the one added before it in its square, plus one
}

// square is the side of a square in points.
const square = 16

func (s *struck) clear(width, height float64) {
	const most = 2000
	s.columns = min(max(int(width)/square, 0)+1, most)
	s.rows = min(max(int(height)/square, 0)+1, most)
	s.heads = slices.Grow(s.heads[:0], s.columns*s.rows)[:s.columns*s.rows]
	clear(s.heads)
	s.before = s.before[:0]
}

func (s *struck) squareOf(x, y float64) (int, int) {
	return min(max(int(x/square), 0), s.columns-1), min(max(int(y/square), 0), s.rows-1)
}

// add remembers the glyph that is appended to the page next.
func (s *struck) add(g *document.Glyph) {
	column, row := s.squareOf(g.Box.X0, g.Box.Y0)
	at := row*s.columns + column
	s.before = append(s.before, s.heads[at])
	s.heads[at] = int32(len(s.before))
}

// twin returns the index of the glyph that this one repeats, or -1. A glyph as narrow as an l is not
// taken for the one beside it.
func (s *struck) twin(glyphs []document.Glyph, g *document.Glyph) int {
	dx, dy := min(0.2*g.Size, 0.4*g.Box.Width())+0.01, 0.2*g.Size+0.01
	c0, r0 := s.squareOf(g.Box.X0-dx, g.Box.Y0-dy)
	c1, r1 := s.squareOf(g.Box.X0+dx, g.Box.Y0+dy)
	for row := r0; row <= min(r1, r0+2); row++ {
		for column := c0; column <= min(c1, c0+2); column++ {
			if i := s.search(glyphs, g, row*s.columns+column, dx, dy); i >= 0 {
				return i
			}
		}
	}
	return -1
}

func (s *struck) search(glyphs []document.Glyph, g *document.Glyph, at int, dx, dy float64) int {
	const most = 64
	i := s.heads[at]
	for n := 0; i > 0 && n < most; n++ {
		o := &glyphs[i-1]
		if o.Rune == g.Rune && math.Abs(o.Box.X0-g.Box.X0) <= dx && math.Abs(o.Box.Y0-g.Box.Y0) <= dy &&
			math.Abs(o.Size-g.Size) <= 0.05*g.Size && o.Turned == g.Turned {
			return int(i - 1)
		}
		i = s.before[i-1]
	}
	return -1
}
