package faircopy

// typeface is a font, and whether its program is needed to know its characters.
type typeface struct {
	dict  dict
	inner bool
}

// font returns the number of a font, if it is one.
func (w *writer) font(o object) (int, bool) {
	d, ok := w.resolved(o, "font").(dict)
	if !ok {
		return 0, false
	}
	r, _ := o.(ref)
	return w.fonts.number(listed{object: r.number}, func() typeface { return typeface{d, w.needsProgram(d)} }), true
}

// needsProgram tells a font whose program is needed from others: one that has no map to Unicode, and codes
// that mean nothing by themselves.
func (w *writer) needsProgram(d dict) bool {
	return w.get(d["ToUnicode"]) == nil && (isName(w.get(d["Subtype"]), "Type0") || w.ownEncoding(d["Encoding"]))
}

// ownEncoding reports whether an encoding leaves codes to the font's program: it names no base.
func (w *writer) ownEncoding(o object) bool {
	switch e := w.get(o).(type) {
	case nil:
		return true
	case dict:
		return w.get(e["BaseEncoding"]) == nil
	}
	return false
}

// typeface writes a font with all that it needs.
func (w *writer) typeface(f typeface) {
	w.out = append(w.out, "<<"...)
	w.fontEntries(f)
	w.encoding(f.dict["Encoding"])
	if o := w.resolved(f.dict["DescendantFonts"], "font"); o != nil {
		if a, ok := o.(array); ok && len(a) > 0 {
			o = w.resolved(a[0], "font")
		}
		if d, ok := o.(dict); ok {
			w.out = append(w.out, "/DescendantFonts[<<"...)
			w.fontEntries(typeface{d, f.inner})
			w.out = append(w.out, ">>]"...)
		}
	}
	w.out = append(w.out, ">>\n"...)
}

// fontEntries writes what fonts and those inside composite fonts may have.
func (w *writer) fontEntries(f typeface) {
	for _, k := range []name{"Subtype", "BaseFont", "FirstChar", "LastChar", "DW", "DW2", "FontMatrix", "FontBBox"} {
		w.data(k, f.dict[k])
	}
	for _, k := range []name{"Widths", "W", "W2"} {
		w.numbers(k, f.dict[k])
	}
	w.streamEntry("ToUnicode", f.dict["ToUnicode"])
	w.streamEntry("CIDToGIDMap", f.dict["CIDToGIDMap"])
	if d := w.section(f.dict["CIDSystemInfo"], "data"); d != nil {
		w.out = append(w.out, "/CIDSystemInfo<<"...)
		w.data("Ordering", d["Ordering"])
		w.out = append(w.out, '>', '>')
	}
	if d := w.dict(f.dict["FontDescriptor"]); d != nil {
		w.descriptor(typeface{d, f.inner})
	}
}

// descriptor writes what a font descriptor tells of lines and widths.
func (w *writer) descriptor(f typeface) {
	w.out = append(w.out, "/FontDescriptor<<"...)
	for _, k := range []name{"Ascent", "Descent", "MissingWidth"} {
		w.data(k, f.dict[k])
	}
	for _, k := range []name{"FontFile", "FontFile2", "FontFile3"} {
		if f.inner {
			w.streamEntry(k, f.dict[k])
		}
	}
	w.out = append(w.out, '>', '>')
}

// encoding writes the encoding of a font: a name, differences from one that is named, or a map.
func (w *writer) encoding(o object) {
	switch e := w.resolved(o, "data").(type) {
	case name:
		w.data("Encoding", e)
	case dict:
		w.out = append(w.out, "/Encoding<<"...)
		w.data("BaseEncoding", e["BaseEncoding"])
		w.data("Differences", e["Differences"])
		w.out = append(w.out, '>', '>')
	case *stream:
		w.out = append(w.out, "/Encoding<<"...)
		w.data("WMode", e.dict["WMode"])
		if base, ok := w.get(e.dict["UseCMap"]).(name); ok {
			w.data("UseCMap", base)
		}
		w.streamEntry("Stream", e)
		w.out = append(w.out, '>', '>')
	}
}

// streamEntry writes the number of a stream, or a name that stands for one.
func (w *writer) streamEntry(k name, o object) {
	switch s := w.resolved(o, "data").(type) {
	case *stream:
		w.key(k)
		w.stream(s)
	case name:
		w.name(k)
		w.name(s)
	}
}

// data writes a number, a text or a list of them, if it is there.
func (w *writer) data(k name, o object) {
	if o = w.resolved(o, "data"); o != nil {
		w.key(k)
		w.value(o, 0)
	}
}

// numbers writes a long list of numbers as the text that it would be.
func (w *writer) numbers(k name, o object) {
	if o = w.resolved(o, "data"); o != nil {
		w.key(k)
		w.out = append(w.out, '(')
		w.value(o, 0)
		w.out = append(w.out, ')')
	}
}

// value writes an object and the lists in it; what goes deeper, or is no list, is null.
func (w *writer) value(o object, depth int) {
	const deepest = 3
	a, ok := o.(array)
	if !ok {
		w.scalar(o)
		return
	}
	w.out = append(w.out, '[')
	for _, o := range a {
		if depth == deepest || len(w.out) > maxCopy {
			break
		}
		w.out = append(w.out, ' ')
		w.value(w.resolved(o, "data"), depth+1)
	}
	w.out = append(w.out, ']')
}
