package html

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fuhe/extract/markup"
)

const (
	maxSpan    = 1000    // as browsers have it
	maxColumns = 1 << 14 // as spreadsheets have it
)

// tableItems reads a table: its caption as a paragraph before it, then the table.
func tableItems(n *html.Node) []markup.Item {
	var items []markup.Item
	for c := range n.ChildNodes() {
		if c.DataAtom == atom.Caption && !unseen(c) {
			items = append(items, itemsOf(c)...)
		}
	}
	p := &placer{}
	for _, group := range rowGroups(n) {
		p.group(group)
	}
	return append(items, markup.Item{Table: &markup.Table{Cells: p.cells}})
}

// rowGroups lists the rows of a table in the order they are shown: heads first, feet last. Spans never
// reach out of a group.
func rowGroups(table *html.Node) [][]*html.Node {
	var heads, bodies, feet [][]*html.Node
	for c := range table.ChildNodes() {
		switch {
		case unseen(c):
		case c.DataAtom == atom.Thead:
			heads = append(heads, rowsOf(c))
		case c.DataAtom == atom.Tfoot:
			feet = append(feet, rowsOf(c))
		case c.DataAtom == atom.Tbody:
			bodies = append(bodies, rowsOf(c))
		}
	}
	return slices.Concat(heads, bodies, feet)
}

func rowsOf(group *html.Node) []*html.Node {
	var rows []*html.Node
	for c := range group.ChildNodes() {
		if c.DataAtom == atom.Tr && !unseen(c) {
			rows = append(rows, c)
		}
	}
	return rows
}

// placer gives cells their columns, around those that reach down from rows above.
type placer struct {
	cells []markup.Cell
	line  []byte // room to write in
	row   int
	taken []int // by column, the row behind the last that a cell from above covers
}

func (p *placer) group(rows []*html.Node) {
	end := p.row + len(rows)
	for _, tr := range rows {
		column := 0
		for td := range tr.ChildNodes() {
			if (td.DataAtom == atom.Td || td.DataAtom == atom.Th) && !unseen(td) {
				column = p.cell(td, column, end)
			}
		}
		p.row++
	}
}

// cell places a cell at the first free column and returns the column behind it.
func (p *placer) cell(td *html.Node, column, end int) int {
	for column < len(p.taken) && p.taken[column] > p.row {
		column++
	}
	items := p.items(td)
	if n := len(p.cells); column >= maxColumns && n > 0 {
		p.cells[n-1].Items = append(p.cells[n-1].Items, items...)
		return column
	}
	c := markup.Cell{Row: p.row, Column: column, Items: items}
	c.RowSpan = min(span(attr(td, "rowspan"), end-p.row), end-p.row)
	c.ColumnSpan = p.free(column, span(attr(td, "colspan"), max(len(p.taken)-column, 1)))
	for k := column; k < column+c.ColumnSpan; k++ {
		if k == len(p.taken) {
			p.taken = append(p.taken, 0)
		}
		p.taken[k] = p.row + c.RowSpan
	}
	p.cells = append(p.cells, c)
	return column + c.ColumnSpan
}

// free cuts a span short where a cell from above stands in its way.
func (p *placer) free(column, span int) int {
	span = min(span, maxColumns-column)
	for k := column + 1; k < min(column+span, len(p.taken)); k++ {
		if p.taken[k] > p.row {
			return k - column
		}
	}
	return span
}

// span reads a rowspan or colspan; 0 reaches to the end.
func span(value string, toEnd int) int {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	switch {
	case err != nil || n < 0:
		return 1
	case n == 0:
		return toEnd
	}
	return min(n, maxSpan)
}

// items reads what stands in a cell.
func (p *placer) items(td *html.Node) []markup.Item {
	f := &flow{line: p.line}
	f.children(td)
	f.endLine()
	p.line = f.line
	return f.items
}
