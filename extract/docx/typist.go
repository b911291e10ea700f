package docx

import "fuhe/extract/tag"

// typist keeps what runs through the parts of one document: the styles, the lists with their counters,
// and the fields that are open.
type typist struct {
	nesting int
	styles  map[string]style
	lists   *lists
	fields  []bool // open complex fields, innermost last: true while their instructions are read

	pictures int // pictures seen
	foreign  int // pieces in another format that are put in when the file is opened
}

func newTypist(a *archive, parts map[string]string, nesting int) *typist {
	return &typist{
		nesting: nesting,
		styles:  readStyles(a, parts["styles"], nesting),
		lists:   readLists(a, parts["numbering"], nesting),
	}
}

// instructing reports whether the text belongs to a field's instructions.
func (t *typist) instructing() bool {
	for _, in := range t.fields {
		if in {
			return true
		}
	}
	return false
}

// endInstructions lets the text go on where a field lost its end: instructions never run over a
// paragraph.
func (t *typist) endInstructions() { clear(t.fields) }

// paragraphLook is what a paragraph's properties say that is seen.
type paragraphLook struct {
	style       string
	list        listRef
	markDeleted bool // its end was deleted with changes tracked: it runs on into the next
}

// listRef names a level of a list: number 0 is none. Set says that it was written at all.
type listRef struct {
	number string
	level  int
	set    bool
}

func (f *flow) paragraphProperties() (p paragraphLook, err error) {
	err = f.each(func(e tag.Token) error {
		switch e.Name {
		case "pStyle":
			p.style = e.Attr("val")
		case "numPr":
			p.list, err = f.listRef()
			return err
		case "rPr":
			return f.each(func(e tag.Token) error {
				p.markDeleted = p.markDeleted || e.Name == "del" || e.Name == "moveFrom"
				return f.skip()
			})
		}
		return f.skip()
	})
	return p, err
}

func (r *reader) listRef() (ref listRef, err error) {
	ref.set = true
	err = r.each(func(e tag.Token) error {
		switch e.Name {
		case "numId":
			ref.number = e.Attr("val")
		case "ilvl":
			ref.level = number(e.Attr("val"))
		}
		return r.skip()
	})
	return ref, err
}

// label counts the paragraph in its list and returns its label: 一、 （一） 1. ①; "" for none, and for
// bullets, which say nothing.
func (t *typist) label(p paragraphLook) string {
	ref := t.listOf(p)
	if ref.number == "" || ref.number == "0" {
		return ""
	}
	return t.lists.numbers[ref.number].Next(ref.level)
}

// style is a paragraph style, as far as lists need it.
type style struct {
	based string
	list  listRef
}

// longestChain is the most styles that are based on one another; more is a circle.
const longestChain = 16

// listOf is the list of a paragraph: its own, or that of its style.
func (t *typist) listOf(p paragraphLook) listRef {
	if p.list.set && p.list.number != "" {
		return p.list
	}
	for name, n := p.style, 0; name != "" && n < longestChain; n++ {
		s := t.styles[name]
		if s.list.number != "" {
			ref := s.list
			if level, ok := t.lists.numbers[ref.number].LevelOf(name); ok {
				ref.level = level
			}
			return ref
		}
		name = s.based
	}
	return listRef{}
}

// readStyles reads the paragraph styles; what cannot be read is taken for plain.
func readStyles(a *archive, name string, nesting int) map[string]style {
	styles := map[string]style{}
	readPart(a, name, nesting, func(r *reader, e tag.Token) error {
		if e.Name != "style" {
			return r.skip()
		}
		id := e.Attr("styleId")
		s, err := r.style()
		styles[id] = s
		return err
	})
	return styles
}

func (r *reader) style() (s style, err error) {
	var visit func(e tag.Token) error
	visit = func(e tag.Token) error {
		switch e.Name {
		case "basedOn":
			s.based = e.Attr("val")
		case "numPr":
			s.list, err = r.listRef()
			return err
		case "pPr":
			return r.each(visit)
		}
		return r.skip()
	}
	err = r.each(visit)
	return s, err
}

// readPart visits the elements below a part's root. Side parts that are missing or damaged are read as
// far as they go: the text stands without them.
func readPart(a *archive, name string, nesting int, visit func(*reader, tag.Token) error) {
	p := a.open(name)
	if p == nil {
		return
	}
	defer p.Close()
	r := newReader(p, &typist{nesting: nesting})
	for {
		e, err := r.in.Next()
		if err != nil {
			return
		}
		if e.Kind != tag.Open {
			continue
		}
		if r.each(func(e tag.Token) error { return visit(r, e) }) != nil {
			return
		}
	}
}
