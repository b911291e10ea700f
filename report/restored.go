package report

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

// Bounds on what is restored of a document.
const (
	mostTables  = 60
	mostCells   = 60_000
	mostColumns = 200
	mostNotes   = 2_000 // comments
)

// restored are the tables of a single document, each in a sheet of its own, and what was found in them.
type restored struct {
	tables []*document.Table
	names  []string
	cells  map[document.Place]tableCell
	marks  map[document.Place][]numbered
}

// tableCell is a cell of a restored table.
type tableCell struct {
	table int
	cell  string
}

func (r restored) is() bool { return r.cells != nil }

// place chooses the tables that are restored and where their cells will stand.
func (b *workbook) place(doc *document.Document) restored {
	r := restored{cells: map[document.Place]tableCell{}, marks: map[document.Place][]numbered{}}
	for _, block := range doc.Blocks {
		t := block.Table
		if t == nil || t.Columns > mostColumns || len(r.tables) == mostTables || len(r.cells)+len(t.Cells) > mostCells {
			continue
		}
		r.names = append(r.names, fmt.Sprintf(say("表格_%02d", "Table_%02d").In(b.options.Lang), t.Number))
		for _, c := range t.Cells {
			r.cells[key(c.Place)] = tableCell{len(r.tables), ref(c.Column+1, c.Row+tableTop)}
		}
		r.tables = append(r.tables, t)
	}
	return r
}

// tableTop is the row that a restored table begins in: two of caption and a blank one stand above it.
const tableTop = 3

// mark remembers a finding for the cell that it is about.
func (b *workbook) mark(x numbered) {
	at := key(x.Place)
	if _, ok := b.restored.cells[at]; ok {
		b.restored.marks[at] = append(b.restored.marks[at], x)
	}
}

// tables writes the sheets of the restored tables.
func (b *workbook) tables() {
	for i, t := range b.restored.tables {
		if b.err != nil {
			return
		}
		b.table(b.restored.names[i], t)
	}
}

func (b *workbook) table(name string, t *document.Table) {
	stream := b.stream(name, "")
	if b.err != nil {
		return
	}
	widths := tableWidths(t)
	for i, w := range widths {
		b.keep(stream.SetColWidth(i+1, i+1, w))
	}
	caption := fmt.Sprintf(say("表格 %d（%s）", "table %d (%s)").In(b.options.Lang), t.Number, where(document.Place{Page: t.Place.Page, Line: t.Place.Line, Cell: t.Place.Cell}, b.options.Lang))
	b.keep(stream.SetRow("A1", []any{b.styled(look{bold: true, bare: true}, strings.ReplaceAll(caption, "（）", ""))}))
	notes := 0
	rows, merges := b.gridOf(t)
	for r, cells := range rows {
		b.keep(stream.SetRow(ref(1, r+tableTop), cells, excelize.RowOpts{Height: tableHeight(t, r, widths)}))
	}
	for _, m := range merges {
		b.keep(stream.MergeCell(m[0], m[1]))
	}
	for i := range t.Cells {
		found := b.restored.marks[key(t.Cells[i].Place)]
		if len(found) == 0 || notes == mostNotes {
			continue
		}
		notes++
		b.comment(name, ref(t.Cells[i].Column+1, t.Cells[i].Row+tableTop), found)
	}
	if b.err == nil {
		b.keep(stream.Flush())
	}
}

// gridOf are the rows of a table, every slot with its borders, and the ranges to be merged.
func (b *workbook) gridOf(t *document.Table) (rows [][]any, merges [][2]string) {
	for r, slots := range t.Grid() {
		cells := make([]any, len(slots))
		for c, cell := range slots {
			switch {
			case cell == nil:
			case cell.Row == r && cell.Column == c:
				cells[c] = b.tableCell(cell)
				if cell.RowSpan > 1 || cell.ColumnSpan > 1 {
					merges = append(merges, [2]string{ref(c+1, r+tableTop), ref(min(c+cell.ColumnSpan, t.Columns), min(r+cell.RowSpan, t.Rows)+tableTop-1)})
				}
			default:
				cells[c] = b.text("") // its border
			}
		}
		rows = append(rows, cells)
	}
	return rows, merges
}

// tableCell is a cell as it was printed, filled by the gravest finding about it.
func (b *workbook) tableCell(c *document.Cell) excelize.Cell {
	l := look{wrap: true}
	worst := 0
	for _, x := range b.restored.marks[key(c.Place)] {
		if x.by == nil && x.Level.Rank() > worst {
			worst, l.fill = x.Level.Rank(), fill(x.Level)
		}
	}
	value, format, ok := shown(form.Entry{Text: c.Text})
	if !ok || len(b.styles.known) > mostStyles {
		return b.styled(l, c.Text)
	}
	l.format = format
	return b.styled(l, value)
}

// comment notes at a cell what was found there.
func (b *workbook) comment(name, cell string, found []numbered) {
	lines := each(found, func(x numbered) string {
		return fmt.Sprintf("%s %s", x.index, b.problem(numbered{Finding: withoutPlace(x.Finding), by: x.by}))
	})
	b.keep(b.file.AddComment(name, excelize.Comment{Cell: cell, Author: "fuhe", Width: 320, Height: uint(40 + 36*len(lines)),
		Paragraph: []excelize.RichTextRun{{Text: cut(strings.Join(lines, "\n"))}}}))
}

func withoutPlace(f finding.Finding) finding.Finding {
	f.Place = document.Place{}
	return f
}

// tableWidths shares out the width of a page by what the columns hold.
func tableWidths(t *document.Table) []float64 {
	const least, most, all = 6, 40, 150
	widths := make([]float64, t.Columns)
	for i := range widths {
		widths[i] = least
	}
	for _, c := range t.Cells {
		if c.ColumnSpan == 1 && c.Column < len(widths) {
			widths[c.Column] = max(widths[c.Column], min(columns(c.Text)+2, most))
		}
	}
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	for i := range widths {
		if sum > all {
			widths[i] = max(least, widths[i]*all/sum)
		}
	}
	return widths
}

// tableHeight is what a row needs to show its texts; those merged over several rows have room in all.
func tableHeight(t *document.Table, row int, widths []float64) float64 {
	lines := 1.0
	for _, c := range t.Cells {
		if c.Row > row || c.Row+c.RowSpan <= row {
			continue
		}
		width := 0.0
		for i := c.Column; i < min(c.Column+c.ColumnSpan, len(widths)); i++ {
			width += widths[i]
		}
		lines = max(lines, linesOf(c.Text, width)/float64(max(c.RowSpan, 1)))
	}
	return min(lines*lineHeight+3, mostHeight)
}
