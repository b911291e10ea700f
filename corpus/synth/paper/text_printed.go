package paper

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
)

// printer writes text as a program gives it back from a printed page: paragraphs and cells are wrapped, pages
// end, and have their numbers. Its habits are drawn once for each paper.
type printer struct {
	r     *rand.Rand
	out   bytes.Buffer
	table func(*printer, []fragment, []float64)

	measure measure
	width   float64 // of a line, in half-widths
	height  int     // of a page, in lines
	words   bool    // runs of figures and Latin letters stay whole
	fit     bool    // columns are made wide enough for their figures
	top     bool    // cells begin at the top of their row, not in its middle
	blank   float64 // a blank line after a paragraph
	between int     // blank lines between rows
	split   bool    // a row may be broken over pages
	head    string  // at the top of each page
	foot    string  // at its end; %d is its number
	line    float64 // of the page
	number  int     // of the page
	pitch   float64 // from line to line, in sizes of the font
	padding float64 // of a cell, above and below, in lines
	page    []placedLine
	blocks  int // set so far
	// places is how a page is given back with its columns; nil writes lines as they come.
	places func(*printer, []placedLine) []string
}

func newPrinter(r *rand.Rand, p Paper) *printer {
	c := &printer{
		r:       r,
		measure: pick(r, measure(halves), func(rune) float64 { return 1 }),
		width:   between(r, 64, 130),
		height:  36 + r.IntN(24),
		words:   chance(r, .6),
		fit:     chance(r, .85),
		top:     chance(r, .3),
		blank:   pick(r, 0, 0, .4),
		between: pick(r, 0, 0, 1),
		split:   chance(r, .4),
		head:    pick(r, "", "", "", p.Title),
		foot:    pick(r, "", "%d", "- %d -", "— %d —", "第 %d 页"),
		number:  1,
	}
	return c
}

// printed returns the writer of a printed copy of one kind.
func printed(kind func(*printer)) func(io.Writer, Paper, *rand.Rand) error {
	return func(w io.Writer, p Paper, r *rand.Rand) error {
		c := newPrinter(r, p)
		kind(c)
		if err := c.report(p.Blocks); err != nil {
			return err
		}
		c.endPage()
		_, err := w.Write(c.out.Bytes())
		return err
	}
}

func (c *printer) report(blocks []Block) error {
	for _, b := range blocks {
		if b.Paragraph != nil {
			c.paragraph(*b.Paragraph)
		}
		if b.Table != nil {
			cells, err := b.Table.Placed()
			if err != nil {
				return err
			}
			fragments, starts := c.typeset(*b.Table, cells)
			c.table(c, fragments, starts)
		}
		if b.PageEnd {
			c.endPage()
		}
	}
	return nil
}

func (c *printer) paragraph(p Paragraph) {
	text := p.Text
	if p.Heading == 0 && !p.Centred {
		text = strings.Repeat(" ", pick(c.r, 0, 4)) + text
	}
	for _, line := range c.measure.wrap(text, c.width, true) {
		if p.Centred {
			line = c.pad((c.width-c.measure.of(line))/2) + line
		}
		c.put(line)
	}
	if chance(c.r, c.blank) {
		c.put("")
	}
}

func (c *printer) pad(width float64) string { return strings.Repeat(" ", max(int(width+.5), 0)) }

// put writes a line, on a new page when this one is full.
func (c *printer) put(line string) {
	if c.line >= float64(c.height) {
		c.endPage()
	}
	c.begin()
	c.write(line)
	c.line++
}

// begin writes the head of a page that has nothing on it.
func (c *printer) begin() {
	if c.line == 0 && c.head != "" {
		c.write(c.head)
		c.line++
	}
}

// write writes a line at the place that was reached, or keeps it till the page ends.
func (c *printer) write(line string) {
	line = strings.TrimRight(line, " ")
	if c.places == nil {
		c.out.WriteString(line + "\n")
		return
	}
	if text := strings.TrimLeft(line, " "); text != "" {
		c.blocks++
		c.page = append(c.page, placedLine{block: c.blocks, x: float64(len(line) - len(text)), y: c.line, text: text})
	}
}

// endPage ends the page, unless nothing stands on it.
func (c *printer) endPage() {
	if c.line == 0 {
		return
	}
	if c.places != nil {
		for _, line := range c.places(c, c.page) {
			c.out.WriteString(line + "\n")
		}
		c.page = nil
	}
	if c.foot != "" {
		number := fmt.Sprintf(c.foot, c.number)
		c.out.WriteString("\n" + c.pad((c.width-c.measure.of(number))/2) + number + "\n")
	}
	c.out.WriteString("\f")
	c.line, c.number = 0, c.number+1
}

// need begins a new page when the lines do not fit on this one, but on a whole one.
func (c *printer) need(lines float64) {
	if height := float64(c.height); c.line+lines > height && lines < height {
		c.endPage()
	}
}
