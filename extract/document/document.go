// Package document is what every reader returns: the pages of a file with their words and drawn
// lines, its paragraphs and tables in reading order, the place of each of them, and notes on what
// could not be read. Bytes came in; a Document goes out. It never says what a text means.
package document

// Document is one file as it was read. Blocks hold all text in reading order; Pages hold the geometry
// behind it, for formats that have any (PDF, OFD), and are otherwise empty.
type Document struct {
	Format string  `json:"format"` // text, pdf, docx, xlsx, html or ofd
	Pages  []Page  `json:"pages,omitempty"`
	Blocks []Block `json:"blocks,omitempty"`
	Notes  []Note  `json:"notes,omitempty"`
}

// Block is one paragraph or one table: exactly one of the two is set.
type Block struct {
	Paragraph *Paragraph `json:"paragraph,omitempty"`
	Table     *Table     `json:"table,omitempty"`
}

// Paragraph is running text, its lines joined without the blanks and breaks of the layout. In text
// files, where nothing tells a wrapped line from a new paragraph, each printed line is a Paragraph.
type Paragraph struct {
	Text  string `json:"text"`
	Lines []Line `json:"lines,omitempty"`
	Place Place  `json:"place"`
}

// Line is one printed line, with the text as it stands there.
type Line struct {
	Text  string `json:"text"`
	Place Place  `json:"place"`
}

// Table is a grid of cells. A table that goes on over a page is one Table.
type Table struct {
	Number   int      `json:"number"` // from 1, in document order
	Rows     int      `json:"rows"`
	Columns  int      `json:"columns"`
	Cells    []Cell   `json:"cells"`
	Evidence Evidence `json:"evidence"`
	Place    Place    `json:"place"`
}

// Evidence tells by what a table was found, and so how far its grid can be trusted.
type Evidence string

const (
	Ruled   Evidence = "ruled"   // drawn lines
	Shaded  Evidence = "shaded"  // filled areas, one for each cell
	Clipped Evidence = "clipped" // the boxes that the text of each cell is clipped to
	Aligned Evidence = "aligned" // words that stand below one another
	Tabbed  Evidence = "tabbed"  // tab characters or pipes between cells
	Barred  Evidence = "barred"  // a bar at the end of each cell, a cell a line; with one column, where rows end is not told
	Markup  Evidence = "markup"  // the format itself says so: docx, html, xlsx
)

// Cell is one cell of a table: Row and Column count from 0 and name its upper left slot; a merged cell
// has spans over 1. Cells of one table never overlap. They stand in row-major order; slots without a
// Cell were not drawn.
type Cell struct {
	Row        int    `json:"row"`
	Column     int    `json:"column"`
	RowSpan    int    `json:"row_span"`
	ColumnSpan int    `json:"column_span"`
	Text       string `json:"text"`            // lines joined without the layout's breaks
	Lines      []Line `json:"lines,omitempty"` // the printed lines, when there are several
	Doubt      string `json:"doubt,omitempty"` // why the cell's place or text is not certain: a code
	Place      Place  `json:"place"`
}

// The codes of doubt about a cell.
const (
	ShiftedRow        = "shifted-row"        // its row lost leading blanks and was moved to the right
	WitnessesDisagree = "witnesses-disagree" // drawn lines and clip boxes tell different cells
)

// At returns the cell that covers the slot, or nil.
func (t *Table) At(row, column int) *Cell {
	for i := range t.Cells {
		c := &t.Cells[i]
		if row >= c.Row && row < c.Row+c.RowSpan && column >= c.Column && column < c.Column+c.ColumnSpan {
			return c
		}
	}
	return nil
}

// Grid returns the table as rows of slots: each slot points to the cell that covers it, so a merged
// cell stands in several slots; a slot that was not drawn is nil.
func (t *Table) Grid() [][]*Cell {
	slots := make([]*Cell, t.Rows*t.Columns)
	grid := make([][]*Cell, t.Rows)
	for r := range grid {
		grid[r] = slots[r*t.Columns : (r+1)*t.Columns]
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		for r := c.Row; r < min(c.Row+c.RowSpan, t.Rows); r++ {
			for k := c.Column; k < min(c.Column+c.ColumnSpan, t.Columns); k++ {
				grid[r][k] = c
			}
		}
	}
	return grid
}
