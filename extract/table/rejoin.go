package table

import (
	"math"
	"slices"

	"fuhe/extract/document"
)

// rejoined gives the first table of a page the leading columns that it lacks. Where a merged cell goes on over
// the page, browsers and spreadsheets draw neither its sides nor its text once more, or its text alone: what
// stands in those columns becomes the text of the cells, and is no line of the page any more.
func (st *stream) rejoined(items []item) []item {
	lead := slices.IndexFunc(items, func(it item) bool { return it.part != nil })
	if lead < 0 {
		return items
	}
	last, next := st.parts[len(st.parts)-1], items[lead].part
	missing := last.leading(next)
	if missing == 0 {
		return items
	}
	beside := document.Box{X0: last.box.X0 - sameEdge, X1: next.box.X0 + sameEdge,
		Y0: next.box.Y0 - sameEdge, Y1: next.box.Y1 + sameEdge}
	var lines []line
	items = slices.DeleteFunc(slices.Clone(items), func(it item) bool {
		if it.line == nil || !beside.Holds(it.line.box.X0, it.line.box.Y0) || !beside.Holds(it.line.box.X1, it.line.box.Y1) {
			return false
		}
		lines = append(lines, *it.line)
		return true
	})
	next.precede(last.xs[:missing], lines)
	return items
}

// leading counts the columns before those of the next part: all of its edges are among the part's,
// and the last one is the same.
func (p *part) leading(next *part) int {
	if p.evidence != document.Ruled || next.evidence != document.Ruled || next.columns() < 2 ||
		math.Abs(p.box.X1-next.box.X1) > sameEdge || inCommon(next.xs, p.xs) < len(next.xs) {
		return 0
	}
	return nearest(p.xs, next.box.X0)
}

// precede puts columns before the others, each of one cell with the lines that stand there.
func (p *part) precede(edges []float64, lines []line) {
	n := len(edges)
	for i := range p.cells {
		p.cells[i].col += n
	}
	p.xs = slices.Concat(edges, p.xs)
	p.box.X0 = edges[0]
	for k := range edges {
		c := cell{page: p.page, col: k, rows: p.rows(), cols: 1, carried: true, box: document.Box{X0: p.xs[k], X1: p.xs[k+1], Y0: p.box.Y0, Y1: p.box.Y1}}
		var within []line
		for i := range lines {
			if x := (lines[i].box.X0 + lines[i].box.X1) / 2; x >= p.xs[k] && x < p.xs[k+1] {
				within = append(within, lines[i])
			}
		}
		if len(within) > 0 {
			c.write(within)
		}
		p.cells = append(p.cells, c)
	}
}

// goOver finds the merged cells that the page's end cuts: no rule is drawn at their foot, nor at the head of the
// cell below, where others have one. Blank ones did not seem to belong to the table.
func goOver(last, next *part) {
	upper := last.whole()
	upper = slices.DeleteFunc(upper, func(c *cell) bool { return !c.open.bottom })
	lower := map[int]*cell{}
	for _, c := range next.whole() {
		if c.open.top {
			lower[nearest(last.xs, c.box.X0)] = c
		}
	}
	for _, a := range upper {
		if c := lower[nearest(last.xs, a.box.X0)]; c != nil && a.goesInto(c) {
			a.outside, c.outside, c.carried = false, false, true
			if a.text == c.text {
				c.rewrite(nil)
			}
		}
	}
	last.sort()
	next.sort()
}

// goesInto reports whether the cell and the one below it on the next page are one. The text stands on one of the
// pages, or is cut in two itself and stands on both.
func (c *cell) goesInto(below *cell) bool {
	return (c.outside || below.outside) && (c.text == "" || below.text == "" || c.text == below.text) &&
		near(c.box.X0, below.box.X0) && near(c.box.X1, below.box.X1)
}
