package docx

import (
	"fuhe/extract/markup"
	"fuhe/extract/tag"
)

// maxColumns is the widest a table may be; what stands further right joins the last cell.
const maxColumns = 4096

// table reads a table up to its end. What was read before an error comes with it.
func (f *flow) table() (*markup.Table, error) {
	var rows markup.Rows
	err := f.each(f.rowsInto(&rows))
	return rows.Table(), err
}

// rowsInto reads rows, also those that content controls or tracked insertions wrap.
func (r *reader) rowsInto(rows *markup.Rows) func(tag.Token) error {
	var line row
	var visit func(tag.Token) error
	visit = func(e tag.Token) error {
		switch e.Name {
		case "tr":
			line = row{cells: line.cells[:0]}
			err := r.row(&line)
			if !line.deleted {
				rows.Add(line.cells)
			}
			return err
		case "tblPr", "tblGrid", "del", "moveFrom", "sdtPr", "sdtEndPr", "tblPrEx":
			return r.skip()
		}
		return r.each(visit)
	}
	return visit
}

// row is one table row being read.
type row struct {
	column  int
	deleted bool
	cells   []markup.Merged
}

func (r *reader) row(line *row) error {
	var visit func(tag.Token) error
	visit = func(e tag.Token) error {
		switch e.Name {
		case "trPr":
			return line.properties(r)
		case "tc":
			return line.cell(r)
		case "tblPrEx", "sdtPr", "sdtEndPr", "del", "moveFrom":
			return r.skip()
		}
		return r.each(visit)
	}
	return r.each(visit)
}

// properties reads what shifts, deletes or hides the row.
func (l *row) properties(r *reader) error {
	return r.each(func(e tag.Token) error {
		switch e.Name {
		case "gridBefore":
			l.column += clamp(number(e.Attr("val")))
		case "del", "hidden":
			l.deleted = l.deleted || on(e)
		}
		return r.skip()
	})
}

func clamp(n int) int { return max(0, min(n, maxColumns)) }

func (l *row) cell(r *reader) error {
	c := markup.Merged{Cell: markup.Cell{RowSpan: 1, ColumnSpan: 1}}
	f := newFlow(r)
	f.cell = true
	err := r.each(func(e tag.Token) error {
		if e.Name == "tcPr" {
			return r.cellProperties(&c)
		}
		return f.block(e)
	})
	f.close()
	if n := len(l.cells); l.column >= maxColumns && n > 0 {
		l.cells[n-1].Items = append(l.cells[n-1].Items, f.items...)
		return err
	}
	c.Items, c.Column = f.items, l.column
	l.column += c.ColumnSpan
	l.cells = append(l.cells, c)
	return err
}

func (r *reader) cellProperties(c *markup.Merged) error {
	return r.each(func(e tag.Token) error {
		switch e.Name {
		case "gridSpan":
			c.ColumnSpan = max(1, clamp(number(e.Attr("val"))))
		case "vMerge":
			c.Down = merge(e)
		case "hMerge":
			c.Across = merge(e)
		}
		return r.skip()
	})
}

// merge reads a merge mark; without a value it continues.
func merge(e tag.Token) markup.Merge {
	if e.Attr("val") == "restart" {
		return markup.Begins
	}
	return markup.Continues
}
