package layout

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// Rows of tabbed text lose blank cells when they are copied, and then all their cells stand too far to
// the left. Where a row does not fit its headers as it stands, it is moved to where it fits best.

// misfit is the fit of a cell that cannot belong to its column.
const misfit = -4

// realigned moves the cells of a row that do not fit their columns; other rows come back as they are.
func (w *gridWalk) realigned(own []cellAt) []cellAt {
	if !slidden(w.table) {
		return own
	}
	looks := make([]look, len(own))
	for i := range own {
		own[i].look = &looks[i]
	}
	if moved := w.levelAlone(own); !slices.Equal(moved, own) {
		return moved
	}
	if len(own) < 2 || len(own) == 2 && !w.lex.Has(lexicon.Level2Words, squeeze(own[0].text)) {
		return own
	}
	shift, fits := w.bestShift(own)
	if !fits && len(own) > 2 {
		if moved, ok := w.spread(own); ok {
			return moved
		}
	}
	if shift == 0 {
		return own
	}
	moved := make([]cellAt, len(own))
	for i, c := range own {
		moved[i] = c.movedTo(c.from + shift)
	}
	return moved
}

// bestShift is how far a row is moved to suit its columns best, and whether every cell then suits its own.
func (w *gridWalk) bestShift(own []cellAt) (shift int, fits bool) {
	best, fits := w.fit(own, 0)
	if fits {
		best++ // a row in which nothing is out of place needs a better reason to be moved
	}
	for d := -own[0].from; d <= w.width()-own[len(own)-1].to; d++ {
		if d == 0 {
			continue
		}
		if fit, ok := w.fit(own, d); fit > best {
			best, shift, fits = fit, d, ok
		}
	}
	return shift, fits
}

// slidden reports whether the rows of a table may stand beside their columns: signs in a text tell its cells.
func slidden(t *document.Table) bool {
	return t.Evidence == document.Tabbed || t.Evidence == document.Barred
}

// width is the number of columns that the headers span.
func (w *gridWalk) width() int {
	n := 0
	for _, c := range w.header.columns {
		n = max(n, c.to)
	}
	return n
}

// fit sums how well the cells suit the columns that they have when moved by shift; ok is false when one
// of them cannot be in its column.
func (w *gridWalk) fit(own []cellAt, shift int) (sum int, ok bool) {
	ok = true
	var weight, score *look
	for i := range own {
		c := &own[i]
		role := w.roleAt(c.from+shift, c.to+shift)
		l := w.looked(c)
		n := l.suits(role)
		if shift == 0 && role == lexicon.Name && n < misfit && l.level {
			n = -1 // 产出质量, 经济效益 and 服务对象满意度 are the very rows of some forms
		}
		sum += n
		ok = ok && n > misfit
		switch role {
		case lexicon.Weight:
			weight = l
		case lexicon.Score:
			score = l
		}
	}
	if weight != nil && score != nil && weight.amount.Numeric() && score.amount.Numeric() && score.amount.Rat().Cmp(weight.amount.Rat()) > 0 {
		sum-- // a score above its weight is an error in few rows, and a shift in many
	}
	return sum, ok
}

// roleAt is the role of the column under most of the slots from to to.
func (w *gridWalk) roleAt(from, to int) lexicon.Role {
	best, role := 0, lexicon.Role("")
	for _, col := range w.header.columns {
		if n := min(to, col.to) - max(from, col.from); n > best && col.role != "" {
			best, role = n, col.role
		}
	}
	return role
}

// levelWord reports a label that names a level of indicators, with or without its points.
func (w *gridWalk) levelWord(text string) bool {
	name, _ := label(text)
	return w.lex.Has(lexicon.Level1Words|lexicon.Level2Words, name)
}

func pick(yes bool, a, b int) int {
	if yes {
		return a
	}
	return b
}
