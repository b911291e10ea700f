package font

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/traditionalchinese"
)

// packed are Adobe's character maps of the Adobe-GB1 collection and its glyph list.
//
//go:embed data/*.gz
var packed embed.FS

func unpack(file string) []byte {
	data, err := packed.ReadFile("data/" + file + ".gz")
	if err != nil {
		return nil
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	out, err := io.ReadAll(r)
	if err != nil {
		return nil
	}
	return out
}

// predefined returns a map that PDF knows by name (ISO 32000-1, table 118), or nil. The maps for
// vertical writing differ only in the shape of a few glyphs, which no text shows.
func (s *Shelf) predefined(name string) *cmap {
	if m, ok := s.maps[name]; ok {
		return m
	}
	var m *cmap
	if base, vertical := strings.CutSuffix(name, "-V"); vertical || name == "V" {
		if h := s.predefined(strings.TrimSuffix(base, "V") + suffixH(name)); h != nil {
			turned := *h
			turned.vertical = true
			m = &turned
		}
	} else {
		m = s.horizontal(name)
	}
	s.maps[name] = m
	return m
}

func suffixH(name string) string {
	if name == "V" {
		return "H"
	}
	return "-H"
}

// utf16Spaces are the codes of UTF-16.
var utf16Spaces = []codeSpace{{2, 0x0000, 0xD7FF}, {4, 0xD800DC00, 0xDBFFDFFF}, {2, 0xE000, 0xFFFF}}

func (s *Shelf) horizontal(name string) *cmap {
	switch {
	case name == "Identity-H":
		return &cmap{identity: true}
	case strings.HasPrefix(name, "UniGB-U"):
		m := *parseCMap(unpack("UniGB-UTF16-H"), nil)
		m.unicode = true
		return &m
	case strings.HasPrefix(name, "GB"):
		if data := unpack(name); data != nil {
			return parseCMap(data, nil)
		}
	case strings.Contains(name, "-UTF16-") || strings.Contains(name, "-UCS2-"):
		return &cmap{spaces: utf16Spaces, unicode: true}
	}
	return foreign(name)
}

// foreign are the encodings of other collections: their codes are decoded, their CIDs not known.
func foreign(name string) *cmap {
	for _, f := range []struct {
		part   string
		enc    encoding.Encoding
		spaces []codeSpace
	}{
		{"RKSJ", japanese.ShiftJIS, []codeSpace{{1, 0, 0x80}, {1, 0xA0, 0xDF}, {2, 0x8140, 0x9FFC}, {2, 0xE040, 0xFCFC}}},
		{"B5", traditionalchinese.Big5, []codeSpace{{1, 0, 0x80}, {2, 0xA140, 0xFEFE}}},
		{"KSC", korean.EUCKR, []codeSpace{{1, 0, 0x80}, {2, 0x8141, 0xFEFE}}},
		{"EUC-", japanese.EUCJP, []codeSpace{{1, 0, 0x80}, {2, 0x8EA0, 0x8EDF}, {2, 0xA1A1, 0xFEFE}}},
	} {
		if strings.Contains(name, f.part) {
			return &cmap{spaces: f.spaces, texts: decodeAll(f.enc, f.spaces)}
		}
	}
	return nil
}

// decodeAll lists the characters of all codes of an encoding.
func decodeAll(enc encoding.Encoding, spaces []codeSpace) spans {
	var all spans
	decoder := enc.NewDecoder()
	for _, s := range spaces {
		for code := s.lo; code <= s.hi; code++ {
			raw := []byte{byte(code >> 8), byte(code)}[2-s.bytes:]
			if !s.holds(code) {
				continue
			}
			if out, err := decoder.Bytes(raw); err == nil {
				if r := []rune(string(out)); len(r) == 1 && r[0] != '\uFFFD' {
					all = append(all, span{lo: code, hi: code, to: uint32(r[0])})
				}
			}
		}
	}
	return all.disjoint()
}

// knownOrdering is the collection whose characters are known: Adobe-GB1.
const knownOrdering = "GB1"

// collection returns the characters of the glyph numbers of a collection, or nil.
func (s *Shelf) collection(ordering string) *cmap {
	if ordering != knownOrdering {
		return nil
	}
	if s.gb1 == nil {
		s.gb1 = parseCMap(unpack("Adobe-GB1-UCS2"), nil)
	}
	return s.gb1
}

// glyphNames returns Adobe's glyph list.
func (s *Shelf) glyphNames() map[string]rune {
	if s.names == nil {
		s.names = map[string]rune{}
		for line := range strings.Lines(string(unpack("glyphs"))) {
			name, code, _ := strings.Cut(strings.TrimSpace(line), " ")
			if n, err := strconv.ParseUint(code, 16, 32); err == nil {
				s.names[name] = rune(n)
			}
		}
	}
	return s.names
}
