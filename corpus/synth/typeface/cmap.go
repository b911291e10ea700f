package typeface

import (
	"encoding/binary"
	"maps"
	"slices"
)

// readGlyphs reads the table of format 4 that tells the glyphs of Unicode characters.
func (f *Face) readGlyphs() error {
	t := f.tables["cmap"]
	for at := 4; at < 4+8*int(u16(t, 2)); at += 8 {
		if at+8 > len(t) {
			return errBroken
		}
		start := int(u32(t, at+4))
		if u16(t, at) == 3 && u16(t, at+2) == 1 && start+16 <= len(t) && u16(t, start) == 4 {
			return f.readSegments(t[start:])
		}
	}
	return errBroken
}

func (f *Face) readSegments(t []byte) error {
	size := int(u16(t, 6)) // of each of the four lists
	if 16+4*size > len(t) {
		return errBroken
	}
	f.glyphs = map[rune]uint16{}
	for at := 14; at < 14+size; at += 2 {
		last, first := int(u16(t, at)), int(u16(t, at+2+size))
		delta, offset := u16(t, at+2+2*size), int(u16(t, at+2+3*size))
		for c := first; c <= last && c < 0xffff; c++ {
			glyph := uint16(c) + delta
			if offset != 0 {
				place := at + 2 + 3*size + offset + 2*(c-first)
				if place+2 > len(t) {
					return errBroken
				}
				if glyph = u16(t, place); glyph != 0 {
					glyph += delta
				}
			}
			if glyph != 0 {
				f.glyphs[rune(c)] = glyph
			}
		}
	}
	return nil
}

// appendCmap writes such a table, a segment for each run of characters whose glyphs are numbered alike.
func appendCmap(glyphs map[rune]uint16) []byte {
	type segment struct {
		first, last rune
		delta       uint16
	}
	var all []segment
	for _, r := range slices.Sorted(maps.Keys(glyphs)) {
		delta := glyphs[r] - uint16(r)
		if n := len(all); n > 0 && all[n-1].last+1 == r && all[n-1].delta == delta {
			all[n-1].last = r
			continue
		}
		all = append(all, segment{r, r, delta})
	}
	all = append(all, segment{0xffff, 0xffff, 1})
	out := words(0, 1, 3, 1, 0, 12) // one table, for Windows and Unicode, behind these words
	out = append(out, words(4, uint16(16+8*len(all)), 0)...)
	power, log := 1, 0
	for 2*power <= len(all) {
		power, log = 2*power, log+1
	}
	out = append(out, words(uint16(2*len(all)), uint16(2*power), uint16(log), uint16(2*(len(all)-power)))...)
	for _, s := range all {
		out = append(out, words(uint16(s.last))...)
	}
	out = append(out, 0, 0)
	for _, s := range all {
		out = append(out, words(uint16(s.first))...)
	}
	for _, s := range all {
		out = append(out, words(s.delta)...)
	}
	return append(out, make([]byte, 2*len(all))...)
}

func words(all ...uint16) []byte {
	var out []byte
	for _, w := range all {
		out = binary.BigEndian.AppendUint16(out, w)
	}
	return out
}
