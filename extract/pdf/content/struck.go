package content

import (
	"math"

	"fuhe/extract/document"
)

// struck finds glyphs that are drawn twice to look bold, or with a shadow: the same character at nearly
// the same place. It keeps the glyphs by their character and the square of the page that they begin in, so
// that only those are compared which are likely to be twins.
type struck struct {
	heads  [1 << headBits]int32 // by character and square: the glyph added last, plus one
	before []int32              // by glyph: the one added before it under the same head, plus one
}

const (
	square   = 64.0 // points: the side of a square
	headBits = 11
)

func (s *struck) clear() {
	clear(s.heads[:])
	s.before = room(s.before, usualGlyphs, 0)
}

func squareOf(at float64) int { return int(at / square) }

// headOf is where the glyphs of a character in a square are kept, mixed with those of a few others.
func headOf(r rune, column, row int) uint32 {
	return (uint32(r)*0x9E3779B1 ^ uint32(column)*0x85EBCA6B ^ uint32(row)*0xC2B2AE35) >> (32 - headBits)
}

// strike returns the index of the glyph that this one repeats, or -1 if there is none: then it is
// remembered as the one that is appended to the page next. A glyph as narrow as an l is not taken for the
// one beside it.
func (s *struck) strike(glyphs []document.Glyph, g *document.Glyph) int {
	dx, dy := 0.2*g.Size+0.01, 0.2*g.Size+0.01
	if narrow := 0.4*g.Box.Width() + 0.01; narrow < dx {
		dx = narrow
	}
	column, row := squareOf(g.Box.X0-dx), squareOf(g.Box.Y0-dy)
	head := headOf(g.Rune, column, row)
	if column == squareOf(g.Box.X0+dx) && row == squareOf(g.Box.Y0+dy) { // it is far from other squares
		if twin := s.search(glyphs, g, head, dx, dy); twin >= 0 {
			return twin
		}
	} else {
		if twin := s.searchAround(glyphs, g, dx, dy); twin >= 0 {
			return twin
		}
		head = headOf(g.Rune, squareOf(g.Box.X0), squareOf(g.Box.Y0))
	}
	s.before = append(s.before, s.heads[head])
	s.heads[head] = int32(len(s.before))
	return -1
}

// searchAround looks for the twin of a glyph in all squares that it may begin in, at most nine.
func (s *struck) searchAround(glyphs []document.Glyph, g *document.Glyph, dx, dy float64) int {
	c0, r0 := squareOf(g.Box.X0-dx), squareOf(g.Box.Y0-dy)
	c1, r1 := squareOf(g.Box.X0+dx), squareOf(g.Box.Y0+dy)
	for row := r0; row <= min(r1, r0+2); row++ {
		for column := c0; column <= min(c1, c0+2); column++ {
			if twin := s.search(glyphs, g, headOf(g.Rune, column, row), dx, dy); twin >= 0 {
				return twin
			}
		}
	}
	return -1
}

// search looks for the twin of a glyph under a head.
func (s *struck) search(glyphs []document.Glyph, g *document.Glyph, head uint32, dx, dy float64) int {
	const most = 64
	i := s.heads[head]
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
