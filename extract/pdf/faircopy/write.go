package faircopy

import (
	"fmt"
	"slices"
	"strconv"
)

// writer puts the copy together.
type writer struct {
	*file
	out     []byte
	hidden  layers
	parts   list[part]
	fonts   list[typeface]
	streams list[*stream]
}

// list gives the things that the copy writes apart their numbers, from 0 on.
type list[T any] struct {
	all   []T
	known map[listed]int
}

// listed is what an object of the file is in the copy: a form, or resources, or neither.
type listed struct {
	object int64
	form   bool
}

// number returns the number of an object of the file; make is asked for one that has none yet. Objects
// without a number in the file, which are 0, are all taken for different ones.
func (l *list[T]) number(key listed, make func() T) int {
	if n, ok := l.known[key]; ok {
		return n
	}
	n := len(l.all)
	if key.object > 0 {
		if l.known == nil {
			l.known = map[listed]int{}
		}
		l.known[key] = n
	}
	l.all = append(l.all, make())
	return n
}

// maxCopy is the most bytes of a copy.
const maxCopy = 48 << 20

const (
	head = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"
	xref = "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root<</Pages["
)

func (f *file) write(pages []dict) (*Copy, error) {
	w := &writer{file: f, out: make([]byte, 0, 4096), hidden: f.hiddenLayers()}
	w.out = append(append(w.out, head...), xref...)
	for _, p := range pages {
		w.page(p)
		if err := w.full(); err != nil {
			return nil, err
		}
	}
	w.out = append(w.out, "]/Parts["...)
	for i := 0; i < len(w.parts.all); i++ { // parts name others
		w.part(w.parts.all[i])
		if err := w.full(); err != nil {
			return nil, err
		}
	}
	w.out = append(w.out, "]/Fonts["...)
	for _, one := range w.fonts.all {
		w.typeface(one)
		if err := w.full(); err != nil {
			return nil, err
		}
	}
	w.out = fmt.Appendf(w.out, "]>>>>\nstartxref\n%d\n%%%%EOF\n", len(head))
	c := &Copy{Bytes: w.out, Pages: len(pages), Mended: f.mended, missing: f.missing, cut: f.cut}
	c.budget = f.budget
	for _, s := range w.streams.all {
		c.list = append(c.list, &kept{packed: f.packing(s), object: s.number})
	}
	return c, nil
}

// full reports that the copy is as large as one may be, or that the time is over.
func (w *writer) full() error {
	if len(w.out) > maxCopy {
		return fmt.Errorf("%d bytes: %w", len(w.out), ErrTooLarge)
	}
	return w.ctx.Err()
}

// key begins an entry.
func (w *writer) key(k name) {
	w.name(k)
	w.out = append(w.out, ' ')
}

func (w *writer) index(n int) {
	w.out = strconv.AppendInt(w.out, int64(n), 10)
}

// stream keeps a stream for the copy and writes its number.
func (w *writer) stream(s *stream) {
	w.index(1 + w.streams.number(listed{object: s.number}, func() *stream { return s }))
}

// named goes through a dictionary of what pages name, in order.
func (w *writer) named(d dict, each func(k name, o object)) {
	const most = 5000 // fonts or forms of a page
	keys := sortedKeys(d)
	for _, k := range keys[:min(len(keys), most)] {
		each(k, d[k])
	}
}

func sortedKeys(d dict) []name {
	keys := make([]name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// resolved returns what an object stands for; what is needed and not there is noted once.
func (w *writer) resolved(o object, what string) object {
	r, isRef := o.(ref)
	found := w.get(o)
	if isRef && found == nil && what != "" && !slices.Contains(w.missing, missed(what, r.number)) {
		w.miss(r, what)
	}
	return found
}
