package rulebook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"fuhe/normalize/lexicon"
)

// Shelf holds the books, in the order of their ids, and the places that tell which is for which unit.
type Shelf struct {
	books  []*Book
	places places
	rows   map[string][]string // the keys of the rows that each book prescribes, by its id
}

// Load returns the program's own books, those of the folder books. They are written down as Go values in
// shelved.go, for a run looks at one or two and decoding all takes as long as judging a report.
func Load() (*Shelf, error) { return shelfOf(shelved()) }

// LoadFrom reads every .yaml file of the folder as a book; a file is named for its book's id. It holds
// the keys to those that are known; Check tells all there is to say of a book. Its error is a mistake in a
// book, told with the file's name.
func LoadFrom(dir fs.FS) (*Shelf, error) {
	names, err := fs.Glob(dir, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("rulebooks: %w", err)
	}
	r := reader{dir: dir, done: map[string]*Book{}}
	var all []*Book
	for _, name := range names {
		b, err := r.book(strings.TrimSuffix(path.Base(name), ".yaml"), nil)
		if err != nil {
			return nil, fmt.Errorf("rulebook %s: %w", name, err)
		}
		all = append(all, b)
	}
	return shelfOf(all)
}

func shelfOf(all []*Book) (*Shelf, error) {
	s := &Shelf{books: all, places: readPlaces(), rows: map[string][]string{}}
	for _, b := range all {
		for _, row := range b.Rows {
			s.rows[b.ID] = append(s.rows[b.ID], lexicon.Key(row.Name))
		}
	}
	if s.Default() == nil {
		return nil, errors.New("rulebooks: no default book")
	}
	return s, nil
}

// reader decodes books, each once however many others extend it.
type reader struct {
	dir  fs.FS
	done map[string]*Book
}

// book decodes the book over the one it extends, so that what it leaves out stays as inherited.
func (r reader) book(id string, below []string) (*Book, error) {
	if b := r.done[id]; b != nil {
		return b, nil
	}
	if slices.Contains(below, id) {
		return nil, fmt.Errorf("extends itself: %s", strings.Join(append(below, id), " → "))
	}
	data, err := fs.ReadFile(r.dir, id+".yaml")
	if err != nil {
		return nil, err
	}
	var above *Book
	parent := headValue(data, "extends")
	if parent != "" {
		if above, err = r.book(parent, append(below, id)); err != nil {
			return nil, err
		}
	}
	b := above.heir()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(b); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case b.ID != id:
		return nil, fmt.Errorf("id %q does not match the file's name", b.ID)
	case b.Extends != parent:
		return nil, fmt.Errorf("extends %q has to stand on a line of its own", b.Extends)
	}
	r.done[id] = b
	return b, nil
}

// heir is the book that one building on b begins with: b without what is not inherited, or an empty book
// for none. A plain copy is enough: decoding replaces lists, it never writes into them.
func (b *Book) heir() *Book {
	if b == nil {
		return &Book{}
	}
	n := *b
	n.ID, n.Extends, n.Evidence, n.Match = "", "", "", Match{}
	return &n
}

// headValue is the plain value of a key of the outermost level: the parent of a book has to be known
// before the book is decoded over it.
func headValue(data []byte, key string) string {
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(line, key+":"); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// Book returns the book with the id; ok is false if there is none.
func (s *Shelf) Book(id string) (b *Book, ok bool) {
	for _, b := range s.books {
		if b.ID == id {
			return b, true
		}
	}
	return nil, false
}

// All returns the books in the order of their ids.
func (s *Shelf) All() []*Book { return slices.Clone(s.books) }

// IDs are the ids of all books, in order.
func (s *Shelf) IDs() []string {
	var ids []string
	for _, b := range s.books {
		ids = append(ids, b.ID)
	}
	return ids
}

// Default is the book to fall back on.
func (s *Shelf) Default() *Book {
	for _, b := range s.books {
		if b.Match.Default {
			return b
		}
	}
	return nil
}
