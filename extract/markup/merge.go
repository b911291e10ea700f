package markup

import "slices"

// Merge is how a cell goes together with the one before it, above or to its left.
type Merge int

const (
	Single    Merge = iota
	Begins          // a merged cell begins here
	Continues       // the cell belongs to the one before; its own text is not seen
)

// Merged is a cell of a row as word processors write them: each row whole, with marks on the cells that belong
// together.
type Merged struct {
	Cell
	Down, Across Merge
}

// Rows makes a table of rows of marked cells. The zero Rows is a table without any.
type Rows struct {
	rows  int
	cells []Cell
	open  map[int]int // by column, the cell that may be continued downwards
	below map[int]int // room for those of the next row
}

// Add puts a row below the others. Column and spans of its cells are set, Row is not. A cell that goes on with the
// one above has no text that is seen; one that says so and has no such cell above stands for itself.
func (r *Rows) Add(cells []Merged) {
	below := r.below
	if below == nil {
		below = map[int]int{}
	}
	clear(below)
	for _, c := range joinAcross(cells) {
		above, ok := r.open[c.Column]
		if ok && c.Down == Continues && r.cells[above].ColumnSpan == c.ColumnSpan {
			r.cells[above].RowSpan++
			below[c.Column] = above
			continue
		}
		c.Row = r.rows
		if c.Down != Single {
			below[c.Column] = len(r.cells)
		}
		r.cells = append(r.cells, c.Cell)
	}
	r.open, r.below = below, r.open
	r.rows++
}

// joinAcross widens a cell by those to its right that continue it.
func joinAcross(cells []Merged) []Merged {
	if !slices.ContainsFunc(cells, func(c Merged) bool { return c.Across == Continues }) {
		return cells
	}
	var kept []Merged
	for _, c := range cells {
		if n := len(kept); c.Across == Continues && n > 0 && kept[n-1].Across != Single {
			kept[n-1].ColumnSpan += c.ColumnSpan
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// Table is the table of all rows.
func (r *Rows) Table() *Table { return &Table{Cells: r.cells} }
