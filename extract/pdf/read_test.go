package pdf

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// onePage reads a PDF of one page.
func onePage(t *testing.T, data []byte) (document.Page, []document.Note) {
	t.Helper()
	pages, notes, err := Read(t.Context(), data, document.Limits{})
	if len(pages) != 1 {
		t.Fatalf("%d pages, error %v", len(pages), err)
	}
	return pages[0], notes
}

// textOf writes the visible characters in the order they were drawn.
func textOf(p document.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		if !g.Hidden {
			b.WriteRune(g.Rune)
		}
	}
	return b.String()
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, contents, want string }{
		{"one string", "BT /F 10 Tf 10 50 Td (abc) Tj ET", "abc"},
		{"array with moves", "BT /F 10 Tf 10 50 Td [(a) -200 (b) 3 (c)] TJ ET", "abc"},
		{"next line and show", "BT /F 10 Tf 12 TL 10 50 Td (a) Tj (b) ' ET", "ab"},
		{"next line with spaces and show", `BT /F 10 Tf 12 TL 10 50 Td 1 2 (b c) " ET`, "b c"},
		{"hexadecimal", "BT /F 10 Tf 10 50 Td <616> Tj ET", "a`"},
		{"Windows characters", "BT /F 10 Tf 10 50 Td (\\223\\200\\224) Tj ET", "“€”"},
		{"no font", "BT 10 50 Td (abc) Tj ET", ""},
		{"unknown font", "BT /X 10 Tf 10 50 Td (abc) Tj ET", ""},
		{"unknown operators", "BX foo 1 2 bar EX BT /F 10 Tf 10 50 Td (abc) Tj ET", "abc"},
		{"too few operands", "1 cm 1 re Tf Td BT /F 10 Tf 10 50 Td (abc) Tj ET", "abc"},
		{"restores without saves", "Q Q Q BT /F 10 Tf 10 50 Td (abc) Tj ET Q", "abc"},
		{"glued tokens", "q BT/F 10 Tf 10 50 Td(a)Tj(b)Tj ET Q", "ab"},
		{"inline picture", "BI /W 2 /H 2 ID \x01(EI\xff( EI\nBT /F 10 Tf 10 50 Td (abc) Tj ET", "abc"},
		{"inline picture without an end", "BT /F 10 Tf 10 50 Td (abc) Tj ET BI /W 2 ID (((", "abc"},
		{"invisible", "BT /F 10 Tf 3 Tr 10 50 Td (abc) Tj ET", ""},
		{"beyond the page", "BT /F 10 Tf 300 50 Td (abc) Tj ET", ""},
		{"clipped off", "0 0 20 20 re W n BT /F 10 Tf 100 50 Td (abc) Tj ET", ""},
		{"struck twice for boldness", "BT /F 10 Tf 10 50 Td (abc) Tj ET BT /F 10 Tf 10.3 50 Td (abc) Tj ET", "abc"},
		{"the same twice, side by side", "BT /F 10 Tf 10 50 Td (ll11) Tj ET", "ll11"},
		{"the same twice, one below the other", "BT /F 10 Tf 10 50 Td (a) Tj 0 -5 Td (a) Tj ET", "aa"},
		{"one letter over another", "BT /F 10 Tf 10 50 Td (a) Tj ET BT /F 10 Tf 10 50 Td (b) Tj ET", "ab"},
		{"outlines over an invisible layer", "BT 3 Tr /F 10 Tf 10 50 Td (a) Tj ET BT 0 Tr /F 10 Tf 10 50 Td (a) Tj ET", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, sample.Page(c.contents))
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestContentsInParts(t *testing.T) {
	objects := sample.Objects("BT /F 10 Tf 10 50 Td (a) Tj", strings.Replace(sample.Latin, "/Resources", "/Contents [4 0 R 5 0 R] /Resources", 1), sample.Stream("", "(b) Tj ET"))
	objects[2] = strings.Replace(objects[2], "/Contents 4 0 R", "", 1)
	if p, _ := onePage(t, sample.File(objects...)); textOf(p) != "ab" {
		t.Errorf("got %q", textOf(p))
	}
}

func TestForms(t *testing.T) {
	show := "BT /F 10 Tf 10 50 Td (f) Tj ET "
	for _, c := range []struct{ name, contents, form, want string }{
		{"once", "/X Do", show, "f"},
		{"moved each time", "/X Do 1 0 0 1 20 0 cm /X Do", show, "ff"},
		{"in itself", "/X Do", show + "/X Do", "f"},
		{"state ends with the form", "/X Do BT /F 10 Tf 10 20 Td (p) Tj ET", show + "q 3 Tr", "fp"},
		{"restores do not reach out of it", "1 0 0 1 5 0 cm q /X Do Q", "Q Q Q " + show, "f"},
		{"unknown", "/Y Do", show, ""},
		{"clipped by its box", "/X Do", "BT /F 10 Tf 150 50 Td (f) Tj ET", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			resources := strings.Replace(sample.Latin, "/Font", "/XObject << /X 5 0 R >> /Font", 1)
			form := sample.Stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", c.form)
			p, _ := onePage(t, sample.File(sample.Objects(c.contents, resources, form)...))
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnnotations(t *testing.T) {
	form := sample.Stream("/Subtype /Form /BBox [0 0 10 10] "+sample.Latin, "BT /F 2 Tf 0 0 Td (v) Tj ET")
	for _, c := range []struct{ name, annotation, want string }{
		{"filled-in field", "/Subtype /Widget /Rect [100 0 120 20] /AP << /N 5 0 R >>", "v"},
		{"box in a state", "/Subtype /Widget /Rect [100 0 120 20] /AS /On /AP << /N << /On 5 0 R >> >>", "v"},
		{"box in another state", "/Subtype /Widget /Rect [100 0 120 20] /AS /Off /AP << /N << /On 5 0 R >> >>", ""},
		{"hidden", "/Subtype /Widget /F 2 /Rect [100 0 120 20] /AP << /N 5 0 R >>", ""},
		{"comment", "/Subtype /Highlight /Rect [100 0 120 20] /AP << /N 5 0 R >>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := onePage(t, sample.File(sample.Objects("", "/Annots [<< "+c.annotation+" >>]", form)...))
			if diff := cmp.Diff(c.want, textOf(p)); diff != "" {
				t.Error(diff)
			}
			if c.want != "" && (p.Glyphs[0].Box.X0 != 100 || p.Glyphs[0].Size != 4) {
				t.Errorf("stands at %v, size %v", p.Glyphs[0].Box, p.Glyphs[0].Size)
			}
		})
	}
}

func TestTroubles(t *testing.T) {
	picture := "/Resources << /XObject << /I 5 0 R >> >>"
	image := sample.Stream("/Subtype /Image /Filter /DCTDecode", "JPEG")
	for _, c := range []struct {
		name string
		data []byte
		want document.Code
	}{
		{"no file", nil, document.Damaged},
		{"another kind of file", []byte("PK\x03\x04"), document.Damaged},
		{"a picture", sample.File(sample.Objects("100 0 0 100 0 0 cm /I Do", picture, image)...), document.NoTextLayer},
		{"over the limit", make([]byte, 1<<20+1), document.TooLarge},
		{"needs a password", sample.FileWith("/Encrypt << /Filter /Standard /V 2 /R 3 /O <00> /U <00> >>", sample.Objects("", "")...), document.Encrypted},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := Read(t.Context(), c.data, document.Limits{Bytes: 1 << 20})
			var trouble *document.Trouble
			if !errors.As(err, &trouble) || trouble.Code != c.want || trouble.Says.ZH == "" || trouble.Says.EN == "" {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	resources := strings.Replace(sample.Latin, "/Font", "/XObject << /I 5 0 R >> /Font", 1)
	image := sample.Stream("/Subtype /Image", "JPEG")
	codes := func(notes []document.Note) (codes []document.Code) {
		for _, n := range notes {
			codes = append(codes, n.Code)
		}
		return codes
	}
	for _, c := range []struct {
		name, contents string
		want           []document.Code
	}{
		{"text beside a picture", "/I Do BT /F 10 Tf 10 50 Td (abc) Tj ET", nil},
		{"scan with hidden text", "/I Do BT 3 Tr /F 10 Tf 10 50 Td (abc) Tj ET", []document.Code{document.NoTextLayer}},
		{"characters without a meaning", "BT /F 10 Tf 10 50 Td (a\\201b) Tj ET", []document.Code{document.GarbledText}},
		{"bullets without a meaning", "BT /F 10 Tf 10 50 Td (\\201) Tj 0 -20 Td (\\201) Tj ET", nil},
		{"different characters without a meaning", "BT /F 10 Tf 10 50 Td (\\201\\215) Tj ET", []document.Code{document.GarbledText}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, notes := onePage(t, sample.File(sample.Objects(c.contents, resources, image)...))
			if diff := cmp.Diff(c.want, codes(notes)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOneNoteForAFont reads pages whose fonts hide what their characters mean, and expects one note for each
// font: where it begins, on how many pages it stands, and how much of the text is lost.
func TestOneNoteForAFont(t *testing.T) {
	font := func(name string) string {
		return strings.Replace(strings.TrimSuffix(strings.TrimPrefix(sample.Latin, "/Resources << /Font << /F "), " >> >>"), "/Arial", name, 1)
	}
	page := func(font, contents int) string {
		return fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents %d 0 R /Resources << /Font << /F %d 0 R >> >> >>", contents, font)
	}
	data := sample.File("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
		page(8, 6), page(9, 7), page(10, 7), sample.Stream("", "BT /F 10 Tf 10 50 Td (abcdefgh) Tj ET"),
		sample.Stream("", "BT /F 10 Tf 10 50 Td (a\\201\\215b) Tj ET"), font("/Plain"), font("/ABCDEF+FZSS"), font("/GHIJKL+FZSS"))
	_, notes, err := Read(t.Context(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []document.Note{{Code: document.GarbledText, Place: document.Place{Page: 2}, Says: document.Message{
		ZH: "第2页起的2页中，字体“FZSS”的8个字符中有4个（50%）无法转换为文字，占全文的25%，涉及的内容未能核对。",
		EN: `2 pages from page 2 on: of 8 characters in the font "FZSS", 4 (50%) cannot be mapped to Unicode, 25% of the document's text`,
	}}}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Error(diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample.Page("q 1 0 0 1 5 5 cm BT /F 10 Tf 10 50 Td [(a) 9 (b)] TJ ET 0 0 50 1 re f Q BI ID x EI"))
	f.Add(sample.File(sample.Objects("BT /C 9 Tf <0041> Tj ET", sample.Composite,
		"<< /Type /Font /Subtype /Type0 /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
		"<< /Type /Font /Subtype /CIDFontType2 /W [1 [500 600] 7 9 100] /DW2 [880 -1000] >>",
		sample.Stream("", "1 beginbfrange <00> <ff> [<0041>] endbfrange"))...))
	f.Fuzz(func(t *testing.T, data []byte) { readSoundly(t, data) })
}

func FuzzContents(f *testing.F) {
	f.Add("q 1 0 0 1 5 5 cm BT /F 10 Tf 10 50 Td [(a) 9 (b)] TJ T* (c) ' 3 Tr 1 Ts 50 Tz ET 0 0 50 1 re f Q BI /W 1 ID x EI")
	f.Add("0 0 40 40 re W n 1 w 0 0 m 50 0 l 50 50 l s /Cs cs 1 scn 0 g 10 20 m 60 20 l 60 21 l 11 21 l 11 80 l 10 80 l f /G gs /X Do")
	f.Add("/Span <</ActualText <FEFF0041>>> BDC BT /F 1e9 Tf 1e9 0 0 -1e-9 0 0 Tm (\\201) Tj ET EMC 0 0 1 1e30 re S")
	f.Fuzz(func(t *testing.T, contents string) { readSoundly(t, sample.Page(contents)) })
}

// readSoundly reads any bytes and holds what comes back against what pages promise.
func readSoundly(t *testing.T, data []byte) {
	pages, _, err := Read(t.Context(), data, document.Limits{Unpacked: 1 << 20, Pages: 20})
	for _, p := range pages {
		for _, g := range p.Glyphs {
			if int(g.Clip) >= len(p.Clips) || !(g.Box.X0 <= g.Box.X1) || !(g.Box.Y0 <= g.Box.Y1) {
				t.Fatalf("glyph %+v among %d clips", g, len(p.Clips))
			}
		}
		for _, r := range p.Rules {
			if !(r.From < r.To) || !(r.Width >= 0) {
				t.Fatalf("rule %+v", r)
			}
		}
	}
	if trouble := new(document.Trouble); err != nil && !errors.As(err, &trouble) {
		t.Fatalf("error is no Trouble: %v", err)
	}
}
