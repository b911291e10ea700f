package font

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"
	"pgregory.net/rapid"
)

// TestSpansKeepWhatWasSaidLast holds the flattened spans against looking through all of them: the span
// that begins last holds, and of those the one written last.
func TestSpansKeepWhatWasSaidLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) span {
			lo := rapid.Uint32Range(0, 60).Draw(t, "lo")
			return span{lo: lo, hi: lo + rapid.Uint32Range(0, 40).Draw(t, "width"), to: rapid.Uint32Range(0, 1000).Draw(t, "to")}
		}), 0, 12).Draw(t, "spans")
		flat := append(spans{}, all...).disjoint()
		for code := range uint32(110) {
			var want span
			found := false
			for _, s := range all {
				if code >= s.lo && code <= s.hi && (!found || s.lo >= want.lo) {
					want, found = s, true
				}
			}
			got, ok := flat.find(code)
			if ok != found || ok && got.to+code-got.lo != want.to+code-want.lo {
				t.Fatalf("code %d: got %+v %v, want %+v %v in %+v", code, got, ok, want, found, all)
			}
		}
	})
}

func TestCodesAreCutByTheirSpaces(t *testing.T) {
	gbk := "begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange"
	for _, c := range []struct{ spaces, bytes, want string }{
		{"", "abcd", "6162 6364"},
		{"", "abc", "6162 63"},
		{gbk, "A\xBC\xA8B", "41 bca8 42"},
		{gbk, "\xBC", "bc"},
		{gbk, "\xFF\x41", "ff 41"},
		{gbk, "\xBC\x20", "bc 20"},
		{"begincodespacerange <0000> <D7FF> <D800DC00> <DBFFDFFF> endcodespacerange", "\x7E\xE9\xD8\x40\xDC\x0B", "7ee9 d840dc0b"},
		{"begincodespacerange <00> <FFFF> <01> <0102030405> endcodespacerange", "ab", "6162"},
	} {
		m := parseCMap([]byte(c.spaces), nil)
		var codes []string
		for b := []byte(c.bytes); len(b) > 0; {
			code, n := m.next(b)
			codes = append(codes, fmt.Sprintf("%0*x", 2*n, code))
			b = b[n:]
		}
		if diff := cmp.Diff(c.want, strings.Join(codes, " ")); diff != "" {
			t.Errorf("%s %x: %s", c.spaces, c.bytes, diff)
		}
	}
}

func TestGlyphNames(t *testing.T) {
	s := NewShelf(pdf.Value{}, nil)
	for name, want := range map[string]string{
		"A": "A", "one": "1", "Euro": "€", "a.sc": "a", "uni7EE9": "绩", "uni7EE96548": "绩", "u20BB7": "𠮷", "union": "∪",
		"g12": "", "u12": "", "uniXYZW": "", "": "",
	} {
		if got := s.nameText(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestRadicals(t *testing.T) {
	for r, want := range map[rune]rune{'⼦': '子', '⼾': '户', '⾭': '青', '⾦': '金', '⻓': '长', '⻰': '龙', '⺠': '民', '⻄': '西', '金': '金', '½': '½', 'Ａ': 'Ａ', '㎡': '㎡'} {
		if got := plain(r); got != want {
			t.Errorf("%c: got %c, want %c", r, got, want)
		}
	}
}

// TestPredefinedMapsKnowTheCharactersOfForms reads a few codes of each map that Chinese files name.
func TestPredefinedMapsKnowTheCharactersOfForms(t *testing.T) {
	for _, c := range []struct{ name, code, want string }{
		{"GB-EUC-H", "\xBC\xA8", "绩"}, {"GBK-EUC-H", "\xBC\xA8", "绩"}, {"GBK-EUC-V", "\xBC\xA8", "绩"}, {"GBKp-EUC-H", "\xA1\xDD", "≥"},
		{"GBK2K-H", "\xBC\xA8", "绩"}, {"GBpc-EUC-H", "\xA3\xA5", "％"}, {"UniGB-UCS2-H", "\x7E\xE9", "绩"}, {"UniGB-UTF16-V", "\x7E\xE9", "绩"},
	} {
		s := NewShelf(pdf.Value{}, nil)
		d := &composite{shelf: s, encoding: s.predefined(c.name), ordering: "GB1"}
		if d.encoding == nil {
			t.Errorf("%s is not known", c.name)
			continue
		}
		code, n := d.encoding.next([]byte(c.code))
		if got := d.char(code, n); string(got.Rune) != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got.Rune, c.want)
		}
		if vertical := strings.HasSuffix(c.name, "V"); d.encoding.vertical != vertical {
			t.Errorf("%s: vertical %v", c.name, d.encoding.vertical)
		}
	}
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <00> <10> <D840DC0B> <11> <13> [<41> <42>] endbfrange"), []byte("\x05\x12"))
	f.Add([]byte("/GBK-EUC-H usecmap 1 begincidrange <0000> <ffff> 7 endcidrange /WMode 1 def"), []byte("\xBC\xA8"))
	f.Fuzz(func(t *testing.T, data, text []byte) {
		m := parseCMap(data, func(string) *cmap { return &cmap{form: utf16Form} })
		for len(text) > 0 {
			code, n := m.next(text)
			if n < 1 || n > len(text) {
				t.Fatalf("took %d of %d bytes", n, len(text))
			}
			m.text(code)
			m.cid(code)
			text = text[n:]
		}
	})
}

func FuzzFontProgram(f *testing.F) {
	f.Add([]byte("\x01\x00\x04\x01\x00\x01\x01\x01\x02X\x00\x01\x01\x01\x0a\x1c\x00\x20\x0f\x1c\x00\x24\x10\x8b\x11\x00\x01\x01\x01\x02a\x00\x00\x00\x01\x87\x00\x23"))
	f.Add([]byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x20\x00\x00\x00\x01\x00\x03\x00\x01\x00\x00\x00\x0c\x00\x04\x00\x20"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := NewShelf(pdf.Value{}, nil)
		s.typeOneEncoding(data)
		if c := readCFF(data); c != nil {
			s.cffEncoding(c)
			s.cffGlyphs(c)
		}
		if got := len(glyphRunes(data)); got > maxMappings {
			t.Fatalf("%d mappings", got)
		}
	})
}

func BenchmarkPredefined(b *testing.B) {
	for b.Loop() {
		NewShelf(pdf.Value{}, nil).predefined("GBK-EUC-H")
	}
}
