package table

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"fuhe/extract/document"
)

// stream puts the items of all pages behind one another: lines into paragraphs, parts into tables.
type stream struct {
	blocks  []document.Block
	measure measure
	para    []*line  // the paragraph being read
	parts   []*part  // the table being read; nothing has followed it yet
	titles  []string // the lines above its first part
}

// flow joins what goes on over lines and pages.
func flow(sheets []sheet) []document.Block {
	st := &stream{}
	measures := measuresOf(sheets)
	var before *sheet
	for i := range sheets {
		s := &sheets[i]
		if len(s.items) == 0 {
			continue
		}
		st.measure = measures[i]
		st.page(s, before)
		before = s
	}
	st.endParagraph()
	st.endTable()
	return st.blocks
}

func (st *stream) page(s, before *sheet) {
	items := s.items
	if len(st.parts) > 0 {
		items = st.rejoined(items)
		if lead := st.carried(items); lead >= 0 && continues(st.parts, items[lead].part, before, s) {
			goOver(st.parts[len(st.parts)-1], items[lead].part)
			st.parts = append(st.parts, items[lead].part)
			items = items[lead+1:]
		}
	}
	for _, it := range items {
		switch {
		case it.line != nil:
			st.line(it.line)
		case it.part.single():
			st.boxed(it.part)
		default:
			st.endParagraph()
			st.endTable()
			st.parts = []*part{it.part}
			st.titled(items, it.part)
		}
	}
}

func (st *stream) line(l *line) {
	st.endTable()
	if len(st.para) > 0 && !st.measure.goesOn(st.para, l) {
		st.endParagraph()
	}
	st.para = append(st.para, l)
}

// boxed reads a frame around text as text.
func (st *stream) boxed(p *part) {
	for i := range p.cells {
		for k := range p.cells[i].lines {
			st.line(&p.cells[i].lines[k])
		}
	}
}

func (st *stream) endParagraph() {
	if len(st.para) > 0 {
		st.blocks = append(st.blocks, document.Block{Paragraph: paragraph(st.para)})
		st.para = st.para[:0]
	}
}

// endTable hands over the table read so far. One that turns out to be a single cell is a box around
// text.
func (st *stream) endTable() {
	parts := st.parts
	if len(parts) == 0 {
		return
	}
	st.parts = nil
	if t := stacked(parts); t.Rows*t.Columns > 1 {
		st.blocks = append(st.blocks, document.Block{Table: t})
		return
	}
	st.boxed(parts[0])
	st.endParagraph()
}

// carryMark matches a line that only says that a table goes on: 续表, （续）, 接上页, 表 3（续）.
var carryMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[（(]?(续|续表|续上表|接上页|接上表|上接.{0,6}|续前表|continued)[0-9一二三四五六七八九十]*[)）:：]?$|^.{1,60}[（(](续|续表|continued)[)）]$`)
})

// marksCarry reports whether carryMark matches a line; most have none of its words.
func marksCarry(text string) bool {
	text = strings.ToLower(text)
	return (strings.Contains(text, "续") || strings.Contains(text, "接") || strings.Contains(text, "continued")) &&
		carryMark().MatchString(text)
}

// carried counts the lines at the top of a page that stand above a table and only say that it goes on:
// carry marks, or the lines that stood above its first part and are printed on every page. The latter
// count only where the header is repeated as well. Where other text stands there, it is -1.
func (st *stream) carried(items []item) int {
	again := false
	for i, it := range items {
		if it.part != nil {
			if again && repeatedRows(st.parts[0], it.part) == 0 {
				return -1
			}
			return i
		}
		text := squeeze(it.line.text())
		switch {
		case slices.Contains(st.titles, text):
			again = true
		case !marksCarry(text):
			return -1
		}
	}
	return -1
}

// titled keeps the lines of a page that stand above the table whose part is given.
func (st *stream) titled(items []item, p *part) {
	st.titles = st.titles[:0]
	for _, it := range items {
		if it.part == p {
			return
		}
		if it.part != nil {
			st.titles = st.titles[:0]
			continue
		}
		st.titles = append(st.titles, squeeze(it.line.text()))
	}
}
