package measure

import (
	"encoding/json"
	"io"

	"fuhe/corpus/truth"
	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// Table is what was measured.
type Table struct {
	Files    int                    `json:"files"`
	Clean    int                    `json:"clean"` // files in which nothing is wrong
	Unread   int                    `json:"unread"`
	Fields   Tallies                `json:"fields"`
	Layouts  map[string]*Group      `json:"layouts"`
	Formats  map[string]*Group      `json:"formats"`
	Kinds    map[string]*Found      `json:"kinds"`
	Levels   map[string]*LevelTally `json:"levels"`
	Alarms   map[string]int         `json:"alarms"`     // warnings and errors in files without errors, by level and code
	Confused int                    `json:"confusions"` // how many were told
	Tell     func(Confusion)        `json:"-"`          // takes each confusion; may be nil
}

// Group is what was measured in the files of one layout or format.
type Group struct {
	Files  int     `json:"files"`
	Clean  int     `json:"clean"`
	Alarms int     `json:"alarms"` // warnings and errors in clean files
	Hits   Found   `json:"errors"` // of all kinds
	Fields Tallies `json:"fields"`
}

// NewTable is an empty table; tell, if not nil, takes each confusion as it is met.
func NewTable(tell func(Confusion)) *Table {
	return &Table{Fields: Tallies{}, Layouts: map[string]*Group{}, Formats: map[string]*Group{}, Kinds: map[string]*Found{}, Levels: map[string]*LevelTally{},
		Alarms: map[string]int{}, Tell: tell}
}

// Take measures the result of one file.
func (t *Table) Take(want *truth.Truth, r *report.Result) {
	one := NewTable(nil)
	one.Files = 1
	tell := func(c Confusion) {
		c.File, c.Layout, c.Format = r.Source.Path, want.Layout, formatOf(want, r)
		one.Confused++
		if t.Tell != nil {
			t.Tell(c)
		}
	}
	if r.Status == report.Failed {
		one.Unread++
	}
	if want.Clean {
		one.Clean++
	}
	forms := make([]*form.Form, len(r.Reports))
	var found []finding.Finding
	for i, rep := range r.Reports {
		forms[i] = rep.Form
		found = append(found, rep.Findings...)
	}
	(&reading{tallies: one.Fields, partial: want.Partial, tell: tell}).forms(want.Forms, forms)
	(&verdict{table: one, truth: want, tell: tell}).findings(found)
	t.merge(one, want.Layout, formatOf(want, r))
}

func formatOf(want *truth.Truth, r *report.Result) string {
	if want.Format != "" {
		return want.Format
	}
	return string(r.Source.Format)
}

func (t *Table) merge(one *Table, layout, format string) {
	t.Files += one.Files
	t.Clean += one.Clean
	t.Unread += one.Unread
	t.Confused += one.Confused
	t.Fields.merge(one.Fields)
	group(t.Layouts, layout).merge(one)
	group(t.Formats, format).merge(one)
	for name, k := range one.Kinds {
		t.kind(name).merge(*k)
	}
	for name, l := range one.Levels {
		sum := t.level(name)
		sum.add(*l)
	}
	for name, n := range one.Alarms {
		t.Alarms[name] += n
	}
}

func group(all map[string]*Group, name string) *Group {
	if all[name] == nil {
		all[name] = &Group{Fields: Tallies{}}
	}
	return all[name]
}

func (g *Group) merge(one *Table) {
	g.Files += one.Files
	g.Clean += one.Clean
	for _, n := range one.Alarms {
		g.Alarms += n
	}
	for _, k := range one.Kinds {
		g.Hits.merge(*k)
	}
	g.Fields.merge(one.Fields)
}

func (f *Found) merge(o Found) {
	f.Planted += o.Planted
	f.Found += o.Found
	f.Graded += o.Graded
	f.Told += o.Told
	f.Right += o.Right
}

func (t Tallies) merge(o Tallies) {
	for name, one := range o {
		t.at(name).add(*one)
	}
}

func (l *LevelTally) add(o LevelTally) {
	l.Told += o.Told
	l.Right += o.Right
	l.Allowed += o.Allowed
	l.Follows += o.Follows
	l.Beside += o.Beside
	l.Alarm += o.Alarm
}

func (t *Table) kind(name string) *Found {
	if t.Kinds[name] == nil {
		t.Kinds[name] = &Found{}
	}
	return t.Kinds[name]
}

func (t *Table) level(name string) *LevelTally {
	if t.Levels[name] == nil {
		t.Levels[name] = &LevelTally{}
	}
	return t.Levels[name]
}

func (t *Table) alarm(f finding.Finding) { t.Alarms[string(f.Level)+" "+f.Code]++ }

// WriteJSON prints the table; the keys of objects are in the order of their letters.
func (t *Table) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(t)
}
