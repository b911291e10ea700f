// Package docx reads word-processor files (ECMA-376, also its strict form, as Word, WPS and LibreOffice
// write them). Bytes come in; paragraphs with their list labels and tables with their spans go out, as
// a person sees them printed after all changes were accepted. Headers and footers are no part of the
// flow. It never lays out a page, opens an embedded file, or says what a text means.
package docx

import (
	"context"
	"errors"

	"fuhe/extract/document"
	"fuhe/extract/markup"
)

// Sniff reports whether the bytes are a zip archive that holds a word-processor document, even one
// that breaks off.
func Sniff(data []byte) bool {
	return isZip(data) && newArchive(data, 0, nil).hasMain()
}

// Read reads the document. The error is a *document.Trouble where the file is at fault, or the
// context's; a fault behind which nothing can be read, but much before it, is a note.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	a := newArchive(data, limits.Unpacked, ctx.Err)
	if a.tooMany() {
		return nil, tooLarge("压缩包内文件过多，超过上限", "the archive holds too many files")
	}
	main, err := a.main()
	if err != nil {
		return nil, err
	}
	defer main.Close()
	parts := a.related(main.name)
	set := newTypist(a, parts, limits.Nesting)
	items, broke := newReader(main, set).document()
	for _, kind := range []string{"footnotes", "endnotes"} {
		if broke == nil {
			var more []markup.Item
			more, broke = a.notes(parts[kind], set)
			items = append(items, more...)
		}
	}
	if a.err != nil {
		return nil, a.err
	}
	doc, err := assemble(items, broke)
	if err != nil {
		return nil, err
	}
	doc.Notes = append(doc.Notes, set.notes(len(doc.Blocks) > 0, a.salvaged)...)
	return doc, nil
}

// notes reads a part of footnotes or endnotes, if there is one. The separators that it also holds have no
// text.
func (a *archive) notes(name string, set *typist) ([]markup.Item, error) {
	p := a.open(name)
	if p == nil {
		return nil, nil
	}
	defer p.Close()
	return newReader(p, set).document()
}

// assemble makes the document of what was read, with a note where the reading broke off.
func assemble(items []markup.Item, broke error) (*document.Document, error) {
	if trouble := new(document.Trouble); errors.As(broke, &trouble) {
		return nil, trouble
	}
	blocks, err := markup.Blocks(items)
	if err != nil {
		return nil, err
	}
	doc := &document.Document{Blocks: blocks}
	switch {
	case broke != nil && len(blocks) == 0:
		return nil, damaged("正文损坏，未能读出内容，请重新取得原文件", "nothing could be read of the text part", broke)
	case broke != nil:
		doc.Notes = append(doc.Notes, document.Note{Code: document.Damaged, Says: document.Message{
			ZH: "文件不完整，只读取了损坏处之前的内容，请重新取得原文件后再核对",
			EN: "the file breaks off; only what stands before the damage was read: " + broke.Error(),
		}})
	}
	return doc, nil
}

func damaged(zh, en string, err error) error {
	return document.Failed(document.Damaged, zh, en, err)
}

func tooLarge(zh, en string) error {
	return document.Failed(document.TooLarge, zh, en, nil)
}
