package table

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

const (
	headZone  = 0.10 // share of the page's height in which page numbers stand
	footZone  = 0.12
	margin    = 66.0 // points from the edge of the page within which running heads stand
	edgeLines = 2    // lines from the top or bottom that may be running heads
	smallHead = 10.5 // points: a running head is set so large or smaller (五号), whatever the print of the table below
)

// dropRunning takes page numbers and running heads out of the pages: they are no text of the document,
// and would tear apart what goes on over the page.
func dropRunning(sheets []sheet) {
	repeated := repeats(sheets)
	for i := range sheets {
		s := &sheets[i]
		marks := s.margins()
		s.items = slices.DeleteFunc(s.items, func(it item) bool {
			return it.line != nil && slices.Contains(marks, it.line) && (pageNumber(it.line.text()) || repeated[s.runningKey(it.line)])
		})
	}
}

// margins are the lines that may be running heads or page numbers: the outermost, in the margins.
func (s *sheet) margins() []*line {
	var out []*line
	for i := 0; i < len(s.items) && i < edgeLines; i++ {
		if l := s.items[i].line; l != nil && l.box.Y1 < max(headZone*s.height, margin) {
			out = append(out, l)
		}
	}
	for i := len(s.items) - 1; i >= 0 && i >= len(s.items)-edgeLines; i-- {
		if l := s.items[i].line; l != nil && l.box.Y0 > (1-footZone)*s.height {
			out = append(out, l)
		}
	}
	return out
}

// runningKey is what a running head has in common on all pages: its place and its text without digits.
type runningKey struct {
	at   int
	text string
}

func (s *sheet) runningKey(l *line) runningKey {
	text := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, l.text())
	return runningKey{int(math.Round(l.base / 4)), text}
}

// repeats finds the running heads: the same text at the same place on three pages or more, or on all
// that hold any, no larger than the text or than running heads are. The title of a form that is printed once a page is larger, or
// stands further down.
func repeats(sheets []sheet) map[runningKey]bool {
	count, pages := map[runningKey]int{}, 0
	for i := range sheets {
		s := &sheets[i]
		if len(s.items) > 0 {
			pages++
		}
		body := s.bodySize()
		for _, l := range s.margins() {
			if l.size <= max(1.05*body, smallHead) && (l.box.Y1 < margin || l.box.Y0 > s.height-margin) {
				count[s.runningKey(l)]++
			}
		}
	}
	out := map[runningKey]bool{}
	for k, n := range count {
		if n >= 3 || n > 1 && n == pages {
			out[k] = true
		}
	}
	return out
}

// bodySize is the usual size of the text on the page, in lines and in cells.
func (s *sheet) bodySize() float64 {
	var sizes []float64
	for _, it := range s.items {
		if it.line != nil {
			sizes = append(sizes, it.line.size)
			continue
		}
		for i := range it.part.cells {
			for k := range it.part.cells[i].lines {
				sizes = append(sizes, it.part.cells[i].lines[k].size)
			}
		}
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// pageNumber reports whether a line is nothing but a page number: 3, - 3 -, 第3页 共10页, 3/10.
func pageNumber(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune("-–—－―─·・~～ \t/第页共,，", r):
		default:
			return false
		}
	}
	return digits > 0 && digits <= 8
}
