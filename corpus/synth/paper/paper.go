// Package paper is a written report before it has a format: paragraphs and tables in reading order. What
// comes in is a Paper, what goes out are the bytes of a text copy, a page, a document, a workbook or a PDF.
// It knows nothing of budgets or scores, and draws every choice of width, break and blank from the source of
// chance it is handed, so that the same seed writes the same bytes.
package paper

// Paper is one report to be written.
type Paper struct {
	Title  string  // the document's own title: a sheet's name, a page's <title>
	Blocks []Block // in reading order
}

// Block is one paragraph or one table, or the end of a page.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
	PageEnd   bool // what follows begins on a new page (a new sheet in a workbook)
}

// Paragraph is running text.
type Paragraph struct {
	Text    string
	Heading int  // 0 is body text, 1 the title of the report, 2 and 3 its sections
	Centred bool // set in the middle of the line
}

// Table is a grid of cells. Every row names only the cells that begin in it, as in HTML: a cell that spans
// rows or columns takes the places under and beside it.
type Table struct {
	Widths []float64 // of the columns, relative; their number is the number of columns
	Header int       // rows at the top that a page end may repeat
	Rows   [][]Cell
}

// Cell is one cell of a table.
type Cell struct {
	Text     string // may hold line feeds
	RowSpan  int    // 0 and 1 are the same
	ColSpan  int    // 0 and 1 are the same
	Centred  bool
	Bold     bool
	Vertical bool // set one character below the other
	// Number is how a workbook holds the cell: empty is text; otherwise an Excel number format ("0.00%",
	// "#,##0.00") under which the decimal in Value is shown as Text.
	Number string
	Value  string
}
