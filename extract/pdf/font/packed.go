package font

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/binary"
	"io"
)

// glyphNames is Adobe's glyph list: lines of a name and its code, sorted. It is not packed, for nearly
// every font that lists names asks for a few of them.
//
//go:embed data/glyphs.txt
var glyphNames string

// packedFiles are Adobe's character maps of the Adobe-GB1 collection. The maps are
// stored as appendPacked writes them: read from their text, one alone takes longer than a whole report.
//
//go:embed data/*.gz
var packedFiles embed.FS

// maxUnpacked is more than any file of the data unpacks to.
const maxUnpacked = 4 << 20

// unpack returns a file of the data, or nil.
func unpack(file string) []byte {
	data, err := packedFiles.ReadFile("data/" + file + ".gz")
	if err != nil || len(data) < 4 {
		return nil
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	size := binary.LittleEndian.Uint32(data[len(data)-4:]) // gzip ends with it
	out := make([]byte, min(size, maxUnpacked))
	if _, err := io.ReadFull(r, out); err != nil {
		return nil
	}
	return out
}

// packedMap returns a map of the data, or nil.
func packedMap(file string) *cmap {
	data := unpack(file)
	if data == nil {
		return nil
	}
	r := unpacker{data: data}
	m := &cmap{spaces: make([]codeSpace, r.number())}
	for i := range m.spaces {
		m.spaces[i] = codeSpace{int(r.number()), uint32(r.number()), uint32(r.number())}
	}
	m.texts, m.cids = r.spans(), r.spans()
	return m
}

// unpacker reads numbers of the data, which are the program's own and never broken.
type unpacker struct{ data []byte }

func (r *unpacker) number() uint64 {
	n, size := binary.Uvarint(r.data)
	r.data = r.data[max(size, 0):]
	return n
}

// spans reads what appendSpans wrote.
func (r *unpacker) spans() spans {
	all := make(spans, r.number())
	var code, to uint32
	for i := range all {
		lo := code + uint32(r.number())
		hi := lo + uint32(r.number())
		to += uint32(unzigzag(r.number()))
		head := r.number()
		all[i] = span{lo: lo, hi: hi, to: to, head: string(r.data[:head])}
		r.data = r.data[head:]
		code, to = hi+1, to+hi-lo+1
	}
	return all
}

func unzigzag(n uint64) int64 { return int64(n>>1) ^ -int64(n&1) }

// appendPacked writes a map without a base as the data hold it: what is expected costs a byte.
func appendPacked(out []byte, m *cmap) []byte {
	out = binary.AppendUvarint(out, uint64(len(m.spaces)))
	for _, s := range m.spaces {
		for _, n := range []uint64{uint64(s.bytes), uint64(s.lo), uint64(s.hi)} {
			out = binary.AppendUvarint(out, n)
		}
	}
	return appendSpans(appendSpans(out, m.texts.joined()), m.cids.joined())
}

// appendSpans writes each span by its distance from where the one before it ended.
func appendSpans(out []byte, all spans) []byte {
	out = binary.AppendUvarint(out, uint64(len(all)))
	var code, to uint32
	for _, s := range all {
		out = binary.AppendUvarint(out, uint64(s.lo-code))
		out = binary.AppendUvarint(out, uint64(s.hi-s.lo))
		d := int64(s.to) - int64(to)
		out = binary.AppendUvarint(out, uint64(d<<1)^uint64(d>>63))
		out = binary.AppendUvarint(out, uint64(len(s.head)))
		out = append(out, s.head...)
		code, to = s.hi+1, s.to+s.hi-s.lo+1
	}
	return out
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
