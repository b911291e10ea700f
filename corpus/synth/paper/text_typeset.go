package paper

import (
	"math"
	"strings"
)

// fragment is one printed line of a cell.
type fragment struct {
	cell int     // its number in the table
	line float64 // from the top of the table
	x    float64 // from the left end of the line, in half-widths
	text string
}

// typeset sets a table in lines: the fragments stand in the order of their cells; starts tells the first line
// of each row, and the table's end.
func (c *printer) typeset(t Table, cells []Placed) (fragments []fragment, starts []float64) {
	edges := t.edges(c.width)
	if c.fit {
		edges = t.fitted(cells, c.measure, c.width, 2)
	}
	wrapped := make([][]string, len(cells))
	for i, p := range cells {
		wrapped[i] = c.cellLines(p, edges[p.Column+p.ColSpan]-edges[p.Column]-2)
	}
	rows := heights(cells, len(t.Rows), 1, func(i int) float64 { return float64(len(wrapped[i])) + 2*c.padding })
	starts = []float64{0}
	for _, h := range rows {
		starts = append(starts, starts[len(starts)-1]+h+float64(c.between))
	}
	for i, p := range cells {
		at := starts[p.Row] + c.padding
		if !c.top {
			at = c.middle(starts[p.Row], starts[p.Row+p.RowSpan]-float64(c.between), len(wrapped[i]))
		}
		for line, text := range wrapped[i] {
			x := edges[p.Column]
			if p.Centred {
				x += max(0, (edges[p.Column+p.ColSpan]-x-2-c.measure.of(text))/2)
			}
			fragments = append(fragments, fragment{i, at + float64(line), x, text})
		}
	}
	return fragments, starts
}

// middle is where the first of some lines stands so that they are in the middle: on a line of the text, where
// pages are no more than lines.
func (c *printer) middle(from, to float64, lines int) float64 {
	at := from + (to-from-float64(lines))/2
	if c.pitch == 0 {
		return math.Floor(at)
	}
	return at
}

// cellLines wraps the text of a cell; an empty one has no lines.
func (c *printer) cellLines(p Placed, width float64) []string {
	text := p.Text
	if text == "" {
		return nil
	}
	if p.Vertical {
		width = 0
	}
	return c.measure.wrap(strings.TrimSpace(text), max(width, 2), c.words && !p.Vertical)
}

// inOrder are the habits of a copy in the order of the cells.
func inOrder(c *printer) { c.table = raw }

// raw gives fragments back in the order of their cells: those beside one another in one line.
func raw(c *printer, fragments []fragment, _ []float64) {
	line := ""
	for i, f := range fragments {
		switch {
		case i == 0:
			line = f.text
		case f.line == fragments[i-1].line:
			line += " " + f.text
		default:
			c.put(line)
			line = f.text
		}
	}
	if line != "" {
		c.put(line)
	}
}
