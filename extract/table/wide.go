package table

import (
	"fmt"
	"slices"

	"fuhe/extract/document"
)

// A sheet wider than its paper is printed on several pages, to be laid beside one another: all left ones first,
// or row by row. Nothing on the pages says so, but their rows stand at the same heights.

// mostStrip is how many pages below one another are tried as one strip of a sheet.
const mostStrip = 50

// layWide lays the pages of wide sheets beside one another: what stands on the others joins the left ones. It tells
// of pages that may stand beside one another and were left apart.
func layWide(sheets []sheet) []document.Note {
	var notes []document.Note
	for i := range sheets {
		w := wideFrom(sheets, i)
		if w.doubt > 0 {
			notes = append(notes, leftApart(sheets[w.strips[len(w.strips)-1][0]].page, sheets[w.doubt].page))
		}
		w.lay()
	}
	return notes
}

// wide is a wide sheet on pages: strips from left to right, each of pages from top to bottom.
type wide struct {
	sheets []sheet
	strips [][]int
	seams  []seam      // behind each strip but the last
	left   map[int]int // by page: the one to its left
	doubt  int         // the page behind all of these, if it may stand right of the last strip
}

// wideFrom finds the wide sheet whose first page is given: of one strip, if there is none.
func wideFrom(sheets []sheet, first int) *wide {
	s := &wide{sheets: sheets, strips: [][]int{{first}}, left: map[int]int{}}
	if len(sheets[first].grids()) == 0 {
		return s
	}
	for i := first + 1; i < len(sheets) && s.add(i); i++ {
	}
	return s
}

// add takes the page that follows into the sheet, if it belongs there: below those of the last strip, or at the
// head of a new one.
func (s *wide) add(i int) bool {
	last := len(s.strips) - 1
	strip, page := s.strips[last], &s.sheets[i]
	top := &s.sheets[strip[0]]
	if left := s.leftOf(page); left >= 0 && top.over(page) {
		s.left[i] = left
		s.strips[last] = append(strip, i)
		return true
	}
	seam, certain, maybe := top.beside(page)
	if certain {
		s.left[i] = strip[0]
		s.strips, s.seams = append(s.strips, []int{i}), append(s.seams, seam)
		return true
	}
	if last == 0 && len(strip) < mostStrip && top.over(page) {
		s.strips[0] = append(strip, i)
		return true
	}
	if maybe {
		s.doubt = i
	}
	return false
}

// leftOf is the page of the last strip but one that stands left of a page which goes on with the last, or -1.
// Pages without anything are not printed.
func (s *wide) leftOf(page *sheet) int {
	last := len(s.strips) - 1
	if last == 0 {
		return -1
	}
	strip, before := s.strips[last], s.strips[last-1]
	for _, k := range before[slices.Index(before, s.left[strip[len(strip)-1]])+1:] {
		if left := &s.sheets[k]; len(left.level(page)) > 0 || left.cutText(page, s.seams[last-1]) {
			return k
		}
	}
	return -1
}

// lay joins the pages, those of the rightmost strip first.
func (s *wide) lay() {
	for n := len(s.strips) - 1; n > 0; n-- {
		for _, i := range s.strips[n] {
			s.sheets[s.left[i]].take(&s.sheets[i], s.seams[n-1])
		}
	}
}

// grids are the parts of tables on the page whose rows are drawn.
func (s *sheet) grids() []*part {
	var out []*part
	for _, it := range s.items {
		if it.part != nil && it.part.evidence != document.Aligned {
			out = append(out, it.part)
		}
	}
	return out
}

// over reports whether a page may stand below this one in one strip: the columns of their tables are the same, if
// both have any.
func (s *sheet) over(below *sheet) bool {
	a, b := s.grids(), below.grids()
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return sameFrame(a[len(a)-1], b[0], s, below) && sameColumns(a[len(a)-1], b[0])
}

// leftApart tells of two pages whose tables may be one.
func leftApart(left, right int) document.Note {
	return document.Note{Code: document.LostGrid, Place: document.Place{Page: right}, Says: document.Message{
		ZH: fmt.Sprintf("第%d页的表与第%d页的表各行等高，可能是一张宽表打印出的左右两部分，但无法确认，未作拼接；请把工作表调整为一页宽再导出。", right, left),
		EN: fmt.Sprintf("the rows of the table on page %d are as high as those on page %d: it may be the right half of one wide sheet, which cannot be told for certain, so the two were left apart; print the sheet one page wide", right, left),
	}}
}
