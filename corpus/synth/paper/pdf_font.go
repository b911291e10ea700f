package paper

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe/corpus/synth/typeface"
)

// pdfFont is one font of a PDF: it tells how wide characters are and how they are coded, and remembers which
// were used.
type pdfFont interface {
	has(r rune) bool
	advance(r rune) float64 // in thousandths of the type size
	code(r rune) []byte
	write(f *pdfFile) int // the number of the font's object, when all text is set
}

// embedded is the Song face, cut down to the characters used. A glyph's code is its number in the face, or in
// the cut.
type embedded struct {
	face       *typeface.Face
	name       string
	renumbered bool
	toUnicode  bool
	cmap       bool // the cut font tells its characters
	anything   bool // characters without a glyph too: they are shown as missing, and told by toUnicode
	used       map[rune]uint16
}

func newEmbedded(r *rand.Rand) (*embedded, error) {
	face, err := typeface.Song()
	if err != nil {
		return nil, err
	}
	e := &embedded{face: face, toUnicode: chance(r, .85), cmap: chance(r, .3), used: map[rune]uint16{}}
	e.renumbered = e.toUnicode && chance(r, .5)
	e.cmap = e.cmap || !e.toUnicode // one of the two has to tell the characters
	for range 6 {
		e.name += string(rune('A' + r.IntN(26)))
	}
	e.name += "+" + pick(r, "FuheSong", "SimSun", "FangSong_GB2312")
	return e, nil
}

// newStrange returns the font for what no other has.
func newStrange(face *typeface.Face) *embedded {
	return &embedded{face: face, name: "OTHERS+FuheSong", renumbered: true, toUnicode: true, anything: true, used: map[rune]uint16{}}
}

func (e *embedded) has(r rune) bool {
	_, ok := e.face.Glyph(r)
	return ok || e.anything
}

func (e *embedded) advance(r rune) float64 {
	g, _ := e.face.Glyph(r)
	return e.face.Advance(g)
}

func (e *embedded) code(r rune) []byte {
	number, ok := e.used[r]
	if !ok {
		if number, _ = e.face.Glyph(r); e.renumbered {
			number = uint16(len(e.used) + 1)
		}
		e.used[r] = number
	}
	return []byte{byte(number >> 8), byte(number)}
}

func (e *embedded) write(f *pdfFile) int {
	glyphs, characters := map[uint16]uint16{}, e.used
	for r, number := range e.used {
		glyphs[number], _ = e.face.Glyph(r)
	}
	if !e.cmap {
		characters = nil
	}
	data := e.face.Subset(glyphs, characters)
	file := f.add(f.stream(fmt.Sprintf("/Length1 %d", len(data)), data))
	describe := f.add(fmt.Sprintf("<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 /Ascent %.0f /Descent %.0f /CapHeight 700 /StemV 80 /FontFile2 %d 0 R >>",
		e.name, e.face.Ascent(), e.face.Descent(), file))
	below := f.add(fmt.Sprintf("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /DW 1000 /W [%s] /CIDToGIDMap /Identity >>",
		e.name, describe, e.widths()))
	unicode := ""
	if e.toUnicode {
		unicode = fmt.Sprintf(" /ToUnicode %d 0 R", f.add(f.stream("", toUnicode(e.used))))
	}
	return f.add(fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R]%s >>", e.name, below, unicode))
}

// widths lists the glyphs that are not as wide as high.
func (e *embedded) widths() string {
	all := map[uint16]float64{}
	for r, number := range e.used {
		if w := e.advance(r); w != 1000 {
			all[number] = w
		}
	}
	var out strings.Builder
	for _, number := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&out, "%d [%.0f] ", number, all[number])
	}
	return out.String()
}

// toUnicode is the map from codes to characters.
func toUnicode(used map[rune]uint16) []byte {
	var lines []string
	for r, number := range used {
		lines = append(lines, fmt.Sprintf("<%04X> <%s>", number, hexUTF16(r)))
	}
	slices.Sort(lines)
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for part := range slices.Chunk(lines, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n%s\nendbfchar\n", len(part), strings.Join(part, "\n"))
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	return b.Bytes()
}

func hexUTF16(r rune) string {
	var out string
	for _, u := range utf16.Encode([]rune{r}) {
		out += fmt.Sprintf("%04X", u)
	}
	return out
}

// named is a font that the reader of the PDF is taken to have: its codes are characters of a known encoding.
type named struct {
	name, encoding string
}

func newNamed(r *rand.Rand) named {
	return named{pick(r, "SimSun", "STSong-Light", "FangSong_GB2312", "#CB#CE#CC#E5"), pick(r, "UniGB-UCS2-H", "UniGB-UTF16-H", "GBK-EUC-H")}
}

func (n named) has(r rune) bool {
	_, err := simplifiedchinese.GBK.NewEncoder().String(string(r))
	return err == nil
}

func (n named) advance(r rune) float64 {
	if r < 0x80 {
		return 500
	}
	return 1000
}

func (n named) code(r rune) []byte {
	if n.encoding == "GBK-EUC-H" {
		text, _ := simplifiedchinese.GBK.NewEncoder().String(string(r)) // has said that it can
		return []byte(text)
	}
	return []byte{byte(r >> 8), byte(r)}
}

func (n named) write(f *pdfFile) int {
	describe := f.add(fmt.Sprintf("<< /Type /FontDescriptor /FontName /%s /Flags 6 /FontBBox [0 -220 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>", n.name))
	below := f.add(fmt.Sprintf("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor %d 0 R /DW 1000 /W [1 95 500 814 907 500] >>", n.name, describe))
	return f.add(fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /%s /DescendantFonts [%d 0 R] >>", n.name, n.encoding, below))
}

// latin is a simple font for figures and letters, as wide as those of the Song face.
type latin struct {
	face *typeface.Face
	name string
}

func (l latin) has(r rune) bool { return r > ' ' && r <= '~' }

func (l latin) advance(r rune) float64 {
	g, _ := l.face.Glyph(r)
	return l.face.Advance(g)
}

func (l latin) code(r rune) []byte { return []byte{byte(r)} }

func (l latin) write(f *pdfFile) int {
	var widths []string
	for r := rune(' '); r <= '~'; r++ {
		widths = append(widths, fmt.Sprintf("%.0f", l.advance(r)))
	}
	return f.add(fmt.Sprintf("<< /Type /Font /Subtype /TrueType /BaseFont /%s /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [%s] >>",
		l.name, strings.Join(widths, " ")))
}
