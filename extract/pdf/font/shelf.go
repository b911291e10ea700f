package font

import (
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

// maxProgram is the most bytes that are read of a font's stream.
const maxProgram = 64 << 20

// Shelf holds the fonts of one document, each read once, and the character maps they share. It is not
// safe for use by several goroutines.
type Shelf struct {
	fonts map[string]*Font
	maps  map[string]*cmap
	names map[string]string // what the names of glyphs met so far stand for
	gb1   *cmap
}

// NewShelf returns an empty Shelf.
func NewShelf() *Shelf {
	return &Shelf{fonts: map[string]*Font{}, maps: map[string]*cmap{}, names: map[string]string{}}
}

// Font returns the font of a font dictionary. Fonts are known by what their dictionaries say, since one
// resource name means different fonts on different pages.
func (s *Shelf) Font(v pdf.Value) *Font {
	key := v.String()
	if f, ok := s.fonts[key]; ok {
		return f
	}
	f := s.read(v)
	s.fonts[key] = f
	return f
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

// content reads a stream of a font as far as it goes, or nothing.
func content(v pdf.Value) []byte {
	if v.Kind() != pdf.Stream {
		return nil
	}
	data := make([]byte, min(max(v.Key("Length").Int64(), 0), maxProgram))
	n, _ := io.ReadFull(v.Reader(), data) // a short stream is used as far as it goes
	return data[:n]
}

// toUnicode reads a font's map to Unicode, or returns nil. A name instead of a stream is an encoding
// whose codes are characters.
func (s *Shelf) toUnicode(v pdf.Value) *cmap {
	switch v.Kind() {
	case pdf.Stream:
		return parseCMap(content(v), s.predefined)
	case pdf.Name:
		if strings.HasPrefix(v.Name(), "Identity") {
			return &cmap{form: utf16Form}
		}
	}
	return nil
}
