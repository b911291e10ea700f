package font

import (
	_ "embed"
	"encoding/binary"
)

// glyphNames is Adobe's glyph list: lines of a name and its code, sorted.
//
//go:embed data/glyphs.txt
var glyphNames string

// Adobe's character maps of the Adobe-GB1 collection, as appendTable writes them. They are searched where
// they stand: to unpack one alone takes longer than to read a whole report.
var (
	//go:embed data/Adobe-GB1-UCS2.map
	gb1Texts string
	//go:embed data/GB-EUC-H.map
	gbEUC string
	//go:embed data/GBpc-EUC-H.map
	gbpcEUC string
	//go:embed data/GBK-EUC-H.map
	gbkEUC string
	//go:embed data/GBKp-EUC-H.map
	gbkpEUC string
	//go:embed data/GBK2K-H.map
	gbk2K string
	//go:embed data/UniGB-UTF16-H.map
	uniGB string
)

// mapNamed returns a map of the data, or nil.
func mapNamed(name string) *cmap {
	switch name {
	case "Adobe-GB1-UCS2":
		return readTables(gb1Texts)
	case "GB-EUC-H":
		return readTables(gbEUC)
	case "GBpc-EUC-H":
		return readTables(gbpcEUC)
	case "GBK-EUC-H":
		return readTables(gbkEUC)
	case "GBKp-EUC-H":
		return readTables(gbkpEUC)
	case "GBK2K-H":
		return readTables(gbk2K)
	case "UniGB-UTF16-H":
		return readTables(uniGB)
	}
	return nil
}

// table holds the spans of a map in order: a row for each and, where codes stand for several characters,
// those before the last.
type table struct{ rows, heads string }

// rowSize is how many bytes a row has: the first code, how many follow it, and what it stands for.
const rowSize = 4 + 2 + 4

// A row with a head has this bit set in what it stands for, and where its head begins above the character.
const (
	headBit  = 1 << 31
	headAt   = 21
	maxHeads = 1 << (31 - headAt)
)

// find returns the span that holds a code.
func (t table) find(code uint32) (span, bool) {
	from, to := 0, len(t.rows)/rowSize // the last row that begins at the code or before is among these
	for to-from > 1 {
		if middle := (from + to) / 2; be32(t.rows[middle*rowSize:]) <= code {
			from = middle
		} else {
			to = middle
		}
	}
	if from == to {
		return span{}, false
	}
	s := t.row(from)
	return s, code >= s.lo && code <= s.hi
}

func (t table) row(n int) span {
	row := t.rows[n*rowSize : (n+1)*rowSize]
	s := span{lo: be32(row), to: be32(row[6:])}
	s.hi = s.lo + uint32(be16(row[4:]))
	if s.to&headBit != 0 {
		head := t.heads[s.to&^headBit>>headAt:]
		s.to, s.head = s.to&(1<<headAt-1), head[1:1+head[0]]
	}
	return s
}

func be16(s string) uint16 { return uint16(s[0])<<8 | uint16(s[1]) }

func be32(s string) uint32 { return uint32(be16(s))<<16 | uint32(be16(s[2:])) }

// readTables reads what appendTables wrote: the data are the program's own and never broken.
func readTables(data string) *cmap {
	m := &cmap{spaces: make([]codeSpace, be16(data))}
	data = data[2:]
	for i := range m.spaces {
		m.spaces[i] = codeSpace{int(be16(data)), be32(data[2:]), be32(data[6:])}
		data = data[10:]
	}
	m.fixedTexts, data = readTable(data)
	m.fixedCIDs, _ = readTable(data)
	return m
}

func readTable(data string) (t table, rest string) {
	rows := 4 + rowSize*int(be32(data))
	heads := rows + 2 + int(be16(data[rows:]))
	return table{data[4:rows], data[rows+2 : heads]}, data[heads:]
}

// appendTables writes a map without a base as the data hold it.
func appendTables(out []byte, m *cmap) []byte {
	out = binary.BigEndian.AppendUint16(out, uint16(len(m.spaces)))
	for _, s := range m.spaces {
		out = binary.BigEndian.AppendUint16(out, uint16(s.bytes))
		out = binary.BigEndian.AppendUint32(out, s.lo)
		out = binary.BigEndian.AppendUint32(out, s.hi)
	}
	return appendTable(appendTable(out, m.texts.joined()), m.cids.joined())
}

func appendTable(out []byte, all spans) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(all)))
	var heads []byte
	for _, s := range all {
		if s.head != "" && len(heads) < maxHeads {
			s.to |= headBit | uint32(len(heads))<<headAt
			heads = append(append(heads, byte(len(s.head))), s.head...)
		}
		out = binary.BigEndian.AppendUint32(out, s.lo)
		out = binary.BigEndian.AppendUint16(out, uint16(s.hi-s.lo))
		out = binary.BigEndian.AppendUint32(out, s.to)
	}
	out = binary.BigEndian.AppendUint16(out, uint16(len(heads)))
	return append(out, heads...)
}

// joined returns disjoint spans with neighbours made one where they go on.
func (s spans) joined() spans {
	var out spans
	for _, next := range s {
		if n := len(out); n > 0 {
			if last := &out[n-1]; last.hi+1 == next.lo && last.to+next.lo-last.lo == next.to && last.head == next.head {
				last.hi = next.hi
				continue
			}
		}
		out = append(out, next)
	}
	return out
}
