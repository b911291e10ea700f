// Package xlsx reads Excel workbooks. Bytes come in; the paragraphs and tables of the sheets go out,
// each cell with the text that a person sees in it, its spans and its address. It never recomputes a
// value that the file holds, and never says what a table is about.
package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/xlsx/grid"
)

// oleMagic begins the container that Office wraps an encrypted document in.
const oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// encryptedStream is the name of the stream in it, as UTF-16.
var encryptedStream = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// Sniff reports whether the bytes are a workbook, or an Office document behind a password.
func Sniff(data []byte) bool {
	if isEncrypted(data) {
		return true
	}
	if !bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil { // broken off: the names stand before each part as well
		return bytes.Contains(data, []byte("xl/workbook.xml")) || bytes.Contains(data, []byte("xl/worksheets/"))
	}
	for _, part := range pack.File {
		if strings.EqualFold(strings.ReplaceAll(part.Name, `\`, "/"), "xl/workbook.xml") {
			return true
		}
	}
	return false
}

func isEncrypted(data []byte) bool {
	return bytes.HasPrefix(data, []byte(oleMagic)) && bytes.Contains(data, encryptedStream)
}

// Read reads a workbook: its visible sheets in order, then the hidden ones, of which a note tells. The
// error, if there is one, is a *document.Trouble.
func Read(ctx context.Context, data []byte, limits document.Limits) (*document.Document, error) {
	limits = limits.OrDefault()
	switch {
	case int64(len(data)) > limits.Bytes:
		return nil, tooLarge(nil)
	case isEncrypted(data):
		return nil, encrypted()
	}
	b, err := open(data, limits)
	if err != nil {
		return nil, err
	}
	doc := &document.Document{Format: "xlsx"}
	out := &grid.Writer{Document: doc}
	for _, s := range b.sheets {
		if err := b.readSheet(ctx, s, out); err != nil {
			return nil, err
		}
	}
	doc.Notes = b.notes()
	return doc, nil
}

// readSheet adds the blocks of one sheet.
func (b *book) readSheet(ctx context.Context, s sheetRef, out *grid.Writer) error {
	raw, err := b.scan(ctx, s)
	if err != nil {
		return err
	}
	page := &grid.Sheet{Name: s.name, Merges: raw.merges, Lined: raw.lined}
	page.Cells = make([]grid.Cell, 0, len(raw.cells))
	for i, c := range raw.cells {
		if i%1024 == 0 && ctx.Err() != nil {
			return document.Stopped(ctx.Err())
		}
		text, doubt := b.text(s.name, c)
		if b.room -= int64(len(text)); b.room < 0 {
			return tooLarge(errors.New("text"))
		}
		page.Cells = append(page.Cells, grid.Cell{Row: c.row, Column: c.column, Text: text, Doubt: doubt})
	}
	if err := out.Add(page); err != nil {
		return tooLarge(err)
	}
	return nil
}
