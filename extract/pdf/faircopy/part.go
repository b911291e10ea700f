package faircopy

// part is what pages name and the copy writes apart: resources (ISO 32000-1, table 33), or a form.
type part struct {
	resources dict
	form      *stream
}

// resources returns the number of resources as a part.
func (w *writer) resources(o object) int {
	r, _ := o.(ref)
	return w.parts.number(listed{object: r.number}, func() part { return part{resources: w.dict(o)} })
}

// form returns the number of a form as a part.
func (w *writer) form(s *stream) int {
	return w.parts.number(listed{object: s.number, form: true}, func() part { return part{form: s} })
}

func (w *writer) part(p part) {
	w.out = append(w.out, "<<"...)
	if p.form != nil {
		w.formEntries(p.form)
	} else {
		w.resourceEntries(p.resources)
	}
	w.out = append(w.out, ">>\n"...)
}

// formEntries writes how a form is drawn. One that is not shown is an empty form, and one of another kind
// has nothing in it.
func (w *writer) formEntries(s *stream) {
	if !w.isForm(s) || w.hides(s.dict["OC"]) {
		return
	}
	w.data("BBox", s.dict["BBox"])
	w.data("Matrix", s.dict["Matrix"])
	if o := s.dict["Resources"]; w.resolved(o, "resources") != nil {
		w.key("Resources")
		w.index(w.resources(o))
	}
	w.key("Stream")
	w.stream(s)
}

func (w *writer) isForm(s *stream) bool { return isName(w.get(s.dict["Subtype"]), "Form") }

func (w *writer) resourceEntries(d dict) {
	w.out = append(w.out, "/Font<<"...)
	w.named(w.section(d["Font"], "fonts"), w.fontEntry)
	w.out = append(w.out, ">>/XObject<<"...)
	w.named(w.section(d["XObject"], ""), w.external)
	w.out = append(w.out, ">>/ExtGState<<"...)
	w.named(w.section(d["ExtGState"], ""), w.state)
	w.out = append(w.out, ">>/ColorSpace<<"...)
	w.named(w.section(d["ColorSpace"], ""), w.space)
	w.out = append(w.out, '>', '>')
	if o, has := d["Properties"]; has {
		w.out = append(w.out, "/Properties<<"...)
		w.named(w.dict(o), w.mark)
		w.out = append(w.out, '>', '>')
	}
}

// section is one dictionary of resources.
func (w *writer) section(o object, what string) dict {
	d, _ := w.resolved(o, what).(dict)
	return d
}

func (w *writer) fontEntry(k name, o object) {
	if n, ok := w.font(o); ok {
		w.key(k)
		w.index(n)
	}
}

// external writes an external object: the number of a form, or that it is a picture.
func (w *writer) external(k name, o object) {
	switch s, isStream := w.get(o).(*stream); {
	case isStream && w.isForm(s):
		w.key(k)
		w.index(w.form(s))
	case w.get(o) != nil:
		w.name(k)
		w.name("Image")
	}
}

// state writes the font of a graphics state, if it sets one.
func (w *writer) state(k name, o object) {
	set := w.file.array(w.dict(o)["Font"])
	if len(set) != 2 {
		return
	}
	if n, ok := w.font(set[0]); ok {
		w.name(k)
		w.out = append(w.out, '[')
		w.index(n)
		w.out = append(w.out, ' ')
		w.scalar(w.get(set[1]))
		w.out = append(w.out, ']')
	}
}

// space writes a colour space as its family and, where a profile has them, the number of its
// components: enough to know what is nearly white.
func (w *writer) space(k name, o object) {
	a := w.file.array(o)
	if len(a) == 0 {
		return
	}
	w.name(k)
	w.out = append(w.out, '[')
	w.name(w.file.name(a[0]))
	if len(a) > 1 && isName(w.get(a[0]), "ICCBased") {
		w.out = append(w.out, ' ')
		w.index(int(w.integer(w.dict(a[1])["N"])))
	}
	w.out = append(w.out, ']')
}

// mark writes a page's name for marked content that is not shown.
func (w *writer) mark(k name, o object) {
	if w.hides(o) {
		w.key(k)
		w.out = append(w.out, "true"...)
	}
}
