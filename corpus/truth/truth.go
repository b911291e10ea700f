// Package truth is what is known about a report beforehand: the facts printed in it, what is wrong with it
// and what looks wrong but is right. A truth file goes in, a Truth comes out; it opens no report, reads
// no form and judges nothing.
package truth

import (
	"encoding/json"
	"io"
	"os"
	"strings"
)

// Extensions of the two shapes of truth files: made by the generator, written by hand.
const (
	JSON = ".truth.json"
	YAML = ".truth.yaml"
)

// Truth is what is known about one file.
type Truth struct {
	File    string    `json:"file,omitempty"` // the report's own name; empty for all files of the same stem
	Layout  string    `json:"layout"`
	Format  string    `json:"format,omitempty"` // the writer that wrote it
	Seed    uint64    `json:"seed,omitempty"`
	Number  int       `json:"number,omitempty"`  // of the report in its run
	Clean   bool      `json:"clean"`             // nothing was put wrong
	Partial bool      `json:"partial,omitempty"` // what is left out may be printed all the same
	Forms   []Form    `json:"forms"`
	Errors  []Wanted  `json:"errors,omitempty"`  // what has to be found
	Allowed []Allowed `json:"allowed,omitempty"` // what a reviewer may say without being wrong
	Silent  []Silent  `json:"silent,omitempty"`  // where nothing may be said
}

// Form is one form in the terms of the public contract; a field that is not printed is left out.
type Form struct {
	Kind       string      `json:"kind,omitempty"`
	Unit       string      `json:"unit,omitempty"`
	Project    string      `json:"project,omitempty"`
	Year       int         `json:"year,omitempty"`
	Funds      []Fund      `json:"funds,omitempty"`
	Sections   []Section   `json:"sections,omitempty"`
	Indicators []Indicator `json:"indicators,omitempty"`
	Total      Total       `json:"total,omitzero"`
}

// Entry is one printed entry: the text, and the amount that a person reads off it. A comparator or unit
// that is not printed is blank and not compared.
type Entry struct {
	Text  string `json:"text,omitempty"`
	Bound string `json:"bound,omitempty"`
	Value string `json:"value,omitempty"`
	Unit  string `json:"unit,omitempty"`
}

// Fund is one row of the funds block.
type Fund struct {
	Name    string `json:"name"`
	Initial Entry  `json:"initial,omitzero"`
	Budget  Entry  `json:"budget,omitzero"`
	Spent   Entry  `json:"spent,omitzero"`
	Weight  Entry  `json:"weight,omitzero"`
	Rate    Entry  `json:"rate,omitzero"`
	Score   Entry  `json:"score,omitzero"`
}

// Section is a block whose weight or score is printed.
type Section struct {
	Goal   string `json:"goal,omitempty"`
	Name   string `json:"name"`
	Weight Entry  `json:"weight,omitzero"`
	Score  Entry  `json:"score,omitzero"`
}

// Indicator is one row of the scoring table.
type Indicator struct {
	Goal   string `json:"goal,omitempty"`
	Level1 string `json:"level1,omitempty"`
	Level2 string `json:"level2,omitempty"`
	Name   string `json:"name"`
	Target Entry  `json:"target,omitzero"`
	Actual Entry  `json:"actual,omitzero"`
	Weight Entry  `json:"weight,omitzero"`
	Score  Entry  `json:"score,omitzero"`
	Review Entry  `json:"review,omitzero"`
	Reason Entry  `json:"reason,omitzero"`
}

// Total is the total that the form gives itself.
type Total struct {
	Weight Entry `json:"weight,omitzero"`
	Score  Entry `json:"score,omitzero"`
	Grade  Entry `json:"grade,omitzero"`
}

// Wanted is a finding that has to be made, under one of the codes, near one of the texts.
type Wanted struct {
	ID    string   `json:"id,omitempty" yaml:"id"`
	Kind  string   `json:"kind,omitempty" yaml:"kind"` // of the error that was put in
	Must  bool     `json:"must" yaml:"must"`
	Level string   `json:"level" yaml:"level"`
	Codes []string `json:"codes" yaml:"codes"`
	Near  []string `json:"near" yaml:"near"`
	Due   string   `json:"due,omitempty" yaml:"due"`
	Why   string   `json:"why,omitempty" yaml:"why"`
}

// Allowed are findings that may be made about a report without being wrong or having to be made.
type Allowed struct {
	Codes []string `json:"codes"`
	Near  []string `json:"near,omitempty"` // empty for anywhere
	Why   string   `json:"why,omitempty"`
}

// Silent is a place where no error or warning of the families may be made; no codes means all.
type Silent struct {
	Codes         []string `json:"codes,omitempty" yaml:"codes"`
	Near          []string `json:"near" yaml:"near"`
	Except        []string `json:"except,omitempty" yaml:"except"`
	ExceptPrinted []string `json:"except_printed,omitempty" yaml:"except_printed"`
	Why           string   `json:"why,omitempty" yaml:"why"`
}

// Write prints the truth as its file holds it.
func (t *Truth) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(t)
}

// Named reports whether the file is a truth file by its name.
func Named(path string) bool { return strings.HasSuffix(path, JSON) || strings.HasSuffix(path, YAML) }

// Read opens a truth file of either shape. Unknown fields of the made shape are an error.
func Read(path string) (*Truth, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(path, YAML) {
		return handWritten(string(data))
	}
	t := &Truth{}
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields()
	return t, dec.Decode(t)
}
