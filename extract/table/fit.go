package table

import (
	"math"
	"slices"
)

// fit tells how well rows fit the columns that they have together, row by row.
type fit struct {
	tiers   []*tier
	crossed []int     // of each row: edges that its texts stand over
	gaps    []span    // those that hold no other one, from left to right
	lone    []float64 // where the texts begin that stand alone in their rows
	right   float64   // of the texts that stand beside others
	edges   []span    // between the columns
	next    []span    // room for the edges after one row more
}

func (f *fit) clear() {
	*f = fit{f.tiers[:0], f.crossed[:0], f.gaps[:0], f.lone[:0], math.Inf(-1), f.edges[:0], f.next[:0]}
}

// add takes one row more, and finds the edges and the texts over them.
func (f *fit) add(t *tier) {
	f.take(t)
	f.tiers, f.crossed = append(f.tiers, t), append(f.crossed, t.over(f.edges))
	f.settle()
}

// take takes the gaps of a row: those between its texts, and that before a text which stands alone, right of
// all others.
func (f *fit) take(t *tier) {
	if t.alone() {
		f.lone = append(f.lone, t.bunches[0].x0)
	} else {
		f.right = max(f.right, t.bunches[len(t.bunches)-1].x1)
	}
	at := 0
	for k := 1; k < len(t.bunches); k++ {
		f.gaps, at = narrowed(f.gaps, at, span{t.bunches[k-1].x1, t.bunches[k].x0})
	}
}

// narrowed adds a gap to those that hold no other one: an edge in one of them lies in each that holds it. Its place is
// looked for from k on, and returned.
func narrowed(gaps []span, k int, g span) ([]span, int) {
	for k < len(gaps) && gaps[k].x1 < g.x1 {
		k++
	}
	if k > 0 && gaps[k-1].within(g) || k < len(gaps) && gaps[k].within(g) {
		return gaps, k
	}
	end := k
	for end < len(gaps) && g.within(gaps[end]) {
		end++
	}
	return slices.Replace(gaps, k, end, g), k
}

// settle finds the edges, and the texts over them where they are others than before.
func (f *fit) settle() {
	f.next = appendEdges(f.next[:0], f.allGaps())
	if slices.Equal(f.next, f.edges) {
		return
	}
	f.edges, f.next = f.next, f.edges
	for i, t := range f.tiers {
		f.crossed[i] = t.over(f.edges)
	}
}

// allGaps are the gaps with that before the nearest text which stands alone, right of all others.
func (f *fit) allGaps() []span {
	nearest := math.Inf(1)
	for _, x := range f.lone {
		if x > f.right {
			nearest = min(nearest, x)
		}
	}
	if math.IsInf(nearest, 1) || math.IsInf(f.right, -1) {
		return f.gaps
	}
	all, _ := narrowed(slices.Clone(f.gaps), 0, span{f.right, nearest})
	return all
}

// unlike is how badly the rows fit the columns.
func (f *fit) unlike() float64 {
	crossed, empty := 0, 0
	for i, t := range f.tiers {
		crossed += f.crossed[i]
		empty += max(0, len(f.edges)+1-len(t.bunches)-f.crossed[i])
	}
	return crossedEdge*float64(crossed) + emptySlot*float64(empty)
}

// over counts the edges that the texts of the row stand over, from left to right.
func (t *tier) over(edges []span) int {
	n, k := 0, 0
	for i := range edges {
		at := edges[i].middle()
		for k < len(t.bunches) && t.bunches[k].x1-overEdge <= at {
			k++
		}
		if k < len(t.bunches) && t.bunches[k].x0+overEdge < at {
			n++
		}
	}
	return n
}
