package table

import "slices"

// heap tells how much speaks against the texts of a row being one each, line by line upwards from its last one.
type heap struct {
	marks      [][]mark
	piles      []pile // from left to right
	start, end int    // lines, up to
	torn       float64
}

// pile is what stands below one another so far.
type pile struct {
	span
	top  *mark
	torn float64 // what speaks against it being one text
}

func (h *heap) clear(end int) {
	h.piles, h.start, h.end, h.torn = h.piles[:0], end, end, 0
}

// add takes the line above the others.
func (h *heap) add(i int) {
	h.start = i
	for k := len(h.marks[i]) - 1; k >= 0; k-- {
		h.put(&h.marks[i][k])
	}
}

// put lays a text on the piles below it, which are one then.
func (h *heap) put(m *mark) {
	first := 0
	for first < len(h.piles) && h.piles[first].x1 <= m.x0 {
		first++
	}
	end := first
	for end < len(h.piles) && h.piles[end].x0 < m.x1 {
		end++
	}
	if first == end {
		h.piles = slices.Insert(h.piles, first, pile{span{m.x0, m.x1}, m, 0})
		return
	}
	p := &h.piles[first]
	for _, o := range h.piles[first:end] {
		h.torn -= o.torn
	}
	one := end-first == 1
	p.x0, p.x1 = min(p.x0, m.x0), max(h.piles[end-1].x1, m.x1)
	if one {
		p.torn += tear(m, p.top)
	} else {
		p.torn = h.tornWithin(p.span, m)
	}
	p.top = m
	h.torn += p.torn
	h.piles = slices.Delete(h.piles, first+1, end)
}

// tornWithin is what speaks against the texts of a stretch being one, from the last line up to a text.
func (h *heap) tornWithin(s span, top *mark) float64 {
	sum := 0.0
	var below *mark
	for i := h.end - 1; i >= h.start; i-- {
		for k := len(h.marks[i]) - 1; k >= 0; k-- {
			m := &h.marks[i][k]
			if m.x0 < s.x0 || m.x0 >= s.x1 || i == h.start && m.x0 < top.x0 {
				continue
			}
			if below != nil {
				sum += tear(m, below)
			}
			below = m
		}
	}
	return sum
}
