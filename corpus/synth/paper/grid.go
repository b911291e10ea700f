package paper

import "fmt"

// Placed is a cell and where it stands in its table, counted from 0. Its spans are at least 1.
type Placed struct {
	Cell
	Row, Column int
}

// Columns is the number of the table's columns.
func (t Table) Columns() int { return len(t.Widths) }

// Placed returns the cells in reading order, each where its row and the spans above leave it a place. It
// fails when a cell finds none, or reaches out of the table.
func (t Table) Placed() ([]Placed, error) {
	taken := make([][]bool, len(t.Rows))
	for i := range taken {
		taken[i] = make([]bool, t.Columns())
	}
	var all []Placed
	for row, cells := range t.Rows {
		column := 0
		for _, c := range cells {
			for column < t.Columns() && taken[row][column] {
				column++
			}
			p := Placed{c, row, column}
			p.RowSpan, p.ColSpan = max(c.RowSpan, 1), max(c.ColSpan, 1)
			if err := p.take(taken); err != nil {
				return nil, err
			}
			all = append(all, p)
		}
	}
	return all, nil
}

// take marks the places a cell covers.
func (p Placed) take(taken [][]bool) error {
	if p.Row+p.RowSpan > len(taken) || p.Column+p.ColSpan > len(taken[p.Row]) {
		return fmt.Errorf("paper: cell %q reaches out of its table at row %d, column %d", p.Text, p.Row, p.Column)
	}
	for row := p.Row; row < p.Row+p.RowSpan; row++ {
		for column := p.Column; column < p.Column+p.ColSpan; column++ {
			if taken[row][column] {
				return fmt.Errorf("paper: cell %q lies on another at row %d, column %d", p.Text, row, column)
			}
			taken[row][column] = true
		}
	}
	return nil
}

// cover tells what stands at one place of a grid.
type cover int

const (
	missing cover = iota // no cell: its row is short
	begins               // a cell's upper left place
	across               // more of a cell, to the right in its first row
	below                // more of a cell, in a later row
)

// slot is one place of a grid.
type slot struct {
	cover
	cell Placed
}

// grid returns every place of the table.
func (t Table) grid() ([][]slot, error) {
	cells, err := t.Placed()
	if err != nil {
		return nil, err
	}
	all := make([][]slot, len(t.Rows))
	for i := range all {
		all[i] = make([]slot, t.Columns())
	}
	for _, p := range cells {
		for row := p.Row; row < p.Row+p.RowSpan; row++ {
			for column := p.Column; column < p.Column+p.ColSpan; column++ {
				all[row][column] = slot{p.coverAt(row, column), p}
			}
		}
	}
	return all, nil
}

func (p Placed) coverAt(row, column int) cover {
	switch {
	case row > p.Row:
		return below
	case column > p.Column:
		return across
	}
	return begins
}

// edges returns where the columns begin and end when the table is width wide: one number more than columns.
func (t Table) edges(width float64) []float64 {
	sum := 0.0
	for _, w := range t.Widths {
		sum += max(w, 0)
	}
	all := make([]float64, 1, t.Columns()+1)
	at := 0.0
	for _, w := range t.Widths {
		if sum > 0 {
			at += max(w, 0) / sum * width
		} else {
			at += width / float64(t.Columns())
		}
		all = append(all, at)
	}
	return all
}

// heights returns how high each row is set so that every cell, by its index, has what it needs: a cell over
// several rows makes the last of them higher. No row is lower than least.
func heights(cells []Placed, rows int, least float64, need func(int) float64) []float64 {
	all := make([]float64, rows)
	for i := range all {
		all[i] = least
	}
	for _, single := range []bool{true, false} {
		for i, c := range cells {
			if (c.RowSpan == 1) != single {
				continue
			}
			lack := need(i)
			for row := c.Row; row < c.Row+c.RowSpan; row++ {
				lack -= all[row]
			}
			all[c.Row+c.RowSpan-1] += max(lack, 0)
		}
	}
	return all
}

// fitted returns edges between which the longest run of figures and letters of every single column fits, as
// far as the whole width allows: extra is what a cell needs beside its text.
func (t Table) fitted(cells []Placed, m measure, width, extra float64) []float64 {
	edges := t.edges(width)
	least := make([]float64, t.Columns())
	for _, p := range cells {
		if p.ColSpan == 1 {
			least[p.Column] = max(least[p.Column], m.longestWord(p.Text)+extra)
		}
	}
	lack, spare := 0.0, 0.0
	for i := range least {
		have := edges[i+1] - edges[i]
		lack += max(0, least[i]-have)
		spare += max(0, have-least[i])
	}
	if lack == 0 || spare <= lack {
		return edges
	}
	out := []float64{0}
	for i := range least {
		have := edges[i+1] - edges[i]
		out = append(out, out[i]+max(have, least[i])-max(0, have-least[i])*lack/spare)
	}
	return out
}
