package rulebook

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed books/*.yaml
var books embed.FS

// Shelf holds the books, in the order of their ids.
type Shelf struct{ books []*Book }

// Load reads the embedded books. Its error is a mistake in a book, told with the file's name.
func Load() (*Shelf, error) {
	sub, err := fs.Sub(books, "books")
	if err != nil {
		return nil, fmt.Errorf("rulebooks: %w", err)
	}
	return LoadFrom(sub)
}

// LoadFrom reads every .yaml file of the folder as a book; a file is named for its book's id.
func LoadFrom(dir fs.FS) (*Shelf, error) {
	names, err := fs.Glob(dir, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("rulebooks: %w", err)
	}
	s, r := &Shelf{}, reader{dir: dir, done: map[string]*Book{}}
	for _, name := range names {
		b, err := r.book(strings.TrimSuffix(path.Base(name), ".yaml"), nil)
		if err == nil {
			err = b.valid()
		}
		if err != nil {
			return nil, fmt.Errorf("rulebook %s: %w", name, err)
		}
		s.books = append(s.books, b)
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

// book decodes the book over the one it extends, so that what it leaves out stays as inherited. A copy
// of the parent is enough: decoding replaces lists, it never writes into them.
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
	var b Book
	parent := headValue(data, "extends")
	if parent != "" {
		above, err := r.book(parent, append(below, id))
		if err != nil {
			return nil, err
		}
		b = *above
	}
	b.ID, b.Extends, b.Match = "", "", Match{}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&b); err != nil {
		return nil, err
	}
	switch {
	case b.ID != id:
		return nil, fmt.Errorf("id %q does not match the file's name", b.ID)
	case b.Extends != parent:
		return nil, fmt.Errorf("extends %q has to stand on a line of its own", b.Extends)
	}
	r.done[id] = &b
	return &b, nil
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

// Default is the book to fall back on.
func (s *Shelf) Default() *Book {
	for _, b := range s.books {
		if b.Match.Default {
			return b
		}
	}
	return nil
}
