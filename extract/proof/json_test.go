package proof

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"fuhe/extract/document"
)

// TestJSONIsWhatTheGeneralEncoderWrites holds the writer by hand against encoding/json, field by field,
// on documents of any kind.
func TestJSONIsWhatTheGeneralEncoderWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDocument().Draw(t, "document")
		var got bytes.Buffer
		if err := WriteJSON(&got, d); err != nil {
			t.Fatal(err)
		}
		want, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tree(t, want), tree(t, got.Bytes())); diff != "" {
			t.Fatalf("%s\n%s", got.String(), diff)
		}
	})
}

func tree(t *rapid.T, data []byte) (v any) {
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return v
}

// anyDocument makes documents whose lengths are quarters of a point, which rounding leaves alone.
func anyDocument() *rapid.Generator[*document.Document] {
	return rapid.Custom(func(t *rapid.T) *document.Document {
		return &document.Document{
			Format: rapid.String().Draw(t, "format"),
			Pages:  rapid.SliceOfN(rapid.Custom(anyPage), 0, 3).Draw(t, "pages"),
			Blocks: rapid.SliceOfN(rapid.Custom(anyBlock), 0, 3).Draw(t, "blocks"),
			Notes:  rapid.SliceOfN(rapid.Custom(anyNote), 0, 2).Draw(t, "notes"),
		}
	})
}

func points(t *rapid.T) float64 { return float64(rapid.IntRange(-4000, 4000).Draw(t, "quarters")) / 4 }

func anyBox(t *rapid.T) document.Box {
	return document.Box{X0: points(t), Y0: points(t), X1: points(t), Y1: points(t)}
}

func anyPage(t *rapid.T) document.Page {
	return document.Page{
		Number: rapid.Int().Draw(t, "number"), Width: points(t), Height: points(t),
		Rules: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) document.Rule {
			return document.Rule{Vertical: rapid.Bool().Draw(t, "vertical"), At: points(t), From: points(t), To: points(t), Width: points(t)}
		}), 0, 3).Draw(t, "rules"),
		Fills: rapid.SliceOfN(rapid.Custom(anyBox), 0, 2).Draw(t, "fills"),
		Clips: rapid.SliceOfN(rapid.Custom(anyBox), 0, 2).Draw(t, "clips"),
	}
}

func anyPlace(t *rapid.T) document.Place {
	count := rapid.IntRange(0, 99)
	p := document.Place{
		Page: count.Draw(t, "page"), Table: count.Draw(t, "table"), Row: count.Draw(t, "row"), Column: count.Draw(t, "column"),
		Line: count.Draw(t, "line"), Cell: rapid.String().Draw(t, "cell"), Quote: rapid.String().Draw(t, "quote"),
	}
	if rapid.Bool().Draw(t, "boxed") {
		b := anyBox(t)
		p.Box = &b
	}
	return p
}

func anyLine(t *rapid.T) document.Line {
	return document.Line{Text: rapid.String().Draw(t, "line"), Place: anyPlace(t)}
}

func anyBlock(t *rapid.T) document.Block {
	lines := rapid.SliceOfN(rapid.Custom(anyLine), 0, 2)
	if rapid.Bool().Draw(t, "table") {
		return document.Block{Table: &document.Table{
			Number: 1, Rows: 2, Columns: 3, Evidence: document.Ruled, Place: anyPlace(t),
			Cells: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) document.Cell {
				return document.Cell{Row: 1, Column: 2, RowSpan: 3, ColumnSpan: 4, Text: rapid.String().Draw(t, "text"),
					Lines: lines.Draw(t, "lines"), Doubt: rapid.String().Draw(t, "doubt"), Place: anyPlace(t)}
			}), 0, 3).Draw(t, "cells"),
		}}
	}
	return document.Block{Paragraph: &document.Paragraph{Text: rapid.String().Draw(t, "text"), Lines: lines.Draw(t, "lines"), Place: anyPlace(t)}}
}

func anyNote(t *rapid.T) document.Note {
	n := document.Note{Code: document.Damaged, Says: document.Message{ZH: rapid.String().Draw(t, "zh"), EN: "en"}}
	if rapid.Bool().Draw(t, "placed") {
		n.Place = anyPlace(t)
	}
	return n
}

func TestJSONOfText(t *testing.T) {
	for text, want := range map[string]string{
		"绩效 98.75%":         `"绩效 98.75%"`,
		"a\"b\\c":           `"a\"b\\c"`,
		"a\nb\tc\r\x00\x1f": `"a\nb\tc\u000d\u0000\u001f"`,
		"<b>&amp;":          `"<b>&amp;"`,
		"broken \xff\xe4":   "\"broken \uFFFD\"",
		"":                  `""`,
	} {
		s := newSheaf(nil)
		s.text(text)
		if string(s.out) != want {
			t.Errorf("%q: got %s, want %s", text, s.out, want)
		}
	}
}

func TestJSONOfLengths(t *testing.T) {
	for points, want := range map[float64]string{
		0: "0", 72: "72", 72.5: "72.5", 0.005: "0.01", -0.004: "0", -3.456: "-3.46", 1e300: "0", 841.889999: "841.89", 10.05: "10.05",
	} {
		if got := string(appendPoints(nil, points)); got != want {
			t.Errorf("%v: got %s, want %s", points, got, want)
		}
	}
}

// short is a disk with little room.
type short struct{ left int }

func (s *short) Write(b []byte) (int, error) {
	if s.left -= len(b); s.left < 0 {
		return 0, errors.New("no room")
	}
	return len(b), nil
}

// Texts are quoted behind themselves; what is copied must be the text, also where the output was handed on
// between the two.
func TestJSONOfQuotes(t *testing.T) {
	text := "得分\"4.5\"，\n完成率" + strings.Repeat("高", 30)
	d := &document.Document{}
	for i := range 4000 {
		line := document.Line{Text: strings.Repeat("高", i%3) + text, Place: document.Place{Line: i + 1}.Quoting(text)}
		d.Blocks = append(d.Blocks, document.Block{Paragraph: &document.Paragraph{Text: text, Lines: []document.Line{line, line}, Place: line.Place}})
	}
	var got bytes.Buffer
	if err := WriteJSON(&got, d); err != nil {
		t.Fatal(err)
	}
	var back document.Document
	if err := json.Unmarshal(got.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	for i := range back.Blocks {
		if diff := cmp.Diff(d.Blocks[i], back.Blocks[i]); diff != "" {
			t.Fatalf("block %d (-want +got):\n%s", i, diff)
		}
	}
}

func TestJSONTellsThatItWasNotWritten(t *testing.T) {
	d := &document.Document{Blocks: make([]document.Block, 100_000)}
	for room, want := range map[int]bool{0: false, 3 * piece: false, 1 << 30: true} {
		if err := WriteJSON(&short{room}, d); (err == nil) != want {
			t.Errorf("room of %d bytes: error %v", room, err)
		}
	}
}

func BenchmarkJSON(b *testing.B) {
	p := document.Page{Rules: make([]document.Rule, 200), Clips: make([]document.Box, 200)}
	table := &document.Table{Cells: make([]document.Cell, 200)}
	for i := range table.Cells {
		table.Cells[i] = document.Cell{Text: "完成率98.75%", Place: document.Place{Page: 1, Box: &document.Box{X0: 72.25, X1: 144.5}}.Quoting("完成率98.75%")}
	}
	d := &document.Document{Pages: []document.Page{p}, Blocks: []document.Block{{Table: table}}}
	var out strings.Builder
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := WriteJSON(&out, d); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
