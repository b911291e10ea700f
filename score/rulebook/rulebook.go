// Package rulebook is what a scoring method asks for: how execution, quantitative and qualitative
// rows are scored, which weights and grades it knows, what has to be explained. Rulebooks are YAML
// files under books/, embedded; a new one costs no code. A form comes in, the book it was filled in
// by goes out, changed where the form prints rules of its own. It never computes a score.
package rulebook

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
)

// Book is one scoring method (评分办法). A Book is read only: With returns a changed copy.
type Book struct {
	ID      string           `yaml:"id"`
	Name    document.Message `yaml:"name"`
	Clause  document.Message `yaml:"clause"` // the document it is taken from
	Extends string           `yaml:"extends"`
	Match   Match            `yaml:"match"` // never inherited

	Execution     Execution     `yaml:"execution"`
	Quantitative  Quantitative  `yaml:"quantitative"`
	Over          Over          `yaml:"over"`
	Qualitative   Qualitative   `yaml:"qualitative"`
	Satisfaction  Satisfaction  `yaml:"satisfaction"`
	Weights       Weights       `yaml:"weights"`
	Grades        Grades        `yaml:"grades"`
	Explain       Explain       `yaml:"explain"`
	Rounding      Rounding      `yaml:"rounding"`
	NotApplicable NotApplicable `yaml:"not_applicable"`
}

// Match tells which forms a book is for.
type Match struct {
	Documents []string    `yaml:"documents"` // document numbers, as 财预〔2020〕10号
	Regions   []string    `yaml:"regions"`   // names found in units and titles: 北京市, 洪山区
	Codes     []string    `yaml:"codes"`     // of provinces, as project codes begin with: 51
	Kinds     []form.Kind `yaml:"kinds"`     // empty: any
	Layouts   []string    `yaml:"layouts"`   // ids of layouts that belong to the book
	From      int         `yaml:"from"`      // first year evaluated; 0: open
	To        int         `yaml:"to"`        // last year evaluated; 0: open
	Default   bool        `yaml:"default"`   // the book to fall back on
}

// Evidence tells how well a rule is known.
type Evidence string

const (
	Read     Evidence = "read"     // the text was read at its source
	InForm   Evidence = "printed"  // stands in reports of the jurisdiction, or in the form at hand
	Software Evidence = "software" // behaviour of the filing software in use
	Practice Evidence = "practice" // used by reviewers
	Assumed  Evidence = "assumed"  // general knowledge, its text not read again
)

// Basis is where a rule stands and how well it is known.
type Basis struct {
	Clause   document.Message `yaml:"clause"`
	Evidence Evidence         `yaml:"evidence"`
}

// Base is the budget figure that execution is measured by.
type Base string

const (
	Initial  Base = "initial"   // 年初预算数
	FullYear Base = "full-year" // 全年预算数
	Adjusted Base = "adjusted"  // 调整后预算数, carry-over included
)

// Execution is how the funds row (预算执行情况) is scored.
type Execution struct {
	Basis      `yaml:",inline"`
	Weight     Decimal    `yaml:"weight"`
	Base       Base       `yaml:"base"`
	Cap        bool       `yaml:"cap"` // spending over the budget earns no more than the weight
	ZeroBudget ZeroBudget `yaml:"zero_budget"`
}

// ZeroBudget is what a funds row earns when its budget is zero.
type ZeroBudget string

const (
	ZeroEarnsZero ZeroBudget = "zero"
	ZeroEarnsFull ZeroBudget = "full"
	ZeroIsOpen    ZeroBudget = "open" // not settled: nothing can be recomputed
)

// Formula is one way to score a number a against its target t with the weight w.
type Formula string

const (
	Ratio    Formula = "ratio"     // w·a÷t
	Inverse  Formula = "inverse"   // w·t÷a
	Linear   Formula = "linear"    // w·(2−a÷t), nothing from twice the target on
	TwoSided Formula = "two-sided" // w·(1−|a−t|÷t)
	AllOrNil Formula = "all-or-nil"
)

// Quantitative is how numbers are scored. Each list holds every admissible formula for a row that
// missed its target, the book's own first; a row that met it earns its full weight.
type Quantitative struct {
	Basis      `yaml:",inline"`
	Positive   []Formula  `yaml:"positive"`    // targets with ≥, >, or no comparator
	Negative   []Formula  `yaml:"negative"`    // targets with ≤ or <
	Equal      []Formula  `yaml:"equal"`       // targets with =
	ZeroTarget ZeroTarget `yaml:"zero_target"` // no accidents, no complaints
	Cap        bool       `yaml:"cap"`         // no row earns more than its weight
	PassShare  Decimal    `yaml:"pass_share"`  // below this completion a row earns nothing; empty: no such line
}

// ZeroTarget is how a target of zero is scored.
type ZeroTarget string

const (
	ZeroAllOrNil ZeroTarget = "all-or-nil" // at most zero: the weight; more: nothing
	ZeroIsUnsaid ZeroTarget = "open"       // not settled
)

// Over is what becomes of a row that did far better than its target, as the over-achievement
// o = (a−t)÷t.
type Over struct {
	Basis `yaml:",inline"`
	Tiers []Tier `yaml:"tiers"`   // shares of the weight that are cut
	May   bool   `yaml:"may_cut"` // the reviewer may cut at discretion: no lower score is wrong
	If    string `yaml:"if"`      // the condition: low-target
}

// Tier is one step of a ladder: from From (included) up to To (not included; empty: open) the share
// Cut of the weight is lost. 2 is 200%.
type Tier struct {
	From Decimal `yaml:"from"`
	To   Decimal `yaml:"to"`
	Cut  Decimal `yaml:"cut"`
}

// Qualitative is how words are scored: by class, each with a band of the weight.
type Qualitative struct {
	Basis `yaml:",inline"`
	Bands []Band `yaml:"bands"` // best class first
}

// Satisfaction is another way in use to score rates of satisfaction: by a ladder and not in proportion.
// It is admitted beside the formulas, not put before them.
type Satisfaction struct {
	Basis  `yaml:",inline"`
	Ladder []Rung `yaml:"ladder"` // best first
}

// Rung is one step of the ladder: from From (included) on, as a share of all asked, the share Earn of the
// weight is earned.
type Rung struct {
	From Decimal `yaml:"from"`
	Earn Decimal `yaml:"earn"`
}

// Class is the class of a qualitative result.
type Class string

const (
	Met    Class = "met"    // 达成预期指标
	Partly Class = "partly" // 部分达成预期指标并具有一定效果
	Missed Class = "missed" // 未达成预期指标且效果较差
)

// Band is the part of the weight that a class may earn: from Low (included) to High, which is
// included for the best class only.
type Band struct {
	Class Class   `yaml:"class"`
	Low   Decimal `yaml:"low"`
	High  Decimal `yaml:"high"`
}

// Band returns the band of the class; ok is false if the book has none.
func (q Qualitative) Band(c Class) (b Band, ok bool) {
	for _, b := range q.Bands {
		if b.Class == c {
			return b, true
		}
	}
	return Band{}, false
}

// Weights are the weights of the first level (一级指标). A row may be set aside by the filer where
// Fixed is false.
type Weights struct {
	Basis  `yaml:",inline"`
	Total  Decimal `yaml:"total"`
	Level1 []Share `yaml:"level1"`
	Fixed  bool    `yaml:"fixed"`
}

// Share is the weight of one block of the first level; Name is the word its printed name holds.
type Share struct {
	Name   string  `yaml:"name"`
	Weight Decimal `yaml:"weight"`
}

// Grades name total scores. They are half open on the line of numbers, whatever integers a text
// prints: 89.5 lies below 90.
type Grades struct {
	Basis `yaml:",inline"`
	Bands []Grade `yaml:"bands"` // best first
}

// Grade is one grade (等级) and the total, of 100, that it starts at.
type Grade struct {
	Name document.Message `yaml:"name"`
	Low  Decimal          `yaml:"low"`
}

// Explain is what has to be explained in the form. Empty figures ask for nothing.
type Explain struct {
	Basis          `yaml:",inline"`
	ExecutionBelow Decimal `yaml:"execution_below"` // share of the budget: 0.9
	OverRatio      Decimal `yaml:"over_ratio"`      // actual ÷ target from which on: 1.3
	OverIfZero     Decimal `yaml:"over_if_zero"`    // actual from which on, where the target is zero
	Missed         bool    `yaml:"missed"`
	Adjusted       bool    `yaml:"adjusted"` // a budget changed during the year
}

// Rounding is the digits behind the point that a form of this book prints.
type Rounding struct {
	Rate  int `yaml:"rate"` // in percent
	Score int `yaml:"score"`
}

// NotApplicable is what becomes of a row that does not apply.
type NotApplicable string

const (
	Rescale     NotApplicable = "rescale" // the others count to 100
	FullMarks   NotApplicable = "full"
	NotSettled  NotApplicable = "open"
	EarnsNought NotApplicable = "zero"
)
