package paper

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"fuhe/corpus/synth/typeface"
)

// press sets a paper on the pages of a PDF. Lengths are points, y grows downwards from the top of the page.
// Its habits, drawn once for each paper, are those of the programs that print reports: how text is cut into
// strings, how the lines of tables are drawn, what ends a page.
type press struct {
	r     *rand.Rand
	file  *pdfFile
	fonts []pdfFont // the first that has a character sets it

	width, height            float64 // of the page
	left, right, top, bottom float64 // margins
	size, cellSize           float64 // of type, in text and in tables
	leading                  float64 // from line to line, as a multiple of the size
	padding                  float64 // between a cell's sides and its text
	words                    bool    // runs of figures and Latin letters stay whole
	fit                      bool    // columns are made wide enough for their figures
	middle                   bool    // text stands in the middle of its cell's height
	split                    bool    // a row may be broken over pages
	repeat                   bool    // a table's header stands on each of its pages
	head                     string  // at the top of each page
	foot                     string  // at its end; %d is its number
	rulings                  func(*press, []box)
	ruling                   float64 // width of the lines
	shade                    float64 // grey of header cells; 1 is none
	white                    bool    // cells are filled white
	clip                     bool    // a cell's text is clipped to the cell
	pen                      pen

	page  []byte  // operators of the page so far
	y     float64 // where the next line begins
	pages []int   // objects of the pages that are done
	tree  int     // object of the page tree
	faces int     // object of the fonts
}

func newPress(r *rand.Rand, p Paper) (*press, error) {
	c := &press{
		r: r, file: &pdfFile{packed: chance(r, .8), modern: chance(r, .3), version: pick(r, "1.4", "1.5", "1.7")},
		width: 595.3, height: 841.9,
		left: between(r, 40, 85), top: between(r, 45, 80), bottom: between(r, 45, 80),
		size: pick(r, 10.5, 12, 14, 16), cellSize: pick(r, 7.5, 8, 9, 10, 10.5),
		leading: between(r, 1.2, 1.6), padding: between(r, 1.5, 5.4),
		words: chance(r, .7), fit: chance(r, .85), middle: chance(r, .7), split: chance(r, .5), repeat: chance(r, .4),
		head:    pick(r, "", "", "", p.Title),
		foot:    pick(r, "", "%d", "- %d -", "— %d —", "第 %d 页"),
		rulings: pick(r, strokedBoxes, strokedSides, strokedLines, thinBoxes),
		ruling:  pick(r, .25, .5, .5, .75, 1), shade: pick(r, 1, 1, .85, .92), white: chance(r, .3), clip: chance(r, .4),
		pen: newPen(r),
	}
	if mostColumns(p) > 8 && chance(r, .8) || chance(r, .15) {
		c.width, c.height = c.height, c.width
	}
	c.right = c.left
	return c, c.chooseFonts()
}

// mostColumns is the width of the paper's widest table.
func mostColumns(p Paper) int {
	most := 0
	for _, b := range p.Blocks {
		if b.Table != nil {
			most = max(most, b.Table.Columns())
		}
	}
	return most
}

func (c *press) chooseFonts() error {
	face, err := typeface.Song()
	if err != nil {
		return err
	}
	main, err := newEmbedded(c.r)
	if err != nil {
		return err
	}
	if chance(c.r, .25) {
		c.fonts = append(c.fonts, latin{face, pick(c.r, "TimesNewRomanPSMT", "Calibri", "ArialMT")})
	}
	if chance(c.r, .25) {
		c.fonts = append(c.fonts, newNamed(c.r))
	} else {
		c.fonts = append(c.fonts, main)
	}
	c.fonts = append(c.fonts, newStrange(face))
	return nil
}

// writePDF writes a PDF.
func writePDF(w io.Writer, p Paper, r *rand.Rand) error {
	c, err := newPress(r, p)
	if err != nil {
		return err
	}
	catalogue := c.file.reserve()
	c.tree, c.faces = c.file.reserve(), c.file.reserve()
	c.file.set(catalogue, fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R >>", c.tree))
	c.beginPage()
	for _, b := range p.Blocks {
		if err := c.block(b); err != nil {
			return err
		}
	}
	c.endPage()
	c.finish()
	return c.file.writeTo(w)
}

func (c *press) block(b Block) error {
	if b.Paragraph != nil {
		c.paragraph(*b.Paragraph)
	}
	if b.Table != nil {
		if err := c.table(*b.Table); err != nil {
			return err
		}
	}
	if b.PageEnd {
		c.endPage()
		c.beginPage()
	}
	return nil
}

// paragraph sets running text; titles are larger and stand in the middle.
func (c *press) paragraph(p Paragraph) {
	size, text := c.size, p.Text
	if p.Heading == 1 {
		size *= 1.4
	}
	if p.Heading == 0 && !p.Centred {
		text = "　　" + text
	}
	for _, line := range c.measure(size).wrap(text, c.textWidth(), true) {
		if c.y+size*c.leading > c.height-c.bottom {
			c.endPage()
			c.beginPage()
		}
		x := c.left
		if p.Centred {
			x += (c.textWidth() - c.measure(size).of(line)) / 2
		}
		c.text(x, c.y+size, size, p.Heading > 0, line)
		c.y += size * c.leading
	}
	c.y += size * .4
}

func (c *press) textWidth() float64 { return c.width - c.left - c.right }

// measure is how wide characters are in a size.
func (c *press) measure(size float64) measure {
	return func(r rune) float64 { return c.font(r).advance(r) * size / 1000 }
}

func (c *press) font(r rune) pdfFont { return c.fonts[c.fontIndex(r)] }

func (c *press) fontIndex(r rune) int {
	for i, f := range c.fonts {
		if f.has(r) {
			return i
		}
	}
	return len(c.fonts) - 1
}

func (c *press) beginPage() {
	c.page, c.y = nil, c.top
	c.pen.begin(c)
	if c.head != "" {
		c.text(c.left, c.top-18, 9, false, c.head)
	}
}

func (c *press) endPage() {
	if c.foot != "" {
		number := c.foot
		if strings.Contains(number, "%d") {
			number = fmt.Sprintf(number, len(c.pages)+1)
		}
		c.text((c.width-c.measure(9).of(number))/2, c.height-28, 9, false, number)
	}
	contents := c.file.add(c.file.stream("", c.page))
	c.pages = append(c.pages, c.file.add(fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.1f %.1f] /Resources << /Font %d 0 R >> /Contents %d 0 R >>",
		c.tree, c.width, c.height, c.faces, contents)))
}

// finish writes the page tree and the fonts.
func (c *press) finish() {
	var kids, faces strings.Builder
	for _, number := range c.pages {
		fmt.Fprintf(&kids, "%d 0 R ", number)
	}
	c.file.set(c.tree, fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(c.pages)))
	for i, f := range c.fonts {
		fmt.Fprintf(&faces, "/F%d %d 0 R ", i+1, f.write(c.file))
	}
	c.file.set(c.faces, fmt.Sprintf("<< %s>>", faces.String()))
}
