package table

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
)

const (
	onTop     = 1.0  // baselines nearer than this, in sizes, cannot be two rows
	wrapped   = 0.85 // distance from line to line, in the usual one, at which a text goes on
	sameCells = 0.6  // share of a row's texts that a line must have as well to be a row of its own
)

// board lays lines out in rows.
type board struct {
	strips  []strip
	columns []span
	frame   *frame
	banded  bool // the rules of the frame part all rows
	pitch   float64
	rows    [][]cell
	lines   []*line // the first line of each row
	pending []cell  // of a line between two rows
}

func newBoard(strips []strip, columns []span, f *frame) *board {
	b := &board{strips: strips, columns: columns, frame: f, pitch: pitchOf(strips)}
	bands := 0
	for i := range strips {
		if f != nil && (i == 0 || f.band(strips[i].line) != f.band(strips[i-1].line)) {
			bands++
		}
	}
	b.banded = bands > 2
	for i := range strips {
		b.lay(i)
	}
	b.settlePending()
	return b
}

// pitchOf is the usual distance between lines of several chunks.
func pitchOf(strips []strip) float64 {
	var gaps []float64
	for i := 1; i < len(strips); i++ {
		if len(strips[i].chunks) > 1 && len(strips[i-1].chunks) > 1 {
			gaps = append(gaps, strips[i].base-strips[i-1].base)
		}
	}
	slices.Sort(gaps)
	return middle(gaps)
}

// lay puts a line into the row it belongs to, or begins a row with it.
func (b *board) lay(i int) {
	cells := placed(&b.strips[i], b.columns)
	switch {
	case b.between(i):
		b.pending = append(b.pending, cells...)
	case b.goesOn(i, cells):
		b.append(cells)
	default:
		b.rows = append(b.rows, cells)
		b.lines = append(b.lines, b.strips[i].line)
		b.settlePending()
	}
}

// close reports whether two lines stand too near for two rows.
func (b *board) close(i, k int) bool {
	if i < 0 || k >= len(b.strips) || b.parted(i, k) {
		return false
	}
	return b.strips[k].base-b.strips[i].base < onTop*max(b.strips[i].size, b.strips[k].size)
}

// parted reports whether a rule of the frame runs between two lines.
func (b *board) parted(i, k int) bool {
	return b.frame != nil && b.frame.band(b.strips[i].line) != b.frame.band(b.strips[k].line)
}

// between reports whether a line is set in the middle of the rows above and below it.
func (b *board) between(i int) bool {
	return b.close(i-1, i) && b.close(i, i+1) && !b.close(i-1, i+1)
}

// goesOn reports whether a line belongs to the row above.
func (b *board) goesOn(i int, cells []cell) bool {
	if len(b.rows) == 0 || b.parted(i-1, i) {
		return false
	}
	row := b.rows[len(b.rows)-1]
	both := 0
	for _, c := range cells {
		if slices.ContainsFunc(row, func(o cell) bool { return c.col < o.col+o.cols && o.col < c.col+c.cols }) {
			both++
		}
	}
	switch {
	case b.banded:
		return float64(both) < sameCells*float64(len(row))
	case b.close(i-1, i):
		return both == 0
	case slices.ContainsFunc(cells, func(c cell) bool { return numeric(c.text) }):
		return false
	case len(cells) == 1 && cells[0].col == 0:
		return len(row) > 1 && row[0].col == 0 && cells[0].lines[0].box.X0 >= row[0].lines[0].box.X0-1
	}
	return both == len(cells) && 2*len(cells) < len(row)+1 && b.strips[i].base-b.strips[i-1].base <= wrapped*b.pitch
}

// append adds cells to those of the last row.
func (b *board) append(cells []cell) {
	row := &b.rows[len(b.rows)-1]
	for _, c := range cells {
		if o := covering(*row, c.col, c.col+c.cols); o != nil {
			o.add(&c)
		} else {
			*row = append(*row, c)
		}
	}
}

func covering(row []cell, from, to int) *cell {
	for i := range row {
		if row[i].col < to && from < row[i].col+row[i].cols {
			return &row[i]
		}
	}
	return nil
}

// add appends the lines of another cell.
func (c *cell) add(o *cell) {
	c.text += joint(c.text, o.text, true) + o.text
	c.lines = append(c.lines, o.lines...)
}

// settlePending gives the cells of a line between two rows to both of them, or to the one that has room.
func (b *board) settlePending() {
	n := len(b.rows) - 1
	for _, c := range b.pending {
		above := covering(b.rows[max(n-1, 0)], c.col, c.col+c.cols)
		below := covering(b.rows[n], c.col, c.col+c.cols)
		switch {
		case n == 0 || below == nil && above != nil:
			b.rows[n] = append(b.rows[n], c)
		case above == nil && below == nil:
			c.rows = 2
			b.rows[n-1] = append(b.rows[n-1], c)
		case above == nil:
			b.rows[n-1] = append(b.rows[n-1], c)
		default:
			above.add(&c)
		}
	}
	b.pending = b.pending[:0]
}

// placed puts the chunks of a line into columns; one over several columns is a merged cell, two in one
// column are one cell.
func placed(s *strip, columns []span) []cell {
	var out []cell
	for _, p := range s.chunks {
		first, end := under(columns, p)
		single := line{page: s.page, box: document.Box{X0: p.x0, Y0: s.box.Y0, X1: p.x1, Y1: s.box.Y1}, base: s.base, size: s.size, pieces: []piece{p}}
		if n := len(out); n > 0 && first < out[n-1].col+out[n-1].cols {
			c := &out[n-1]
			c.cols = max(end-c.col, c.cols)
			c.text += besides(c, p, s.size) + p.text
			c.lines = append(c.lines, single)
			continue
		}
		out = append(out, cell{page: s.page, col: first, cols: end - first, rows: 1, text: p.text, lines: []line{single}})
	}
	return out
}

// besides is what stands between the text of a cell and a chunk to its right: nothing within a spread
// word (合　计).
func besides(c *cell, p piece, size float64) string {
	last := c.lines[len(c.lines)-1].pieces[0]
	single := utf8.RuneCountInString(last.text) == 1 && utf8.RuneCountInString(p.text) == 1
	if p.x0-last.x1 >= wideGap*size && !single {
		return "\t"
	}
	return joint(c.text, p.text, false)
}

// headRows counts the rows above the first one with figures; of a table of words the first one may be
// a heading over several columns.
func (b *board) headRows() int {
	for r, row := range b.rows {
		if slices.ContainsFunc(row, func(c cell) bool { return c.col > 0 && numeric(c.text) && !strings.ContainsAny(c.text, "年") }) {
			return min(r, mostHeader)
		}
	}
	return 1
}

// widen makes the headings over several columns cover them: those that a rule underlines, or in whose
// middle the heading stands with nothing beside it.
func (b *board) widen() {
	for r := range min(b.headRows(), len(b.rows)-1) {
		for i := range b.rows[r] {
			c := &b.rows[r][i]
			if c.rows > 1 || c.text == "" {
				continue
			}
			if first, end := b.underlined(r, c); end-first > c.cols && b.open(r, c, first, end) {
				c.col, c.cols = first, end-first
				continue
			}
			b.centred(r, c)
		}
	}
}

// underlined are the columns over which a rule runs right below a cell.
func (b *board) underlined(r int, c *cell) (first, end int) {
	if b.frame == nil {
		return 0, 0
	}
	l := &c.lines[len(c.lines)-1]
	mid := (l.box.X0 + l.box.X1) / 2
	for _, rule := range b.frame.partial {
		if rule.At < l.base || rule.At > b.lines[r+1].base || mid < rule.From || mid > rule.To {
			continue
		}
		first, end = len(b.columns), 0
		for k, s := range b.columns {
			if m := (s.x0 + s.x1) / 2; m >= rule.From && m <= rule.To {
				first, end = min(first, k), k+1
			}
		}
		return first, end
	}
	return 0, 0
}

// open reports whether a cell of the row may cover the columns: no other has a text there, and in each
// of them the next row has a text.
func (b *board) open(r int, c *cell, first, end int) bool {
	for k := first; k < end; k++ {
		if o := covering(b.rows[r], k, k+1); o != nil && o != c || covering(b.rows[r+1], k, k+1) == nil {
			return false
		}
	}
	return true
}

// centred widens a cell to the most columns in whose middle it stands.
func (b *board) centred(r int, c *cell) {
	l := &c.lines[0]
	mid := (l.box.X0 + l.box.X1) / 2
	best, end := c.col, c.col+c.cols
	for first := max(0, c.col-mostHeader); first <= c.col; first++ {
		for last := c.col + c.cols; last <= min(len(b.columns), c.col+c.cols+mostHeader); last++ {
			off := math.Abs((b.columns[first].x0+b.columns[last-1].x1)/2 - mid)
			if last-first > end-best && off <= l.size && b.open(r, c, first, last) {
				best, end = first, last
			}
		}
	}
	c.col, c.cols = best, end-best
}

// part makes the rows a part of a table; slots in which nothing stands become blank cells.
func (b *board) part(page int) *part {
	b.widen()
	p := &part{page: page, evidence: document.Aligned, xs: borders(b.columns)}
	last := 0.0
	for r, l := range b.lines {
		top := l.box.Y0
		if r > 0 {
			top = max(top, p.ys[r-1])
		}
		p.ys = append(p.ys, top)
	}
	for i := range b.strips {
		last = max(last, b.strips[i].box.Y1)
	}
	p.ys = append(p.ys, last)
	p.box = document.Box{X0: p.xs[0], Y0: p.ys[0], X1: p.xs[len(p.xs)-1], Y1: last}
	p.slots = make([]int32, p.rows()*p.columns())
	for i := range p.slots {
		p.slots[i] = -1
	}
	for r, row := range b.rows {
		for _, c := range row {
			c.row = r
			p.set(c)
		}
	}
	for i, s := range p.slots {
		if s < 0 {
			p.add(cell{page: page, row: i / p.columns(), col: i % p.columns(), rows: 1, cols: 1})
		}
	}
	p.slots = nil
	return p
}

// set puts a cell into the slots that are free from its own on; if its own is taken, its text goes there.
func (p *part) set(c cell) {
	for c.rows > 1 && (c.row+c.rows > p.rows() || !p.free(c)) {
		c.rows--
	}
	for c.cols > 1 && !p.free(c) {
		c.cols--
	}
	if !p.free(c) {
		p.cells[p.slots[c.row*p.columns()+c.col]].add(&c)
		return
	}
	p.add(c)
}
