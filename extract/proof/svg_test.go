package proof

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"fuhe/extract/document"
)

func letter(r rune, x float64) document.Glyph {
	return document.Glyph{Rune: r, Box: document.Box{X0: x, Y0: 50, X1: x + 10, Y1: 60}, Base: 58, Size: 10, Clip: -1}
}

// drawn is a page with one of everything.
func drawn() *document.Document {
	lost, hidden, turned := letter(utf8.RuneError, 60), letter('h', 80), letter('t', 100)
	hidden.Hidden, turned.Turned = true, true
	box := document.Box{X0: 5, Y0: 40, X1: 45, Y1: 70}
	place := document.Place{Page: 2, Box: &box}
	return &document.Document{
		Pages: []document.Page{{Number: 1}, {
			Number: 2, Width: 200, Height: 100,
			Glyphs: []document.Glyph{letter('<', 10), letter('&', 20), letter('"', 30), lost, hidden, turned, letter(0, 120), letter(0xFFFE, 140)},
			Rules:  []document.Rule{{At: 40, From: 5, To: 45, Width: 1}, {Vertical: true, At: 5, From: 40, To: 70}},
			Fills:  []document.Box{box},
			Clips:  []document.Box{box},
		}},
		Blocks: []document.Block{
			{Table: &document.Table{Number: 1, Cells: []document.Cell{
				{RowSpan: 2, ColumnSpan: 3, Text: "</title><script>", Doubt: "shifted-row", Place: place},
				{Row: 4, Column: 5, RowSpan: 1, ColumnSpan: 1, Text: "on another page", Place: document.Place{Page: 1, Box: &box}},
				{Row: 6, RowSpan: 1, ColumnSpan: 1, Text: "nowhere", Place: document.Place{Page: 2}},
			}}},
			{Paragraph: &document.Paragraph{Text: "p", Place: place}},
			{Paragraph: &document.Paragraph{Text: "q", Lines: []document.Line{{Text: "q", Place: place}}}},
		},
	}
}

func TestSVGShowsWhatWasUnderstood(t *testing.T) {
	var out bytes.Buffer
	if err := WriteSVG(&out, drawn(), 2, "zh"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`viewBox="0 0 200 124"`,
		`<text font-size="10" y="58" x="10 20 30">&lt;&amp;&#34;</text>`,
		`<text class="lost" font-size="10" y="58" x="60">` + "\uFFFD",
		`<text class="hidden"`,
		`<text class="turned"`,
		`<line class="rule" x1="5" y1="40" x2="45" y2="40" stroke-width="1"/>`,
		`<line class="rule" x1="5" y1="40" x2="5" y2="70" stroke-width="0.3"/>`,
		`<rect class="clip" x="5" y="40" width="40" height="30"/>`,
		`<rect class="cell odd doubt"`,
		`>1,1 2×3</text>`,
		`&lt;/title&gt;&lt;script&gt;`,
		`[shifted-row]`,
		`单元格`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not drawn", want)
		}
	}
	if strings.Contains(out.String(), "another page") || strings.Contains(out.String(), "nowhere") {
		t.Error("draws cells of another page, or of no place")
	}
	if got := strings.Count(out.String(), `class="paragraph" x="5"`); got != 2 {
		t.Errorf("%d paragraphs drawn", got)
	}
}

// TestSVGIsAlwaysWellFormed reads the drawing as XML, whatever its characters and lengths are.
func TestSVGIsAlwaysWellFormed(t *testing.T) {
	d := drawn()
	page := &d.Pages[1]
	page.Rules = append(page.Rules, document.Rule{At: math.NaN(), From: math.Inf(-1), To: math.Inf(1), Width: math.NaN()})
	page.Fills = append(page.Fills, document.Box{X0: 9, X1: 3})
	d.Blocks[0].Table.Cells[0].Text = "\x00\x01\uFFFE]]>\xff"
	var out bytes.Buffer
	if err := WriteSVG(&out, d, 2, "en"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "NaN") || strings.Contains(out.String(), "Inf") {
		t.Error("writes lengths that are no numbers")
	}
	for dec := xml.NewDecoder(&out); ; {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestSVGOfAPageThatIsNotThere(t *testing.T) {
	for _, page := range []int{-1, 0, 3} {
		var out bytes.Buffer
		if err := WriteSVG(&out, drawn(), page, "zh"); err == nil || out.Len() > 0 {
			t.Errorf("page %d: error %v, %d bytes", page, err, out.Len())
		}
	}
	if err := WriteSVG(&short{0}, drawn(), 2, "zh"); err == nil {
		t.Error("a full disk is no error")
	}
}
