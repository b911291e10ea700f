package font

import (
	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// simple decodes the strings of a font with one-byte codes.
type simple struct {
	encoding coding
	own      *cmap // the font's own map to Unicode, or nil
	widths   [256]float64
	pairs    bool // GBK text in a font that claims to be Latin
}

func (s *Shelf) simple(f *Font, v pdf.Value) {
	descriptor := v.Key("FontDescriptor")
	f.lines(descriptor)
	d := &simple{}
	d.readWidths(f, v, descriptor)
	d.own = s.toUnicode(v.Key("ToUnicode"))
	d.encoding = s.encodingOf(f, v)
	d.pairs = d.own == nil && holdsPairs(f, v)
	f.decoder = d
}

// readWidths fills in the advances; those that are missing are the descriptor's, or guessed by the kind
// of the font.
func (d *simple) readWidths(f *Font, v, descriptor pdf.Value) {
	scale := 0.001
	if v.Key("Subtype").Name() == "Type3" {
		scale = typeThree(f, v)
	}
	missing := descriptor.Key("MissingWidth").Float64() * scale
	list := listOf(v.Key("Widths"))
	if !list.next() {
		standardWidths(f.Name, &d.widths)
		return
	}
	for code := range d.widths {
		d.widths[code] = missing
	}
	first := int(v.Key("FirstChar").Int64())
	for code := first; code < len(d.widths); code++ {
		if code >= 0 {
			d.widths[code] = list.value() * scale
		}
		if !list.next() {
			break
		}
	}
}

// typeThree takes the height of the lines from the box of a font whose glyphs are drawings, and returns
// the scale of its widths.
func typeThree(f *Font, v pdf.Value) float64 {
	matrix, box := v.Key("FontMatrix"), v.Key("FontBBox")
	tall := matrix.Index(3).Float64()
	ascent, descent := box.Index(3).Float64()*tall, box.Index(1).Float64()*tall
	if ascent > 0.3 && ascent < 2 && descent > -1 && descent <= 0 {
		f.Ascent, f.Descent = ascent, descent
	}
	if wide := matrix.Index(0).Float64(); wide != 0 {
		return wide
	}
	return 0.001
}

func (d *simple) next(b []byte) (uint32, int) {
	if d.pairs && len(b) > 1 && b[0] >= 0x81 && b[1] >= 0x40 {
		return be(b[:2]), 2
	}
	return uint32(b[0]), 1
}

func (d *simple) char(code uint32, bytes int) Char {
	if bytes == 2 {
		c := Char{Advance: d.widths[code>>8] + d.widths[code&0xFF]}
		c.setText(gbkText(code))
		return c
	}
	c := Char{Advance: d.widths[code], Space: code == ' '}
	c.setText(d.text(code))
	return c
}

// text is what the font's own map says, unless only the encoding tells a readable character.
func (d *simple) text(code uint32) string {
	text := d.encoding(byte(code))
	if own := d.own.text(code); readable(own) || own != "" && !readable(text) {
		return own
	}
	return text
}

func gbkText(code uint32) string {
	out, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{byte(code >> 8), byte(code)})
	if err != nil || !readable(string(out)) {
		return ""
	}
	return string(out)
}
