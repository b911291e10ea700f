package faircopy

// layers are the optional contents that a viewer does not show when it opens the file (ISO 32000-1, 8.11).
type layers map[int64]bool

// hiddenLayers reads the default configuration: which groups are off.
func (f *file) hiddenLayers() layers {
	const most = 10_000
	properties := f.dict(f.dict(f.trailer["Root"])["OCProperties"])
	usual := f.dict(properties["D"])
	hidden := layers{}
	mark := func(list array, off bool) {
		for _, o := range list[:min(len(list), most)] {
			if r, ok := o.(ref); ok && off {
				hidden[r.number] = true
			} else if ok {
				delete(hidden, r.number)
			}
		}
	}
	if isName(f.get(usual["BaseState"]), "OFF") {
		mark(f.array(properties["OCGs"]), true)
		mark(f.array(usual["ON"]), false)
	}
	mark(f.array(usual["OFF"]), true)
	return hidden
}

// hides reports whether what belongs to a group, or to several with a rule, is not shown.
func (w *writer) hides(o object) bool {
	if len(w.hidden) == 0 || o == nil {
		return false
	}
	if r, ok := o.(ref); ok && w.hidden[r.number] {
		return true
	}
	d := w.dict(o)
	if !isName(w.get(d["Type"]), "OCMD") {
		return false
	}
	on, off := 0, 0
	groups := w.file.array(d["OCGs"])
	if r, ok := d["OCGs"].(ref); ok && groups == nil {
		groups = array{r}
	}
	for _, g := range groups {
		if r, ok := g.(ref); ok && w.hidden[r.number] {
			off++
		} else if ok {
			on++
		}
	}
	switch w.file.name(d["P"]) {
	case "AllOn":
		return off > 0
	case "AnyOff":
		return off == 0 && on > 0
	case "AllOff":
		return on > 0
	}
	return on == 0 && off > 0
}
