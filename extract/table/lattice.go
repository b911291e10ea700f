package table

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/document"
)

const (
	overhang   = 6.0     // rules that reach this far beyond the last crossing rule leave the frame open
	mostSlots  = 100_000 // of one table on one page
	mostParts  = 200     // tables on one page
	mostFramed = 0.3     // share of the page above which a frame of one cell is no box of text
	drawn      = 0.3     // a side of the frame counts as drawn when this share of it is
)

// part is the part of a table that stands on one page.
type part struct {
	page       int
	box        document.Box
	home       *document.Box // where it is printed, if it was moved beside another page
	xs, ys     []float64     // column and row edges
	slots      []int32       // index of the cell that covers each slot, row by row
	cells      []cell
	beyond     []cell // blank ones that are open towards the outside: none, unless they go on over the page
	openTop    bool   // no rule closes the first row: it may go on from the page before
	openBottom bool
	evidence   document.Evidence
	slack      []span // where the edges between the columns may lie, if only texts tell them
	common     []span // the same of the part and those of the pages before together
	known      *brim  // worked out when first asked for; nil again once the part takes another
}

// cell is a rectangle of slots and what is printed in it.
type cell struct {
	page                 int
	row, col, rows, cols int
	box                  document.Box
	home                 *document.Box // where it is printed, if it was moved beside another page
	carried              bool          // goes on with the cell above, on the page before
	open                 open          // on which sides it reaches the frame of the table and no rule is drawn
	outside              bool          // so on a side that is drawn elsewhere
	glyphs               []*document.Glyph
	lines                []line
	text                 string
	doubt                string // why its place or text is not certain
}

func (p *part) columns() int { return len(p.xs) - 1 }
func (p *part) rows() int    { return len(p.ys) - 1 }

// lattices finds the tables that rules draw, or else shades. The smallest stands first: one may lie
// within another. A frame around much of the page is none.
func lattices(page *document.Page, rules rulings) []*part {
	var parts []*part
	for _, g := range rules.groups() {
		if p := lattice(g); p != nil && !p.around(page) {
			parts = append(parts, p.hemmed(page, g))
		}
	}
	parts = append(parts, shaded(page, parts)...)
	slices.SortStableFunc(parts, func(a, b *part) int {
		return cmp.Compare(a.box.Width()*a.box.Height(), b.box.Width()*b.box.Height())
	})
	return parts[max(0, len(parts)-mostParts):]
}

// hemmed leaves out the blank at the head or foot into which only the sides of a frame around the table go on, to the
// edge of the page.
func (p *part) hemmed(page *document.Page, g rulings) *part {
	if p.rows() < 2 || !p.openTop && !p.openBottom {
		return p
	}
	left := covered(g.down, p.xs, p.ys)
	top, foot := p.ys[0], p.ys[p.rows()]
	if p.openTop && p.margin(page, left, 0) {
		top = p.ys[1]
	}
	if p.openBottom && p.margin(page, left, p.rows()-1) {
		foot = p.ys[p.rows()-1]
	}
	if top == p.ys[0] && foot == p.ys[p.rows()] {
		return p
	}
	g.down = slices.Clone(g.down)
	for i := range g.down {
		g.down[i].From, g.down[i].To = max(g.down[i].From, top), min(g.down[i].To, foot)
	}
	if inner := lattice(g); inner != nil {
		return inner
	}
	return p
}

// margin reports whether nothing stands in a row, neither a text nor a rule but at its outer sides.
func (p *part) margin(page *document.Page, left [][]bool, row int) bool {
	for k := 1; k < p.columns(); k++ {
		if left[k][row] && p.xs[k]-p.box.X0 > thin && p.box.X1-p.xs[k] > thin {
			return false
		}
	}
	band := document.Box{X0: p.box.X0, X1: p.box.X1, Y0: p.ys[row], Y1: p.ys[row+1]}
	return !slices.ContainsFunc(page.Glyphs, func(g document.Glyph) bool { return g.Rune > ' ' && band.Holds(centre(g.Box)) })
}

// around reports whether the part is but a frame around much of the page.
func (p *part) around(page *document.Page) bool {
	return len(p.cells) == 1 && p.box.Width()*p.box.Height() > mostFramed*page.Width*page.Height
}

// lattice makes the cells of rules that hang together: all slots between the edges, joined where no
// rule stands between them. It returns nil when the rules enclose nothing.
func lattice(g rulings) *part {
	xs, ys := edges(g.down, g.across), edges(g.across, g.down)
	if len(xs) < 2 || len(ys) < 2 || (len(xs)-1)*(len(ys)-1) > mostSlots {
		return nil
	}
	p := &part{xs: xs, ys: ys, evidence: document.Ruled,
		box: document.Box{X0: xs[0], Y0: ys[0], X1: xs[len(xs)-1], Y1: ys[len(ys)-1]}}
	s := sides{rows: p.rows(), cols: p.columns(),
		above: covered(g.across, ys, xs), left: covered(g.down, xs, ys)}
	p.openTop, p.openBottom = share(s.above[0]) < drawn, share(s.above[s.rows]) < drawn
	p.cut(s)
	return p
}

// edges are the positions of the rules of one direction, and the ends of those of the other where at
// least two of them reach beyond the last one.
func edges(rules, crossing []document.Rule) []float64 {
	var at []float64
	for _, r := range rules {
		at = append(at, r.At)
	}
	lows, highs := make([]float64, len(crossing)), make([]float64, len(crossing))
	for i, r := range crossing {
		lows[i], highs[i] = r.From, -r.To
	}
	at = append(at, outermost(lows, 1, at)...)
	at = append(at, outermost(highs, -1, at)...)
	slices.Sort(at)
	return merged(at)
}

// outermost returns the end that at least two rules share and that lies beyond all positions; sign is
// 1 for the low end and -1, with the ends negated, for the high one.
func outermost(ends []float64, sign float64, at []float64) []float64 {
	slices.Sort(ends)
	first := math.Inf(1)
	for _, a := range at {
		first = min(first, sign*a)
	}
	for i := 0; i+1 < len(ends); i++ {
		if ends[i+1]-ends[i] <= crossGap {
			if ends[i] < first-overhang {
				return []float64{sign * ends[i]}
			}
			return nil
		}
	}
	return nil
}

// merged joins edges between which nothing fits: rules drawn double.
func merged(at []float64) []float64 {
	var out []float64
	for i := 0; i < len(at); {
		end, sum := i, 0.0
		for end < len(at) && at[end]-at[i] <= sliver {
			sum += at[end]
			end++
		}
		if end == i { // NaN
			return nil
		}
		out = append(out, sum/float64(end-i))
		i = end
	}
	return out
}

// sides tells which sides of the slots are drawn: above[edge][column] and left[edge][row].
type sides struct {
	rows, cols  int
	above, left [][]bool
}

// covered marks, for each edge, the stretches between the crossing edges along which a rule runs.
func covered(rules []document.Rule, edges, crossing []float64) [][]bool {
	out := make([][]bool, len(edges))
	for i := range out {
		out[i] = make([]bool, len(crossing)-1)
	}
	for _, r := range rules {
		row := out[nearest(edges, r.At)]
		k, _ := slices.BinarySearch(crossing, r.From)
		for k = max(k-1, 0); k < len(row) && crossing[k] < r.To; k++ {
			length := crossing[k+1] - crossing[k]
			overlap := min(r.To, crossing[k+1]) - max(r.From, crossing[k])
			if missing := length - overlap; overlap >= length/2 && missing <= max(crossGap, length/10) {
				row[k] = true
			}
		}
	}
	return out
}

// nearest is the index of the edge next to the position.
func nearest(edges []float64, at float64) int {
	i, _ := slices.BinarySearch(edges, at)
	if i == len(edges) || i > 0 && at-edges[i-1] < edges[i]-at {
		i--
	}
	return i
}

// share is the drawn share of an edge.
func share(edge []bool) float64 {
	n := 0
	for _, on := range edge {
		if on {
			n++
		}
	}
	return float64(n) / float64(len(edge))
}
