package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

func totalScore(p *Pass) {
	t := p.outline()
	sum := t.AllScores()
	total := p.Form.Total.Score
	blocks, complete := blockScores(p.Form, t)
	if len(sum.Parts) == 0 && !complete && totalOfProse(p) {
		return
	}
	if !total.Numeric() || len(sum.Parts) == 0 && !complete {
		p.Skip("没有总分或各项得分", "no total or no scores")
		return
	}
	if quantity.Compare(sum.Value, total.Rat()) == 0 || complete && quantity.Compare(blocks.Value, total.Rat()) == 0 || rescaledFits(p, t, sum) || countsPart(p.Form, sum, total) {
		return
	}
	if complete && (!sum.Complete || len(sum.Parts) == 0) {
		if len(topSections(p.Form)) == 0 && mayLackBlock(blocks, total) {
			p.Skip("各部分得分之和少于总分较多，可能有部分未标得分", "the blocks fall so far short of the total that one of them may print no score")
			return
		}
		reportSum(p, "总分", total, blocks, new(big.Rat), finding.Error)
		return
	}
	if !sum.Complete {
		p.Skip("部分指标没有得分，无法合计", "some rows print no score")
		return
	}
	if tornRows(p.Form, sum, total) {
		p.Skip("文本没有表格线，得分少于总分，可能有行未读出", "the text has no grid and the scores fall short of the total: rows may not have been read")
		return
	}
	if totalLacksRows(t, sum, total) {
		p.Skip("各项分值不足100且得分少于总分，可能有行未读出", "weights are short of 100 and scores of the total: rows may not have been read")
		return
	}
	reportSum(p, "总分", total, sum, roundingSlack(p, t.All()), finding.Error)
}

// scoredHeadings are the outermost blocks of a report that prints points behind its headings and no weights, the
// execution block among them; there have to be two at least.
func scoredHeadings(f *form.Form) []int {
	var out []int
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Level == 1 && !s.Summary && !isTotal(s) && s.Score.Numeric() {
			out = append(out, i)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// mayLackBlock: no block weighs less than five points, so what falls short by that much may be a heading without points.
func mayLackBlock(blocks recompute.Sum, total form.Entry) bool {
	return quantity.Compare(quantity.Minus(total.Rat(), blocks.Value), quantity.Whole(5)) >= 0
}

// totalLacksRows: where the scores fall short of the total and the weights of 100 likewise, a row may not have been
// read. WGT-01 tells of the weights.
func totalLacksRows(t *recompute.Tree, sum recompute.Sum, total form.Entry) bool {
	weights := t.AllWeights()
	return weights.Complete && t.WeighsInPoints() && quantity.Compare(weights.Value, quantity.Whole(100)) < 0 && quantity.Compare(sum.Value, total.Rat()) < 0
}

// countsPart reports whether the total counts the score of a part whose total row was left at zero:
// EXE-06 tells of the row.
func countsPart(f *form.Form, sum recompute.Sum, total form.Entry) bool {
	for _, b := range fundBlocks(f) {
		if !b.unfilled() || !b.total.Score.Numeric() {
			continue
		}
		rest := quantity.Minus(sum.Value, b.total.Score.Rat())
		for _, x := range b.parts {
			if x.Score.Numeric() && quantity.Compare(quantity.Plus(rest, x.Score.Rat()), total.Rat()) == 0 {
				return true
			}
		}
	}
	return false
}

// blockScores adds the outermost subtotals as printed, with the execution score where it has no block
// of its own; complete is false if one of them is not printed.
func blockScores(f *form.Form, t *recompute.Tree) (sum recompute.Sum, complete bool) {
	sum.Value = new(big.Rat)
	execution := false
	top := topSections(f)
	if len(top) == 0 && len(f.Indicators) == 0 {
		top = scoredHeadings(f)
	}
	for _, i := range top {
		s := &f.Sections[i]
		if !s.Score.Numeric() {
			return sum, false
		}
		execution = execution || len(t.Section(i).Funds) > 0
		sum.Value.Add(sum.Value, s.Score.Rat())
		at := placed(s)
		sum.Parts = append(sum.Parts, &at)
	}
	if len(sum.Parts) > 0 && !execution {
		funds := t.Scores(recompute.Members{Funds: t.All().Funds})
		sum.Value.Add(sum.Value, funds.Value)
		sum.Parts = append(sum.Parts, funds.Parts...)
	}
	return sum, len(sum.Parts) > 0
}

// roundingSlack is by how much a sum of rounded scores may differ from a total that was rounded once:
// half a unit for each score that is not exact as printed, but never half a unit of a whole point.
func roundingSlack(p *Pass, m recompute.Members) *big.Rat {
	slack := new(big.Rat)
	for _, i := range m.Funds {
		slack.Add(slack, lostInRounding(p.Due.Funds[i].Score, p.Form.Funds[i].Score))
	}
	for _, i := range m.Indicators {
		slack.Add(slack, lostInRounding(p.Due.Indicators[i].Points, p.Form.Indicators[i].Score))
	}
	return slack
}

func lostInRounding(due finding.Points, printed form.Entry) *big.Rat {
	if !printed.Numeric() || quantity.Decimals(printed.Value) == 0 || len(due.Readings) == 0 || due.Method == recompute.MethodQualitative {
		return new(big.Rat)
	}
	strict := due.Readings[0].Score
	if quantity.Compare(strict.Low, printed.Rat()) == 0 && quantity.Compare(strict.High, printed.Rat()) == 0 {
		return new(big.Rat)
	}
	return quantity.HalfUnit(quantity.Decimals(printed.Value))
}

// reportSum reports a sum that does not agree; within the slack of rounding it is only mentioned.
func reportSum(p *Pass, name string, printed form.Entry, sum recompute.Sum, slack *big.Rat, level finding.Level) {
	due := quantity.FormatShort(sum.Value, 4)
	gap := quantity.Minus(printed.Rat(), sum.Value)
	gap.Abs(gap)
	f := finding.Finding{
		Level: level, Subject: name, Printed: printed.Text, Due: due, Working: addition(sum), Place: printed.Place, Also: placesOf(sum.Parts),
		Says: both("“%s”所属各项得分合计%s，所列为%s，相差%s", "%s: the scores add up to %s, %s is printed, off by %s", name, due, printed.Value, quantity.FormatShort(gap, 4)),
	}
	if quantity.Compare(gap, slack) <= 0 {
		f.Level = finding.Info
		f.Says.ZH += "，属四舍五入尾差"
		f.Says.EN += ", within rounding"
	}
	p.Report(f)
}

func subtotals(p *Pass) {
	t := p.outline()
	held, complete := subtotalsTold(p, t), scoresMakeTotal(p.Form, t)
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		if !s.Score.Numeric() || isTotal(s) || toldInTable(p.Form, i) {
			continue
		}
		m := t.Section(i)
		sum := t.Scores(m)
		if !sum.Complete {
			held += summaryOfBlocks(p, i)
			continue
		}
		held++
		missing := short(t, m, s) && (!complete || t.Strays(s.Level)) && quantity.Compare(sum.Value, s.Score.Rat()) < 0
		if quantity.Compare(sum.Value, s.Score.Rat()) != 0 && !missing {
			reportSum(p, s.Name, placed(s), sum, roundingSlack(p, m), finding.Error)
		}
	}
	if held == 0 {
		p.Skip("没有列示小计的板块", "no block prints a subtotal")
	}
}

// placed is the score of a section with a place to point at.
func placed(s *form.Section) form.Entry {
	e := s.Score
	e.Place = sectionPlace(s, e)
	return e
}

// summaryOfBlocks holds a row whose own rows are not all scored against the level-2 blocks under it.
func summaryOfBlocks(p *Pass, i int) int {
	s := &p.Form.Sections[i]
	sum := recompute.Sum{Value: new(big.Rat)}
	for k := range p.Form.Sections {
		o := &p.Form.Sections[k]
		if o.Level == 2 && s.Level == 1 && !o.Summary && lexicon.Key(o.Parent) == lexicon.Key(s.Name) && o.Goal == s.Goal {
			if !o.Score.Numeric() {
				return 0
			}
			sum.Value.Add(sum.Value, o.Score.Rat())
			sum.Parts = append(sum.Parts, &o.Score)
		}
	}
	if len(sum.Parts) < 2 {
		return 0
	}
	if quantity.Compare(sum.Value, s.Score.Rat()) != 0 {
		reportSum(p, s.Name, placed(s), sum, new(big.Rat), finding.Error)
	}
	return 1
}

// isTotal reports whether a section is the sum row of a table.
func isTotal(s *form.Section) bool {
	switch lexicon.Key(s.Name) {
	case "合计", "总计", "总分", "小计", "总得分", "综合得分", "得分合计":
		return true
	}
	return false
}

// otherPlace is a total stated at one place.
type otherPlace struct {
	entry form.Entry
	where document.Message
}

var inTheText = document.Message{ZH: "文中", EN: "in the text"}

// readOnce drops a total that was read twice: the same figure of the same line.
func readOnce(all []otherPlace) (once []otherPlace) {
	for _, m := range all {
		same := func(o otherPlace) bool {
			return o.entry.Value == m.entry.Value && o.entry.Place.Compare(m.entry.Place) == 0
		}
		if !slices.ContainsFunc(once, same) {
			once = append(once, m)
		}
	}
	return once
}

func totalsElsewhere(p *Pass) {
	total := p.Form.Total.Score
	all := readOnce(otherTotals(p.Form))
	if !total.Numeric() || len(all) == 0 {
		p.Skip("总分只出现一处", "the total is printed only once")
		return
	}
	own, ok := total.Interval()
	if !ok {
		return
	}
	for _, m := range all {
		other, ok := m.entry.Interval()
		if !ok || meetFinely(own, other, total, m.entry) {
			continue
		}
		p.Report(finding.Finding{
			Subject: "总分", Printed: m.entry.Text, Due: total.Value, Place: m.entry.Place, Also: known([]document.Place{total.Place}),
			Says: document.Message{
				ZH: fmt.Sprintf("%s总分为%s，表内总分为%s，两者不一致", m.where.ZH, m.entry.Value, total.Value),
				EN: fmt.Sprintf("the total is %s %s and %s in the form", m.entry.Value, m.where.EN, total.Value),
			},
		})
	}
}

// meetFinely: figures of equal digits are equal; of unequal digits, the coarser is the finer one rounded.
func meetFinely(a, b quantity.Interval, x, y form.Entry) bool {
	if quantity.Decimals(x.Value) == quantity.Decimals(y.Value) || quantity.Compare(x.Rat(), y.Rat()) == 0 {
		return quantity.Compare(x.Rat(), y.Rat()) == 0
	}
	return a.Meets(b) && (a.Holds(y.Rat()) || b.Holds(x.Rat()))
}

// otherTotals lists the other places of the total: heads, sum rows of summaries, and the text.
func otherTotals(f *form.Form) []otherPlace {
	var out []otherPlace
	for _, e := range f.Total.Also {
		if e.Numeric() && !toldAsClaim(f, e) {
			out = append(out, otherPlace{e, document.Message{ZH: "另一处", EN: "elsewhere"}})
		}
	}
	for _, row := range f.Listed {
		switch {
		case row.Score.Numeric() && row.InText:
			out = append(out, otherPlace{row.Score, inTheText})
		case row.Score.Numeric():
			out = append(out, otherPlace{row.Score, document.Message{ZH: "项目汇总表所列", EN: "in the list of projects"}})
		}
	}
	for i := range f.Sections {
		if s := &f.Sections[i]; isTotal(s) && s.Summary && s.Score.Numeric() {
			out = append(out, otherPlace{placed(s), document.Message{ZH: "汇总表", EN: "in the summary table"}})
		}
	}
	for _, c := range f.Claims {
		if c.Role == form.RoleTotal && c.Quantity.Numeric() && inYear(f, &c) && ownTotal(c) {
			e := c.Quantity
			e.Place = c.Place
			out = append(out, otherPlace{e, inTheText})
		}
	}
	return out
}

// toldAsClaim reports a total that the running text states, which is known as a claim as well.
func toldAsClaim(f *form.Form, total form.Entry) bool {
	for _, c := range f.Claims {
		told := c.Role == form.RoleTotal && inYear(f, &c) && ownTotal(c)
		if told && c.Quantity.Value == total.Value && inOneCell(c.Place, total.Place) {
			return true
		}
	}
	return false
}

// inOneCell reports whether two places are in one line or cell, wherever on it.
func inOneCell(a, b document.Place) bool {
	return a.Page == b.Page && a.Line == b.Line && a.Table == b.Table && a.Row == b.Row && a.Column == b.Column
}

// ownTotal leaves out what is said of full marks, of other years and of single blocks.
func ownTotal(c form.Claim) bool {
	return (c.Quantity.Unit == "分" || c.Quantity.Unit == "") && c.About.Kind != "indicator" && c.About.Kind != "section" &&
		!hasAny(c.Sentence, "上年", "去年", "平均") && !hasAny(c.Subject, "满分", "分值", "权重") && !strings.Contains(c.Sentence, "满分"+c.Quantity.Value)
}
