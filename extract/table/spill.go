package table

import (
	"slices"
	"strings"
	"unicode"

	"fuhe/extract/document"
)

// spill gives text that runs over the edge of its cell back to the cell it begins in. Spreadsheets
// print long text on into blank cells; a glyph that stands across the edge shows it. Figures never run
// over, so what reads as one stays.
func (p *part) spill() {
	for i := range p.slots {
		c := &p.cells[p.slots[i]]
		if r, k := i/p.columns(), i%p.columns(); c.row != r || c.col != k || len(c.lines) != 1 {
			continue
		}
		for next := c.col + c.cols; next < p.columns(); {
			n := &p.cells[p.slots[c.row*p.columns()+next]]
			if c.broken(n) {
				c.mend(n)
			}
			if !c.runsInto(n) {
				break
			}
			c.swallow(n)
			next = n.col + n.cols
		}
	}
}

// runsInto reports whether the text of the cell goes on in the next one without a gap, across the edge.
func (c *cell) runsInto(n *cell) bool {
	if len(n.lines) != 1 || n.row != c.row || n.rows != c.rows || numeric(n.text) || numeric(c.text) {
		return false
	}
	a, b := &c.lines[0], &n.lines[0]
	edge, gap := n.box.X0, b.box.X0-a.box.X1
	across := max(a.box.X1-a.blankEnd()-edge, edge-b.box.X0)
	return a.base == b.base && gap > -overprint*a.size && gap <= overprint*a.size && across > 0.1*a.size
}

// beginNone are the characters that a line does not begin with.
const beginNone = "）】」』》〉〕”’，。、；："

// blankEnd is how much of a line's box is blank at its end: a closing bracket or comma as wide as a Chinese
// character is drawn in its left half, and a browser lets the other half stand over the edge of the cell.
func (l *line) blankEnd() float64 {
	if len(l.glyphs) == 0 {
		return 0
	}
	last := l.glyphs[len(l.glyphs)-1]
	if last.Box.Width() > 0.9*last.Size && strings.ContainsRune(beginNone, last.Rune) {
		return last.Size / 2
	}
	return 0
}

// swallow appends the line of the next cell, which stays blank.
func (c *cell) swallow(n *cell) {
	a, b := c.lines[0], n.lines[0]
	last := &a.pieces[len(a.pieces)-1]
	last.text, last.x1 = last.text+b.pieces[0].text, b.pieces[0].x1
	a.pieces = append(a.pieces, b.pieces[1:]...)
	a.glyphs, a.tight = slices.Concat(a.glyphs, b.glyphs), false
	a.box = a.box.Union(b.box)
	c.write([]line{a})
	n.lines, n.text, n.glyphs = nil, "", nil
}

// broken reports whether a word of the cell runs on into the next cell, which has a figure of its own
// behind it.
func (c *cell) broken(n *cell) bool {
	if len(c.lines) != 1 || len(n.lines) != 1 || n.row != c.row || numeric(c.text) {
		return false
	}
	a, b := c.lines[0].glyphs, n.lines[0].glyphs
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	last, first := a[len(a)-1], b[0]
	gap := first.Box.X0 - last.Box.X1
	return last.Base == first.Base && gap > -overprint*last.Size && gap <= overprint*last.Size &&
		unicode.IsLetter(last.Rune) && unicode.IsLetter(first.Rune) && wordEnd(b) < len(b)
}

// wordEnd is the index behind the first word.
func wordEnd(glyphs []*document.Glyph) int {
	for i := 1; i < len(glyphs); i++ {
		if unicode.IsSpace(glyphs[i].Rune) || glyphs[i].Box.X0-glyphs[i-1].Box.X1 > wordGap*glyphs[i].Size {
			return i
		}
	}
	return len(glyphs)
}

// mend gives the rest of the word back, if a figure remains.
func (c *cell) mend(n *cell) {
	glyphs := n.lines[0].glyphs
	k := wordEnd(glyphs)
	rest := lineOf(slices.Clone(glyphs[k:]), n.page)
	if len(rest.pieces) != 1 || !numeric(rest.text()) {
		return
	}
	c.write([]line{lineOf(slices.Concat(c.lines[0].glyphs, glyphs[:k]), c.page)})
	n.write([]line{rest})
}
