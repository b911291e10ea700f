package paper

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// typist fills in a workbook: paragraphs and tables stand below one another, a page end begins a new sheet.
// Its habits are drawn once for each paper.
type typist struct {
	r    *rand.Rand
	book *excelize.File

	left    int  // empty columns before the tables
	gap     int  // empty rows after a table
	borders bool // cells have lines
	widths  bool // columns are as wide as the table says
	spare   int  // empty sheets at the end
	apart   bool // each table has a sheet of its own
	wide    int  // columns that a paragraph goes over
	styles  map[excelStyle]int

	sheet  string
	row    int // the last one written
	sheets int
}

type excelStyle struct {
	number                  string
	bold, centred, vertical bool
	plain                   bool // without lines
}

// writeXLSX writes a workbook.
func writeXLSX(w io.Writer, p Paper, r *rand.Rand) error {
	c := &typist{
		r: r, book: excelize.NewFile(), left: pick(r, 0, 0, 0, 1), gap: r.IntN(3), borders: chance(r, .8),
		widths: chance(r, .8), spare: pick(r, 0, 0, 2), apart: chance(r, .2), wide: max(mostColumns(p), 2),
		styles: map[excelStyle]int{},
	}
	err := c.fill(p)
	if err == nil {
		_, err = c.book.WriteTo(w)
	}
	if failed := c.book.Close(); err == nil {
		err = failed
	}
	return err
}

func (c *typist) fill(p Paper) error {
	if err := c.newSheet(sheetName(p.Title)); err != nil {
		return err
	}
	for _, b := range p.Blocks {
		if err := c.block(b); err != nil {
			return err
		}
	}
	for i := range c.spare {
		if _, err := c.book.NewSheet(fmt.Sprintf("Sheet%d", 90+i)); err != nil {
			return err
		}
	}
	return nil
}

func (c *typist) block(b Block) error {
	if b.Paragraph != nil {
		if err := c.paragraph(*b.Paragraph); err != nil {
			return err
		}
	}
	if b.Table != nil {
		if err := c.table(*b.Table); err != nil {
			return err
		}
		c.row += c.gap
	}
	if b.PageEnd || b.Table != nil && c.apart {
		return c.newSheet(fmt.Sprintf("附表%d", c.sheets+1))
	}
	return nil
}

// sheetName is a title cut down to what a sheet may be called.
func sheetName(title string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return -1
		}
		return r
	}, title)
	if runes := []rune(clean); len(runes) > 28 {
		clean = string(runes[:28])
	}
	if clean == "" {
		return "自评表"
	}
	return clean
}

// newSheet begins a sheet, unless nothing stands on this one.
func (c *typist) newSheet(name string) error {
	if c.sheets > 0 && c.row == 0 {
		return nil
	}
	c.row = 0
	if c.sheets++; c.sheets == 1 {
		c.sheet = name
		return c.book.SetSheetName("Sheet1", name)
	}
	c.sheet = name
	_, err := c.book.NewSheet(name)
	return err
}

// paragraph writes a line into the first cell of a row, which at times goes over the whole width.
func (c *typist) paragraph(p Paragraph) error {
	c.row++
	text := excelStyle{bold: p.Heading > 0, centred: p.Centred, plain: true}
	span := 1
	if p.Centred || chance(c.r, .7) {
		span = c.wide
	}
	return c.put(Placed{Cell: Cell{Text: p.Text, RowSpan: 1, ColSpan: span}}, c.row, text)
}

func (c *typist) table(t Table) error {
	cells, err := t.Placed()
	if err != nil {
		return err
	}
	for _, p := range cells {
		look := excelStyle{number: p.Number, bold: p.Bold, centred: p.Centred, vertical: p.Vertical, plain: !c.borders}
		if err := c.put(p, c.row+1+p.Row, look); err != nil {
			return err
		}
	}
	edges := t.edges(float64(12 * t.Columns()))
	if err := c.heights(cells, edges, len(t.Rows)); err != nil {
		return err
	}
	c.row += len(t.Rows)
	if !c.widths {
		return nil
	}
	return c.columnWidths(t, edges)
}

// heights makes the rows as high as their text needs it in columns of that width, in half-widths.
func (c *typist) heights(cells []Placed, edges []float64, rows int) error {
	high := heights(cells, rows, 15, func(i int) float64 {
		p := cells[i]
		if p.Vertical {
			return 15 * float64(len([]rune(p.Text)))
		}
		return 15 * float64(len(measure(halves).wrap(p.Text, max(edges[p.Column+p.ColSpan]-edges[p.Column]-1, 2), true)))
	})
	for i, h := range high {
		if err := c.book.SetRowHeight(c.sheet, c.row+1+i, min(h, excelize.MaxRowHeight)); err != nil {
			return err
		}
	}
	return nil
}

func (c *typist) columnWidths(t Table, edges []float64) error {
	for i := range t.Columns() {
		name, err := excelize.ColumnNumberToName(c.left + i + 1)
		if err != nil {
			return err
		}
		if err := c.book.SetColWidth(c.sheet, name, name, min(max(edges[i+1]-edges[i], 4), 80)); err != nil {
			return err
		}
	}
	return nil
}

// put writes a cell whose upper left place is in the row, and merges its places.
func (c *typist) put(p Placed, row int, look excelStyle) error {
	first, err := excelize.CoordinatesToCellName(c.left+p.Column+1, row)
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(c.left+p.Column+p.ColSpan, row+p.RowSpan-1)
	if err != nil {
		return err
	}
	style, err := c.style(look)
	if err != nil {
		return err
	}
	if err := c.book.SetCellStyle(c.sheet, first, last, style); err != nil {
		return err
	}
	if err := c.value(first, p.Cell); err != nil || first == last {
		return err
	}
	return c.book.MergeCell(c.sheet, first, last)
}

// value writes what a cell holds: a number under its format, or text.
func (c *typist) value(at string, cell Cell) error {
	if cell.Number == "" {
		if cell.Text == "" {
			return nil
		}
		return c.book.SetCellStr(c.sheet, at, cell.Text)
	}
	number, err := strconv.ParseFloat(cell.Value, 64)
	if err != nil {
		return fmt.Errorf("paper: cell %q: value %q: %w", cell.Text, cell.Value, err)
	}
	return c.book.SetCellFloat(c.sheet, at, number, -1, 64)
}

func (c *typist) style(look excelStyle) (int, error) {
	if id, ok := c.styles[look]; ok {
		return id, nil
	}
	s := &excelize.Style{Font: &excelize.Font{Bold: look.bold, Size: 11, Family: "宋体"}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}}
	if look.centred {
		s.Alignment.Horizontal = "center"
	}
	if look.vertical {
		s.Alignment.TextRotation = 255 // characters below one another
	}
	if look.number != "" {
		s.CustomNumFmt = &look.number
	}
	if !look.plain {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	id, err := c.book.NewStyle(s)
	c.styles[look] = id
	return id, err
}
