// Package tag reads the XML of office files. Bytes come in; the elements that begin and end, and the text
// between them, go out one by one, in memory that is used again for the next. It reads what every writer
// writes; what is rare, such as other character sets and declared types, and what is not well formed, it
// leaves to encoding/xml from there on, so that a file is read, and breaks off, as it is there.
package tag

import (
	"encoding/xml"
	"errors"
	"io"
)

// Kind is what a token is.
type Kind int

// The kinds of tokens.
const (
	Open  Kind = iota + 1 // an element begins; one without content is closed by the next token
	Close                 // an element ends
	Text                  // characters
)

// Token is one step through a file. Its text and its attributes hold until the next token is read.
type Token struct {
	Kind  Kind
	Name  string // of an element, without its prefix
	Text  []byte // of Text, with its references resolved
	attrs []attr
}

// attr is an attribute as it is written.
type attr struct{ name, value []byte }

// Attr is the value of an attribute by its name, whatever its prefix; "" if there is none.
func (t *Token) Attr(name string) string {
	for _, a := range t.attrs {
		if string(localName(a.name)) == name {
			return string(a.value)
		}
	}
	return ""
}

// Own is the value of an attribute without a prefix; "" if there is none.
func (t *Token) Own(name string) string {
	for _, a := range t.attrs {
		if string(a.name) == name {
			return string(a.value)
		}
	}
	return ""
}

// Reader reads one file.
type Reader struct {
	window
	lenient bool
	open    []string // the elements that are open, with their prefixes, where they have to match
	empty   string   // the element that was just opened and has no content
	attrs   []attr
	text    []byte // room for text with references in it
	names   names
	rest    *xml.Decoder // reads on from where something rare stands
}

// New reads a file whose elements have to be closed in turn.
func New(in io.Reader) *Reader { return &Reader{window: window{in: in}} }

// Lenient reads a file as far as it can be told apart: elements need not match, nor references be known.
func Lenient(in io.Reader) *Reader { return &Reader{window: window{in: in}, lenient: true} }

// Next reads a token. The error is io.EOF at the end of the file, a *xml.SyntaxError, or that of the file.
func (r *Reader) Next() (Token, error) {
	t, name, err := r.raw()
	switch {
	case errors.Is(err, io.EOF) && len(r.open) > 0:
		return Token{}, r.broken("unexpected EOF")
	case err != nil:
		return Token{}, err
	case r.lenient:
	case t.Kind == Open:
		r.open = append(r.open, name)
	case t.Kind == Close:
		if err := r.close(name); err != nil {
			return Token{}, err
		}
	}
	return t, nil
}

// close ends the element that was opened last.
func (r *Reader) close(name string) error {
	last := len(r.open) - 1
	switch {
	case last < 0:
		return r.broken("unexpected end element </" + localName(name) + ">")
	case r.open[last] != name:
		return r.broken(mismatch(r.open[last], name))
	}
	r.open = r.open[:last]
	return nil
}

// mismatch says that an element is closed by the end of another.
func mismatch(open, close string) string {
	space, local := parted(open)
	closeSpace, closeLocal := parted(close)
	if local != closeLocal {
		return "element <" + local + "> closed by </" + closeLocal + ">"
	}
	if closeSpace == "" {
		closeSpace = `""`
	}
	return "element <" + local + "> in space " + space + " closed by </" + closeLocal + "> in space " + closeSpace
}

// broken is what is wrong with the file, in the words of encoding/xml.
func (r *Reader) broken(what string) error {
	line := r.lines() + 1
	if r.rest != nil {
		further, _ := r.rest.InputPos()
		line += further - 1
	}
	return &xml.SyntaxError{Msg: what, Line: line}
}

// raw reads a token that need not match those before, and the name of its element with the prefix.
func (r *Reader) raw() (Token, string, error) {
	if name := r.empty; name != "" {
		r.empty = ""
		return Token{Kind: Close, Name: localName(name)}, name, nil
	}
	for r.rest == nil {
		if r.at == r.end && !r.more() {
			return Token{}, "", r.err
		}
		t, name, n, found := r.scan(r.buf[r.at:r.end])
		switch found {
		case token:
			r.at += n
			return t, name, nil
		case nothing:
			r.at += n
		case partial:
			if !r.more() {
				r.leave()
			}
		case rare:
			r.leave()
		}
	}
	return r.other()
}
