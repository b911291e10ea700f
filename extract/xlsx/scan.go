package xlsx

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/tag"
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
	cell      rawCell
	inCell    bool
	text      textReader
	value     []byte
	inValue   bool
	rowCells  int // cells with content in the row
	rowHidden bool
}

// scan reads a worksheet. A sheet that breaks off is used as far as it goes.
func (b *book) scan(ctx context.Context, ref sheetRef) (*rawSheet, error) {
	s := &scanner{rawSheet: &rawSheet{lined: map[int]bool{}}, book: b, row: -1}
	if err := s.read(ctx, ref.part); err != nil {
		var stop *document.Trouble
		if errors.As(err, &stop) || ctx.Err() != nil {
			return nil, err
		}
		b.broken = append(b.broken, ref.name)
	}
	b.cells += len(s.cells)
	b.calc.room += s.room
	b.noteHidden(ref, s.rawSheet)
	return s.rawSheet, nil
}

// read reads a part to its end. The error is Trouble, the context's, or why the part breaks off.
func (s *scanner) read(ctx context.Context, name string) error {
	part, err := s.book.parts.open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	in := tag.Lenient(part)
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return document.Stopped(ctx.Err())
		}
		e, err := in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		s.token(e)
		if s.book.cells+len(s.cells) > maxCells {
			return tooLarge(errors.New("cells"))
		}
	}
}

func (s *scanner) token(e tag.Token) {
	switch e.Kind {
	case tag.Open:
		s.start(e)
	case tag.Close:
		s.end(e.Name)
	case tag.Text:
		if s.inValue {
			s.value = append(s.value, e.Text...)
		}
	}
	if s.inCell {
		s.text.token(e)
	}
}

func (s *scanner) start(e tag.Token) {
	switch e.Name {
	case "row":
		s.startRow(e)
	case "c":
		s.startCell(e)
	case "f":
		s.cell.formula = s.inCell
	case "v":
		s.inValue = s.inCell
	case "is":
		s.text.reset()
	case "mergeCell":
		s.merge(e.Own("ref"))
	case "col":
		s.hideColumns(e)
	}
}

func (s *scanner) end(name string) {
	switch name {
	case "v":
		s.inValue = false
		s.cell.cached = s.inCell
	case "c":
		s.endCell()
	case "row":
		if s.rowHidden && s.rowCells > 0 {
			s.hiddenRows++
		}
		s.room += s.column + 2
	}
}

func (s *scanner) startRow(e tag.Token) {
	s.row++
	if n, err := strconv.Atoi(e.Own("r")); err == nil && n >= 1 && n <= maxRows {
		s.row = n - 1
	}
	s.column, s.rowCells = -1, 0
	s.rowHidden = isTrue(e.Own("hidden"))
}

func (s *scanner) startCell(e tag.Token) {
	s.column++
	row := s.row
	if r, c, err := coordinates(e.Own("r")); err == nil {
		row, s.column = r, c
	}
	style, _ := strconv.Atoi(e.Own("s"))
	s.cell, s.inCell = rawCell{row: row, column: s.column, style: style, kind: e.Own("t")}, true
	s.value = s.value[:0]
	s.text.reset()
}

func (s *scanner) endCell() {
	c, was := s.cell, s.inCell
	s.inCell = false
	if !was || c.row < 0 || c.row >= maxRows || c.column >= maxColumns {
		return
	}
	if s.book.styles.lined(c.style) {
		s.lined[c.row] = true
	}
	if c.kind == "inlineStr" {
		c.value = s.text.take()
	} else {
		c.value = string(s.value)
	}
	if c.value != "" || c.formula {
		s.cells = append(s.cells, c)
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

func (s *scanner) hideColumns(e tag.Token) {
	first, err := strconv.Atoi(e.Own("min"))
	last, err2 := strconv.Atoi(e.Own("max"))
	if err == nil && err2 == nil && isTrue(e.Own("hidden")) && len(s.hiddenColumns) < maxColumns {
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
	if count := s.columnsHidden(); count > 0 {
		n := strconv.Itoa(count)
		b.hidden = append(b.hidden, message("“"+ref.name+"”中"+n+"列", n+" columns of "+ref.name))
	}
}

// columnsHidden counts the hidden columns that hold something.
func (s *rawSheet) columnsHidden() int {
	if len(s.hiddenColumns) == 0 {
		return 0
	}
	columns := map[int]bool{}
	for _, c := range s.cells {
		columns[c.column] = true
	}
	count := 0
	for column := range columns {
		if slices.ContainsFunc(s.hiddenColumns, func(h grid.Span) bool { return column >= h.Left && column <= h.Right }) {
			count++
		}
	}
	return count
}

func message(zh, en string) document.Message { return document.Message{ZH: zh, EN: en} }

func isTrue(value string) bool { return value == "1" || value == "true" || value == "on" }
