package layout

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Some copies of a table have a cell a line, each ended by a bar. Every cell is there, the blank ones too, but where
// a row ends is not told, and where a merged cell counts once the rows have different numbers of cells. The headers
// tell: the rows below them have as many cells, and each suits the column that it then stands in.

const (
	fewestHeads = 2      // cells with a known role that make a header
	looseHeads  = 2      // cells in front of a run of headers, and behind, that may be of it
	widestGap   = 12     // blank cells that stand behind one header, where it spans columns
	widestRow   = 48     // cells of a row
	blankName   = -6     // of a row under headers: without a name it is hardly one
	blankFigure = -1     // without its weight or score
	mostLevels  = 3      // columns of levels in front of the names
	goneLevel   = -1     // a cell of a level that is gone
	leastSuits  = -7     // of a row that the template left unused
	soleTotal   = 6      // the row that closes a table is worth having
	totalPoint  = 3      // and each of its figures
	headsCost   = -1     // of two rows of headers one may be the rest of the other
	knownHead   = 1      // a cell of a header with a known role
	mostCells   = 8000   // of one such table
	mostTries   = 40_000 // runs of cells that may be headers: a table of headers alone is none
)

// barred is a table of one column, a cell a row, while it is cut into rows.
type barred struct {
	w     *gridWalk
	cells []*document.Cell
	looks []look
	best  []*barredRow // the last row of the best way to have cut the cells before an index
}

// barredRow is a row behind others: its first cell, the column where that stands, and what all rows so far suit.
// Cells outside of tables are rows of one cell.
type barredRow struct {
	from, column int
	sum          int
	kind         headerKind // of the headers that it is, or stands below
	heads        bool
	before       *barredRow
}

// uncut reports whether a table came as its cells alone.
func uncut(t *document.Table) bool { return t.Evidence == document.Barred && t.Columns == 1 }

// cutBars cuts the cells into rows by the headers among them; nil where there are none.
func (r *reader) cutBars(t *document.Table) *document.Table {
	if len(t.Cells) > mostCells {
		return nil
	}
	b := barred{w: &gridWalk{reader: r, table: t}, looks: make([]look, len(t.Cells)), best: make([]*barredRow, len(t.Cells)+1)}
	for i := range t.Cells {
		b.cells = append(b.cells, &t.Cells[i])
	}
	b.best[0] = &barredRow{}
	headed, tries := false, 0
	for i := range b.cells {
		b.alone(i)
		b.total(i)
		widths := b.headWidths(i)
		if tries += len(widths); tries > mostTries {
			continue
		}
		for _, width := range widths {
			headed = b.under(i, width) || headed
		}
	}
	if !headed {
		return nil
	}
	return b.table()
}

// offer takes a way to cut the cells before end if it is the best so far; of two that are as good the one that begins
// later, since the blank cells before it end a row of their own.
func (b *barred) offer(end int, r barredRow) {
	if old := b.best[end]; old == nil || r.sum >= old.sum {
		b.best[end] = &r
	}
}

// alone passes over one cell as one that stands in no table.
func (b *barred) alone(i int) {
	before := b.best[i]
	if next := b.best[i+1]; next != nil && next.sum >= before.sum {
		return
	}
	r := barredRow{from: i, sum: before.sum, before: before}
	if b.cells[i].Text == "" {
		r.kind = before.kind
	}
	b.offer(i+1, r)
}

// total takes the row that closes a table: its name, and behind it figures, a grade and blanks.
func (b *barred) total(i int) {
	if !b.w.totalWord(b.cells[i].Text) || b.best[i].kind == fundsHeader {
		return
	}
	sum, points := b.best[i].sum, 0
	for end := i + 1; end < len(b.cells) && end-i < widestRow; end++ {
		text := b.cells[end].Text
		switch q := quantity.Parse(text); {
		case q.Numeric() && (q.Unit == "" || q.Unit == "分") && quantity.Compare(q.Rat(), quantity.Whole(2*fullPoints)) <= 0:
			if points++; points == 1 {
				sum += soleTotal
			}
			sum += totalPoint
		case text != "" && !isGrade(text):
			return
		}
		if sum > b.best[i].sum {
			b.offer(end+1, barredRow{from: i, sum: sum, before: b.best[i]})
		}
	}
}

// headWidths lists how many cells the headers may have that begin at cell i.
func (b *barred) headWidths(i int) (widths []int) {
	known, loose, blanks := 0, 0, 0
	for end := i; end < len(b.cells) && end-i < widestRow; end++ {
		text := b.cells[end].Text
		switch {
		case text == "":
			if blanks++; blanks > widestGap {
				return widths
			}
		case b.w.lex.Role(text) != "":
			known, blanks = known+1, 0
		default:
			if loose++; loose > 2*looseHeads || known == 0 && end-i >= looseHeads || quantity.Parse(text).Kind == quantity.Number || holdsSign(text, "。；") {
				return widths
			}
			blanks = 0
		}
		if known >= fewestHeads {
			widths = append(widths, end+1-i)
		}
	}
	return widths
}

// under takes so many cells from i on as headers, and the rows below as long as they suit them; it reports whether
// they are headers.
func (b *barred) under(i, width int) bool {
	before, own := b.best[i], b.filled(i, width)
	h := b.w.headerOf(own, b.above(i))
	if h.kind == noHeader || beginsWithFigures(h) {
		return false
	}
	head := &barredRow{from: i, sum: before.sum + headsCost, kind: h.kind, heads: true, before: before}
	for _, c := range own {
		if b.w.lex.Role(c.text) != "" {
			head.sum += knownHead
		}
	}
	b.w.header = h
	wide := width
	if len(own) == width {
		wide = max(width, b.w.width()) // a second row of headers may say nothing of the columns beside its group
	}
	b.below(head, i+width, wide)
	return true
}

// above is the header that ends before cell i, for headers of two rows.
func (b *barred) above(i int) header {
	if r := b.best[i]; r.heads {
		return b.w.headerOf(b.filled(r.from, i-r.from), header{})
	}
	return header{}
}

// below cuts rows under headers that end before a cell, in every way that suits them. Where the cells are gone of levels
// that cover several rows, or of a note behind all of them, the other rows have fewer cells.
func (b *barred) below(head *barredRow, first, width int) {
	ways, last := map[int]*barredRow{first: head}, first
	for i := first; i <= last; i++ {
		r := ways[i]
		if r == nil {
			continue
		}
		b.offer(i, *r)
		if head.kind == goalHeader && r != head {
			continue // the block has one row
		}
		for _, end := range b.rowEnds(i, width) {
			if r.heads && end.noteGone {
				continue // the note begins in the first row
			}
			suits, ok := b.suits(i, end.at-i, end.gone)
			if end.noteGone {
				suits += goneLevel
			}
			if next := ways[end.at]; ok && (next == nil || next.sum < r.sum+suits) {
				ways[end.at] = &barredRow{from: i, column: end.gone, sum: r.sum + suits, kind: head.kind, before: r}
				last = max(last, end.at)
			}
		}
	}
}

// rowEnd is where a row may end, if the cells of so many levels, and that of a note behind the row, are gone.
type rowEnd struct {
	at, gone int
	noteGone bool
}

// rowEnds lists where a row may end that begins at cell i.
func (b *barred) rowEnds(i, width int) (ends []rowEnd) {
	for gone := range 1 + min(b.levels(), width/2) {
		ends = append(ends, rowEnd{at: i + width - gone, gone: gone})
	}
	if b.w.noteLast(width) {
		ends = append(ends, rowEnd{at: i + width - 1, noteGone: true})
	}
	return slices.DeleteFunc(ends, func(e rowEnd) bool { return e.at > len(b.cells) })
}

// noteLast reports whether the last of so many columns holds words on the whole block, which one cell may cover.
func (w *gridWalk) noteLast(width int) bool {
	switch w.roleAt(width-1, width) {
	case lexicon.Reason, lexicon.Rule, lexicon.Meaning:
		return w.header.kind == fundsHeader
	}
	return false
}

// levels is how many columns stand before the names of indicators.
func (b *barred) levels() int {
	if b.w.header.kind != indicatorHeader {
		return 0
	}
	for _, col := range b.w.header.columns {
		if col.role == lexicon.Name && col.from > 0 {
			return min(col.from, mostLevels)
		}
	}
	return 0
}

// beginsWithFigures reports whether the first column holds what rows have after their names.
func beginsWithFigures(h header) bool {
	for _, c := range h.columns {
		switch c.role {
		case lexicon.Target, lexicon.Actual, lexicon.Weight, lexicon.Score, lexicon.Review, lexicon.Budget, lexicon.Spent, lexicon.Rate, lexicon.Unit, lexicon.Reason:
			if c.from == 0 {
				return true
			}
		}
	}
	return false
}

// filled gives those of so many cells from i on that hold text as a row sees them.
func (b *barred) filled(i, width int) []cellAt {
	cells := make([]cellAt, 0, width)
	for k, c := range b.cells[i : i+width] {
		if quantity.TrimSpace(c.Text) != "" {
			cells = append(cells, cellAt{Cell: c, text: c.Text, from: k, to: k + 1, look: &b.looks[i+k]})
		}
	}
	return cells
}

// suits tells how well cells suit the headers in force as one row below them, without the first columns that are
// gone; ok is false where they are none.
func (b *barred) suits(i, width, gone int) (sum int, ok bool) {
	own := b.filled(i, width)
	if len(own) == 0 || b.w.totalWord(own[0].text) && b.w.header.kind != fundsHeader {
		return 0, false
	}
	if sum, ok = b.w.fit(own, gone); !ok || b.heads(own, gone) {
		return 0, false
	}
	sum += goneLevel * gone
	has := map[lexicon.Role]bool{} // true where one of its columns holds text
	for _, col := range b.w.header.columns {
		from, to := min(max(col.from-gone, 0), width), min(max(col.to-gone, 0), width)
		has[col.role] = has[col.role] || !b.blank(i+from, i+to)
	}
	for role, filled := range has {
		switch {
		case filled:
		case role == lexicon.Name, role == lexicon.FundName:
			sum += blankName
		case role == lexicon.Weight, role == lexicon.Score, role == lexicon.Budget, role == lexicon.Spent:
			sum += blankFigure
		}
	}
	if filled, headed := has[lexicon.Actual]; headed && !filled && !has[lexicon.Target] {
		sum += blankFigure
	}
	return sum, sum > leastSuits
}

// heads reports whether a row holds a header itself: where names and levels stand a word may be one and mean the row.
func (b *barred) heads(own []cellAt, gone int) bool {
	for _, c := range own {
		switch b.w.lex.Role(c.text) {
		case "", lexicon.Rate, lexicon.Completion, lexicon.ScoreRate, lexicon.FundName:
			continue
		case lexicon.Unit, lexicon.Target, lexicon.Actual, lexicon.Weight, lexicon.Score, lexicon.Reason:
			return true
		}
		switch b.w.roleAt(c.from+gone, c.to+gone) {
		case lexicon.Level1, lexicon.Level2, lexicon.Name, lexicon.FundName, lexicon.Activity:
			continue
		}
		return true
	}
	return false
}

// blank reports whether no cell from one index to another holds text.
func (b *barred) blank(from, to int) bool {
	return !slices.ContainsFunc(b.cells[from:to], func(c *document.Cell) bool { return c.Text != "" })
}

// table gives the cells in the rows of the best way to cut them. Cells outside of tables go on in one row up to the
// next label.
func (b *barred) table() *document.Table {
	t := &document.Table{Number: b.w.table.Number, Evidence: document.Barred, Place: b.w.table.Place}
	var rows []*barredRow
	for r := b.best[len(b.cells)]; r.before != nil; r = r.before {
		rows = append(rows, r)
	}
	slices.Reverse(rows)
	column, alone := 0, false
	for k, r := range rows {
		end := len(b.cells)
		if k+1 < len(rows) {
			end = rows[k+1].from
		}
		single := end-r.from == 1
		if !single || !alone || b.begins(b.cells[r.from].Text) {
			t.Rows++
			column = r.column
		}
		for i := r.from; i < end; i++ {
			b.put(t, i, column)
			column++
		}
		alone = single
	}
	return t
}

// put places a cell in the last row of the table.
func (b *barred) put(t *document.Table, i, column int) {
	c := *b.cells[i]
	c.Row, c.Column = t.Rows-1, column
	c.Place.Row, c.Place.Column = t.Rows, column+1
	t.Columns = max(t.Columns, column+1)
	t.Cells = append(t.Cells, c)
}

// begins reports whether a cell outside of tables begins a row: it labels what stands behind it.
func (b *barred) begins(text string) bool {
	name, _ := splitField(text)
	_, weight := label(text)
	lex := b.w.lex
	return weight != "" || b.w.isField(name) || lex.Has(lexicon.ReasonBlock, text) || lex.Has(lexicon.MeasuresBlock, text) || lex.Has(lexicon.NoteBlock, text)
}

// appendBars appends cells that nothing cuts as lines of text.
func appendBars(lines []document.Line, t *document.Table) []document.Line {
	for _, c := range t.Cells {
		if c.Text != "" {
			lines = append(lines, document.Line{Text: c.Text, Place: c.Place})
		}
	}
	return lines
}
