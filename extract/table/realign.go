package table

import "slices"

const (
	mostMoved    = 8 // leading blanks that a row can have lost
	neighbours   = 8 // rows looked at on either side
	fewestRows   = 3 // neighbours below which nothing is moved
	fewestCells  = 3 // filled cells below which a row is not moved
	fewestClashs = 2 // cells that must look wrong where they stand
)

// realign moves rows that lost their leading blanks back to the right: those whose cells do not look
// like their columns where they stand, and all do when moved.
func realign(rows []row) {
	cells := make([][]shape, len(rows))
	for i, r := range rows {
		cells[i] = shapesOf(r.cells)
	}
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && !heads(cells[end]) {
			end++
		}
		for i := start + 1; i < end; i++ {
			rows[i].move(cells, i, start, end)
		}
		start = end
	}
}

func shapesOf(cells []string) []shape {
	out := make([]shape, len(cells))
	for i, c := range cells {
		out[i] = shapeOf(c)
	}
	return out
}

// heads reports whether a row begins a part of the table with columns of its own: a title alone, or
// several short texts and no figure.
func heads(shapes []shape) bool {
	filled := 0
	for _, s := range shapes {
		if s == blankShape {
			continue
		}
		filled++
		if k := s.kind(); s == longText || k == integerShape || s == percentShape || s == boundShape || s == amountShape {
			return filled == 1 && len(shapes) > 1 && allBlank(shapes[1:])
		}
	}
	return filled == 1 && shapes[0] != blankShape || filled >= fewestCells
}

func allBlank(shapes []shape) bool {
	return !slices.ContainsFunc(shapes, func(s shape) bool { return s != blankShape })
}

// profile counts, for each column, the shapes that its neighbours show there.
type profile struct {
	rows   int
	counts [][shapes]uint8
}

// profileOf leaves out the row itself and the header at start.
func profileOf(cells [][]shape, row, start, end int) profile {
	p := profile{counts: make([][shapes]uint8, len(cells[start]))}
	for i := max(start+1, row-neighbours); i < min(end, row+neighbours+1); i++ {
		if i == row {
			continue
		}
		p.rows++
		for k := range p.counts {
			s := blankShape
			if k < len(cells[i]) {
				s = cells[i][k]
			}
			p.counts[k][s]++
		}
	}
	return p
}

// fit says how well shapes, moved to the right, agree with the columns: the cells whose kind was never
// seen there, and the share of rows that show the same shape, summed over the columns; a shape of the
// same kind counts half.
func (p profile) fit(cells []shape, moved int) (clashes int, agreement float64) {
	for k := range p.counts {
		counts, s := &p.counts[k], blankShape
		if k >= moved && k-moved < len(cells) {
			s = cells[k-moved]
		}
		same, alike := int(counts[s]), 0
		for other, n := range counts {
			if shape(other).kind() == s.kind() {
				alike += int(n)
			}
		}
		if alike == 0 && s != blankShape {
			clashes++
		}
		agreement += float64(same+alike) / float64(2*p.rows)
	}
	return clashes, agreement
}

// move shifts the row to where it fits best, if it does not fit where it stands.
func (r *row) move(cells [][]shape, i, start, end int) {
	own := cells[i]
	filled, last := 0, 0
	for k, s := range own {
		if s != blankShape {
			filled, last = filled+1, k
		}
	}
	room := min(len(cells[start])-1-last, mostMoved)
	if filled < fewestCells || room < 1 {
		return
	}
	p := profileOf(cells, i, start, end)
	if clashes, _ := p.fit(own, 0); p.rows < fewestRows || clashes < fewestClashs {
		return
	}
	if best := p.best(own, room); best > 0 {
		r.cells = append(make([]string, best), r.cells[:last+1]...)
		if len(r.places) > 0 {
			r.places = append(slices.Repeat(r.places[:1], best), r.places...)
		}
		r.shifted = best
		cells[i] = shapesOf(r.cells)
	}
}

// best is the move after which no cell clashes and the shapes agree most, or 0.
func (p profile) best(cells []shape, room int) int {
	best, most := 0, 0.0
	for moved := 1; moved <= room; moved++ {
		if clashes, agreement := p.fit(cells, moved); clashes == 0 && agreement > most {
			best, most = moved, agreement
		}
	}
	return best
}
