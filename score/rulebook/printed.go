package rulebook

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/phrase"
)

// Printed is what a form says itself about scoring; empty where it says nothing. It goes before every
// book.
type Printed struct {
	Execution Decimal // weight of the funds row
	Bands     []Band
	Positive  Formula
	Negative  Formula
	Tiers     []Tier
	Grades    []Grade              // best first
	From      map[string]form.Rule // the rule that each part was read from: bands, formulas, tiers, grades
}

// With returns the book with the printed rules put over its own; the book itself if there are none.
func (b *Book) With(p Printed) *Book {
	if p.Execution == "" && len(p.Bands) == 0 && p.Positive == "" && p.Negative == "" && len(p.Tiers) == 0 && len(p.Grades) == 0 {
		return b
	}
	n := *b
	if p.Execution != "" {
		n.Execution.Weight = p.Execution
	}
	if len(p.Bands) > 0 {
		n.Qualitative = Qualitative{Basis: p.basis("bands"), Bands: p.Bands}
	}
	if p.Positive != "" {
		n.Satisfaction = Satisfaction{} // the form says how it scores
		n.Quantitative.Positive = []Formula{p.Positive}
		n.Quantitative.Basis = p.basis("formulas")
	}
	if p.Negative != "" {
		n.Quantitative.Negative = []Formula{p.Negative}
		n.Quantitative.Basis = p.basis("formulas")
	}
	if len(p.Tiers) > 0 {
		n.Over = Over{Basis: p.basis("tiers"), Tiers: p.Tiers, If: n.Over.If}
	}
	if len(p.Grades) > 0 {
		n.Grades = Grades{Basis: p.basis("grades"), Bands: p.Grades}
	}
	return &n
}

// basis quotes the printed rule.
func (p Printed) basis(part string) Basis {
	text := p.From[part].Text
	quoted := document.Place{}.Quoting(text).Quote
	if quoted != text {
		quoted += "…"
	}
	return Basis{
		Clause:   document.Message{ZH: "本表所附计分规则：“" + quoted + "”", EN: "the rule printed in the form: “" + quoted + "”"},
		Evidence: InForm,
	}
}

// PrintedIn reads the rules that the form prints for all its rows: in its notes, and in rule cells that
// cover the funds or several rows. Two rules that contradict each other count as none.
func PrintedIn(f *form.Form, memo phrase.Memo) Printed {
	p := Printed{From: map[string]form.Rule{}}
	bands, clash := []Band(nil), false
	for _, r := range general(f) {
		for _, c := range memo.Rule(r.Text).Clauses {
			switch c := c.(type) {
			case phrase.Bands:
				printed := bandsOf(c)
				clash = clash || len(bands) > 0 && !sameBands(bands, printed)
				bands, p.From["bands"] = printed, r
			case phrase.Ratio:
				p.ratio(c, r)
			case phrase.Cut:
				p.cut(c, r)
			}
		}
	}
	if !clash {
		p.Bands = bands
	}
	p.Grades, p.From["grades"] = gradesPrinted(f)
	return p
}

func bandsOf(b phrase.Bands) []Band {
	classes := []Class{Met, Partly, Missed}
	var bands []Band
	for i := 1; i < len(b.Edges) && i <= len(classes); i++ {
		bands = append(bands, Band{Class: classes[i-1], Low: exact(b.Edges[i]), High: exact(b.Edges[i-1])})
	}
	return bands
}

func (p *Printed) ratio(c phrase.Ratio, r form.Rule) {
	switch {
	case c.Execution && c.Weight != nil:
		p.Execution = exact(c.Weight)
	case c.Positive == phrase.ActualTarget && c.Negative == phrase.TargetActual:
		p.Positive, p.Negative, p.From["formulas"] = Ratio, Inverse, r
	}
}

func (p *Printed) cut(c phrase.Cut, r form.Rule) {
	t := Tier{Cut: exact(c.Share)}
	if c.Range.Low == nil {
		return
	}
	t.From = exact(new(big.Rat).Quo(c.Range.Low, hundred))
	if c.Range.High != nil {
		t.To = exact(new(big.Rat).Quo(c.Range.High, hundred))
	}
	if !slices.Contains(p.Tiers, t) {
		p.Tiers, p.From["tiers"] = append(p.Tiers, t), r
	}
}

var hundred = big.NewRat(100, 1)

// exact writes a number read from print, which has few digits, as a decimal.
func exact(r *big.Rat) Decimal {
	s := r.FloatString(8)
	return Decimal(strings.TrimSuffix(strings.TrimRight(s, "0"), "."))
}

// general are the printed rules that are meant for the whole form.
func general(f *form.Form) []form.Rule {
	all := append([]form.Rule(nil), f.Rules...)
	for _, fund := range f.Funds {
		if fund.Rule.Text != "" {
			all = append(all, form.Rule{Text: fund.Rule.Text, Place: fund.Rule.Place})
		}
	}
	for i, ind := range f.Indicators {
		repeated := i > 0 && f.Indicators[i-1].Rule.Text == ind.Rule.Text
		if ind.RuleShared && ind.Rule.Text != "" && !repeated {
			all = append(all, form.Rule{Text: ind.Rule.Text, Place: ind.Rule.Place})
		}
	}
	return all
}
