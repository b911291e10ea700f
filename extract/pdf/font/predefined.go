package font

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/traditionalchinese"
)

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

// The codes of Unicode's forms.
var (
	utf16Spaces = []codeSpace{{2, 0x0000, 0xD7FF}, {4, 0xD800DC00, 0xDBFFDFFF}, {2, 0xE000, 0xFFFF}}
	utf8Spaces  = []codeSpace{{1, 0, 0x7F}, {2, 0xC280, 0xDFBF}, {3, 0xE08080, 0xEFBFBF}, {4, 0xF0808080, 0xF4BFBFBF}}
	utf32Spaces = []codeSpace{{4, 0, 0x0010FFFF}}
)

func (s *Shelf) horizontal(name string) *cmap {
	switch {
	case name == "Identity-H":
		return &cmap{identity: true}
	case strings.HasPrefix(name, "UniGB-U"):
		m := mapNamed("UniGB-UTF16-H")
		m.form, m.spaces = unicodeForm(name)
		return m
	case strings.HasPrefix(name, "GB"):
		if m := mapNamed(name); m != nil {
			return m
		}
	case strings.HasPrefix(name, "Uni"):
		m := &cmap{}
		m.form, m.spaces = unicodeForm(name)
		return m
	}
	return foreign(name)
}

// unicodeForm tells by the name of a map how its codes spell Unicode.
func unicodeForm(name string) (form, []codeSpace) {
	switch {
	case strings.Contains(name, "UTF8"):
		return utf8Form, utf8Spaces
	case strings.Contains(name, "UTF32"):
		return utf32Form, utf32Spaces
	}
	return utf16Form, utf16Spaces
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
		s.gb1 = mapNamed("Adobe-GB1-UCS2")
	}
	return s.gb1
}

// glyphName looks a name up in Adobe's glyph list, whose lines are sorted: name, blank, code.
func glyphName(name string) string {
	lo, hi := 0, len(glyphNames)
	for lo < hi {
		from := strings.LastIndexByte(glyphNames[:(lo+hi)/2], '\n') + 1
		line, _, _ := strings.Cut(glyphNames[from:], "\n")
		known, code, _ := strings.Cut(line, " ")
		switch {
		case known == name:
			n, err := strconv.ParseUint(code, 16, 32)
			if err != nil {
				return ""
			}
			return string(rune(n))
		case known < name:
			lo = from + len(line) + 1
		default:
			hi = from
		}
	}
	return ""
}
