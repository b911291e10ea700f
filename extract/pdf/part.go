package pdf

import (
	"context"
	"sync/atomic"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
	"fuhe/extract/pdf/content"
)

// part is a run of pages, which are drawn one after the other and share their fonts.
type part struct {
	from, to int
	pages    []document.Page
	notes    []document.Note
}

// maxGlyphs is the most glyphs that are kept of one document.
const maxGlyphs = 5_000_000

// shortest is the fewest pages that are worth fonts of their own.
const shortest = 8

// pages draws the pages, in several parts at once if the reader may.
func (r Reader) pages(ctx context.Context, kids pdf.Value) ([]document.Page, []document.Note) {
	parts := r.cut(kids.Len())
	var glyphs atomic.Int64
	if len(parts) == 1 {
		parts[0].draw(ctx, kids, &glyphs)
	} else {
		r.Each(len(parts), func(i int) { parts[i].draw(ctx, kids, &glyphs) })
	}
	return join(ctx, parts, kids.Len())
}

// cut cuts so many pages into parts of nearly one length.
func (r Reader) cut(pages int) []part {
	count := 1
	if r.Each != nil {
		count = max(1, min(r.Parts, pages/shortest))
	}
	parts := make([]part, count)
	for i := range parts {
		parts[i] = part{from: pages * i / count, to: pages * (i + 1) / count}
	}
	return parts
}

// draw draws the pages of a part until the time runs out or the document holds too much.
func (p *part) draw(ctx context.Context, kids pdf.Value, glyphs *atomic.Int64) {
	press := content.NewPress()
	p.pages = make([]document.Page, 0, p.to-p.from)
	for i := p.from; i < p.to && ctx.Err() == nil && glyphs.Load() <= maxGlyphs; i++ {
		sheet, err := drawPage(ctx, press, kids, i)
		sheet.Page.Number = i + 1
		glyphs.Add(int64(len(sheet.Page.Glyphs)))
		p.pages = append(p.pages, sheet.Page)
		p.notes = append(p.notes, pageNotes(sheet, err)...)
	}
}

// join puts the parts together as far as no page is missing between them.
func join(ctx context.Context, parts []part, wanted int) ([]document.Page, []document.Note) {
	pages, notes := parts[0].pages, parts[0].notes
	for i := 1; i < len(parts) && len(pages) == parts[i].from; i++ {
		pages, notes = append(pages, parts[i].pages...), append(notes, parts[i].notes...)
	}
	if len(pages) < wanted && ctx.Err() == nil {
		notes = append(notes, cutOff(len(pages)))
	}
	return pages, notes
}
