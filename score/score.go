// Package score holds a form against a rulebook: the form comes in, its report goes out. It opens no
// file and knows no clock; every figure is an exact rational, and the same form always makes the same
// report.
package score

import (
	"cmp"
	"fmt"
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/check"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
	"fuhe/score/rulebook"
)

// Options change how a form is reviewed.
type Options struct {
	Rulebook string // id of the book to use; empty: the one that suits the form best
	Checks   check.Choice
}

// Review recomputes the form by its rulebook and runs every check that is chosen. Its error is an unknown rulebook.
func Review(f *form.Form, shelf *rulebook.Shelf, o Options) (*finding.Report, error) {
	rules := phrase.Memo{}
	book, why, err := choose(f, shelf, o, rules)
	if err != nil {
		return nil, err
	}
	due := recompute.Form(f, book, rules)
	chosen, left := o.Checks.Split(check.All())
	found, ran, skipped := check.Run(chosen, check.Review{Form: f, Due: &due, Book: book, Rules: rules})
	skipped = append(skipped, left...)
	sortFindings(found)
	return &finding.Report{
		Form: f, Rulebook: book.ID, Chosen: why, Due: due, Findings: found, Ran: ran, Skipped: skipped,
	}, nil
}

// choose takes the book that was asked for, with the rules that the form itself prints put over it, or
// the one that suits the form.
func choose(f *form.Form, shelf *rulebook.Shelf, o Options, rules phrase.Memo) (*rulebook.Book, document.Message, error) {
	if o.Rulebook == "" {
		book, why := shelf.Choose(f, rules)
		return book, why, nil
	}
	book, ok := shelf.Book(o.Rulebook)
	if !ok {
		return nil, document.Message{}, fmt.Errorf("score: no rulebook %q", o.Rulebook)
	}
	why := document.Message{ZH: "按指定适用《" + book.Name.ZH + "》", EN: "as asked for: " + book.Name.EN}
	return book.With(rulebook.PrintedIn(f, rules)), why, nil
}

// sortFindings orders by level, the gravest first, then by place, then by code.
func sortFindings(all []finding.Finding) {
	slices.SortStableFunc(all, func(a, b finding.Finding) int {
		return cmp.Or(
			cmp.Compare(b.Level.Rank(), a.Level.Rank()),
			a.Place.Compare(b.Place),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Subject, b.Subject),
		)
	})
}
