package layout

import (
	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// cellAt is one cell as a row sees it: a merged cell once, with the columns it covers.
type cellAt struct {
	*document.Cell
	text     string
	from, to int
	shared   bool  // began in a row above
	look     *look // if it was looked at
}

// rowCells appends the cells of one grid row that hold text.
func rowCells(cells []cellAt, slots []*document.Cell, row int) []cellAt {
	for k, c := range slots {
		if c == nil || k > 0 && slots[k-1] == c || quantity.TrimSpace(c.Text) == "" {
			continue
		}
		cells = append(cells, cellAt{Cell: c, text: c.Text, from: k, to: k + c.ColumnSpan, shared: c.Row < row})
	}
	return cells
}

func (c cellAt) piece() piece {
	return piece{text: c.text, place: c.Place, shared: c.shared, doubt: c.Doubt, look: c.look}
}
