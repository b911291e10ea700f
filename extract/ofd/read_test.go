package ofd_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/ofd"
)

func read(t *testing.T, data []byte) *document.Document {
	t.Helper()
	doc, err := ofd.Read(t.Context(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func onePage(t testing.TB, body string) []byte {
	t.Helper()
	return pack(t, "", sheet{"210", "297", body})
}

// form is a small self-evaluation table: rules at the given distances, a text in each cell.
func ruled(rows [][]string) (rules, texts string) {
	const left, top, width, height = 20.0, 40.0, 30.0, 10.0
	columns := len(rows[0])
	for i := range len(rows) + 1 {
		y := top + float64(i)*height
		rules += fmt.Sprintf(`<ofd:PathObject Boundary="%g %g %g 1"><ofd:AbbreviatedData>M 0 0 L %g 0</ofd:AbbreviatedData></ofd:PathObject>`, left, y, width*float64(columns), width*float64(columns))
	}
	for i := range columns + 1 {
		x := left + float64(i)*width
		rules += fmt.Sprintf(`<ofd:PathObject Boundary="%g %g 1 %g"><ofd:AbbreviatedData>M 0 0 L 0 %g</ofd:AbbreviatedData></ofd:PathObject>`, x, top, height*float64(len(rows)), height*float64(len(rows)))
	}
	for r, row := range rows {
		for k, text := range row {
			texts += textXML(left+float64(k)*width+2, top+float64(r)*height+6, 3.5, text)
		}
	}
	return rules, texts
}

// TestFrameInTemplate reads a form whose lines stand in the template and whose texts on the pages.
func TestFrameInTemplate(t *testing.T) {
	grid := [][]string{{"三级指标", "指标值", "完成值", "得分"}, {"培训人次", "≥300人次", "276人次", "9.2"}, {"验收合格率", "100%", "100%", "10"}}
	rules, texts := ruled(grid)
	doc := read(t, pack(t, rules, sheet{"210", "297", texts}))
	if len(doc.Blocks) != 1 || doc.Blocks[0].Table == nil {
		t.Fatalf("blocks: %q", textsOf(doc))
	}
	table := doc.Blocks[0].Table
	for r, row := range grid {
		for k, want := range row {
			if c := table.At(r, k); c == nil || c.Text != want {
				t.Errorf("row %d column %d: %+v, want %q", r, k, c, want)
			}
		}
	}
	if table.Evidence != document.Ruled || table.At(1, 3).Place.Box == nil || table.At(1, 3).Place.Page != 1 {
		t.Errorf("evidence %s, place %+v", table.Evidence, table.At(1, 3).Place)
	}
}

func textsOf(doc *document.Document) string { return strings.Join(texts(doc), "\n") }

func TestText(t *testing.T) {
	object := func(attributes, codes string) string {
		return `<ofd:TextObject Boundary="10 10 50 10" Size="5" ` + attributes + `>` + codes + `</ofd:TextObject>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"run lengths", object("", `<ofd:TextCode X="0" Y="5" DeltaX="g 2 5 6">甲乙丙丁</ofd:TextCode>`), "甲乙丙丁"},
		{"deltas too few", object("", `<ofd:TextCode X="0" Y="5" DeltaX="5">甲乙丙丁</ofd:TextCode>`), "甲乙丙丁"},
		{"no deltas", object("", `<ofd:TextCode X="0" Y="5">得分9.48</ofd:TextCode>`), "得分9.48"},
		{"two runs", object("", `<ofd:TextCode X="0" Y="5" DeltaX="5">甲乙</ofd:TextCode><ofd:TextCode DeltaX="5">丙丁</ofd:TextCode>`), "甲乙丙丁"},
		{"two lines", object("", `<ofd:TextCode X="0" Y="5" DeltaX="g 2 5">第一行</ofd:TextCode><ofd:TextCode X="0" Y="11" DeltaX="g 2 5">第二行</ofd:TextCode>`), "第一行\n第二行"},
		{"not visible", object(`Visible="false"`, `<ofd:TextCode X="0" Y="5">密</ofd:TextCode>`) + textXML(10, 40, 4, "明"), "明"},
		{"composite unit", `<ofd:CompositeObject Boundary="20 20 50 10" ResourceID="70"/>`, "联"},
		{"no namespace", `<TextObject Boundary="10 10 50 10" Size="5"><TextCode X="0" Y="5" DeltaX="5">甲乙</TextCode></TextObject>`, "甲乙"},
		{"broken attributes", `<TextObject Size/>` + textXML(10, 40, 4, "明"), "明"},
		{"broken numbers", object("", `<ofd:TextCode X="NaN" Y="5" DeltaX="g 1e9 5 g x y g">甲</ofd:TextCode>`), "甲"},
	} {
		if got := textsOf(read(t, onePage(t, c.body))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestGeometry(t *testing.T) {
	body := `<ofd:TextObject Boundary="25.4 25.4 50 10" CTM="2 0 0 2 0 0" Size="2.54"><ofd:TextCode X="0" Y="2.54" DeltaX="2.54">甲乙</ofd:TextCode></ofd:TextObject>` +
		`<ofd:TextObject Boundary="100 100 50 50" CTM="0.7 0.7 -0.7 0.7 0 0" Size="9"><ofd:FillColor Value="250 250 250"/><ofd:TextCode X="0" Y="9">印</ofd:TextCode></ofd:TextObject>` +
		`<ofd:PathObject Boundary="25.4 50.8 50.8 1" LineWidth="0.254"><ofd:AbbreviatedData>M 0 0 L 50.8 0</ofd:AbbreviatedData></ofd:PathObject>` +
		`<ofd:PathObject Boundary="25.4 76.2 50.8 12.7" Stroke="false" Fill="true"><ofd:FillColor Value="#C0 #C0 #C0"/><ofd:AbbreviatedData>M 0 0 L 50.8 0 L 50.8 12.7 L 0 12.7 C</ofd:AbbreviatedData></ofd:PathObject>` +
		`<ofd:PathObject Boundary="0 0 100 100"><ofd:AbbreviatedData>M 0 0 B 1 1 2 2 30 0 Q 1 1 2 2 A 1 1 0 0 0 5 5</ofd:AbbreviatedData></ofd:PathObject>`
	page := read(t, onePage(t, body)).Pages[0]
	if len(page.Glyphs) != 3 || len(page.Rules) != 1 || len(page.Fills) != 1 {
		t.Fatalf("%d glyphs, %d rules, %d fills", len(page.Glyphs), len(page.Rules), len(page.Fills))
	}
	near := func(name string, got, want float64) {
		if math.Abs(got-want) > 0.05 {
			t.Errorf("%s: %.2f, want %.2f", name, got, want)
		}
	}
	near("left of the second glyph", page.Glyphs[1].Box.X0, 72+14.4)
	near("baseline", page.Glyphs[0].Base, 72+14.4)
	near("size", page.Glyphs[0].Size, 14.4)
	near("rule", page.Rules[0].At, 144)
	near("rule's end", page.Rules[0].To, 216)
	near("fill", page.Fills[0].Y1, 252)
	near("width of the page", page.Width, 210*72/25.4)
	if seal := page.Glyphs[2]; !seal.Turned || !seal.Pale {
		t.Errorf("the seal's character: %+v", seal)
	}
}

func codeOf(err error) document.Code {
	var trouble *document.Trouble
	if errors.As(err, &trouble) {
		return trouble.Code
	}
	return ""
}

func TestTrouble(t *testing.T) {
	sound := onePage(t, textXML(10, 20, 4, "总分"))
	deep := `<ofd:Res ` + namespace + `><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="1"><ofd:CompositeObject ResourceID="1"/><ofd:CompositeObject ResourceID="1"/></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`
	whole := map[string]string{
		"OFD.xml":        `<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>`,
		"D/Document.xml": `<Document><CommonData><PublicRes>R.xml</PublicRes></CommonData><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>`,
		"D/R.xml":        deep,
		"D/P.xml":        `<Page><Content><Layer><CompositeObject ResourceID="1"/></Layer></Content></Page>`,
	}
	for _, c := range []struct {
		name   string
		data   []byte
		limits document.Limits
		want   document.Code
	}{
		{"cut", sound[:len(sound)/2], document.Limits{}, document.Damaged},
		{"bytes", sound, document.Limits{Bytes: 100}, document.TooLarge},
		{"unpacked", sound, document.Limits{Unpacked: 1000}, document.TooLarge},
		{"pages", pack(t, "", sheet{}, sheet{}, sheet{}), document.Limits{Pages: 2}, document.TooLarge},
		{"units in themselves", zipped(t, whole), document.Limits{}, document.TooLarge},
		{"no text", onePage(t, `<ofd:ImageObject Boundary="0 0 210 297" ResourceID="5"/>`), document.Limits{}, document.NoTextLayer},
		{"encrypted", zipped(t, map[string]string{"OFD.xml": "\x01", "Encryptions.xml": "<x/>"}), document.Limits{}, document.Encrypted},
		{"empty", zipped(t, map[string]string{"OFD.xml": `<OFD/>`}), document.Limits{}, document.Damaged},
		{"no document", zipped(t, map[string]string{"OFD.xml": whole["OFD.xml"]}), document.Limits{}, document.Damaged},
	} {
		if !ofd.Sniff(c.data) {
			t.Errorf("%s: not told as OFD", c.name)
		}
		if _, err := ofd.Read(t.Context(), c.data, c.limits); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ofd.Read(ended, sound, document.Limits{}); codeOf(err) != document.Timeout {
		t.Errorf("after its time: %v", err)
	}
}

// TestMissingPageIsTold reads the pages that are there and tells of the others.
func TestMissingPageIsTold(t *testing.T) {
	doc := read(t, zipped(t, map[string]string{
		"OFD.xml":        `<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>`,
		"D/Document.xml": `<Document><Pages><Page ID="1" BaseLoc="P1.xml"/><Page ID="2" BaseLoc="P2.xml"/></Pages></Document>`,
		"D/P1.xml":       `<Page><Content><Layer>` + textXML(10, 20, 4, "总分") + `</Layer></Content></Page>`,
	}))
	if len(doc.Pages) != 2 || len(doc.Notes) != 1 || doc.Notes[0].Code != document.Damaged || !strings.Contains(doc.Notes[0].Says.EN, "P2.xml") {
		t.Errorf("%d pages, notes %+v", len(doc.Pages), doc.Notes)
	}
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../testdata/formats/clinic.ofd")
	if err != nil {
		b.Skip(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ofd.Read(b.Context(), data, document.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	if data, err := os.ReadFile("../../testdata/formats/clinic.ofd"); err == nil {
		f.Add(data)
	}
	f.Add(onePage(f, textXML(10, 20, 4, "总分")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if ofd.Sniff(data) {
			check(t, data)
		}
	})
}

func FuzzPage(f *testing.F) {
	rules, texts := ruled([][]string{{"指标", "得分"}, {"培训", "9.2"}})
	f.Add(rules + texts)
	f.Add(`<TextObject Boundary="0 0 9 9" CTM="0 1 -1 0 5 5" Size="3" HScale="0.5"><TextCode X="1" Y="2" DeltaY="g 3 4">甲乙</TextCode></TextObject><CompositeObject ResourceID="70" Boundary="1 1 1 1"/>`)
	f.Add(`<PathObject Boundary="0 0 9 9" Fill="true"><FillColor Value="#FF 0 0" Alpha="9"/><AbbreviatedData>S 0 0 M 1 1 L 2 2 Q 1 1 1 1 B 1 1 1 1 1 1 A 1 1 1 1 1 1 1 C</AbbreviatedData></PathObject>`)
	f.Fuzz(func(t *testing.T, body string) { check(t, onePage(t, body)) })
}

// check reads whatever comes: it must not panic, and must say why it cannot.
func check(t *testing.T, data []byte) {
	_, err := ofd.Read(t.Context(), data, document.Limits{Bytes: 1 << 20, Unpacked: 1 << 22, Pages: 20})
	if err != nil && codeOf(err) == "" {
		t.Errorf("an error that is no Trouble: %v", err)
	}
}
