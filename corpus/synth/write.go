package synth

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fuhe/corpus/synth/paper"
	"fuhe/corpus/truth"
)

// Stem is the name, without its ending, of report n in a format: 00012-L1-docx.
func Stem(number int, layout, format string) string {
	return fmt.Sprintf("%05d-%s-%s", number, layout, format)
}

// Format is the format that report n is written in: every layout meets every format in turn.
func (m *Maker) Format(number int, formats []paper.Format) paper.Format {
	return formats[number/len(m.Layouts)%len(formats)]
}

// WriteTo writes report n and its truth into the folder.
func (m *Maker) WriteTo(dir string, number int, formats []paper.Format) error {
	made, f := m.Make(number), m.Format(number, formats)
	stem := Stem(number, made.Truth.Layout, f.Name)
	made.Truth.File, made.Truth.Format = stem+f.Ext, f.Name
	err := create(filepath.Join(dir, made.Truth.File), func(w io.Writer) error {
		return f.Write(w, made.Paper, m.Writing(number))
	})
	if err != nil {
		return err
	}
	return create(filepath.Join(dir, stem+truth.JSON), made.Truth.Write)
}

func create(path string, write func(io.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	b := bufio.NewWriter(file)
	if err := write(b); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// Select takes the layouts that a list with commas names; an empty list is all. unknown is the first name
// that no layout has.
func Select(list string) (found []Layout, unknown string) {
	return named(list, Layouts(), func(l Layout) string { return l.ID })
}

// SelectKinds takes the kinds of errors that a list with commas names; "all" is all and "none" none.
func SelectKinds(list string) (found []Kind, unknown string) {
	switch list {
	case "all":
		list = ""
	case "none":
		return nil, ""
	}
	return named(list, Kinds(), func(k Kind) string { return k.Name })
}

// SelectFormats takes the formats that a list with commas names. A name covers those that refine it: text
// is text-tabs, text-pipes and all others.
func SelectFormats(list string) (found []paper.Format, unknown string) {
	if list == "" {
		return paper.Formats(), ""
	}
	for name := range strings.SplitSeq(list, ",") {
		before := len(found)
		for _, f := range paper.Formats() {
			if f.Name == name || strings.HasPrefix(f.Name, name+"-") {
				found = append(found, f)
			}
		}
		if len(found) == before {
			return nil, name
		}
	}
	return found, ""
}

func named[T any](list string, all []T, name func(T) string) (found []T, unknown string) {
	if list == "" {
		return all, ""
	}
	for want := range strings.SplitSeq(list, ",") {
		before := len(found)
		for _, one := range all {
			if name(one) == want {
				found = append(found, one)
			}
		}
		if len(found) == before {
			return nil, want
		}
	}
	return found, ""
}
