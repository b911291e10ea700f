package table

import (
	"strings"

	"fuhe/extract/document"
)

// Some copies of a table have a cell a line, each ended by a bar. Blank cells are there too, as bars of
// their own or behind the cell before them, but where a row ends is not told: it is found by how the
// rows agree when they stand below each other.

const (
	fewestBarred = 8    // lines of one cell, from which on they may be a table
	mostBarred   = 8000 // cells of one such table
	widestBarred = 48   // cells of one of its rows

	fewestFigures = 3 // figures below figures: words alone agree in rows of every width
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

// barredCell is one cell of such a copy.
type barredCell struct {
	text  string
	line  int // index of its line
	first bool
	shape cellShape
}

// cellShape is what is compared when rows are laid below each other.
type cellShape byte

const (
	blankCell cellShape = iota
	figureCell
	wordsCell
)

func shapeOfCell(text string) cellShape {
	switch rest := strings.TrimLeft(text, "≥≧≤≦>=<＞＜＝═﹦-—/ "); {
	case text == "":
		return blankCell
	case rest == "", rest[0] >= '0' && rest[0] <= '9':
		return figureCell
	}
	return wordsCell
}

// barredRun counts the lines from i on that are such cells, blank lines between them too.
func barredRun(lines []document.Line, i int) (n int, cells []barredCell) {
	for k := i; k < len(lines) && len(cells) < mostBarred; k++ {
		if strings.TrimSpace(lines[k].Text) == "" {
			continue
		}
		text, count, ok := barredLine(lines[k].Text)
		if !ok {
			break
		}
		for j := range min(count, widestBarred) {
			c := barredCell{line: k, first: j == 0}
			if j == 0 {
				c.text, c.shape = text, shapeOfCell(text)
			}
			cells = append(cells, c)
		}
		n = k - i + 1
	}
	return n, cells
}

// barred reads the lines from i on as a table with a cell a line, and returns how many lines such
// cells take; rows is nil when nothing tells where they end.
func barred(lines []document.Line, i int) (n int, rows []row) {
	n, cells := barredRun(lines, i)
	if n < fewestBarred {
		return n, nil
	}
	ends := rowEnds(cells)
	if ends == nil || !plausibleRows(cells, ends) {
		return n, nil
	}
	start := 0
	for _, end := range ends {
		r := row{line: lines[cells[start].line], sign: '|'}
		for _, c := range cells[start:end] {
			r.cells = append(r.cells, c.text)
			l := lines[c.line]
			r.places = append(r.places, l.Place)
		}
		rows = append(rows, r)
		start = end
	}
	return n, rows
}

const (
	figuresAgree = 2   // two figures below each other
	wordsAgree   = 1   // words below words
	figureWords  = -2  // a figure below words
	blankFilled  = -1  // a blank cell below a filled one
	cellAlone    = -1  // a filled cell of a row that has another width than the one above
	widthDiffers = -30 // each such row: where blank cells are copied too, all rows are as wide as their table
	narrowCosts  = -2  // a row of one or two cells: neighbours in a row agree too, so they would all be rows
)

// ending is the best way to end a row of a width at a cell: the sum of what the rows so far agree.
type ending struct {
	sum, width int // width of the row before
	ok         bool
}

// rowEnds cuts cells into rows so that the rows agree best, each with the one above; nil when they are not
// all of one width. The result holds the index behind the last cell of each row.
func rowEnds(cells []barredCell) []int {
	together := barsTogether(cells)
	best := make([][widestBarred + 1]ending, len(cells)+1)
	widest := make([]int, len(cells)+1) // of the best row that ends here
	for i := range best {
		if i > 0 && widest[i] == 0 || i < len(cells) && !cells[i].first {
			continue // no row ends here, or none begins
		}
		alone := 0
		for width := 1; width <= min(widestBarred, len(cells)-i); width++ {
			if width > 1 && together && cells[i+width-1].first && cells[i+width-1].shape == blankCell {
				break // where blank cells follow in their line, one that begins a line begins a row
			}
			end := i + width
			if cells[end-1].shape != blankCell {
				alone += cellAlone
			}
			if end < len(cells) && !cells[end].first {
				continue
			}
			e := ending{sum: widthDiffers + alone, ok: true}
			if i > 0 {
				e.sum, e.width = e.sum+best[i][widest[i]].sum, widest[i]
				if same := best[i][width]; same.ok {
					if sum := same.sum + agreement(cells[i-width:i], cells[i:end]); sum > e.sum {
						e.sum, e.width = sum, width
					}
				}
			}
			if width <= 2 {
				e.sum += narrowCosts
			}
			best[end][width] = e
			if w := widest[end]; w == 0 || e.sum > best[end][w].sum {
				widest[end] = width
			}
		}
	}
	return trace(best, widest)
}

// trace follows the best rows back from the end.
func trace(best [][widestBarred + 1]ending, widest []int) []int {
	i := len(best) - 1
	width := widest[i]
	if width == 0 {
		return nil
	}
	var ends []int
	differs := 0
	for i > 0 {
		e := best[i][width]
		ends = append(ends, i)
		if e.width != width {
			differs++ // the first row is one
		}
		i, width = i-width, e.width
	}
	if differs > 1 {
		return nil
	}
	for a, b := 0, len(ends)-1; a < b; a, b = a+1, b-1 {
		ends[a], ends[b] = ends[b], ends[a]
	}
	return ends
}

// plausibleRows reports whether rows look like those of a table: figures stand below figures more often than
// below words, and no row begins with an amount. The first row is headers throughout, or has cells that span
// columns and leave blank ones: a row cut elsewhere is neither.
func plausibleRows(cells []barredCell, ends []int) bool {
	if len(ends) < 3 {
		return false
	}
	blank := 0
	for _, c := range cells[:ends[0]] {
		if c.shape == blankCell {
			blank++
		}
	}
	if blank > 0 && blank*4 < ends[0] {
		return false
	}
	start, figures, mixed := 0, 0, 0
	for n, end := range ends {
		if c := cells[start]; c.shape == figureCell && (len(c.text) > 2 || c.text[0] > '9') {
			return false
		}
		for i := start; i < end && n > 0; i++ {
			switch a, b := cells[i-(end-start)].shape, cells[i].shape; {
			case a == figureCell && b == figureCell:
				figures++
			case a == figureCell && b == wordsCell, a == wordsCell && b == figureCell:
				mixed++
			}
		}
		start = end
	}
	return figures >= fewestFigures && mixed <= figures+6
}

// barsTogether reports whether blank cells stand in the line of the cell before them.
func barsTogether(cells []barredCell) bool {
	for _, c := range cells {
		if !c.first {
			return true
		}
	}
	return false
}

// agreement tells how well a row suits the one above it, cell by cell.
func agreement(above, row []barredCell) int {
	sum := 0
	for i, c := range row {
		switch a := above[i].shape; {
		case a == figureCell && c.shape == figureCell:
			sum += figuresAgree
		case a == wordsCell && c.shape == wordsCell:
			sum += wordsAgree
		case a == blankCell && c.shape == blankCell:
		case a == blankCell || c.shape == blankCell:
			sum += blankFilled
		default:
			sum += figureWords
		}
	}
	return sum
}
