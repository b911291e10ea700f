// Package report prints what became of a checked file. Results come in, one after the other; text for
// people, JSON for programs and Excel workpapers (底稿) go out. It judges nothing, computes no figure
// beyond rounding one for display, and opens no file.
package report

import (
	"fuhe/extract/document"
	"fuhe/score/finding"
)

// Source is the file that was checked.
type Source struct {
	Name   string // the file's own name
	Path   string // as it was given or found; "-" for the standard input
	SHA256 string // of its bytes, in hexadecimal; empty if they could not be read
	Format string // text, pdf, docx, xlsx, html or ofd; empty if it was not recognised
	Pages  int    // 0 for formats without pages

	Given  Given    // what a manifest says of it
	Copies []string // other files of the run with the same bytes
}

// Given is what whoever handed in a file says of it, in a manifest (清单).
type Given struct {
	Region string `json:"region,omitempty"` // 地区
	Year   int    `json:"year,omitempty"`   // 年度
	Unit   string `json:"unit,omitempty"`   // 单位
}

// Status tells how far a file could be read.
type Status string

const (
	OK      Status = "ok"
	Partial Status = "partial" // what could be read was checked; the notes tell what could not
	Failed  Status = "failed"  // nothing could be read
)

// Result is one file after all stages. A readable file without a form has no reports and the note
// no-form.
type Result struct {
	Source   Source
	Status   Status
	Notes    []document.Note
	Document *document.Document // only when it was asked for
	Reports  []*finding.Report
	Gone     []finding.Acceptance // entries of a review file, about this file, that no longer occur
}

// Worst is the gravest level among the findings, or "" without any.
func (r *Result) Worst() finding.Level {
	var worst finding.Level
	for _, f := range r.Reports {
		for _, found := range f.Findings {
			if found.Level.Rank() > worst.Rank() {
				worst = found.Level
			}
		}
	}
	return worst
}
