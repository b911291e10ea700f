package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
)

// mostRows is how many rows a sheet holds in Excel; what is more goes on in a second sheet.
const mostRows = 1 << 20

const paperA4 = 9 // in the numbering of Excel

// column is a column of a sheet: its head and its width in characters.
type column struct {
	title document.Message
	width float64
}

// kind is what a sheet holds: its name, the letter of its index numbers (索引号) and its columns. Those
// behind the printed ones are for work on the screen.
type kind struct {
	name    document.Message
	letter  string
	columns []column
	printed int // columns on paper; 0: all
}

// sheet is a sheet that is filled row by row, and goes on in another when it is full.
type sheet struct {
	kind
	book   *workbook
	now    string // the name of the part that is being filled
	part   int
	stream *excelize.StreamWriter
	rows   int                         // of the part, the head included
	count  int                         // of the whole, without heads
	end    func(name string, rows int) // what a part gets at its end
}

func (b *workbook) add(k kind) *sheet {
	s := &sheet{kind: k, book: b}
	s.open()
	return s
}

// open begins the next part.
func (s *sheet) open() {
	b := s.book
	if b.err != nil {
		return
	}
	s.part++
	s.now, s.rows = s.name.In(b.options.Lang), 0
	if s.part > 1 {
		s.now = fmt.Sprintf("%s (%d)", s.now, s.part)
	}
	s.stream = b.stream(s.now, s.letter)
	if b.err == nil {
		s.head()
	}
}

// stream makes an empty sheet to be written from top to bottom, with the letter of its index numbers.
func (b *workbook) stream(name, letter string) *excelize.StreamWriter {
	_, err := b.file.NewSheet(name)
	b.keep(err)
	b.onPaper(name, letter) // before the stream, which begins with some of it
	stream, err := b.file.NewStreamWriter(name)
	b.keep(err)
	return stream
}

// onPaper makes the sheet fit the width of a landscape page, with the lines that a workpaper is signed on.
func (b *workbook) onPaper(name, letter string) {
	f, lang := b.file, b.options.Lang
	b.keep(f.SetPageLayout(name, &excelize.PageLayoutOptions{
		Orientation: new("landscape"), Size: new(paperA4), FitToWidth: new(1), FitToHeight: new(0)}))
	b.keep(f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: new(0.4), Right: new(0.4), Top: new(0.7), Bottom: new(0.7), Header: new(0.3), Footer: new(0.3)}))
	b.keep(f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	index := ""
	if letter != "" {
		index = say("索引号：", "index: ").In(lang) + letter
	}
	b.keep(f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + say("绩效自评复核工作底稿", "Self-evaluation review workpaper").In(lang) + "&C&B&A&R" + index,
		OddFooter: say("&L编制人：＿＿＿＿＿　日期：＿＿＿＿&C第 &P 页　共 &N 页&R复核人：＿＿＿＿＿　日期：＿＿＿＿",
			"&LPrepared by: ________  Date: ______&CPage &P of &N&RReviewed by: ________  Date: ______").In(lang)}))
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
	s.write(cells)
}

// next is where the next row will stand.
func (s *sheet) next() spot {
	if s.rows >= s.book.most && s.book.err == nil {
		s.finish()
		s.open()
	}
	return spot{s.now, s.rows + 1}
}

// reserve is where the next rows, so many of them, will stand together; nowhere if there are none.
func (s *sheet) reserve(n int) spot {
	if n == 0 {
		return spot{}
	}
	if s.rows > 1 && s.rows+n > s.book.most && s.book.err == nil {
		s.finish()
		s.open()
	}
	return spot{s.now, s.rows + 1}
}

// index is the number (索引号) of the next row: C-0012.
func (s *sheet) index() string { return s.indexed(s.count + 1) }

func (s *sheet) indexed(n int) string { return fmt.Sprintf("%s-%04d", s.letter, n) }

// row writes the next row.
func (s *sheet) row(cells ...any) {
	s.next()
	s.count++
	s.write(cells)
}

func (s *sheet) write(cells []any) {
	if s.book.err != nil {
		return
	}
	s.rows++
	s.book.keep(s.stream.SetRow(ref(1, s.rows), cells, excelize.RowOpts{Height: s.height(cells)}))
}

// finish sets the filter over all rows, has the head printed on each page, and ends the part.
func (s *sheet) finish() {
	b := s.book
	if b.err != nil {
		return
	}
	b.keep(b.file.AutoFilter(s.now, "A1:"+ref(len(s.columns), max(s.rows, 1)), nil))
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: "'" + s.now + "'!$1:$1", Scope: s.now}))
	if s.printed > 0 {
		last, err := excelize.CoordinatesToCellName(s.printed, max(s.rows, 1), true)
		b.keep(err)
		b.keep(b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Area", RefersTo: "'" + s.now + "'!$A$1:" + last, Scope: s.now}))
	}
	if s.end != nil && s.rows > 1 {
		s.end(s.now, s.rows)
	}
	if b.err == nil {
		b.keep(s.stream.Flush())
	}
}
