package typeface

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// Subset writes a font that has only the glyphs named, under the numbers given: number → glyph of this face.
// Number 0 is the mark of a missing character. With characters, the font tells which number each has.
func (f *Face) Subset(glyphs map[uint16]uint16, characters map[rune]uint16) []byte {
	count := 1
	for number := range glyphs {
		count = max(count, int(number)+1)
	}
	var outlines, starts, widths []byte
	for number := range count {
		starts = binary.BigEndian.AppendUint32(starts, uint32(len(outlines)))
		glyph, ok := glyphs[uint16(number)]
		widths = append(widths, f.metric(glyph)...)
		if ok || number == 0 {
			outlines = append(outlines, f.outline(glyph)...)
		}
		for len(outlines)%4 != 0 {
			outlines = append(outlines, 0)
		}
	}
	starts = binary.BigEndian.AppendUint32(starts, uint32(len(outlines)))
	tables := map[string][]byte{
		"head": patched(f.tables["head"], 50, 1), "hhea": patched(f.tables["hhea"], 34, uint16(count)),
		"maxp": patched(f.tables["maxp"], 4, uint16(count)),
		"hmtx": widths, "loca": starts, "glyf": outlines,
	}
	if characters != nil {
		tables["cmap"] = appendCmap(characters)
	}
	return file(tables)
}

// metric is the width and the left bearing of a glyph.
func (f *Face) metric(glyph uint16) []byte {
	at := 4 * min(int(glyph), f.metrics-1)
	return f.tables["hmtx"][at : at+4]
}

// patched is a copy of a table with one word changed.
func patched(table []byte, at int, word uint16) []byte {
	out := slices.Clone(table)
	binary.BigEndian.PutUint16(out[at:], word)
	return out
}

// file puts tables together.
func file(tables map[string][]byte) []byte {
	count := uint16(len(tables))
	log := uint16(bits.Len16(count) - 1)
	power := uint16(1) << log
	out := append([]byte{0, 1, 0, 0}, words(count, 16*power, log, 16*(count-power))...)
	at := 12 + 16*len(tables)
	var body []byte
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		table := tables[name]
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, sum(table))
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(table)))
		body = append(body, table...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

// sum is the check sum of a table.
func sum(table []byte) uint32 {
	total := uint32(0)
	for len(table) >= 4 {
		total += u32(table, 0)
		table = table[4:]
	}
	var rest [4]byte
	copy(rest[:], table)
	return total + u32(rest[:], 0)
}
