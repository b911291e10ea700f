package table

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
)

// moreLines is how much room, in type sizes, at the foot of a page takes another line of a cell.
const moreLines = 2.5

// stack is a table whose parts are put below one another.
type stack struct {
	xs    []float64
	rows  int
	cells []*cell
	foot  []*cell // those that end with the last row
	room  float64 // what the last part leaves blank of the height that the deepest part takes
}

// stacked makes one table of its parts: columns are matched by their edges, repeated headers dropped,
// and cells that go on over the page joined.
func stacked(parts []*part) *document.Table {
	united(parts)
	s := &stack{xs: commonEdges(parts)}
	deepest := deepest(parts)
	for i, p := range parts {
		skip := 0
		if i > 0 {
			skip = repeatedRows(parts[0], p)
			s.room = deepest - parts[i-1].box.Y1
		}
		s.put(p, skip, i > 0 && parts[i-1].openBottom && p.openTop)
	}
	s.dropColumns()
	s.untangle()
	return s.table(parts[0])
}

// deepest is how far down their pages the parts reach.
func deepest(parts []*part) float64 {
	y := 0.0
	for _, p := range parts {
		y = max(y, p.box.Y1)
	}
	return y
}

// commonEdges are the column edges of all parts together.
func commonEdges(parts []*part) []float64 {
	var all []float64
	for _, p := range parts {
		all = append(all, p.xs...)
	}
	slices.Sort(all)
	return merged(all)
}

// put adds a part below, without its first skip rows. Open says that no rules are drawn at the break.
func (s *stack) put(p *part, skip int, open bool) {
	torn := s.rows > 0 && s.torn(p, skip, open)
	offset, before := s.rows-skip, len(s.cells)
	if torn {
		offset--
	}
	blank := true // no text so far in the part's first row
	for _, c := range inOrder(p.cells) {
		if c.row < skip {
			continue
		}
		c.place(s.xs)
		top := s.rows > 0 && c.row == skip
		c.row += offset
		if above := s.above(c); top && above != nil && (torn || c.carried || s.goesOver(above, c, blank)) {
			above.take(c)
		} else {
			s.cells = append(s.cells, c)
		}
		blank = blank && (!top || c.text == "")
	}
	s.rows += p.rows() - skip
	if torn {
		s.rows--
	}
	s.foot = slices.DeleteFunc(append(s.foot, s.cells[before:]...), func(c *cell) bool { return c.row+c.rows < s.rows })
}

func inOrder(cells []cell) []*cell {
	out := make([]*cell, len(cells))
	for i := range cells {
		out[i] = &cells[i]
	}
	slices.SortFunc(out, func(a, b *cell) int { return cmp.Or(a.row-b.row, a.col-b.col) })
	return out
}

// place sets the columns of the cell by the edges of the whole table.
func (c *cell) place(xs []float64) {
	first, end := nearest(xs, c.box.X0), nearest(xs, c.box.X1)
	first = min(first, len(xs)-2)
	c.col, c.cols = first, max(end-first, 1)
}

// above is the cell over the same columns that ends with the last row so far, or nil.
func (s *stack) above(c *cell) *cell {
	for _, a := range s.foot {
		if a.col == c.col && a.cols == c.cols && a.row+a.rows >= s.rows {
			return a
		}
	}
	return nil
}

// take makes the cell go on with the one below it.
func (c *cell) take(below *cell) {
	c.rows = below.row + below.rows - c.row
	if below.text == "" {
		return
	}
	if c.text != "" && len(c.lines) > 0 && !downwardsOver(c, below) {
		c.text += joint(c.text, below.text, c.full(&c.lines[len(c.lines)-1]))
	}
	c.text += below.text
	c.lines = append(c.lines, below.lines...)
}

// goesOver reports whether a cell at the top of a page goes on with the merged cell above: it is blank
// and leads the row or covers several rows, or its text runs on.
func (s *stack) goesOver(above, c *cell, leading bool) bool {
	if c.text == "" {
		return above.text != "" && (leading || c.rows > 1)
	}
	return (above.rows > 1 || c.rows > 1) && s.overflows(above, c)
}

// overflows reports whether the text of the upper cell was cut by the page's end: it fills its cell to
// the foot, its last line to the edge, and the lower text begins at the head of its cell. Where the page had
// room for more lines, it was not cut.
func (s *stack) overflows(above, c *cell) bool {
	if !cut(above, c) {
		return false
	}
	last, first := &above.lines[len(above.lines)-1], &c.lines[0]
	if s.room > moreLines*last.size {
		return false
	}
	foot := last.size
	if len(above.lines) > 1 { // two lines may have been kept together
		foot = 2.4 * last.size
	}
	return above.box.Y1-last.box.Y1 < foot && first.box.Y0-c.box.Y0 < first.size
}

// cut reports whether the text of the upper cell may go on in the lower one: its last line had no room for what the
// lower text begins with and ends no sentence, and the lower text is no heading. Text set downwards has no full lines. In a row that is torn, text in the middle of its
// cell need not reach the edges.
func cut(above, c *cell) bool {
	if len(above.lines) == 0 || len(c.lines) == 0 {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(above.text)
	full := above.ends(&above.lines[len(above.lines)-1], unbreakable(c.text)) || downwardsOver(above, c)
	return full && !strings.ContainsRune("。！？；", end) && !heading(c.text)
}

// unbreakable counts the characters at the head of a text that stand on one line: one, and what may begin none, 少。.
func unbreakable(text string) int {
	_, first := utf8.DecodeRuneInString(text)
	rest := strings.TrimLeft(text[first:], beginNone)
	return utf8.RuneCountInString(text[:len(text)-len(rest)])
}

// downwardsOver reports whether a text set downwards may go on in the lower cell.
func downwardsOver(above, c *cell) bool {
	upper := above.written()
	return len(upper) > 1 && downwards(append(upper, c.written()...))
}

// torn reports whether a row of the part is the rest of the table's last row. Without rules at the
// break it is, unless there are complete figures on both sides. With rules drawn there, what the row
// holds must go on with texts above it that were cut, at least one from edge to edge, and the rest of
// the last row stand above alone.
func (s *stack) torn(p *part, row int, open bool) bool {
	edges, alone := 0, 0
	for _, c := range p.row(row) {
		probe := *c
		probe.place(s.xs)
		above := s.above(&probe)
		switch {
		case above == nil:
			if !open {
				return false
			}
		case c.text == "":
			alone += len(above.lines)
		case numeric(c.text) && numeric(above.text), !open && !cut(above, c):
			return false
		case s.overflows(above, c):
			edges++
		}
	}
	return open || edges > 0 && alone > 0 || edges > 1
}
