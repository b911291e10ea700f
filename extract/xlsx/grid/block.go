package grid

import (
	"slices"
	"strings"

	"fuhe/extract/document"
)

// Texts of a sheet — titles, notes, signatures — stand in rows of their own, mostly merged over the
// table's width or without borders. They become paragraphs; all other rows are tables.

// blankGap is how many blank rows part two tables whose columns differ.
const blankGap = 2

// Writer adds the blocks of sheets to a document, and numbers the tables.
type Writer struct {
	Document *document.Document
	tables   int
	slots    int
}

// Add adds the blocks of one sheet. The error is ErrTooLarge.
func (w *Writer) Add(s *Sheet) error {
	p, err := pageOf(s)
	if err != nil {
		return err
	}
	for _, g := range p.groups() {
		texts := p.textRows(g)
		for r := g.from; r < g.to; {
			end := r + 1
			for end < g.to && texts[end-g.from] == texts[r-g.from] {
				end++
			}
			if !texts[r-g.from] {
				if err := w.table(p, r, end); err != nil {
					return err
				}
			} else {
				w.paragraphs(p, r, end)
			}
			r = end
		}
	}
	return nil
}

// group is a run of rows that belong together.
type group struct{ from, to int }

// groups cuts the page at gaps of blank rows where the columns that are used differ.
func (p *page) groups() []group {
	var parts []group
	for r := range p.rows {
		if r == 0 || p.rows[r]-p.rows[r-1] > blankGap && p.closes(r) {
			parts = append(parts, group{r, r})
		}
		parts[len(parts)-1].to = r + 1
	}
	var out []group
	for _, g := range parts {
		if last := len(out) - 1; last >= 0 && slices.Equal(p.used(out[last]), p.used(g)) {
			out[last].to = g.to
			continue
		}
		out = append(out, g)
	}
	return out
}

// closes reports whether no merged cell reaches over the upper edge of the row.
func (p *page) closes(r int) bool {
	for k, c := range p.cells[r] {
		if c != nil && p.cells[r-1][k] == c {
			return false
		}
	}
	return true
}

// used are the columns in which cells begin, in rows of more than one cell.
func (p *page) used(g group) []int {
	var columns []int
	for r := g.from; r < g.to; r++ {
		if cells := p.row(r); len(cells) > 1 {
			for _, c := range cells {
				columns = append(columns, c.column)
			}
		}
	}
	return distinct(columns)
}

// row lists the cells of a row, those merged from above too.
func (p *page) row(r int) []*cell {
	var cells []*cell
	for k, c := range p.cells[r] {
		if c != nil && (k == 0 || p.cells[r][k-1] != c) {
			cells = append(cells, c)
		}
	}
	return cells
}

// textRows marks the rows of the group that are running text: at its head and foot those that hold one
// text over the width of the table, or that lie outside its borders; in between only texts that stand
// apart, by borders or by blank rows.
func (p *page) textRows(g group) []bool {
	texts := make([]bool, g.to-g.from)
	width := p.width(g)
	p.framed = p.isFramed(g)
	head := g.from
	for ; head < g.to && p.edgeText(head, width); head++ {
		texts[head-g.from] = true
	}
	for r := g.to - 1; r > head && p.edgeText(r, width); r-- {
		texts[r-g.from] = true
	}
	for r := head; r < g.to; r++ {
		if len(p.row(r)) == 1 && p.own(r) && !p.lined[r] && p.apart(r, g, width) {
			texts[r-g.from] = true
		}
	}
	return texts
}

// apart reports whether a row of one text inside the group is no row of a table: borders are drawn but
// not there, or a blank row stands above, or without borders it is one of several such rows or holds a
// sentence.
func (p *page) apart(r int, g, width group) bool {
	if p.framed || r > 0 && p.rows[r]-p.rows[r-1] > 1 {
		return true
	}
	return p.across(r, width) && (strings.Contains(p.row(r)[0].text, "。") ||
		r > g.from && p.across(r-1, width) || r+1 < g.to && p.across(r+1, width))
}

// across reports whether the row is one text merged over most of the table's width.
func (p *page) across(r int, width group) bool {
	cells := p.row(r)
	return len(cells) == 1 && p.own(r) && cells[0].columnSpan > 1 && cells[0].columnSpan*2 > width.to-width.from
}

// isFramed reports whether the table's borders are drawn, so that they tell what belongs to it.
func (p *page) isFramed(g group) bool {
	lined, all := 0, 0
	for r := g.from; r < g.to; r++ {
		if len(p.row(r)) < 2 {
			continue
		}
		all++
		if p.lined[r] {
			lined++
		}
	}
	return lined*2 > all
}

// own reports whether all cells of the row begin and end in it.
func (p *page) own(r int) bool {
	return !slices.ContainsFunc(p.row(r), func(c *cell) bool { return c.row != r || c.rowSpan > 1 })
}

// edgeText reports whether a row at the head or foot of a table is text.
func (p *page) edgeText(r int, width group) bool {
	cells := p.row(r)
	switch {
	case !p.own(r):
		return false
	case p.framed && !p.lined[r]:
		return true
	case len(cells) != 1:
		return false
	case !p.framed:
		return cells[0].column <= width.from || cells[0].column+cells[0].columnSpan >= width.to
	}
	return cells[0].column <= width.from && cells[0].column+cells[0].columnSpan >= width.to
}

// width is the range of columns that the rows with several cells take.
func (p *page) width(g group) group {
	out := group{len(p.columns), 0}
	for r := g.from; r < g.to; r++ {
		if cells := p.row(r); len(cells) > 1 {
			last := cells[len(cells)-1]
			out.from, out.to = min(out.from, cells[0].column), max(out.to, last.column+1)
		}
	}
	return out
}

// paragraphs adds rows of text. Cells of one row are set apart by blanks.
func (w *Writer) paragraphs(p *page, from, to int) {
	for r := from; r < to; r++ {
		cells := p.row(r)
		if len(cells) == 0 {
			continue
		}
		if len(cells) == 1 {
			for _, line := range cells[0].lines {
				w.paragraph(p, cells[0], line)
			}
			continue
		}
		var texts []string
		for _, c := range cells {
			texts = append(texts, c.text)
		}
		w.paragraph(p, cells[0], strings.Join(texts, "    "))
	}
}

func (w *Writer) paragraph(p *page, c *cell, text string) {
	place := document.Place{Cell: p.address(c.row, c.column)}.Quoting(text)
	w.Document.Blocks = append(w.Document.Blocks, document.Block{Paragraph: &document.Paragraph{Text: text, Place: place}})
}

func (p *page) address(row, column int) string {
	return p.name + "!" + Address(p.rows[row], p.columns[column])
}

// table adds rows as a table of the columns in which they have cells.
func (w *Writer) table(p *page, from, to int) error {
	var columns []int
	for r := from; r < to; r++ {
		for _, c := range p.row(r) {
			columns = append(columns, c.column)
		}
	}
	columns = distinct(columns)
	if len(columns) == 0 { // all that stood there is covered by merged cells
		return nil
	}
	w.tables++
	if w.slots += (to - from) * len(columns); w.slots > MaxSlots {
		return ErrTooLarge
	}
	t := &document.Table{
		Number: w.tables, Rows: to - from, Columns: len(columns), Evidence: document.Markup,
		Place: document.Place{Table: w.tables, Cell: p.address(from, columns[0])},
	}
	for r := from; r < to; r++ {
		for i, column := range columns {
			if c := p.cells[r][column]; c == nil || c.row == r && c.column == column {
				t.Cells = append(t.Cells, w.cell(p, c, r, from, i, columns))
			}
		}
	}
	w.Document.Blocks = append(w.Document.Blocks, document.Block{Table: t})
	return nil
}

// cell makes the cell of a slot; c is nil for a blank one.
func (w *Writer) cell(p *page, c *cell, row, from, i int, columns []int) document.Cell {
	place := document.Place{Table: w.tables, Row: row - from + 1, Column: i + 1, Cell: p.address(row, columns[i])}
	out := document.Cell{Row: row - from, Column: i, RowSpan: 1, ColumnSpan: 1, Place: place}
	if c == nil {
		return out
	}
	_, end := between(columns, c.column, c.column+c.columnSpan-1)
	out.RowSpan, out.ColumnSpan = c.rowSpan, max(end-i, 1)
	out.Text, out.Doubt, out.Place = c.text, c.doubt, place.Quoting(c.text)
	if len(c.lines) > 1 {
		for _, line := range c.lines {
			out.Lines = append(out.Lines, document.Line{Text: line, Place: place.Quoting(line)})
		}
	}
	return out
}
