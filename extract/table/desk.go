package table

import "fuhe/extract/document"

// desk is what pages are taken apart on, one after the other: room that is used again for the next page,
// so that nothing on it may be kept.
type desk struct {
	writer
	seen    []*document.Glyph
	glyphs  []*document.Glyph // in the order of their lines, those of all cells behind one another
	written []line            // the lines that are being read
	strikes []strike
}

// clear makes room for the next page.
func (d *desk) clear() {
	clear(d.seen)
	clear(d.glyphs)
	clear(d.written[:cap(d.written)])
	d.glyphs = d.glyphs[:0]
}

// upright puts glyphs on the desk, but for the turned ones.
func (d *desk) upright(glyphs []*document.Glyph) []*document.Glyph {
	from := len(d.glyphs)
	for _, g := range glyphs {
		if !g.Turned {
			d.glyphs = append(d.glyphs, g)
		}
	}
	return d.glyphs[from:len(d.glyphs):len(d.glyphs)]
}
