// Package finding is what a review hands back: the findings of one form, what is due for each of its
// rows, and which checks ran or were skipped. It holds data only.
package finding

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// Level is how grave a finding is.
type Level string

const (
	Error   Level = "error"   // the figures cannot both be right
	Warning Level = "warning" // a reviewer would ask
	Info    Level = "info"    // worth knowing
)

// Rank orders levels: the graver, the higher; 0 for no level.
func (l Level) Rank() int {
	switch l {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// Finding is one place where a form does not agree with itself, with arithmetic or with its rules.
type Finding struct {
	Code    string
	Level   Level
	Title   document.Message
	Says    document.Message
	Subject string           // the indicator, fund or section it is about
	Printed string           // as printed: 90.63%
	Due     string           // 90.62%
	Working string           // 522383.99 ÷ 576431.54 = 90.6238%
	Clause  document.Message // where the rule stands
	Trust   int              // 1…100: how surely the places it holds together speak of one thing; 0 where no names had to be matched
	Place   document.Place
	Also    []document.Place
}

// Acceptance is an entry of a review file: a finding that a reviewer looked at and lets stand. Printed and
// File are empty where it holds for any figure and any file.
type Acceptance struct {
	Code, Subject, Printed, File string
	Reason, Reviewer, Date       string
	Line                         int // in the review file
}

// Accepted is a finding that a review file accepts.
type Accepted struct {
	Finding
	By Acceptance
}

// Skip is a check that could not run, and why.
type Skip struct {
	Code string
	Why  document.Message
}

// Report is the review of one form.
type Report struct {
	Form     *form.Form
	Rulebook string           // id of the rulebook used
	Chosen   document.Message // why that rulebook
	ChosenBy string           // what it was chosen by: document, rules, region …
	Suiting  []string         // ids of other rulebooks that suit as well; what they allow is no error
	Due      Due
	Findings []Finding // by level, then in the order of their places
	Accepted []Accepted
	Ran      []string
	Skipped  []Skip
}

// Due is what was recomputed for a form; the slices run beside the form's own lists.
type Due struct {
	Funds      []FundDue
	Sections   []SectionDue
	Indicators []IndicatorDue
	Total      quantity.Interval // zero when it cannot be recomputed
}

// FundDue is what is due for one row of the funds block. Zero intervals could not be computed.
type FundDue struct {
	Rate  quantity.Interval // in percent: 90.6238
	Score Points
}

// SectionDue is what is due for one section.
type SectionDue struct{ Score, Rate quantity.Interval } // Rate in percent

// IndicatorDue is what is due for one indicator.
type IndicatorDue struct {
	Completion quantity.Interval // actual ÷ target as a ratio, for numbers of one unit
	Points
}

// Points are the points a row is due, by every admissible reading of the governing rule.
type Points struct {
	Method   string // id: ratio, inverse, step, tier, count, band, qualitative, execution, none
	Readings []Reading
	Clause   document.Message // the governing rule
	Why      document.Message // why nothing could be computed, when Readings is empty
	Digits   []string         // ways of bringing it to the printed digits that the rules admit; empty: every one
}

// Reading is one admissible way to compute a score.
type Reading struct {
	Name    string            // strict, truncated, displayed-rate, integer, ceiling …: strict stands first
	Score   quantity.Interval // before rounding to the printed digits
	Working string            // 5 × 98 ÷ 100 = 4.9
	Lenient bool              // accepted, but worth an info when only it fits
}
