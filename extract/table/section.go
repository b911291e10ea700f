package table

import (
	"cmp"
	"math"
	"slices"
)

// section is a run of rows with the same columns.
type section struct {
	from, to int    // tiers, up to
	edges    []span // between the columns: where each may lie
}

const (
	mostTiers   = 60  // rows of one section
	newSection  = 1.0 // what a section more costs, in the measure of the two below
	crossedEdge = 0.5 // a text over an edge between columns
	emptySlot   = 0.1 // a column without text in a row
	slightly    = 1e-6
	farOff      = 4.0 // what may speak against one section, besides what each row adds, before it is given up
	unlikeRow   = 0.35
	overEdge    = 1.0 // points by which a text reaches over an edge before it counts
)

// sectionsOf cuts rows into runs that have the same columns, as cheaply as it can be done.
func sectionsOf(tiers []tier) []section {
	if agree(tiers) {
		return []section{sectionOf(tiers, 0, len(tiers))}
	}
	n := len(tiers)
	cost, from := make([]float64, n+1), make([]int, n+1)
	var f fit
	for end := 1; end <= n; end++ {
		cost[end] = math.Inf(1)
		f.clear()
		for start := end - 1; start >= max(0, end-mostTiers); start-- {
			f.add(&tiers[start])
			against := f.unlike()
			if against > farOff+unlikeRow*float64(end-start) {
				break
			}
			if c := cost[start] + newSection + against; c <= cost[end]+slightly { // a header goes with what is below
				cost[end], from[end] = c, start
			}
		}
	}
	var out []section
	for end := n; end > 0; end = from[end] {
		out = append(out, sectionOf(tiers, from[end], end))
	}
	slices.Reverse(out)
	return out
}

func sectionOf(tiers []tier, from, to int) section {
	return section{from, to, edgesBetween(gapsOf(tiers[from:to]))}
}

// agree reports whether what speaks against one section is less than another one would cost.
func agree(tiers []tier) bool {
	if len(tiers) > mostTiers {
		return false
	}
	var f fit
	f.clear()
	for i := range tiers {
		if f.add(&tiers[i]); f.unlike() > newSection {
			return false
		}
	}
	return true
}

// gapsOf are the gaps between the texts that stand beside one another, and that before a text which stands
// alone, right of all others.
func gapsOf(tiers []tier) []span {
	var out []span
	right := math.Inf(-1)
	for i := range tiers {
		b := tiers[i].bunches
		for k := 1; k < len(b); k++ {
			out = append(out, span{b[k-1].x1, b[k].x0})
		}
		if len(b) > 1 {
			right = max(right, b[len(b)-1].x1)
		}
	}
	for i := range tiers {
		if b := &tiers[i].bunches[0]; tiers[i].alone() && b.x0 > right && !math.IsInf(right, -1) {
			out = append(out, span{right, b.x0})
		}
	}
	return out
}

// edgesBetween are the fewest edges so that one lies in each gap, each as the stretch in which it may lie.
func edgesBetween(gaps []span) []span {
	gaps = slices.Clone(gaps)
	slices.SortFunc(gaps, func(a, b span) int { return cmp.Or(cmp.Compare(a.x1, b.x1), cmp.Compare(a.x0, b.x0)) })
	return appendEdges(nil, gaps)
}

// appendEdges appends the same of gaps from left to right.
func appendEdges(out, gaps []span) []span {
	for _, g := range gaps {
		if n := len(out); n > 0 && g.x0 < out[n-1].x1 {
			out[n-1].x0 = max(out[n-1].x0, g.x0)
			continue
		}
		out = append(out, g)
	}
	return out
}

// within reports whether a stretch lies in another one.
func (s span) within(o span) bool { return s.x0 >= o.x0 && s.x1 <= o.x1 }

// middle is where an edge is drawn in the stretch that it may lie in.
func (s span) middle() float64 { return (s.x0 + s.x1) / 2 }

// slotsIn are the columns between the edges that a text stands in, first and up to.
func slotsIn(edges []span, s span) (first, end int) {
	for _, e := range edges {
		at := e.middle()
		if at <= s.x0+overEdge {
			first++
		}
		if at < s.x1-overEdge {
			end++
		}
	}
	return min(first, end), end + 1
}
