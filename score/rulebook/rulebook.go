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
//
// The yaml tags name the keys of a book's file, the doc tags explain them in Chinese and English; the
// reader, the JSON Schema and the pages of documentation are all made from these types.
type Book struct {
	ID       string           `yaml:"id" doc:"编号，即不含扩展名的文件名|the id, which is the file's name without its extension"`
	Name     document.Message `yaml:"name" doc:"名称|what the method is called"`
	Clause   document.Message `yaml:"clause" doc:"出处：所依据的文件|where it is taken from"`
	Evidence Evidence         `yaml:"evidence" doc:"这份规则总体上如何得知；不继承|how well the book as a whole is known; not inherited"`
	Extends  string           `yaml:"extends" doc:"以哪一份为基础：编号，或 ./ 开头的文件；未写的内容沿用|what it builds on: an id, or a file beginning with ./; what is left out stays as there"`
	Match    Match            `yaml:"match" doc:"适用于哪些报告；不继承|which reports it is for; not inherited"`

	Execution     Execution     `yaml:"execution" doc:"预算执行如何计分|how execution is scored"`
	Quantitative  Quantitative  `yaml:"quantitative" doc:"定量指标如何计分|how numbers are scored"`
	Over          Over          `yaml:"over" doc:"超额完成如何处理|what becomes of results far over their target"`
	Qualitative   Qualitative   `yaml:"qualitative" doc:"定性指标如何计分|how words are scored"`
	Satisfaction  Satisfaction  `yaml:"satisfaction" doc:"满意度的阶梯计分|the ladder for rates of satisfaction"`
	Weights       Weights       `yaml:"weights" doc:"一级指标权重|the weights of level 1"`
	Grades        Grades        `yaml:"grades" doc:"等级|the grades of totals"`
	Explain       Explain       `yaml:"explain" doc:"须说明的情形|what has to be explained"`
	Conventions   Conventions   `yaml:"conventions" doc:"可接受的取数、取舍方式|the ways of coming by a printed figure that are accepted"`
	Rounding      Rounding      `yaml:"rounding" doc:"表内小数位数|the digits that a form prints"`
	NotApplicable NotApplicable `yaml:"not_applicable" doc:"不适用的指标如何处理|what becomes of rows that do not apply"`
	Rows          []Row         `yaml:"rows" doc:"固定指标及其评分标准；报告未印标准的行用它|fixed rows and their rules, for rows beside which the report prints none"`
}

// Match tells which forms a book is for. What is left out is no condition.
type Match struct {
	Documents []string    `yaml:"documents" doc:"文号，如 财预〔2020〕10号|document numbers that reports name"`
	Regions   []string    `yaml:"regions" doc:"省、市全称，如 湖北省、武汉市|provinces or cities by their full names"`
	Kinds     []form.Kind `yaml:"kinds" doc:"报告类型；空为不限|kinds of report; none: any"`
	Layouts   []string    `yaml:"layouts" doc:"表式编号，见 fuhe list layouts|ids of layouts, see fuhe list layouts"`
	From      int         `yaml:"from" doc:"适用的首个评价年度|first year evaluated"`
	To        int         `yaml:"to" doc:"适用的末个评价年度|last year evaluated"`
	Coded     bool        `yaml:"coded" doc:"适用于带预算管理一体化系统项目编码的报告|for reports with a project code of the budget system"`
	Default   bool        `yaml:"default" doc:"无其他规则适用时的规则|the book to fall back on"`
}

// Row is a row that the method prescribes by name, with its scoring rule in the words that such rules are
// printed in. The rule holds where the report prints none beside the row and the weight is the book's.
type Row struct {
	Name   string  `yaml:"name" doc:"指标名称|the row's name"`
	Weight Decimal `yaml:"weight" doc:"分值；不同则不用此标准|its weight; the rule is not held against any other"`
	Rule   string  `yaml:"rule" doc:"评分标准，如 以100%为标准，每超过一个百分点扣0.5分，扣完为止|the scoring rule in Chinese, as reports print it"`
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
	Clause   document.Message `yaml:"clause" doc:"规则内容，用自己的话写|what the rule says"`
	Evidence Evidence         `yaml:"evidence" doc:"如何得知|how it is known"`
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
	Weight     Decimal    `yaml:"weight" doc:"分值|its weight"`
	Base       Base       `yaml:"base" doc:"按哪个预算数计算执行率|the budget that execution is measured by"`
	Cap        bool       `yaml:"cap" doc:"超过预算不多得分|spending over the budget earns no more than the weight"`
	Rule       string     `yaml:"rule" doc:"执行率的分档、分步计分标准；空为按比例|a rule of steps or tiers for the rate; none: in proportion"`
	ZeroBudget ZeroBudget `yaml:"zero_budget" doc:"预算数为零时如何计分|what a budget of zero earns"`
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
	Positive   []Formula  `yaml:"positive" doc:"正向指标（≥）未完成时可用的公式，首个为本办法|formulas admitted for a missed at-least target, the book's own first"`
	Negative   []Formula  `yaml:"negative" doc:"反向指标（≤）未完成时可用的公式|formulas admitted for a missed at-most target"`
	Equal      []Formula  `yaml:"equal" doc:"等于型指标未完成时可用的公式|formulas admitted for a missed equal-to target"`
	ZeroTarget ZeroTarget `yaml:"zero_target" doc:"指标值为零时如何计分|how a target of zero is scored"`
	PassShare  Decimal    `yaml:"pass_share" doc:"完成比例低于此值不得分，如 0.6|below this completion a row earns nothing, as 0.6"`
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
	Tiers []Tier    `yaml:"tiers" doc:"按超额幅度扣分的档次|how much of the weight is lost, by over-achievement"`
	May   bool      `yaml:"may_cut" doc:"可由评价人酌情扣减|points may be cut at discretion"`
	If    Condition `yaml:"if" doc:"扣减的条件|the condition of a cut"`
}

// Condition is what a cut hangs on.
type Condition string

// LowTarget is that the target was clearly set too low (年初指标值设定明显偏低).
const LowTarget Condition = "low-target"

// Tier is one step of a ladder: from From (included) up to To (not included; empty: open) the share
// Cut of the weight is lost. 2 is 200%.
type Tier struct {
	From Decimal `yaml:"from" doc:"自（含），2 即超额200%|from (included), 2 is 200% over"`
	To   Decimal `yaml:"to" doc:"至（不含）；空为不限|to (not included); none: open"`
	Cut  Decimal `yaml:"cut" doc:"扣去分值的比例|the share of the weight that is lost"`
}

// Qualitative is how words are scored: by class, each with a band of the weight.
type Qualitative struct {
	Basis `yaml:",inline"`
	Bands []Band `yaml:"bands" doc:"各档得分区间，由高到低|the band of each class, best first"`
}

// Satisfaction is another way in use to score rates of satisfaction: by a ladder and not in proportion.
// It is admitted beside the formulas, not put before them.
type Satisfaction struct {
	Basis  `yaml:",inline"`
	Ladder []Rung `yaml:"ladder" doc:"阶梯，由高到低|the rungs, best first"`
}

// Rung is one step of the ladder: from From (included) on, as a share of all asked, the share Earn of the
// weight is earned.
type Rung struct {
	From Decimal `yaml:"from" doc:"自（含），0.9 即90%|from (included), 0.9 is 90%"`
	Earn Decimal `yaml:"earn" doc:"得分占分值的比例|the share of the weight that is earned"`
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
	Class Class   `yaml:"class" doc:"档次|the class"`
	Low   Decimal `yaml:"low" doc:"下限（含），占分值的比例|from (included), as a share of the weight"`
	High  Decimal `yaml:"high" doc:"上限，占分值的比例|to, as a share of the weight"`
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
	Basis    `yaml:",inline"`
	Total    Decimal   `yaml:"total" doc:"合计|what they add up to"`
	Level1   []Share   `yaml:"level1" doc:"各一级指标|the blocks of level 1"`
	Variants []Variant `yaml:"variants" doc:"办法另列的权重组合|other sets of weights that the rules know"`
	Fixed    bool      `yaml:"fixed" doc:"不得调整|may not be set aside"`
}

// Variant is another set of level-1 weights that the rules know, and when it is used.
type Variant struct {
	When   document.Message `yaml:"when" doc:"何时采用|when it is used"`
	Level1 []Share          `yaml:"level1" doc:"各一级指标|the blocks of level 1"`
}

// Share is the weight of one block of the first level; Name is the word its printed name holds.
type Share struct {
	Name   string  `yaml:"name" doc:"名称中的字样，如 产出|the word that the block's name holds"`
	Weight Decimal `yaml:"weight" doc:"分值|its weight"`
}

// Grades name total scores. They are half open on the line of numbers, whatever integers a text
// prints: 89.5 lies below 90.
type Grades struct {
	Basis `yaml:",inline"`
	Bands []Grade `yaml:"bands" doc:"各等级，由高到低|the grades, best first"`
}

// Grade is one grade (等级) and the total, of 100, that it starts at.
type Grade struct {
	Name document.Message `yaml:"name" doc:"等级名称|what it is called"`
	Low  Decimal          `yaml:"low" doc:"起点分（含），满分100|the total, of 100, that it starts at"`
}

// Explain is what has to be explained in the form. Empty figures ask for nothing.
type Explain struct {
	Basis          `yaml:",inline"`
	ExecutionBelow Decimal `yaml:"execution_below" doc:"执行率低于此值须说明，如 0.9|execution below this, as 0.9"`
	OverRatio      Decimal `yaml:"over_ratio" doc:"完成值达到指标值的此倍数须说明，如 1.3|a result from this multiple of its target on, as 1.3"`
	OverIfZero     Decimal `yaml:"over_if_zero" doc:"指标值为零时，完成值达到此值须说明|a result from here on where the target is zero"`
	Missed         bool    `yaml:"missed" doc:"未完成须说明|a missed target"`
	Adjusted       bool    `yaml:"adjusted" doc:"预算有调整须说明|a budget changed during the year"`
}

// Rounding is the digits behind the point that a form of this book prints.
type Rounding struct {
	Rate  int `yaml:"rate" doc:"执行率（%）小数位数|of rates in percent"`
	Score int `yaml:"score" doc:"得分小数位数|of scores"`
}

// NotApplicable is what becomes of a row that does not apply.
type NotApplicable string

const (
	Rescale     NotApplicable = "rescale" // the others count to 100
	FullMarks   NotApplicable = "full"
	NotSettled  NotApplicable = "open"
	EarnsNought NotApplicable = "zero"
)
