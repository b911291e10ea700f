package content

import (
	"github.com/ledongthuc/pdf"

	"fuhe/extract/document"
	"fuhe/extract/pdf/font"
)

// frame is what a page or a form may name: its resources, read once.
type frame struct {
	resources pdf.Value
	outer     *frame
	fonts     map[string]*font.Font // this and the next: nil until one is asked for
	externals map[string]*external
	states    map[string]stateFont
	spaces    map[string]space
	floor     int    // how many states were saved outside
	identity  string // of the form, or "" for the page
}

// external is a form or a picture.
type external struct {
	picture  bool
	identity string
	contents []byte
	matrix   matrix
	box      document.Box
	boxed    bool
	frame    *frame
}

func newFrame(resources pdf.Value, outer *frame) *frame {
	return &frame{resources: resources, outer: outer}
}

// keep puts a value into a map, which is made if there is none.
func keep[T any](m map[string]T, name string, value T) map[string]T {
	if m == nil {
		m = map[string]T{}
	}
	m[name] = value
	return m
}

// font finds a font by its name here; forms without resources of their own use those outside.
func (f *frame) font(name []byte, shelf *font.Shelf) *font.Font {
	if known, ok := f.fonts[string(name)]; ok {
		return known
	}
	found := f.lookFont(string(name), shelf)
	f.fonts = keep(f.fonts, string(name), found)
	return found
}

func (f *frame) lookFont(name string, shelf *font.Shelf) *font.Font {
	var found *font.Font
	if v := f.resources.Key("Font").Key(name); v.Kind() == pdf.Dict {
		found = shelf.Font(v)
	} else if f.outer != nil {
		found = f.outer.font([]byte(name), shelf)
	}
	return found
}

func (f *frame) external(name []byte) *external {
	if known, ok := f.externals[string(name)]; ok {
		return known
	}
	var found *external
	if v := f.resources.Key("XObject").Key(string(name)); !v.IsNull() {
		found = readExternal(v, f)
	} else if f.outer != nil {
		found = f.outer.external(name)
	}
	f.externals = keep(f.externals, string(name), found)
	return found
}

// stateFont is the font of an external graphics state.
func (f *frame) stateFont(name []byte, shelf *font.Shelf) stateFont {
	set, known := f.states[string(name)]
	if !known {
		if v := f.resources.Key("ExtGState").Key(string(name)).Key("Font"); v.Len() == 2 {
			set = stateFont{shelf.Font(v.Index(0)), v.Index(1).Float64()}
		}
		f.states = keep(f.states, string(name), set)
	}
	return set
}

func readExternal(v pdf.Value, outer *frame) *external {
	if v.Kind() != pdf.Stream {
		return &external{picture: true}
	}
	x := &external{
		identity: v.String(), contents: appendStream(nil, v), matrix: readMatrix(v.Key("Matrix")),
		frame: newFrame(v.Key("Resources"), outer),
	}
	x.box, x.boxed = readBox(v.Key("BBox"))
	return x
}

// external runs a form, or counts a picture.
func (d *drawing) external() {
	name, ok := d.lastName()
	if !ok {
		return
	}
	x := d.frame.external(name)
	if x == nil {
		return
	}
	if x.picture {
		d.picture()
		return
	}
	d.form(x, x.matrix)
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

// form runs a form in a state of its own. A form that is being run is not run in itself.
func (d *drawing) form(x *external, m matrix) {
	if d.depth >= maxDepth || d.frame.running(x.identity) {
		return
	}
	outer, text, operands, numbers := d.frame, d.text, d.operands, d.numbers
	d.operands, d.numbers = nil, nil
	d.save()
	d.depth++
	inner := x.frame
	inner.floor, inner.outer, inner.identity = len(d.saved), outer, x.identity
	d.frame = inner
	d.state.ctm = d.state.ctm.after(m)
	if x.boxed {
		d.clipTo(d.state.ctm.bounds(x.box.X0, x.box.Y0, x.box.X1, x.box.Y1))
	}
	d.run(x.contents)
	d.depth--
	d.frame, d.text, d.operands, d.numbers = outer, text, operands, numbers
	d.leave(inner.floor)
}

// running reports whether a form is being run here or further out.
func (f *frame) running(identity string) bool {
	for ; f != nil; f = f.outer {
		if f.identity == identity && identity != "" {
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
		v := a.Key("AP")
		if !ok || v.Kind() != pdf.Stream || d.sheet.Cut {
			continue
		}
		x := readExternal(v, d.frame)
		shown := x.matrix.bounds(x.box.X0, x.box.Y0, x.box.X1, x.box.Y1)
		if !x.boxed || shown.Width() <= 0 || shown.Height() <= 0 {
			continue
		}
		sx, sy := rectangle.Width()/shown.Width(), rectangle.Height()/shown.Height()
		fit := matrix{a: sx, d: sy, e: rectangle.X0 - sx*shown.X0, f: rectangle.Y0 - sy*shown.Y0}
		d.saved, d.unsaved = d.saved[:0], 0
		d.state = newState(base)
		d.form(x, fit.after(x.matrix))
	}
}
