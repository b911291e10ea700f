// Package faircopy turns any bytes that were once a PDF into a clean one: whatever stands before and
// after the file, however its cross-references are broken, packed or encrypted, out comes a plain
// PDF 1.7 with nothing but what the text and lines of its pages need, all in its trailer: the pages in
// order, the resources and forms they name, the fonts. Streams stand beside it, by number, and are
// unpacked when they are asked for. It never draws, never reads text, and never lets its reader see an
// object stream, a filter, a reference, a cycle of pages or a size it did not check.
package faircopy

import (
	"context"
	"errors"
	"fmt"

	"fuhe/extract/document"
)

// Copy is the clean PDF and what had to be known to make it. Its methods may be used by several
// goroutines.
//
// The trailer's Root holds the lists Pages, Parts and Fonts. A page has MediaBox, CropBox, Rotate,
// UserUnit, Contents (streams), Annots (each with its Rect and AP, a part) and Resources (a part). A
// part is either resources or a form: the first has Font (fonts by name), XObject (parts by name, or
// /Image), ExtGState ([font size] by name), ColorSpace (families by name) and Properties (true by the
// names of what is not shown); the second has BBox, Matrix, Resources (a part) and Stream. Parts and
// fonts are named by their index, streams by their number; what a font holds is its own, but for the
// streams. The long lists of fonts, Widths, W and W2, are texts: the object layer makes a value of each
// number otherwise.
type Copy struct {
	Bytes  []byte
	Pages  int
	Mended bool // the cross-references were wrong and were found again by reading the whole file
	streams
	missing []string
	cut     bool
}

// ErrTooLarge says that the file unpacks to more than the limit, or has too many pages or objects, or nests
// them too deeply to be read at all.
var ErrTooLarge = errors.New("more than the limit")

// ErrEncrypted says that the empty password does not open the file.
var ErrEncrypted = errors.New("a password is needed")

// ErrNoPages says that no page was found, even by reading the whole file.
var ErrNoPages = errors.New("no page found")

// Make returns the fair copy of a PDF. The error is one of this package's, or the context's.
func Make(ctx context.Context, data []byte, limits document.Limits) (copied *Copy, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrNoPages, r)
		}
	}()
	f := newFile(ctx, data, limits.OrDefault())
	if err := f.open(); err != nil {
		return nil, err
	}
	pages, err := f.pages()
	switch {
	case f.crowded:
		return nil, fmt.Errorf("more than %d objects: %w", f.limits.Objects, ErrTooLarge)
	case errors.Is(err, ErrNoPages) && f.cut:
		return nil, fmt.Errorf("nested more than %d deep: %w", f.limits.Nesting, ErrTooLarge)
	case err != nil:
		return nil, err
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

// Missing tells what the pages point to and is not there or broke off, in English, for the log. Of streams
// it tells once they were asked for.
func (c *Copy) Missing() []string {
	c.lock.Lock()
	defer c.lock.Unlock()
	all := c.missing
	for _, s := range c.list {
		if s.broken {
			all = appendMissing(all[:len(all):len(all)], missed("stream", s.object))
		}
	}
	return all
}

// Cut reports whether something went over a limit of size or nesting and was left out.
func (c *Copy) Cut() bool {
	c.lock.Lock()
	defer c.lock.Unlock()
	return c.cut || c.full
}
