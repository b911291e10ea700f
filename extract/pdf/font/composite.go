package font

import (
	"bytes"

	"github.com/ledongthuc/pdf"
)

// composite decodes the strings of a Type0 font: codes become CIDs by its encoding, CIDs have widths,
// and characters come from the first source that tells one.
type composite struct {
	shelf      *Shelf
	encoding   *cmap
	unicode    *cmap  // the font's own map, or nil
	ordering   string // of the collection of the CIDs
	glyphs     map[uint32]rune
	cidToGlyph []byte
	widths     widths
	heights    heights
	vertical   bool
}

func (s *Shelf) composite(f *Font, v pdf.Value) {
	inner := v.Key("DescendantFonts").Index(0)
	if inner.Kind() != pdf.Dict {
		inner = v.Key("DescendantFonts")
	}
	descriptor := inner.Key("FontDescriptor")
	f.lines(descriptor)
	c := &composite{
		shelf:      s,
		encoding:   s.encodingMap(v.Key("Encoding")),
		unicode:    s.toUnicode(v.Key("ToUnicode")),
		ordering:   inner.Key("CIDSystemInfo").Key("Ordering").RawString(),
		cidToGlyph: bytes.Clone(s.content(inner.Key("CIDToGIDMap"))),
		widths:     cidWidths(inner),
	}
	if c.vertical = c.encoding.vertical; c.vertical {
		c.heights = cidHeights(inner)
	}
	f.Vertical, f.paired = c.vertical, len(c.encoding.spaces) == 0
	if c.unicode == nil && c.ordering != knownOrdering {
		data := s.program(descriptor)
		if c.glyphs = glyphRunes(data); c.glyphs == nil {
			c.glyphs = s.cffGlyphs(readCFF(data))
		}
	}
	f.decoder = c
}

// encodingMap is the encoding of a composite font: a name, or a map of its own.
func (s *Shelf) encodingMap(v pdf.Value) *cmap {
	var m *cmap
	switch v.Kind() {
	case pdf.Name:
		m = s.predefined(v.Name())
	case pdf.Dict:
		m = parseCMap(s.content(v.Key("Stream")), s.predefined)
		m.vertical = m.vertical || v.Key("WMode").Int64() == 1
		if base := v.Key("UseCMap"); m.base == nil && base.Kind() == pdf.Name {
			m.base = s.predefined(base.Name())
		}
	}
	if m == nil {
		m = &cmap{identity: true}
	}
	return m
}

func (s *Shelf) program(descriptor pdf.Value) []byte {
	for _, key := range []string{"FontFile2", "FontFile3"} {
		if data := s.content(descriptor.Key(key)); len(data) > 0 {
			return data
		}
	}
	return nil
}

func (c *composite) next(b []byte) (uint32, int) {
	return c.encoding.next(b)
}

func (c *composite) char(code uint32, bytes int) Char {
	cid, known := c.encoding.cid(code)
	width := c.widths.of(cid)
	if !known {
		width = c.widths.unknown(bytes)
	}
	char := Char{Advance: width, Space: bytes == 1 && code == ' '}
	char.setText(c.text(code, cid))
	if c.vertical {
		char.Advance, char.OriginX = c.heights.of(cid, width)
	}
	return char
}

// text asks each source in the order of trust. Where none tells a readable character, the first that
// says anything counts: a control character, or one for private use.
func (c *composite) text(code, cid uint32) string {
	said := ""
	for _, source := range textSources {
		text := source(c, code, cid)
		if readable(text) {
			return text
		}
		if said == "" {
			said = text
		}
	}
	return said
}

// textSources tell the characters of a code or of its CID. The collection is large and read only when
// the sources before it do not tell.
var textSources = []func(c *composite, code, cid uint32) string{
	func(c *composite, code, _ uint32) string { return c.unicode.text(code) },
	func(c *composite, code, _ uint32) string { return c.encoding.text(code) },
	func(c *composite, _, cid uint32) string { return c.shelf.collection(c.ordering).text(cid) },
	func(c *composite, _, cid uint32) string { return c.glyphText(cid) },
}

func (c *composite) glyphText(cid uint32) string {
	if c.glyphs == nil {
		return ""
	}
	glyph := cid
	if i := 2 * int(cid); len(c.cidToGlyph) > i+1 {
		glyph = be(c.cidToGlyph[i : i+2])
	}
	if r, ok := c.glyphs[glyph]; ok {
		return string(r)
	}
	return ""
}
