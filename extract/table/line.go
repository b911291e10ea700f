package table

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
)

const (
	sameBase  = 0.45 // baselines nearer than this share of the size are one line
	overprint = 0.25 // equal glyphs nearer than this share of the size are one, struck twice
	wordGap   = 0.2  // gaps wider than this share of the size are blanks
	wideGap   = 2.5  // and wider than this set two pieces of text apart
)

// line is one printed line: its pieces of text with wide gaps between them.
type line struct {
	page   int
	box    document.Box
	home   *document.Box // where it is printed, if it was moved beside another page
	base   float64
	size   float64
	pieces []piece
	glyphs []*document.Glyph // from left to right, with blanks
	tight  bool              // no glyph stands behind a blank or a gap
}

// piece is text without a wide gap in it.
type piece struct {
	text   string
	x0, x1 float64
}

// text is the line with its pieces set apart by tabs; a spread word (目　　录) is one word.
func (l *line) text() string {
	if len(l.pieces) == 1 {
		return l.pieces[0].text
	}
	spread := !slices.ContainsFunc(l.pieces, func(p piece) bool {
		first, size := utf8.DecodeRuneInString(p.text)
		return size < len(p.text) || latin(first)
	})
	texts := make([]string, len(l.pieces))
	for i, p := range l.pieces {
		texts[i] = p.text
	}
	if spread {
		return strings.Join(texts, "")
	}
	return strings.Join(texts, "\t")
}

// onPage is where the line is printed.
func (l *line) onPage() document.Box {
	if l.home != nil {
		return *l.home
	}
	return l.box
}

func (l *line) printed() document.Line {
	text := l.text()
	return document.Line{Text: text, Place: document.Place{Page: l.page, Box: homeOf(l.home, l.box)}.Quoting(text)}
}

// baseline is the glyph's baseline, or the foot of its box where the baseline lies outside of it, as
// it does in vertical writing.
func baseline(g *document.Glyph) float64 {
	if h := g.Box.Height(); g.Base >= g.Box.Y0-h && g.Base <= g.Box.Y1+h {
		return g.Base
	}
	return g.Box.Y1
}

// lines sorts glyphs into printed lines, from top to bottom. Turned glyphs count only where nothing
// upright stands.
func (d *desk) lines(glyphs []*document.Glyph, page int) []line {
	upright := d.upright(glyphs)
	if len(upright) == 0 {
		return turnedLine(glyphs, page)
	}
	byBaseline(upright)
	out := d.written[:0]
	for start := 0; start < len(upright); {
		end := lineEnd(upright, start)
		if l := d.line(upright[start:end], page); len(l.pieces) > 0 {
			if n := len(out); n > 0 && out[n-1].index(&l) {
				out[n-1] = d.line(slices.Concat(out[n-1].glyphs, l.glyphs), page)
			} else {
				out = append(out, l)
			}
		}
		start = end
	}
	d.written = out
	return slices.Clone(out)
}

// byBaseline sorts glyphs by their baselines, those alike as they were drawn. Most are drawn in order.
func byBaseline(glyphs []*document.Glyph) {
	last := math.Inf(-1)
	for _, g := range glyphs {
		at := baseline(g)
		if at < last {
			slices.SortStableFunc(glyphs, func(a, b *document.Glyph) int { return cmp.Compare(baseline(a), baseline(b)) })
			return
		}
		last = at
	}
}

// fromLeft sorts glyphs by where they begin, those alike as they stand.
func fromLeft(glyphs []*document.Glyph) {
	for i := 1; i < len(glyphs); i++ {
		if glyphs[i].Box.X0 < glyphs[i-1].Box.X0 {
			slices.SortStableFunc(glyphs, func(a, b *document.Glyph) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
			return
		}
	}
}

// lineEnd is the index behind the last glyph on the line of the glyph at start. The largest glyph sets
// the line; smaller ones above or below its baseline are its indices.
func lineEnd(glyphs []*document.Glyph, start int) int {
	base, size := baseline(glyphs[start]), glyphs[start].Size
	for end := start + 1; end < len(glyphs); end++ {
		g := glyphs[end]
		at := baseline(g)
		if larger := g.Size > size; larger && at-base <= sameBase*g.Size {
			base, size = at, g.Size
		} else if larger || !(at-base <= sameBase*size) {
			return end
		}
	}
	return len(glyphs)
}

// turnedLine keeps turned text as one line in the order it was drawn.
func turnedLine(glyphs []*document.Glyph, page int) []line {
	if len(glyphs) == 0 {
		return nil
	}
	var text strings.Builder
	l := line{page: page, box: glyphs[0].Box, base: glyphs[0].Box.Y1}
	for _, g := range glyphs {
		text.WriteRune(g.Rune)
		l.box, l.size = l.box.Union(g.Box), max(l.size, g.Size)
	}
	t := strings.Join(strings.Fields(text.String()), " ")
	if t == "" {
		return nil
	}
	l.pieces = []piece{{t, l.box.X0, l.box.X1}}
	return []line{l}
}

// lineOf reads the glyphs of one line from left to right.
func lineOf(glyphs []*document.Glyph, page int) line { return new(writer).line(glyphs, page) }

// line reads the glyphs of one line from left to right.
func (w *writer) line(glyphs []*document.Glyph, page int) line {
	fromLeft(glyphs)
	l := line{page: page, base: math.Inf(-1), glyphs: glyphs, tight: true}
	w.pieces = nil
	var last *document.Glyph
	blank := false
	for _, g := range glyphs {
		if space(g.Rune) {
			blank = true
			continue
		}
		if last == nil {
			l.box = g.Box
		} else if struck(last, g) {
			continue
		}
		if last != nil && !blank && g.Box.X0-last.Box.X1 <= wordGap*g.Size {
			w.text = utf8.AppendRune(w.text, g.Rune)
		} else {
			w.put(last, g, blank)
			l.tight = l.tight && last == nil && !blank
		}
		l.widen(g)
		last, blank = g, false
	}
	l.pieces = w.end(last)
	return l
}

// widen adds a glyph, which is somewhere, to what the line covers.
func (l *line) widen(g *document.Glyph) {
	if b := &g.Box; b.X1 > l.box.X1 {
		l.box.X1 = b.X1
	}
	if g.Box.Y0 < l.box.Y0 {
		l.box.Y0 = g.Box.Y0
	}
	if g.Box.Y1 > l.box.Y1 {
		l.box.Y1 = g.Box.Y1
	}
	if g.Size > l.size {
		l.size = g.Size
	}
	if at := baseline(g); at > l.base {
		l.base = at
	}
}

// space is unicode.IsSpace, quick for Chinese characters.
func space(r rune) bool { return (r < '\u2E80' || r == '\u3000') && unicode.IsSpace(r) }

// struck reports whether the second glyph is the first once more, as fake bold or shadow.
func struck(a, b *document.Glyph) bool {
	return a.Rune == b.Rune && math.Abs(a.Box.X0-b.Box.X0) < overprint*b.Box.Width() &&
		math.Abs(a.Size-b.Size) <= 0.05*a.Size
}

// writer gathers the pieces of a line, and of others after it.
type writer struct {
	pieces []piece
	text   []byte
	x0     float64
}

// put writes the next glyph, with a blank or a new piece before it as the gap asks for.
func (w *writer) put(last, g *document.Glyph, blank bool) {
	switch {
	case last == nil:
		w.x0 = g.Box.X0
	case g.Box.X0-last.Box.X1 >= wideGap*max(g.Size, last.Size):
		w.pieces = w.end(last)
		w.x0 = g.Box.X0
	case (blank || g.Box.X0-last.Box.X1 > wordGap*g.Size) && latin(last.Rune) && latin(g.Rune):
		w.text = append(w.text, ' ')
	}
	w.text = utf8.AppendRune(w.text, g.Rune)
}

// end closes the piece that ends with the glyph.
func (w *writer) end(last *document.Glyph) []piece {
	if last != nil {
		w.pieces = append(w.pieces, w.take(last))
	}
	return w.pieces
}

// take returns what was written since the last piece, which ends with the glyph.
func (w *writer) take(last *document.Glyph) piece {
	p := piece{string(w.text), w.x0, last.Box.X1}
	w.text = w.text[:0]
	return p
}
