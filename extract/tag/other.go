package tag

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/text/encoding/htmlindex"
)

// leave has encoding/xml read on.
func (r *Reader) leave() {
	r.rest = xml.NewDecoder(io.MultiReader(bytes.NewReader(r.buf[r.at:r.end]), r.window.rest()))
	r.rest.Strict = !r.lenient
	if r.lenient {
		r.rest.CharsetReader = inCharset
	}
}

// rest is what of the file has not come into the window.
func (w *window) rest() io.Reader {
	if w.err != nil {
		return ended{w.err}
	}
	return w.in
}

// ended is a file of which nothing more comes.
type ended struct{ err error }

func (e ended) Read([]byte) (int, error) { return 0, e.err }

func inCharset(charset string, in io.Reader) (io.Reader, error) {
	e, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(in), nil
}

// other reads a token by encoding/xml.
func (r *Reader) other() (Token, string, error) {
	for {
		t, err := r.rest.RawToken()
		if syntax := new(xml.SyntaxError); errors.As(err, &syntax) {
			return Token{}, "", &xml.SyntaxError{Msg: syntax.Msg, Line: r.lines() + syntax.Line}
		}
		if err != nil {
			return Token{}, "", err
		}
		switch e := t.(type) {
		case xml.StartElement:
			r.attrs = r.attrs[:0]
			for _, a := range e.Attr {
				r.attrs = append(r.attrs, attr{[]byte(prefixed(a.Name)), []byte(a.Value)})
			}
			return Token{Kind: Open, Name: e.Name.Local, attrs: r.attrs}, prefixed(e.Name), nil
		case xml.EndElement:
			return Token{Kind: Close, Name: e.Name.Local}, prefixed(e.Name), nil
		case xml.CharData:
			return Token{Kind: Text, Text: e}, "", nil
		}
	}
}

// prefixed is a name as it is written.
func prefixed(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}
