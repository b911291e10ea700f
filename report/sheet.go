package report

import (
	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
)

// mostRows is how many rows a sheet holds in Excel; what is more is left out and told in the last one.
const mostRows = 1 << 20

const paperA3 = 8 // in the numbering of Excel

// column is a column of a sheet: its head and its width in characters.
type column struct {
	title document.Message
	width float64
}

// sheet is one sheet that is filled row by row.
type sheet struct {
	book    *workbook
	name    string
	stream  *excelize.StreamWriter
	columns []column
	rows    int // the head included
}

func (b *workbook) add(name string, columns []column) *sheet {
	s := &sheet{book: b, name: name, columns: columns}
	if b.err != nil {
		return s
	}
	_, err := b.file.NewSheet(name)
	b.keep(err)
	s.layout()
	s.stream, err = b.file.NewStreamWriter(name)
	b.keep(err)
	if b.err == nil {
		s.head()
	}
	return s
}

// layout makes the sheet fit the width of a landscape page.
func (s *sheet) layout() {
	f := s.book.file
	s.book.keep(f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Orientation: new("landscape"), Size: new(paperA3), FitToWidth: new(1), FitToHeight: new(0)}))
	s.book.keep(f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: new(0.4), Right: new(0.4), Top: new(0.5), Bottom: new(0.5)}))
	s.book.keep(f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(true)}))
}

// head writes the frozen first row and sets the widths.
func (s *sheet) head() {
	b := s.book
	for i, c := range s.columns {
		b.keep(s.stream.SetColWidth(i+1, i+1, c.width))
	}
	b.keep(s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	cells := make([]any, len(s.columns))
	for i, c := range s.columns {
		cells[i] = b.styled(headStyle, c.title.In(b.options.Lang))
	}
	s.row(cells...)
}

// row writes the next row.
func (s *sheet) row(cells ...any) {
	if s.book.err != nil || s.rows >= mostRows {
		return
	}
	s.rows++
	if s.rows == mostRows {
		cells = []any{say("行数超过 Excel 上限，其余未列出，请改用 jsonl", "more rows than Excel holds; use jsonl").In(s.book.options.Lang)}
	}
	at, err := excelize.CoordinatesToCellName(1, s.rows)
	s.book.keep(err)
	s.book.keep(s.stream.SetRow(at, cells, excelize.RowOpts{Height: s.height(cells)}))
}

// finish sets the filter over all rows, has the head printed on each page, and ends the sheet.
func (s *sheet) finish() {
	if s.book.err != nil {
		return
	}
	last, err := excelize.CoordinatesToCellName(len(s.columns), max(s.rows, 1))
	s.book.keep(err)
	s.book.keep(s.book.file.AutoFilter(s.name, "A1:"+last, nil))
	s.book.keep(s.book.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name}))
	s.book.keep(s.stream.Flush())
}
