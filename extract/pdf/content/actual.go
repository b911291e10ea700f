package content

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
	"fuhe/extract/pdf/token"
)

// actual keeps track of marked content that says which text it shows (ISO 32000-1, 14.9.4). It is only
// believed where a font does not tell its characters: writers also use it for hyphens and list marks.
type actual struct {
	depth int    // of marked content
	open  int    // the depth at which the text below began, or 0
	text  []rune // what it shows
	from  int    // the first glyph in it
}

// actualText finds the text in the operands of BDC.
func actualText(operands []token.Token) []rune {
	for i := 0; i+1 < len(operands); i++ {
		if operands[i].Kind == token.Name && string(operands[i].Bytes) == "ActualText" && operands[i+1].Kind == token.String {
			return decodeText(operands[i+1].Bytes)
		}
	}
	return nil
}

func decodeText(b []byte) []rune {
	const most = 1000
	if len(b) < 2 || len(b) > most || b[0] != 0xFE || b[1] != 0xFF {
		return nil
	}
	units := make([]uint16, 0, len(b)/2)
	for b = b[2:]; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return utf16.Decode(units)
}

func (d *drawing) beginMarked(text []rune) {
	a := &d.actual
	a.depth++
	if d.off == 0 && d.marksHidden() {
		d.off = a.depth
	}
	if a.open == 0 && len(text) > 0 {
		a.open, a.text, a.from = a.depth, text, len(d.sheet.Page.Glyphs)
	}
}

func (d *drawing) endMarked() {
	a := &d.actual
	if a.open > 0 && a.depth == a.open {
		d.replace(d.sheet.Page.Glyphs[min(a.from, len(d.sheet.Page.Glyphs)):], a.text)
		a.open = 0
	}
	if d.off > 0 && a.depth == d.off {
		d.off = 0
	}
	a.depth = max(a.depth-1, 0)
}

// marksHidden reports whether the operands of BDC name optional content that is not shown.
func (d *drawing) marksHidden() bool {
	n := len(d.operands)
	if n < 2 || d.operands[n-2].Kind != token.Name || string(d.operands[n-2].Bytes) != "OC" {
		return false
	}
	name, ok := d.lastName()
	return ok && d.frame.hides(name)
}

// hides looks a name for marked content up; forms without resources of their own use those outside.
func (f *frame) hides(name []byte) bool {
	for ; f != nil; f = f.outer {
		if v := f.value.Key("Properties"); v.Kind() == pdf.Dict {
			return v.Key(string(name)).Bool()
		}
	}
	return false
}

// replace gives glyphs the characters they are said to show, if there are as many and one is not known.
func (d *drawing) replace(glyphs []document.Glyph, text []rune) {
	unknown := 0
	for _, g := range glyphs {
		if g.Rune == utf8.RuneError {
			unknown++
		}
	}
	if unknown == 0 || len(glyphs) != len(text) {
		return
	}
	for i := range glyphs {
		glyphs[i].Rune = text[i]
	}
	if d.state.font != nil {
		t := d.tally(d.state.font)
		t.Lost = max(0, t.Lost-unknown)
	}
}
