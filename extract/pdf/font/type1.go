package font

import (
	"bytes"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/pdf/token"
)

// builtIn lists what codes stand for by the encoding of the font's own program, or returns nil if that
// tells nothing. It counts where the PDF names no encoding (ISO 32000-1, 9.6.6.1).
func (s *Shelf) builtIn(descriptor pdf.Value) *[256]string {
	var texts *[256]string
	if program := s.content(descriptor.Key("FontFile")); len(program) > 0 {
		texts = s.typeOneEncoding(program)
	} else if c := readCFF(s.content(descriptor.Key("FontFile3"))); c != nil {
		texts = s.cffEncoding(c)
	}
	if texts == nil || *texts == [256]string{} {
		return nil
	}
	return texts
}

// typeOneEncoding reads the encoding of a Type 1 program, which stands in its clear part as lines like
// dup 65 /A put, or is the standard one.
func (s *Shelf) typeOneEncoding(program []byte) *[256]string {
	if end := bytes.Index(program, []byte("eexec")); end >= 0 {
		program = program[:end]
	}
	at := bytes.Index(program, []byte("/Encoding"))
	if at < 0 {
		return nil
	}
	lex := token.New(program, at+len("/Encoding"))
	var texts [256]string
	var before, last token.Token
	for t := lex.Next(); t.Kind != token.End; t = lex.Next() {
		switch {
		case t.Is("StandardEncoding"):
			return standardTexts()
		case t.Is("def") || t.Is("readonly"):
			return &texts
		case t.Is("put") && before.Kind == token.Integer && last.Kind == token.Name && before.Integer >= 0 && before.Integer < 256:
			texts[before.Integer] = s.nameText(string(last.Bytes))
		}
		before, last = last, t
	}
	return &texts
}
