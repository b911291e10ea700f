// Package table turns what was drawn on pages, or what stands in tabbed text, into paragraphs and
// tables. Glyphs and rules, or lines of text, come in; blocks in reading order go out, each cell with
// its spans and its place. It never says what a table is about, and it never loses a word: what fits no
// cell stays a paragraph.
package table

import (
	"slices"
	"sync"

	"fuhe/extract/document"
)

// Blocks finds the paragraphs and tables of printed pages, in reading order. Tables that go on over
// pages are one table; running heads and page numbers are left out. Tables are numbered from 1.
func Blocks(pages []document.Page) []document.Block {
	sheets := make([]sheet, len(pages))
	var d desk
	for i := range pages {
		sheets[i] = d.read(&pages[i])
	}
	out, _ := blocks(sheets)
	return out
}

func blocks(sheets []sheet) ([]document.Block, []document.Note) {
	dropRunning(sheets)
	notes := layWide(sheets)
	return number(flow(sheets)), notes
}

// Finder finds the blocks of pages that come one by one, in any order and from several goroutines. The
// zero Finder is ready for use.
type Finder struct {
	lock   sync.Mutex
	sheets []sheet // by page
	desks  []*desk // that are free
}

// Take takes a page apart. Nothing of the page is needed afterwards.
func (f *Finder) Take(p *document.Page) {
	d := f.desk()
	s := d.read(p)
	f.lock.Lock()
	defer f.lock.Unlock()
	f.desks = append(f.desks, d)
	for len(f.sheets) < p.Number {
		f.sheets = append(f.sheets, sheet{})
	}
	f.sheets[p.Number-1] = s
}

// desk takes a desk that is free.
func (f *Finder) desk() *desk {
	f.lock.Lock()
	defer f.lock.Unlock()
	last := len(f.desks) - 1
	if last < 0 {
		return new(desk)
	}
	d := f.desks[last]
	f.desks = f.desks[:last]
	return d
}

// Blocks returns what Blocks finds in the first pages, so many, all of which were taken, and notes on pages that may
// belong beside one another and were left apart.
func (f *Finder) Blocks(pages int) ([]document.Block, []document.Note) {
	return blocks(f.sheets[:pages])
}

// sheet is one page as lines and parts of tables, from top to bottom.
type sheet struct {
	page          int
	width, height float64
	items         []item
}

// item is one free line or one part of a table: exactly one of the two is set.
type item struct {
	line *line
	part *part
}

func (i item) box() document.Box {
	if i.line != nil {
		return i.line.box
	}
	return i.part.box
}

// read takes one page apart: tables first, then the text that no cell holds.
func (d *desk) read(p *document.Page) sheet {
	defer d.clear()
	glyphs := d.visible(p)
	rules := snapped(p.Rules)
	parts := lattices(p, rules)
	free := pour(glyphs, parts, p.Clips)
	for _, t := range parts {
		t.witness(p)
	}
	clips := clipped(p, free)
	free = pour(free, clips, p.Clips)
	clips, free = whole(clips, free)
	parts = append(parts, clips...)
	parts, free = d.settle(parts, free, p.Number)
	strips, open := unruled(stripsOf(d.lines(free, p.Number)), p, beamsOf(slices.Concat(rules.across, shadeEdges(p, parts)), parts))
	parts = append(parts, open...)
	lines, aligned := columnsOf(strips, p.Number, framesOf(rules.across, parts))
	return arrange(p, lines, append(parts, aligned...)).alone()
}

// alone lets the glyphs of the page go: what is done with its lines and cells from here on asks only for
// their texts and boxes.
func (s sheet) alone() sheet {
	for _, it := range s.items {
		if it.line != nil {
			it.line.glyphs = nil
			continue
		}
		for i := range it.part.cells {
			c := &it.part.cells[i]
			c.glyphs = nil
			for k := range c.lines {
				c.lines[k].glyphs = nil
			}
		}
	}
	return s
}

// number gives tables their numbers in document order, in every place that names them.
func number(blocks []document.Block) []document.Block {
	n := 0
	for _, b := range blocks {
		if b.Table == nil {
			continue
		}
		n++
		b.Table.Number, b.Table.Place.Table = n, n
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			c.Place.Table = n
			for k := range c.Lines {
				c.Lines[k].Place.Table = n
			}
		}
	}
	return blocks
}
