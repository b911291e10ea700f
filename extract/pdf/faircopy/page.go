package faircopy

import "fmt"

// inheritable are the entries that a page takes from the nodes above it (ISO 32000-1, table 30).
var inheritable = []name{"Resources", "MediaBox", "CropBox", "Rotate"}

// node is a place in the page tree with what it hands down.
type node struct {
	object object
	above  dict
	depth  int
}

// pages returns the dictionaries of the pages in order, each with what it inherits. When the tree leads
// to none, the whole file is read for pages.
func (f *file) pages() ([]dict, error) {
	found, err := f.walk()
	if err == nil && len(found) == 0 && !f.mended && f.rebuild() == nil {
		found, err = f.walk()
	}
	if err == nil && len(found) == 0 {
		found, err = f.loosePages()
	}
	if err == nil && len(found) == 0 {
		err = ErrNoPages
	}
	if f.ctx.Err() != nil {
		err = f.ctx.Err()
	}
	return found, err
}

// walk goes through the page tree; a node is entered once.
func (f *file) walk() ([]dict, error) {
	var found []dict
	seen := map[ref]bool{}
	stack := []node{{object: f.dict(f.trailer["Root"])["Pages"]}}
	for len(stack) > 0 && f.ctx.Err() == nil {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		d := f.dict(n.object)
		if d == nil {
			f.miss(n.object, "page")
			continue
		}
		if _, inner := d["Kids"]; inner && !isName(f.get(d["Type"]), "Page") {
			stack = append(stack, f.kids(n, d, seen)...)
			continue
		}
		found = append(found, f.inherit(d, n.above))
		if len(found) > f.limits.Pages {
			return nil, fmt.Errorf("%d pages: %w", len(found), ErrTooLarge)
		}
	}
	return found, nil
}

// kids returns the nodes below one, the last first, as a stack wants them.
func (f *file) kids(n node, d dict, seen map[ref]bool) []node {
	if r, ok := n.object.(ref); ok {
		if seen[r] {
			return nil
		}
		seen[r] = true
	}
	if n.depth > f.limits.Nesting {
		return nil
	}
	above := f.inherit(d, n.above)
	const spare = 1000 // for those that turn out to be nothing
	list := f.array(d["Kids"])
	list = list[:min(len(list), f.limits.Pages+spare)]
	below := make([]node, 0, len(list))
	for i := len(list) - 1; i >= 0; i-- {
		below = append(below, node{list[i], above, n.depth + 1})
	}
	return below
}

// inherit returns the entries of a page that matter, with those from above where it has none.
func (f *file) inherit(d, above dict) dict {
	page := dict{"Contents": d["Contents"], "Annots": d["Annots"], "UserUnit": d["UserUnit"]}
	for _, key := range inheritable {
		if page[key] = d[key]; f.get(d[key]) == nil {
			page[key] = above[key]
		}
	}
	return page
}

// loosePages finds pages that no tree leads to, in the order of their numbers.
func (f *file) loosePages() ([]dict, error) {
	var found []dict
	for _, number := range f.entries.numbers() {
		d, ok := f.load(number).(dict)
		if !ok || !isName(f.get(d["Type"]), "Page") {
			continue
		}
		found = append(found, f.inherit(d, f.inherit(f.dict(d["Parent"]), nil)))
		if len(found) > f.limits.Pages {
			return nil, fmt.Errorf("%d pages: %w", len(found), ErrTooLarge)
		}
	}
	return found, nil
}

// miss notes that something which a page needs is not there.
func (f *file) miss(o object, what string) {
	if r, ok := o.(ref); ok {
		f.missing = appendMissing(f.missing, missed(what, r.number))
	}
}

func missed(what string, object int64) string { return fmt.Sprintf("%s in object %d", what, object) }

// appendMissing adds what is missing to a list, within reason.
func appendMissing(missing []string, what string) []string {
	const most = 20
	if len(missing) >= most {
		return missing
	}
	return append(missing, what)
}
