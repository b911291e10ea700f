package table

import (
	"cmp"
	"slices"
	"unicode"

	"fuhe/extract/document"
)

const (
	chunkGap  = 0.6     // gaps wider than this share of the size may be the gap between two columns
	figureGap = wordGap // the same between two figures
)

// strip is a line cut wherever a column might end. What is a column only the lines around it can tell.
type strip struct {
	*line
	chunks []piece
}

func stripsOf(lines []line) []strip {
	out := make([]strip, len(lines))
	for i := range lines {
		out[i] = strip{&lines[i], lines[i].chunks()}
	}
	return out
}

// step is a printed glyph of a line with the one before it.
type step struct {
	last, next *document.Glyph // last is nil at the start of a line
	blank      bool            // a blank stands between them
	decimal    bool            // the word that ends with last has a point or a percent sign
}

// chunks cuts the line at all of its gaps.
func (l *line) chunks() []piece {
	if len(l.glyphs) == 0 || !l.gapped() {
		return l.pieces
	}
	return l.cut(step.ends)
}

// cut cuts the line where the condition says.
func (l *line) cut(here func(step) bool) []piece {
	if len(l.glyphs) == 0 {
		return l.pieces
	}
	var out []piece
	var w writer
	last := l.walk(func(s step) {
		if s.last != nil && here(s) {
			out = append(out, w.take(s.last))
			s.last = nil
		}
		w.put(s.last, s.next, s.blank)
	})
	if last != nil {
		out = append(out, w.take(last))
	}
	return out
}

// gapped reports whether the line has any gap to cut at.
func (l *line) gapped() bool {
	if l.tight {
		return false
	}
	found := false
	l.walk(func(s step) { found = found || s.last != nil && s.ends() })
	return found
}

// walk shows each printed glyph of the line with the one before it, and returns the last one.
func (l *line) walk(each func(step)) *document.Glyph {
	var s step
	for _, g := range l.glyphs {
		if space(g.Rune) {
			s.blank = true
			continue
		}
		if s.last != nil && struck(s.last, g) {
			continue
		}
		s.next = g
		each(s)
		if s.blank || s.last != nil && s.gap() > figureGap*g.Size {
			s.decimal = false
		}
		s.decimal = s.decimal || g.Rune == '.' || g.Rune == '%' || g.Rune == '％'
		s.last, s.blank = g, false
	}
	return s.last
}

func (s step) gap() float64 { return s.next.Box.X0 - s.last.Box.X1 }

// ends reports whether a column may end between the two glyphs. Figures stand closer than words; but a
// blank within a number parts its thousands (12 255), unless it is complete.
func (s step) ends() bool {
	gap := s.gap()
	return gap > chunkGap*max(s.last.Size, s.next.Size) ||
		s.decimal && (s.blank || gap > figureGap*s.next.Size) && figureEnd(s.last.Rune) && figureStart(s.next.Rune)
}

// recut cuts the lines once more where their chunks reach over the gaps between columns and have gaps
// there themselves, though small ones.
func (t *trial) recut(strips []strip, columns []span) []strip {
	out := append(t.cut[:0], strips...)
	t.cut = out
	for i := range out {
		s := &out[i]
		if slices.ContainsFunc(s.chunks, func(p piece) bool { first, end := touched(columns, p); return end-first > 1 }) {
			s.chunks = s.cut(func(t step) bool {
				return t.ends() || t.gap() > figureGap*t.next.Size && parts(columns, t.last.Box.X1, t.next.Box.X0)
			})
		}
	}
	return out
}

// parts reports whether a gap lies where one column ends and the next begins.
func parts(columns []span, x0, x1 float64) bool {
	k, _ := slices.BinarySearchFunc(columns, x0, func(c span, x float64) int { return cmp.Compare(c.x0, x) })
	return k > 0 && k < len(columns) && x1 >= columns[k-1].x1
}

func figureEnd(r rune) bool { return unicode.IsDigit(r) || r == '%' || r == '％' }

func figureStart(r rune) bool { return unicode.IsDigit(r) || r == '-' || r == '+' }
