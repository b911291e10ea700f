package table

import (
	"math"
	"slices"

	"fuhe/extract/document"
)

// weave is the rows of a table without rules on common columns.
type weave struct {
	tiers    []tier
	sections []section
	edges    []span  // between the columns of all sections
	columns  [][]int // of each section: the column of the grid that each of its own begins with, and the end
	x0, x1   float64
	ys       []float64
	beams    beams
}

func newWeave(tiers []tier, sections []section, b beams) *weave {
	w := &weave{tiers: tiers, sections: sections, beams: b, x0: math.Inf(1), x1: math.Inf(-1)}
	var all []span
	for _, s := range sections {
		all = append(all, s.edges...)
	}
	w.edges = edgesBetween(all)
	for i := range tiers {
		for _, b := range tiers[i].bunches {
			w.x0, w.x1 = min(w.x0, b.x0), max(w.x1, b.x1)
		}
	}
	for _, s := range sections {
		w.columns = append(w.columns, w.under(s))
	}
	w.ys = w.heights()
	return w
}

// under are the columns of the grid with which those of a section begin. A section that begins further
// right has no cells in the columns before.
func (w *weave) under(s section) []int {
	first, last := len(w.edges), 0
	for i := s.from; i < s.to; i++ {
		for _, b := range w.tiers[i].bunches {
			from, end := slotsIn(w.edges, b.span)
			first, last = min(first, from), max(last, end)
		}
	}
	out := []int{first}
	for _, e := range s.edges {
		k := slices.IndexFunc(w.edges, func(o span) bool { return o.within(e) })
		out = append(out, max(k+1, out[len(out)-1]))
	}
	return append(out, max(last, out[len(out)-1]+1))
}

// slotRun are columns of the grid, first and up to.
type slotRun struct{ first, end int }

// places are where the texts of a section's columns stand: in the columns of the grid that each covers, or in
// the one in which all of its texts are.
func (w *weave) places(n int) []slotRun {
	s := w.sections[n]
	out := make([]slotRun, len(s.edges)+1)
	for k := range out {
		out[k] = slotRun{len(w.edges), 0}
	}
	for i := s.from; i < s.to; i++ {
		for _, b := range w.tiers[i].bunches {
			k, end := slotsIn(s.edges, b.span)
			if end-k > 1 {
				continue
			}
			from, to := slotsIn(w.edges, b.span)
			out[k] = slotRun{min(out[k].first, from), max(out[k].end, to)}
		}
	}
	for k := range out {
		if out[k].end-out[k].first != 1 {
			out[k] = slotRun{w.columns[n][k], w.columns[n][k+1]}
		}
	}
	return out
}

// heights are the edges of the rows: the middles between the texts above and below.
func (w *weave) heights() []float64 {
	out := make([]float64, 0, len(w.tiers)+1)
	for i := range w.tiers {
		top, bottom := w.tiers[i].extent()
		if i > 0 {
			_, above := w.tiers[i-1].extent()
			top = max((top+above)/2, out[i-1]+0.1)
		}
		out = append(out, top)
		if i == len(w.tiers)-1 {
			out = append(out, max(bottom, top+0.1))
		}
	}
	return out
}

// extent is how high the tier's texts reach, but for those that stand higher or lower than the others.
func (t tier) extent() (top, bottom float64) {
	top, bottom = math.Inf(1), math.Inf(-1)
	mid := t.middle()
	for i := range t.bunches {
		if t.bunches[i].off(mid, t.setting) && len(t.bunches) > 1 {
			continue
		}
		for _, m := range t.bunches[i].marks {
			top, bottom = min(top, m.line.box.Y0), max(bottom, m.line.box.Y1)
		}
	}
	return top, bottom
}

// part makes the grid a part of a table.
func (w *weave) part(page int) *part {
	p := &part{page: page, evidence: document.Aligned, xs: []float64{w.x0}, ys: w.ys}
	for _, e := range w.edges {
		p.xs = append(p.xs, (e.x0+e.x1)/2)
	}
	p.xs = append(p.xs, w.x1)
	p.slack = w.edges
	p.box = document.Box{X0: w.x0, Y0: w.ys[0], X1: w.x1, Y1: w.ys[len(w.ys)-1]}
	p.slots = make([]int32, p.rows()*p.columns())
	for i := range p.slots {
		p.slots[i] = -1
	}
	for n, s := range w.sections {
		places := w.places(n)
		for r := s.from; r < s.to; r++ {
			w.fill(p, s.edges, places, r)
		}
	}
	p.span(w.tiers, w.beams)
	for i, s := range p.slots {
		if s < 0 {
			p.add(cell{page: page, row: i / p.columns(), col: i % p.columns(), rows: 1, cols: 1})
		}
	}
	p.slots = nil
	return p
}

// fill puts the texts of one row into their cells.
func (w *weave) fill(p *part, edges []span, places []slotRun, row int) {
	for i := range w.tiers[row].bunches {
		b := &w.tiers[row].bunches[i]
		first, end := slotsIn(edges, b.span)
		from, to := places[first].first, places[end-1].end
		c := cell{page: p.page, row: row, rows: 1, col: from, cols: max(to-from, 1)}
		c.box = document.Box{X0: p.xs[c.col], X1: p.xs[c.col+c.cols], Y0: p.ys[row], Y1: p.ys[row+1]}
		c.write(b.lines(p.page))
		p.set(c)
	}
}

// lines are the lines of the text.
func (b *bunch) lines(page int) []line {
	var out []line
	for _, m := range b.marks {
		l := line{page: page, base: m.line.base, size: m.line.size, pieces: []piece{m.piece},
			box: document.Box{X0: m.x0, X1: m.x1, Y0: m.line.box.Y0, Y1: m.line.box.Y1}}
		if n := len(out); n > 0 && out[n-1].base == l.base {
			out[n-1].pieces = append(out[n-1].pieces, m.piece)
			out[n-1].box = out[n-1].box.Union(l.box)
			continue
		}
		out = append(out, l)
	}
	return out
}
