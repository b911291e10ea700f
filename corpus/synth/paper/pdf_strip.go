package paper

import "slices"

// box is a cell of a table, or what is left of it on a later page, with its lines.
type box struct {
	Placed
	lines          []string
	header         bool
	torn           bool    // its row or text goes on over a page's end: it is set from the top
	x0, y0, x1, y1 float64 // where it is set
}

// strip is a table, or what is left of it: its rows count from 0.
type strip struct {
	boxes []box
	rows  int
}

// crossed tells whether a cell stands on both sides of the row's upper edge.
func (s strip) crossed(row int) bool {
	return slices.ContainsFunc(s.boxes, func(b box) bool { return b.Row < row && row < b.Row+b.RowSpan })
}

// longer tells whether a cell of the row alone has more lines.
func (s strip) longer(row, lines int) bool {
	return slices.ContainsFunc(s.boxes, func(b box) bool {
		return b.Row == row && b.RowSpan == 1 && len(b.lines) > lines
	})
}

// heads tells whether the row belongs to the header.
func (s strip) heads(row int) bool {
	return slices.ContainsFunc(s.boxes, func(b box) bool { return b.Row == row && b.header })
}

// halve makes two rows of one.
func (s strip) halve(row int) strip {
	out := strip{rows: s.rows + 1}
	for _, b := range s.boxes {
		switch {
		case b.Row > row:
			b.Row++
		case b.Row+b.RowSpan > row:
			b.RowSpan++
			b.torn = true
		}
		out.boxes = append(out.boxes, b)
	}
	return out
}

// divide parts the rows from those before. A cell on both sides leaves as many lines on the first as fit.
func (s strip) divide(row int, fit func(box) int) (before, after strip) {
	before.rows, after.rows = row, s.rows-row
	for _, b := range s.boxes {
		switch {
		case b.Row+b.RowSpan <= row:
			before.boxes = append(before.boxes, b)
		case b.Row >= row:
			b.Row -= row
			after.boxes = append(after.boxes, b)
		default:
			n := min(fit(b), len(b.lines))
			b.torn = b.torn || n > 0 && n < len(b.lines)
			first, second := b, b
			first.RowSpan, first.lines = row-b.Row, b.lines[:n]
			second.Row, second.RowSpan, second.lines = 0, b.RowSpan-first.RowSpan, b.lines[n:]
			before.boxes, after.boxes = append(before.boxes, first), append(after.boxes, second)
		}
	}
	return before, after
}
