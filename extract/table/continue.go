package table

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"fuhe/extract/document"
)

const (
	sameEdge   = 3.0  // edges of two parts nearer than this are the same
	roomy      = 0.30 // a table that leaves this share of its page free was not cut by the page's end
	mostHeader = 5    // rows of a repeated header
)

// continues reports whether the part at the top of a page goes on with the table that ended the page
// before. Nothing but running heads stands between them; an equal header is no evidence, since many
// tables of one kind follow one another.
func continues(parts []*part, next *part, before, here *sheet) bool {
	last := parts[len(parts)-1]
	if before == nil || last.page == next.page {
		return false
	}
	switch {
	case last.evidence != document.Aligned || next.evidence != document.Aligned:
	case last.slack != nil && next.slack != nil:
		unite(last, next)
	case sameFigures(last, next):
		next.adopt(last)
	}
	if !sameFrame(last, next, before, here) {
		return false
	}
	if last.openBottom && next.openTop {
		return true
	}
	if free := before.height - last.box.Y1; free > roomy*before.height && free > 2*(next.ys[1]-next.ys[0]) {
		return false
	}
	return sameColumns(last, next) && !anew(parts[0], next)
}

// sameFigures reports whether two tables without rules have the same columns: as many, and nearly all of those
// that hold figures end, or stand, in the same place.
func sameFigures(a, b *part) bool {
	if a.columns() != b.columns() {
		return false
	}
	x, y := a.figurePlaces(), b.figurePlaces()
	all, same := 0, 0
	for k := range x {
		if x[k].count < 2 || y[k].count < 2 {
			continue
		}
		all++
		slack := straight * max(x[k].size, y[k].size)
		right, mid := x[k].furthest()
		otherRight, otherMid := y[k].furthest()
		if math.Abs(right-otherRight) <= slack || math.Abs(mid-otherMid) <= slack {
			same++
		}
	}
	return all > 0 && float64(same) >= tidy*float64(all)
}

// figurePlaces gathers where the figures of each column stand.
func (p *part) figurePlaces() []texts {
	out := make([]texts, p.columns())
	for i := range p.cells {
		c := &p.cells[i]
		if c.cols == 1 && len(c.lines) == 1 && numeric(c.text) {
			l := &c.lines[0]
			out[c.col].add(piece{c.text, l.box.X0, l.box.X1}, l.size)
		}
	}
	return out
}

// adopt takes over the column edges of the part before, which text of other widths had drawn elsewhere.
func (p *part) adopt(before *part) {
	p.xs = slices.Clone(before.xs)
	p.box.X0, p.box.X1 = before.box.X0, before.box.X1
	for i := range p.cells {
		c := &p.cells[i]
		c.box.X0, c.box.X1 = p.xs[c.col], p.xs[c.col+c.cols]
	}
}

// sameFrame compares the outer left and right edges, which may be drawn double on one page alone; on
// pages of different size the width may differ by a tenth.
func sameFrame(a, b *part, before, here *sheet) bool {
	if math.Abs(before.width-here.width) > 1 {
		return math.Abs(a.box.Width()-b.box.Width()) <= 0.1*max(a.box.Width(), b.box.Width()) && a.columns() == b.columns()
	}
	return math.Abs(a.box.X0-b.box.X0) <= thin && math.Abs(a.box.X1-b.box.X1) <= thin
}

// sameColumns reports whether the column edges of one part are among the other's, or those of the two
// rows at the break, or most of them. The last page may hold the total row alone, with cells merged.
func sameColumns(a, b *part) bool {
	if common := inCommon(a.xs, b.xs); common == min(len(a.xs), len(b.xs)) || common > 2 && 10*(common-2) >= 6*(min(len(a.xs), len(b.xs))-2) {
		return true
	}
	upper, lower := a.rowEdges(a.rows()-1), b.rowEdges(0)
	common := inCommon(upper, lower)
	return common > 2 && common == min(len(upper), len(lower))
}

// inCommon counts the edges that stand in both lists.
func inCommon(a, b []float64) int {
	n := 0
	for _, x := range a {
		if math.Abs(b[nearest(b, x)]-x) <= sameEdge {
			n++
		}
	}
	return n
}

// rowEdges are the column edges of the cells in one row.
func (p *part) rowEdges(row int) []float64 {
	var out []float64
	for i := range p.cells {
		if c := &p.cells[i]; c.row <= row && row < c.row+c.rows {
			out = append(out, c.box.X0, c.box.X1)
		}
	}
	slices.Sort(out)
	return merged(out)
}

// anew reports whether the part begins the same form once more, for another project: behind the equal
// rows, two of the next labels are equal and unlike each other.
func anew(first, next *part) bool {
	k := repeatedRows(first, next)
	seen := map[string]bool{}
	labels, others := first.labels(), next.labels()
	for r := k; r < min(k+4, len(labels), len(others)); r++ {
		if a := labels[r]; a == others[r] && a != "" && strings.IndexFunc(a, unicode.IsDigit) != 0 {
			seen[a] = true
		}
	}
	return len(seen) >= 2
}

// labels are the texts of the first cells of the rows, "" where the first text of a row stands further right.
func (p *part) labels() []string {
	all, told := make([]string, p.rows()), make([]bool, p.rows())
	for i := range p.cells {
		c := &p.cells[i]
		if c.text == "" || c.row >= len(told) || told[c.row] {
			continue
		}
		if told[c.row] = true; c.col == 0 {
			all[c.row] = c.text
		}
	}
	return all
}

// repeatedRows counts the rows at the top of the part that repeat the table's first rows: its header.
func repeatedRows(first, next *part) int {
	n := 0
	for r := 0; r < mostHeader && r < first.rows() && r < next.rows()-1 && sameRow(first, next, r); r++ {
		if next.closed(r) && first.closed(r) {
			n = r + 1
		}
	}
	if n > 0 && !slices.ContainsFunc(next.row(0), func(c *cell) bool { return c.text != "" && !numeric(c.text) }) {
		return 0
	}
	return n
}

// row returns the cells that begin in a row, from left to right.
func (p *part) row(r int) []*cell {
	var out []*cell
	for i := range p.cells {
		if p.cells[i].row == r {
			out = append(out, &p.cells[i])
		}
	}
	slices.SortFunc(out, func(a, b *cell) int { return a.col - b.col })
	return out
}

// closed reports whether no cell reaches over the lower edge of the row.
func (p *part) closed(r int) bool {
	return !slices.ContainsFunc(p.cells, func(c cell) bool { return c.row <= r && r+1 < c.row+c.rows })
}

// sameRow reports whether a row of both parts holds the same texts in cells of the same shape.
func sameRow(a, b *part, r int) bool {
	x, y := a.row(r), b.row(r)
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	some := false
	for i := range x {
		if x[i].text != y[i].text || x[i].rows != y[i].rows || math.Abs(x[i].box.X0-y[i].box.X0) > sameEdge {
			return false
		}
		some = some || x[i].text != ""
	}
	return some
}
