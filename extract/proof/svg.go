package proof

import (
	"fmt"
	"io"

	"fuhe/extract/document"
)

// WriteSVG draws one page as it was understood: shaded areas, clip boxes, rules, the cells of tables with
// their rows and columns, paragraphs, and each character where it was printed. Hidden, pale and turned
// characters and those that could not be told look different. The pages count from 1; it is an error to
// ask for one that has no drawing. lang is the language of the key below the page.
func WriteSVG(to io.Writer, d *document.Document, page int, lang string) error {
	p := find(d.Pages, page)
	if p == nil {
		return fmt.Errorf("no page %d among %d", page, len(d.Pages))
	}
	s := newSheaf(to)
	s.head(p)
	s.fills(p.Fills)
	s.clips(p.Clips)
	s.cells(d.Blocks, page)
	s.paragraphs(d.Blocks, page)
	s.rules(p.Rules)
	s.words(p.Glyphs)
	s.legend(p, lang)
	s.out = append(s.out, "</svg>\n"...)
	return s.close("svg")
}

func find(pages []document.Page, number int) *document.Page {
	for i := range pages {
		if pages[i].Number == number {
			return &pages[i]
		}
	}
	return nil
}

// legendHeight is the room below the page, in points.
const legendHeight = 24

// style tells the kinds of things apart: text in black, what tables are made of in strong colours.
const style = `
.paper{fill:#fff;stroke:#999;stroke-width:.5}
.fill{fill:#f3d9a4;fill-opacity:.5}
.clip{fill:none;stroke:#9b5de5;stroke-width:.4;stroke-dasharray:2 1.5}
.rule{stroke:#d62828;stroke-opacity:.75}
.cell{fill:#2a9df4;fill-opacity:.10;stroke:#2a9df4;stroke-width:.8}
.odd{fill:#2a9d8f;stroke:#2a9d8f}
.doubt{fill:#ff7b00;fill-opacity:.3;stroke:#ff7b00}
.slot{fill:#0b63a5;font:5px sans-serif;text-anchor:end}
.paragraph{fill:none;stroke:#55a630;stroke-width:.4;stroke-dasharray:1 1}
text{fill:#111;font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",SimSun,sans-serif;white-space:pre}
text.hidden{fill:#888;font-style:italic}
text.pale{fill:#b08900}
text.turned{fill:#6a4c93}
text.lost{fill:#e60000}
`

func (s *sheaf) head(p *document.Page) {
	height := p.Height + legendHeight
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %v %v" width="%v" height="%v">`+"\n",
		rounded(p.Width), rounded(height), rounded(p.Width), rounded(height))
	s.printf("<title>%s</title>\n<style>%s</style>\n", fmt.Sprintf("page %d", p.Number), style)
	s.rectangle("paper", &document.Box{X1: p.Width, Y1: p.Height})
}

func (s *sheaf) fills(fills []document.Box) {
	s.group("fills", func() {
		for i := range fills {
			s.rectangle("fill", &fills[i])
		}
	})
}

func (s *sheaf) clips(clips []document.Box) {
	s.group("clips", func() {
		for i := range clips {
			s.rectangle("clip", &clips[i])
		}
	})
}

func (s *sheaf) rules(rules []document.Rule) { s.group("rules", func() { s.lines(rules) }) }

func (s *sheaf) lines(rules []document.Rule) {
	const least = 0.3 // points: thinner lines cannot be seen
	for _, r := range rules {
		x1, y1, x2, y2 := r.From, r.At, r.To, r.At
		if r.Vertical {
			x1, y1, x2, y2 = r.At, r.From, r.At, r.To
		}
		s.printf(`<line class="rule" x1="%v" y1="%v" x2="%v" y2="%v" stroke-width="%v"/>`+"\n",
			rounded(x1), rounded(y1), rounded(x2), rounded(y2), rounded(max(r.Width, least)))
	}
}

// cells draws the cells that stand on the page, each with its row and column from 1 and what it spans.
func (s *sheaf) cells(blocks []document.Block, page int) {
	s.group("cells", func() {
		for _, b := range blocks {
			if b.Table == nil {
				continue
			}
			for i := range b.Table.Cells {
				if c := &b.Table.Cells[i]; c.Place.Page == page && c.Place.Box != nil {
					s.drawCell(b.Table, c)
				}
			}
		}
	})
}

func (s *sheaf) drawCell(t *document.Table, c *document.Cell) {
	class := "cell"
	if t.Number%2 == 1 {
		class += " odd"
	}
	if c.Doubt != "" {
		class += " doubt"
	}
	slot := fmt.Sprintf("%d,%d", c.Row+1, c.Column+1)
	if c.RowSpan > 1 || c.ColumnSpan > 1 {
		slot += fmt.Sprintf(" %d×%d", c.RowSpan, c.ColumnSpan)
	}
	s.printf("<g><title>T%d %s ", t.Number, slot)
	s.escape(c.Text)
	if c.Doubt != "" {
		s.escape(" [" + c.Doubt + "]")
	}
	s.printf("</title>")
	s.rectangle(class, c.Place.Box)
	s.printf(`<text class="slot" x="%v" y="%v">%s</text></g>`+"\n", rounded(c.Place.Box.X1-1), rounded(c.Place.Box.Y0+5), slot)
}

func (s *sheaf) paragraphs(blocks []document.Block, page int) {
	s.group("paragraphs", func() {
		for _, b := range blocks {
			if b.Paragraph == nil {
				continue
			}
			places := []document.Place{b.Paragraph.Place}
			if len(b.Paragraph.Lines) > 0 {
				places = places[:0]
				for _, l := range b.Paragraph.Lines {
					places = append(places, l.Place)
				}
			}
			for _, p := range places {
				if p.Page == page && p.Box != nil {
					s.rectangle("paragraph", p.Box)
				}
			}
		}
	})
}

// key says what the colours of the drawing mean.
var key = []struct {
	class string
	says  document.Message
}{
	{"rule", document.Message{ZH: "线条", EN: "rule"}},
	{"cell", document.Message{ZH: "单元格（行,列 跨行×跨列）", EN: "cell (row,column spans)"}},
	{"cell doubt", document.Message{ZH: "存疑单元格", EN: "cell in doubt"}},
	{"clip", document.Message{ZH: "裁剪框", EN: "clip box"}},
	{"fill", document.Message{ZH: "底纹", EN: "shading"}},
	{"paragraph", document.Message{ZH: "段落行", EN: "line of a paragraph"}},
}

// legend writes the key below the page.
func (s *sheaf) legend(p *document.Page, lang string) {
	s.group("key", func() {
		x, y := 4.0, p.Height+14
		for _, k := range key {
			if k.class == "rule" {
				s.printf(`<line class="rule" x1="%v" y1="%v" x2="%v" y2="%v" stroke-width="1"/>`, rounded(x), rounded(y-3), rounded(x+10), rounded(y-3))
			} else {
				s.rectangle(k.class, &document.Box{X0: x, Y0: y - 7, X1: x + 10, Y1: y})
			}
			text := k.says.In(lang)
			s.printf(`<text x="%v" y="%v" font-size="7">`, rounded(x+13), rounded(y))
			s.escape(text)
			s.printf("</text>\n")
			x += 20 + 7*ems(text)
		}
	})
}

// ems is about how wide a text is: Chinese characters are one em, others half of one.
func ems(text string) float64 {
	wide := 0.0
	for _, r := range text {
		if wide++; r < 0x2E80 {
			wide -= 0.5
		}
	}
	return wide
}
