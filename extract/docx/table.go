package docx

import (
	"encoding/xml"

	"fuhe/extract/markup"
)

// grid is a table being read: its cells so far, and the merged cells that a row below may go on with.
type grid struct {
	rows  int
	cells []markup.Cell
	open  map[int]int // by column, the cell that may be continued downwards
}

// maxColumns is the widest a table may be; what stands further right joins the last cell.
const maxColumns = 4096

// table reads a table up to its end. What was read before an error comes with it.
func (f *flow) table() (*markup.Table, error) {
	g := &grid{open: map[int]int{}}
	err := f.each(g.rowsIn(f.reader))
	return &markup.Table{Cells: g.cells}, err
}

// rowsIn reads rows, also those that content controls or tracked insertions wrap.
func (g *grid) rowsIn(r *reader) func(xml.StartElement) error {
	var visit func(xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			return g.row(r)
		case "tblPr", "tblGrid", "del", "moveFrom", "sdtPr", "sdtEndPr", "tblPrEx":
			return r.skip()
		}
		return r.each(visit)
	}
	return visit
}

// row is one table row being read.
type row struct {
	*grid
	column  int
	deleted bool
	cells   []rowCell
}

// rowCell is a cell with how it is merged: "", restart or continue.
type rowCell struct {
	markup.Cell
	down, across string
}

func (g *grid) row(r *reader) error {
	line := &row{grid: g}
	var visit func(xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return line.properties(r)
		case "tc":
			return line.cell(r)
		case "tblPrEx", "sdtPr", "sdtEndPr", "del", "moveFrom":
			return r.skip()
		}
		return r.each(visit)
	}
	err := r.each(visit)
	if !line.deleted {
		line.put()
	}
	return err
}

// properties reads what shifts, deletes or hides the row.
func (l *row) properties(r *reader) error {
	return r.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridBefore":
			l.column += clamp(number(attr(e, "val")))
		case "del", "hidden":
			l.deleted = l.deleted || on(e)
		}
		return r.skip()
	})
}

func clamp(n int) int { return max(0, min(n, maxColumns)) }

func (l *row) cell(r *reader) error {
	c := rowCell{Cell: markup.Cell{RowSpan: 1, ColumnSpan: 1}}
	f := &flow{reader: r, cell: true}
	err := r.each(func(e xml.StartElement) error {
		if e.Name.Local == "tcPr" {
			return c.properties(r)
		}
		return f.block(e)
	})
	f.end()
	if n := len(l.cells); l.column >= maxColumns && n > 0 {
		l.cells[n-1].Items = append(l.cells[n-1].Items, f.items...)
		return err
	}
	c.Items, c.Column = f.items, l.column
	l.column += c.ColumnSpan
	l.cells = append(l.cells, c)
	return err
}

func (c *rowCell) properties(r *reader) error {
	return r.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridSpan":
			c.ColumnSpan = max(1, clamp(number(attr(e, "val"))))
		case "vMerge":
			c.down = merge(e)
		case "hMerge":
			c.across = merge(e)
		}
		return r.skip()
	})
}

// merge reads a merge mark; without a value it continues.
func merge(e xml.StartElement) string {
	if v := attr(e, "val"); v != "" {
		return v
	}
	return "continue"
}

// put adds the row to the table. A cell that goes on with the one above has no text that is seen.
func (l *row) put() {
	l.joinAcross()
	below := map[int]int{}
	for _, c := range l.cells {
		above, ok := l.open[c.Column]
		if ok && c.down == "continue" && l.grid.cells[above].ColumnSpan == c.ColumnSpan {
			l.grid.cells[above].RowSpan++
			below[c.Column] = above
			continue
		}
		c.Row = l.rows
		if c.down != "" {
			below[c.Column] = len(l.grid.cells)
		}
		l.grid.cells = append(l.grid.cells, c.Cell)
	}
	l.open = below
	l.rows++
}

// joinAcross widens a cell by those to its right that continue it.
func (l *row) joinAcross() {
	var kept []rowCell
	for _, c := range l.cells {
		if n := len(kept); c.across == "continue" && n > 0 && kept[n-1].across != "" {
			kept[n-1].ColumnSpan += c.ColumnSpan
			continue
		}
		kept = append(kept, c)
	}
	l.cells = kept
}
