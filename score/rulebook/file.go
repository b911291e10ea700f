package rulebook

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Open returns the text of a file. Reading files is the caller's: this package opens none.
type Open func(name string) ([]byte, error)

// Limits of a book's own files: no real one comes near them.
const (
	fileLimit  = 1 << 20 // bytes
	chainLimit = 16      // files that build on one another
)

// Own reads a book from a file of the user's own, which may build on a book of the shelf, or, with a path
// that begins with ./ or ends with .yaml, on another file, seen from its own folder. Its error is either
// Problems, all that is wrong with the files, or what open returned.
func (s *Shelf) Own(name string, open Open) (*Book, error) {
	r := ownReader{shelf: s, open: open}
	b, err := r.book(filepath.Clean(name), nil)
	if err != nil {
		return nil, err
	}
	if len(r.problems) > 0 {
		slices.SortStableFunc(r.problems, func(a, b Problem) int {
			return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		return nil, r.problems
	}
	return b, nil
}

// ownReader reads a chain of files that build on one another.
type ownReader struct {
	shelf    *Shelf
	open     Open
	problems Problems
}

// book reads one file over the one it extends. Without an error the book may still be nil: then its
// problems are noted.
func (r *ownReader) book(name string, below []string) (*Book, error) {
	data, err := r.open(name)
	if err != nil {
		return nil, err
	}
	w := walker{file: name}
	root := w.document(data)
	if root == nil {
		r.problems = append(r.problems, w.problems...)
		return nil, nil
	}
	w.value(root, reflect.TypeFor[Book](), "")
	misfits := w.problems
	above, err := r.parent(&w, root, name, below)
	r.problems = append(r.problems, w.problems...)
	if err != nil || len(w.problems) > len(misfits) || above == nil && child(root, "extends") != nil {
		return nil, err
	}
	b := above.heir()
	b.Name, b.Clause = Book{}.Name, Book{}.Clause
	if err := root.Decode(b); err != nil && len(misfits) == 0 {
		w = walker{file: name}
		w.broken(err)
		r.problems = append(r.problems, w.problems...)
		return nil, nil
	}
	b.settle(name, above)
	r.judge(b, name, root, misfits)
	return b, nil
}

// settle fills in what a file may leave out.
func (b *Book) settle(name string, above *Book) {
	if b.ID == "" {
		b.ID = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	if b.Evidence == "" {
		b.Evidence = Read
	}
	if b.Name.EN == "" {
		b.Name.EN = b.Name.ZH
	}
	if b.Clause == (Book{}).Clause {
		b.Clause = b.Name
	}
	if b.Clause.EN == "" {
		b.Clause.EN = b.Clause.ZH
	}
	b.bilingual(above)
}

// judge holds the merged book to what a book has to be, and tells each flaw at its place in the file.
// Sections that were not read in full are left alone.
func (r *ownReader) judge(b *Book, name string, root *yaml.Node, misfits Problems) {
	unread := map[string]bool{}
	for _, p := range misfits {
		unread[section(p.Path)] = true
	}
	flaws := b.flaws()
	if _, taken := r.shelf.Book(b.ID); taken {
		flaws = append(flaws, flawed("id", "编号 %s 已被自带的评分规则占用", "the id %s is taken by a book that comes with the program", b.ID))
	}
	for _, f := range flaws {
		if unread[section(f.path)] {
			continue
		}
		n := at(root, f.path)
		r.problems = append(r.problems, Problem{File: name, Line: max(n.Line, 1), Column: max(n.Column, 1), Path: f.path, Says: f.says})
	}
}

// section is the outermost key of a path.
func section(path string) string {
	if end := strings.IndexAny(path, ".["); end >= 0 {
		return path[:end]
	}
	return path
}

// parent is the book that the file builds on; nil for none, and where it has problems.
func (r *ownReader) parent(w *walker, root *yaml.Node, name string, below []string) (*Book, error) {
	n := child(root, "extends")
	if n == nil || n.Kind != yaml.ScalarNode || n.Value == "" {
		return nil, nil
	}
	if !isFile(n.Value) {
		b, ok := r.shelf.Book(n.Value)
		if !ok {
			w.unknownBook(n, r.shelf.IDs())
		}
		return b, nil
	}
	next := filepath.Join(filepath.Dir(name), filepath.FromSlash(n.Value))
	chain := append(slices.Clone(below), name)
	if slices.Contains(chain, next) || len(chain) > chainLimit {
		w.note(n, "extends", "循环引用：%s", "it builds on itself: %s", strings.Join(append(chain, next), " → "))
		return nil, nil
	}
	found := len(r.problems)
	b, err := r.book(next, chain)
	if err != nil {
		w.note(n, "extends", "无法读取 %s", "cannot read %s", next)
		return nil, nil
	}
	if len(r.problems) > found {
		return nil, nil
	}
	return b, nil
}

// isFile tells a file from an id.
func isFile(text string) bool {
	return strings.ContainsAny(text, `/\`) || strings.HasSuffix(text, ".yaml") || strings.HasSuffix(text, ".yml")
}

// IsFile reports whether what was asked for as a rulebook is a file and not an id.
func IsFile(text string) bool { return isFile(text) }

func (w *walker) unknownBook(n *yaml.Node, ids []string) {
	if near := nearest(n.Value, ids); near != "" {
		w.note(n, "extends", "没有 %q 这份评分规则，是否指 %s？", "no rulebook %q; was %s meant?", n.Value, near)
		return
	}
	w.note(n, "extends", "没有 %[1]q 这份评分规则，可用的有：%[2]s；文件请以 ./ 开头", "no rulebook %q; there are: %[3]s; a file begins with ./", n.Value, strings.Join(ids, "、"), strings.Join(ids, ", "))
}

// document is the one mapping that a file holds; nil with a problem noted if there is none.
func (w *walker) document(data []byte) *yaml.Node {
	if len(data) > fileLimit {
		w.note(&yaml.Node{}, "", "文件超过1MB，不是评分规则", "the file is over 1 MB: no rulebook")
		return nil
	}
	var doc, more yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	err := dec.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF), err == nil && len(doc.Content) == 0:
		w.note(&yaml.Node{}, "", "文件是空的", "the file is empty")
		return nil
	case err != nil:
		w.broken(err)
		return nil
	}
	if err := dec.Decode(&more); err == nil {
		w.note(&more, "", "一个文件只能写一份规则，“---”之后的内容不会读取", "a file holds one book; what follows “---” is not read")
		return nil
	} else if !errors.Is(err, io.EOF) {
		w.broken(err)
		return nil
	}
	return doc.Content[0]
}

// broken tells where a file stops being YAML; the library says so in words only.
func (w *walker) broken(err error) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	n := &yaml.Node{Line: 1, Column: 1}
	if m := lineOf().FindStringSubmatch(text); m != nil {
		n.Line, _ = strconv.Atoi(m[1])
		text = m[2]
	}
	w.note(n, "", "不是有效的 YAML（%s）；常见原因：缩进不齐、用了制表符、冒号后没有空格", "not valid YAML (%s); often: uneven indents, tabs, no blank behind a colon", text)
}

func lineOf() *regexp.Regexp { return regexp.MustCompile(`(?s)^line (\d+): (.*)$`) }

// Fingerprint tells a book from any other one: what it holds, hashed.
func (b *Book) Fingerprint() string {
	text, err := yaml.Marshal(b)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
