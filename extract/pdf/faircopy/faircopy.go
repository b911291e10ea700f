// Package faircopy turns any bytes that were once a PDF into a clean one: whatever stands before and
// after the file, however its cross-references are broken, packed or encrypted, out comes a plain
// PDF 1.7 with one cross-reference table that holds the pages in order and nothing but what their text
// and lines need: contents, fonts, forms, all streams unpacked. It never draws, never reads text, and
// never lets its reader see an object stream, a filter, a cycle of pages or a size it did not check.
package faircopy

import (
	"context"
	"errors"
	"fmt"

	"fuhe/extract/document"
)

// Copy is the clean PDF and what had to be known to make it.
type Copy struct {
	Bytes   []byte
	Pages   int
	Mended  bool     // the cross-references were wrong and were found again by reading the whole file
	Cut     bool     // something went over a limit of size or nesting and was left out
	Missing []string // what pages point to and is not there or broke off, in English, for the log
}

// ErrTooLarge says that the file unpacks to more than the limit, or has too many pages or objects, or nests
// them too deeply to be read at all.
var ErrTooLarge = errors.New("more than the limit")

// ErrEncrypted says that the empty password does not open the file.
var ErrEncrypted = errors.New("a password is needed")

// ErrNoPages says that no page was found, even by reading the whole file.
var ErrNoPages = errors.New("no page found")

// Make returns the fair copy of a PDF. The error is one of this package's, or the context's.
func Make(ctx context.Context, data []byte, limits document.Limits) (copied Copy, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrNoPages, r)
		}
	}()
	f := newFile(ctx, data, limits.OrDefault())
	if err := f.open(); err != nil {
		return Copy{}, err
	}
	pages, err := f.pages()
	switch {
	case f.crowded:
		return Copy{}, fmt.Errorf("more than %d objects: %w", f.limits.Objects, ErrTooLarge)
	case errors.Is(err, ErrNoPages) && f.cut:
		return Copy{}, fmt.Errorf("nested more than %d deep: %w", f.limits.Nesting, ErrTooLarge)
	case err != nil:
		return Copy{}, err
	}
	return f.write(pages)
}

// open finds the objects, by the file's own cross-references or by reading the whole file.
func (f *file) open() error {
	err := error(nil)
	if f.readReferences() {
		err = f.unlock()
	}
	if !f.mended && (err != nil || f.dict(f.trailer["Root"]) == nil) {
		err = f.rebuild()
	}
	if err != nil {
		return err
	}
	return f.ctx.Err()
}
