package table

import (
	"strings"

	"fuhe/extract/document"
)

// Tabbed finds the tables of a text file: lines that follow one another with tabs, or bars, between
// cells. Blank lines and the numbers of pages
// do not end a table, any other line without tabs does. All other lines are paragraphs, one
// for each. Rows that lost their leading blanks are moved to where they agree with their neighbours.
func Tabbed(lines []document.Line) []document.Block {
	var t tabs
	pads, unstreamed := paddingOf(lines), 0
	for i := 0; i < len(lines); {
		if rows, n := pads.rows(i); n > 0 {
			for _, r := range rows {
				t.addRow(r)
			}
			i += n
			continue
		}
		n, cells := barred(lines, i)
		if cells == nil && i >= unstreamed {
			n, cells = streamed(lines, i)
			unstreamed = i + n
		}
		if cells != nil {
			t.end()
			t.blocks = append(t.blocks, document.Block{Table: cells})
			i += n
			continue
		}
		if strings.TrimSpace(lines[i].Text) != "" {
			t.add(lines[i])
		}
		i++
	}
	t.end()
	return number(t.blocks)
}

// tabs is the state of reading a text file: the table that is open, and the page ends met inside it,
// which are dropped if it goes on.
type tabs struct {
	blocks   []document.Block
	run      []row
	pageEnds []document.Line
}

func (t *tabs) add(l document.Line) {
	r, ok := split(l)
	switch {
	case ok:
		t.addRow(r)
	case len(t.run) > 0 && pageNumber(strings.TrimSpace(l.Text)):
		t.pageEnds = append(t.pageEnds, l)
	default:
		t.end()
		t.blocks = append(t.blocks, plainBlock(l))
	}
}

func (t *tabs) addRow(r row) {
	if len(t.run) > 0 && r.sign != t.run[0].sign {
		t.end()
	}
	t.run, t.pageEnds = append(t.run, r), nil
}

func (t *tabs) end() {
	t.blocks = append(t.blocks, blocksOf(t.run)...)
	for _, l := range t.pageEnds {
		t.blocks = append(t.blocks, plainBlock(l))
	}
	t.run, t.pageEnds = nil, nil
}

// row is one line of a table and its cells.
type row struct {
	line    document.Line
	sign    byte // what stands between the cells
	cells   []string
	places  []document.Place // of the cells, where they have lines of their own
	shifted int              // columns that it was moved to the right
}

// mostColumns is how many cells a line of a table may have; with more it is something else.
const mostColumns = 256

// split cuts a line into cells, and reports whether it has any.
func split(l document.Line) (row, bool) {
	if strings.Count(l.Text, "\t")+strings.Count(l.Text, "|") >= mostColumns {
		return row{}, false
	}
	if strings.ContainsRune(l.Text, '\t') && strings.Trim(l.Text, " \t") != "" {
		return row{line: l, sign: '\t', cells: squeezed(strings.Split(l.Text, "\t"))}, true
	}
	text := strings.TrimSpace(strings.ReplaceAll(l.Text, "｜", "|"))
	if strings.Count(strings.TrimSuffix(text, "|"), "|") == 0 {
		return row{}, false
	}
	return row{line: l, sign: '|', cells: squeezed(strings.Split(text, "|"))}, true
}

func squeezed(cells []string) []string {
	for i, c := range cells {
		cells[i] = squeeze(strings.TrimSpace(c))
	}
	return cells
}

// plainBlock is a line outside of tables: a paragraph with the line as it stands. A bar at its end only
// says that it was a cell.
func plainBlock(l document.Line) document.Block {
	text := strings.TrimSpace(l.Text)
	if bare := strings.TrimRight(text, " |｜"); bare != "" {
		text = bare
	}
	if strings.Contains(l.Text, "|") || strings.Contains(l.Text, "｜") { // the blanks in front of laid-out text stay
		l.Text = text
	}
	return document.Block{Paragraph: &document.Paragraph{Text: text, Lines: []document.Line{l}, Place: l.Place.Quoting(text)}}
}

// blocksOf makes a table of the rows, or paragraphs where they are none: a single line with a wide gap,
// or a table of contents.
func blocksOf(rows []row) []document.Block {
	if len(rows) == 0 {
		return nil
	}
	if len(rows) == 1 || contents(rows) {
		var blocks []document.Block
		for _, r := range rows {
			blocks = append(blocks, plainBlock(r.line))
		}
		return blocks
	}
	if rows = bars(rows); len(rows) == 0 {
		return nil // dashes alone
	}
	realign(rows)
	return []document.Block{{Table: tableOf(rows)}}
}

// contents reports whether the rows are a table of contents: headings with page numbers that never
// fall.
func contents(rows []row) bool {
	page, led := 0, 0
	for _, r := range rows {
		n, ok := smallNumber(r.cells[len(r.cells)-1])
		if len(r.cells) != 2 || !ok || n < page || r.cells[0] == "" {
			return false
		}
		page = n
		if heading(r.cells[0]) || strings.HasSuffix(r.cells[0], "..") || strings.HasSuffix(r.cells[0], "…") {
			led++
		}
	}
	return 2*led > len(rows)
}

func smallNumber(s string) (int, bool) {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 999 {
			return 0, false
		}
		n = 10*n + int(r-'0')
	}
	return n, s != ""
}

// bars drops what is only drawing in a table with bars: those around each row, and lines of dashes.
func bars(rows []row) []row {
	if rows[0].sign != '|' {
		return rows
	}
	var out []row
	open, closed := true, true
	for _, r := range rows {
		if strings.Trim(r.line.Text, "|:-—─+ ｜") != "" || !strings.ContainsAny(r.line.Text, "-—─") {
			out = append(out, r)
			open, closed = open && r.cells[0] == "", closed && r.cells[len(r.cells)-1] == ""
		}
	}
	for i := range out {
		if c := out[i].cells; open && len(c) > 1 {
			out[i].cells, out[i].places = c[1:], out[i].places[min(1, len(out[i].places)):]
		}
		if c := out[i].cells; closed && len(c) > 1 {
			out[i].cells = c[:len(c)-1]
		}
	}
	return out
}

// mostPadded is how many slots a table may have and still get a blank cell for each that was not
// written.
const mostPadded = 1 << 20

// tableOf makes the table: every row as wide as the widest text, merged cells stay blank.
func tableOf(rows []row) *document.Table {
	t := &document.Table{Rows: len(rows), Evidence: document.Tabbed, Place: rows[0].line.Place}
	for i := range rows {
		t.Columns = max(t.Columns, rows[i].width())
	}
	t.Place.Quote = ""
	if t.Rows*t.Columns <= mostPadded {
		t.Cells = make([]document.Cell, 0, t.Rows*t.Columns)
	}
	for i := range rows {
		n := t.Columns
		if t.Rows*t.Columns > mostPadded {
			n = min(n, len(rows[i].cells))
		}
		for k := range n {
			t.Cells = append(t.Cells, rows[i].cell(i, k))
		}
	}
	return t
}

// width is the number of cells up to the last one with text.
func (r *row) width() int {
	n := len(r.cells)
	for n > 1 && r.cells[n-1] == "" {
		n--
	}
	return n
}

func (r *row) cell(i, k int) document.Cell {
	c := document.Cell{Row: i, Column: k, RowSpan: 1, ColumnSpan: 1}
	if k < len(r.cells) {
		c.Text = r.cells[k]
	}
	place := r.line.Place
	if k < len(r.places) {
		place = r.places[k]
	}
	place.Row, place.Column = i+1, k+1
	c.Place = place.Quoting(c.Text)
	if r.shifted > 0 && c.Text != "" {
		c.Doubt = document.ShiftedRow
	}
	return c
}
