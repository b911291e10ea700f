package xlsx

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/xlsx/grid"
)

// maxCells is the most cells with content that one workbook may have.
const maxCells = 1 << 20

// rawCell is a cell as it is stored.
type rawCell struct {
	row, column int
	kind        string // s, str, inlineStr, b, e, d, n or empty
	style       int
	value       string
	formula     bool
	cached      bool // the file holds a value
}

// rawSheet is what a worksheet part says.
type rawSheet struct {
	cells         []rawCell
	merges        []grid.Span
	lined         map[int]bool // rows with borders
	hiddenRows    int          // hidden rows that hold something
	hiddenColumns []grid.Span
	room          int // slots that the sheet takes when it is held in memory as a whole
}

// scanner reads a worksheet part token by token.
type scanner struct {
	*rawSheet
	book      *book
	row       int // from 0; -1 before the first
	column    int // of the cell that is open or was last
	cell      *rawCell
	text      textReader
	value     strings.Builder
	inValue   bool
	rowCells  int // cells with content in the row
	rowHidden bool
}

// scan reads a worksheet. A sheet that breaks off is used as far as it goes.
func (b *book) scan(ctx context.Context, ref sheetRef) (*rawSheet, error) {
	s := &scanner{rawSheet: &rawSheet{lined: map[int]bool{}}, book: b, row: -1}
	d := b.decoder(ref.part)
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, document.Stopped(ctx.Err())
		}
		tok, err := d.RawToken()
		if err != nil {
			if !errors.Is(err, io.EOF) || b.part(ref.part) == nil {
				b.broken = append(b.broken, ref.name)
			}
			break
		}
		s.token(tok)
		if b.cells+len(s.cells) > maxCells {
			return nil, tooLarge(errors.New("cells"))
		}
	}
	b.cells += len(s.cells)
	b.calc.room += s.room
	b.noteHidden(ref, s.rawSheet)
	return s.rawSheet, nil
}

func (s *scanner) token(tok xml.Token) {
	switch e := tok.(type) {
	case xml.StartElement:
		s.start(e)
	case xml.EndElement:
		s.end(e.Name.Local)
	case xml.CharData:
		if s.inValue {
			s.value.Write(e)
		}
	}
	if s.cell != nil {
		s.text.token(tok)
	}
}

func (s *scanner) start(e xml.StartElement) {
	switch e.Name.Local {
	case "row":
		s.startRow(e)
	case "c":
		s.startCell(e)
	case "f":
		if s.cell != nil {
			s.cell.formula = true
		}
	case "v":
		s.inValue = s.cell != nil
	case "is":
		s.text = textReader{}
	case "mergeCell":
		s.merge(attribute(e, "ref"))
	case "col":
		s.hideColumns(e)
	}
}

func (s *scanner) end(name string) {
	switch name {
	case "v":
		s.inValue = false
		if s.cell != nil {
			s.cell.cached = true
		}
	case "c":
		s.endCell()
	case "row":
		if s.rowHidden && s.rowCells > 0 {
			s.hiddenRows++
		}
		s.room += s.column + 2
	}
}

func (s *scanner) startRow(e xml.StartElement) {
	s.row++
	if n, err := strconv.Atoi(attribute(e, "r")); err == nil && n >= 1 && n <= maxRows {
		s.row = n - 1
	}
	s.column, s.rowCells = -1, 0
	s.rowHidden = isTrue(attribute(e, "hidden"))
}

func (s *scanner) startCell(e xml.StartElement) {
	s.column++
	row := s.row
	if r, c, err := coordinates(attribute(e, "r")); err == nil {
		row, s.column = r, c
	}
	style, _ := strconv.Atoi(attribute(e, "s"))
	s.cell = &rawCell{row: row, column: s.column, style: style, kind: attribute(e, "t")}
	s.value.Reset()
	s.text = textReader{}
}

func (s *scanner) endCell() {
	c := s.cell
	s.cell = nil
	if c == nil || c.row < 0 || c.row >= maxRows || c.column >= maxColumns {
		return
	}
	if s.book.styles.lined(c.style) {
		s.lined[c.row] = true
	}
	c.value = s.value.String()
	if c.kind == "inlineStr" {
		c.value = s.text.take()
	}
	if c.value != "" || c.formula {
		s.cells = append(s.cells, *c)
		s.rowCells++
	}
}

func (s *scanner) merge(ref string) {
	from, to, ok := strings.Cut(ref, ":")
	top, left, err := coordinates(from)
	bottom, right, err2 := coordinates(to)
	if ok && err == nil && err2 == nil && len(s.merges) < maxCells {
		s.merges = append(s.merges, grid.Span{Top: min(top, bottom), Left: min(left, right), Bottom: max(top, bottom), Right: max(left, right)})
	}
}

func (s *scanner) hideColumns(e xml.StartElement) {
	first, err := strconv.Atoi(attribute(e, "min"))
	last, err2 := strconv.Atoi(attribute(e, "max"))
	if err == nil && err2 == nil && isTrue(attribute(e, "hidden")) && len(s.hiddenColumns) < maxColumns {
		s.hiddenColumns = append(s.hiddenColumns, grid.Span{Left: first - 1, Right: last - 1})
	}
}

// noteHidden keeps what of the sheet holds something that a person does not see.
func (b *book) noteHidden(ref sheetRef, s *rawSheet) {
	if len(s.cells) == 0 {
		return
	}
	if ref.hidden {
		b.hidden = append(b.hidden, message("工作表“"+ref.name+"”", "sheet "+ref.name))
		return
	}
	if n := strconv.Itoa(s.hiddenRows); s.hiddenRows > 0 {
		b.hidden = append(b.hidden, message("“"+ref.name+"”中"+n+"行", n+" rows of "+ref.name))
	}
	columns := map[int]bool{}
	for _, c := range s.cells {
		columns[c.column] = true
	}
	count := 0
	for column := range columns {
		for _, h := range s.hiddenColumns {
			if column >= h.Left && column <= h.Right {
				count++
				break
			}
		}
	}
	if n := strconv.Itoa(count); count > 0 {
		b.hidden = append(b.hidden, message("“"+ref.name+"”中"+n+"列", n+" columns of "+ref.name))
	}
}

func message(zh, en string) document.Message { return document.Message{ZH: zh, EN: en} }

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
