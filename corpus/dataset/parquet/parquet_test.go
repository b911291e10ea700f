package parquet_test

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	reader "github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"

	"fuhe/corpus/dataset/parquet"
)

// table is a table as it is written, or as another library read it.
type table struct {
	columns []parquet.Column
	rows    [][]any
}

func (x table) written(t rapid.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	w := parquet.NewWriter(&out, x.columns)
	for _, row := range x.rows {
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readBack reads a file with the library that reads all of Parquet.
func readBack(t rapid.TB, file []byte) (x table, groups int) {
	t.Helper()
	opened, err := reader.OpenFile(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range opened.Schema().Fields() {
		x.columns = append(x.columns, column(f))
	}
	for _, g := range opened.RowGroups() {
		rows := g.Rows()
		buffer := make([]reader.Row, 100)
		for err = nil; err == nil; {
			var n int
			n, err = rows.ReadRows(buffer)
			for _, row := range buffer[:n] {
				x.rows = append(x.rows, cells(x.columns, row))
			}
		}
		rows.Close()
	}
	return x, len(opened.RowGroups())
}

func column(f reader.Field) parquet.Column {
	c := parquet.Column{Name: f.Name(), Optional: f.Optional()}
	var precision int
	switch {
	case f.Type().String() == "STRING":
		c.Kind = parquet.Text
	case f.Type().Kind() == reader.Int32:
		c.Kind = parquet.Integer
	case f.Type().Kind() == reader.Boolean:
		c.Kind = parquet.Truth
	default:
		c.Kind = parquet.Decimal
		fmt.Sscanf(f.Type().String(), "DECIMAL(%d,%d)", &precision, &c.Scale)
	}
	return c
}

func cells(columns []parquet.Column, row reader.Row) []any {
	all := make([]any, len(row))
	for i, v := range row {
		switch {
		case v.IsNull():
		case columns[i].Kind == parquet.Text:
			all[i] = string(v.ByteArray())
		case columns[i].Kind == parquet.Integer:
			all[i] = v.Int32()
		case columns[i].Kind == parquet.Truth:
			all[i] = v.Boolean()
		default:
			all[i] = v.Int64()
		}
	}
	return all
}

// drawn is a table of any columns and rows.
func drawn(t *rapid.T) (x table) {
	for i := range rapid.IntRange(1, 20).Draw(t, "columns") {
		c := parquet.Column{Name: fmt.Sprintf("列%d", i), Kind: parquet.Kind(rapid.IntRange(0, 3).Draw(t, "kind")), Optional: rapid.Bool().Draw(t, "optional")}
		if c.Kind == parquet.Decimal {
			c.Scale = rapid.IntRange(1, 8).Draw(t, "scale")
		}
		x.columns = append(x.columns, c)
	}
	for range rapid.IntRange(0, 40).Draw(t, "rows") {
		row := make([]any, len(x.columns))
		for i, c := range x.columns {
			if !c.Optional || rapid.Bool().Draw(t, "there") {
				row[i] = cell(t, c.Kind)
			}
		}
		x.rows = append(x.rows, row)
	}
	return x
}

func cell(t *rapid.T, k parquet.Kind) any {
	switch k {
	case parquet.Text:
		return rapid.String().Draw(t, "text")
	case parquet.Integer:
		return rapid.Int32().Draw(t, "integer")
	case parquet.Truth:
		return rapid.Bool().Draw(t, "truth")
	}
	return rapid.Int64().Draw(t, "decimal")
}

func TestAnotherReaderFindsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawn(t)
		got, _ := readBack(t, want.written(t))
		if diff := cmp.Diff(want.columns, got.columns); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(want.rows, got.rows); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestManyRowsStandInGroups writes more than one group of rows holds.
func TestManyRowsStandInGroups(t *testing.T) {
	want := table{columns: []parquet.Column{{Name: "n", Kind: parquet.Integer, Optional: true}, {Name: "even", Kind: parquet.Truth}}}
	for i := range int32(120_000) {
		row := []any{i, i%2 == 0}
		if i%1000 < 10 {
			row[0] = nil
		}
		want.rows = append(want.rows, row)
	}
	got, groups := readBack(t, want.written(t))
	if diff := cmp.Diff(want.rows, got.rows); diff != "" {
		t.Error(diff)
	}
	if groups != 3 {
		t.Errorf("%d groups", groups)
	}
}

func TestSameRowsMakeTheSameBytes(t *testing.T) {
	x := table{[]parquet.Column{{Name: "a"}, {Name: "b", Kind: parquet.Decimal, Optional: true, Scale: 2}}, [][]any{{"一", int64(1)}, {"", nil}}}
	if !bytes.Equal(x.written(t), x.written(t)) {
		t.Error("other bytes")
	}
}

func TestWriteRefuses(t *testing.T) {
	columns := []parquet.Column{{Name: "a", Kind: parquet.Integer}, {Name: "b", Optional: true}}
	for what, row := range map[string][]any{
		"a cell of another type":            {"1", "一"},
		"a cell too few":                    {int32(1)},
		"a cell too many":                   {int32(1), "一", "二"},
		"nothing where a value is required": {nil, "一"},
	} {
		w := parquet.NewWriter(new(bytes.Buffer), columns)
		if err := w.Write(row); err == nil {
			t.Errorf("%s is written", what)
		}
		if w.Write([]any{int32(1), "一"}) == nil || w.Close() == nil {
			t.Errorf("%s is forgotten", what)
		}
	}
}

// full is a disk with no room.
type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestCloseTellsThatTheDiskIsFull(t *testing.T) {
	w := parquet.NewWriter(full{}, []parquet.Column{{Name: "a"}})
	if err := errors.Join(w.Write([]any{"一"}), w.Close()); !errors.Is(err, errFull) {
		t.Error(err)
	}
}
