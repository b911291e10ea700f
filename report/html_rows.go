package report

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// quotedRow is a row of a table, or a line, that a finding speaks of.
type quotedRow struct {
	Head  bool
	Cells []quotedCell
}

type quotedCell struct {
	Text   string
	Span   int
	Marked bool
	Short  bool // not to be broken
}

// shortCell is the width, in columns, below which a cell is not broken.
const shortCell = 12

// mostQuoted is how many rows are quoted for one finding.
const mostQuoted = 6

// quotedRows are the rows and lines that the places stand in, each once, table rows under their table's
// first row.
func quotedRows(d *document.Document, places []document.Place) []quotedRow {
	type at struct{ table, row int }
	marks := map[at][]int{}
	var order []at
	for _, p := range places {
		t, row, column := tableRow(d, p)
		if t == nil {
			continue
		}
		key := at{t.Number, row}
		if _, known := marks[key]; !known {
			order = append(order, key)
		}
		marks[key] = append(marks[key], column)
	}
	var all []quotedRow
	head := at{}
	for _, key := range order[:min(len(order), mostQuoted)] {
		t := tableOf(d, key.table)
		if h := (at{key.table, headRow(t, key.row)}); h != head && key.row > h.row {
			all = append(all, rowOf(t, h.row, nil, true))
			head = h
		}
		all = append(all, rowOf(t, key.row, marks[key], false))
	}
	return all
}

func tableOf(d *document.Document, number int) *document.Table {
	for _, b := range d.Blocks {
		if b.Table != nil && b.Table.Number == number {
			return b.Table
		}
	}
	return nil
}

// tableRow finds the table, row and column of a place; text files and sheets name the line or cell alone.
func tableRow(d *document.Document, p document.Place) (*document.Table, int, int) {
	if p.Table > 0 && p.Row > 0 {
		if t := tableOf(d, p.Table); t != nil && p.Row <= t.Rows {
			return t, p.Row - 1, p.Column - 1
		}
	}
	for _, b := range d.Blocks {
		if b.Table == nil {
			continue
		}
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			if p.Cell != "" && c.Place.Cell == p.Cell || p.Line > 0 && c.Place.Line == p.Line && c.Place.Column == p.Column {
				return b.Table, c.Row, c.Column
			}
		}
	}
	return nil, 0, 0
}

// headRow is the nearest row above that names columns: three cells and more of words alone. Without one
// it is the table's first.
func headRow(t *document.Table, row int) int {
	words, figures := make([]int, row+1), make([]int, row+1)
	for i := range t.Cells {
		c := &t.Cells[i]
		switch {
		case c.Row >= row || c.Text == "":
		case strings.ContainsAny(c.Text, "0123456789%≥≤"):
			figures[c.Row]++
		default:
			words[c.Row]++
		}
	}
	for r := row - 1; r > 0; r-- {
		if words[r] > 2 && figures[r] == 0 {
			return r
		}
	}
	return 0
}

func rowOf(t *document.Table, row int, marks []int, head bool) quotedRow {
	q := quotedRow{Head: head}
	if t == nil || row >= t.Rows {
		return q
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		if row < c.Row || row >= c.Row+c.RowSpan {
			continue
		}
		marked := slices.ContainsFunc(marks, func(k int) bool { return k >= c.Column && k < c.Column+c.ColumnSpan })
		q.Cells = append(q.Cells, quotedCell{plain(c.Text), c.ColumnSpan, marked, columns(c.Text) < shortCell})
	}
	return q
}

// differs reports whether the printed score lies outside of what is due.
func differs(row scored, by *finding.Reading) bool {
	v := row.score.Rat()
	return v != nil && !by.Score.IsZero() && !by.Score.Rounds(v, quantity.Decimals(row.score.Value))
}

func percentage(v *big.Rat) string {
	return points(quantity.Times(v, quantity.Whole(100))) + "%"
}
