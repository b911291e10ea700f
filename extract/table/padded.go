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
	next  int    // lines before it were tried
}

func paddingOf(lines []document.Line) *paddedLines {
	p := &paddedLines{lines: lines, bars: make([]int, len(lines)), tells: make([]bool, len(lines))}
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
func (p *paddedLines) width(i int) int {
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

// rows reads the rows from line i on, and returns how many lines they take; 0 where all rows are broken, or none, or
// where one of them has another number of bars: then the lines are rows of their own. The last may be cut off.
func (p *paddedLines) rows(i int) (rows []row, n int) {
	if i < p.next || p.bars[i] == 0 {
		return nil, 0
	}
	width, unbroken := p.width(i), 0
	for n = i; n < len(p.lines) && p.bars[n] > 0; {
		end, whole := p.rowEnd(n, width)
		if !whole {
			if end == len(p.lines) {
				break
			}
			p.next = p.behind(n)
			return nil, 0
		}
		rows = append(rows, rowOf(p.lines[n:end]))
		if end == n+1 {
			unbroken++
		}
		n = end
	}
	p.next = n
	if unbroken == 0 || unbroken == len(rows) || width >= mostColumns {
		return nil, 0
	}
	return rows, n - i
}

// rowEnd is the line behind a row that begins at line i, and whether the row has so many bars.
func (p *paddedLines) rowEnd(i, width int) (end int, whole bool) {
	sum := 0
	for end = i; end < min(i+longestBroken, len(p.lines)) && sum < width; end++ {
		sum += p.bars[end]
	}
	return end, sum == width && width > 0
}

// behind is the next line from i on that has words and no bar.
func (p *paddedLines) behind(i int) int {
	for i < len(p.lines) && (p.bars[i] > 0 || strings.TrimSpace(p.lines[i].Text) == "") {
		i++
	}
	return i
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
