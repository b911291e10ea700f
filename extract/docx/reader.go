package docx

import (
	"encoding/xml"
	"errors"
	"io"

	"fuhe/extract/markup"
)

// depthPerNesting is how many elements one level of nesting may take: a text box in a cell of a table in
// a content control stands under twenty.
const depthPerNesting = 32

// reader walks through one part. Element names are compared without their namespace, which differs
// between the strict and the transitional form.
type reader struct {
	dec    *xml.Decoder
	typist *typist
	depth  int
}

func newReader(part io.Reader, set *typist) *reader {
	return &reader{dec: xml.NewDecoder(part), typist: set}
}

// each calls visit for the elements inside the one that was just opened, up to its end. Visit has to
// read its element to the end.
func (r *reader) each(visit func(xml.StartElement) error) error {
	if r.depth++; r.depth > depthPerNesting*r.typist.nesting {
		return tooLarge("文件内的元素嵌套过深，超过上限", "the elements are nested too deep")
	}
	defer func() { r.depth-- }()
	for {
		t, err := r.dec.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if err := visit(e); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip reads over the element that was just opened.
func (r *reader) skip() error {
	for open := 1; open > 0; {
		t, err := r.dec.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			open++
		case xml.EndElement:
			open--
		}
	}
	return nil
}

// text reads the characters of the element that was just opened.
func (r *reader) text() (string, error) {
	var text []byte
	for {
		t, err := r.dec.Token()
		if err != nil {
			return string(text), err
		}
		switch e := t.(type) {
		case xml.CharData:
			text = append(text, e...)
		case xml.StartElement:
			if err := r.skip(); err != nil {
				return string(text), err
			}
		case xml.EndElement:
			return string(text), nil
		}
	}
}

// document reads a part that holds text. What was read before an error comes with it.
func (r *reader) document() ([]markup.Item, error) {
	f := &flow{reader: r}
	err := r.top(func(xml.StartElement) error { return f.blocks() })
	f.end()
	return f.items, err
}

// top visits the outermost elements of a part.
func (r *reader) top(visit func(xml.StartElement) error) error {
	for {
		t, err := r.dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := visit(e); err != nil {
				return err
			}
		}
	}
}

// on reports whether a switch such as <w:vanish/> is on: present, and not set to no.
func on(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
