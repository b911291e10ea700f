// Package markup turns what a marked-up file says of itself into blocks: paragraphs and placed cells
// come in, in reading order and nested as they were written; numbered paragraphs and tables go out,
// joined and laid out as the tables of printed pages are. It never reads a file, and it never says what
// a text means.
package markup

import (
	"fmt"

	"fuhe/extract/document"
)

// Item is one paragraph or one table: Table is nil for a paragraph.
type Item struct {
	Text  string // with the blanks, tabs and no-break blanks of the source
	Table *Table
}

// Table is a table as the source has it: its cells in any order, none over another.
type Table struct {
	Cells []Cell
}

// Cell is one cell with what stands in it. Row and Column count from 0, the spans from 1.
type Cell struct {
	Row, Column         int
	RowSpan, ColumnSpan int
	Items               []Item
}

// maxSlots bounds rows by columns of one table: more is no table that an office made.
const maxSlots = 1 << 22

// Blocks numbers and joins the items. Frames around text and tables that only lay out a page are
// unfolded, so that the tables inside them stand for themselves. The error is a *document.Trouble with
// the code TooLarge.
func Blocks(items []Item) ([]document.Block, error) {
	w := &writer{}
	if err := w.items(items); err != nil {
		return nil, err
	}
	return w.blocks, nil
}

// writer hands out blocks and counts paragraphs and tables.
type writer struct {
	blocks     []document.Block
	paragraphs int
	tables     int
}

func (w *writer) items(items []Item) error {
	for _, it := range items {
		if it.Table == nil {
			w.paragraph(it.Text)
			continue
		}
		if err := w.table(it.Table); err != nil {
			return err
		}
	}
	return nil
}

// paragraph writes a paragraph outside tables; blank ones do not count.
func (w *writer) paragraph(text string) {
	if text = squeeze(text, fieldGap); text == "" {
		return
	}
	w.paragraphs++
	place := document.Place{Line: w.paragraphs}.Quoting(text)
	w.blocks = append(w.blocks, document.Block{Paragraph: &document.Paragraph{
		Text: text, Lines: []document.Line{{Text: text, Place: place}}, Place: place,
	}})
}

// table writes a table, or what stands in it where it is only a frame.
func (w *writer) table(t *Table) error {
	t = compact(t)
	switch {
	case len(t.Cells) == 0:
		return nil
	case frame(t):
		for _, c := range t.Cells {
			if err := w.items(c.Items); err != nil {
				return err
			}
		}
		return nil
	case nested(t.Cells):
		return w.unfold(t)
	}
	return w.grid(t)
}

// grid writes a table whose cells hold text. One without any text is a drawing, not a table.
func (w *writer) grid(t *Table) error {
	rows, columns := size(t.Cells)
	if rows*columns > maxSlots {
		return tooLarge(rows, columns)
	}
	out := &document.Table{Number: w.tables + 1, Rows: rows, Columns: columns, Evidence: document.Markup}
	out.Place = document.Place{Table: out.Number}
	out.Cells = make([]document.Cell, 0, len(t.Cells))
	blank := true
	for i := range t.Cells {
		cell := t.Cells[i].written(out.Number)
		blank = blank && cell.Text == ""
		out.Cells = append(out.Cells, cell)
	}
	if blank {
		return nil
	}
	w.tables++
	w.blocks = append(w.blocks, document.Block{Table: out})
	return nil
}

// written is the cell as documents have it, with its paragraphs joined.
func (c *Cell) written(table int) document.Cell {
	place := document.Place{Table: table, Row: c.Row + 1, Column: c.Column + 1}
	lines := c.lines()
	text := joined(lines)
	out := document.Cell{
		Row: c.Row, Column: c.Column, RowSpan: c.RowSpan, ColumnSpan: c.ColumnSpan,
		Text: text, Place: place.Quoting(text),
	}
	if len(lines) > 1 {
		out.Lines = make([]document.Line, len(lines))
		for i, line := range lines {
			out.Lines[i] = document.Line{Text: line, Place: place.Quoting(line)}
		}
	}
	return out
}

// lines are the texts of the cell's own paragraphs, without those that are blank.
func (c *Cell) lines() []string {
	var lines []string
	for _, it := range c.Items {
		if it.Table != nil {
			continue
		}
		if line := squeeze(it.Text, columnGap); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func tooLarge(rows, columns int) error {
	return document.Failed(document.TooLarge,
		fmt.Sprintf("有一张表格达 %d 行 × %d 列，超过可读取的上限", rows, columns),
		fmt.Sprintf("a table has %d rows by %d columns, more than is read", rows, columns), nil)
}
