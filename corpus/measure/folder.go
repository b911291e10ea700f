package measure

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fuhe/corpus"
	"fuhe/corpus/truth"
)

// Case is one file with what is known about it.
type Case struct {
	Input corpus.Input
	Truth *truth.Truth
}

// Cases pairs the inputs with what is known about them; files of which nothing is known are left out. An
// error is a truth file that cannot be read.
func Cases(inputs []corpus.Input) ([]Case, error) {
	var cases []Case
	for _, in := range inputs {
		if !in.File() || truth.Named(in.Path) {
			continue
		}
		t, err := Beside(in.Path)
		if err != nil {
			return nil, err
		}
		if t != nil {
			cases = append(cases, Case{corpus.Input{Path: in.Path}, t})
		}
	}
	return cases, nil
}

// Beside is what is known about the report of a path, by the truth file beside it; nil where there is none.
func Beside(path string) (*truth.Truth, error) {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	for _, ext := range []string{truth.JSON, truth.YAML} {
		t, err := truth.Read(stem + ext)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, fmt.Errorf("%s: %w", stem+ext, err)
		case t.File == "" || t.File == filepath.Base(path):
			return t, nil
		}
	}
	return nil, nil
}

// Folder takes confusions into a folder, one file a fault, by class and name: field/row.target/….txt.
type Folder struct {
	Dir   string
	count map[string]int // by file name, so that no two faults share one
	err   error
}

// Take writes one confusion; the first error stays.
func (f *Folder) Take(c Confusion) {
	if f.err != nil {
		return
	}
	if f.count == nil {
		f.count = map[string]int{}
	}
	dir := filepath.Join(f.Dir, c.Class, safe(c.Name))
	stem := strings.TrimSuffix(filepath.Base(c.File), filepath.Ext(c.File))
	f.count[dir+"/"+stem]++
	if f.err = os.MkdirAll(dir, 0o777); f.err != nil {
		return
	}
	f.err = os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.txt", stem, f.count[dir+"/"+stem])), []byte(c.String()), 0o666)
}

// Err is the first error of writing.
func (f *Folder) Err() error { return f.err }

func safe(name string) string { return strings.ReplaceAll(name, "/", "+") }

// String tells the confusion to a person.
func (c Confusion) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "file      %s\nlayout    %s\nformat    %s\n%-9s %s\nsubject   %s\nexpected  %s\ngot       %s\n", c.File, c.Layout, c.Format, c.Class, c.Name, c.Subject, c.Expected, c.Got)
	if place, err := json.Marshal(c.Place); err == nil && string(place) != "{}" {
		fmt.Fprintf(&b, "place     %s\n", place)
	}
	return b.String()
}
