package rulebook

import (
	"fmt"
	"math/big"
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/score/phrase"
)

// By is what a book was chosen by.
type By string

const (
	ByDocument By = "document" // the report names the document that the book is taken from
	ByRules    By = "rules"    // it prints bands that are the book's own
	ByRows     By = "rows"     // it scores rows that the book prescribes
	ByWeights  By = "weights"  // its blocks of level 1 weigh as in the book
	ByGrade    By = "grade"    // its grade has a name that only the book uses
	ByRegion   By = "region"   // its unit lies in the book's region
	ByLayout   By = "layout"   // it has a layout of the book
	ByCode     By = "code"     // its project has a code of the budget system
	ByKind     By = "kind"     // the book is for reports of its kind
	ByDefault  By = "default"  // nothing: the national book
	ByRequest  By = "request"  // it was asked for
)

// Choice is the book that a form is held against, and why that one.
type Choice struct {
	Book *Book // with the rules that the form itself prints put over it
	By   By
	Why  document.Message
	Also []*Book // other books that suit the form as well, or nearly: what only one of them forbids is no error
}

// Choose returns the book that a form was filled in by, with the rules that the form itself prints put
// over the book's, and says why. The printed rules are compiled through the memo, which may be nil.
func (s *Shelf) Choose(f *form.Form, rules phrase.Memo) (*Book, document.Message) {
	c := s.Candidates(f, rules)
	return c.Book, c.Why
}

// Candidates returns the books that suit a form best: what it prints itself tells first (a document,
// bands, prescribed rows, weights, the name of a grade), then region and year, then its layout, then a
// code of the budget system, then its kind; else the national book is taken. Books that these fit equally are all returned,
// the first by their ids as the Book, and so is, behind a book that rests on general knowledge, the one
// that it builds on.
func (s *Shelf) Candidates(f *form.Form, rules phrase.Memo) Choice {
	p := PrintedIn(f, rules)
	in := s.situate(f, p)
	best, fitting := in.best()
	if len(fitting) == 0 {
		d := s.Default()
		return Choice{Book: d.With(p), By: ByDefault, Why: withPrinted(fallback(d, f), d, p)}
	}
	c := Choice{Book: fitting[0], By: best.by, Why: best.why(fitting[0])}
	for _, b := range fitting[1:] {
		c.Also = append(c.Also, b.With(p))
	}
	for _, b := range fitting {
		c.Also = append(c.Also, s.fallbacks(b, p, fitting)...)
	}
	c.Why = withPrinted(c.Why, c.Book, p)
	c.Book = c.Book.With(p)
	return c
}

// fallbacks is the book below one that is known by hearsay only: it cannot say by itself that a report
// is wrong.
func (s *Shelf) fallbacks(b *Book, p Printed, chosen []*Book) []*Book {
	if b.Evidence != Assumed {
		return nil
	}
	below, ok := s.Book(b.Extends)
	if !ok || slices.Contains(chosen, below) {
		return nil
	}
	return []*Book{below.With(p)}
}

func withPrinted(why document.Message, b *Book, p Printed) document.Message {
	if b.With(p) != b {
		why.ZH += "；表内另印计分规则的，从其规定"
		why.EN += "; where the form prints rules of its own, they go first"
	}
	return why
}

// situation is a form with what tells its book.
type situation struct {
	form    *form.Form
	printed Printed
	shelf   *Shelf
	places  []place
	name    string // of the place
	weight  *big.Rat
	rows    []string // keys of the rows' names
}

func (s *Shelf) situate(f *form.Form, p Printed) *situation {
	in := &situation{form: f, printed: p, shelf: s, weight: executionWeight(f)}
	if in.weight == nil {
		in.weight = p.Execution.Rat()
	}
	if sameBands(p.Bands, s.Default().Qualitative.Bands) {
		in.printed.Bands = nil // the national bands tell nothing
	}
	in.places, in.name = s.places.located(f)
	for i := range f.Indicators {
		in.rows = append(in.rows, lexicon.Key(f.Indicators[i].Name))
	}
	return in
}

// mark is one thing that speaks for a book, and how strongly: 0 for not at all.
type mark struct {
	by     By
	speaks func(*situation, *Book) int
	why    func(*Book) document.Message
}

// best returns the strongest mark that some book has, and the books that no other outdoes: those are
// compared by their marks in order, as words are by their letters.
func (in *situation) best() (mark, []*Book) {
	marks := in.marks()
	var fitting []*Book
	var top []int
	for _, b := range in.shelf.books {
		if b.Match.Default || !in.suits(b) {
			continue
		}
		var got []int
		for _, m := range marks {
			got = append(got, m.speaks(in, b))
		}
		if !slices.ContainsFunc(got, func(v int) bool { return v > 0 }) {
			continue
		}
		switch order := slices.Compare(got, top); {
		case fitting == nil || order > 0:
			fitting, top = []*Book{b}, got
		case order == 0:
			fitting = append(fitting, b)
		}
	}
	for i, v := range top {
		if v > 0 {
			return marks[i], fitting
		}
	}
	return mark{}, nil
}

// marks are what tells a book, the strongest first.
func (in *situation) marks() []mark {
	return []mark{
		{ByDocument, (*situation).named, in.whyNamed},
		{ByRules, (*situation).ruled, because("报告所印计分规则与《%s》一致", "the rules printed in the report are those of: %s")},
		{ByRows, (*situation).prescribes, because("报告所列指标为《%s》规定的固定指标", "the report scores the rows that are prescribed by: %s")},
		{ByWeights, (*situation).weighed, because("各板块权重与《%s》一致", "its blocks weigh as those of: %s")},
		{ByGrade, (*situation).graded, because("报告所用等级名称为《%s》所有", "the report's grade is named as in: %s")},
		{ByRegion, (*situation).located, in.whyLocated},
		{ByLayout, (*situation).laidOut, because("按表式适用《%s》", "by layout: %s")},
		{ByCode, (*situation).coded, in.whyCoded},
		{ByKind, (*situation).ofKind, because("按报告类型适用《%s》", "by the kind of report: %s")},
	}
}

func because(zh, en string) func(*Book) document.Message {
	return func(b *Book) document.Message {
		return document.Message{ZH: fmt.Sprintf(zh, b.Name.ZH), EN: fmt.Sprintf(en, b.Name.EN)}
	}
}
