package layout

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// laidRow is one row of laid-out text: the line its figures stand on, and its cells by column.
type laidRow struct {
	anchor, top, bottom int // lines
	cells               []string
}

// build makes the table: its header row and its rows, with level cells merged over their rows.
func (t *laid) build() (*document.Table, bool) {
	t.roles = make([]lexicon.Role, t.left, len(t.edges))
	for _, h := range t.heads {
		t.roles = append(t.roles, t.role(h.text))
	}
	rows := t.anchors()
	if len(rows) == 0 {
		return nil, false
	}
	for c, role := range t.roles {
		if c < t.left-1 || t.left == 1 && c == 0 && t.header.kind == indicatorHeader || role == lexicon.Level1 || role == lexicon.Level2 {
			continue
		}
		if !t.gather(rows, c) {
			if needed(role) || c < t.left {
				return nil, false
			}
			for i := range rows {
				rows[i].cells[c] = "" // a cell merged over rows; what it says is not known of any
			}
		}
	}
	return t.tableOf(rows), true
}

// needed reports whether a row without the column's cell is no row.
func needed(role lexicon.Role) bool {
	switch role {
	case lexicon.Rule, lexicon.Meaning, lexicon.Activity, lexicon.Sequence, "":
		return false
	}
	return true
}

// anchors are the lines on which the figures of the rows stand: those columns never break.
func (t *laid) anchors() (rows []laidRow) {
	for k := t.from; k < t.to; k++ {
		for c, role := range t.roles {
			if t.anchoring(role) && wholeFigure(t.cell(k, c)) {
				rows = append(rows, laidRow{anchor: k, top: k, bottom: k, cells: make([]string, len(t.roles))})
				break
			}
		}
	}
	return rows
}

// anchoring reports whether the column's figures stand on the middle line of each row.
func (t *laid) anchoring(role lexicon.Role) bool {
	switch role {
	case lexicon.Weight, lexicon.Score:
		return true
	case lexicon.Budget, lexicon.Spent, lexicon.Initial:
		return t.header.kind == fundsHeader || t.header.kind == projectsHeader
	case lexicon.Target, lexicon.Actual:
		return t.header.kind == indicatorHeader && !t.header.has(lexicon.Weight) && !t.header.has(lexicon.Score)
	}
	return false
}

// wholeFigure reports whether a cell is whole on its line: an amount, a date, or a mark for none.
func wholeFigure(text string) bool {
	if text == "" {
		return false
	}
	q := quantity.Parse(text)
	return placeholder(text) || q.Kind == quantity.Number && (q.Bound != quantity.None || plainAmount(squeeze(text), q))
}

func (t *laid) cell(line, c int) string { return between(t.lines[line].Text, t.edges[c], t.edges[c+1]) }

// gather joins the lines of one column's cells. A cell is centred: as many of its lines stand above the
// row's figures as below. That settles where each cell ends, from the first row on; it fails where the
// count does not come out even.
func (t *laid) gather(rows []laidRow, c int) bool {
	above := 0
	for i := range rows {
		row := &rows[i]
		start, end := t.from, t.to
		if i > 0 {
			start = rows[i-1].anchor + 1
		}
		if i+1 < len(rows) {
			end = rows[i+1].anchor
		}
		over, under := t.written(start, row.anchor, c), t.written(row.anchor+1, end, c)
		if above > len(over) {
			return false // the row before took more than there is
		}
		mine := over[above:]
		if len(mine) > len(under) {
			return false
		}
		row.cells[c] = t.joined(mine, row.anchor, under[:len(mine)], c)
		row.stretch(mine, under[:len(mine)])
		above = len(mine)
		if i+1 == len(rows) && len(under) != len(mine) {
			return false
		}
	}
	return true
}

func (r *laidRow) stretch(over, under []int) {
	for _, k := range append(slices.Clone(over), under...) {
		r.top, r.bottom = min(r.top, k), max(r.bottom, k)
	}
}

// written lists the lines on which the column has text.
func (t *laid) written(from, to, c int) (lines []int) {
	for k := from; k < to; k++ {
		if t.cell(k, c) != "" {
			lines = append(lines, k)
		}
	}
	return lines
}

func (t *laid) joined(over []int, anchor int, under []int, c int) string {
	text := ""
	for _, k := range append(append(slices.Clone(over), anchor), under...) {
		text = joinLines(text, t.cell(k, c))
	}
	return text
}

func (t *laid) tableOf(rows []laidRow) *document.Table {
	place := t.lines[t.from-1].Place
	table := &document.Table{Rows: len(rows) + 1, Columns: len(t.roles), Evidence: document.Aligned, Place: place}
	for k, h := range t.heads {
		table.Cells = append(table.Cells, document.Cell{Column: t.left + k, RowSpan: 1, ColumnSpan: 1, Text: h.text, Place: place.Quoting(h.text)})
	}
	levels := map[int][]levelCell{}
	for c, role := range t.roles {
		if role == lexicon.Level1 || role == lexicon.Level2 {
			levels[c] = t.levelCells(rows, c, role)
		}
	}
	for i, row := range rows {
		for c, text := range row.cells {
			span := 1
			if cells, ok := levels[c]; ok {
				text, span = cellFrom(cells, i)
			}
			if text == "" {
				continue
			}
			at := t.lines[row.anchor].Place.Quoting(text)
			table.Cells = append(table.Cells, document.Cell{Row: i + 1, Column: c, RowSpan: span, ColumnSpan: 1, Text: text, Place: at})
		}
	}
	return table
}

// levelCell is a merged cell of a level column: its text, its middle, and the rows from and to that it
// covers.
type levelCell struct {
	text     string
	top, end int // lines
	from, to int // rows
}

func cellFrom(cells []levelCell, row int) (text string, span int) {
	for _, c := range cells {
		if c.from == row {
			return c.text, c.to - c.from
		}
	}
	return "", 1
}

// levelCells reads a level column: words of the closed list, each perhaps with its weight, and gives each
// the rows that it stands in the middle of. Words that are of no list leave the column blank.
func (t *laid) levelCells(rows []laidRow, c int, role lexicon.Role) []levelCell {
	list := lexicon.Level1Words
	if role == lexicon.Level2 {
		list = lexicon.Level2Words
	}
	lines := t.written(t.from, t.to, c)
	var cells []levelCell
	for i := 0; i < len(lines); {
		n := t.levelAt(lines[i:], c, list)
		if n == 0 {
			if t.w.lex.Has(lexicon.TotalWords, t.cell(lines[i], c)) {
				i++
				continue
			}
			return nil
		}
		text := ""
		for _, k := range lines[i : i+n] {
			text += squeeze(t.cell(k, c))
		}
		cells = append(cells, levelCell{text: text, top: lines[i], end: lines[i+n-1]})
		i += n
	}
	return t.cover(cells, rows)
}

// levelAt is how many lines the level cell takes that begins with the first: the longest that is a word.
func (t *laid) levelAt(lines []int, c int, list lexicon.List) int {
	text, best := "", 0
	for n := 0; n < min(len(lines), 10); n++ {
		text += squeeze(t.cell(lines[n], c))
		if name, _ := label(text); t.w.lex.Has(list, name) && balanced(text) {
			best = n + 1
		}
	}
	return best
}

// cover shares the rows out among the level cells, each in the middle of its own: the way with the least
// sum of distances.
func (t *laid) cover(cells []levelCell, rows []laidRow) []levelCell {
	n := len(rows)
	for n > 0 && t.totalRow(rows[n-1]) {
		n--
	}
	if len(cells) == 0 || len(cells) > n {
		return nil
	}
	const far = 1 << 30
	best := make([][]int, len(cells)+1)
	from := make([][]int, len(cells)+1)
	for i := range best {
		best[i], from[i] = slices.Repeat([]int{far}, n+1), make([]int, n+1)
	}
	best[0][0] = 0
	for i, cell := range cells {
		for a := range n {
			for b := a + 1; b <= n && best[i][a] < far; b++ {
				off := cell.top + cell.end - rows[a].top - rows[b-1].bottom
				if d := best[i][a] + max(off, -off); d < best[i+1][b] {
					best[i+1][b], from[i+1][b] = d, a
				}
			}
		}
	}
	for i, b := len(cells), n; i > 0; i-- {
		a := from[i][b]
		cells[i-1].from, cells[i-1].to = a, b
		b = a
	}
	return cells
}

func (t *laid) totalRow(row laidRow) bool {
	for c := range t.roles {
		if text := t.cell(row.anchor, c); text != "" {
			return t.w.lex.Has(lexicon.TotalWords, text)
		}
	}
	return strings.TrimSpace(t.lines[row.anchor].Text) == ""
}
