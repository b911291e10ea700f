package table

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/document"
)

const (
	fewestLines   = 3   // lines with several pieces below which nothing is a table
	nearLines     = 2.6 // distance of baselines, in sizes, above which a table ends
	tidy          = 0.8 // share of the pieces that must stand in one column alone
	figureColumns = 0.5 // share of the pieces of a column that must be figures, in one column at least
)

// columnsOf finds tables without rules: lines that follow one another with pieces below one another,
// figures among them. It returns the lines that are left and the tables.
func columnsOf(lines []line, page int) ([]line, []*part) {
	var rest []line
	var parts []*part
	for start := 0; start < len(lines); {
		end := block(lines, start)
		if p := aligned(lines[start:end], page); p != nil {
			parts = append(parts, p)
		} else {
			rest = append(rest, lines[start:end]...)
		}
		start = end
	}
	return rest, parts
}

// block is the index behind the lines that may form a table with the line at start: near lines of
// several pieces, with at most one line of a single piece between two of them.
func block(lines []line, start int) int {
	end, last := start+1, start
	for ; len(lines[start].pieces) > 1 && end < len(lines); end++ {
		near := lines[end].base-lines[end-1].base <= nearLines*max(lines[end].size, lines[end-1].size)
		if !near || len(lines[end].pieces) == 1 && end-last > 1 {
			break
		}
		if len(lines[end].pieces) > 1 {
			last = end
		}
	}
	return max(last, start) + 1
}

// aligned makes a table of the lines, or nil if their pieces do not stand in columns.
func aligned(lines []line, page int) *part {
	columns := corridors(lines)
	if len(columns) < 2 || len(columns) > mostColumns {
		return nil
	}
	p := &part{page: page, evidence: document.Aligned, xs: borders(columns)}
	t := tally{columns: make([]struct{ texts, figures int }, len(columns))}
	for i := range lines {
		cells := placed(&lines[i], columns)
		t.count(&lines[i], cells)
		p.addRow(&lines[i], cells)
	}
	if !t.tidy() {
		return nil
	}
	p.frame(&lines[len(lines)-1])
	return p
}

// tally counts how well lines keep to columns.
type tally struct {
	columns             []struct{ texts, figures int }
	pieces, clean, rows int
}

func (t *tally) count(l *line, cells []cell) {
	t.pieces += len(l.pieces)
	if len(cells) > 1 {
		t.rows++
	}
	for _, c := range cells {
		if c.cols != 1 || len(c.lines) != 1 {
			continue
		}
		t.clean++
		t.columns[c.col].texts++
		if numeric(c.text) {
			t.columns[c.col].figures++
		}
	}
}

// tidy reports whether there are rows enough, nearly all pieces in one column each, and a column of
// figures: without one it is text set in columns, such as signatures.
func (t *tally) tidy() bool {
	if t.rows < fewestLines || float64(t.clean) < tidy*float64(t.pieces) {
		return false
	}
	for _, c := range t.columns {
		if c.figures >= 2 && float64(c.figures) >= figureColumns*float64(c.texts) {
			return true
		}
	}
	return false
}

// span is a stretch of the page's width.
type span struct{ x0, x1 float64 }

// corridors are the columns: the stretches in which pieces stand below one another, taken from the
// lines with the most usual number of pieces or more, since headers over several columns have fewer.
func corridors(lines []line) []span {
	usual := usualPieces(lines)
	var all []span
	for _, l := range lines {
		if len(l.pieces) >= usual {
			for _, p := range l.pieces {
				all = append(all, span{p.x0, p.x1})
			}
		}
	}
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.x0, b.x0) })
	var out []span
	for _, s := range all {
		if n := len(out); n > 0 && s.x0 <= out[n-1].x1 {
			out[n-1].x1 = max(out[n-1].x1, s.x1)
			continue
		}
		out = append(out, s)
	}
	return out
}

// usualPieces is the most frequent number of pieces above one; the larger of two.
func usualPieces(lines []line) int {
	counts := map[int]int{}
	best := 2
	for _, l := range lines {
		if n := len(l.pieces); n > 1 {
			counts[n]++
		}
	}
	for n, c := range counts {
		if c > counts[best] || c == counts[best] && n > best {
			best = n
		}
	}
	return best
}

// borders are the edges of the columns: the middles of the gaps between them.
func borders(columns []span) []float64 {
	xs := []float64{columns[0].x0}
	for i := 1; i < len(columns); i++ {
		xs = append(xs, (columns[i-1].x1+columns[i].x0)/2)
	}
	return append(xs, columns[len(columns)-1].x1)
}

// placed puts the pieces of a line into columns; a piece over several columns is a merged cell, two
// pieces in one column are one cell.
func placed(l *line, columns []span) []cell {
	var out []cell
	for _, p := range l.pieces {
		first, end := len(columns), 0
		for k, c := range columns {
			if p.x0 <= c.x1 && p.x1 >= c.x0 {
				first, end = min(first, k), k+1
			}
		}
		if first >= end {
			first = nearestColumn(columns, p)
			end = first + 1
		}
		single := line{page: l.page, box: document.Box{X0: p.x0, Y0: l.box.Y0, X1: p.x1, Y1: l.box.Y1}, base: l.base, size: l.size, pieces: []piece{p}}
		if n := len(out); n > 0 && first < out[n-1].col+out[n-1].cols {
			c := &out[n-1]
			c.cols = max(end-c.col, c.cols)
			c.text += "\t" + p.text
			c.lines = append(c.lines, single)
			continue
		}
		out = append(out, cell{page: l.page, col: first, cols: end - first, rows: 1, text: p.text, lines: []line{single}})
	}
	return out
}

func nearestColumn(columns []span, p piece) int {
	best, gap := 0, math.Inf(1)
	for k, c := range columns {
		if d := min(math.Abs(p.x0-c.x1), math.Abs(c.x0-p.x1)); d < gap {
			best, gap = k, d
		}
	}
	return best
}

// addRow adds a line as a row, or to the row above if it is but the rest of its label.
func (p *part) addRow(l *line, cells []cell) {
	if n := len(p.cells); len(cells) == 1 && n > 0 && cells[0].col == 0 && !numeric(cells[0].text) {
		if label := p.labelOf(len(p.ys) - 1); label != nil && l.box.X0 >= label.box.X0-1 {
			label.text += joint(label.text, cells[0].text, true)
			label.text += cells[0].text
			label.lines = append(label.lines, cells[0].lines...)
			return
		}
	}
	r := len(p.ys)
	p.ys = append(p.ys, l.box.Y0)
	for _, c := range cells {
		c.row = r
		c.box = c.lines[0].box
		p.cells = append(p.cells, c)
	}
}

// labelOf is the first cell of the last row, if it has others behind it.
func (p *part) labelOf(row int) *cell {
	last := len(p.cells) - 1
	first := last
	for first > 0 && p.cells[first-1].row == row {
		first--
	}
	if first == last || p.cells[first].col != 0 {
		return nil
	}
	return &p.cells[first]
}

// frame closes the part below its last line, gives the cells their place in the grid, and fills the
// slots in which nothing stands with blank cells.
func (p *part) frame(last *line) {
	p.ys = append(p.ys, last.box.Y1)
	p.box = document.Box{X0: p.xs[0], Y0: p.ys[0], X1: p.xs[len(p.xs)-1], Y1: last.box.Y1}
	p.slots = make([]int32, p.rows()*p.columns())
	filled := p.cells
	p.cells = nil
	for i := range p.slots {
		p.slots[i] = -1
	}
	for _, c := range filled {
		p.add(c)
	}
	for i, s := range p.slots {
		if s < 0 {
			p.add(cell{page: p.page, row: i / p.columns(), col: i % p.columns(), rows: 1, cols: 1})
		}
	}
	p.slots = nil
}
