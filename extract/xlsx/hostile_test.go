package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/xlsx"
)

// pack makes a workbook of one sheet from the bare XML between its root's tags.
func pack(t testing.TB, sheet string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表 1" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + sheet + "</worksheet>",
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, text := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func cellXML(ref, value string) string { return `<c r="` + ref + `"><v>` + value + `</v></c>` }

func TestOddSheets(t *testing.T) {
	for _, c := range []struct {
		name, sheet string
		want        []string
	}{
		{"cells without addresses", `<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>`, []string{"1|2"}},
		{"out of order", `<sheetData><row r="2">` + cellXML("B2", "4") + cellXML("A2", "3") + `</row><row r="1">` + cellXML("B1", "2") + cellXML("A1", "1") + `</row></sheetData>`, []string{"1|2", "3|4"}},
		{"twice the same cell", `<sheetData><row r="1">` + cellXML("A1", "1") + cellXML("A1", "2") + cellXML("B1", "3") + `</row></sheetData>`, []string{"2|3"}},
		{"the last corner", `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">` + cellXML("A1", "1") + cellXML("B1", "2") + `</row><row r="1048576">` + cellXML("A1048576", "3") + cellXML("XFD1048576", "4") + `</row></sheetData>`, []string{"1|2", "3|4"}},
		{"crossing merges", `<sheetData><row r="1">` + cellXML("A1", "1") + cellXML("B1", "2") + `</row><row r="2">` + cellXML("A2", "3") + cellXML("B2", "4") + `</row></sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A2:B2"/><mergeCell ref="A1:B1"/></mergeCells>`, []string{"1|2", "1|4"}},
		{"inline text", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c>` + cellXML("B1", "2") + `</row></sheetData>`, []string{"甲乙|2"}},
		{"text that is missing", `<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c>` + cellXML("B1", "2") + `</row></sheetData>`, []string{"|2"}},
		{"formula over cells out of order", `<sheetData><row r="1"><c r="C1"><f>A1+B1</f></c>` + cellXML("B1", "2") + cellXML("A1", "1") + `</row></sheetData>`, nil},
		{"a merged range whose first cell is blank", `<sheetData><row r="1">` + cellXML("B1", "1") + `</row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`, []string{}},
		{"a style that is missing", `<sheetData><row r="1"><c r="A1" s="77"><v>1.50</v></c>` + cellXML("B1", "2") + `</row></sheetData>`, []string{"1.5|2"}},
	} {
		doc, err := xlsx.Read(t.Context(), pack(t, c.sheet), document.Limits{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := drawn(doc); c.want != nil && strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBrokenOffSheetIsTold(t *testing.T) {
	doc := read(t, pack(t, `<sheetData><row r="1">`+cellXML("A1", "1")+cellXML("B1", "2")+`</row><row r="2"><c r="A2"><v`))
	wantDrawn(t, doc, "1|2")
	if len(doc.Notes) != 1 || doc.Notes[0].Code != document.Damaged {
		t.Errorf("notes: %+v", doc.Notes)
	}
}

func TestTooLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("a million cells")
	}
	var many, diagonal strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&diagonal, `<row r="%d">%s</row>`, i+1, cellXML(columnName(i)+fmt.Sprint(i+1), "1"))
	}
	for i := range 1100 {
		fmt.Fprintf(&many, `<row r="%d">%s</row>`, i+1, strings.Repeat(`<c><v>1</v></c>`, 1000))
	}
	for name, rows := range map[string]string{"cells": many.String(), "slots": diagonal.String()} {
		if _, err := xlsx.Read(t.Context(), pack(t, "<sheetData>"+rows+"</sheetData>"), document.Limits{}); codeOf(err) != document.TooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func columnName(i int) string {
	name := ""
	for n := i + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

func TestHostileMergesEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString("<sheetData>")
	for i := range 1000 {
		fmt.Fprintf(&b, `<row r="%d">%s</row>`, i+1, strings.Repeat(`<c><v>1</v></c>`, 50))
	}
	b.WriteString("</sheetData><mergeCells>")
	for range 20000 {
		b.WriteString(`<mergeCell ref="A1:AX999"/>`)
	}
	b.WriteString("</mergeCells>")
	read(t, pack(t, b.String()))
}

func FuzzSheet(f *testing.F) {
	f.Add(`<sheetData><row r="1">` + cellXML("A1", "1") + `<c r="B1"><f>SUM(A1)</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)
	f.Add(`<cols><col min="1" max="3" hidden="1"/></cols><sheetData><row hidden="1"><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData>`)
	f.Fuzz(func(t *testing.T, sheet string) { checkRead(t, pack(t, sheet)) })
}
