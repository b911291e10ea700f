package table

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/document"
)

const (
	mostBoxes  = 2000   // filled areas or clip boxes of one page that are looked at
	mostMarks  = 10_000 // slots of a table that is told by its boxes
	leastBox   = 6.0    // points: no cell is narrower or lower
	mostOfPage = 0.6    // share of the page above which a box is no cell
	mostMarked = 5      // boxes within another one above which that lies behind them
	boxedShare = 0.8    // share of the slots that boxes must cover
)

// shaded finds the tables whose cells are told apart by filled areas alone. A table with rules needs
// none, so those on one are left out.
func shaded(p *document.Page, ruled []*part) []*part {
	boxes := bare(cellBoxes(p.Fills, p, ruled))
	if len(boxes) < 2*fewestLines {
		return nil
	}
	rules := make([]document.Rule, 0, 4*len(boxes))
	for _, b := range boxes {
		rules = append(rules, sidesOf(b)...)
	}
	var out []*part
	for _, g := range snapped(rules).groups() {
		if t := lattice(g); t != nil && t.columns()*t.rows() <= mostMarks && t.tiled(boxes) {
			t.evidence = document.Shaded
			out = append(out, t)
		}
	}
	return out
}

// cellBoxes are the boxes that may be cells: neither specks nor most of the page, each once, and outside
// of the tables that are known.
func cellBoxes(boxes []document.Box, p *document.Page, known []*part) []document.Box {
	var out []document.Box
	for _, b := range boxes {
		if !somewhere(&b) || b.Width() < leastBox || b.Height() < leastBox || b.Width()*b.Height() > mostOfPage*p.Width*p.Height ||
			holder(known, (b.X0+b.X1)/2, (b.Y0+b.Y1)/2) >= 0 {
			continue
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b document.Box) int {
		return cmp.Or(cmp.Compare(a.Y0, b.Y0), cmp.Compare(a.X0, b.X0), cmp.Compare(a.Y1, b.Y1), cmp.Compare(a.X1, b.X1))
	})
	out = slices.Compact(out)
	if len(out) > mostBoxes {
		return nil // a picture
	}
	return out
}

// bare leaves out the boxes within others: what is marked in a cell; and those around several others: what
// lies behind a table.
func bare(boxes []document.Box) []document.Box {
	drop := make([]bool, len(boxes))
	for i, a := range boxes {
		var within []int
		for k := i; k < len(boxes) && boxes[k].Y0 <= a.Y1; k++ {
			if k != i && inside(boxes[k], a) {
				within = append(within, k)
			}
		}
		if len(within) > mostMarked {
			drop[i] = true
			continue
		}
		for _, k := range within {
			drop[k] = true
		}
	}
	var out []document.Box
	for i, b := range boxes {
		if !drop[i] {
			out = append(out, b)
		}
	}
	return out
}

// inside reports whether a box lies in another one and is smaller.
func inside(a, b document.Box) bool {
	return a.X0 >= b.X0-sameSide && a.Y0 >= b.Y0-sameSide && a.X1 <= b.X1+sameSide && a.Y1 <= b.Y1+sameSide &&
		a.Width()*a.Height() < 0.9*b.Width()*b.Height()
}

func sidesOf(b document.Box) []document.Rule {
	return []document.Rule{
		{At: b.Y0, From: b.X0, To: b.X1}, {At: b.Y1, From: b.X0, To: b.X1},
		{Vertical: true, At: b.X0, From: b.Y0, To: b.Y1}, {Vertical: true, At: b.X1, From: b.Y0, To: b.Y1},
	}
}

// tiled reports whether the boxes are the table's cells: at least two by two, or three rows of one
// column, whose columns alignment may tell; and nearly all cells are one box each.
func (p *part) tiled(boxes []document.Box) bool {
	if p.rows() < 2 || p.columns() < 2 && p.rows() < fewestLines {
		return false
	}
	marked, n := make([]bool, len(p.cells)), 0
	for _, b := range boxes {
		x, y := centre(b)
		if !p.box.Holds(x, y) {
			continue
		}
		c := p.cellAt(x, y)
		i := p.slots[c.row*p.columns()+c.col]
		if !marked[i] && near(c.box.X0, b.X0) && near(c.box.X1, b.X1) && near(c.box.Y0, b.Y0) && near(c.box.Y1, b.Y1) {
			marked[i] = true
			n++
		}
	}
	return float64(n) >= boxedShare*float64(len(p.cells))
}

func near(a, b float64) bool { return math.Abs(a-b) <= sliver }
