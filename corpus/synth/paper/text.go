package paper

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
)

// copyist writes text as it was copied out of a window: every paragraph a line, every table as its kind has
// it. Its habits are drawn once for each paper.
type copyist struct {
	r     *rand.Rand
	out   bytes.Buffer
	table func(*copyist, [][]slot)

	blank  float64 // a blank line after a paragraph
	indent string  // before a paragraph of body text
	end    string  // of a line
	joint  string  // for a line feed within a cell
	column bool    // a vertical cell is left one character a line, where its kind has lines for cells
	page   string  // for the end of a page
}

func newCopyist(r *rand.Rand) *copyist {
	return &copyist{
		r:      r,
		blank:  pick(r, 0, 0, .3, 1),
		indent: pick(r, "", "", "    ", "　　"),
		end:    pick(r, "\n", "\n", "\n", "\r\n"),
		joint:  pick(r, "", "", " "),
		column: chance(r, .3),
		page:   pick(r, "", "", "\f"),
	}
}

// copied returns the writer of a text copy in which tables are written one way.
func copied(kind func(*rand.Rand) func(*copyist, [][]slot)) func(io.Writer, Paper, *rand.Rand) error {
	return func(w io.Writer, p Paper, r *rand.Rand) error {
		c := newCopyist(r)
		c.table = kind(r)
		if err := c.blocks(p.Blocks); err != nil {
			return err
		}
		_, err := w.Write(c.out.Bytes())
		return err
	}
}

func (c *copyist) blocks(blocks []Block) error {
	for _, b := range blocks {
		if b.Paragraph != nil {
			c.paragraph(*b.Paragraph)
		}
		if b.Table != nil {
			grid, err := b.Table.grid()
			if err != nil {
				return err
			}
			c.table(c, grid)
			c.gap()
		}
		if b.PageEnd {
			c.out.WriteString(c.page)
		}
	}
	return nil
}

func (c *copyist) paragraph(p Paragraph) {
	if p.Heading == 0 && !p.Centred {
		c.out.WriteString(c.indent)
	}
	c.line(p.Text)
	c.gap()
}

func (c *copyist) gap() {
	if chance(c.r, c.blank) {
		c.line("")
	}
}

// line writes a text and ends its line, and any line within.
func (c *copyist) line(text string) {
	c.out.WriteString(strings.ReplaceAll(text, "\n", c.end))
	c.out.WriteString(c.end)
}

// flat is a cell's text in one line.
func (c *copyist) flat(s slot) string {
	return strings.ReplaceAll(s.cell.Text, "\n", c.joint)
}

// texts returns the texts that a row shows, in order, without the empty ones.
func (c *copyist) texts(row []slot) []string {
	var all []string
	for _, s := range row {
		if text := c.flat(s); s.cover == begins && text != "" {
			all = append(all, text)
		}
	}
	return all
}
