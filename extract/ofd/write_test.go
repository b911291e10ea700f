package ofd_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/document"
)

// sheet is the XML of one page's layer.
type sheet struct{ width, height, body string }

const (
	millimetre = 25.4 / 72
	namespace  = `xmlns:ofd="http://www.ofdspec.org/2016"`
)

// pack makes an OFD file of pages that share a template.
func pack(t testing.TB, template string, pages ...sheet) []byte {
	t.Helper()
	var list, areas strings.Builder
	parts := map[string]string{
		"OFD.xml":                   `<ofd:OFD ` + namespace + ` Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		"Doc_0/Tpls/T0/Content.xml": `<ofd:Page ` + namespace + `><ofd:Content><ofd:Layer ID="90">` + template + `</ofd:Layer></ofd:Content></ofd:Page>`,
		"Doc_0/DocumentRes.xml":     `<ofd:Res ` + namespace + `><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70" Width="50" Height="10">` + textXML(0, 5, 4, "联") + `</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
	}
	for i, p := range pages {
		name := fmt.Sprintf("Pages/Page_%d/Content.xml", i)
		fmt.Fprintf(&list, `<ofd:Page ID="%d" BaseLoc="%s"/>`, i+1, name)
		parts["Doc_0/"+name] = fmt.Sprintf(`<ofd:Page %s><ofd:Area><ofd:PhysicalBox>0 0 %s %s</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="80" ZOrder="Background"/><ofd:Content><ofd:Layer ID="9" Type="Body"><ofd:PageBlock>%s</ofd:PageBlock></ofd:Layer></ofd:Content></ofd:Page>`,
			namespace, p.width, p.height, p.body)
	}
	fmt.Fprintf(&areas, `<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes><ofd:TemplatePage ID="80" BaseLoc="/Doc_0/tpls\T0/Content.xml"/>`)
	parts["Doc_0/Document.xml"] = `<ofd:Document ` + namespace + `><ofd:CommonData>` + areas.String() + `</ofd:CommonData><ofd:Pages>` + list.String() + `</ofd:Pages></ofd:Document>`
	return zipped(t, parts)
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// textXML writes a line of text at a place in millimetres.
func textXML(x, y, size float64, text string) string {
	n := len([]rune(text))
	return fmt.Sprintf(`<ofd:TextObject ID="1" Boundary="%.3f %.3f 100 %.3f" Font="3" Size="%.3f"><ofd:TextCode X="0" Y="%.3f" DeltaX="g %d %.3f">%s</ofd:TextCode></ofd:TextObject>`,
		x, y-size, 2*size, size, size, max(n-1, 1), size, escaped(text))
}

func escaped(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}

// redrawn writes a printed page as OFD: a text object for each run on a line, its glyphs at their
// distances, and a path for each rule, a thin area where it is wide.
func redrawn(p *document.Page) sheet {
	var b strings.Builder
	for i := 0; i < len(p.Glyphs); {
		end := i + 1
		for end < len(p.Glyphs) && follows(&p.Glyphs[end-1], &p.Glyphs[end]) {
			end++
		}
		run(&b, p.Glyphs[i:end], i%2 == 0)
		i = end
	}
	for _, f := range p.Fills {
		fmt.Fprintf(&b, `<ofd:PathObject Boundary="%s" Fill="true" Stroke="false"><ofd:FillColor Value="200 200 200"/><ofd:AbbreviatedData>S 0 0 L %s 0 L %s %s L 0 %s C</ofd:AbbreviatedData></ofd:PathObject>`,
			boxXML(f), mm(f.Width()), mm(f.Width()), mm(f.Height()), mm(f.Height()))
	}
	for i, r := range p.Rules {
		ruleXML(&b, r, i%2 == 0)
	}
	return sheet{mm(p.Width), mm(p.Height), b.String()}
}

func follows(a, b *document.Glyph) bool {
	return a.Base == b.Base && a.Size == b.Size && b.Box.X0 >= a.Box.X0 && b.Box.X0-a.Box.X1 < 20*a.Size && !a.Turned && !b.Turned
}

// run writes glyphs of one line, their distances in numbers or through a matrix that doubles them.
func run(b *strings.Builder, glyphs []document.Glyph, double bool) {
	first, last := glyphs[0], glyphs[len(glyphs)-1]
	unit, ctm := 1.0, ""
	if double {
		unit, ctm = 0.5, ` CTM="2 0 0 2 0 0"`
	}
	var text []rune
	var steps []string
	for i, g := range glyphs {
		text = append(text, g.Rune)
		if i > 0 {
			steps = append(steps, mm(unit*(g.Box.X0-glyphs[i-1].Box.X0)))
		}
	}
	box := document.Box{X0: first.Box.X0, Y0: first.Base - first.Size, X1: last.Box.X1, Y1: first.Base + first.Size/4}
	fmt.Fprintf(b, `<ofd:TextObject Boundary="%s"%s Size="%s" Font="3"><ofd:TextCode X="0" Y="%s" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
		boxXML(box), ctm, mm(unit*first.Size), mm(unit*first.Size), strings.Join(steps, " "), escaped(string(text)))
}

func ruleXML(b *strings.Builder, r document.Rule, stroke bool) {
	box := document.Box{X0: r.From, Y0: r.At - r.Width/2, X1: r.To, Y1: r.At + r.Width/2}
	line := "M 0 " + mm(r.Width/2) + " L " + mm(r.To-r.From) + " " + mm(r.Width/2)
	if r.Vertical {
		box = document.Box{X0: r.At - r.Width/2, Y0: r.From, X1: r.At + r.Width/2, Y1: r.To}
		line = "M " + mm(r.Width/2) + " 0 L " + mm(r.Width/2) + " " + mm(r.To-r.From)
	}
	if stroke {
		fmt.Fprintf(b, `<ofd:PathObject Boundary="%s" LineWidth="%s"><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`, boxXML(box), mm(r.Width), line)
		return
	}
	fmt.Fprintf(b, `<ofd:PathObject Boundary="%s" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L %s 0 L %s %s L 0 %s C</ofd:AbbreviatedData></ofd:PathObject>`,
		boxXML(box), mm(box.Width()), mm(box.Width()), mm(box.Height()), mm(box.Height()))
}

func boxXML(b document.Box) string {
	return mm(b.X0) + " " + mm(b.Y0) + " " + mm(b.Width()) + " " + mm(b.Height())
}

// mm writes points as millimetres.
func mm(points float64) string { return fmt.Sprintf("%.4f", points*millimetre) }
