package docx

import (
	"errors"
	"io"

	"fuhe/extract/markup"
	"fuhe/extract/tag"
)

// depthPerNesting is how many elements one level of nesting may take: a text box in a cell of a table in
// a content control stands under twenty.
const depthPerNesting = 32

// reader walks through one part. Element names are compared without their namespace, which differs
// between the strict and the transitional form.
type reader struct {
	in     *tag.Reader
	typist *typist
	depth  int
	room   []byte // to write a line in
}

func newReader(part io.Reader, set *typist) *reader {
	return &reader{in: tag.New(part), typist: set}
}

// each calls visit for the elements inside the one that was just opened, up to its end. Visit has to
// read its element to the end; the attributes are gone once it reads on.
func (r *reader) each(visit func(tag.Token) error) error {
	if r.depth++; r.depth > depthPerNesting*r.typist.nesting {
		return tooLarge("文件内的元素嵌套过深，超过上限", "the elements are nested too deep")
	}
	defer func() { r.depth-- }()
	for {
		e, err := r.in.Next()
		if err != nil {
			return err
		}
		switch e.Kind {
		case tag.Open:
			if err := visit(e); err != nil {
				return err
			}
		case tag.Close:
			return nil
		}
	}
}

// skip reads over the element that was just opened.
func (r *reader) skip() error {
	for open := 1; open > 0; {
		e, err := r.in.Next()
		if err != nil {
			return err
		}
		switch e.Kind {
		case tag.Open:
			open++
		case tag.Close:
			open--
		}
	}
	return nil
}

// text reads the characters of the element that was just opened.
func (r *reader) text() (string, error) {
	var text []byte
	for {
		e, err := r.in.Next()
		if err != nil {
			return string(text), err
		}
		switch e.Kind {
		case tag.Text:
			text = append(text, e.Text...)
		case tag.Open:
			if err := r.skip(); err != nil {
				return string(text), err
			}
		case tag.Close:
			return string(text), nil
		}
	}
}

// document reads a part that holds text. What was read before an error comes with it.
func (r *reader) document() ([]markup.Item, error) {
	f := newFlow(r)
	err := r.top(func(tag.Token) error { return f.blocks() })
	f.close()
	return f.items, err
}

// top visits the outermost elements of a part.
func (r *reader) top(visit func(tag.Token) error) error {
	for {
		e, err := r.in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e.Kind == tag.Open {
			if err := visit(e); err != nil {
				return err
			}
		}
	}
}

// on reports whether a switch such as <w:vanish/> is on: present, and not set to no.
func on(e tag.Token) bool {
	switch e.Attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
