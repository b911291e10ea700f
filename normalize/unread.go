package normalize

import (
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// unreadPages are the pages of which nothing was read: pictures, and damaged ones.
func unreadPages(doc *document.Document) []int {
	var pages []int
	for _, n := range doc.Notes {
		if lost := n.Code == document.NoTextLayer || n.Code == document.Damaged; lost && n.Place.Page > 0 {
			pages = append(pages, n.Place.Page)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	read := map[int]bool{}
	for _, b := range doc.Blocks {
		eachPage(b, func(page int) { read[page] = true })
	}
	slices.Sort(pages)
	return slices.DeleteFunc(slices.Compact(pages), func(page int) bool { return read[page] })
}

// eachPage calls do with the pages on which something of a block stands.
func eachPage(b document.Block, do func(page int)) {
	if b.Paragraph != nil {
		do(b.Paragraph.Place.Page)
		for _, l := range b.Paragraph.Lines {
			do(l.Place.Page)
		}
		return
	}
	for _, c := range b.Table.Cells {
		do(c.Place.Page)
		for _, l := range c.Lines {
			do(l.Place.Page)
		}
	}
}

// gaps are those of the pages on which rows of the form may stand: between its rows, or behind them where no total
// closes the form, or before them where no title opens it.
func gaps(f *form.Form, unread []int) []int {
	first, last := rowPages(f)
	if first == 0 {
		return nil
	}
	if f.Title == "" {
		first = before(first, unread)
	}
	if !closed(f, last) {
		last = behind(last, unread)
	}
	return slices.DeleteFunc(slices.Clone(unread), func(page int) bool { return page < first || page > last })
}

// closed reports whether a total in a table stands on the last page of the form.
func closed(f *form.Form, last int) bool {
	return slices.ContainsFunc(totals(f), func(e form.Entry) bool { return e.Place.Table > 0 && e.Place.Page == last })
}

// totals are all places where the form gives its total.
func totals(f *form.Form) []form.Entry { return append(slices.Clip(f.Total.Also), f.Total.Score) }

// rowPages are the first and the last page that a row of the form's tables stands on, or one of its fields; 0 where
// pages are not known.
func rowPages(f *form.Form) (first, last int) {
	note := func(p document.Place) {
		if p.Page > 0 && (first == 0 || p.Page < first) {
			first = p.Page
		}
		last = max(last, p.Page)
	}
	for i := range f.Indicators {
		note(f.Indicators[i].Place)
	}
	for i := range f.Funds {
		note(f.Funds[i].Budget.Place)
		note(f.Funds[i].Spent.Place)
	}
	for i := range f.Fields {
		note(f.Fields[i].Value.Place)
	}
	for _, e := range totals(f) {
		if e.Place.Table > 0 {
			note(e.Place)
		}
	}
	return first, last
}

// before is the first of the pages that lead up to the one given.
func before(page int, unread []int) int {
	for slices.Contains(unread, page-1) {
		page--
	}
	return page
}

// behind is the last of the pages that follow the one given.
func behind(page int, unread []int) int {
	for slices.Contains(unread, page+1) {
		page++
	}
	return page
}
