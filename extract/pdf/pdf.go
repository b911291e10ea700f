// Package pdf reads PDF files. Bytes come in; pages with their glyphs, rules, fills and clip boxes go
// out, with notes on what could not be read. It never groups glyphs to words or lines to tables, never
// attempts OCR, and never lets a broken or hostile file panic, hang or fill the memory.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
	"fuhe/extract/pdf/content"
	"fuhe/extract/pdf/faircopy"
)

// Reader reads PDFs. The zero Reader reads the pages one after the other; it may be used by several
// goroutines.
type Reader struct {
	// Parts is how many hands draw the pages of a document that has enough of them, and Each calls do
	// for each number below n, in any order or all at once, and returns when all calls have. Both or none
	// are set.
	Parts int
	Each  func(n int, do func(part int))

	// Drawn is called with each page as soon as it is drawn, by the hand that drew it, if it is set. The
	// room of glyphs that it takes off the page is used for the next one.
	Drawn func(p *document.Page)
}

// Read reads a PDF, the pages one after the other; see Reader.Read.
func Read(ctx context.Context, data []byte, limits document.Limits) ([]document.Page, []document.Note, error) {
	return Reader{}.Read(ctx, data, limits)
}

// Read reads a PDF. Pages come with the geometry of their text and lines. The error, if there is one,
// is a *document.Trouble; when the time ran out, the pages that were read come with it.
func (r Reader) Read(ctx context.Context, data []byte, limits document.Limits) ([]document.Page, []document.Note, error) {
	limits = limits.OrDefault()
	if int64(len(data)) > limits.Bytes {
		return nil, nil, tooLarge(fmt.Errorf("%d bytes: %w", len(data), faircopy.ErrTooLarge))
	}
	fair, err := faircopy.Make(ctx, data, limits)
	if err != nil {
		return nil, nil, troubleOf(err)
	}
	root, err := open(fair.Bytes)
	if err != nil {
		return nil, nil, damaged(err)
	}
	pages, notes, glyphs := r.pages(ctx, root, fair.Append)
	if err := fair.Err(); err != nil {
		return nil, nil, troubleOf(err)
	}
	lost := fair.Missing()
	if len(lost) > 0 {
		notes = append(notes, missing(lost))
	}
	if fair.Cut() {
		notes = append(notes, leftOut())
	}
	if ctx.Err() != nil {
		return pages, notes, troubleOf(ctx.Err())
	}
	if glyphs == 0 { // nothing shows text or holds the hidden text of a scan
		if len(lost) > 0 { // the text may have been in what is not there
			return pages, notes, damaged(nil)
		}
		return pages, notes, noText(len(pages))
	}
	return pages, notes, nil
}

// open hands the fair copy to the object layer and returns its root.
func open(fair []byte) (root pdf.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("fair copy: %v", r)
		}
	}()
	reader, err := pdf.NewReader(bytes.NewReader(fair), int64(len(fair)))
	if err != nil {
		return pdf.Value{}, fmt.Errorf("fair copy: %w", err)
	}
	return reader.Trailer().Key("Root"), nil
}

// drawPage runs one page; what goes wrong on it leaves the others alone.
func drawPage(ctx context.Context, press *content.Press, pages pdf.Value, i int) (sheet content.Sheet, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("page %d: %v", i+1, r)
		}
	}()
	return press.Draw(ctx, pages.Index(i)), nil
}

func troubleOf(err error) error {
	switch {
	case errors.Is(err, faircopy.ErrEncrypted):
		return encrypted(err)
	case errors.Is(err, faircopy.ErrTooLarge):
		return tooLarge(err)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return timeout(err)
	}
	return damaged(err)
}
