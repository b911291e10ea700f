// Package phrase compiles the scoring rules that reports print (评分标准, 评扣分标准, 备注) to rules that
// can be computed with: 每有一项不合格扣0.5分，扣完为止 becomes count(0.5 each) floor. One cell's text
// comes in; a Rule goes out, with a Gap for every scoring phrase that was not understood. It never
// guesses: a rule with a gap bounds a score by zero and the weight and says no more.
package phrase

import (
	"cmp"
	"slices"
	"strings"

	"fuhe/extract/document"
)

// Rule is one cell of rule text, compiled.
type Rule struct {
	Text    string   // as printed
	Clauses []Clause // in the order of the text
	Items   int      // criteria that the text numbers ①②③; 0 if it numbers none
	Gaps    []Gap
}

// Gap is a phrase about scoring that was not understood.
type Gap struct {
	Text string // folded: half width, no blanks
	Why  document.Message
}

// Clause is one thing that a rule says. The types that implement it are Count, Step, Ladder, Cut,
// Ratio, Bands, Cases, Binary, Additive and Open.
type Clause interface {
	String() string // compact, for tests and logs: count(0.5 each)
	Says() document.Message
}

// textLimit bounds what is read of one cell, in runes; no real rule comes near it.
const textLimit = 6000

// Compile reads the rule text of one cell. The gaps are also in the rule.
func Compile(text string) (Rule, []Gap) {
	folded, cut := fold(text)
	folded = withoutHarmless(folded)
	r := Rule{Text: text}
	n, unit := items(folded)
	r.Items = n
	if c, ok := readCases(folded); ok {
		r.Clauses = []Clause{c}
		return r, nil
	}
	pieces, rest := scan(folded)
	parts, rest, gaps := leftover(rest)
	pieces = append(pieces, parts...)
	if slices.ContainsFunc(pieces, func(p piece) bool { return computes(p.clause) }) {
		gaps = append(gaps, residue(rest)...)
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.start, b.start) })
	for _, p := range pieces {
		r.Clauses = append(r.Clauses, p.clause)
	}
	r.Clauses, r.Gaps = join(r.Clauses, n, unit), gaps
	r.Clauses = each(r.Clauses, func(l Ladder) Clause {
		l.Completion = ofCompletion.MatchString(folded)
		return l
	})
	if cut {
		r.Gaps = append(r.Gaps, Gap{Why: document.Message{ZH: "评分标准过长，未全部读取", EN: "the rule is too long to be read in full"}})
	}
	r.Gaps = append(r.Gaps, unresolved(r.Clauses)...)
	return r, r.Gaps
}

// String is the rule as a compact tree: count(0.5 each, 3 items); floor.
func (r Rule) String() string {
	var parts []string
	for _, c := range r.Clauses {
		parts = append(parts, c.String())
	}
	for _, g := range r.Gaps {
		parts = append(parts, "gap("+g.Text+")")
	}
	return strings.Join(parts, "; ")
}

// Describe says the rule in words, without the gaps.
func (r Rule) Describe() document.Message {
	var zh, en []string
	for _, c := range r.Clauses {
		if m := c.Says(); m.ZH != "" {
			zh, en = append(zh, m.ZH), append(en, m.EN)
		}
	}
	return document.Message{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}
}

// computes reports whether the clause gives or takes points.
func computes(c Clause) bool {
	o, open := c.(Open)
	return !open || o.Kind == FullIf || o.Kind == ZeroIf
}

// of returns the clauses of one type.
func of[T Clause](clauses []Clause) []T {
	var out []T
	for _, c := range clauses {
		if t, ok := c.(T); ok {
			out = append(out, t)
		}
	}
	return out
}
