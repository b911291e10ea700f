package table

import (
	"strings"

	"fuhe/extract/document"
)

// Some copies of a table have a cell a line, each ended by a bar, or go on behind the bar up to a blank cell, which came
// as the end of a line. Blank cells are there too, as bars of their own or behind the cell before them, but where a row
// ends is not told: such a table is handed on as one column of cells.

const (
	fewestBarred = 8    // lines of one cell, from which on they may be a table
	fewestBlanks = 3    // lines of a bar alone that show that line ends are blank cells
	mostBarred   = 8000 // cells of one such table
	widestBarred = 48   // cells in one line
)

// barredLine cuts a line with one cell that a bar ends, and blank cells behind it. cells counts them all.
func barredLine(text string) (cell string, cells int, ok bool) {
	cell, bars, found := strings.Cut(barsAlike(text), "|")
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
			rows = append(rows, loneCell(lines[k], ""))
			if j == 0 {
				rows[len(rows)-1].cells[0] = text
			}
		}
		n = k - i + 1
	}
	if n < fewestBarred {
		return n, nil
	}
	return n, oneColumn(rows)
}

// loneCell is a row of one cell.
func loneCell(l document.Line, text string) row {
	return row{line: l, sign: '|', cells: []string{squeeze(strings.TrimSpace(text))}}
}

func oneColumn(rows []row) *document.Table {
	t := tableOf(rows)
	t.Evidence = document.Barred
	return t
}

// streamed reads the lines from i on as one stream of cells, each line begun and ended by a bar and every line end a
// blank cell. Where too few lines of a bar alone show that they are, cells is nil, and no later one of the n lines
// begins a stream either.
func streamed(lines []document.Line, i int) (n int, cells *document.Table) {
	var rows []row
	blanks := 0
	for k := i; k < len(lines) && len(rows) < mostBarred; k++ {
		text := barsAlike(lines[k].Text)
		if !strings.HasSuffix(text, "|") || k > i && text[0] != '|' {
			break
		}
		if text == "|" {
			blanks++
		}
		own := strings.Split(strings.TrimPrefix(strings.TrimSuffix(text, "|"), "|"), "|")
		if len(own) > widestBarred {
			break
		}
		if k > i {
			rows = append(rows, loneCell(lines[k], "")) // the line's end before it
		}
		for _, cell := range own {
			if text != "|" {
				rows = append(rows, loneCell(lines[k], cell))
			}
		}
		n = k - i + 1
	}
	if blanks < fewestBlanks || n < fewestBarred {
		return n, nil
	}
	return n, oneColumn(rows)
}
