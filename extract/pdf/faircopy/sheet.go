package faircopy

// page writes one page: its boxes, its contents as a list of streams, its resources and what is
// printed on it by annotations.
func (w *writer) page(number int, p dict) error {
	w.definition(number)
	w.out = append(w.out, "<</Type/Page"...)
	for _, key := range []name{"MediaBox", "CropBox", "Rotate", "UserUnit"} {
		w.plain(key, p[key])
	}
	w.out = append(w.out, "/Contents["...)
	for _, r := range w.contents(p["Contents"]) {
		w.reference(w.number(target{r.number, data}))
	}
	w.out = append(w.out, "]/Annots["...)
	w.annotations(w.file.array(p["Annots"]))
	w.out = append(w.out, "]/Resources "...)
	if err := w.value(w.get(p["Resources"]), resources); err != nil {
		return err
	}
	w.out = append(w.out, ">>\nendobj\n"...)
	return nil
}

// plain writes an entry whose value is a number or an array of numbers, all references resolved.
func (w *writer) plain(key name, o object) {
	o = w.get(o)
	if a, ok := o.(array); ok && len(a) == 4 {
		w.name(key)
		w.out = append(w.out, '[')
		w.numbers4(a)
		w.out = append(w.out, ']')
	} else if _, ok := number(o); ok {
		w.name(key)
		w.out = append(w.out, ' ')
		w.scalar(o)
	}
}

func (w *writer) numbers4(a array) {
	for _, o := range a {
		n, _ := number(w.get(o))
		w.out = append(w.out, ' ')
		w.real(n)
	}
}

// contents lists the streams of a page; what is no stream is left out.
func (w *writer) contents(o object) []ref {
	var list []ref
	if r, ok := o.(ref); ok {
		if _, ok := w.get(r).(*stream); ok {
			return []ref{r}
		}
	}
	for _, part := range w.file.array(o) {
		r, ok := part.(ref)
		if _, isStream := w.get(r).(*stream); ok && isStream {
			list = append(list, r)
		} else {
			w.miss(part, "contents")
		}
	}
	return list
}

// printed are the annotations whose text belongs to the page: filled-in fields, typed notes, stamps.
var printed = map[name]bool{"Widget": true, "FreeText": true, "Stamp": true}

// annotations writes rectangle and appearance of each annotation that is shown.
func (w *writer) annotations(list array) {
	const most = 5000
	for _, o := range list[:min(len(list), most)] {
		a := w.dict(o)
		rectangle := w.file.array(a["Rect"])
		const hidden, noView = 2, 32
		if !printed[w.file.name(a["Subtype"])] || w.integer(a["F"])&(hidden|noView) != 0 || len(rectangle) != 4 || w.hides(a["OC"]) {
			continue
		}
		if r, ok := w.appearance(a); ok {
			w.out = append(w.out, "<</Rect["...)
			w.numbers4(rectangle)
			w.out = append(w.out, "]/AP"...)
			w.reference(w.number(target{r.number, form}))
			w.out = append(w.out, ">>"...)
		}
	}
}

// appearance finds the form that shows an annotation in its present state (ISO 32000-1, 12.5.5).
func (w *writer) appearance(a dict) (ref, bool) {
	r, ok := w.dict(a["AP"])["N"].(ref)
	if _, isStream := w.get(r).(*stream); ok && isStream {
		return r, true
	}
	states, ok := w.get(w.dict(a["AP"])["N"]).(dict)
	if !ok {
		return ref{}, false
	}
	r, ok = states[w.file.name(a["AS"])].(ref)
	_, isStream := w.get(r).(*stream)
	return r, ok && isStream
}
