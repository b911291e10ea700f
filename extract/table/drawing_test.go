package table

import (
	"fmt"
	"strings"
	"unicode"

	"fuhe/extract/document"
)

// A drawing is a page in characters: + - | are rules, everything else is text. A column is 6 points
// wide and a row 14 high; Chinese characters take two columns, as on a terminal.
const (
	columnWidth = 6.0
	rowHeight   = 14.0
	pageWidth   = 600.0
	pageHeight  = 840.0
)

// draw makes a page of a drawing whose first row stands at the given height.
func draw(number int, top float64, art string) document.Page {
	p := document.Page{Number: number, Width: pageWidth, Height: pageHeight}
	for r, row := range strings.Split(strings.Trim(art, "\n"), "\n") {
		y := top + float64(r)*rowHeight
		x := 60.0
		for _, char := range row {
			x = p1(&p, char, x, y)
		}
	}
	return p
}

// p1 draws one character and returns where the next one stands.
func p1(p *document.Page, char rune, x, y float64) float64 {
	mid, half := x+columnWidth/2, rowHeight
	switch char {
	case ' ':
	case '+', '-':
		p.Rules = append(p.Rules, document.Rule{At: y, From: mid - columnWidth/2, To: mid + columnWidth/2, Width: 0.5})
		if char == '+' {
			p.Rules = append(p.Rules, document.Rule{Vertical: true, At: mid, From: y - 1, To: y + 1, Width: 0.5})
		}
	case '|':
		p.Rules = append(p.Rules, document.Rule{Vertical: true, At: mid, From: y - half, To: y + half, Width: 0.5})
	default:
		width := columnWidth
		if unicode.Is(unicode.Han, char) || char > 0x2E80 {
			width *= 2
		}
		p.Glyphs = append(p.Glyphs, document.Glyph{Box: document.Box{X0: x, Y0: y - 6, X1: x + width, Y1: y + 6},
			Base: y + 4, Size: 2 * columnWidth, Rune: char, Clip: -1})
		return x + width
	}
	return x + columnWidth
}

// grid writes a table as rows of cells: each cell stands where it begins, with rows×columns behind it
// if it is merged; a slot that was not drawn is ×.
func grid(t *document.Table) string {
	var b strings.Builder
	slots := t.Grid()
	for r, row := range slots {
		var cells []string
		for k, c := range row {
			switch {
			case c == nil:
				cells = append(cells, "×")
			case c.Row == r && c.Column == k && c.RowSpan*c.ColumnSpan > 1:
				cells = append(cells, fmt.Sprintf("%s(%d×%d)", c.Text, c.RowSpan, c.ColumnSpan))
			case c.Row == r && c.Column == k:
				cells = append(cells, c.Text)
			}
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, " | "), " ") + "\n")
	}
	return b.String()
}

// written writes blocks: paragraphs as they are, tables as grids between lines.
func written(blocks []document.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if p := block.Paragraph; p != nil {
			fmt.Fprintf(&b, "¶ %s\n", p.Text)
			continue
		}
		fmt.Fprintf(&b, "# %d %s\n%s", block.Table.Number, block.Table.Evidence, grid(block.Table))
	}
	return b.String()
}
