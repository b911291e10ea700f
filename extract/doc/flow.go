package doc

import (
	"strings"

	"fuhe/extract/compound"
	"fuhe/extract/markup"
)

// Characters that are no text.
const (
	paragraphEnd   = 0x0D
	cellEnd        = 0x07
	lineBreak      = 0x0B
	pageBreak      = 0x0C
	columnBreak    = 0x0E
	fieldBegin     = 0x13
	fieldResult    = 0x14
	fieldEnd       = 0x15
	hardHyphen     = 0x1E
	softHyphen     = 0x1F
	firstPrintable = 0x20
)

// flow gathers the paragraphs and tables of one part of the text.
type flow struct {
	*file
	tables []*tableFlow // open tables, each inside a cell of the one before it; the first is the part itself
	line   []rune       // what is written since the last break
	lines  []string     // of the paragraph
	fields []bool       // open fields, innermost last: true while their instructions are read
	deep   int          // how many tables may stand in one another
}

// read turns a part's characters into paragraphs and tables.
func (f *file) read(units []unit, nesting int) []markup.Item {
	w := &flow{file: f, tables: []*tableFlow{{}}, deep: nesting}
	for _, u := range units {
		w.take(u)
	}
	w.endParagraph(look{})
	w.descend(0)
	return w.tables[0].items
}

// take reads one character. The mark that ends a paragraph carries its properties.
func (w *flow) take(u unit) {
	switch u.char {
	case paragraphEnd, cellEnd, pageBreak:
		w.endParagraph(w.look(u))
		return
	case fieldBegin:
		w.fields = append(w.fields, true)
		return
	case fieldResult, fieldEnd:
		w.closeField(u.char == fieldEnd)
		return
	}
	if w.instructing() {
		return
	}
	if text, seen := w.seen(u); seen {
		w.write(text)
	}
}

// closeField goes on from a field's instructions to its result, or behind it.
func (w *flow) closeField(ends bool) {
	n := len(w.fields)
	switch {
	case n > 0 && ends:
		w.fields = w.fields[:n-1]
	case n > 0:
		w.fields[n-1] = false
	}
}

func (w *flow) instructing() bool {
	for _, in := range w.fields {
		if in {
			return true
		}
	}
	return false
}

// seen is what a person sees of a character: nothing of hidden and deleted ones, the sign of a symbol.
func (w *flow) seen(u unit) ([]rune, bool) {
	char := []rune{u.char}
	for code, value := range w.properties(w.characters.at(u.at)) {
		switch {
		case (code == charHidden || code == charDeleted) && value[0] == 1:
			return nil, false
		case code == charSymbol:
			char = []rune(markup.InFont(w.font(int(compound.U16(value, 0))), string(rune(compound.U16(value, 2)))))
		}
	}
	return char, true
}

// write adds characters to the line.
func (w *flow) write(chars []rune) {
	for _, r := range chars {
		switch {
		case r == lineBreak, r == columnBreak:
			w.endLine()
		case r == hardHyphen:
			w.line = append(w.line, '-')
		case r >= firstPrintable, r == '\t':
			w.line = append(w.line, r)
		}
	}
}

func (w *flow) endLine() {
	if text := written(w.line); strings.TrimSpace(text) != "" {
		w.lines = append(w.lines, text)
	}
	w.line = w.line[:0]
}

// endParagraph puts the paragraph where its properties say: into the text, or into a cell of a table, which it may
// end. A break that was set by hand divides paragraphs, as it does on paper. A field's instructions never run over
// the end of a paragraph that is in no field's result.
func (w *flow) endParagraph(l look) {
	w.endLine()
	w.descend(min(l.depth, w.deep))
	here := w.tables[len(w.tables)-1]
	if label := w.label(l); label != "" && !l.rowEnd && (len(w.lines) > 0 || l.depth > 0) {
		if len(w.lines) == 0 {
			w.lines = []string{""}
		}
		w.lines[0] = strings.TrimSpace(label + " " + strings.TrimLeft(w.lines[0], " \t　"))
	}
	for _, text := range w.lines {
		here.items = append(here.items, markup.Item{Text: text})
	}
	w.lines = nil
	clear(w.fields)
	switch {
	case l.rowEnd:
		here.endRow(l.shape)
	case l.cellEnd:
		here.endCell()
	}
}

// descend opens and closes tables until as many are open as the paragraph is deep.
func (w *flow) descend(depth int) {
	for len(w.tables)-1 > depth {
		last := len(w.tables) - 1
		inner := w.tables[last]
		w.tables = w.tables[:last]
		w.tables[last-1].items = append(w.tables[last-1].items, inner.finish()...)
	}
	for len(w.tables)-1 < depth {
		w.tables = append(w.tables, &tableFlow{})
	}
}
