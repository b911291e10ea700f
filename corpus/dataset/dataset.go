// Package dataset writes the results of a run as tables for researchers (数据集): results come in one after the
// other, and a folder of tables goes out, as JSON Lines, CSV or Parquet, with a Frictionless data package
// descriptor and a card that say what each column is. Every figure stands twice: as it was printed, and in
// one unit (元, a ratio, points) as an exact decimal. Rows have ids that another run of the same files gives
// them again. It judges nothing.
package dataset

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"fuhe/extract/document"
	"fuhe/report"
)

// Format is one way to write a table.
type Format struct {
	ID    string // json lines, csv, parquet: the file's extension too
	Media string // media type
	open  func(t Table, path string) (sink, error)
}

// Formats lists the ways to write a table.
func Formats() []Format {
	return []Format{
		{"jsonl", "application/x-ndjson", openLines},
		{"csv", "text/csv", openCSV},
		{"parquet", "application/vnd.apache.parquet", openParquet},
	}
}

// FormatOf finds the format of that name.
func FormatOf(id string) (Format, bool) {
	for _, f := range Formats() {
		if f.ID == id {
			return f, true
		}
	}
	return Format{}, false
}

// Table is one table of the dataset.
type Table struct {
	Name string
	Doc  document.Message
	zero any // a row, for its columns
	rows func(d numbered) []any
}

// numbered is a result with the id of its document.
type numbered struct {
	id string
	*report.Result
}

// sink takes the rows of one table.
type sink interface {
	write(rows []any) error
	close() error
}

// Export writes all tables, the descriptor and the card into the folder and returns the number of rows of
// each table, in their order.
func Export(results iter.Seq2[*report.Result, error], dir string, f Format, lang string) ([]int, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	tables := Tables()
	sinks := make([]sink, 0, len(tables))
	for _, t := range tables {
		s, err := f.open(t, filepath.Join(dir, t.Name+"."+f.ID))
		if err != nil {
			return nil, closing(sinks, err)
		}
		sinks = append(sinks, s)
	}
	counts, err := fill(results, tables, sinks)
	if err := closing(sinks, err); err != nil {
		return nil, err
	}
	return counts, describe(dir, f, tables, counts, lang)
}

func fill(results iter.Seq2[*report.Result, error], tables []Table, sinks []sink) ([]int, error) {
	counts := make([]int, len(tables))
	for r, err := range results {
		if err != nil {
			return nil, err
		}
		d := numbered{report.DocumentID(r), r}
		for i, t := range tables {
			rows := t.rows(d)
			counts[i] += len(rows)
			if err := sinks[i].write(rows); err != nil {
				return nil, fmt.Errorf("%s: %w", t.Name, err)
			}
		}
	}
	return counts, nil
}

// closing ends all sinks; the first error counts.
func closing(sinks []sink, err error) error {
	for _, s := range sinks {
		if e := s.close(); err == nil {
			err = e
		}
	}
	return err
}
