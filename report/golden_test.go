package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func printed(t *testing.T, format string, o Options, results ...*Result) string {
	t.Helper()
	f, ok := FormatOf(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	var out bytes.Buffer
	w := f.New(&out, &o)
	for _, r := range results {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestGoldens(t *testing.T) {
	for _, test := range []struct {
		golden, format string
		options        Options
		results        []*Result
	}{
		{"text.zh", "text", Options{Passed: 2}, []*Result{checked(), unreadable()}},
		{"text.en", "text", Options{Lang: "en"}, []*Result{checked(), unreadable()}},
		{"text.color", "text", Options{Color: true}, []*Result{checked()}},
		{"one.json", "json", Options{}, []*Result{checked()}},
		{"many.en.json", "json", Options{Lang: "en", Many: true}, []*Result{unreadable(), unreadable()}},
		{"many.jsonl", "jsonl", Options{}, []*Result{checked(), unreadable()}},
	} {
		t.Run(test.golden, func(t *testing.T) {
			golden(t, test.golden, printed(t, test.format, test.options, test.results...))
		})
	}
}

func TestWorkbook(t *testing.T) {
	for lang, name := range map[string]string{"zh": "workbook.zh", "en": "workbook.en"} {
		text := printed(t, "xlsx", Options{Lang: lang}, checked(), unreadable())
		book, err := excelize.OpenReader(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name, dump(t, book))
	}
}

// dump writes each cell that holds something as it is shown, and formulas behind a mark.
func dump(t *testing.T, book *excelize.File) string {
	var b strings.Builder
	for _, sheet := range book.GetSheetList() {
		b.WriteString("== " + sheet + "\n")
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, _ := book.GetCellFormula(sheet, at)
				kind, _ := book.GetCellType(sheet, at)
				switch {
				case formula != "":
					b.WriteString(at + " formula " + formula + "\n")
				case row[c] != "" && kind == excelize.CellTypeUnset:
					b.WriteString(at + " number " + row[c] + "\n")
				case row[c] != "":
					b.WriteString(at + " " + row[c] + "\n")
				}
			}
		}
	}
	return b.String()
}

func TestJSONIsReadableBack(t *testing.T) {
	for _, many := range []bool{false, true} {
		for n := range 3 {
			if !many && n != 1 {
				continue
			}
			var got any
			text := printed(t, "json", Options{Many: many}, []*Result{checked(), unreadable()}[:n]...)
			if err := json.Unmarshal([]byte(text), &got); err != nil {
				t.Errorf("many %v, %d results: %v in %s", many, n, err, text)
			}
			if list, isList := got.([]any); isList != many || many && len(list) != n {
				t.Errorf("many %v, %d results: got %T of %d", many, n, got, len(list))
			}
		}
	}
}
