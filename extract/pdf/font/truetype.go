package font

import "encoding/binary"

// glyphRunes reads the character table of a TrueType or OpenType font backwards: which character a
// glyph stands for. It returns nil if the font has none that speaks Unicode.
func glyphRunes(font []byte) map[uint32]rune {
	table := sfntTable(font, "cmap")
	if len(table) < 4 {
		return nil
	}
	r := glyphReader{runes: map[uint32]rune{}, left: maxMappings}
	for i := range int(u16(table, 2)) {
		record := 4 + 8*i
		if record+8 > len(table) {
			break
		}
		platform, encoding := u16(table, record), u16(table, record+2)
		if offset := u32(table, record+4); speaksUnicode(platform, encoding) && offset < uint32(len(table)) {
			r.subtable(table[offset:])
		}
	}
	if len(r.runes) == 0 {
		return nil
	}
	return r.runes
}

// maxMappings is the most characters that are read of a font's tables: more than any font has.
const maxMappings = 1 << 19

// glyphReader gathers the characters of glyphs.
type glyphReader struct {
	runes map[uint32]rune
	left  int // characters that may still be read
}

func speaksUnicode(platform, encoding uint16) bool {
	return platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
}

// sfntTable finds a table of a font file by its tag.
func sfntTable(font []byte, tag string) []byte {
	if len(font) < 12 {
		return nil
	}
	for i := range int(u16(font, 4)) {
		record := 12 + 16*i
		if record+16 > len(font) {
			return nil
		}
		if string(font[record:record+4]) != tag {
			continue
		}
		offset, length := u32(font, record+8), u32(font, record+12)
		if uint64(offset)+uint64(length) <= uint64(len(font)) {
			return font[offset : offset+length]
		}
		if uint64(offset) < uint64(len(font)) {
			return font[offset:]
		}
	}
	return nil
}

// u16 and u32 read big-endian numbers; what lies beyond the end is 0.
func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

func u32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}

func (r *glyphReader) subtable(t []byte) {
	switch u16(t, 0) {
	case 4:
		r.segments(t)
	case 6:
		first := rune(u16(t, 6))
		for i := range int(u16(t, 8)) {
			r.keep(uint32(u16(t, 10+2*i)), first+rune(i))
		}
	case 12:
		r.groups(t)
	}
}

// keep remembers the character of a glyph: of several the plain one, not a compatibility form.
func (r *glyphReader) keep(glyph uint32, char rune) {
	r.left--
	old, ok := r.runes[glyph]
	if glyph != 0 && (!ok || compatible(old) && !compatible(char)) {
		r.runes[glyph] = char
	}
}

func compatible(r rune) bool {
	return r >= 0x2E80 && r <= 0x2FDF || r >= 0xF900 && r <= 0xFAFF || Private(r) || r == 0xA0 || r == 0xAD
}

// segments reads format 4: segments of codes with a distance or a list of glyphs.
func (r *glyphReader) segments(t []byte) {
	count := int(u16(t, 6)) / 2
	for i := range count {
		end, start := int(u16(t, 14+2*i)), int(u16(t, 16+2*count+2*i))
		delta, at := u16(t, 16+4*count+2*i), 16+6*count+2*i
		offset := int(u16(t, at))
		if at+2 > len(t) {
			return
		}
		for code := start; code <= end && code < 0xFFFF && r.left > 0; code++ {
			glyph := uint16(code) + delta
			if offset != 0 {
				if glyph = u16(t, at+offset+2*(code-start)); glyph != 0 {
					glyph += delta
				}
			}
			r.keep(uint32(glyph), rune(code))
		}
	}
}

// groups reads format 12: ranges of codes with consecutive glyphs.
func (r *glyphReader) groups(t []byte) {
	for i := range min(int(u32(t, 12)), len(t)/12) {
		start, end, glyph := u32(t, 16+12*i), u32(t, 20+12*i), u32(t, 24+12*i)
		if end > 0x10FFFF || start > end || end-start > 0xFFFF {
			continue
		}
		for code := start; code <= end && r.left > 0; code++ {
			r.keep(glyph+code-start, rune(code))
		}
	}
}
