package content

import (
	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
)

// frame is a page or a form that is being run, in the page or form that runs it.
type frame struct {
	*resources
	outer *frame
	form  *form // nil for the page
	floor int   // how many states were saved outside
}

// form is a form of the document.
type form struct {
	contents  []byte
	matrix    matrix
	box       document.Box
	boxed     bool
	resources *resources
}

// form returns a form by its number among the parts, read once.
func (p *Press) form(number int) *form {
	if number < 0 || number >= len(p.forms) {
		return nil
	}
	if p.forms[number] == nil {
		v := p.parts.Index(number)
		f := &form{matrix: readMatrix(v.Key("Matrix")), resources: p.resourcesOf(v)}
		f.box, f.boxed = readBox(v.Key("BBox"))
		if stream := v.Key("Stream"); !stream.IsNull() {
			f.contents = p.unpack(nil, stream.Int64())
		}
		p.forms[number] = f
	}
	return p.forms[number]
}

// named returns what a name stands for: a form, or a picture. It is not ok if it stands for nothing.
func (d *drawing) named(name []byte) (found *form, ok bool) {
	for f := d.frame; f != nil; f = f.outer {
		switch v := f.value.Key("XObject").Key(string(name)); v.Kind() {
		case pdf.Integer:
			found = d.form(int(v.Int64()))
			return found, found != nil
		case pdf.Name:
			return nil, true
		}
	}
	return nil, false
}

// external runs a form, or counts a picture.
func (d *drawing) external() {
	name, ok := d.lastName()
	if !ok {
		return
	}
	switch x, ok := d.named(name); {
	case x != nil:
		d.runForm(x, x.matrix)
	case ok:
		d.picture()
	}
}

// picture counts a picture; one drawn as thin as a rule is a rule.
func (d *drawing) picture() {
	if d.off > 0 {
		return
	}
	b := d.state.ctm.bounds(0, 0, 1, 1)
	if min(b.Width(), b.Height()) <= thin && max(b.Width(), b.Height()) >= long && finite(b) {
		saved := d.state.fill
		d.state.fill = black
		d.area(b)
		d.state.fill = saved
		return
	}
	d.sheet.Images++
}

// runForm runs a form in a state of its own. A form that is being run is not run in itself.
func (d *drawing) runForm(x *form, m matrix) {
	if d.depth >= maxDepth || d.frame.running(x) {
		return
	}
	outer, text, operands, numbers := d.frame, d.text, d.operands, d.numbers
	d.operands, d.numbers = operands[len(operands):], numbers[len(numbers):] // those outside are still needed
	d.save()
	d.depth++
	d.frame = &frame{resources: x.resources, outer: outer, form: x, floor: len(d.saved)}
	d.state.ctm = d.state.ctm.after(m)
	if x.boxed {
		d.clipTo(d.state.ctm.bounds(x.box.X0, x.box.Y0, x.box.X1, x.box.Y1))
	}
	d.run(x.contents)
	d.depth--
	floor := d.frame.floor
	d.frame, d.text, d.operands, d.numbers = outer, text, operands, numbers
	d.leave(floor)
}

// running reports whether a form is being run here or further out.
func (f *frame) running(x *form) bool {
	for ; f != nil; f = f.outer {
		if f.form == x {
			return true
		}
	}
	return false
}

// leave drops the states that a form saved and did not restore, and restores the one outside it.
func (d *drawing) leave(floor int) {
	d.saved = d.saved[:min(len(d.saved), floor)]
	d.unsaved = 0
	d.restore()
}

// annotations draws what annotations show: the form's box, moved by its matrix, fits the rectangle
// (ISO 32000-1, algorithm 8.1).
func (d *drawing) annotations(list pdf.Value, base matrix) {
	for i := range list.Len() {
		a := list.Index(i)
		rectangle, ok := readBox(a.Key("Rect"))
		x := d.form(int(a.Key("AP").Int64()))
		if !ok || x == nil || d.sheet.Cut {
			continue
		}
		shown := x.matrix.bounds(x.box.X0, x.box.Y0, x.box.X1, x.box.Y1)
		if !x.boxed || shown.Width() <= 0 || shown.Height() <= 0 {
			continue
		}
		sx, sy := rectangle.Width()/shown.Width(), rectangle.Height()/shown.Height()
		fit := matrix{a: sx, d: sy, e: rectangle.X0 - sx*shown.X0, f: rectangle.Y0 - sy*shown.Y0}
		d.saved, d.unsaved = d.saved[:0], 0
		d.state = newState(base)
		d.runForm(x, fit.after(x.matrix))
	}
}
