// Package proof shows what was read of a document, so that a person or a program can hold it against
// the original: a document comes in; its JSON, or the drawing of one page as SVG, goes out. It never
// changes or judges what it shows.
package proof

import (
	"fmt"
	"io"
)

// sheaf gathers output and hands it on in large pieces; after an error it drops the rest.
type sheaf struct {
	to  io.Writer
	out []byte
	err error

	last        string // the text that was written last, for texts are quoted behind themselves
	after, upTo int    // where it stands in out; upTo is 0 if it does no longer
}

// piece is how many bytes are handed on at once.
const piece = 1 << 15

func newSheaf(to io.Writer) *sheaf {
	return &sheaf{to: to, out: make([]byte, 0, piece+piece/4)}
}

// settle hands the output on when there is a piece of it.
func (s *sheaf) settle() {
	if len(s.out) >= piece {
		s.flush()
	}
}

func (s *sheaf) flush() {
	if s.err == nil {
		_, s.err = s.to.Write(s.out)
	}
	s.out, s.upTo = s.out[:0], 0
}

// close hands on what is left and returns the first error.
func (s *sheaf) close(what string) error {
	s.flush()
	if s.err != nil {
		return fmt.Errorf("%s: %w", what, s.err)
	}
	return nil
}
