package layout

import (
	"math"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// Some copies leave out every blank cell, and what stands behind one slides to the left: 其中桃树 | 1.5亩 | 1.5亩 under
// 三级指标 | 分值 | 指标值 | 实际值. Moving the whole row does not mend it; its cells are spread over the columns that
// can hold them.

// blankCost is the fit of a column that a spread row leaves blank: parts of another row have no points of their own.
func blankCost(role lexicon.Role) int {
	if role == lexicon.Weight || role == lexicon.Score {
		return -1
	}
	return -2
}

// spread moves the cells of a row to the columns that suit them best, in their order; ok is false where none do, or
// where several ways suit them as well.
func (w *gridWalk) spread(own []cellAt) (moved []cellAt, ok bool) {
	columns := w.spreadColumns()
	if len(columns) < len(own) {
		return nil, false
	}
	best, ways := w.bestSpread(own, columns)
	if ways != 1 {
		return nil, false
	}
	for i, c := range own {
		moved = append(moved, c.movedTo(columns[best[i]].from))
	}
	return moved, true
}

// spreadColumns are the columns that have a role, in their order.
func (w *gridWalk) spreadColumns() (columns []column) {
	for _, c := range w.header.columns {
		if c.role != "" {
			columns = append(columns, c)
		}
	}
	return columns
}

// spreadWay is the best way to have put the first cells of a row when the last of them stands in a certain column.
type spreadWay struct {
	fit, ways int
	before    int // column of the cell before
}

// bestSpread gives the column of each cell in the way that suits them best, and how many ways suit them so.
func (w *gridWalk) bestSpread(own []cellAt, columns []column) (at []int, ways int) {
	steps := make([][]spreadWay, len(own))
	for i := range own {
		cell := w.looked(&own[i])
		steps[i] = make([]spreadWay, len(columns))
		for k, col := range columns {
			steps[i][k] = spreadWay{fit: math.MinInt}
			suits := cell.suits(col.role)
			switch {
			case suits <= misfit:
			case i == 0:
				steps[i][k] = spreadWay{fit: suits, ways: 1}
			default:
				steps[i][k] = nextSpread(steps[i-1], columns[:k], suits)
			}
		}
	}
	last := nextSpread(steps[len(own)-1], columns, 0) // the columns behind the last cell may be blank too
	at = make([]int, len(own))
	for i, k := len(own)-1, last.before; last.ways > 0 && i >= 0; i-- {
		at[i], k = k, steps[i][k].before
	}
	return at, last.ways
}

// nextSpread puts a cell behind the columns that those before it stand in or leave blank.
func nextSpread(before []spreadWay, columns []column, suits int) spreadWay {
	best := spreadWay{fit: math.MinInt}
	blank := 0
	for k := len(columns) - 1; k >= 0; k-- {
		fit := before[k].fit + suits + blank
		switch blank += blankCost(columns[k].role); {
		case before[k].ways == 0:
		case fit > best.fit:
			best = spreadWay{fit, before[k].ways, k}
		case fit == best.fit:
			best.ways += before[k].ways
		}
	}
	return best
}

// movedTo is the cell in another column, and marked as moved.
func (c cellAt) movedTo(column int) cellAt {
	cell := *c.Cell
	cell.Doubt = form.ShiftedRow
	return cellAt{Cell: &cell, text: c.text, from: column, to: column + c.to - c.from, shared: c.shared, look: c.look}
}

// levelAlone moves level cells that stand alone in their row to the columns of their levels: 质量指标 | | |, and
// 效益指标 | 经济效益指标 | | where the label of the block, left of them, is gone.
func (w *gridWalk) levelAlone(own []cellAt) []cellAt {
	if !w.looked(&own[len(own)-1]).level {
		return own
	}
	var moved []cellAt
	for _, c := range own {
		name, _ := label(c.text)
		role := lexicon.Level2
		levels := w.lex.Lists(name) & (lexicon.Level1Words | lexicon.Level2Words)
		if levels&lexicon.Level1Words != 0 && len(moved) == 0 && !(len(own) == 1 && levels&lexicon.Level2Words != 0) {
			role = lexicon.Level1
		}
		at := w.header.index(role)
		if at < 0 || levels == 0 || len(moved) > 0 && moved[len(moved)-1].from >= w.header.columns[at].from {
			return own
		}
		moved = append(moved, c.movedTo(w.header.columns[at].from))
	}
	return moved
}
