package layout

import (
	"strings"

	"fuhe/extract/document"
)

// Some copies have a whole table in one line, a blank between its cells: 项目资金 (万元) 年初预算数 全年预算数 … 产出指标
// 数量指标 清淤长度 ≥10公里 12公里 8 8. Such a line is read as if each cell stood on a line of its own.

// fewestSpaced is how many words a line has at least that holds headers and rows.
const fewestSpaced = 24

// unspaced gives the cells of a line that holds a whole table as lines; nil for any other line.
func (w *walker) unspaced(l document.Line) []document.Line {
	if len(l.Text) > longestTable || strings.Contains(l.Text, "|") || wordsIn(l.Text) < fewestSpaced {
		return nil
	}
	cells := w.spacedCells(l, parted{})
	found := false
	for i := 0; i < len(cells); i++ {
		h, n, ok := w.spreadHeader(cells, i)
		if !ok {
			continue
		}
		found = found || h.kind != goalHeader && len(cells)-i-n > len(h.columns)
		if by := h.parted(); found && by != (parted{}) {
			return w.spacedCells(l, by)
		}
		i += n - 1
	}
	if !found {
		return nil
	}
	return cells
}

// spacedCells cuts a line at its blanks, but for those inside amounts, dates and years.
func (w *walker) spacedCells(l document.Line, by parted) []document.Line {
	var cells []document.Line
	for _, t := range w.tokens([]printed{{text: l.Text, place: l.Place}}, by) {
		if n := len(cells) - 1; n >= 0 && strings.HasPrefix(t.text, "年") && len(cells[n].Text) == 4 && strings.Trim(cells[n].Text, "0123456789") == "" {
			cells[n].Text += t.text
			cells[n].Place = l.Place.Quoting(cells[n].Text)
			continue
		}
		cells = append(cells, document.Line{Text: t.text, Place: t.place})
	}
	return cells
}
