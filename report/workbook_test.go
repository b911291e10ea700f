package report

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/score/finding"
)

// opened is the workbook that the results make.
func opened(t *testing.T, o Options, results ...*Result) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(strings.NewReader(printed(t, "xlsx", o, results...)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// under finds the cell of a row under a head.
func under(t *testing.T, book *excelize.File, sheet, head string, row int) string {
	t.Helper()
	rows, err := book.GetRows(sheet)
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %v", sheet, err)
	}
	for i, title := range rows[0] {
		if title == head {
			return ref(i+1, row)
		}
	}
	t.Fatalf("%s has no column %s: %q", sheet, head, rows[0])
	return ""
}

func TestRecomputationIsLive(t *testing.T) {
	book := opened(t, Options{}, checked())
	for _, test := range []struct {
		row                        int
		name, formula, shown, mark string
	}{
		{2, "年度资金总额", "G2/F2", "91.7083%", "?"},
		{3, "年度资金总额", "MIN(I3,I3*G3/F3)", "9.1708", "✓"},
		{4, "=走访企业", "MIN(I4,I4*G4/F4)", "7.50", "✗"},
		{5, "服务环境", "", "", "—"},
	} {
		at := func(head string) string {
			v, err := book.GetCellValue("重算过程", under(t, book, "重算过程", head, test.row))
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		formula, _ := book.GetCellFormula("重算过程", under(t, book, "重算过程", "重算", test.row))
		if at("指标") != test.name || formula != test.formula || !strings.HasPrefix(at("重算"), test.shown) || at("核对") != test.mark {
			t.Errorf("row %d: got %q %q %q %q, want %+v", test.row, at("指标"), formula, at("重算"), at("核对"), test)
		}
	}
}

func TestFindingsHoldLiveFigures(t *testing.T) {
	book := opened(t, Options{}, checked())
	get := func(head string, row int) (value, formula string) {
		at := under(t, book, "问题清单", head, row)
		value, _ = book.GetCellValue("问题清单", at)
		formula, _ = book.GetCellFormula("问题清单", at)
		return value, formula
	}
	if value, formula := get("重算数", 2); value != "7.5" || formula != "ROUND(10*900/1200,1)" {
		t.Errorf("due: %q %q", value, formula)
	}
	if value, formula := get("差异", 2); value != "2.00" || formula != "ROUND(H2-I2,2)" {
		t.Errorf("difference: %q %q", value, formula)
	}
	if value, _ := get("填报数", 3); value != "91.72%" {
		t.Errorf("printed: %q", value)
	}
	if value, formula := get("汇总", 2); value != "A-0001" || formula != `HYPERLINK("#'汇总'!A2","A-0001")` {
		t.Errorf("way back: %q %q", value, formula)
	}
	if _, formula := get("重算过程", 2); formula != `HYPERLINK("#'重算过程'!A4","D-0003")` {
		t.Errorf("way to the row: %q", formula)
	}
}

func TestCheckForm(t *testing.T) {
	book := opened(t, Options{}, checked())
	got := map[string]string{}
	for row := 2; row < 2+len(checkItems()); row++ {
		item, _ := book.GetCellValue("检查表", under(t, book, "检查表", "检查内容", row))
		got[item], _ = book.GetCellValue("检查表", under(t, book, "检查表", "符合要求", row))
	}
	for item, want := range map[string]string{"预算执行": "否", "指标得分": "否", "分值权重": "未核对", "偏差说明": "未核对"} {
		if got[item] != want {
			t.Errorf("%s: got %s, want %s", item, got[item], want)
		}
	}
}

func TestNoTextOfAReportBecomesAFormula(t *testing.T) {
	hostile := []string{"=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")", "\t=1+1"}
	for _, text := range hostile {
		r := checked()
		r.Source.Name, r.Source.Path = text, text
		f := r.Reports[0]
		f.Form.Unit, f.Form.Project, f.Rulebook = text, text, text
		f.Form.Total.Score.Text, f.Form.Total.Grade.Text = text, text
		for i := range f.Form.Indicators {
			x := &f.Form.Indicators[i]
			x.Name, x.Level1, x.Level2, x.Reason.Text, x.Target.Text, x.Actual.Text = text, text, text, text, text, text
		}
		for i := range f.Findings {
			x := &f.Findings[i]
			x.Subject, x.Printed, x.Due, x.Working, x.Place.Quote = text, text, text, text, text
			x.Says = say(text, text)
		}
		r.Document = tableOfTexts(text)
		book := opened(t, Options{}, r)
		ours := regexp.MustCompile(`^(HYPERLINK\("#'(汇总|检查表|问题清单|重算过程|未能核对)'!A\d+","([A-E]-\d{4}|[\p{Han}]+)"\)|IF\([A-Z]+\d+=.*\)|(ROUND|ROUNDDOWN|MIN|SUM)\([A-Z0-9.,()*/+: -]*(MAX|MIN)?.*\)|[A-Z]\d+([*/][A-Z0-9]+)*)$`)
		for _, sheet := range book.GetSheetList() {
			rows, _ := book.GetRows(sheet)
			for r := range rows {
				for c := range rows[r] {
					formula, _ := book.GetCellFormula(sheet, ref(c+1, r+1))
					if formula != "" && (!ours.MatchString(formula) || strings.Contains(formula, "cmd") || strings.Contains(formula, "http")) {
						t.Errorf("%q: %s %s holds the formula %s", text, sheet, ref(c+1, r+1), formula)
					}
				}
			}
		}
	}
}

func tableOfTexts(text string) *document.Document {
	cell := func(row, column int, s string) document.Cell {
		return document.Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1, Text: s, Place: document.Place{Page: 1, Table: 1, Row: row + 1, Column: column + 1}}
	}
	head := cell(0, 0, "标题")
	head.ColumnSpan = 2
	return &document.Document{Blocks: []document.Block{{Table: &document.Table{Number: 1, Rows: 2, Columns: 2,
		Cells: []document.Cell{head, cell(1, 0, text), cell(1, 1, "9.50")}}}}}
}

func TestTablesAreRestored(t *testing.T) {
	r := checked()
	r.Document = tableOfTexts("得分")
	r.Reports[0].Findings[1].Place = at(1, 2, 2, "9.50")
	book := opened(t, Options{}, r)
	merged, err := book.GetMergeCells("表格_01")
	if err != nil || len(merged) != 1 || merged[0].GetStartAxis()+":"+merged[0].GetEndAxis() != "A3:B3" {
		t.Errorf("merges: %v %v", merged, err)
	}
	comments, err := book.GetComments("表格_01")
	if err != nil || len(comments) != 1 || comments[0].Cell != "B4" || !strings.Contains(comments[0].Text+fmt.Sprint(comments[0].Paragraph), "SCR-01") {
		t.Errorf("comments: %+v %v", comments, err)
	}
	if v, _ := book.GetCellValue("表格_01", "B4"); v != "9.50" {
		t.Errorf("a figure is shown as %q", v)
	}
	if many := opened(t, Options{Many: true}, r); len(many.GetSheetList()) != 6 {
		t.Errorf("tables in a workpaper of many: %v", many.GetSheetList())
	}
}

// TestFullSheetsGoOn has every form's rows stand together, in a second sheet when the first is full.
func TestFullSheetsGoOn(t *testing.T) {
	var out bytes.Buffer
	w := newWorkbook(&out, &Options{Many: true}).(*workbook)
	w.most = 8
	for range 4 {
		if err := w.Write(checked()); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("问题清单 (2)")
	if err != nil || len(rows) != 7 || rows[0][0] != "索引号" || rows[1][0] != "C-0007" {
		t.Errorf("second sheet: %q %v", rows, err)
	}
	formula, _ := book.GetCellFormula("汇总", "M6")
	if formula != `HYPERLINK("#'问题清单 (2)'!A2","C-0007")` {
		t.Errorf("the third form leads to %s", formula)
	}
}

func TestTheSameResultsMakeTheSameBytes(t *testing.T) {
	first := printed(t, "xlsx", Options{Many: true}, checked(), unreadable(), checked())
	for range 5 {
		if printed(t, "xlsx", Options{Many: true}, checked(), unreadable(), checked()) != first {
			t.Fatal("other bytes")
		}
	}
}

func TestSectionsStandBehind(t *testing.T) {
	o := Options{Many: true, Sections: []Section{{Name: say("组合分析", "Portfolio"), Columns: []SectionColumn{{say("单位", "unit"), 20}, {say("数", "n"), 8}, {say("级别", "level"), 8}},
		Rows: func(yield func([]any) bool) {
			yield([]any{"=1+1", entry("9.50", "9.50", "", document.Place{}), finding.Error})
		}}}}
	book := opened(t, o, checked())
	rows, err := book.GetRows("组合分析")
	if err != nil || len(rows) != 2 || strings.Join(rows[1], "|") != "=1+1|9.50|错误" {
		t.Errorf("%q %v", rows, err)
	}
}

// TestLibreOfficeComputesTheSame has another program compute all formulas, and holds what it comes to
// against what the workbook was written with.
func TestLibreOfficeComputesTheSame(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no soffice")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "paper.xlsx")
	r := checked()
	r.Document = tableOfTexts("得分")
	if err := os.WriteFile(path, []byte(printed(t, "xlsx", Options{}, r, unreadable())), 0o600); err != nil {
		t.Fatal(err)
	}
	same(t, office, path)
}

// same recomputes the workbook and compares every formula's value.
func same(t *testing.T, office, path string) {
	t.Helper()
	out := t.TempDir()
	c := exec.Command(office, "-env:UserInstallation=file://"+t.TempDir(), "--headless", "--convert-to", "xlsx", "--outdir", out, path)
	if said, err := c.CombinedOutput(); err != nil {
		t.Skipf("soffice: %v %s", err, said)
	}
	ours, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := excelize.OpenFile(filepath.Join(out, filepath.Base(path)))
	if err != nil {
		t.Fatal(err)
	}
	formulas := 0
	for _, sheet := range ours.GetSheetList() {
		want, err := ours.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		got, err := theirs.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range want {
			for c, value := range row {
				at := ref(c+1, r+1)
				formula, _ := ours.GetCellFormula(sheet, at)
				if formula == "" {
					continue
				}
				formulas++
				if r >= len(got) || c >= len(got[r]) || !close(value, got[r][c]) {
					t.Errorf("%s %s =%s: we say %q, LibreOffice %q", sheet, at, formula, value, got[r][min(c, len(got[r])-1)])
				}
			}
		}
	}
	if formulas < 20 {
		t.Errorf("only %d formulas", formulas)
	}
	t.Logf("%d formulas", formulas)
}

func close(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	return a == b || errA == nil && errB == nil && math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
}

func TestArithmeticOfWorkings(t *testing.T) {
	for _, test := range []struct{ working, formula, value string }{
		{"10 × 900 ÷ 1200 = 7.5", "10*900/1200", "15/2"},
		{"(6 − 4.70) ÷ 0.5 = 2.6", "(6-4.70)/0.5", "13/5"},
		{"9.48 + 10 = 19.48", "9.48+10", "487/25"},
		{"10 × 91.71% = 9.171", "10*91.71%", "9171/1000"},
		{"10 × (1 − 5%) = 9.5", "10*(1-5%)", "19/2"},
		{"1,200.50 ÷ 2", "1200.50/2", "2401/4"},
		{"5 − (3 − 1)", "5-(3-1)", "3"},
		{"8 ÷ (4 × 2)", "8/(4*2)", "1"},
		{"3 ÷ 0", "", ""},
		{"52 ≠ 56", "", ""},
		{"98.5 → 优", "", ""},
		{"a + 1", "", ""},
		{"=1+1", "", ""},
		{"1 = 2 = 3", "", ""},
		{"1..2 + 3", "", ""},
		{"10 × 60%～80% = 6～8", "", ""},
		{strings.Repeat("(", 400) + "1" + strings.Repeat(")", 400), "", ""},
		{"", "", ""},
	} {
		got, ok := arithmetic(test.working, nil)
		if ok != (test.formula != "") || ok && (got.formula != test.formula || got.value.RatString() != test.value) {
			t.Errorf("%q: got %q %v %v", test.working, got.formula, got.value, ok)
		}
	}
}

func BenchmarkWorkpaperOfThousand(b *testing.B) {
	r := checked()
	for b.Loop() {
		w := newWorkbook(io.Discard, &Options{Many: true})
		for range 1000 {
			if err := w.Write(r); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
