package score

import (
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

// choose takes the book that was asked for, with the rules that the form itself prints put over it, or
// the one that suits the form.
func choose(f *form.Form, shelf *rulebook.Shelf, o Options, rules phrase.Memo) (rulebook.Choice, error) {
	book := o.Book
	if book == nil && o.Rulebook == "" {
		return byArithmetic(f, shelf.Candidates(f, rules), rules), nil
	}
	if book == nil {
		known := false
		if book, known = shelf.Book(o.Rulebook); !known {
			return rulebook.Choice{}, fmt.Errorf("score: no rulebook %q", o.Rulebook)
		}
	}
	why := document.Message{ZH: "按指定适用《" + book.Name.ZH + "》", EN: "as asked for: " + book.Name.EN}
	return rulebook.Choice{Book: book.With(rulebook.PrintedIn(f, rules)), By: rulebook.ByRequest, Why: why}, nil
}

// byArithmetic decides between books that suit a form equally by how many of its scores each explains.
// The others stay in doubt.
func byArithmetic(f *form.Form, c rulebook.Choice, rules phrase.Memo) rulebook.Choice {
	if len(c.Also) == 0 {
		return c
	}
	all := append([]*rulebook.Book{c.Book}, c.Also...)
	best, least := 0, 0
	for i, b := range all {
		if n := unexplained(f, b, rules); i == 0 || n < least {
			best, least = i, n
		}
	}
	if best > 0 {
		c.Why.ZH += fmt.Sprintf("；《%s》能解释的得分更多，从之", all[best].Name.ZH)
		c.Why.EN += "; more of the scores are explained by, and so taken: " + all[best].Name.EN
	}
	c.Book = all[best]
	c.Also = slices.Delete(all, best, best+1)
	for _, b := range c.Also {
		c.Why.ZH += fmt.Sprintf("；《%s》也可能适用，仅一方不符的不作错误", b.Name.ZH)
		c.Why.EN += "; this may hold as well, and what only one of them forbids is no error: " + b.Name.EN
	}
	return c
}

// unexplained counts the printed scores that no reading of the book gives.
func unexplained(f *form.Form, b *rulebook.Book, rules phrase.Memo) int {
	due, p, n := recompute.Form(f, b, rules), recompute.PrecisionOf(f), 0
	miss := func(points finding.Points, score form.Entry) {
		if len(points.Readings) == 0 || !score.Numeric() {
			return
		}
		if _, ok := p.Fit(points, score); !ok {
			n++
		}
	}
	for i := range f.Funds {
		miss(due.Funds[i].Score, f.Funds[i].Score)
	}
	for i := range f.Indicators {
		miss(due.Indicators[i].Points, f.Indicators[i].Score)
	}
	return n
}

// doubted lowers by one level what another book that suits the form does not find: an error needs every
// admissible book to fail. Only the checks that found something run again.
func doubted(found []finding.Finding, f *form.Form, b *rulebook.Book, rules phrase.Memo) []finding.Finding {
	codes := map[string]bool{}
	for _, x := range found {
		codes[x.Code] = true
	}
	var again []*check.Check
	for _, c := range check.All() {
		if codes[c.Code] {
			again = append(again, c)
		}
	}
	if len(again) == 0 {
		return found
	}
	other, _, _ := check.Run(again, reviewed(f, b, rules))
	for i, x := range found {
		if x.Level == finding.Info || slices.ContainsFunc(other, func(y finding.Finding) bool { return sameMatter(x, y) }) {
			continue
		}
		found[i].Level = milder(x.Level)
		found[i].Says.ZH += fmt.Sprintf("（按也可能适用的《%s》则不存在此问题）", b.Name.ZH)
		found[i].Says.EN += fmt.Sprintf(" (not so by rules that may hold as well: %s)", b.Name.EN)
	}
	return found
}

// sameMatter reports whether two books find fault with the same entry, no less gravely.
func sameMatter(x, y finding.Finding) bool {
	return x.Subject == y.Subject && x.Place == y.Place && y.Level.Rank() >= x.Level.Rank()
}

func milder(l finding.Level) finding.Level {
	if l == finding.Error {
		return finding.Warning
	}
	return finding.Info
}

func idsOf(books []*rulebook.Book) []string {
	var ids []string
	for _, b := range books {
		ids = append(ids, b.ID)
	}
	return ids
}
