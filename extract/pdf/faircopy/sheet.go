package faircopy

// page writes one page: its boxes, its contents, its resources and what is printed on it by annotations.
func (w *writer) page(p dict) {
	w.out = append(w.out, "<<"...)
	for _, key := range []name{"MediaBox", "CropBox", "Rotate", "UserUnit"} {
		w.plain(key, p[key])
	}
	w.out = append(w.out, "/Contents["...)
	w.contents(p["Contents"])
	w.out = append(w.out, "]/Annots["...)
	w.annotations(w.file.array(p["Annots"]))
	w.out = append(w.out, "]/Resources "...)
	w.index(w.resources(p["Resources"]))
	w.out = append(w.out, ">>\n"...)
}

// plain writes an entry whose value is a number or an array of numbers, all references resolved.
func (w *writer) plain(key name, o object) {
	o = w.get(o)
	if a, ok := o.(array); ok && len(a) == 4 {
		w.name(key)
		w.numbers4(a)
	} else if _, ok := number(o); ok {
		w.key(key)
		w.scalar(o)
	}
}

func (w *writer) numbers4(a array) {
	w.out = append(w.out, '[')
	for _, o := range a {
		n, _ := number(w.get(o))
		w.out = append(w.out, ' ')
		w.real(n)
	}
	w.out = append(w.out, ']')
}

// contents lists the streams of a page; what is no stream is left out.
func (w *writer) contents(o object) {
	parts := array{o}
	if _, ok := w.get(o).(*stream); !ok {
		parts = w.file.array(o)
	}
	for _, part := range parts {
		if s, ok := w.get(part).(*stream); ok {
			w.out = append(w.out, ' ')
			w.stream(s)
		} else {
			w.miss(part, "contents")
		}
	}
}

// printed reports whether the text of a kind of annotations belongs to the page: filled-in fields, typed
// notes, stamps.
func printed(subtype name) bool {
	return subtype == "Widget" || subtype == "FreeText" || subtype == "Stamp"
}

// annotations writes rectangle and appearance of each annotation that is shown.
func (w *writer) annotations(list array) {
	const most = 5000
	for _, o := range list[:min(len(list), most)] {
		a := w.dict(o)
		const hidden, noView = 2, 32
		if !printed(w.file.name(a["Subtype"])) || w.integer(a["F"])&(hidden|noView) != 0 || w.hides(a["OC"]) {
			continue
		}
		rectangle := w.file.array(a["Rect"])
		if s := w.appearance(a); s != nil && len(rectangle) == 4 {
			w.out = append(w.out, "<</Rect"...)
			w.numbers4(rectangle)
			w.out = append(w.out, "/AP "...)
			w.index(w.form(s))
			w.out = append(w.out, ">>"...)
		}
	}
}

// appearance finds the form that shows an annotation in its present state (ISO 32000-1, 12.5.5), or
// returns nil.
func (w *writer) appearance(a dict) *stream {
	switch n := w.get(w.dict(a["AP"])["N"]).(type) {
	case *stream:
		return n
	case dict:
		s, _ := w.get(n[w.file.name(a["AS"])]).(*stream)
		return s
	}
	return nil
}
