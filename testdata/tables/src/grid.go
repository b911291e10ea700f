package main

import (
	"strings"
	"unicode"
)

// grid is a table as rows of slots: the text where a cell begins, < where it goes on from the left and
// ^ where it goes on from above, × where no cell was drawn. A line break in the print is \n.
type grid [][]string

// String writes the grid as a reader should read it: lines joined, blanks of the layout gone.
func (g grid) String() string {
	var b strings.Builder
	for _, row := range g {
		for i, text := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(read(text))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// read joins the lines of a cell: a blank stays only between Latin words.
func read(text string) string {
	text = strings.ReplaceAll(text, `\n`, " ")
	words := strings.Fields(strings.ReplaceAll(text, `\-`, ""))
	var b strings.Builder
	for i, w := range words {
		if i > 0 && latin(lastOf(words[i-1])) && latin([]rune(w)[0]) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

func lastOf(s string) rune { r := []rune(s); return r[len(r)-1] }

func latin(r rune) bool { return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r < 0x80) }

// span counts the slots of the cell at a place.
func (g grid) span(r, c int) (rows, cols int) {
	for cols = 1; c+cols < len(g[r]) && g[r][c+cols] == "<"; cols++ {
	}
	for rows = 1; r+rows < len(g) && g[r+rows][c] == "^"; rows++ {
	}
	return rows, cols
}

// begins reports whether a cell begins in the slot.
func (g grid) begins(r, c int) bool { return !strings.Contains("<^×", g[r][c]) || g[r][c] == "" }
