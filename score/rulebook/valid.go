package rulebook

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/phrase"
)

// Check tells what a book of the shelf lacks or contradicts; nil if nothing.
func (b *Book) Check() error {
	var all []error
	for _, f := range b.flaws() {
		all = append(all, fmt.Errorf("%s: %s", f.path, f.says.EN))
	}
	return errors.Join(all...)
}

// flaws are what a book lacks or contradicts: a book is data that others write.
func (b *Book) flaws() []flaw {
	var all []flaw
	for _, part := range []func() []flaw{
		b.titled, b.years, b.executed, b.formulas, b.Over.flaws, b.Qualitative.flaws, b.Satisfaction.flaws,
		b.Weights.flaws, b.Grades.flaws, b.Explain.flaws, b.choices, b.prescribed,
	} {
		all = append(all, part()...)
	}
	return all
}

func (b *Book) titled() []flaw {
	if b.Name.ZH == "" || b.Name.EN == "" {
		return []flaw{flawed("name", "要有名称（zh）", "a name is needed, in zh and en")}
	}
	if b.Clause.ZH == "" || b.Clause.EN == "" {
		return []flaw{flawed("clause", "要写明出处（zh）", "the source is needed, in zh and en")}
	}
	return nil
}

// years of a method are four digits, and in order.
func (b *Book) years() []flaw {
	var all []flaw
	m := b.Match
	for _, y := range []struct {
		path string
		year int
	}{{"match.from", m.From}, {"match.to", m.To}} {
		if y.year != 0 && (y.year < 1990 || y.year > 2100) {
			all = append(all, flawed(y.path, "%d不像评价年度", "%d is no year of an evaluation", y.year))
		}
	}
	if m.From > 0 && m.To > 0 && m.To < m.From {
		all = append(all, flawed("match.to", "末个年度%d早于首个年度%d", "the last year %d lies before the first, %d", m.To, m.From))
	}
	return all
}

func (b *Book) executed() []flaw {
	all := positive("execution.weight", b.Execution.Weight)
	return append(all, compiles("execution.rule", b.Execution.Rule)...)
}

// positive refuses a figure that is not over zero; one that is not set is allowed.
func positive(path string, d Decimal) []flaw {
	if r := d.Rat(); r != nil && r.Sign() <= 0 {
		return []flaw{flawed(path, "%s应大于0", "%s is not over 0", d)}
	}
	return nil
}

// compiles refuses a scoring rule that cannot be computed with.
func compiles(path, text string) []flaw {
	if text == "" {
		return nil
	}
	rule, gaps := phrase.Compile(text)
	if len(gaps) > 0 {
		return []flaw{{path, document.Message{
			ZH: "评分标准未能读懂：" + gaps[0].Why.ZH, EN: "the rule is not understood: " + gaps[0].Why.EN,
		}}}
	}
	if len(rule.Clauses) == 0 {
		return []flaw{flawed(path, "“%s”不含可以计算的评分标准", "“%s” holds no rule that could be computed", text)}
	}
	return nil
}

func (b *Book) formulas() []flaw {
	var all []flaw
	q := b.Quantitative
	for _, list := range []struct {
		path     string
		formulas []Formula
	}{{"positive", q.Positive}, {"negative", q.Negative}, {"equal", q.Equal}} {
		if len(list.formulas) == 0 {
			all = append(all, flawed("quantitative."+list.path, "至少要有一个公式", "at least one formula is needed"))
		}
	}
	if p := q.PassShare.Rat(); p != nil && (p.Sign() <= 0 || quantity.Compare(p, quantity.Whole(1)) > 0) {
		all = append(all, flawed("quantitative.pass_share", "应在0与1之间，如0.6", "it lies between 0 and 1, as 0.6"))
	}
	return all
}

// choices are words that have to be there, inherited or given.
func (b *Book) choices() []flaw {
	var all []flaw
	for _, c := range []struct{ path, word string }{
		{"execution.base", string(b.Execution.Base)}, {"execution.zero_budget", string(b.Execution.ZeroBudget)},
		{"quantitative.zero_target", string(b.Quantitative.ZeroTarget)}, {"not_applicable", string(b.NotApplicable)},
	} {
		if c.word == "" {
			all = append(all, flawed(c.path, "未填写；如以 extends: cn-2020 为基础，则沿用", "not given; with extends: cn-2020 it would be inherited"))
		}
	}
	return all
}

// flaws holds the bands to cover the weight without gap or overlap, best class first.
func (q Qualitative) flaws() []flaw {
	var all []flaw
	top := big.NewRat(1, 1)
	for i, b := range q.Bands {
		path := fmt.Sprintf("qualitative.bands[%d]", i+1)
		low, high := b.Low.Rat(), b.High.Rat()
		switch {
		case low == nil || high == nil || quantity.Compare(low, high) >= 0:
			return append(all, flawed(path, "区间%s—%s是空的", "the band from %s to %s is empty", b.Low, b.High))
		case quantity.Compare(high, top) < 0:
			all = append(all, flawed(path, "与上一档之间有空档：应接在%s之下", "there is a gap to the one before: it should end at %s", top.FloatString(2)))
		case quantity.Compare(high, top) > 0:
			all = append(all, flawed(path, "与上一档重叠：上限%s高于%s", "it overlaps with the one before: %s is over %s", b.High, top.FloatString(2)))
		}
		top = low
	}
	if len(q.Bands) > 0 && top.Sign() != 0 {
		all = append(all, flawed(fmt.Sprintf("qualitative.bands[%d]", len(q.Bands)), "最低一档应从0开始", "the last band starts at 0"))
	}
	return all
}

// flaws holds the rungs to go down from one to the next, in what they ask and in what they earn.
func (s Satisfaction) flaws() []flaw {
	from, earn := big.NewRat(2, 1), big.NewRat(2, 1)
	for i, r := range s.Ladder {
		f, e := r.From.Rat(), r.Earn.Rat()
		if f == nil || e == nil || quantity.Compare(f, from) >= 0 || quantity.Compare(e, earn) >= 0 {
			return []flaw{flawed(fmt.Sprintf("satisfaction.ladder[%d]", i+1), "应低于上一级", "the rung does not lie below the one before")}
		}
		from, earn = f, e
	}
	return nil
}

func (g Grades) flaws() []flaw {
	last, name := big.NewRat(101, 1), ""
	for i, b := range g.Bands {
		path := fmt.Sprintf("grades.bands[%d]", i+1)
		low := b.Low.Rat()
		switch {
		case b.Name.ZH == "":
			return []flaw{flawed(path, "等级要有名称（zh）", "a grade needs a name (zh)")}
		case low == nil || low.Sign() < 0:
			return []flaw{flawed(path, "等级“%s”没有起点分", "the grade %s starts nowhere", b.Name.ZH)}
		case quantity.Compare(low, last) >= 0 && i > 0:
			return []flaw{flawed(path+".low", "等级重叠：“%s”从%s起，不低于上一等级“%s”的起点%s", "grades overlap: %s starts at %s, which is not below the start of %s, %s",
				b.Name.ZH, b.Low, name, g.Bands[i-1].Low)}
		case quantity.Compare(low, last) >= 0:
			return []flaw{flawed(path+".low", "起点分%s超过100", "%s is over 100", b.Low)}
		}
		last, name = low, b.Name.ZH
	}
	if len(g.Bands) > 0 && last.Sign() != 0 {
		return []flaw{flawed(fmt.Sprintf("grades.bands[%d].low", len(g.Bands)), "最低等级应从0分起", "the last grade starts at 0")}
	}
	return nil
}

func (o Over) flaws() []flaw {
	var all []flaw
	last := new(big.Rat)
	for i, t := range o.Tiers {
		path := fmt.Sprintf("over.tiers[%d]", i+1)
		from, to, cut := t.From.Rat(), t.To.Rat(), t.Cut.Rat()
		switch {
		case from == nil || cut == nil || to != nil && quantity.Compare(to, from) <= 0:
			return append(all, flawed(path, "档次%s—%s是空的", "the tier from %s to %s is empty", t.From, t.To))
		case last == nil || quantity.Compare(from, last) < 0:
			return append(all, flawed(path, "与上一档重叠", "it overlaps with the tier before"))
		case cut.Sign() < 0 || quantity.Compare(cut, quantity.Whole(1)) > 0:
			all = append(all, flawed(path+".cut", "应在0与1之间，0.1即扣10%%", "it lies between 0 and 1; 0.1 costs 10%%"))
		}
		last = to
	}
	return all
}

func (w Weights) flaws() []flaw {
	all := addUp("weights.level1", w.Level1, w.Total)
	for i, v := range w.Variants {
		all = append(all, addUp(fmt.Sprintf("weights.variants[%d].level1", i+1), v.Level1, w.Total)...)
	}
	return all
}

func addUp(path string, shares []Share, want Decimal) []flaw {
	var all []flaw
	sum, parts := new(big.Rat), []string{}
	for i, s := range shares {
		r := s.Weight.Rat()
		if r == nil || r.Sign() <= 0 || s.Name == "" {
			return append(all, flawed(fmt.Sprintf("%s[%d]", path, i+1), "要有名称和大于0的分值", "a name and a weight over 0 are needed"))
		}
		sum.Add(sum, r)
		parts = append(parts, string(s.Weight))
	}
	if total := want.Rat(); len(shares) > 0 && (total == nil || quantity.Compare(total, sum) != 0) {
		all = append(all, flawed(path, "%s＝%s，不等于合计%s", "%s = %s, not the total of %s", strings.Join(parts, "+"), exact(sum), want))
	}
	return all
}

func (e Explain) flaws() []flaw {
	var all []flaw
	if r := e.ExecutionBelow.Rat(); r != nil && (r.Sign() <= 0 || quantity.Compare(r, quantity.Whole(1)) > 0) {
		all = append(all, flawed("explain.execution_below", "应在0与1之间，0.9即90%%", "it lies between 0 and 1; 0.9 is 90%%"))
	}
	if r := e.OverRatio.Rat(); r != nil && quantity.Compare(r, quantity.Whole(1)) <= 0 {
		all = append(all, flawed("explain.over_ratio", "应大于1，1.3即130%%", "it is over 1; 1.3 is 130%%"))
	}
	return all
}

// prescribed holds the fixed rows to have a name, a weight and a rule that can be read.
func (b *Book) prescribed() []flaw {
	var all []flaw
	for i, r := range b.Rows {
		path := fmt.Sprintf("rows[%d]", i+1)
		if r.Name == "" || r.Weight.Rat() == nil || r.Weight.Rat().Sign() <= 0 {
			all = append(all, flawed(path, "要有名称和大于0的分值", "a name and a weight over 0 are needed"))
			continue
		}
		all = append(all, compiles(path+".rule", r.Rule)...)
	}
	return all
}
