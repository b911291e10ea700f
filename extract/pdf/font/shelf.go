package font

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// Shelf holds the fonts of one document, each read once, and the character maps they share. It is not
// safe for use by several goroutines.
type Shelf struct {
	list   pdf.Value // of the font dictionaries of the fair copy
	unpack func(to []byte, stream int64) []byte
	fonts  []*Font // by number, as far as they were asked for
	maps   map[string]*cmap
	names  map[string]string // what the names of glyphs met so far stand for
	gb1    *cmap
	room   []byte // for what a stream holds
}

// NewShelf returns a Shelf for the fonts of a document. It takes the list of their dictionaries in the fair
// copy and what appends the contents of its streams.
func NewShelf(list pdf.Value, unpack func(to []byte, stream int64) []byte) *Shelf {
	return &Shelf{
		list: list, fonts: make([]*Font, list.Len()), unpack: unpack, maps: map[string]*cmap{}, names: map[string]string{},
	}
}

// Font returns a font by its number, or nil.
func (s *Shelf) Font(number int) *Font {
	if number < 0 || number >= len(s.fonts) {
		return nil
	}
	if s.fonts[number] == nil {
		s.fonts[number] = s.read(s.list.Index(number))
	}
	return s.fonts[number]
}

func (s *Shelf) read(v pdf.Value) *Font {
	f := &Font{Name: baseName(v), Ascent: 0.88, Descent: -0.12}
	f.Symbolic = symbolFont(f.Name) != ""
	if v.Key("Subtype").Name() == "Type0" {
		s.composite(f, v)
	} else {
		s.simple(f, v)
	}
	return f
}

// baseName is the name without the tag of a subset.
func baseName(v pdf.Value) string {
	name := v.Key("BaseFont").Name()
	if tag, rest, ok := strings.Cut(name, "+"); ok && len(tag) == 6 {
		return rest
	}
	return name
}

// lines takes over the height of a font's lines where its descriptor says something that can be.
func (f *Font) lines(descriptor pdf.Value) {
	ascent, descent := descriptor.Key("Ascent").Float64()/1000, descriptor.Key("Descent").Float64()/1000
	if descent > 0 {
		descent = -descent
	}
	if ascent >= 0.5 && ascent <= 1.1 && descent >= -0.5 {
		f.Ascent, f.Descent = ascent, min(descent, 0)
	}
}

// content reads a stream of a font, or nothing. The bytes are good until the next one is read.
func (s *Shelf) content(v pdf.Value) []byte {
	if v.Kind() != pdf.Integer {
		return nil
	}
	s.room = s.unpack(s.room[:0], v.Int64())
	return s.room
}

// toUnicode reads a font's map to Unicode, or returns nil. A name instead of a stream is an encoding
// whose codes are characters.
func (s *Shelf) toUnicode(v pdf.Value) *cmap {
	switch v.Kind() {
	case pdf.Integer:
		return parseCMap(s.content(v), s.predefined)
	case pdf.Name:
		if strings.HasPrefix(v.Name(), "Identity") {
			return &cmap{form: utf16Form}
		}
	}
	return nil
}
