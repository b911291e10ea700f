package table

import (
	"cmp"
	"math"
	"slices"
)

// mostCounts is how many numbers of columns are tried.
const mostCounts = 3

// span is a stretch of the page's width.
type span struct{ x0, x1 float64 }

// corridors are the columns: the stretches in which chunks stand below one another, taken from the
// lines with that many of them or more, since headers over several columns have fewer.
func (t *trial) corridors(strips []strip, usual int) []span {
	all := t.chunks[:0]
	for _, s := range strips {
		if len(s.chunks) >= usual {
			for _, p := range s.chunks {
				all = append(all, span{p.x0, p.x1})
			}
		}
	}
	t.chunks = all
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.x0, b.x0) })
	out := t.columns[:0]
	for _, s := range all {
		if n := len(out); n > 0 && s.x0 <= out[n-1].x1 {
			out[n-1].x1 = max(out[n-1].x1, s.x1)
			continue
		}
		out = append(out, s)
	}
	t.columns = out
	if len(out) > mostColumns {
		return nil
	}
	return t.closed(out, strips)
}

// chunkCounts are the numbers of chunks that may tell the columns: those above one that at least two
// lines have, from the most usual one up, the largest first.
func (t *trial) chunkCounts(strips []strip) []int {
	most := 2
	for i := range strips {
		most = max(most, len(strips[i].chunks))
	}
	t.counts = sized(t.counts, most+1)
	for i := range strips {
		t.counts[len(strips[i].chunks)]++
	}
	usual := 2
	for n := 3; n <= most; n++ {
		if c := t.counts[n]; c > 0 && c >= t.counts[usual] {
			usual = n
		}
	}
	out := append(t.usual[:0], usual)
	for n := usual + 1; n <= most && len(out) < mostCounts; n++ {
		if t.counts[n] > 1 {
			out = append(out, n)
		}
	}
	t.usual = out
	slices.Reverse(out)
	return out
}

// closed joins neighbouring columns of which one holds nothing but a heading, set beside the texts of the
// other: a centred 项目 over labels that are set to the left.
func (t *trial) closed(columns []span, strips []strip) []span {
	filled, slots := sized(t.filled, len(strips)), sized(t.slots, len(strips)*len(columns))
	t.filled, t.slots = filled, slots
	for i := range strips {
		filled[i] = slots[i*len(columns) : (i+1)*len(columns) : (i+1)*len(columns)]
		for _, p := range strips[i].chunks {
			for k, end := touched(columns, p); k < end; k++ {
				filled[i][k] = true
			}
		}
	}
	for k := len(columns) - 1; k > 0; k-- {
		if !complete(filled, k-1, k) {
			continue
		}
		columns[k-1].x1 = columns[k].x1
		columns = slices.Delete(columns, k, k+1)
		for i := range filled {
			filled[i][k-1] = filled[i][k-1] || filled[i][k]
			filled[i] = slices.Delete(filled[i], k, k+1)
		}
	}
	return columns
}

// complete reports whether no line has both columns, and one of them but the first line.
func complete(filled [][]bool, a, b int) bool {
	counts := [2]int{}
	for i := range filled {
		if filled[i][a] && filled[i][b] {
			return false
		}
		for n, k := range [2]int{a, b} {
			if filled[i][k] {
				counts[n]++
			}
		}
	}
	first := func(k, n int) bool { return n == 1 && filled[0][k] }
	return counts[0] > 0 && counts[1] > 0 && (first(a, counts[0]) || first(b, counts[1]))
}

// borders are the edges of the columns: the middles of the gaps between them.
func borders(columns []span) []float64 {
	xs := []float64{columns[0].x0}
	for i := 1; i < len(columns); i++ {
		xs = append(xs, (columns[i-1].x1+columns[i].x0)/2)
	}
	return append(xs, columns[len(columns)-1].x1)
}

// narrowest is the smallest gap between two columns.
func narrowest(columns []span) float64 {
	least := math.Inf(1)
	for i := 1; i < len(columns); i++ {
		least = min(least, columns[i].x0-columns[i-1].x1)
	}
	return least
}

// touched are the columns that a chunk reaches, first and up to.
func touched(columns []span, p piece) (first, end int) {
	for last := len(columns); first < last; { // the first column that does not end left of the chunk
		if mid := int(uint(first+last) >> 1); columns[mid].x1 < p.x0 {
			first = mid + 1
		} else {
			last = mid
		}
	}
	for end = first; end < len(columns) && columns[end].x0 <= p.x1; end++ {
	}
	return first, end
}

// under are the columns that a chunk stands in: those it touches, or the nearest.
func under(columns []span, p piece) (first, end int) {
	if first, end = touched(columns, p); first < end {
		return first, end
	}
	if first == len(columns) || first > 0 && p.x0-columns[first-1].x1 <= columns[first].x0-p.x1 {
		first--
	}
	return first, first + 1
}
