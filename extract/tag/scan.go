package tag

import (
	"bytes"
	"encoding/xml"
)

// found is what stands at the start of a window.
type found int

const (
	token   found = iota
	nothing       // what says nothing here: comments and instructions
	partial       // something that goes on behind the window
	rare          // something for encoding/xml
)

// scan reads what a window begins with, and its length.
func (r *Reader) scan(b []byte) (t Token, name string, n int, is found) {
	switch {
	case b[0] != '<':
		t, n, is = r.scanText(b)
		return t, "", n, is
	case len(b) < len("<!--"):
		return t, "", 0, partial
	case b[1] == '?':
		n, is = scanInstruction(b)
		return t, "", n, is
	case b[1] == '!':
		n, is = scanComment(b)
		return t, "", n, is
	case b[1] == '/':
		return r.scanEnd(b)
	}
	return r.scanStart(b)
}

// scanText reads up to the next tag.
func (r *Reader) scanText(b []byte) (Token, int, found) {
	n := bytes.IndexByte(b, '<')
	if n < 0 {
		return Token{}, 0, partial
	}
	text := b[:n]
	if !ordinary(text) {
		var ok bool
		if r.text, ok = resolved(r.text[:0], text, true); !ok {
			return Token{}, 0, rare
		}
		text = r.text
	}
	return Token{Kind: Text, Text: text}, n, token
}

// scanInstruction passes over an instruction, of which encoding/xml decides whether it can be read.
func scanInstruction(b []byte) (int, found) {
	n := bytes.Index(b, []byte("?>"))
	if n < 0 {
		return 0, partial
	}
	n += len("?>")
	if _, err := xml.NewDecoder(bytes.NewReader(b[:n])).RawToken(); err != nil {
		return 0, rare
	}
	return n, nothing
}

// scanComment passes over a comment.
func scanComment(b []byte) (int, found) {
	const start, end = "<!--", "-->"
	if !bytes.HasPrefix(b, []byte(start)) {
		return 0, rare
	}
	n := bytes.Index(b[len(start):], []byte("--"))
	switch rest := b[len(start)+max(n, 0):]; {
	case n < 0 || len(rest) < len(end):
		return 0, partial
	case rest[2] != '>':
		return 0, rare
	}
	return len(start) + n + len(end), nothing
}

func (r *Reader) scanEnd(b []byte) (Token, string, int, found) {
	n := bytes.IndexByte(b, '>')
	if n < 0 {
		return Token{}, "", 0, partial
	}
	written := trimRight(b[2:n])
	if !wellNamed(written) {
		return Token{}, "", 0, rare
	}
	name := r.names.take(written)
	return Token{Kind: Close, Name: localName(name)}, name, n + 1, token
}

func (r *Reader) scanStart(b []byte) (Token, string, int, found) {
	n := tagEnd(b)
	if n < 0 {
		return Token{}, "", 0, partial
	}
	inner, empty := bytes.CutSuffix(b[1:n], []byte{'/'})
	written := inner[:nameEnd(inner)]
	if !wellNamed(written) || !r.scanAttrs(inner[len(written):]) {
		return Token{}, "", 0, rare
	}
	name := r.names.take(written)
	if empty {
		r.empty = name
	}
	return Token{Kind: Open, Name: localName(name), attrs: r.attrs}, name, n + 1, token
}

// tagEnd is where the tag ends that a window begins with, quotes heeded; -1 if it does not.
func tagEnd(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '>':
			return i
		case '"', '\'':
			n := bytes.IndexByte(b[i+1:], b[i])
			if n < 0 {
				return -1
			}
			i += 1 + n
		}
	}
	return -1
}

// scanAttrs reads the attributes of a tag, and reports whether they are such as every writer writes.
func (r *Reader) scanAttrs(b []byte) bool {
	r.attrs = r.attrs[:0]
	for {
		b = trimLeft(b)
		if len(b) == 0 {
			return true
		}
		name, rest, ok := bytes.Cut(b, []byte{'='})
		if name = trimRight(name); !ok || !wellNamed(name) {
			return false
		}
		var value []byte
		if value, b, ok = quoted(trimLeft(rest)); !ok {
			return false
		}
		r.attrs = append(r.attrs, attr{name, value})
	}
}

// quoted reads a value in quotes, and what stands behind it.
func quoted(b []byte) (value, rest []byte, ok bool) {
	if len(b) == 0 || b[0] != '"' && b[0] != '\'' {
		return nil, nil, false
	}
	value, rest, ok = bytes.Cut(b[1:], b[:1])
	if !ok || bytes.IndexByte(value, '<') >= 0 {
		return nil, nil, false
	}
	if !ordinary(value) {
		value, ok = resolved(nil, value, false)
	}
	return value, rest, ok
}
