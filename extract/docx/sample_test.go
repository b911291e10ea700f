package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/document"
)

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// parts are the files of a document to be packed, by name.
type parts map[string]string

// pack makes a document of the content of its body and of side parts.
func pack(t testing.TB, body string, side parts) []byte {
	t.Helper()
	all := parts{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships>
			<Relationship Id="r1" Type="http://x/numbering" Target="numbering.xml"/>
			<Relationship Id="r2" Type="http://x/styles" Target="/word/styles.xml"/>
			<Relationship Id="r3" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>`,
		"word/document.xml": wrapped("document", "<w:body>"+body+"</w:body>"),
	}
	for name, content := range side {
		all[name] = content
	}
	return packed(t, all)
}

func packed(t testing.TB, all parts) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		content := all[name]
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wrapped puts the root element with its namespaces around the content.
func wrapped(root, content string) string {
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:%s xmlns:w=%q
		xmlns:mc="m" xmlns:wps="s" xmlns:v="v" xmlns:m="math" xmlns:w14="w14">%s</w:%[1]s>`, root, transitional, content)
}

func p(text string) string { return "<w:p>" + r(text) + "</w:p>" }
func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + "</w:t></w:r>" }

func tbl(rows ...string) string {
	return "<w:tbl><w:tblPr/><w:tblGrid/>" + strings.Join(rows, "") + "</w:tbl>"
}
func tr(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

// tc is a cell with its properties; text without a mark is one paragraph.
func tc(properties, content string) string {
	if !strings.HasPrefix(content, "<") {
		content = p(content)
	}
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>"
}

func mustRead(t testing.TB, data []byte) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// sketch draws a document: a line for each paragraph, and for each row of a table the cells that begin
// in it, with their spans where they have any: text·rows×columns.
func sketch(doc *document.Document) string {
	var b strings.Builder
	for _, block := range doc.Blocks {
		if block.Paragraph != nil {
			b.WriteString(block.Paragraph.Text + "\n")
			continue
		}
		row := 0
		for _, c := range block.Table.Cells {
			for ; row < c.Row; row++ {
				b.WriteString("|\n")
			}
			b.WriteString("|" + c.Text)
			if c.RowSpan > 1 || c.ColumnSpan > 1 {
				fmt.Fprintf(&b, "·%d×%d", c.RowSpan, c.ColumnSpan)
			}
		}
		b.WriteString("|\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
