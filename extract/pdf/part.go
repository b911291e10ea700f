package pdf

import (
	"context"
	"sync/atomic"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
	"fuhe/extract/pdf/content"
)

// part is a run of pages, which are drawn one after the other.
type part struct {
	from, to int
	pages    []document.Page
	notes    []document.Note
	losses   []loss
}

// maxGlyphs is the most glyphs that are kept of one document.
const maxGlyphs = 5_000_000

// runLength is how many pages are drawn one after the other; shortest is the fewest pages that are worth
// a hand of their own, which has to read all their fonts.
const (
	runLength = 4
	shortest  = 2
)

// pages draws the pages, by several hands if the reader may: each takes the next run that none has taken.
// It counts the glyphs that were drawn.
func (r Reader) pages(ctx context.Context, root pdf.Value, unpack func(to []byte, stream int64) []byte) ([]document.Page, []document.Note, int64) {
	var glyphs, taken atomic.Int64
	all := root.Key("Pages")
	count := all.Len()
	parts := cut(count)
	draw := func(int) {
		press := content.NewPress(root, unpack)
		for i := taken.Add(1) - 1; i < int64(len(parts)); i = taken.Add(1) - 1 {
			parts[i].draw(ctx, press, all, &glyphs, r.Drawn)
		}
	}
	if hands := min(r.Parts, count/shortest); hands > 1 && r.Each != nil {
		r.Each(hands, draw)
	} else {
		draw(0)
	}
	pages, notes := join(ctx, parts, count)
	var lost []loss
	for i := range parts {
		lost = append(lost, parts[i].losses...)
	}
	return pages, append(notes, garbled(lost, glyphs.Load())...), glyphs.Load()
}

// cut cuts so many pages into runs, at least one.
func cut(pages int) []part {
	parts := make([]part, 0, pages/runLength+1)
	for from := 0; from < pages || from == 0; from += runLength {
		parts = append(parts, part{from: from, to: min(from+runLength, pages)})
	}
	return parts
}

// draw draws the pages of a part until the time runs out or the document holds too much.
func (p *part) draw(ctx context.Context, press *content.Press, all pdf.Value, glyphs *atomic.Int64, drawn func(p *document.Page)) {
	p.pages = make([]document.Page, 0, p.to-p.from)
	for i := p.from; i < p.to && ctx.Err() == nil && glyphs.Load() <= maxGlyphs; i++ {
		sheet, err := drawPage(ctx, press, all, i)
		sheet.Page.Number = i + 1
		glyphs.Add(int64(len(sheet.Page.Glyphs)))
		p.notes = append(p.notes, pageNotes(sheet, err)...)
		p.losses = append(p.losses, losses(sheet)...)
		if drawn != nil {
			if drawn(&sheet.Page); sheet.Page.Glyphs == nil {
				press.Reuse()
			}
		}
		p.pages = append(p.pages, sheet.Page)
	}
}

// join puts the parts together as far as no page is missing between them.
func join(ctx context.Context, parts []part, wanted int) ([]document.Page, []document.Note) {
	pages, notes := make([]document.Page, 0, wanted), []document.Note(nil)
	for i := 0; i < len(parts) && len(pages) == parts[i].from; i++ {
		pages, notes = append(pages, parts[i].pages...), append(notes, parts[i].notes...)
	}
	if len(pages) < wanted && ctx.Err() == nil {
		notes = append(notes, cutOff(len(pages)))
	}
	return pages, notes
}
