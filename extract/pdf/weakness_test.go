package pdf

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// abc are contents that show three letters.
const abc = "BT /F 10 Tf 20 40 Td (abc) Tj ET"

// weakness is a file that the object layer by itself misreads, or that hangs or ends it.
type weakness struct {
	number int // in the list of the library's weaknesses
	about  string
	data   []byte
	want   string // the text of the first page
}

// TestEachWeaknessOfTheObjectLayerIsOutOfReach reads files that each meet one of the 42 known weaknesses of the object
// layer: what reads wrongly there is read rightly here, what panics, hangs or dies there comes back.
func TestEachWeaknessOfTheObjectLayerIsOutOfReach(t *testing.T) {
	all := append(append(structural(t), syntactic()...), append(fontWeaknesses(), geometrical()...)...)
	seen := map[int]bool{}
	for _, w := range all {
		seen[w.number] = true
		t.Run(fmt.Sprintf("%02d %s", w.number, w.about), func(t *testing.T) {
			start := time.Now()
			pages, _, _ := Read(t.Context(), w.data, document.Limits{})
			got := ""
			if len(pages) > 0 {
				got = textOf(pages[0])
			}
			if got != w.want {
				t.Errorf("got %.40q, want %.40q", got, w.want)
			}
			if spent := time.Since(start); spent > 5*time.Second {
				t.Errorf("took %v", spent)
			}
		})
	}
	for number := 1; number <= 42; number++ {
		if !seen[number] {
			t.Errorf("weakness %d is not shown", number)
		}
	}
}

// changed returns a file with a text replaced.
func changed(data []byte, old, new string) []byte {
	return bytes.Replace(data, []byte(old), []byte(new), 1)
}

// structural are weaknesses 1 to 16: files, references, streams and filters.
func structural(t *testing.T) []weakness {
	page := sample.Page(abc)
	return []weakness{
		{1, "blank before the header, version 2.0", append([]byte("\r\n \xEF\xBB\xBF"), changed(page, "%PDF-1.7\n", "%PDF-2.0 \n")...), "abc"},
		{2, "junk after the end", append(bytes.Clone(page), strings.Repeat("\x00</html>\n", 300)...), "abc"},
		{3, "startxref far from the end", changed(page, "%%EOF", "%"+strings.Repeat("x", 5000)+"\n%%EOF"), "abc"},
		{4, "wrong offsets", changed(page, "1 0 obj", "   % moved\n1 0 obj"), "abc"},
		{5, "a table that goes before itself", changed(page, "/Size 5", "/Prev "+fmt.Sprint(bytes.Index(page, []byte("xref\n0")))+" /Size 5"), "abc"},
		{6, "a size of two thousand million", changed(page, "/Size 5", "/Size 2000000000"), "abc"},
		{7, "entries beyond the size", changed(page, "/Size 5", "/Size 2"), "abc"},
		{8, "RC4 with a short key", locked(t), "abc"},
		{9, "one font asked for ten thousand times", manyAsks(), strings.Repeat("a", 100)},
		{10, "two thousand pages in one list", flat(2000), "abc"},
		{11, "object stream in itself", []byte("%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1/First 4/Length 9>>stream\n1 0 <<>> \nendstream endobj\ntrailer<</Root 1 0 R>>"), ""},
		{11, "page tree that holds itself", changed(page, "[3 0 R]", "[2 0 R 3 0 R 2 0 R]"), "abc"},
		{11, "parent of itself", changed(page, "/Type /Pages", "/Parent 2 0 R /Type /Pages"), "abc"},
		{12, "length too short", changed(page, fmt.Sprintf("/Length %d", len(abc)), "/Length 3"), "abc"},
		{12, "length too long", changed(page, fmt.Sprintf("/Length %d", len(abc)), "/Length 9999"), "abc"},
		{13, "wrong checksum", packed("/Filter /FlateDecode", sample.Flate(abc)[:len(sample.Flate(abc))-4]+"\x00\x00\x00\x00"), "abc"},
		{14, "predictor 1", packed("/Filter /FlateDecode /DecodeParms << /Predictor 1 >>", sample.Flate(abc)), "abc"},
		{14, "predictor 15", packed(fmt.Sprintf("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns %d >>", len(abc)), sample.Flate("\x00"+abc)), "abc"},
		{14, "hexadecimal", packed("/Filter /ASCIIHexDecode", fmt.Sprintf("%x>", abc)), "abc"},
		{14, "run lengths", packed("/Filter [/ASCIIHexDecode /RunLengthDecode]", fmt.Sprintf("%x>", string(rune(len(abc)-1))+abc+"\x80")), "abc"},
		{15, "bomb", packed("/Filter /FlateDecode", sample.Flate(abc+strings.Repeat(" ", 40<<20))), "abc"},
		{15, "brackets without end", changed(page, "/Type /Page ", "/A "+strings.Repeat("[", 100_000)+" /Type /Page "), "abc"},
		{16, "a reference that points to another object", swapped(page), "abc"},
	}
}

// locked encrypts the contents with RC4 under a key of 40 bits and the empty password.
func locked(t *testing.T) []byte {
	t.Helper()
	padding := "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"
	encrypt := func(key []byte, text string) string {
		c, err := rc4.NewCipher(key)
		if err != nil {
			t.Fatal(err)
		}
		out := make([]byte, len(text))
		c.XORKeyStream(out, []byte(text))
		return string(out)
	}
	owner := strings.Repeat("o", 32)
	sum := md5.Sum([]byte(padding + owner + "\xFC\xFF\xFF\xFFid"))
	key := sum[:5]
	ofObject := md5.Sum(append(bytes.Clone(key), 4, 0, 0, 0, 0))
	objects := sample.Objects("", sample.Latin, fmt.Sprintf("<< /Filter /Standard /V 1 /R 2 /P -4 /O <%x> /U <%x> >>", owner, encrypt(key, padding)))
	objects[3] = sample.Stream("", encrypt(ofObject[:10], abc))
	return sample.FileWith("/Encrypt 5 0 R /ID [<6964> <6964>]", objects...)
}

// packed is a page whose contents are stored in a certain way.
func packed(dict, data string) []byte {
	objects := sample.Objects("", sample.Latin)
	objects[3] = sample.Stream(dict, data)
	return sample.File(objects...)
}

// manyAsks chooses its font before each of many letters, the map of the font being long.
func manyAsks() []byte {
	var list strings.Builder
	for code := range 20_000 {
		fmt.Fprintf(&list, "<%04X> <%04X>\n", code, 0x61)
	}
	contents := "BT 0 50 Td " + strings.Repeat("/C 1 Tf <0041> Tj ", 100) + strings.Repeat("/C 1 Tf ", 10_000) + "ET"
	return sample.File(sample.Objects(contents, sample.Composite,
		"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 7 0 R /DescendantFonts [6 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType2 >>", sample.Stream("", "20000 beginbfchar "+list.String()+" endbfchar"))...)
}

// flat is a file whose pages stand in one list.
func flat(pages int) []byte {
	objects := sample.Objects(abc, sample.Latin)
	kids := make([]string, pages)
	for i := range kids {
		kids[i] = fmt.Sprintf("%d 0 R", len(objects)+1)
		objects = append(objects, objects[2])
	}
	objects[1] = "<< /Type /Pages /Kids [" + strings.Join(kids, " ") + "] >>"
	return sample.File(objects...)
}

// swapped exchanges where two objects are said to stand.
func swapped(page []byte) []byte {
	at := bytes.Index(page, []byte("65535 f \n")) + len("65535 f \n")
	out := bytes.Clone(page)
	copy(out[at+40:at+60], page[at+60:at+80])
	copy(out[at+60:at+80], page[at+40:at+60])
	return out
}

// syntactic are weaknesses 17 to 21: tokens and operators.
func syntactic() []weakness {
	parts := sample.Objects("BT /F 10 Tf 20 40 Td (ab) Tj ET Q", strings.Replace(sample.Latin, "/Resources", "/Contents [4 0 R 5 0 R] /Resources", 1),
		sample.Stream("", "q BT /F 10 Tf 40 40 Td (c) Tj ET"))
	parts[2] = strings.Replace(parts[2], "/Contents 4 0 R", "", 1)
	return []weakness{
		{17, "odd escapes, digits and brackets", sample.Page(") > BT /F#4 9 Tf /F 10 Tf 20 40 Td (\\a\\142) Tj <636> Tj . ET"), "abc`"},
		{18, "odd numbers", sample.Page("BT /F 1e1 Tf --20 40 Td (a) Tj 5-3 .-2 Td (b) Tj ET"), "b"},
		{19, "operators at the border of two streams", sample.File(parts...), "abc"},
		{20, "inline picture", sample.Page("BI /W 9 /H 9 ID \x00(<<[ EI\xff /\\ EI " + abc), "abc"},
		{21, "restores without saves, operands missing", sample.Page("Q Q Q Tm cm Td Tf re m l TJ " + abc + " Q Q"), "abc"},
	}
}

// fontWeaknesses are weaknesses 22 to 35: fonts, character maps and widths.
func fontWeaknesses() []weakness {
	own := "/Encoding /Identity-H /ToUnicode 7 0 R"
	gbk := "/Encoding /GBK-EUC-H"
	simple := func(show, font, unicode string) []byte {
		return sample.File(sample.Objects("BT /C 10 Tf 20 50 Td "+show+" Tj ET", "/Resources << /Font << /C 5 0 R >> >>",
			"<< /Type /Font "+font+" >>", sample.Stream("", unicode))...)
	}
	return []weakness{
		{22, "font chosen again and again", manyAsks(), strings.Repeat("a", 100)},
		{23, "long map, many characters", longMap(), strings.Repeat("a", 4000)},
		{24, "widths of CIDs keep words apart", composite("<BCA8> <31>", gbk, gb1+" /W [814 939 500]", "", ""), "绩1"},
		{25, "one code, two characters, then another", composite("<00050006>", own, "/W [5 [600 700]]", "beginbfchar <0005> <00660069> <0006> <0061> endbfchar", ""), "fia"},
		{26, "GBK-EUC-V", composite("<BCA8D0A7>", "/Encoding /GBK-EUC-V", gb1, "", ""), "绩效"},
		{26, "UniGB-UTF16-H", composite("<7EE96548>", "/Encoding /UniGB-UTF16-H", gb1, "", ""), "绩效"},
		{27, "own map under a named encoding", simple("(A)", "/Subtype /TrueType /Encoding /WinAnsiEncoding /ToUnicode 6 0 R", "beginbfchar <41> <7EE9> endbfchar"), "绩"},
		{28, "own map that is a name", composite("<7EE9>", "/Encoding /Identity-H /ToUnicode /Identity-H", "", "", ""), "绩"},
		{28, "CIDs of a known collection", composite("<04570342>", "/Encoding /Identity-H", gb1, "", ""), "鳖5"},
		{29, "UniGB-UCS2-H shown by an array", composite("<7EE9> -5 <6548>", "/Encoding /UniGB-UCS2-H", gb1, "", ""), "绩效"},
		{30, "nothing between arrays", composite("<0005>] TJ [<0005>] TJ [<0005>", own, "", "beginbfchar <0005> <7EE9> endbfchar", ""), "绩绩绩"},
		{31, "range over a byte's end, odd target", composite("<00FF0100>", own, "", "beginbfrange <00F0> <00FF> <4EF0> <0100> <0100> <20> endbfrange", ""), "仿 "},
		{31, "counts and codes beyond all measure", composite("<0005>", own, "", "99999999999 beginbfchar <0005> <7EE9> <0102030405> <41> endbfchar begincodespacerange <0102030405> <FFFFFFFFFF> endcodespacerange", ""), "绩"},
		{31, "map built on another", composite("<BCA8>", "/Encoding 7 0 R", gb1, "/GBK-EUC-H usecmap", ""), "绩"},
		{32, "differences from a base, spelled names", simple("(\\200A)", "/Subtype /Type1 /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /uni7EE9] >>", ""), "€绩"},
		{33, "one name, two fonts", twoFonts(), "1"},
		{34, "radicals", composite("<0005>", own, "", "beginbfchar <0005> <2F26> endbfchar", ""), "子"},
		{35, "GBK in a font that claims to be Latin", simple("(\\274\\250)", "/Subtype /TrueType /BaseFont /SimSun /Encoding /WinAnsiEncoding", ""), "绩"},
	}
}

// longMap shows many characters of a font whose map has many entries, one by one.
func longMap() []byte {
	var list strings.Builder
	for code := range 60_000 {
		fmt.Fprintf(&list, "<%04X> <%04X>\n", code, 0x61)
	}
	return composite(strings.Repeat("<EA5F>", 4000), "/Encoding /Identity-H /ToUnicode 7 0 R", "/DW 4",
		"60000 beginbfchar "+list.String()+" endbfchar", "")
}

// twoFonts are two pages that call different fonts by one name.
func twoFonts() []byte {
	page := func(font string) string {
		return "<< /Type /Page /MediaBox [0 0 200 100] /Contents 5 0 R /Resources << /Font << /F " + font + " >> >> >>"
	}
	return sample.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] >>", page("6 0 R"), page("7 0 R"),
		sample.Stream("", "BT /F 10 Tf 10 50 Td (A) Tj ET"),
		"<< /Type /Font /Subtype /Type1 /Encoding << /Differences [65 /one] >> >>",
		"<< /Type /Font /Subtype /Type1 /Encoding << /Differences [65 /two] >> >>")
}

// geometrical are weaknesses 36 to 42: where text and lines stand, and what is content. Text that was
// placed wrongly would fall off the page.
func geometrical() []weakness {
	form := func(contents string) []byte {
		resources := strings.Replace(sample.Latin, "/Font", "/XObject << /X 5 0 R >> /Font", 1)
		return sample.File(sample.Objects(contents, resources, sample.Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 100]", abc))...)
	}
	turned := sample.File(sample.Objects("BT /F 10 Tf 0 1 -1 0 160 20 Tm (abc) Tj ET", "/Rotate 90 /CropBox [100 0 200 100] "+sample.Latin)...)
	two := sample.Objects("BT /F 10 Tf \x00\xff ]]]] >>>> (((", sample.Latin, sample.Stream("", abc))
	two[1] = "<< /Type /Pages /Kids [6 0 R 3 0 R] >>"
	two = append(two, strings.Replace(two[2], "/Contents 4 0 R", "/Contents 5 0 R", 1))
	return []weakness{
		{36, "word space, turned and cropped page", turned, "abc"},
		{37, "page turned over", sample.Page("1 0 0 -1 0 100 cm BT /F 10 Tf 1 0 0 -1 20 40 Tm (abc) Tj ET 10 20 50 1 re f"), "abc"},
		{38, "lines and clips", sample.Page("10 20 m 60 20 l S 0 0 200 100 re W n " + abc), "abc"},
		{39, "form", form("/X Do"), "abc"},
		{40, "next line with spaces and show", sample.Page(`BT /F 10 Tf 12 TL 20 50 Td (a) Tj 1 2 (bc) " ET`), "abc"},
		{41, "invisible text", sample.Page(abc + " BT 3 Tr /F 10 Tf 60 40 Td (x) Tj ET"), "abc"},
		{42, "one broken page of two", sample.File(two...), "abc"},
	}
}

// TestWhereWeaknessesWouldMisplace holds what weaknesses 24, 25 and 36 to 38 and 41 would get wrong besides the
// text: widths, places, rules and flags.
func TestWhereWeaknessesWouldMisplace(t *testing.T) {
	spaced, _ := onePage(t, sample.Page("BT /F 10 Tf 50 Tz 4 Tw 3 Ts 20 40 Td (a b) Tj ET"))
	if g := spaced.Glyphs[2]; g.Box.X0 != 27 || g.Base != 57 {
		t.Errorf("36: stands at %v, base %v", g.Box.X0, g.Base)
	}
	over, _ := onePage(t, sample.Page("1 0 0 -1 0 100 cm 10 20 50 1 re f"))
	if diff := cmp.Diff("h20.5 10-60 w1", spellRules(over)); diff != "" {
		t.Error("37:", diff)
	}
	lines, _ := onePage(t, sample.Page("1 w 10 80 m 60 80 l S 0 0 90 90 re W n 10 10 m 60 60 l n"))
	if diff := cmp.Diff("h20 10-60 w1", spellRules(lines)); diff != "" {
		t.Error("38:", diff)
	}
	wide, _ := onePage(t, composite("<0001000200030005>", "/Encoding /Identity-H", "/DW 800 /W [1 [600 700] 5 5 250]", "", ""))
	for i, want := range []float64{6, 7, 8, 2.5} {
		if got := wide.Glyphs[i].Box.Width(); got < want-0.001 || got > want+0.001 {
			t.Errorf("24: glyph %d is %v wide, want %v", i, got, want)
		}
	}
	pale, _ := onePage(t, sample.Page("1 g "+abc))
	if !pale.Glyphs[0].Pale {
		t.Error("41: white text is not marked")
	}
}
