package table

import (
	"math"
	"slices"
)

// What speaks against a cell over several rows, in one measure.
const (
	oneMore     = 0.3  // a cell more
	offCentre   = 6.0  // a text out of the middle of its rows, for each height of a row
	textsOfOne  = 0.7  // texts of several rows taken for one, besides what speaks against that itself
	alike       = 1.5  // the same where both are as long: they are names of one kind
	uncovered   = 2.0  // a row that no cell of the column covers, where cells cover all their rows
	pageTop     = 0.2  // the same at the top of a page, where a cell of the page before may go on
	headless    = 1.0  // a row without text above the first one, where texts stand in the first of their rows
	slightlyOff = 0.15 // heights of a row that a text may stand out of its middle
	gappy       = 0.3  // share of the rows without text in a column of cells over several rows
	mostTiled   = 60   // rows of one cell
)

// span gives the texts of the leading columns all the rows in whose middle they stand: names of groups of
// rows, which are printed once. It stops at the first column that has a text of its own in most rows.
func (p *part) span(tiers []tier, b beams) {
	drop := make([]bool, len(p.cells))
	levels := levelsOf(tiers)
	for k := range p.columns() {
		c := p.tilesOf(levels, k, b)
		if float64(c.blank) < gappy*float64(c.blank+c.filled) && !c.loose() {
			break
		}
		rows, cost := c.cheapest()
		c.first = true
		if plain, less := c.cheapest(); less <= cost {
			rows = plain
		}
		for _, r := range rows {
			c.join(r, drop)
		}
	}
	cells := p.cells
	p.cells = make([]cell, 0, len(cells))
	for i := range p.slots {
		p.slots[i] = -1
	}
	for i := range cells {
		if !drop[i] {
			p.add(cells[i])
		}
	}
}

// tiles is a column whose cells may cover several rows.
type tiles struct {
	part          *part
	levels        []level // by row
	column        int
	cells         []*cell // by row: what begins there, or nil
	barred        []bool  // by row: a cell over several columns stands there
	blank, filled int
	beams         beams
	first         bool      // texts stand in the first of their rows, and the others are blank
	room          float64   // how wide the widest line of the column is
	own           []float64 // by row: the cost of its cell as it stands, if it has one
	seams         []float64 // by row: what speaks against its text going on with the one above
}

func (p *part) tilesOf(levels []level, column int, b beams) *tiles {
	t := &tiles{part: p, levels: levels, column: column, beams: b, cells: make([]*cell, p.rows()), barred: make([]bool, p.rows())}
	for r := range p.rows() {
		switch i := p.slots[r*p.columns()+column]; {
		case i < 0:
			t.blank++
		case p.cells[i].cols > 1:
			t.barred[r] = true
		default:
			t.cells[r] = &p.cells[i]
			t.filled++
			for _, l := range t.cells[r].lines {
				t.room = max(t.room, l.box.Width())
			}
		}
	}
	t.weigh()
	return t
}

// weigh weighs the text of each row, alone and with the one above.
func (t *tiles) weigh() {
	t.own, t.seams = make([]float64, len(t.cells)), make([]float64, len(t.cells))
	last := -1
	for r, c := range t.cells {
		if c == nil {
			continue
		}
		u := t.below(r + 1)
		u.add(r)
		t.own[r] = u.cost()
		if last >= 0 {
			t.seams[r] = t.seam(last, r)
		}
		last = r
	}
}

// loose reports whether a text of the column stands out of the middle of its row.
func (t *tiles) loose() bool {
	for r, c := range t.cells {
		if c != nil && t.own[r] > oneMore+offCentre*slightlyOff {
			return true
		}
	}
	return false
}

// cheapest cuts the rows of the column into cells, as cheaply as it can be done, and returns those that hold
// a text and cover more than one row: first row and the one behind the last.
func (t *tiles) cheapest() (rows [][2]int, least float64) {
	n := len(t.cells)
	cost, from := make([]float64, n+1), make([]int, n+1)
	for end := 1; end <= n; end++ {
		cost[end] = cost[end-1] + t.alone(end-1)
		from[end] = end - 1
		u := t.below(end)
		for start := end - 1; start >= max(0, end-mostTiled) && !t.barred[start] && !(t.first && t.cells[start] == nil); start-- {
			u.add(start)
			if c := cost[start] + u.cost(); c < cost[end] {
				cost[end], from[end] = c, start
			}
		}
	}
	for end := n; end > 0; end = from[end] {
		if end-from[end] > 1 {
			rows = append(rows, [2]int{from[end], end})
		}
	}
	return rows, cost[n]
}

// alone is the cost of a row that is left as it stands.
func (t *tiles) alone(row int) float64 {
	if t.cells[row] != nil {
		return t.own[row]
	}
	above := row
	for above > 0 && t.cells[above] == nil && !t.barred[above] {
		above--
	}
	top := above == 0 && t.cells[0] == nil && !t.barred[0]
	switch {
	case t.barred[row]:
		return 0
	case top:
		return pageTop
	case !t.first:
		return uncovered
	case t.barred[above]:
		return headless
	}
	return 0
}

// seam is how much speaks against taking the texts of two rows for one: nothing, if they follow one another
// closely and stand out of the middle of their rows.
func (t *tiles) seam(above, below int) float64 {
	upper, lower := t.cells[above].lines, t.cells[below].lines
	a, b := &upper[len(upper)-1], &lower[0]
	if t.beams.over((a.box.X0+a.box.X1)/2, middleOf(a), middleOf(b)) || numeric(a.text()) && numeric(b.text()) {
		return twoFigures
	}
	if b.base-a.base < nextLine*a.size && max(t.own[above], t.own[below]) > oneMore+offCentre*slightlyOff {
		return 0
	}
	return textsOfOne + t.tear(a, b)
}

// tear is how much speaks against one line going on with another of the row above.
func (t *tiles) tear(upper, lower *line) float64 {
	a, b := markOf(upper.pieces[0], upper), markOf(lower.pieces[0], lower)
	a.width, b.width = t.room, t.room
	sum := tear(&a, &b)
	if math.Abs(upper.box.Width()-lower.box.Width()) < inLine {
		sum += alike
	}
	return sum
}

// join makes one cell of what the column holds in the rows.
func (t *tiles) join(rows [2]int, drop []bool) {
	p := t.part
	var whole *cell
	var lines []line
	for r := rows[0]; r < rows[1]; r++ {
		slot := r*p.columns() + t.column
		if i := p.slots[slot]; i >= 0 {
			lines = append(lines, p.cells[i].lines...)
			if whole == nil {
				whole = &p.cells[i]
			} else {
				drop[i] = true
			}
		}
	}
	whole.row, whole.rows = rows[0], rows[1]-rows[0]
	whole.box.Y0, whole.box.Y1 = p.ys[rows[0]], p.ys[rows[1]]
	whole.write(slices.Clip(lines))
}
