package paper

import (
	"cmp"
	"slices"
	"strings"
)

// fragment is one printed line of a cell.
type fragment struct {
	line int     // from the top of the table
	x    float64 // from the left end of the line, in half-widths
	text string
}

// typeset sets a table in lines: the fragments stand in the order of their cells; starts tells the first line
// of each row, and the table's end.
func (c *printer) typeset(t Table, cells []Placed) (fragments []fragment, starts []int) {
	edges := t.edges(c.width)
	if c.fit {
		edges = t.fitted(cells, c.measure, c.width, 2)
	}
	wrapped := make([][]string, len(cells))
	for i, p := range cells {
		wrapped[i] = c.cellLines(p, edges[p.Column+p.ColSpan]-edges[p.Column]-2)
	}
	rows := heights(cells, len(t.Rows), 1, func(i int) float64 { return float64(len(wrapped[i])) })
	starts = []int{0}
	for _, h := range rows {
		starts = append(starts, starts[len(starts)-1]+int(h)+c.between)
	}
	for i, p := range cells {
		at := starts[p.Row]
		if !c.top {
			at += (starts[p.Row+p.RowSpan] - c.between - at - len(wrapped[i])) / 2
		}
		for line, text := range wrapped[i] {
			x := edges[p.Column]
			if p.Centred {
				x += max(0, (edges[p.Column+p.ColSpan]-x-2-c.measure.of(text))/2)
			}
			fragments = append(fragments, fragment{at + line, x, text})
		}
	}
	return fragments, starts
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

// raw gives fragments back in the order of their cells: those beside one another in one line.
func raw(c *printer, fragments []fragment, _ []int) {
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

// columns gives fragments back in the places where they stand, kept by blanks.
func columns(c *printer, fragments []fragment, starts []int) {
	slices.SortStableFunc(fragments, func(a, b fragment) int { return cmp.Compare(a.x, b.x) })
	lines := make([]string, starts[len(starts)-1])
	for _, f := range fragments {
		lines[f.line] = c.beside(lines[f.line], f)
	}
	for row, start := range starts[:len(starts)-1] {
		if !c.split {
			c.need(starts[row+1] - start)
		}
		for _, line := range lines[start:starts[row+1]] {
			c.put(line)
		}
	}
}

// beside adds a fragment to the line, two blanks at least behind what stands there.
func (c *printer) beside(line string, f fragment) string {
	blanks := f.x - c.measure.of(line)
	if line != "" {
		blanks = max(blanks, 2)
	}
	return line + c.pad(blanks) + f.text
}
