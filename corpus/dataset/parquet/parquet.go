// Package parquet writes a flat table as an Apache Parquet file: columns and rows come in, and a file goes out
// that DuckDB, pandas and R open. It writes what a dataset holds, texts, whole numbers, truths and decimals, any
// of which may be missing, and reads nothing.
//
// It puts files together of what parquet-go encodes. That library's own writer would bring 80 packages and 10 MB
// into the program, for types and packings of which a dataset needs none, and every run starts with them; the
// tests read by it.
package parquet

import (
	"bufio"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go/format"
)

// Kind is what the cells of a column are.
type Kind int

// The kinds of cells, with the Go type that Write takes for them.
const (
	Text    Kind = iota // string, in UTF-8
	Integer             // int32
	Truth               // bool
	Decimal             // int64, a count of units of the last decimal
)

// Column is a column of the table.
type Column struct {
	Name     string
	Kind     Kind
	Optional bool // cells may be missing
	Scale    int  // decimals of a Decimal
}

// precision is how many digits a Decimal has: as many as every int64 of so many digits holds.
const precision = 18

// A group of rows is held in memory until it has so many rows or bytes.
const (
	groupRows  = 50_000
	groupBytes = 32 << 20
)

// magic stands at both ends of a file.
const magic = "PAR1"

// Writer writes the rows of one table. Its first error stays.
type Writer struct {
	out     *bufio.Writer
	offset  int64
	columns []Column
	now     []chunk // of the rows that are not yet written
	rows    int     // of now
	groups  []format.RowGroup
	err     error
}

// NewWriter begins a file.
func NewWriter(w io.Writer, columns []Column) *Writer {
	p := &Writer{out: bufio.NewWriter(w), columns: columns, now: make([]chunk, len(columns))}
	p.put([]byte(magic))
	return p
}

// Write adds a row: a cell for each column, of the type that its kind asks for, or nil where it is missing.
func (w *Writer) Write(cells []any) error {
	if w.err == nil && len(cells) != len(w.columns) {
		w.err = fmt.Errorf("parquet: a row of %d cells under %d columns", len(cells), len(w.columns))
	}
	size := 0
	for i, cell := range cells {
		if w.err != nil {
			return w.err
		}
		w.err = w.now[i].add(&w.columns[i], cell)
		size += len(w.now[i].values)
	}
	if w.rows++; w.rows >= groupRows || size >= groupBytes {
		w.flush()
	}
	return w.err
}

// flush writes the rows held so far as a group.
func (w *Writer) flush() {
	if w.rows == 0 || w.err != nil {
		return
	}
	g := format.RowGroup{NumRows: int64(w.rows)}
	for i := range w.now {
		chunk := w.chunk(i)
		g.Columns = append(g.Columns, format.ColumnChunk{FileOffset: chunk.DataPageOffset, MetaData: chunk})
		g.TotalByteSize += chunk.TotalUncompressedSize
	}
	w.groups, w.rows = append(w.groups, g), 0
}

// chunk writes a column of the rows held so far, which is then empty.
func (w *Writer) chunk(i int) format.ColumnMetaData {
	c := &w.columns[i]
	page, unpacked, err := w.now[i].page(c, w.rows)
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("parquet: column %s: %w", c.Name, err)
	}
	meta := format.ColumnMetaData{
		Type: c.Kind.physical(), Encoding: []format.Encoding{format.Plain, format.RLE}, PathInSchema: []string{c.Name}, Codec: format.Gzip,
		NumValues: int64(w.rows), TotalUncompressedSize: unpacked, TotalCompressedSize: int64(len(page)), DataPageOffset: w.offset,
	}
	w.put(page)
	w.now[i].reset()
	return meta
}

func (w *Writer) put(data []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(data)
		w.offset += int64(len(data))
	}
}

// Close writes the rows that are left and the footer. What it wrote to stays open.
func (w *Writer) Close() error {
	w.flush()
	end, err := w.footer()
	if w.err == nil {
		w.err = err
	}
	w.put(end)
	if w.err == nil {
		w.err = w.out.Flush()
	}
	return w.err
}
