package dataset_test

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"fuhe/corpus"
	"fuhe/corpus/dataset"
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// results are the samples' results, and one of a file that could not be read.
func results(t testing.TB, paths ...string) iter.Seq2[*report.Result, error] {
	return func(yield func(*report.Result, error) bool) {
		for o := range corpus.Checking("").Each(t.Context(), corpus.Gather(paths, nil), 2) {
			if !yield(o.Result, nil) {
				return
			}
		}
	}
}

const clinic = "../../testdata/project/clinic.pdf"

func export(t testing.TB, id string, all iter.Seq2[*report.Result, error]) string {
	t.Helper()
	f, ok := dataset.FormatOf(id)
	if !ok {
		t.Fatal(id)
	}
	dir := t.TempDir()
	if _, err := dataset.Export(all, dir, f, "zh"); err != nil {
		t.Fatal(err)
	}
	return dir
}

// objects reads a table of JSON Lines.
func objects(t testing.TB, dir, table string) (all []map[string]any) {
	t.Helper()
	file, err := os.Open(filepath.Join(dir, table+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var row map[string]any
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		all = append(all, row)
	}
	return all
}

// pick is some columns of a row, by name.
func pick(row map[string]any, names ...string) string {
	var cells []string
	for _, n := range names {
		cells = append(cells, fmt.Sprint(row[n]))
	}
	return strings.Join(cells, " ")
}

func TestFiguresStandAsPrintedAndInOneUnit(t *testing.T) {
	dir := export(t, "jsonl", results(t, clinic))
	funds := objects(t, dir, "funds")
	got := pick(funds[0], "budget", "budget_yuan", "spent", "spent_yuan", "rate", "rate_ratio", "weight", "score", "part")
	if want := "842.50 8425000 798.36 7983600 94.76% 0.9476 10 9.48 false"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, row := range objects(t, dir, "indicators") {
		if row["name"] == "基层医护人员培训人次" {
			got = pick(row, "target", "target_bound", "target_value", "target_unit", "actual", "actual_value", "weight", "score", "due_low", "due_high", "completion", "page")
		}
	}
	if want := "≥300人次 >= 300 人次 276人次 276 10 9.2 9.2 9.2 0.92 1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	forms := objects(t, dir, "forms")
	if got, want := pick(forms[0], "unit", "year", "score", "score_points", "errors"), "云岭县卫生健康事务中心 2023 98.98 98.98 "; !strings.HasPrefix(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestFormatsHoldTheSame compares the cells of all three formats.
func TestFormatsHoldTheSame(t *testing.T) {
	paths := []string{clinic, "../../testdata/tabbed/eight.txt", "../../testdata/formats/clinic.xlsx", "no such file"}
	lines, separated, columnar := export(t, "jsonl", results(t, paths...)), export(t, "csv", results(t, paths...)), export(t, "parquet", results(t, paths...))
	for _, table := range dataset.Tables() {
		want := objects(t, lines, table.Name)
		if len(want) == 0 {
			t.Errorf("%s is empty", table.Name)
		}
		for i, row := range cells(t, separated, table.Name) {
			for name, value := range row {
				printed := ""
				if v, ok := want[i][name]; ok {
					printed = fmt.Sprint(v)
				}
				if strings.TrimPrefix(value, "'") != printed && value != printed {
					t.Errorf("%s row %d, %s: CSV %q, JSON %q", table.Name, i, name, value, printed)
				}
			}
		}
		for i, row := range packed(t, columnar, table.Name) {
			if diff := cmp.Diff(fmt.Sprint(want[i]), fmt.Sprint(row)); diff != "" {
				t.Errorf("%s row %d: %s", table.Name, i, diff)
			}
		}
	}
}

func cells(t *testing.T, dir, table string) (all []map[string]string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, table+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		one := map[string]string{}
		for i, name := range rows[0] {
			one[name] = row[i]
		}
		all = append(all, one)
	}
	return all
}

// packed reads a Parquet table by its own schema, with decimals as the JSON has them.
func packed(t *testing.T, dir, table string) (all []map[string]any) {
	t.Helper()
	file, err := os.Open(filepath.Join(dir, table+".parquet"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	opened, err := parquet.OpenFile(file, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	fields := opened.Schema().Fields()
	rows := opened.RowGroups()
	for _, group := range rows {
		reader := group.Rows()
		defer reader.Close()
		buffer := make([]parquet.Row, 100)
		for {
			n, err := reader.ReadRows(buffer)
			for _, row := range buffer[:n] {
				one := map[string]any{}
				for _, v := range row {
					f := fields[v.Column()]
					if v.IsNull() {
						continue
					}
					one[f.Name()] = value(f, v)
				}
				all = append(all, one)
			}
			if err != nil {
				break
			}
		}
	}
	return all
}

func value(f parquet.Field, v parquet.Value) any {
	var precision, scale int
	if n, _ := fmt.Sscanf(f.Type().String(), "DECIMAL(%d,%d)", &precision, &scale); n == 2 {
		r := new(big.Rat).SetFrac(big.NewInt(v.Int64()), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil))
		return strings.TrimSuffix(strings.TrimRight(r.FloatString(scale), "0"), ".")
	}
	switch v.Kind() {
	case parquet.ByteArray:
		return string(v.ByteArray())
	case parquet.Boolean:
		return v.Boolean()
	}
	return float64(v.Int32())
}

// TestIdsAreUniqueAndFound holds the keys that the descriptor promises.
func TestIdsAreUniqueAndFound(t *testing.T) {
	dir := export(t, "jsonl", results(t, "../../testdata/tabbed", "../../testdata/formats"))
	data, err := os.ReadFile(filepath.Join(dir, dataset.DescriptorName))
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		Resources []struct {
			Name   string
			Rows   int
			Schema struct {
				Fields      []struct{ Name, Type, Description string }
				PrimaryKey  []string
				ForeignKeys []struct {
					Fields    []string
					Reference struct{ Resource string }
				}
			}
		}
	}
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	keys := map[string]map[string]bool{}
	for _, r := range d.Resources {
		keys[r.Name] = map[string]bool{}
		rows := objects(t, dir, r.Name)
		if len(rows) != r.Rows || r.Rows == 0 {
			t.Errorf("%s: %d rows, %d described", r.Name, len(rows), r.Rows)
		}
		for _, row := range rows {
			key := fmt.Sprint(row[r.Schema.PrimaryKey[0]])
			if keys[r.Name][key] {
				t.Errorf("%s: two rows %s", r.Name, key)
			}
			keys[r.Name][key] = true
			for _, f := range r.Schema.ForeignKeys {
				if to := fmt.Sprint(row[f.Fields[0]]); !keys[f.Reference.Resource][to] {
					t.Errorf("%s: no %s %s", r.Name, f.Reference.Resource, to)
				}
			}
		}
		for _, f := range r.Schema.Fields {
			if f.Description == "" || f.Name == "" {
				t.Errorf("%s: column %q is not described", r.Name, f.Name)
			}
		}
	}
}

// TestFormulaLikeTextIsInert has a report whose words a spreadsheet would run.
func TestFormulaLikeTextIsInert(t *testing.T) {
	evil := func(yield func(*report.Result, error) bool) {
		f := &form.Form{Unit: "=cmd|' /C calc'!A0", Indicators: []form.Indicator{{Name: "@SUM(A1)", Target: form.Entry{Text: "-5%"}}}}
		yield(&report.Result{Source: report.Source{Path: "+x"}, Reports: []*finding.Report{{Form: f}},
			Notes: []document.Note{{Code: document.NoForm}}}, nil)
	}
	dir := export(t, "csv", evil)
	for table, columns := range map[string][]string{"documents": {"path"}, "forms": {"unit"}, "indicators": {"name", "target"}} {
		for _, c := range columns {
			if got := cells(t, dir, table)[0][c]; got[0] != '\'' {
				t.Errorf("%s.%s: %q", table, c, got)
			}
		}
	}
}

func BenchmarkExport(b *testing.B) {
	var one *report.Result
	for r := range results(b, clinic) {
		one = r
	}
	many := func(yield func(*report.Result, error) bool) {
		for range 1000 {
			if !yield(one, nil) {
				return
			}
		}
	}
	for _, f := range dataset.Formats() {
		b.Run(f.ID, func(b *testing.B) {
			for b.Loop() {
				export(b, f.ID, many)
			}
		})
	}
}
