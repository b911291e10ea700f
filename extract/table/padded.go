package table

import (
	"strings"

	"fuhe/extract/document"
)

// Some copies give every row of a table the same number of bars, those of merged cells at its end, and break the row
// where one of its cells broke:
//
//	项目资金 |
//	（万元） | 预算数 | 执行数 | |||||
//
// The bars tell where such a row ends.

const (
	fewestPadded   = 3  // rows of as many bars that tell those of all
	nearestPadded  = 24 // lines around a line in which they stand
	longestBroken  = 40 // lines of one row
	fewestPadCells = 2  // cells with text in a row that tells
)

// paddedLines is how many bars the lines of a text have, and the rows around them.
type paddedLines struct {
	lines []document.Line
	bars  []int
	tells []bool // a whole row, closed by the bars of merged cells
}

func paddingOf(lines []document.Line) paddedLines {
	p := paddedLines{lines, make([]int, len(lines)), make([]bool, len(lines))}
	for i, l := range lines {
		text := barsAlike(l.Text)
		p.bars[i] = strings.Count(text, "|")
		p.tells[i] = strings.HasSuffix(text, "||") && filledCells(text) >= fewestPadCells
	}
	return p
}

// barsAlike is a line with one kind of bar, without the blanks around it.
func barsAlike(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "｜", "|"))
}

func filledCells(text string) int {
	n := 0
	for cell := range strings.SplitSeq(text, "|") {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// width is how many bars the rows around a line have; 0 where they have different numbers.
func (p paddedLines) width(i int) int {
	rows := map[int]int{}
	best := 0
	for k := max(0, i-nearestPadded); k < min(len(p.bars), i+nearestPadded); k++ {
		if n := p.bars[k]; p.tells[k] {
			if rows[n]++; rows[n] >= fewestPadded && rows[n] > rows[best] {
				best = n
			}
		}
	}
	return best
}

// broken reads a row that is broken over the lines from i on, and returns how many; 0 where there is none.
func (p paddedLines) broken(i int) (r row, n int) {
	width := 0
	if p.bars[i] > 0 {
		width = p.width(i)
	}
	if p.bars[i] >= width || width >= mostColumns {
		return row{}, 0
	}
	sum := 0
	for k := i; k < min(i+longestBroken, len(p.bars)) && sum < width; k++ {
		sum += p.bars[k]
		n = k - i + 1
	}
	if sum != width {
		return row{}, 0
	}
	return rowOf(p.lines[i : i+n]), n
}

// rowOf makes one row of the lines that it is broken over. A cell stands where its first words do.
func rowOf(lines []document.Line) row {
	r := row{line: lines[0], sign: '|', cells: []string{""}, places: []document.Place{lines[0].Place}}
	for _, l := range lines {
		for i, text := range strings.Split(barsAlike(l.Text), "|") {
			if i > 0 {
				r.cells, r.places = append(r.cells, ""), append(r.places, l.Place)
			}
			last := len(r.cells) - 1
			if strings.TrimSpace(r.cells[last]) == "" {
				r.places[last] = l.Place
			}
			r.cells[last] += text
		}
	}
	squeezed(r.cells)
	return r
}
