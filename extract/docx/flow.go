package docx

import (
	"strings"

	"fuhe/extract/markup"
	"fuhe/extract/tag"
)

// flow gathers the paragraphs and tables of a body, a cell or a text box.
type flow struct {
	*reader
	items []markup.Item
	line  []byte        // what is written since the last break
	boxes []markup.Item // text boxes anchored in the paragraph, to follow it
	label string        // of the paragraph, until its text comes
	cell  bool          // in a cell, where a label may stand alone
}

// newFlow begins a flow, in the room that the last one left.
func newFlow(r *reader) *flow {
	f := &flow{reader: r, line: r.room}
	r.room = nil
	return f
}

// close ends the flow.
func (f *flow) close() {
	f.end()
	f.room = f.line
}

// blocks reads what stands in the element that was just opened. All that is no block of its own, such as
// content controls, smart tags and accepted insertions, is looked through.
func (f *flow) blocks() error { return f.each(f.block) }

func (f *flow) block(e tag.Token) error {
	switch e.Name {
	case "p":
		return f.paragraph()
	case "tbl":
		f.end()
		t, err := f.table()
		f.items = append(f.items, markup.Item{Table: t})
		return err
	case "AlternateContent":
		return f.alternate(f.block)
	case "del", "moveFrom", "sdtPr", "sdtEndPr", "sectPr", "customXmlPr", "smartTagPr":
		return f.skip()
	case "altChunk":
		f.typist.foreign++
		return f.skip()
	}
	return f.blocks()
}

// alternate reads the first branch that says anything: what later ones hold is the same for other
// programs.
func (f *flow) alternate(visit func(tag.Token) error) error {
	mark := f.written()
	return f.each(func(e tag.Token) error {
		if f.written() != mark {
			return f.skip()
		}
		return f.each(visit)
	})
}

// written changes when anything is added.
func (f *flow) written() [3]int { return [3]int{len(f.items), len(f.boxes), len(f.line)} }

// paragraph reads one paragraph. One whose mark was deleted runs on into the next.
func (f *flow) paragraph() error {
	runsOn := false
	err := f.each(func(e tag.Token) error {
		if e.Name != "pPr" {
			return f.inline(e)
		}
		p, err := f.paragraphProperties()
		runsOn = p.markDeleted
		if label := f.typist.label(p); label != "" && !p.markDeleted {
			f.label = label
		}
		return err
	})
	if err != nil || !runsOn {
		f.end()
	}
	return err
}

// end closes the paragraph and lets its text boxes follow.
func (f *flow) end() {
	f.endLine()
	f.label = ""
	f.typist.endInstructions()
	f.items = append(f.items, f.boxes...)
	f.boxes = nil
}

// endLine closes a line; a break that was set by hand divides paragraphs, as it does on paper.
func (f *flow) endLine() {
	text := string(f.line)
	f.line = f.line[:0]
	if strings.TrimSpace(text) == "" && (f.label == "" || !f.cell) {
		return
	}
	if f.label != "" {
		text = f.label + " " + strings.TrimLeft(text, " \t　")
	}
	f.label = ""
	f.items = append(f.items, markup.Item{Text: text})
}

// box reads the content of a text box.
func (f *flow) box() error {
	inner := newFlow(f.reader)
	outer := f.typist.fields
	f.typist.fields = nil
	err := inner.blocks()
	inner.close()
	f.typist.fields = outer
	f.boxes = append(f.boxes, inner.items...)
	return err
}
