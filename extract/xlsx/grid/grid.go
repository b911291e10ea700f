// Package grid lays the cells of a spreadsheet out as a person sees them. Cells with their texts, the
// ranges that are merged and the rows with borders come in; paragraphs and tables go out. It knows no file
// format and never says what a table is about.
package grid

import (
	"cmp"
	"errors"
	"slices"
)

// MaxSlots is the most slots of a document's grids once blank rows and columns are left out.
const MaxSlots = 1 << 21

// ErrTooLarge says that a sheet takes more than MaxSlots.
var ErrTooLarge = errors.New("grid")

// Sheet is what a sheet shows.
type Sheet struct {
	Name   string
	Cells  []Cell
	Merges []Span
	Lined  map[int]bool // rows with borders
}

// Cell is the text that one cell shows. Rows and columns count from 0. Of cells with the same address the
// last counts.
type Cell struct {
	Row, Column int
	Text        string
	Doubt       string // why the text is not certain
}

// Span is a range of merged cells; its ends belong to it.
type Span struct{ Top, Left, Bottom, Right int }

// page is a sheet as a person sees it, without its blank rows and columns.
type page struct {
	name    string
	rows    []int // their numbers in the sheet, from 0
	columns []int
	cells   [][]*cell // a slot for each row and column; a merged cell stands in all its slots
	lined   []bool    // rows with borders
	framed  bool      // the borders of the group in hand are drawn
}

// cell is a cell with text.
type cell struct {
	row, column         int // in the page
	rowSpan, columnSpan int
	lines               []string
	text                string
	doubt               string
}

// pageOf lays the cells of a sheet on a grid of the rows and columns that hold any text.
func pageOf(s *Sheet) (*page, error) {
	p := &page{name: s.Name}
	var texts []cell
	for _, c := range lastOfEach(s.Cells) {
		lines := linesOf(c.Text)
		if len(lines) == 0 && c.Doubt == "" {
			continue
		}
		texts = append(texts, cell{row: c.Row, column: c.Column, lines: lines, text: joined(lines), doubt: c.Doubt})
		p.rows, p.columns = append(p.rows, c.Row), append(p.columns, c.Column)
	}
	p.rows, p.columns = distinct(p.rows), distinct(p.columns)
	if len(p.rows)*len(p.columns) > MaxSlots {
		return nil, ErrTooLarge
	}
	p.lay(texts)
	p.merge(s.Merges)
	for i, r := range p.rows {
		p.lined[i] = s.Lined[r]
	}
	return p, nil
}

// lastOfEach sorts the cells and keeps the last for each address.
func lastOfEach(cells []Cell) []Cell {
	cells = slices.Clone(cells)
	slices.Reverse(cells)
	slices.SortStableFunc(cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	return slices.CompactFunc(cells, func(a, b Cell) bool { return a.Row == b.Row && a.Column == b.Column })
}

func distinct(all []int) []int {
	slices.Sort(all)
	return slices.Compact(all)
}

// lay puts each text on its slot.
func (p *page) lay(texts []cell) {
	p.cells = make([][]*cell, len(p.rows))
	p.lined = make([]bool, len(p.rows))
	for i := range p.cells {
		p.cells[i] = make([]*cell, len(p.columns))
	}
	for i := range texts {
		t := &texts[i]
		t.row, _ = slices.BinarySearch(p.rows, t.row)
		t.column, _ = slices.BinarySearch(p.columns, t.column)
		t.rowSpan, t.columnSpan = 1, 1
		p.cells[t.row][t.column] = t
	}
}

// merge stretches cells over the slots that are merged with them. Only the first slot of a merged range
// shows its text. Ranges that cross are a fault of the file: the first counts.
func (p *page) merge(merges []Span) {
	work := 0
	for _, m := range merges {
		top, bottom := between(p.rows, m.Top, m.Bottom)
		left, right := between(p.columns, m.Left, m.Right)
		if top >= bottom || left >= right {
			continue
		}
		if work += (bottom - top) * (right - left); work > 8*MaxSlots {
			return // only a hostile file merges the same slots again and again
		}
		p.stretch(m, top, left, bottom, right)
	}
}

func (p *page) stretch(m Span, top, left, bottom, right int) {
	head := p.cells[top][left]
	if head == nil || p.rows[top] != m.Top || p.columns[left] != m.Left {
		head = nil
	} else if head.rowSpan > 1 || head.columnSpan > 1 {
		return
	}
	for r := top; r < bottom; r++ {
		for k := left; k < right; k++ {
			if c := p.cells[r][k]; c != nil && (c.rowSpan > 1 || c.columnSpan > 1) {
				return
			}
		}
	}
	if head != nil {
		head.rowSpan, head.columnSpan = bottom-top, right-left
	}
	for r := top; r < bottom; r++ {
		for k := left; k < right; k++ {
			p.cells[r][k] = head
		}
	}
}

// between returns the part of the sorted numbers that lies in the range, as first and end.
func between(numbers []int, from, to int) (first, end int) {
	first, _ = slices.BinarySearch(numbers, from)
	end, _ = slices.BinarySearch(numbers, to+1)
	return first, end
}
