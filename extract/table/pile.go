package table

import (
	"slices"

	"fuhe/extract/document"
)

// piled joins the parts of a page that stand below one another where the page beside has one: between them lie rows
// that are one cell over both pages, whose sides are drawn elsewhere.
func piled(parts, beside []*part) []*part {
	var out []*part
	for _, p := range parts {
		n := len(out)
		if n > 0 && slices.ContainsFunc(beside, func(o *part) bool { return o.spans(out[n-1], p) }) {
			out[n-1] = out[n-1].atop(p)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// spans reports whether the part stands beside both of the others, the second of which stands below the first.
func (p *part) spans(above, below *part) bool {
	return p.box.Y0 < above.box.Y1-sameHeight && p.box.Y1 > below.box.Y0+sameHeight &&
		above.box.X0 < below.box.X1 && below.box.X0 < above.box.X1
}

// atop returns the part with another one below it, and a row between them that is one cell, open at both sides.
func (p *part) atop(below *part) *part {
	out := *p
	out.box = p.box.Union(below.box)
	out.xs = merged(slices.Sorted(slices.Values(slices.Concat(p.xs, below.xs))))
	out.ys = slices.Concat(p.ys, below.ys)
	gap := below.ys[0]-p.ys[len(p.ys)-1] > sliver
	if !gap {
		out.ys = slices.Concat(p.ys, below.ys[1:])
	}
	out.cells, out.beyond = nil, nil
	out.lay(p, 0)
	out.lay(below, len(out.ys)-len(below.ys))
	if gap {
		out.beyond = append(out.beyond, out.open(p.rows()))
	}
	out.openBottom, out.home = below.openBottom, nil
	return &out
}

// lay takes over the cells of another part whose first row is the one given.
func (p *part) lay(o *part, row int) {
	for _, c := range o.whole() {
		moved := *c
		moved.row += row
		moved.col = nearest(p.xs, c.box.X0)
		moved.cols = max(nearest(p.xs, c.box.X1)-moved.col, 1)
		p.cells = append(p.cells, moved)
	}
	p.sort()
}

// open is a row that is one blank cell, open at both sides.
func (p *part) open(row int) cell {
	return cell{page: p.page, row: row, cols: p.columns(), rows: 1, outside: true, open: open{left: true, right: true},
		box: document.Box{X0: p.box.X0, X1: p.box.X1, Y0: p.ys[row], Y1: p.ys[row+1]}}
}
