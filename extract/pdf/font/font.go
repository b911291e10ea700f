// Package font knows what the codes of a PDF's fonts stand for: their characters, their advances and
// the height of their lines. Font dictionaries of a clean PDF come in; for each code of a string a Char
// goes out. It never draws a glyph, and never guesses a character that the font does not tell.
package font

import (
	"math"
	"unicode/utf8"
)

// Char is what one code of a font shows.
type Char struct {
	Rune    rune    // utf8.RuneError if the font does not tell
	More    string  // further characters of a ligature
	Advance float64 // in ems: to the right, or downwards in vertical writing (then negative)
	OriginX float64 // of vertical writing: where the upright glyph's origin stands, in ems
	OriginY float64
	Space   bool // the one-byte code 32, which word spacing widens
	known   bool
}

// Font is one font of a document. It is not safe for use by several goroutines.
type Font struct {
	Name     string
	Vertical bool
	Symbolic bool    // known to hold signs, not text
	Ascent   float64 // in ems, from the baseline
	Descent  float64 // in ems, negative
	decoder  decoder
	pages    [256]*[256]uint16 // the codes met so far, by their high and low byte: which of chars, plus one
	chars    []*[charsAtOnce]Char
	count    int // of chars
	rare     map[uint32]*Char
}

// charsAtOnce is for how many characters room is made at a time: a font shows a few hundred of the many
// that it may have, and they stay where they are.
const charsAtOnce = 32

// decoder is what differs between simple and composite fonts.
type decoder interface {
	next(b []byte) (code uint32, bytes int)
	char(code uint32, bytes int) Char
}

// Next returns what the first code of a string shows, and how many bytes it takes: none at the end.
func (f *Font) Next(b []byte) (*Char, int) {
	if len(b) == 0 {
		return nil, 0
	}
	code, n := f.decoder.next(b)
	c := f.slot(code)
	if !c.known {
		*c = f.decoder.char(code, n)
		c.known = true
	}
	return c, n
}

func (f *Font) slot(code uint32) *Char {
	if code > 0xFFFF {
		return f.rareSlot(code)
	}
	page := f.pages[code>>8]
	if page == nil {
		page = new([256]uint16)
		f.pages[code>>8] = page
	}
	at := int(page[code&0xFF]) - 1
	if at < 0 {
		if f.count == math.MaxUint16 {
			return f.rareSlot(code)
		}
		if at = f.count; at%charsAtOnce == 0 {
			f.chars = append(f.chars, new([charsAtOnce]Char))
		}
		f.count++
		page[code&0xFF] = uint16(f.count)
	}
	return &f.chars[at/charsAtOnce][at%charsAtOnce]
}

func (f *Font) rareSlot(code uint32) *Char {
	c, ok := f.rare[code]
	if !ok {
		if f.rare == nil {
			f.rare = map[uint32]*Char{}
		}
		c = &Char{}
		f.rare[code] = c
	}
	return c
}

// setText fills in the characters of a code: none means that the font does not tell.
func (c *Char) setText(text string) {
	if text == "" {
		c.Rune = utf8.RuneError
		return
	}
	r, size := utf8.DecodeRuneInString(text)
	c.Rune, c.More = plain(r), text[size:]
}

// readable reports whether a text tells a reader anything: not nothing, not a replacement, not a
// control, not a code for private use.
func readable(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && r != utf8.RuneError && r >= ' ' && !Private(r)
}

// Private reports whether a character means something only where somebody agreed on it.
func Private(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 }
