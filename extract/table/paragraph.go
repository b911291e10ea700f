package table

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/document"
)

// measure is the frame that running text is set in, and its usual distance from line to line.
type measure struct{ left, right, pitch float64 }

const (
	nearPages = 2 // pages on either side that tell the measure; parts of a document differ
	longLines = 6 // long lines below which they tell nothing, and all pages are asked
)

// format sorts pages by their width, in steps of 20 points.
func (s *sheet) format() int { return int(min(max(s.width, 0), 1e5) / 20) }

// measuresOf takes the measure of each page: from the pages around it, or from all of its format.
func measuresOf(sheets []sheet) []measure {
	all, near := map[int]*sample{}, sample{}
	out := make([]measure, len(sheets))
	for i := range sheets {
		s := &sheets[i]
		if all[s.format()] == nil {
			all[s.format()] = new(sample)
			all[s.format()].of(sheets, s)
		}
		near.of(sheets[max(0, i-nearPages):min(len(sheets), i+nearPages+1)], s)
		if len(near.lefts) < longLines {
			out[i] = all[s.format()].measure(s.width)
		} else {
			out[i] = near.measure(s.width)
		}
	}
	return out
}

// sample holds what the free lines of some pages tell of their measure. Only long lines tell.
type sample struct{ lefts, rights, pitches []float64 }

// of looks at the pages of one format, and no longer at those before.
func (t *sample) of(sheets []sheet, like *sheet) {
	t.lefts, t.rights, t.pitches = t.lefts[:0], t.rights[:0], t.pitches[:0]
	for i := range sheets {
		s := &sheets[i]
		if s.format() != like.format() {
			continue
		}
		for k, it := range s.items {
			if it.line == nil || it.line.box.Width() < s.width/2 {
				continue
			}
			t.lefts, t.rights = append(t.lefts, it.line.box.X0), append(t.rights, it.line.box.X1)
			if k > 0 && s.items[k-1].line != nil {
				t.pitches = append(t.pitches, it.line.base-s.items[k-1].line.base)
			}
		}
	}
	slices.Sort(t.lefts)
	slices.Sort(t.rights)
	slices.Sort(t.pitches)
}

func (t *sample) measure(width float64) measure {
	if len(t.lefts) == 0 {
		return measure{right: width}
	}
	return measure{left: t.lefts[len(t.lefts)/10], right: t.rights[len(t.rights)*9/10], pitch: middle(t.pitches)}
}

// middle is the median of sorted values, or 0.
func middle(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	return values[len(values)/2]
}

// goesOn reports whether the line continues the paragraph whose lines so far are given.
func (m measure) goesOn(para []*line, l *line) bool {
	last := para[len(para)-1]
	size := last.size
	return math.Abs(size-l.size) <= 0.1*size && len(last.pieces) == 1 && len(l.pieces) == 1 &&
		m.filled(last, l) && !m.indented(para, l) && m.near(para, l) && !heading(l.pieces[0].text)
}

// filled reports whether the first piece of the next line that cannot be broken had no room on the last.
func (m measure) filled(last, next *line) bool {
	return m.right-last.box.X1 < firstToken(next.pieces[0].text)*last.size+0.6*last.size
}

// firstToken is the width in ems of the text up to where a line may first be broken.
func firstToken(text string) float64 {
	width := 0.0
	for i, r := range text {
		switch {
		case latin(r):
			width += 0.6
		case i == 0, strings.ContainsRune("，。、；：？！）》”’％%…", r):
			width++
		default:
			return width
		}
	}
	return width
}

// indented reports whether the line stands further right than the paragraph's lines do.
func (m measure) indented(para []*line, l *line) bool {
	if l.box.X0 <= m.left+0.8*l.size {
		return false
	}
	return len(para) < 2 || math.Abs(l.box.X0-para[len(para)-1].box.X0) > 0.5*l.size
}

// near reports whether the line follows at the usual distance. Over a page the distance tells nothing.
func (m measure) near(para []*line, l *line) bool {
	last := para[len(para)-1]
	if last.page != l.page {
		return true
	}
	pitch := m.pitch
	if n := len(para); n > 1 && para[n-2].page == last.page {
		pitch = last.base - para[n-2].base
	}
	if pitch <= 0 {
		pitch = 1.6 * last.size
	}
	return l.base-last.base <= 1.25*pitch
}

// paragraph joins lines without the breaks of the layout.
func paragraph(lines []*line) *document.Paragraph {
	p := &document.Paragraph{Lines: make([]document.Line, len(lines))}
	box := lines[0].onPage()
	texts := make([]string, len(lines))
	for i, l := range lines {
		p.Lines[i] = l.printed()
		texts[i] = p.Lines[i].Text
		if l.page == lines[0].page {
			box = box.Union(l.onPage())
		}
	}
	p.Text = joinedText(texts, func(int) bool { return true })
	p.Place = document.Place{Page: lines[0].page, Box: &box}.Quoting(p.Text)
	return p
}
