package table

import (
	"strings"

	"fuhe/extract/document"
)

// Some copies of a table have a cell a line, each ended by a bar. Blank cells are there too, as bars of
// their own or behind the cell before them, but where a row ends is not told: such a table is handed on as
// one column of cells.

const (
	fewestBarred = 8    // lines of one cell, from which on they may be a table
	mostBarred   = 8000 // cells of one such table
	widestBarred = 48   // cells in one line
)

// barredLine cuts a line with one cell that a bar ends, and blank cells behind it. cells counts them all.
func barredLine(text string) (cell string, cells int, ok bool) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "｜", "|"))
	cell, bars, found := strings.Cut(text, "|")
	if !found || strings.Trim(bars, "| ") != "" {
		return "", 0, false
	}
	return squeeze(strings.TrimSpace(cell)), 1 + strings.Count(bars, "|"), true
}

// barred reads the lines from i on as the cells of a table, blank lines between them too, and returns how many
// lines they take; it is nil where they are too few.
func barred(lines []document.Line, i int) (n int, cells *document.Table) {
	var rows []row
	for k := i; k < len(lines) && len(rows) < mostBarred; k++ {
		if strings.TrimSpace(lines[k].Text) == "" {
			continue
		}
		text, count, ok := barredLine(lines[k].Text)
		if !ok {
			break
		}
		for j := range min(count, widestBarred) {
			r := row{line: lines[k], sign: '|', cells: []string{""}}
			if j == 0 {
				r.cells[0] = text
			}
			rows = append(rows, r)
		}
		n = k - i + 1
	}
	if n < fewestBarred {
		return n, nil
	}
	cells = tableOf(rows)
	cells.Evidence = document.Barred
	return n, cells
}
