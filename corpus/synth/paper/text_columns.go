package paper

import (
	"cmp"
	"slices"
	"strings"
)

// placedLine is one printed line in its place on a page. The lines of one block, a cell or a paragraph, are
// set together.
type placedLine struct {
	block int
	x     float64 // half-widths from the left end
	y     float64 // lines from the top
	text  string
	col   int // the place in its line of text
}

// inPlaces are the habits of a copy that keeps the places of a page by blanks: most are made by pdftotext
// -layout, some by programs that put every line of the page where it stands on a ruler of half-widths, where
// lines stand a whole line apart. A page takes 42 to 70 Chinese characters, as A4 does in the sizes of tables.
func inPlaces(c *printer) {
	c.table = columns
	c.measure, c.width, c.words = halves, between(c.r, 84, 140), chance(c.r, .85)
	if chance(c.r, .25) {
		c.places = onRuler
		return
	}
	c.places = besideBlocks
	c.pitch, c.padding = between(c.r, 1.15, 1.6), pick(c.r, 0, between(c.r, 0, .6))
}

// columns gives the lines of cells back in the places where they stand.
func columns(c *printer, fragments []fragment, starts []float64) {
	slices.SortStableFunc(fragments, func(a, b fragment) int { return cmp.Compare(a.line, b.line) })
	block := c.blocks + 1
	for row, start := range starts[:len(starts)-1] {
		height := starts[row+1] - start
		if !c.split {
			c.need(height)
		}
		c.begin()
		top := c.line
		for len(fragments) > 0 && fragments[0].line < starts[row+1] {
			f := fragments[0]
			y := top + f.line - start
			if y >= float64(c.height) {
				c.endPage()
				c.begin()
				top = c.line - (f.line - start)
				y = c.line
			}
			c.blocks = max(c.blocks, block+f.cell)
			c.page = append(c.page, placedLine{block: block + f.cell, x: f.x, y: y, text: f.text})
			c.line, fragments = max(c.line, y), fragments[1:]
		}
		c.line = max(c.line, top+height)
	}
}

// onRuler puts every line where it stands, two blanks at least behind what stands there.
func onRuler(c *printer, page []placedLine) []string {
	slices.SortStableFunc(page, func(a, b placedLine) int { return cmp.Compare(a.x, b.x) })
	var lines []string
	for _, l := range page {
		for len(lines) <= int(l.y) {
			lines = append(lines, "")
		}
		at := &lines[int(l.y)]
		blanks := l.x - c.measure.of(*at)
		if *at != "" {
			blanks = max(blanks, 2)
		}
		*at += c.pad(blanks) + l.text
	}
	return lines
}

// besideBlocks gives a page back as pdftotext -layout does: every character has one place, Chinese or not. A
// block begins three places behind the longest line of any block that ends to the left of it, and as far into
// any other as it begins on the page. Lines stand on one line of text where they are less than half the size
// of the font apart.
func besideBlocks(c *printer, page []placedLine) []string {
	c.assignColumns(page)
	slices.SortStableFunc(page, func(a, b placedLine) int { return cmp.Compare(a.y, b.y) })
	var lines []string
	for from := 0; from < len(page); {
		to := from + 1
		for to < len(page) && (page[to].y-page[from].y)*c.pitch < .5 {
			to++
		}
		slices.SortStableFunc(page[from:to], func(a, b placedLine) int { return cmp.Compare(a.col, b.col) })
		lines = append(lines, besideOneAnother(page[from:to])...)
		if to < len(page) {
			down := int((page[to].y - page[to-1].y) * c.pitch)
			lines = append(lines, slices.Repeat([]string{""}, min(max(down, 1), 5)-1)...)
		}
		from = to
	}
	return lines
}

// besideOneAnother writes lines in their columns; one whose column is taken begins a new line.
func besideOneAnother(set []placedLine) (lines []string) {
	line, at := "", 0
	for _, l := range set {
		if l.col < at {
			lines = append(lines, line)
			line, at = "", 0
		}
		line += strings.Repeat(" ", l.col-at) + l.text
		at = l.col + places(l.text)
	}
	return append(lines, line)
}

// textBlock is a block of lines of a page: from where to where it reaches, and the column and the number of
// columns it takes.
type textBlock struct {
	lines    []*placedLine
	from, to float64
	col, n   int
}

// assignColumns gives every line its column.
func (c *printer) assignColumns(page []placedLine) {
	blocks := c.blocksOf(page)
	for i, b := range blocks {
		for _, left := range blocks[:i] {
			b.col = max(b.col, left.reach(b.from))
		}
		for _, l := range b.lines {
			l.col += b.col
		}
	}
}

// reach is the first column that a block at x may take beside this one.
func (b *textBlock) reach(x float64) int {
	if x > b.to {
		return b.col + b.n + 3
	}
	return b.col + int((x-b.from)/max(b.to-b.from, 1)*float64(b.n))
}

// blocksOf puts the lines of each block together, and gives them their columns in it. The blocks go from left
// to right.
func (c *printer) blocksOf(page []placedLine) (blocks []*textBlock) {
	of := map[int]*textBlock{}
	for i := range page {
		l := &page[i]
		b := of[l.block]
		if b == nil {
			b = &textBlock{from: l.x, to: l.x}
			of[l.block], blocks = b, append(blocks, b)
		}
		b.lines = append(b.lines, l)
		b.from, b.to = min(b.from, l.x), max(b.to, l.x+c.measure.of(l.text))
	}
	for _, b := range blocks {
		c.columnsWithin(b)
	}
	slices.SortStableFunc(blocks, func(a, b *textBlock) int { return cmp.Compare(a.from, b.from) })
	return blocks
}

// columnsWithin begins a line of a block under the character of the others that it begins below.
func (c *printer) columnsWithin(b *textBlock) {
	order := slices.Clone(b.lines)
	slices.SortStableFunc(order, func(a, b *placedLine) int { return cmp.Compare(a.x, b.x) })
	for i, l := range order {
		for _, left := range order[:i] {
			at, col := left.x, left.col
			for _, r := range left.text {
				if l.x < at+c.measure(r)/2 {
					break
				}
				at, col = at+c.measure(r), col+1
			}
			l.col = max(l.col, col)
		}
		b.n = max(b.n, l.col+places(l.text))
	}
}

// places is how many places a text takes in a line: one for each character.
func places(text string) int { return len([]rune(text)) }
