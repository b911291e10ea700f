package paper

import (
	"cmp"
	"slices"
)

// fill colours cells before their lines are drawn.
func (c *press) fill(boxes []box) {
	for _, b := range boxes {
		grey := 1.0
		if b.header {
			grey = c.shade
		}
		if grey == 1 && !c.white {
			continue
		}
		c.put("%.2f g ", grey)
		c.rectangle(b.x0, b.y0, b.x1, b.y1)
		c.put(" f\n0 g\n")
	}
}

func (c *press) pitch() { c.put("%.3f w\n", c.ruling/c.pen.unit) }

// strokedBoxes draws the four sides of each cell as one rectangle.
func strokedBoxes(c *press, boxes []box) {
	c.pitch()
	for _, b := range boxes {
		c.rectangle(b.x0, b.y0, b.x1, b.y1)
		c.put(" S\n")
	}
}

// strokedSides draws each side of each cell, those of neighbours twice.
func strokedSides(c *press, boxes []box) {
	c.pitch()
	for _, b := range boxes {
		c.segment(b.x0, b.y0, b.x1, b.y0)
		c.segment(b.x1, b.y0, b.x1, b.y1)
		c.segment(b.x1, b.y1, b.x0, b.y1)
		c.segment(b.x0, b.y1, b.x0, b.y0)
	}
}

// strokedLines draws lines as long as they go.
func strokedLines(c *press, boxes []box) {
	c.pitch()
	for _, s := range sides(boxes) {
		if s.upright {
			c.segment(s.at, s.low, s.at, s.high)
		} else {
			c.segment(s.low, s.at, s.high, s.at)
		}
	}
}

// thinBoxes fills a thin rectangle for each line.
func thinBoxes(c *press, boxes []box) {
	half := c.ruling / 2
	for _, s := range sides(boxes) {
		if s.upright {
			c.rectangle(s.at-half, s.low-half, s.at+half, s.high+half)
		} else {
			c.rectangle(s.low-half, s.at-half, s.high+half, s.at+half)
		}
		c.put(" f\n")
	}
}

// side is a line of a table.
type side struct {
	upright       bool
	at, low, high float64
}

// sides returns the lines around the boxes, each as long as it goes without a gap.
func sides(boxes []box) []side {
	var all []side
	for _, b := range boxes {
		all = append(all, side{false, b.y0, b.x0, b.x1}, side{false, b.y1, b.x0, b.x1},
			side{true, b.x0, b.y0, b.y1}, side{true, b.x1, b.y0, b.y1})
	}
	slices.SortFunc(all, func(a, b side) int {
		if a.upright != b.upright {
			if a.upright {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.low, b.low), cmp.Compare(a.high, b.high))
	})
	var out []side
	for _, s := range all {
		if n := len(out); n > 0 && out[n-1].upright == s.upright && out[n-1].at == s.at && s.low <= out[n-1].high {
			out[n-1].high = max(out[n-1].high, s.high)
			continue
		}
		out = append(out, s)
	}
	return out
}
