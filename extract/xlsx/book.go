package xlsx

import (
	"path"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/tag"
)

// headLimit bounds the parts that are read into memory as a whole, as styles are: each of their elements
// takes many times its length.
const headLimit = 32 << 20

// book is an open workbook.
type book struct {
	parts      parts
	main       string    // path of the workbook part
	related    relations // of the workbook part
	sheets     []sheetRef
	strings    []string
	styles     styles
	calc       calculator
	cells      int   // cells read so far
	room       int64 // characters that may still be shown
	hidden     []document.Message
	unresolved []string // addresses of formulas without a result
	broken     []string // names of sheets that break off
}

// sheetRef is one worksheet by name and part.
type sheetRef struct {
	name, part string
	hidden     bool
}

// open opens the workbook and lists its sheets, the visible ones first.
func open(data []byte, limits document.Limits) (*book, error) {
	all, err := partsOf(data, limits)
	if err != nil {
		return nil, err
	}
	b := &book{parts: all, room: limits.Unpacked / 4, main: "xl/workbook.xml", calc: calculator{parts: all, unpacked: limits.Unpacked}}
	if main := all.relations("_rels/.rels").first("/officeDocument"); main != "" {
		b.main = main
	}
	b.related = all.relations(path.Join(path.Dir(b.main), "_rels", path.Base(b.main)+".rels"))
	if b.sheets, err = b.listSheets(); err != nil {
		return nil, damaged(err)
	}
	if b.strings, err = b.sharedStrings(limits.Unpacked); err != nil {
		return nil, err
	}
	if b.styles, err = b.readStyles(); err != nil {
		return nil, damaged(err)
	}
	return b, nil
}

// beside is a part that the workbook's relations name, or the one that stands where it does as a rule.
func (b *book) beside(kind, usual string) string {
	if name := b.related.first(kind); name != "" && b.parts.has(name) {
		return name
	}
	return usual
}

// listSheets lists the worksheets that the workbook names.
func (b *book) listSheets() ([]sheetRef, error) {
	var sheets []sheetRef
	listed := false
	err := b.parts.each(b.main, func(e tag.Token) {
		switch {
		case e.Name == "sheets":
			listed = e.Kind == tag.Open
		case e.Name == "sheet" && e.Kind == tag.Open && listed:
			if r, ok := b.related.by(e.Attr("id")); ok && strings.HasSuffix(r.kind, "/worksheet") { // not charts and dialogues
				state := e.Attr("state")
				sheets = append(sheets, sheetRef{e.Attr("name"), r.target, state != "" && state != "visible"})
			}
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(sheets, func(x, y sheetRef) int {
		switch {
		case x.hidden == y.hidden:
			return 0
		case x.hidden:
			return 1
		}
		return -1
	})
	return sheets, nil
}
