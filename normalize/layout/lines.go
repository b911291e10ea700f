package layout

import (
	"iter"
	"slices"
	"sync"

	"fuhe/extract/document"
)

// textLines are the lines of the running text of a document, and what they tell together. Nearly all of that is for
// text without a grid, so each answer is worked out when it is first asked for.
type textLines struct {
	feet map[document.Place]bool // lines that only number their pages

	all     func() []document.Line // but for those
	phrases func() phrases         // what the text calls things
	heads   func() map[string]int  // on how many pages a short line stands
	tops    func() map[string]int  // on how many pages a line that stands nowhere else is the first
	apart   func() bool            // lines have a blank between figures and Chinese characters
	wide    func() bool            // lines were laid out with two places for a Chinese character
}

func linesOf(doc *document.Document) *textLines {
	t := &textLines{feet: pageFeet(linesIn(doc))}
	t.all = sync.OnceValue(func() []document.Line { return t.withoutFeet(slices.Collect(linesIn(doc))) })
	t.phrases = sync.OnceValue(func() phrases { return phrasesOf(t.all()) })
	t.heads = sync.OnceValue(func() map[string]int { return runningHeads(t.all()) })
	t.tops = sync.OnceValue(func() map[string]int { return pageTops(t.all()) })
	t.apart = sync.OnceValue(func() bool { return setApart(t.all()) })
	t.wide = sync.OnceValue(func() bool { return widePlaces(t.all()) })
	return t
}

// linesIn are all lines of a document that readers of text walk over: those of its paragraphs, and of tables that are
// none yet.
func linesIn(doc *document.Document) iter.Seq[document.Line] {
	return func(yield func(document.Line) bool) {
		var lines []document.Line
		for _, b := range doc.Blocks {
			switch lines = lines[:0]; {
			case b.Paragraph != nil:
				lines = appendLines(lines, b.Paragraph, doc.Format)
			case uncut(b.Table):
				lines = appendBars(lines, b.Table)
			}
			for _, l := range lines {
				if !yield(l) {
					return
				}
			}
		}
	}
}

// appendLines appends a paragraph as the lines that the readers of text walk over: printed lines in text files, whole
// paragraphs in formats that know them.
func appendLines(lines []document.Line, p *document.Paragraph, format string) []document.Line {
	if format == "text" && len(p.Lines) > 0 {
		return append(lines, p.Lines...)
	}
	return append(lines, document.Line{Text: p.Text, Place: p.Place})
}

// withoutFeet are the lines but for the numbers of their pages; what lines held is lost.
func (t *textLines) withoutFeet(lines []document.Line) []document.Line {
	if len(t.feet) == 0 {
		return lines
	}
	return slices.DeleteFunc(lines, func(l document.Line) bool { return t.feet[l.Place] })
}
