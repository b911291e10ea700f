package pdf

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// composite is a page that shows hexadecimal strings in a composite font of 10 points. The font's own
// map is object 7, the program of its descendant object 8.
func composite(show, font, descendant, unicode, program string) []byte {
	return sample.File(sample.Objects("BT /C 10 Tf 20 50 Td ["+show+"] TJ ET", sample.Composite,
		"<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [6 0 R] "+font+" >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X "+descendant+" >>",
		sample.Stream("", unicode), sample.Stream("", program))...)
}

const gb1 = "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"

func TestCompositeFonts(t *testing.T) {
	own := "/Encoding /Identity-H /ToUnicode 7 0 R"
	for _, c := range []struct{ name, show, font, descendant, unicode, want string }{
		{"GBK", "<BCA8D0A7> <313041>", "/Encoding /GBK-EUC-H", gb1, "", "绩效10A"},
		{"GBK with half-width Latin", "<BCA831>", "/Encoding /GBKp-EUC-H", gb1, "", "绩1"},
		{"GB 2312", "<BCA831>", "/Encoding /GB-EUC-H", gb1, "", "绩1"},
		{"GB 18030", "<BCA88139EF3031>", "/Encoding /GBK2K-H", gb1, "", "绩㐁1"},
		{"UCS-2, many moves", "<7EE9> -5 <6548> -5 <0031>", "/Encoding /UniGB-UCS2-H", gb1, "", "绩效1"},
		{"UCS-2 with control codes", "<7EE9000A6548>", "/Encoding /UniGB-UCS2-H", gb1, "", "绩效"},
		{"UTF-16", "<7EE9D840DC0B>", "/Encoding /UniGB-UTF16-H", gb1, "", "绩𠀋"},
		{"UTF-8", "<31 E7BBA9 F0A0808B>", "/Encoding /UniGB-UTF8-H", gb1, "", "1绩𠀋"},
		{"UTF-32", "<00007EE9 0002000B>", "/Encoding /UniGB-UTF32-H", gb1, "", "绩𠀋"},
		{"GB 2312 of the Macintosh", "<BCA831>", "/Encoding /GBpc-EUC-H", gb1, "", "绩1"},
		{"CIDs of GB1", "<04570342>", "/Encoding /Identity-H", gb1, "", "鳖5"},
		{"Japanese", "<8ABF8E9A>", "/Encoding /90ms-RKSJ-H", "", "", "漢字"},
		{"Big5", "<C163>", "/Encoding /ETen-B5-H", "", "", "繁"},
		{"own map, single", "<0003>", own, "", "1 beginbfchar <0003> <7EE9> endbfchar", "绩"},
		{"own map, range over a byte's end", "<00FF0100>", own, "", "1 beginbfrange <00F0> <0110> <4EF0> endbfrange", "仿伀"},
		{"own map, range of a list", "<00050006>", own, "", "1 beginbfrange <0005> <0006> [<7EE9> <6548>] endbfrange", "绩效"},
		{"own map, later entries win", "<0005>", own, "", "beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <0005> <7EE9> endbfchar", "绩"},
		{"own map, surrogates", "<0005>", own, "", "1 beginbfchar <0005> <D840DC0B> endbfchar", "𠀋"},
		{"own map, several characters", "<0005>", own, "", "1 beginbfchar <0005> <00660069> endbfchar", "fi"},
		{"own map, target of one byte", "<0005>", own, "", "1 beginbfchar <0005> <41> endbfchar", "A"},
		{"own map, breaks off", "<0005>", own, "", "9 beginbfchar <0005> <7EE9> <00", "绩"},
		{"own map, impossible count", "<0005>", own, "", "99999999999 beginbfchar <0005> <7EE9> endbfchar", "绩"},
		{"own map, radicals for characters", "<00050006>", own, "", "beginbfrange <0005> <0005> <2F26> <0006> <0006> <2ED3> endbfrange", "子长"},
		{"own map, compatibility ideograph", "<0005>", own, "", "1 beginbfchar <0005> <F90A> endbfchar", "金"},
		{"own map with a hole over GBK", "<BCA8D0A7>", "/Encoding /GBK-EUC-H /ToUnicode 7 0 R", gb1, "1 beginbfchar <BCA8> <7EE8> endbfchar", "绨效"},
		{"private character, better known", "<BCA8>", "/Encoding /GBK-EUC-H /ToUnicode 7 0 R", gb1, "1 beginbfchar <BCA8> <E123> endbfchar", "绩"},
		{"own map by name", "<7EE9>", "/Encoding /Identity-H /ToUnicode /Identity-H", "", "", "绩"},
		{"encoding of its own", "<41>", "/Encoding 7 0 R", gb1, "begincodespacerange <00> <7F> endcodespacerange begincidchar <41> 1111 endcidchar", "鳖"},
		{"encoding built on another", "<BCA8>", "/Encoding 7 0 R", gb1, "/GBK-EUC-H usecmap", "绩"},
		{"nothing tells", "<0005>", "/Encoding /Identity-H", "", "", "\uFFFD"},
		{"odd byte at the end", "<000500>", own, "", "1 beginbfchar <0005> <7EE9> endbfchar", "绩\uFFFD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, composite(c.show, c.font, c.descendant, c.unicode, ""))
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCompositeWidths(t *testing.T) {
	for _, c := range []struct{ name, show, font, descendant, want string }{
		{"default", "<BCA8BCA8>", "/Encoding /GBK-EUC-H", gb1, "10 10"},
		{"default given", "<BCA8>", "/Encoding /GBK-EUC-H", gb1 + " /DW 500", "5"},
		{"by CID, not by code", "<31BCA8>", "/Encoding /GBK-EUC-H", gb1 + " /W [814 939 500]", "5 10"},
		{"by CID in UTF-8", "<31 E7BBA9>", "/Encoding /UniGB-UTF8-H", gb1 + " /W [1 95 500]", "5 10"},
		{"list", "<000500060007>", "/Encoding /Identity-H", "/W [5 [250 300]]", "2.5 3 10"},
		{"long range", "<00050500>", "/Encoding /Identity-H", "/W [1 2000 400]", "4 4"},
		{"later over earlier", "<0005>", "/Encoding /Identity-H", "/W [1 10 400 5 [700]]", "7"},
		{"broken list", "<0005>", "/Encoding /Identity-H", "/W [5 [300] 7 8]", "3"},
		{"one byte without a CID", "<41BCA8>", "/Encoding /ETen-B5-H", "", "5 10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, composite(c.show, c.font, c.descendant, "", ""))
			var widths []string
			for _, g := range p.Glyphs {
				widths = append(widths, fmt.Sprintf("%.4g", g.Box.Width()))
			}
			if diff := cmp.Diff(c.want, strings.Join(widths, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestVerticalWriting(t *testing.T) {
	data := composite("<7EE96548>", "/Encoding /UniGB-UCS2-V", gb1, "", "")
	p, _ := onePage(t, data)
	if textOf(p) != "绩效" {
		t.Fatalf("got %q", textOf(p))
	}
	want := []document.Box{{X0: 15, Y0: 50, X1: 25, Y1: 60}, {X0: 15, Y0: 60, X1: 25, Y1: 70}}
	if diff := cmp.Diff(want, []document.Box{p.Glyphs[0].Box, p.Glyphs[1].Box}, nearly); diff != "" {
		t.Error(diff)
	}
	if g := p.Glyphs[1]; g.Base != 20 || !g.Turned {
		t.Errorf("base %v, turned %v", g.Base, g.Turned)
	}
}

// trueType writes a font file with nothing but a table of characters: glyph 5 is 绩, glyph 6 is 效.
func trueType() string {
	sub := []uint16{4, 40, 0, 6, 4, 1, 2, 0x6548, 0x7EE9, 0xFFFF, 0, 0x6548, 0x7EE9, 0xFFFF, uint16(6 - 0x6548 + 0x10000), uint16(5 - 0x7EE9 + 0x10000), 1, 0, 0, 0}
	table := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	for _, n := range sub {
		table = binary.BigEndian.AppendUint16(table, n)
	}
	font := append([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, "cmap\x00\x00\x00\x00"...)
	font = binary.BigEndian.AppendUint32(font, 28)
	font = binary.BigEndian.AppendUint32(font, uint32(len(table)))
	return string(append(font, table...))
}

func TestEmbeddedFontIsReadBackwards(t *testing.T) {
	for _, c := range []struct{ name, show, descendant, want string }{
		{"glyph is the code", "<00050006>", "/CIDToGIDMap /Identity", "绩效"},
		{"glyph by a map", "<0001>", "/CIDToGIDMap 7 0 R", "效"},
		{"glyph without a character", "<0009>", "", "\uFFFD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := composite(c.show, "/Encoding /Identity-H", c.descendant+" /FontDescriptor << /FontFile2 8 0 R >>", "\x00\x00\x00\x06", trueType())
			p, _ := onePage(t, data)
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSimpleFonts(t *testing.T) {
	for _, c := range []struct{ name, show, font, unicode, want string }{
		{"standard encoding", "(a'\\256)", "/Subtype /Type1 /BaseFont /Times", "", "a’ﬁ"},
		{"Mac Roman", "(\\212)", "/Subtype /Type1 /Encoding /MacRomanEncoding", "", "ä"},
		{"differences", "(ABCDE)", "/Subtype /Type1 /Encoding << /Differences [65 /one /uni7EE9 /u20BB7 /bullet 69 /a.alt] >>", "", "1绩𠮷•a"},
		{"differences on a base", "(A\\200)", "/Subtype /Type1 /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /two] >>", "", "2€"},
		{"own map over a named encoding", "(A)", "/Subtype /TrueType /Encoding /WinAnsiEncoding /ToUnicode 6 0 R", "1 beginbfchar <41> <7EE9> endbfchar", "绩"},
		{"own map with two-byte codes", "(A)", "/Subtype /TrueType /ToUnicode 6 0 R", "1 beginbfchar <0041> <7EE9> endbfchar", "绩"},
		{"GBK in a font that claims to be Latin", "(\\274\\250A\\320\\247)", "/Subtype /TrueType /BaseFont /SimSun /Encoding /WinAnsiEncoding", "", "绩A效"},
		{"the same bytes in a Latin font", "(\\274\\250)", "/Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding", "", "¼¨"},
		{"ticks and boxes", "(\\376\\250)", "/Subtype /TrueType /BaseFont /Wingdings", "", "☑□"},
		{"names by counting, codes kept", "(ANz)", "/Subtype /Type3 /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /B9 78 /BA 122 /BB] >>", "", "ANz"},
		{"names and codes by counting", "(ABC)", "/Subtype /Type3 /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /B9 /BA /BB] >>", "", "\uFFFD\uFFFD\uFFFD"},
		{"codes spelled in names of a subset", "(!1)", "/Subtype /Type1 /Encoding << /Differences [33 /G21 49 /G31] >>", "", "\uFFFD\uFFFD"},
		{"ligature in the map", "(A)", "/Subtype /Type1 /ToUnicode 6 0 R", "1 beginbfchar <41> <006600660069> endbfchar", "ffi"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := sample.File(sample.Objects("BT /C 10 Tf 20 50 Td "+c.show+" Tj ET", "/Resources << /Font << /C 5 0 R >> >>",
				"<< /Type /Font "+c.font+" >>", sample.Stream("", c.unicode))...)
			p, _ := onePage(t, data)
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLigatureSharesItsBox(t *testing.T) {
	data := composite("<0005>", "/Encoding /Identity-H /ToUnicode 7 0 R", "", "1 beginbfchar <0005> <00660069> endbfchar", "")
	p, _ := onePage(t, data)
	if diff := cmp.Diff([]float64{20, 25, 25, 30}, []float64{p.Glyphs[0].Box.X0, p.Glyphs[0].Box.X1, p.Glyphs[1].Box.X0, p.Glyphs[1].Box.X1}, nearly); diff != "" {
		t.Error(diff)
	}
}

func TestTypeThreeWidths(t *testing.T) {
	data := sample.File(sample.Objects("BT /C 10 Tf 20 50 Td (AA) Tj ET", "/Resources << /Font << /C 5 0 R >> >>",
		"<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 100 80] /FirstChar 65 /LastChar 65 /Widths [60] /Encoding << /Differences [65 /A] >> >>")...)
	p, _ := onePage(t, data)
	want := document.Box{X0: 26, Y0: 42, X1: 32, Y1: 52}
	if diff := cmp.Diff(want, p.Glyphs[1].Box, nearly); diff != "" {
		t.Error(diff)
	}
}

// TestOneNameTwoFonts shows that fonts are known by what they are: pages call different fonts by one name.
func TestOneNameTwoFonts(t *testing.T) {
	page := func(font string) string {
		return "<< /Type /Page /MediaBox [0 0 200 100] /Contents 5 0 R /Resources << /Font << /F " + font + " >> >> >>"
	}
	data := sample.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] >>", page("6 0 R"), page("7 0 R"),
		sample.Stream("", "BT /F 10 Tf 10 50 Td (A) Tj ET"),
		"<< /Type /Font /Subtype /Type1 /Encoding << /Differences [65 /one] >> >>",
		"<< /Type /Font /Subtype /Type1 /Encoding << /Differences [65 /two] >> >>")
	pages, _, err := Read(t.Context(), data, document.Limits{})
	if err != nil || textOf(pages[0])+textOf(pages[1]) != "12" {
		t.Errorf("got %q and %q, %v", textOf(pages[0]), textOf(pages[1]), err)
	}
}

func TestActualTextWhereTheFontDoesNotTell(t *testing.T) {
	for _, c := range []struct{ name, unicode, want string }{
		{"font does not tell", "", "绩效"},
		{"font tells", "beginbfrange <0005> <0006> <4E00> endbfrange", "一丁"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := composite("<00050006>", "/Encoding /Identity-H /ToUnicode 7 0 R", "", c.unicode, "")
			data = []byte(strings.Replace(string(data), "BT /C", "/Span << /ActualText <FEFF7EE96548> >> BDC BT /C", 1))
			data = []byte(strings.Replace(string(data), "TJ ET", "TJ ET EMC", 1))
			p, _ := onePage(t, data)
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
