package table

import "math"

// level is where the texts of a row stand.
type level struct {
	setting             setting
	top, bottom, middle float64
}

func levelsOf(tiers []tier) []level {
	out := make([]level, len(tiers))
	for i := range tiers {
		top, bottom := tiers[i].extent()
		out[i] = level{tiers[i].setting, top, bottom, tiers[i].middle()}
	}
	return out
}

// tower is one cell over the rows of a column that end with a row, taken row by row upwards.
type tower struct {
	*tiles
	start, end int // rows, up to
	top        int // the highest row with a text, or -1
	last       int // the lowest one
	against    float64
	free       int     // texts that go on with the one above without anything against it
	low        float64 // height of the lowest row
}

// below is a cell that ends before a row and has none yet.
func (t *tiles) below(end int) tower {
	return tower{tiles: t, start: end, end: end, top: -1, last: -1, low: math.Inf(1)}
}

// add takes the row above the others.
func (u *tower) add(row int) {
	u.start = row
	u.low = min(u.low, u.part.ys[row+1]-u.part.ys[row])
	if u.cells[row] == nil {
		return
	}
	if u.top < 0 {
		u.last = row
	} else {
		u.against += u.seams[u.top]
		if u.seams[u.top] == 0 {
			u.free++
		}
	}
	u.top = row
}

// cost is how much speaks against the cell.
func (u *tower) cost() float64 {
	if u.top < 0 {
		return math.Inf(1)
	}
	sum, off := oneMore+u.against, u.off()
	if off > slightlyOff {
		sum += textsOfOne * float64(u.free)
	}
	return sum + offCentre*off
}

// off is how far from where it belongs in the rows the text stands, in the height of the lowest row.
func (u *tower) off() float64 {
	lines := u.cells[u.last].lines
	first, last := &u.cells[u.top].lines[0], &lines[len(lines)-1]
	low := max(u.low, first.size)
	switch above, below := &u.levels[u.start], &u.levels[u.end-1]; above.setting {
	case tops:
		return math.Abs(first.base-above.middle) / low
	case feet:
		return math.Abs(last.base-below.middle) / low
	default:
		return math.Abs(first.box.Y0+last.box.Y1-above.top-below.bottom) / 2 / low
	}
}
