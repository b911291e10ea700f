// Package table turns what was drawn on pages, or what stands in tabbed text, into paragraphs and
// tables. Glyphs and rules, or lines of text, come in; blocks in reading order go out, each cell with
// its spans and its place. It never says what a table is about, and it never loses a word: what fits no
// cell stays a paragraph.
package table

import (
	"sync/atomic"

	"fuhe/extract/document"
)

// Blocks finds the paragraphs and tables of printed pages, in reading order. Tables that go on over
// pages are one table; running heads and page numbers are left out. Tables are numbered from 1.
func Blocks(pages []document.Page) []document.Block {
	return BlocksBy(pages, 1, func(_ int, do func(part int)) { do(0) })
}

// BlocksBy is Blocks with so many hands that take the pages apart, each the next that none has taken. each
// calls do for each number below n, in any order or all at once, and returns when all calls have.
func BlocksBy(pages []document.Page, hands int, each func(n int, do func(part int))) []document.Block {
	sheets := make([]sheet, len(pages))
	var taken atomic.Int64
	each(min(max(hands, 1), max(len(pages), 1)), func(int) {
		for i := taken.Add(1) - 1; i < int64(len(pages)); i = taken.Add(1) - 1 {
			sheets[i] = read(&pages[i])
		}
	})
	dropRunning(sheets)
	return number(flow(sheets))
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
func read(p *document.Page) sheet {
	glyphs := visible(p)
	rules := snapped(p.Rules)
	parts := lattices(p, rules)
	free := pour(glyphs, parts)
	for _, t := range parts {
		t.witness(p)
	}
	clips := clipped(p, free)
	free = pour(free, clips)
	parts = append(parts, clips...)
	parts, free = settle(parts, free, p.Number)
	lines := linesOf(free, p.Number)
	lines, aligned := columnsOf(lines, p.Number, framesOf(rules.across, parts))
	return arrange(p, lines, append(parts, aligned...))
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
