package dataset

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"reflect"

	"fuhe/corpus/dataset/parquet"
)

// lines writes a JSON object a row. Decimals are strings, as in all JSON of the program.
type lines struct {
	file    *os.File
	out     *bufio.Writer
	columns []column
}

func openLines(t Table, path string) (sink, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &lines{file, bufio.NewWriter(file), columnsOf(t.zero)}, nil
}

func (l *lines) write(rows []any) error {
	for _, row := range rows {
		text, err := l.object(reflect.ValueOf(row))
		if err != nil {
			return err
		}
		l.out.Write(text) // a buffered writer's error stays and comes out of Flush
	}
	return nil
}

func (l *lines) object(row reflect.Value) ([]byte, error) {
	text := []byte{'{'}
	for _, c := range l.columns {
		value, ok := c.text(row)
		if !ok {
			continue
		}
		if len(text) > 1 {
			text = append(text, ',')
		}
		text = append(append(append(text, '"'), c.name...), '"', ':')
		if c.kind == "integer" || c.kind == "boolean" {
			text = append(text, value...)
			continue
		}
		quoted, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		text = append(text, quoted...)
	}
	return append(text, '}', '\n'), nil
}

func (l *lines) close() error { return errors.Join(l.out.Flush(), l.file.Close()) }

// separated writes CSV in UTF-8 with a byte order mark, without which Excel takes it for GBK.
type separated struct {
	file    *os.File
	out     *csv.Writer
	columns []column
}

func openCSV(t Table, path string) (sink, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	s := &separated{file, csv.NewWriter(file), columnsOf(t.zero)}
	head := make([]string, len(s.columns))
	for i, c := range s.columns {
		head[i] = c.name
	}
	_, err = file.WriteString("\ufeff")
	return s, errors.Join(err, s.out.Write(head))
}

func (s *separated) write(rows []any) error {
	cells := make([]string, len(s.columns))
	for _, row := range rows {
		for i, c := range s.columns {
			text, _ := c.text(reflect.ValueOf(row))
			cells[i] = inert(c, text)
		}
		if err := s.out.Write(cells); err != nil {
			return err
		}
	}
	return nil
}

// inert keeps a spreadsheet from taking words out of a report for a formula (=cmd|…): they get an
// apostrophe in front, as OWASP advises.
func inert(c column, text string) string {
	if c.kind != "string" || text == "" {
		return text
	}
	switch text[0] {
	case '=', '+', '-', '@', '\t', '\r':
		if len(text) > 1 {
			return "'" + text
		}
	}
	return text
}

func (s *separated) close() error {
	s.out.Flush()
	return errors.Join(s.out.Error(), s.file.Close())
}

// columnar writes Parquet.
type columnar struct {
	file    *os.File
	out     *parquet.Writer
	columns []column
}

func openParquet(t Table, path string) (sink, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	columns := columnsOf(t.zero)
	held := make([]parquet.Column, len(columns))
	for i, c := range columns {
		held[i] = parquet.Column{Name: c.name, Kind: parquetKind(c.kind), Optional: c.optional, Scale: c.decimals}
	}
	return &columnar{file, parquet.NewWriter(file, held), columns}, nil
}

// parquetKind is how Parquet holds a type of Frictionless.
func parquetKind(kind string) parquet.Kind {
	switch kind {
	case "integer":
		return parquet.Integer
	case "boolean":
		return parquet.Truth
	case "number":
		return parquet.Decimal
	}
	return parquet.Text
}

func (c *columnar) write(rows []any) error {
	cells := make([]any, len(c.columns))
	for _, row := range rows {
		for i, column := range c.columns {
			cells[i] = column.value(reflect.ValueOf(row))
		}
		if err := c.out.Write(cells); err != nil {
			return err
		}
	}
	return nil
}

func (c *columnar) close() error { return errors.Join(c.out.Close(), c.file.Close()) }
