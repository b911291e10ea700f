package xlsx_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/extract/xlsx"
)

// filled makes a workbook; set fills it.
func filled(t testing.TB, set func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	if err := set(f); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func read(t *testing.T, data []byte) *document.Document {
	t.Helper()
	doc, err := xlsx.Read(t.Context(), data, document.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func rows(f *excelize.File, sheet string, all ...[]any) error {
	for i, row := range all {
		if err := f.SetSheetRow(sheet, "A"+string(rune('1'+i)), &row); err != nil {
			return err
		}
	}
	return nil
}

// drawn writes the blocks of a document, a line a row.
func drawn(doc *document.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			out = append(out, b.Paragraph.Place.Cell+" "+b.Paragraph.Text)
			continue
		}
		for _, row := range b.Table.Grid() {
			var texts []string
			for _, c := range row {
				texts = append(texts, c.Text)
			}
			out = append(out, strings.Join(texts, "|"))
		}
	}
	return out
}

func wantDrawn(t *testing.T, doc *document.Document, want ...string) {
	t.Helper()
	if got := strings.Join(drawn(doc), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("read:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
}

func style(f *excelize.File, cell, code string) error {
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		return err
	}
	return f.SetCellStyle("Sheet1", cell, cell, id)
}

func TestShownText(t *testing.T) {
	cases := []struct {
		value any
		code  string
		want  string
	}{
		{0.9424, "0.00%", "94.24%"},
		{9.475, "0.00", "9.48"},
		{5224386.5, "#,##0.00", "5,224,386.50"},
		{12345678, "0!.0,", "1234.6"},
		{45199, `yyyy"年"m"月"d"日"`, "2023年9月30日"},
		{45199, `[DBNum1][$-804]yyyy"年"m"月"d"日"`, "2023年9月30日"},
		{45199, "yyyy/m/d;@", "2023/9/30"},
		{0.5, "# ?/?", "0 1/2"},
		{"９８.６８ ", "General", "９８.６８"},
		{"第一行\n第二行", "General", "第一行第二行"},
		{"GDP\n2023", "General", "GDP 2023"},
		{true, "General", "TRUE"},
		{"甲_x000D_乙", "General", "甲乙"},
	}
	data := filled(t, func(f *excelize.File) error {
		for i, c := range cases {
			cell, _ := excelize.CoordinatesToCellName(2, i+1)
			label, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := errors.Join(f.SetCellValue("Sheet1", cell, c.value), f.SetCellValue("Sheet1", label, "项"), style(f, cell, c.code)); err != nil {
				return err
			}
		}
		return nil
	})
	table := read(t, data).Blocks[0].Table
	for i, c := range cases {
		if got := table.At(i, 1).Text; got != c.want {
			t.Errorf("%v under %s: %q, want %q", c.value, c.code, got, c.want)
		}
	}
	if lines := table.At(9, 1).Lines; len(lines) != 2 || lines[1].Text != "第二行" {
		t.Errorf("lines of a cell: %+v", lines)
	}
	if got := table.At(0, 1).Place; got.Cell != "Sheet1!B1" || got.Table != 1 || got.Row != 1 || got.Column != 2 || got.Quote != "94.24%" {
		t.Errorf("place: %+v", got)
	}
}

func TestSpansAndBlanks(t *testing.T) {
	data := filled(t, func(f *excelize.File) error {
		return errors.Join(
			rows(f, "Sheet1",
				[]any{"项目支出绩效自评表"},
				[]any{"一级指标", "三级指标", nil, "得分"},
				[]any{"产出", "甲", nil, 5},
				[]any{nil, "乙"},
				[]any{"总分", nil, nil, 5},
				[]any{"注：按比例计分。"}),
			f.MergeCell("Sheet1", "A1", "D1"), f.MergeCell("Sheet1", "A3", "A4"),
			f.MergeCell("Sheet1", "B2", "C2"), f.MergeCell("Sheet1", "A5", "C5"))
	})
	doc := read(t, data)
	wantDrawn(t, doc,
		"Sheet1!A1 项目支出绩效自评表",
		"一级指标|三级指标|得分",
		"产出|甲|5",
		"产出|乙|",
		"总分|总分|5",
		"Sheet1!A6 注：按比例计分。")
	if c := doc.Blocks[1].Table.At(2, 2); c.Place.Cell != "Sheet1!D4" {
		t.Errorf("a blank cell stands at %q", c.Place.Cell)
	}
}

func TestTablesApart(t *testing.T) {
	data := filled(t, func(f *excelize.File) error {
		return rows(f, "Sheet1",
			[]any{"名称", "数"}, []any{"甲", 1}, nil, nil,
			[]any{"一", "二", "三"}, []any{1, 2, 3}, nil,
			[]any{4, 5, 6})
	})
	doc := read(t, data)
	if len(doc.Blocks) != 2 || doc.Blocks[0].Table.Columns != 2 || doc.Blocks[1].Table.Rows != 3 {
		t.Errorf("tables: %q", drawn(doc))
	}
}

func TestHiddenIsTold(t *testing.T) {
	data := filled(t, func(f *excelize.File) error {
		if _, err := f.NewSheet("底稿"); err != nil {
			return err
		}
		if _, err := f.NewSheet("空表"); err != nil {
			return err
		}
		return errors.Join(
			rows(f, "Sheet1", []any{"甲", "乙", "丙"}, []any{1, 2, 3}),
			rows(f, "底稿", []any{"丁", "戊"}),
			f.SetRowVisible("Sheet1", 2, false), f.SetColVisible("Sheet1", "B", false),
			f.SetSheetVisible("底稿", false), f.SetSheetVisible("空表", false))
	})
	doc := read(t, data)
	wantDrawn(t, doc, "甲|乙|丙", "1|2|3", "丁|戊")
	if len(doc.Notes) != 1 || doc.Notes[0].Code != document.HiddenContent {
		t.Fatalf("notes: %+v", doc.Notes)
	}
	for _, part := range []string{"“Sheet1”中1行", "“Sheet1”中1列", "工作表“底稿”"} {
		if !strings.Contains(doc.Notes[0].Says.ZH, part) {
			t.Errorf("the note %q does not tell of %s", doc.Notes[0].Says.ZH, part)
		}
	}
	if strings.Contains(doc.Notes[0].Says.ZH, "空表") {
		t.Error("an empty sheet that is hidden is told of")
	}
}

func TestFormulas(t *testing.T) {
	data := filled(t, func(f *excelize.File) error { // the library stores no results
		return errors.Join(
			rows(f, "Sheet1", []any{"合计", 9.48, 49.2}),
			f.SetCellFormula("Sheet1", "D1", "SUM(B1:C1)"),
			f.SetCellFormula("Sheet1", "E1", "NOSUCHFUNCTION(B1)"))
	})
	doc := read(t, data)
	wantDrawn(t, doc, "合计|9.48|49.2|58.68|")
	if len(doc.Notes) != 1 || doc.Notes[0].Code != document.Damaged || doc.Notes[0].Place.Cell != "Sheet1!E1" {
		t.Errorf("notes: %+v", doc.Notes)
	}
	if doubt := doc.Blocks[0].Table.At(0, 4).Doubt; doubt == "" {
		t.Error("a formula without result is not doubted")
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
	sound := filled(t, func(f *excelize.File) error { return rows(f, "Sheet1", []any{"甲", "乙"}) })
	locked := filled(t, func(f *excelize.File) error { return rows(f, "Sheet1", []any{"甲"}) })
	locked, err := excelize.Encrypt(locked, &excelize.Options{Password: "密"})
	if err != nil {
		t.Fatal(err)
	}
	over := filled(t, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "A1", strings.Repeat("字", 30000)) })
	for _, c := range []struct {
		name   string
		data   []byte
		limits document.Limits
		want   document.Code
	}{
		{"encrypted", locked, document.Limits{}, document.Encrypted},
		{"cut", sound[:len(sound)/2], document.Limits{}, document.Damaged},
		{"bytes", sound, document.Limits{Bytes: 100}, document.TooLarge},
		{"unpacked", over, document.Limits{Unpacked: 50000}, document.TooLarge},
	} {
		if !xlsx.Sniff(c.data) {
			t.Errorf("%s: not told as a workbook", c.name)
		}
		if _, err := xlsx.Read(t.Context(), c.data, c.limits); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := xlsx.Read(ended, sound, document.Limits{}); codeOf(err) != document.Timeout {
		t.Errorf("after its time: %v", err)
	}
}

func TestSniffLeavesOthers(t *testing.T) {
	for _, data := range []string{"", "PK", "PK\x03\x04", "%PDF-1.7", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook"} {
		if xlsx.Sniff([]byte(data)) {
			t.Errorf("%q is taken for a workbook", data)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../testdata/formats/clinic.xlsx")
	if err != nil {
		b.Skip(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := xlsx.Read(b.Context(), data, document.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(filled(f, func(f *excelize.File) error {
		return errors.Join(rows(f, "Sheet1", []any{"甲", 1.5, true}), f.MergeCell("Sheet1", "A1", "B1"))
	}))
	if data, err := os.ReadFile("../../testdata/formats/clinic.xlsx"); err == nil {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if xlsx.Sniff(data) {
			checkRead(t, data)
		}
	})
}

// checkRead reads whatever comes: it must not panic, and tables must hold together.
func checkRead(t *testing.T, data []byte) {
	doc, err := xlsx.Read(t.Context(), data, document.Limits{Bytes: 1 << 20, Unpacked: 1 << 22})
	if err != nil {
		if codeOf(err) == "" {
			t.Errorf("an error that is no Trouble: %v", err)
		}
		return
	}
	for _, b := range doc.Blocks {
		if b.Table == nil {
			continue
		}
		seen := make([]bool, b.Table.Rows*b.Table.Columns)
		for _, c := range b.Table.Cells {
			for r := c.Row; r < c.Row+c.RowSpan; r++ {
				for k := c.Column; k < c.Column+c.ColumnSpan; k++ {
					at := r*b.Table.Columns + k
					if r >= b.Table.Rows || k >= b.Table.Columns || seen[at] {
						t.Fatalf("cell %+v leaves the table or overlaps", c)
					}
					seen[at] = true
				}
			}
		}
	}
}
