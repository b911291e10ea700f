package faircopy

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// target is an object of the file in a role; it becomes one object of the copy.
type target struct {
	number int64
	role   role
}

// writer puts the copy together. Objects 1 and 2 are the catalogue and the page tree.
type writer struct {
	*file
	out     []byte
	offsets []int // of object 1, 2, …
	numbers map[target]int
	queue   []target
	hidden  layers
	aside   []object // what is written as objects of their own, though it stands inside others in the file
}

// maxCopy is the most bytes of a copy.
const maxCopy = 192 << 20

// copyRoom is how many bytes are set aside for the copy of a file: what a file of text unpacks to, within
// reason. Room that is not used costs nothing, growing does.
func copyRoom(size int) int { return min(6*size+1<<16, maxCopy/3) }

const head = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"

func (f *file) write(pages []dict) (Copy, error) {
	w := &writer{file: f, out: make([]byte, 0, copyRoom(len(f.data))), numbers: map[target]int{}, hidden: f.hiddenLayers()}
	w.out = append(w.out, head...)
	w.tree(len(pages))
	for i, p := range pages {
		if err := w.full(); err != nil {
			return Copy{}, err
		}
		w.offsets[firstPage+i-1] = len(w.out)
		if err := w.page(firstPage+i, p); err != nil {
			return Copy{}, err
		}
	}
	if err := w.rest(); err != nil {
		return Copy{}, err
	}
	w.references()
	return Copy{Bytes: w.out, Pages: len(pages), Mended: f.mended, Cut: f.cut, Missing: f.missing}, nil
}

// firstPage is the number of the first page's object.
const firstPage = 3

// tree writes the catalogue and the list of pages, and keeps the numbers of the pages free.
func (w *writer) tree(pages int) {
	w.begin()
	w.out = append(w.out, "<</Type/Catalog/Pages 2 0 R>>\nendobj\n"...)
	w.begin()
	w.out = fmt.Appendf(w.out, "<</Type/Pages/Count %d/Kids[", pages)
	for i := range pages {
		w.reference(firstPage + i)
	}
	w.out = append(w.out, "]>>\nendobj\n"...)
	w.offsets = append(w.offsets, make([]int, pages)...)
}

// full reports that the copy is as large as one may be, or that the time is over.
func (w *writer) full() error {
	if len(w.out) > maxCopy {
		return fmt.Errorf("%d bytes: %w", len(w.out), ErrTooLarge)
	}
	return w.ctx.Err()
}

func (w *writer) begin() {
	w.offsets = append(w.offsets, len(w.out))
	w.definition(len(w.offsets))
}

func (w *writer) definition(number int) {
	w.out = strconv.AppendInt(w.out, int64(number), 10)
	w.out = append(w.out, " 0 obj\n"...)
}

func (w *writer) reference(number int) {
	w.out = append(w.out, ' ')
	w.out = strconv.AppendInt(w.out, int64(number), 10)
	w.out = append(w.out, " 0 R"...)
}

// number returns the number that a target has in the copy; a new one will be written later.
func (w *writer) number(t target) int {
	n, ok := w.numbers[t]
	if !ok {
		w.offsets = append(w.offsets, 0)
		n = len(w.offsets)
		w.numbers[t] = n
		w.queue = append(w.queue, t)
	}
	return n
}

// rest writes all objects that the pages lead to.
func (w *writer) rest() error {
	for i := 0; i < len(w.queue); i++ {
		if err := w.full(); err != nil {
			return err
		}
		t := w.queue[i]
		n := w.numbers[t]
		w.offsets[n-1] = len(w.out)
		w.definition(n)
		if err := w.body(ref{t.number, 0}, t.role); err != nil {
			return err
		}
		w.out = append(w.out, "\nendobj\n"...)
	}
	return nil
}

// needed names the roles of objects without which text is lost; what a lost form held is not known, and is
// mostly a picture.
var needed = map[role]string{
	data: "data", resources: "resources", fonts: "fonts", font: "font", descendant: "font", innerFont: "font",
}

// body writes the object that a reference of the file stands for.
func (w *writer) body(r ref, as role) error {
	if r.number < 0 {
		return w.value(w.aside[-1-r.number], as)
	}
	o := w.get(r)
	if s, ok := o.(*stream); ok {
		return w.stream(s, r, as)
	}
	if d, ok := o.(dict); ok && fontEntry[as] {
		o = w.slim(d)
	}
	if what := needed[as]; o == nil && what != "" {
		w.miss(r, what)
	}
	return w.value(o, as)
}

func (w *writer) stream(s *stream, r ref, as role) error {
	if as == form && !isName(w.get(s.dict["Subtype"]), "Form") {
		w.out = append(w.out, "<</Subtype/Image>>"...)
		return nil
	}
	if as == form && w.hides(s.dict["OC"]) {
		w.out = append(w.out, "<</Subtype/Form/Length 0>>stream\n\nendstream"...)
		return nil
	}
	w.out = append(w.out, "<</Length "...)
	length := len(w.out)
	w.out = append(w.out, "0000000000"...)
	if err := w.entries(s.dict, as); err != nil {
		return err
	}
	w.out = append(w.out, ">>stream\n"...)
	from := len(w.out)
	out, err := w.unfilterOnto(w.out, s)
	if errors.Is(err, ErrTooLarge) {
		return err
	}
	if err != nil {
		out = out[:from]
	}
	n := len(out) - from
	if err != nil || n == 0 && len(s.raw) > 32 {
		w.miss(r, "stream")
	}
	w.cut = w.cut || n >= maxStream
	w.out = append(out, "\nendstream"...)
	copy(w.out[length:], fmt.Sprintf("%010d", len(out)-from))
	return nil
}

// value writes an object in its role. References are followed later, each target once.
func (w *writer) value(o object, as role) error {
	switch v := o.(type) {
	case ref:
		w.reference(w.number(target{v.number, w.refine(v, as)}))
	case laidAside:
		w.reference(w.number(target{int64(v), as}))
	case dict:
		as = w.refine(v, as)
		w.out = append(w.out, "<<"...)
		if err := w.entries(v, as); err != nil {
			return err
		}
		w.out = append(w.out, ">>"...)
	case array:
		return w.array(v, as)
	case *stream: // only indirect objects are streams
		w.out = append(w.out, "null"...)
	default:
		w.scalar(v)
	}
	return nil
}

func (w *writer) array(a array, as role) error {
	if as == color {
		w.space(a)
		return nil
	}
	w.out = append(w.out, '[')
	for _, o := range a {
		w.out = append(w.out, ' ')
		if err := w.value(o, as); err != nil {
			return err
		}
	}
	w.out = append(w.out, ']')
	return nil
}

func (w *writer) entries(d dict, as role) error {
	const most = 5000 // fonts or forms of a page
	keys := sortedKeys(d)
	for _, k := range keys[:min(len(keys), most)] {
		entry, ok := entryRole(as, k)
		if !ok {
			continue
		}
		w.name(k)
		w.out = append(w.out, ' ')
		if err := w.entry(as, k, d[k], entry); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys(d dict) []name {
	keys := make([]name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// entry writes one value; the fonts of graphics states stand in arrays: [font size].
func (w *writer) entry(as role, k name, o object, entry role) error {
	if as == state && k == "Font" {
		if a := w.file.array(o); len(a) == 2 {
			w.out = append(w.out, '[')
			err := w.value(a[0], font)
			w.out = append(w.out, ' ')
			w.scalar(w.get(a[1]))
			w.out = append(w.out, ']')
			return err
		}
	}
	if as == resources && k == "Properties" {
		w.marks(o)
		return nil
	}
	return w.value(o, entry)
}

// references writes the table of cross-references and the trailer.
func (w *writer) references() {
	start := len(w.out)
	w.out = fmt.Appendf(w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, at := range w.offsets {
		w.out = fmt.Appendf(w.out, "%010d 00000 n \n", at)
	}
	w.out = fmt.Appendf(w.out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(w.offsets)+1, start)
}
