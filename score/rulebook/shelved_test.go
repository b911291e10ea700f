package rulebook

import (
	"bytes"
	"embed"
	"flag"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

//go:embed books/*.yaml
var books embed.FS

var update = flag.Bool("update", false, "write shelved.go anew from the books")

// TestShelved holds shelved.go to the files of the folder books; -update writes it anew.
func TestShelved(t *testing.T) {
	dir, err := fs.Sub(books, "books")
	if err != nil {
		t.Fatal(err)
	}
	read, err := LoadFrom(dir)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("shelved.go", written(t, read), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(read.books, shelved()); diff != "" {
		t.Errorf("shelved.go is not what the books say; go test ./score/rulebook -run TestShelved -update\n%s", diff)
	}
}

// written is the source of shelved.go: a function for each book, with what it changes of the one that it
// builds on.
func written(t *testing.T, s *Shelf) []byte {
	var w, list bytes.Buffer
	w.WriteString("// Code generated from the folder books by TestShelved -update. DO NOT EDIT.\n\n")
	w.WriteString("package rulebook\n\nimport (\n\"fuhe/extract/document\"\n\"fuhe/normalize/form\"\n)\n\n")
	var done []string
	var write func(b *Book)
	write = func(b *Book) {
		if slices.Contains(done, b.ID) {
			return
		}
		above, builds := s.Book(b.Extends)
		parent := "(*Book)(nil)"
		if builds {
			write(above)
			parent = variable(above.ID)
		}
		done = append(done, b.ID)
		fmt.Fprintf(&list, "%s := %s(%s.heir())\n", variable(b.ID), variable(b.ID)+"Book", parent)
		fmt.Fprintf(&w, "func %sBook(b *Book) *Book {\n", variable(b.ID))
		changes(&w, "b", reflect.ValueOf(*b), reflect.ValueOf(*above.heir()))
		w.WriteString("return b\n}\n\n")
	}
	var names []string
	for _, b := range s.books {
		write(b)
		names = append(names, variable(b.ID))
	}
	fmt.Fprintf(&w, "// shelved are the books of the program, in the order of their ids.\nfunc shelved() []*Book {\n%s", &list)
	fmt.Fprintf(&w, "return []*Book{%s}\n}\n", strings.Join(names, ", "))
	source, err := format.Source(w.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// variable is a book's id as a name in Go: hb-wuhan is hbWuhan.
func variable(id string) string {
	parts := strings.Split(id, "-")
	for i, part := range parts[1:] {
		parts[i+1] = strings.ToUpper(part[:1]) + part[1:]
	}
	return strings.Join(parts, "")
}

// changes writes what has to be set to make v of what it is inherited from.
func changes(w *bytes.Buffer, path string, v, from reflect.Value) {
	if v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[document.Message]() {
		for i := range v.NumField() {
			changes(w, path+"."+v.Type().Field(i).Name, v.Field(i), from.Field(i))
		}
		return
	}
	if !reflect.DeepEqual(v.Interface(), from.Interface()) {
		w.WriteString(path + " = ")
		literal(w, v)
		w.WriteString("\n")
	}
}

// literal writes a value as Go does, without the fields that are not set.
func literal(w *bytes.Buffer, v reflect.Value) {
	name := strings.ReplaceAll(v.Type().String(), "rulebook.", "")
	switch v.Kind() {
	case reflect.Struct:
		w.WriteString(name + "{")
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				w.WriteString(v.Type().Field(i).Name + ": ")
				literal(w, v.Field(i))
				w.WriteString(", ")
			}
		}
		w.WriteString("}")
	case reflect.Slice:
		end := ", "
		if v.Type().Elem().Kind() == reflect.Struct {
			end = ",\n"
		}
		w.WriteString(name + "{" + end[1:])
		for i := range v.Len() {
			literal(w, v.Index(i))
			w.WriteString(end)
		}
		w.WriteString("}")
	default:
		fmt.Fprintf(w, "%#v", v.Interface())
	}
}
