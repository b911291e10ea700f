package table

import (
	"math"
	"slices"
	"unicode/utf8"
)

const (
	sameHeight  = 1.0  // row edges of pages beside one another differ by less
	fewestEdges = 4    // row edges of a table that is cut into pages beside one another
	mostEdges   = 0.9  // the share of them that both pages draw
	manyEdges   = 10   // so many in common no two tables have by chance,
	unlike      = 2    // nor so many different heights of rows, if they begin and end level and their widths differ,
	moreUnlike  = 4    // nor so many otherwise
	fullPage    = 0.75 // share of a page's width that a table fills which had no room for another column
)

// pair is a table on one page and its rest on the page to the right.
type pair struct{ left, right *part }

// level pairs the tables of a page with those of another that stand at the same heights, row by row. It is empty
// if the other page has none, or one that is level with none here; or if tables stand beside one another on either.
func (s *sheet) level(other *sheet) []pair {
	if math.Abs(s.width-other.width) > 1 || math.Abs(s.height-other.height) > 1 {
		return nil
	}
	parts, others := s.grids(), other.grids()
	if abreast(parts) || abreast(others) {
		return nil
	}
	parts, others = piled(parts, others), piled(others, parts)
	var out []pair
	for _, q := range others {
		k := slices.IndexFunc(parts, func(p *part) bool { return pair{p, q}.level() })
		if k < 0 {
			return nil
		}
		out = append(out, pair{parts[k], q})
	}
	return out
}

// abreast reports whether two of the parts, which are sorted from top to bottom, stand beside one another.
func abreast(parts []*part) bool {
	for i := 1; i < len(parts); i++ {
		if parts[i].box.Y0 < parts[i-1].box.Y1-sameHeight {
			return true
		}
	}
	return false
}

// level reports whether the rows of both stand at the same heights. In each, cells may be merged, and a row at the
// top or at the foot be one cell that goes on over the seam, whose sides are drawn on other pages.
func (p pair) level() bool {
	return p.left.box.Y0 < p.right.box.Y1 && p.right.box.Y0 < p.left.box.Y1 &&
		float64(len(p.edges())) >= mostEdges*float64(min(len(p.left.ys), len(p.right.ys)))
}

// even reports whether both begin and end at the same heights.
func (p pair) even() bool {
	return math.Abs(p.left.box.Y0-p.right.box.Y0) < sameHeight && math.Abs(p.left.box.Y1-p.right.box.Y1) < sameHeight
}

// edges are the row edges that both have.
func (p pair) edges() []float64 {
	others, k := p.right.ys, 0
	out := make([]float64, 0, min(len(p.left.ys), len(others)))
	for _, y := range p.left.ys {
		for k+1 < len(others) && math.Abs(others[k+1]-y) <= math.Abs(others[k]-y) {
			k++
		}
		if math.Abs(others[k]-y) < sameHeight {
			out = append(out, y)
		}
	}
	return out
}

// beside tells whether a page stands right of this one, for certain or maybe, and where the two are cut: its tables
// are level with those here and none of their own. That a text or a cell is cut shows it, or rows that cannot be
// level by chance where the page had no room for more.
func (s *sheet) beside(right *sheet) (at seam, certain, maybe bool) {
	pairs := s.level(right)
	if len(pairs) == 0 || slices.ContainsFunc(pairs, pair.twins) {
		return seam{}, false, false
	}
	widest := slices.MaxFunc(pairs, func(a, b pair) int { return len(a.left.ys) - len(b.left.ys) })
	if len(widest.edges()) < fewestEdges || s.titles(widest.left) && right.titles(widest.right) {
		return seam{}, false, false
	}
	at, maybe = seamOf(pairs), widest.striking()
	return at, s.cutText(right, at) || slices.ContainsFunc(pairs, pair.cutCell) || maybe && widest.overflows(s.width), maybe
}

// twins reports whether both are tables of one kind, with the same labels or titles of their own.
func (p pair) twins() bool {
	a, b := p.left.brim(), p.right.brim()
	if a.titled && b.titled {
		return true
	}
	first := ""
	for r, label := range a.labels[:min(len(a.labels), len(b.labels))] {
		switch {
		case label == "" || label != b.labels[r] || label == first:
		case first != "":
			return true
		default:
			first = label
		}
	}
	return false
}

// titled reports whether the first row is one cell with a text, closed at the sides.
func (p *part) titled() bool {
	row := p.row(0)
	return len(row) == 1 && row[0].cols == p.columns() && row[0].text != "" && !row[0].open.left && !row[0].open.right
}

// titles reports whether a line of text stands above the table in its middle, or in that of the page. One that
// begins left of the table goes on from the page beside.
func (s *sheet) titles(p *part) bool {
	return slices.ContainsFunc(s.items, func(it item) bool {
		l := it.line
		if l == nil || l.box.Y1 > p.box.Y0+l.size || l.box.X0 < p.box.X0 || utf8.RuneCountInString(l.text()) < shortestTitle {
			return false
		}
		mid := (l.box.X0 + l.box.X1) / 2
		return math.Abs(mid-(p.box.X0+p.box.X1)/2) < l.size || math.Abs(mid-s.width/2) < l.size
	})
}

// shortestTitle is the fewest characters of a title.
const shortestTitle = 4

// striking reports whether the rows are not level by chance, as in two tables of one program they may be.
func (p pair) striking() bool {
	edges := p.edges()
	var heights []float64
	for i := 1; i < len(edges); i++ {
		h := edges[i] - edges[i-1]
		if !slices.ContainsFunc(heights, func(o float64) bool { return math.Abs(h-o) < 2*sameHeight }) {
			heights = append(heights, h)
		}
	}
	if math.Abs(p.left.box.X1-p.right.box.X1) <= sameEdge || !p.even() {
		return len(heights) >= moreUnlike
	}
	return len(heights) >= unlike || len(edges) >= manyEdges
}

// overflows reports whether the left page had no room for the next column, and the right one begins where pages do.
func (p pair) overflows(width float64) bool {
	next := p.right.xs[1] - p.right.xs[0]
	centred := func(o *part) bool { return math.Abs((o.box.X0+o.box.X1)/2-width/2) <= sameEdge }
	return p.left.box.Width()+next > fullPage*width &&
		(p.right.box.X0 <= p.left.box.X0+sameEdge || centred(p.left) && centred(p.right))
}
