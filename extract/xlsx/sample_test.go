package xlsx_test

import (
	"context"
	"encoding/xml"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/extract/xlsx"
	"fuhe/normalize"
	"fuhe/normalize/form"
)

// TestSamples makes a workbook of each sample report — figures as numbers under formats, texts merged
// over the width, borders or none — and holds what is read from it against what is read from the PDF,
// which corpus holds against the truth.
func TestSamples(t *testing.T) {
	pages, err := filepath.Glob("../../testdata/src/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, page := range pages {
		name := strings.TrimSuffix(filepath.Base(page), ".html")
		reports, _ := filepath.Glob("../../testdata/*/" + name + ".pdf")
		if len(reports) == 0 {
			continue
		}
		for _, borders := range []bool{true, false} {
			t.Run(name+"/borders="+strconv.FormatBool(borders), func(t *testing.T) {
				want := figures(formsOf(t, reports[0], extract.Read))
				got := figures(normalizeWorkbook(t, workbook(t, page, borders)))
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("pdf and workbook differ (-pdf +xlsx):\n%s", diff)
				}
			})
		}
	}
}

// TestFiles reads the workbooks of testdata, which another program wrote.
func TestFiles(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/formats/*.xlsx")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".xlsx")
		reports, _ := filepath.Glob("../../testdata/*/" + name + ".pdf")
		data, err := os.ReadFile(path)
		if err != nil || len(reports) != 1 {
			t.Fatalf("%s is printed %d times; %v", name, len(reports), err)
		}
		if diff := cmp.Diff(figures(formsOf(t, reports[0], extract.Read)), figures(normalizeWorkbook(t, data))); diff != "" {
			t.Errorf("%s: pdf and workbook differ (-pdf +xlsx):\n%s", name, diff)
		}
	}
}

func formsOf(t *testing.T, path string, read func(context.Context, string, []byte, document.Limits) (*document.Document, error)) []*form.Form {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read(t.Context(), path, data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return normalize.Forms(doc)
}

func normalizeWorkbook(t *testing.T, data []byte) []*form.Form {
	t.Helper()
	doc, err := xlsx.Read(t.Context(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Notes) > 0 {
		t.Errorf("notes on a sound workbook: %+v", doc.Notes)
	}
	return normalize.Forms(doc)
}

// figures are the facts of the forms, a line each.
func figures(forms []*form.Form) []string {
	var all []string
	for _, f := range forms {
		all = append(all, strings.Join([]string{f.Unit, f.Project, strconv.Itoa(f.Year), f.Total.Score.Value, f.Total.Grade.Text}, "|"))
		for _, x := range f.Funds {
			all = append(all, strings.Join([]string{"fund", x.Name, x.Budget.Value, x.Spent.Value, x.Rate.Value, x.Weight.Value, x.Score.Value}, "|"))
		}
		for _, x := range f.Indicators {
			all = append(all, strings.Join([]string{x.Level1, x.Level2, x.Name, x.Target.Text, x.Actual.Text, x.Weight.Text, x.Score.Text}, "|"))
		}
	}
	return all
}

// sketch writes the blocks of a page of HTML on a sheet, one below the other.
type sketch struct {
	t       *testing.T
	f       *excelize.File
	row     int
	taken   map[[2]int]bool
	borders bool
	wide    int
}

func workbook(t *testing.T, page string, borders bool) []byte {
	t.Helper()
	file, err := os.Open(page)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	s := &sketch{t: t, f: excelize.NewFile(), taken: map[[2]int]bool{}, borders: borders, wide: 8}
	d := xml.NewDecoder(file)
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		tok, err := d.Token()
		if err != nil {
			break
		}
		if e, ok := tok.(xml.StartElement); ok {
			s.element(d, e)
		}
	}
	out, err := s.f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (s *sketch) element(d *xml.Decoder, e xml.StartElement) {
	switch e.Name.Local {
	case "h1", "h2", "h3", "p":
		s.row++
		s.put(1, s.wide, 1, innerText(s.t, d), false)
	case "table":
		s.table(d)
	}
}

func (s *sketch) table(d *xml.Decoder) {
	column := 1
	for {
		tok, err := d.Token()
		if err != nil {
			s.t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.EndElement:
			if e.Name.Local == "table" {
				return
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "tr":
				s.row, column = s.row+1, 1
			case "td", "th":
				for s.taken[[2]int{s.row, column}] {
					column++
				}
				s.put(column, number(e, "colspan"), number(e, "rowspan"), innerText(s.t, d), s.borders)
				column += number(e, "colspan")
			}
		}
	}
}

func number(e xml.StartElement, name string) int {
	for _, a := range e.Attr {
		if n, err := strconv.Atoi(a.Value); err == nil && a.Name.Local == name {
			return n
		}
	}
	return 1
}

// innerText reads up to the end of the element that is open.
func innerText(t *testing.T, d *xml.Decoder) string {
	var b strings.Builder
	for depth := 1; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if depth++; e.Name.Local == "br" {
				b.WriteString("\n")
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(e)
		}
	}
	return strings.TrimSpace(b.String())
}

var (
	plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
	percent     = regexp.MustCompile(`^([0-9]+)(\.[0-9]+)?%$`)
)

// put writes one cell: figures as numbers under a format that shows them as they are printed.
func (s *sketch) put(column, columns, rows int, text string, border bool) {
	for r := range rows {
		for c := range columns {
			s.taken[[2]int{s.row + r, column + c}] = true
		}
	}
	from, _ := excelize.CoordinatesToCellName(column, s.row)
	to, _ := excelize.CoordinatesToCellName(column+columns-1, s.row+rows-1)
	style := &excelize.Style{}
	var value any = text
	_, decimals, _ := strings.Cut(strings.TrimSuffix(text, "%"), ".")
	format := "0"
	if decimals != "" {
		format += "." + strings.Repeat("0", len(decimals))
	}
	switch {
	case plainNumber.MatchString(text):
		value, _ = strconv.ParseFloat(text, 64)
		style.CustomNumFmt = &format
	case percent.MatchString(text):
		n, _ := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
		value, format = n/100, format+"%"
		style.CustomNumFmt = &format
	}
	if border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	id, err := s.f.NewStyle(style)
	if err == nil {
		err = s.f.SetCellStyle("Sheet1", from, to, id)
	}
	if err == nil && text != "" {
		err = s.f.SetCellValue("Sheet1", from, value)
	}
	if err == nil && from != to {
		err = s.f.MergeCell("Sheet1", from, to)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}
