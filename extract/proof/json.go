package proof

import (
	"io"

	"fuhe/extract/document"
)

// WriteJSON writes a document as one JSON object in the shape of the document package, a line for each
// rule, cell and paragraph. Lengths are in points, rounded to a hundredth. It writes by hand, for on
// long documents the general encoder takes longer than the reading.
func WriteJSON(to io.Writer, d *document.Document) error {
	s := newSheaf(to)
	s.object(0)
	s.key("format")
	s.text(d.Format)
	list(s, "pages", d.Pages, 1, (*sheaf).page)
	list(s, "blocks", d.Blocks, 1, (*sheaf).block)
	list(s, "notes", d.Notes, 1, (*sheaf).note)
	s.end(0)
	s.out = append(s.out, '\n')
	return s.close("json")
}

// list writes the items of a field, each on a line of its own; a field without any is left out.
func list[T any](s *sheaf, key string, items []T, depth int, write func(s *sheaf, item *T)) {
	if len(items) == 0 {
		return
	}
	s.key(key)
	s.out = append(s.out, '[')
	for i := range items {
		if i > 0 {
			s.out = append(s.out, ',')
		}
		s.line(depth + 1)
		write(s, &items[i])
		s.settle()
	}
	s.line(depth)
	s.out = append(s.out, ']')
}

func (s *sheaf) page(p *document.Page) {
	s.object(2)
	s.count("number", p.Number)
	s.length("width", p.Width)
	s.length("height", p.Height)
	list(s, "rules", p.Rules, 3, (*sheaf).rule)
	list(s, "fills", p.Fills, 3, (*sheaf).box)
	list(s, "clips", p.Clips, 3, (*sheaf).box)
	s.end(2)
}

func (s *sheaf) rule(r *document.Rule) {
	s.open()
	if r.Vertical {
		s.key("vertical")
		s.out = append(s.out, "true"...)
	}
	s.length("at", r.At)
	s.length("from", r.From)
	s.length("to", r.To)
	s.length("width", r.Width)
	s.shut()
}

func (s *sheaf) block(b *document.Block) {
	s.object(2)
	if b.Paragraph != nil {
		s.key("paragraph")
		s.paragraph(b.Paragraph)
	}
	if b.Table != nil {
		s.key("table")
		s.table(b.Table)
	}
	s.end(2)
}

func (s *sheaf) paragraph(p *document.Paragraph) {
	s.object(3)
	s.key("text")
	s.text(p.Text)
	list(s, "lines", p.Lines, 4, (*sheaf).printed)
	s.key("place")
	s.place(&p.Place)
	s.end(3)
}

func (s *sheaf) printed(l *document.Line) {
	s.open()
	s.key("text")
	s.text(l.Text)
	s.key("place")
	s.place(&l.Place)
	s.shut()
}

func (s *sheaf) table(t *document.Table) {
	s.object(3)
	s.count("number", t.Number)
	s.count("rows", t.Rows)
	s.count("columns", t.Columns)
	if len(t.Cells) == 0 {
		s.key("cells")
		s.out = append(s.out, "[]"...)
	}
	list(s, "cells", t.Cells, 4, (*sheaf).cell)
	s.key("evidence")
	s.text(string(t.Evidence))
	s.key("place")
	s.place(&t.Place)
	s.end(3)
}

func (s *sheaf) cell(c *document.Cell) {
	s.open()
	s.count("row", c.Row)
	s.count("column", c.Column)
	s.count("row_span", c.RowSpan)
	s.count("column_span", c.ColumnSpan)
	s.key("text")
	s.text(c.Text)
	list(s, "lines", c.Lines, 5, (*sheaf).printed)
	s.says("doubt", c.Doubt)
	s.key("place")
	s.place(&c.Place)
	s.shut()
}

func (s *sheaf) note(n *document.Note) {
	s.open()
	s.key("code")
	s.text(string(n.Code))
	s.key("says")
	s.open()
	s.key("zh")
	s.text(n.Says.ZH)
	s.key("en")
	s.text(n.Says.EN)
	s.shut()
	if n.Place != (document.Place{}) {
		s.key("place")
		s.place(&n.Place)
	}
	s.shut()
}

func (s *sheaf) place(p *document.Place) {
	s.open()
	s.known("page", p.Page)
	s.known("table", p.Table)
	s.known("row", p.Row)
	s.known("column", p.Column)
	s.known("line", p.Line)
	s.says("cell", p.Cell)
	if p.Box != nil {
		s.key("box")
		s.box(p.Box)
	}
	s.says("quote", p.Quote)
	s.shut()
}
