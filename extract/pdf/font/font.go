// Package font knows what the codes of a PDF's fonts stand for: their characters, their advances and
// the height of their lines. Font dictionaries of a clean PDF come in; for each code of a string a Char
// goes out. It never draws a glyph, and never guesses a character that the font does not tell.
package font

import "unicode/utf8"

// Char is what one code of a font shows.
type Char struct {
	Rune    rune    // utf8.RuneError if the font does not tell
	More    string  // further characters of a ligature
	Advance float64 // in ems: to the right, or downwards in vertical writing (then negative)
	OriginX float64 // of vertical writing: where the upright glyph's origin stands, in ems
	Space   bool    // the one-byte code 32, which word spacing widens
	code    uint32
}

// Font is one font of a document. It is not safe for use by several goroutines.
type Font struct {
	Name     string
	Vertical bool
	Symbolic bool    // known to hold signs, not text
	Ascent   float64 // in ems, from the baseline
	Descent  float64 // in ems, negative
	decoder  decoder
	paired   bool  // all codes have two bytes
	chars    chars // met so far
}

// decoder is what differs between simple and composite fonts.
type decoder interface {
	next(b []byte) (code uint32, bytes int)
	char(code uint32, bytes int) Char
}

// Next returns what the first code of a string shows, and how many bytes it takes: none at the end. The
// Char is good until the next code, and the same each time for nearly all codes.
func (f *Font) Next(b []byte) (*Char, int) {
	if len(b) == 0 {
		return nil, 0
	}
	code, n := uint32(0), 2
	if f.paired && len(b) > 1 {
		code = uint32(b[0])<<8 | uint32(b[1])
	} else {
		code, n = f.decoder.next(b)
	}
	c := f.chars.find(code)
	if c == nil {
		c = f.chars.add(code)
		*c = f.decoder.char(code, n)
		c.code = code
	}
	return c, n
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
