// Package typeface holds the one font that synthetic reports are set in: a Song face with the characters of
// daily print. Characters come in; widths, glyphs and smaller fonts with just those glyphs go out. Nothing is
// read from it before the first page is set.
//
// The font is Noto Serif SC (SIL Open Font License 1.1, OFL.txt), cut down to Latin letters, figures, the
// symbols of GB 2312 and the 3,755 characters of its first level.
package typeface

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
)

//go:embed song.ttf
var song []byte

// Song returns the face.
func Song() (*Face, error) { return Parse(song) }

// Face is a TrueType font whose glyphs are outlines of their own, none put together from others.
type Face struct {
	tables  map[string][]byte
	starts  []uint32 // of the glyphs in glyf, and its end
	metrics int      // glyphs that have a width of their own
	glyphs  map[rune]uint16
}

var errBroken = errors.New("typeface: broken font")

// Parse reads a TrueType font. The bytes are kept, not copied.
func Parse(data []byte) (*Face, error) {
	f := &Face{tables: map[string][]byte{}}
	if len(data) < 12 {
		return nil, errBroken
	}
	for at := 12; at < 12+16*int(u16(data, 4)); at += 16 {
		if at+16 > len(data) {
			return nil, errBroken
		}
		start, size := int(u32(data, at+8)), int(u32(data, at+12))
		if start+size > len(data) {
			return nil, errBroken
		}
		f.tables[string(data[at:at+4])] = data[start : start+size]
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0, "cmap": 4} {
		if t, ok := f.tables[name]; !ok || len(t) < least {
			return nil, fmt.Errorf("%w: table %s", errBroken, name)
		}
	}
	f.metrics = int(u16(f.tables["hhea"], 34))
	if err := f.readStarts(); err != nil {
		return nil, err
	}
	return f, f.readGlyphs()
}

func (f *Face) readStarts() error {
	count := int(u16(f.tables["maxp"], 4))
	loca, long := f.tables["loca"], u16(f.tables["head"], 50) == 1
	f.starts = make([]uint32, count+1)
	for i := range f.starts {
		switch {
		case long && 4*i+4 <= len(loca):
			f.starts[i] = u32(loca, 4*i)
		case !long && 2*i+2 <= len(loca):
			f.starts[i] = 2 * uint32(u16(loca, 2*i))
		default:
			return errBroken
		}
		if int(f.starts[i]) > len(f.tables["glyf"]) || i > 0 && f.starts[i] < f.starts[i-1] {
			return errBroken
		}
	}
	if f.metrics == 0 || len(f.tables["hmtx"]) < 4*f.metrics {
		return errBroken
	}
	return nil
}

// Glyph returns the number of a character's glyph; false if the face has none.
func (f *Face) Glyph(r rune) (uint16, bool) {
	g, ok := f.glyphs[r]
	return g, ok
}

// Advance is the width of a glyph in thousandths of the type size.
func (f *Face) Advance(glyph uint16) float64 {
	at := min(int(glyph), f.metrics-1)
	return float64(u16(f.tables["hmtx"], 4*at)) * 1000 / float64(u16(f.tables["head"], 18))
}

// Ascent and Descent are how far the face reaches over and, negative, under the base line, in thousandths of
// the type size.
func (f *Face) Ascent() float64 { return f.reach(4) }

// Descent is negative.
func (f *Face) Descent() float64 { return f.reach(6) }

func (f *Face) reach(at int) float64 {
	return float64(int16(u16(f.tables["hhea"], at))) * 1000 / float64(u16(f.tables["head"], 18))
}

func (f *Face) outline(glyph uint16) []byte {
	if int(glyph)+1 >= len(f.starts) {
		return nil
	}
	return f.tables["glyf"][f.starts[glyph]:f.starts[glyph+1]]
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
