// Package score holds a form against a rulebook: the form comes in, its report goes out. It opens no
// file and knows no clock; every figure is an exact rational, and the same form always makes the same
// report.
package score

import (
	"cmp"
	"slices"

	"fuhe/normalize/form"
	"fuhe/score/check"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
	"fuhe/score/rulebook"
)

// Options change how a form is reviewed.
type Options struct {
	Rulebook string         // id of the book to use; empty: the one that suits the form best
	Book     *rulebook.Book // a book that is not on the shelf; goes before Rulebook
	Checks   check.Choice
}

// Review recomputes the form by its rulebook and runs every check that is chosen. Its error is an unknown rulebook.
func Review(f *form.Form, shelf *rulebook.Shelf, o Options) (*finding.Report, error) {
	rules := phrase.Memo{}
	choice, err := choose(f, shelf, o, rules)
	if err != nil {
		return nil, err
	}
	chosen, left := o.Checks.Split(check.All())
	r := reviewed(f, choice.Book, rules)
	found, ran, skipped := check.Run(chosen, r)
	skipped = append(skipped, left...)
	for _, b := range choice.Also {
		found = doubted(found, f, b, rules)
	}
	sortFindings(found)
	return &finding.Report{
		Form: f, Rulebook: choice.Book.ID, Chosen: choice.Why, ChosenBy: string(choice.By), Suiting: idsOf(choice.Also),
		Due: *r.Due, Findings: found, Ran: ran, Skipped: skipped,
	}, nil
}

func reviewed(f *form.Form, b *rulebook.Book, rules phrase.Memo) check.Review {
	tree := recompute.Outline(f)
	due := tree.Due(b, rules)
	return check.Review{Form: f, Due: &due, Book: b, Rules: rules, Outline: tree}
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
