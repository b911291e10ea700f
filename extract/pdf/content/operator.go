package content

import "fuhe/extract/pdf/token"

// operator is what an operator does, and how many numbers it needs.
type operator struct {
	name    string
	numbers int
	do      func(d *drawing, n []float64)
}

// operators finds an operator by its name. Most names have one or two letters and are looked up by them:
// a page has tens of thousands of operators.
type operators struct {
	short [1 << 14]uint8 // by both letters: the index in list, plus one
	list  []operator
	long  []operator
}

func newOperators() *operators {
	all := &operators{list: make([]operator, 0, 64)}
	for _, group := range [][]operator{
		stateOperators(), pathOperators(), paintOperators(), colorOperators(), textOperators(), markOperators(),
	} {
		for _, o := range group {
			all.add(o)
		}
	}
	return all
}

func (all *operators) add(o operator) {
	at, ok := shortName([]byte(o.name))
	if !ok {
		all.long = append(all.long, o)
		return
	}
	all.list = append(all.list, o)
	all.short[at] = uint8(len(all.list))
}

// shortName is the place of a name of one or two ASCII letters.
func shortName(name []byte) (int, bool) {
	switch {
	case len(name) == 1 && name[0] < 0x80:
		return int(name[0]) << 7, true
	case len(name) == 2 && name[0]|name[1] < 0x80:
		return int(name[0])<<7 | int(name[1]), true
	}
	return 0, false
}

// find returns an operator, or nil.
func (all *operators) find(name []byte) *operator {
	if at, ok := shortName(name); ok {
		if i := all.short[at]; i > 0 {
			return &all.list[i-1]
		}
		return nil
	}
	for i := range all.long {
		if all.long[i].name == string(name) {
			return &all.long[i]
		}
	}
	return nil
}

// The operators that change what text and lines are drawn (ISO 32000-1, annex A).

// stateOperators change or save the graphics state, or draw an external object.
func stateOperators() []operator {
	return []operator{
		{"q", 0, func(d *drawing, _ []float64) { d.save() }},
		{"Q", 0, func(d *drawing, _ []float64) { d.restore() }},
		{"cm", 6, func(d *drawing, n []float64) { d.state.ctm = d.state.ctm.after(sixNumbers(n)) }},
		{"w", 1, func(d *drawing, n []float64) { d.state.lineWidth = n[0] }},
		{"gs", 0, (*drawing).graphicsState},
		{"Do", 0, (*drawing).external},
	}
}

// pathOperators build a path.
func pathOperators() []operator {
	return []operator{
		{"m", 2, func(d *drawing, n []float64) { d.path.move(d.state.ctm.apply(n[0], n[1])) }},
		{"l", 2, func(d *drawing, n []float64) { d.path.line(d.state.ctm.apply(n[0], n[1])) }},
		{"c", 6, func(d *drawing, n []float64) { d.curve(n[:4], n[4], n[5]) }},
		{"v", 4, func(d *drawing, n []float64) { d.curve(n[:2], n[2], n[3]) }},
		{"y", 4, func(d *drawing, n []float64) { d.curve(n[:2], n[2], n[3]) }},
		{"h", 0, func(d *drawing, _ []float64) { d.path.close() }},
		{"re", 4, func(d *drawing, n []float64) { d.path.rectangle(d.state.ctm, n[0], n[1], n[2], n[3]) }},
	}
}

// paintOperators end a path.
func paintOperators() []operator {
	return []operator{
		{"S", 0, func(d *drawing, _ []float64) { d.paint(false, true) }},
		{"s", 0, func(d *drawing, _ []float64) { d.path.close(); d.paint(false, true) }},
		{"f", 0, func(d *drawing, _ []float64) { d.paint(true, false) }},
		{"F", 0, func(d *drawing, _ []float64) { d.paint(true, false) }},
		{"f*", 0, func(d *drawing, _ []float64) { d.paint(true, false) }},
		{"B", 0, func(d *drawing, _ []float64) { d.paint(true, true) }},
		{"B*", 0, func(d *drawing, _ []float64) { d.paint(true, true) }},
		{"b", 0, func(d *drawing, _ []float64) { d.path.close(); d.paint(true, true) }},
		{"b*", 0, func(d *drawing, _ []float64) { d.path.close(); d.paint(true, true) }},
		{"n", 0, func(d *drawing, _ []float64) { d.paint(false, false) }},
		{"W", 0, func(d *drawing, _ []float64) { d.clipNext = true }},
		{"W*", 0, func(d *drawing, _ []float64) { d.clipNext = true }},
	}
}

// colorOperators choose colours.
func colorOperators() []operator {
	return []operator{
		{"g", 1, func(d *drawing, n []float64) { d.state.fill = gray.shade(n) }},
		{"G", 1, func(d *drawing, n []float64) { d.state.stroke = gray.shade(n) }},
		{"rg", 3, func(d *drawing, n []float64) { d.state.fill = rgb.shade(n) }},
		{"RG", 3, func(d *drawing, n []float64) { d.state.stroke = rgb.shade(n) }},
		{"k", 4, func(d *drawing, n []float64) { d.state.fill = cmyk.shade(n) }},
		{"K", 4, func(d *drawing, n []float64) { d.state.stroke = cmyk.shade(n) }},
		{"cs", 0, func(d *drawing, _ []float64) { d.state.fill = d.chosenSpace() }},
		{"CS", 0, func(d *drawing, _ []float64) { d.state.stroke = d.chosenSpace() }},
		{"sc", 0, func(d *drawing, _ []float64) { d.shade(&d.state.fill) }},
		{"scn", 0, func(d *drawing, _ []float64) { d.shade(&d.state.fill) }},
		{"SC", 0, func(d *drawing, _ []float64) { d.shade(&d.state.stroke) }},
		{"SCN", 0, func(d *drawing, _ []float64) { d.shade(&d.state.stroke) }},
	}
}

// textOperators set and show text.
func textOperators() []operator {
	return []operator{
		{"BT", 0, func(d *drawing, _ []float64) { d.text = newText() }},
		{"Tf", 1, func(d *drawing, n []float64) { d.setFont(n[0]) }},
		{"Tc", 1, func(d *drawing, n []float64) { d.state.charSpace = n[0] }},
		{"Tw", 1, func(d *drawing, n []float64) { d.state.wordSpace = n[0] }},
		{"Tz", 1, func(d *drawing, n []float64) { d.state.stretch = n[0] / 100 }},
		{"TL", 1, func(d *drawing, n []float64) { d.state.leading = n[0] }},
		{"Ts", 1, func(d *drawing, n []float64) { d.state.rise = n[0] }},
		{"Tr", 1, func(d *drawing, n []float64) { d.state.mode = int(n[0]) }},
		{"Td", 2, func(d *drawing, n []float64) { d.text.move(n[0], n[1]) }},
		{"TD", 2, func(d *drawing, n []float64) { d.state.leading = -n[1]; d.text.move(n[0], n[1]) }},
		{"Tm", 6, func(d *drawing, n []float64) { d.text.set(sixNumbers(n)) }},
		{"T*", 0, func(d *drawing, _ []float64) { d.nextLine() }},
		{"Tj", 0, func(d *drawing, _ []float64) { d.showLast() }},
		{"TJ", 0, func(d *drawing, _ []float64) { d.showArray() }},
		{"'", 0, func(d *drawing, _ []float64) { d.nextLine(); d.showLast() }},
		{`"`, 0, func(d *drawing, _ []float64) { d.showSpaced() }},
	}
}

// markOperators mark what a text is.
func markOperators() []operator {
	return []operator{
		{"BDC", 0, func(d *drawing, _ []float64) { d.beginMarked(actualText(d.operands)) }},
		{"BMC", 0, func(d *drawing, _ []float64) { d.beginMarked(nil) }},
		{"EMC", 0, func(d *drawing, _ []float64) { d.endMarked() }},
	}
}

func sixNumbers(n []float64) matrix { return matrix{n[0], n[1], n[2], n[3], n[4], n[5]} }

// lastName is the last operand if it is a name.
func (d *drawing) lastName() (string, bool) {
	if n := len(d.operands); n > 0 && d.operands[n-1].Kind == token.Name {
		return string(d.operands[n-1].Bytes), true
	}
	return "", false
}
