package pdf

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/pdf/content"
)

// loss is what of a font's text on a page, or on several, cannot be mapped to Unicode.
type loss struct {
	font        string
	page, pages int // the first page, and how many have some
	drawn, lost int // characters
}

// maxGarbled is how many fonts of a document are told of.
const maxGarbled = 10

// losses are those of the fonts of a page, each at most once.
func losses(s content.Sheet) []loss {
	var out []loss
	for f, t := range s.Glyphs {
		if !f.Symbolic && matters(t) {
			out = append(out, loss{family(f.Name), s.Page.Number, 1, t.Drawn, t.Lost})
		}
	}
	return out
}

// serial is the fewest digits at the end of a font's name that number the subsets of one font, as Founder's
// programs (方正书版) do on each page.
const serial = 5

// family is the name of a font without the mark of a subset: ABCDEF+ before it, or a number behind it.
func family(name string) string {
	mark, rest, found := strings.Cut(name, "+")
	if found && len(mark) == 6 && strings.ToUpper(mark) == mark {
		name = rest
	}
	if bare := strings.TrimRight(name, "0123456789"); len(name)-len(bare) >= serial && bare != "" {
		return bare
	}
	return name
}

// matters reports whether lost characters can be text. A font that draws nothing but one sign again and
// again holds a bullet; one among many characters is an ornament.
func matters(t *content.Tally) bool {
	if t.Lost == t.Drawn && t.Changes == 1 {
		return false
	}
	return t.Lost > 0 && (t.Lost*50 >= t.Drawn || t.Lost > 5)
}

// byFont adds up the losses of all pages, the worst font first.
func byFont(all []loss) []loss {
	slices.SortFunc(all, func(a, b loss) int { return cmp.Or(strings.Compare(a.font, b.font), a.page-b.page) })
	var out []loss
	last := 0
	for _, l := range all {
		n := len(out)
		if n == 0 || out[n-1].font != l.font {
			out, last = append(out, l), l.page
			continue
		}
		sum := &out[n-1]
		sum.drawn, sum.lost = sum.drawn+l.drawn, sum.lost+l.lost
		if l.page != last {
			sum.pages, last = sum.pages+1, l.page
		}
	}
	slices.SortStableFunc(out, func(a, b loss) int { return b.lost - a.lost })
	return out
}

// garbled tells of the fonts that hide what their glyphs mean, one note for each with all its pages, in a
// document of so many characters.
func garbled(all []loss, characters int64) []document.Note {
	var notes []document.Note
	for _, l := range byFont(all) {
		if len(notes) == maxGarbled {
			break
		}
		pages, where := fmt.Sprintf("第%d页", l.page), fmt.Sprintf("page %d", l.page)
		if l.pages > 1 {
			pages, where = fmt.Sprintf("第%d页起的%d页中，", l.page, l.pages), fmt.Sprintf("%d pages from page %d on", l.pages, l.page)
		}
		notes = append(notes, document.Note{
			Code: document.GarbledText, Place: document.Place{Page: l.page}, Says: document.Message{
				ZH: fmt.Sprintf("%s字体“%s”的%d个字符中有%d个（%s）无法转换为文字，占全文的%s，涉及的内容未能核对。",
					pages, l.font, l.drawn, l.lost, share(l.lost, l.drawn), share(l.lost, int(characters))),
				EN: fmt.Sprintf("%s: of %d characters in the font %q, %d (%s) cannot be mapped to Unicode, %s of the document's text",
					where, l.drawn, l.font, l.lost, share(l.lost, l.drawn), share(l.lost, int(characters))),
			},
		})
	}
	return notes
}

// share is a part of all in percent, at least one.
func share(part, all int) string {
	return fmt.Sprintf("%d%%", min(100, max(1, (part*100+all/2)/max(all, 1))))
}
