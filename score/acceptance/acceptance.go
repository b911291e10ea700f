// Package acceptance reads the list of findings that a reviewer looked at and let stand, and takes them
// out of a report. Bytes of YAML come in, entries with their lines go out; a report comes in and goes out
// with its accepted findings set apart. It opens no file.
package acceptance

import (
	"path"
	"strings"

	"fuhe/score/finding"
)

// FileName is the name under which a list is looked for beside the files that are checked.
const FileName = "fuhe.review.yaml"

// List is one review file and which of its entries were met.
type List struct {
	Entries []finding.Acceptance
	met     []bool
	asked   []bool // some file or form that the entry is about was checked
}

// Apply sets apart the findings of a report that the list accepts. name is the path of the file checked,
// with slashes.
func (l *List) Apply(r *finding.Report, name string) {
	var open []finding.Finding
	l.ask(name)
	for _, f := range r.Findings {
		if i := l.find(f, name); i >= 0 {
			l.met[i] = true
			r.Accepted = append(r.Accepted, finding.Accepted{Finding: f, By: l.Entries[i]})
			continue
		}
		open = append(open, f)
	}
	r.Findings = open
}

func (l *List) ask(name string) {
	if l.met == nil {
		l.met, l.asked = make([]bool, len(l.Entries)), make([]bool, len(l.Entries))
	}
	for i := range l.Entries {
		l.asked[i] = l.asked[i] || about(l.Entries[i], name)
	}
}

// find is the entry that accepts a finding, or -1. An entry without a reason accepts nothing yet.
func (l *List) find(f finding.Finding, name string) int {
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Reason != "" && strings.EqualFold(e.Code, f.Code) && squeezed(e.Subject) == squeezed(f.Subject) &&
			(e.Printed == "" || squeezed(e.Printed) == squeezed(f.Printed)) && about(*e, name) {
			return i
		}
	}
	return -1
}

// squeezed drops the blanks that an editor or a line break may have put in.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// about reports whether an entry is about the file: it names none, or the end of its path.
func about(e finding.Acceptance, name string) bool {
	return e.File == "" || e.File == name || path.Base(name) == e.File || strings.HasSuffix(name, "/"+e.File)
}

// Gone are the entries in force that were asked for and that no finding met: they no longer occur.
func (l *List) Gone() []finding.Acceptance {
	var gone []finding.Acceptance
	for i := range l.met {
		if l.asked[i] && !l.met[i] && l.Entries[i].Reason != "" {
			gone = append(gone, l.Entries[i])
		}
	}
	return gone
}

// Pending is how many entries have no reason yet and therefore accept nothing.
func (l *List) Pending() int {
	n := 0
	for i := range l.Entries {
		if l.Entries[i].Reason == "" {
			n++
		}
	}
	return n
}
