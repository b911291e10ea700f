package report

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// scored is one row that is recomputed: an indicator or a fund that earns points, the execution rate of a
// fund, the sum or the rate of a section, or the total.
type scored struct {
	level1, level2, name   string
	target, actual, weight form.Entry
	score                  form.Entry // what is held against what is due
	reason                 form.Entry
	completion             *big.Rat
	method                 string
	working, clause        document.Message
	doubts                 []document.Message

	due     quantity.Interval // as the cell shows it: rates as fractions; zero if nothing could be computed
	way     shownTo           // how it is brought to the printed digits
	percent bool              // the printed figure is a rate
	by      *finding.Reading
	parts   []int    // the rows that it is the sum of
	printed bool     // the sum is of what is printed, not of what is settled
	rate    *big.Rat // what actual over target is multiplied with to be a rate

	points          finding.Points // every reading of what it is due
	adds            bool           // it earns points
	settled         *big.Rat       // what it adds to a sum; nil if that is no single number
	settledDecimals int
	found           []int // the findings that speak of it
}

// printedDecimals is how finely the printed figure is held in its cell.
func (x *scored) printedDecimals() int {
	_, format, _ := exact(x.score)
	return decimalsOf(format)
}

// compute is the figure that is due as a formula; ok is false if no formula over the row comes to it.
func (x *scored) compute(p *papers, at int) (term, bool) {
	quoted := operands{quotedIn(x.weight, ref(weightColumn, at)), quotedIn(x.actual, ref(actualColumn, at)), quotedIn(x.target, ref(targetColumn, at))}
	var t term
	ok := false
	switch {
	case x.due.IsZero():
		return term{}, false
	case x.by != nil:
		return quoted.live(x.method, x.by)
	case len(x.parts) > 0:
		t, ok = x.sumOf(p)
	case x.rate != nil && quoted.actual != nil && quoted.target != nil:
		if t, ok = over(quoted.actual.term, quoted.target.term); ok && quantity.Compare(x.rate, quantity.Whole(1)) != 0 {
			t = times(t, term{x.rate.RatString(), x.rate, ofAtom})
		}
	}
	return t, ok && x.due.Holds(t.value)
}

// mostTerms bounds a sum that is written out; Excel takes formulas of 8,192 characters.
const mostTerms = 800

// sumOf adds the figures of the rows that make up the sum.
func (x *scored) sumOf(p *papers) (term, bool) {
	rows, column := x.parts, settledColumn
	if x.printed {
		column = scoreColumn
	}
	value, list := new(big.Rat), []string(nil)
	for n := 0; n < len(rows); {
		m := n
		for m+1 < len(rows) && rows[m+1] == rows[m]+1 {
			m++
		}
		from, to := ref(column, p.inRows.row+rows[n]), ref(column, p.inRows.row+rows[m])
		if m == n {
			list = append(list, from)
		} else {
			list = append(list, "SUM("+from+":"+to+")")
		}
		n = m + 1
	}
	for _, i := range rows {
		part := p.rows[i].settled
		if x.printed {
			part, _, _ = exact(p.rows[i].score)
		}
		if part == nil {
			return term{}, false
		}
		value.Add(value, part)
	}
	return term{strings.Join(list, "+"), value, ofSum}, len(list) <= mostTerms
}

// plan lists what is recomputed of a form: rates and scores of the funds, indicators, sections, total.
func plan(f *finding.Report, lang string) []scored {
	p := planner{report: f, lang: lang, precision: recompute.PrecisionOf(f.Form)}
	for i := range f.Form.Funds {
		p.fund(i)
	}
	for i := range f.Form.Indicators {
		p.indicator(i)
	}
	tree := recompute.Outline(f.Form)
	for i := range f.Form.Sections {
		p.section(i, tree.Section(i))
	}
	p.printedSum(tree)
	p.total(tree.All())
	return p.rows
}

// planner collects the rows of one form.
type planner struct {
	report            *finding.Report
	lang              string
	precision         recompute.Precision
	rows              []scored
	funds, indicators map[int]int // the rows that they became
}

func (p *planner) add(x scored, points finding.Points) int {
	x.points, x.method, x.clause = points, points.Method, points.Clause
	x.working = points.Why
	x.adds = true
	x.settledDecimals = max(int(p.precision), 2)
	x.way = halfUp.at(p.decimals(x.score))
	p.settle(&x, points)
	p.rows = append(p.rows, x)
	return len(p.rows) - 1
}

// earning are the rows of a form that earn points: funds, then indicators.
func earning(f *finding.Report, lang string) []scored {
	return slices.DeleteFunc(plan(f, lang), func(x scored) bool { return !x.adds })
}

// settle chooses the reading that the printed score agrees with, else the strict one.
func (p *planner) settle(x *scored, points finding.Points) {
	if len(points.Readings) == 0 {
		x.settled, _, _ = exact(x.score)
		return
	}
	fit, ok := p.precision.Fit(points, x.score)
	x.by = &points.Readings[0]
	if ok {
		x.by = &fit.Reading
		x.settled, _, _ = exact(x.score)
		switch fit.Mode {
		case recompute.Truncated:
			x.way = cutOff.at(x.way.decimals)
		case recompute.Whole:
			x.way = halfUp.at(0)
		}
	} else if d := x.by.Score.Rounded(x.settledDecimals); !x.by.Score.IsZero() && quantity.Compare(d.Low, d.High) == 0 {
		x.settled = d.Low
	}
	x.due, x.working = x.by.Score, say(x.by.Working, x.by.Working)
}

// decimals is the digit that a score was rounded to; see recompute.Precision.
func (p *planner) decimals(score form.Entry) int {
	if d := quantity.Decimals(score.Value); d > 0 {
		return d
	}
	if p.precision > 0 {
		return int(p.precision)
	}
	return 2
}

func (p *planner) fund(i int) {
	x := p.report.Form.Funds[i]
	level := say("预算执行", "execution").In(p.lang)
	var due finding.FundDue
	if i < len(p.report.Due.Funds) {
		due = p.report.Due.Funds[i]
	}
	row := scored{level1: level, name: x.Name, target: x.Budget, actual: x.Spent, reason: x.Reason}
	if m := middle(due.Rate); m != nil {
		row.completion = m.Quo(m, big.NewRat(100, 1))
	}
	if !x.Rate.Missing() {
		rate := row
		rate.level2, rate.score, rate.reason = say("执行率", "rate").In(p.lang), x.Rate, form.Entry{}
		rate.working = say("执行数 ÷ 预算数", "spent ÷ budget")
		p.rated(rate, due.Rate)
	}
	if x.Score.Missing() && x.Weight.Missing() {
		return
	}
	row.weight, row.score = x.Weight, x.Score
	if p.funds == nil {
		p.funds = map[int]int{}
	}
	p.funds[i] = p.add(row, due.Score)
}

// rated adds a row that holds a rate, due in percent.
func (p *planner) rated(x scored, due quantity.Interval) {
	x.percent = strings.ContainsAny(x.score.Text, "%％")
	x.rate = big.NewRat(1, 1)
	text, ok := recompute.Percent(x.score, due)
	x.way = halfUp.at(2)
	if ok {
		decimals := quantity.Decimals(text)
		x.way = halfUp.at(decimals)
		if v := (quantity.Quantity{Value: text}).Rat(); recompute.Match(due, v, decimals) == recompute.Truncated {
			x.way = cutOff.at(decimals)
		}
	}
	switch {
	case x.percent || ok && text != x.score.Value:
		x.way.decimals += 2
		if !due.IsZero() {
			due = due.Scale(big.NewRat(1, 100))
		}
	default:
		x.rate = big.NewRat(100, 1)
	}
	x.due = due
	p.rows = append(p.rows, x)
}

func (p *planner) indicator(i int) {
	x := p.report.Form.Indicators[i]
	row := scored{level1: x.Level1, level2: x.Level2, name: x.Name, target: x.Target, actual: x.Actual, weight: x.Weight,
		score: x.Score, reason: x.Reason, doubts: rowDoubts(&x)}
	var due finding.IndicatorDue
	if i < len(p.report.Due.Indicators) {
		due = p.report.Due.Indicators[i]
	}
	row.completion = middle(due.Completion)
	if p.indicators == nil {
		p.indicators = map[int]int{}
	}
	p.indicators[i] = p.add(row, due.Points)
}

// section adds the sum and the rate of a section, as far as they are printed.
func (p *planner) section(i int, m recompute.Members) {
	x := p.report.Form.Sections[i]
	var due finding.SectionDue
	if i < len(p.report.Due.Sections) {
		due = p.report.Due.Sections[i]
	}
	if !x.Score.Missing() && !due.Score.IsZero() {
		p.sum(scored{level1: x.Name, name: say("小计", "subtotal").In(p.lang), weight: x.Weight, score: x.Score}, due.Score, m)
	}
	if !x.Rate.Missing() && !due.Rate.IsZero() {
		p.rated(scored{level1: x.Name, name: say("得分率", "rate of score").In(p.lang), target: x.Weight, actual: x.Score, score: x.Rate,
			working: say("得分 ÷ 分值", "score ÷ weight")}, due.Rate)
	}
}

// printedSum adds the row that holds the total against the printed scores, where the checks could: other
// forms weigh their scores.
func (p *planner) printedSum(tree *recompute.Tree) {
	const check = "TOT-01"
	t, sum := p.report.Form.Total, tree.AllScores()
	told := slices.ContainsFunc(p.report.Findings, func(f finding.Finding) bool { return f.Code == check })
	if t.Score.Missing() || sum.Value == nil || !told && !slices.Contains(p.report.Ran, check) {
		return
	}
	x := scored{name: say("总分（填报得分之和）", "total (sum of printed scores)").In(p.lang), weight: t.Weight, score: t.Score, printed: true}
	p.sum(x, quantity.Exactly(sum.Value), tree.All())
}

func (p *planner) total(m recompute.Members) {
	t := p.report.Form.Total
	if due := p.report.Due.Total; !t.Score.Missing() && !due.IsZero() {
		p.sum(scored{name: say("总分（按核定）", "total (settled)").In(p.lang), weight: t.Weight, score: t.Score}, due, m)
	}
}

// sum adds a row that is due the sum of the settled figures of others.
func (p *planner) sum(x scored, due quantity.Interval, m recompute.Members) {
	x.due, x.way = due, halfUp.at(p.decimals(x.score))
	x.working = say("各行“核定”之和", "sum of the settled figures")
	if x.printed {
		x.working = say("各行“填报”之和", "sum of the printed figures")
	}
	for _, i := range m.Funds {
		if row, ok := p.funds[i]; ok {
			x.parts = append(x.parts, row)
		}
	}
	cells := map[document.Place]bool{}
	for _, i := range m.Indicators {
		row, ok := p.indicators[i]
		one := &p.report.Form.Indicators[i]
		if !ok || recompute.Inapplicable(one) || recompute.Unscored(one) {
			continue
		}
		// A score merged over several rows counts once.
		if at := key(one.Score.Place); at.Column > 0 || at.Cell != "" {
			if cells[at] {
				continue
			}
			cells[at] = true
		}
		x.parts = append(x.parts, row)
	}
	p.rows = append(p.rows, x)
}
