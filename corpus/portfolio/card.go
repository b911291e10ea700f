package portfolio

import (
	"math"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/report"
	"fuhe/score/finding"
)

// key is the hash of a name; 0 is no name. Names are told apart by 64 bits.
type key uint64

// card is what is kept of one form.
type card struct {
	id      string // of the form
	path    string
	number  int // from 1
	kind    form.Kind
	unit    string
	project string
	year    int

	who, what, named key // unit with region; project with kind; project alone
	inCharge         key // 主管部门
	conflict         bool

	score, full, budget, initial, spent amount
	belied                              bool  // a target is missed or the money was not spent, as the form's own review found
	rates, roundRates                   int   // measured rates, and those that end in 0 or 5
	fund                                int16 // the row of the whole budget
	outputs                             int   // quantity indicators, with a figure or not
	rows                                []row
	listed                              []listed
	paragraphs                          []signature
}

// amount is a printed figure as the interval that it stands for, in the base unit. Candidates are found by it;
// what is told is compared again exactly.
type amount struct {
	value, half float64
	digits      int8 // significant ones; 0: there was none
}

func (a amount) known() bool { return a.digits > 0 }

// meets reports whether two figures may be one; a missing one may be anything.
func (a amount) meets(b amount) bool {
	if !a.known() || !b.known() {
		return true
	}
	return math.Abs(a.value-b.value) <= (a.half+b.half)*(1+1e-9)+1e-12*math.Abs(a.value)
}

func (a amount) same(b amount) bool { return a.known() && b.known() && a.value == b.value }

// row is what is kept of an indicator with a figure.
type row struct {
	name, dim            key
	target, actual, last amount
	at                   int16
	cited                int16 // index of the claim that last was read of, or -1
	more                 bool  // the more the better
	price                bool  // an amount of money for each of something
	output               bool  // 数量指标, counted
	proportion           bool
}

// listed is a row of a department's form that may be one of its projects.
type listed struct {
	name                 key
	budget, spent, score amount
	at                   int16
	section              bool
}

// Most of what is kept of one form, whatever it holds.
const (
	mostRows       = 400
	mostParagraphs = 150
)

// keyOf is the key of a name in parts: FNV-1a, the same in every run.
func keyOf(parts ...string) key {
	sum, some := uint64(14695981039346656037), false
	for _, part := range parts {
		some = some || part != ""
		for i := 0; i < len(part); i++ {
			sum = (sum ^ uint64(part[i])) * 1099511628211
		}
		sum = (sum ^ 0xff) * 1099511628211
	}
	if !some {
		return 0
	}
	return key(mix(sum))
}

// yearly is the year in a project's name, which says nothing of which project it is.
var yearly = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:19|20)\d\d(?:年度|年)?`) })

// projectName is the comparable name of a project, or "" where it names none.
func projectName(name string) string {
	name = lexicon.Fold(yearly().ReplaceAllString(quantity.Fold(name), ""))
	if utf8.RuneCountInString(name) < 4 || strings.Contains(vague, " "+name+" ") {
		return ""
	}
	return name
}

// vague are names that many projects of one unit may go by.
const vague = " 项目支出 专项资金 专项经费 其他项目 其他支出 业务经费 工作经费 其他专项 部门项目 一般项目 其他经费 年度资金总额 "

// newCard keeps what the checks need of one form.
func newCard(r *report.Result, n int) card {
	review := r.Reports[n]
	f := review.Form
	c := card{id: report.FormID(r, n), path: r.Source.Path, number: n + 1, kind: f.Kind, unit: f.Unit, project: f.Project, year: f.Year}
	if c.unit == "" {
		c.unit = r.Source.Given.Unit
	}
	if c.year == 0 {
		c.year = r.Source.Given.Year
	}
	region := r.Source.Given.Region
	if unit := lexicon.Fold(c.unit); unit != "" {
		c.who = keyOf(region, unit)
	}
	if name := projectName(f.Project); name != "" {
		c.named = keyOf(name)
		c.what = keyOf(string(f.Kind), name)
	} else if f.Kind == form.Department {
		c.what = keyOf(string(f.Kind), "\x01")
	}
	for _, field := range f.Fields {
		if strings.HasPrefix(lexicon.Key(field.Name), "主管部门") && field.Value.Text != "" {
			c.inCharge = keyOf(region, lexicon.Fold(field.Value.Text))
		}
	}
	c.fill(f)
	c.belied = belied(review)
	return c
}

// fill keeps the figures, of a form whose rows can be judged.
func (c *card) fill(f *form.Form) {
	c.paragraphs = signatures(f)
	if f.Doubt != "" {
		return
	}
	c.score, c.full = plain(f.Total.Score), plain(f.Total.Weight)
	if !c.full.known() && c.score.known() && c.score.value <= 100 {
		c.full = amount{value: 100, digits: 3}
	}
	if i := totalFund(f); i >= 0 {
		c.fund = int16(i)
		c.initial, c.budget, c.spent = money(f.Funds[i].Initial, f.Funds[i]), money(f.Funds[i].Budget, f.Funds[i]), money(f.Funds[i].Spent, f.Funds[i])
	}
	c.keepRows(f)
	if f.Kind == form.Department {
		c.listed = listedIn(f)
	}
}

// totalFund is the row of the form's whole budget, or -1.
func totalFund(f *form.Form) int {
	for i, fund := range f.Funds {
		if !fund.Part && i < mostRows {
			return i
		}
	}
	return -1
}

// belied reports whether the form's own review found what full marks do not go with.
func belied(r *finding.Report) bool {
	for _, f := range r.Findings {
		switch f.Code {
		case "SCR-07", "SCR-16", "SCR-17", "EXE-04", "EXE-14":
			return true
		}
	}
	return false
}

func (c *card) keepRows(f *form.Form) {
	counts := map[key]int{}
	for i, ind := range f.Indicators {
		if i >= mostRows || ind.Doubt != "" {
			continue
		}
		if strings.Contains(ind.Level2, "数量") {
			c.outputs++
		}
		c.tallyRate(ind)
		r, ok := rowOf(ind, i)
		if !ok {
			continue
		}
		counts[r.name]++
		c.rows = append(c.rows, r)
	}
	c.cite(f)
	// A name that stands twice in a form says not which is which.
	kept := c.rows[:0]
	for _, r := range c.rows {
		if counts[r.name] == 1 {
			kept = append(kept, r)
		}
	}
	c.rows = kept
}

func rowOf(ind form.Indicator, at int) (row, bool) {
	actual, dim := measure(ind.Actual)
	if !actual.known() || lexicon.Generic(ind.Name) || ind.Actual.Approximate {
		return row{}, false
	}
	r := row{name: keyOf(lexicon.Fold(ind.Name)), dim: keyOf("dimension", dim), actual: actual, at: int16(at), cited: -1,
		proportion: dim == quantity.Proportion, price: strings.HasPrefix(dim, "元/")}
	if target, d := measure(ind.Target); d == dim && ind.Target.Bound != quantity.Range {
		r.target = target
	}
	if last, d := measure(ind.LastYear); d == dim && !ind.LastYear.Approximate && ind.LastYear.Bound != quantity.Range {
		r.last = last
	}
	quantityRow := strings.Contains(ind.Level2, "数量")
	r.more = !ind.Negative && !strings.Contains(ind.Level1+ind.Level2, "成本") &&
		(ind.Target.Bound == quantity.AtLeast || ind.Target.Bound == quantity.Above)
	r.output = quantityRow && !r.proportion && dim != "" && !strings.HasPrefix(dim, "元") && actual.value > 0
	return r, true
}

// cite takes last year's results out of the text, for rows whose table has none.
func (c *card) cite(f *form.Form) {
	for i, claim := range f.Claims {
		if claim.About.Kind != "indicator" || claim.About.Trust < 85 || claim.Role != form.RoleActual || f.Year == 0 || claim.Year != f.Year-1 || claim.Quantity.Approximate {
			continue
		}
		for j := range c.rows {
			r := &c.rows[j]
			last, dim := measure(claim.Quantity)
			if int(r.at) == claim.About.Index && !r.last.known() && last.known() && keyOf("dimension", dim) == r.dim && i < math.MaxInt16 {
				r.last, r.cited = last, int16(i)
			}
		}
	}
}

// tallyRate counts a measured rate: one that is neither all nor nothing nor just the target.
func (c *card) tallyRate(ind form.Indicator) {
	rate, dim := measure(ind.Actual)
	if !rate.known() || dim != quantity.Proportion || ind.Actual.Approximate || ind.Actual.Bound != quantity.None {
		return
	}
	target, _ := measure(ind.Target)
	if rate.value <= 0 || rate.value >= 1 || target.same(rate) {
		return
	}
	c.rates++
	if p := rate.value * 20; math.Abs(p-math.Round(p)) < 1e-9 {
		c.roundRates++
	}
}

func listedIn(f *form.Form) (all []listed) {
	for i, fund := range f.Funds {
		if name := projectName(fund.Name); name != "" && i < mostRows {
			all = append(all, listed{name: keyOf(name), budget: money(fund.Budget, fund), spent: money(fund.Spent, fund), at: int16(i)})
		}
	}
	for i, s := range f.Sections {
		name := projectName(s.Name)
		if !s.Summary || name == "" || i >= mostRows {
			continue
		}
		// A part of another weight than a form's 100 is not scored as the form is.
		if weight := plain(s.Weight); weight.known() && weight.value != 100 {
			continue
		}
		all = append(all, listed{name: keyOf(name), score: plain(s.Score), at: int16(i), section: true})
	}
	return all
}

// measure is the figure of an entry in the base unit of its dimension.
func measure(e form.Entry) (amount, string) {
	m, ok := e.Measure()
	if !ok || e.Doubt != "" {
		return amount{}, ""
	}
	v, _ := m.Value.Float64()
	a := amount{value: v, digits: significant(e.Value)}
	if i, _, ok := exact(e, ""); ok {
		low, _ := i.Low.Float64()
		a.half = math.Abs(v - low)
	}
	return a, m.Dimension
}

// plain is a score or weight; they are exact.
func plain(e form.Entry) amount {
	a, dim := measure(e)
	if dim != "" && dim != "分" {
		return amount{}
	}
	a.half = 0
	return a
}

// money is an amount in 元.
func money(e form.Entry, fund form.Fund) amount {
	if e.Unit == "" {
		e.Unit = fund.Money
	}
	a, dim := measure(e)
	if dim != "元" || e.Approximate || e.Bound != quantity.None {
		return amount{}
	}
	return a
}

// significant counts the digits from the first to the last that is not 0; at least 1 for a number.
func significant(value string) int8 {
	digits := strings.Trim(strings.ReplaceAll(strings.TrimPrefix(value, "-"), ".", ""), "0")
	return int8(max(1, min(len(digits), 100)))
}

// exact is what an entry stands for in the base unit, and its dimension; bare is the unit of one without.
func exact(e form.Entry, bare string) (quantity.Interval, string, bool) {
	q := e.Quantity
	if q.Unit == "" {
		q.Unit = bare
	}
	i, ok := quantity.Printed(q.Value)
	m, measured := q.Measure()
	if !ok || !measured {
		return quantity.Interval{}, "", false
	}
	one := q
	one.Value = "1"
	if q.Unit == "比例" {
		one.Value = q.Value // which is read by its size
		if m.Value.Sign() != 0 {
			return i.Scale(m.Value.Quo(m.Value, q.Rat())), m.Dimension, true
		}
	}
	unit, _ := one.Measure()
	return i.Scale(unit.Value), m.Dimension, true
}

// spotKind is which entry of a form a spot is.
type spotKind uint8

const (
	wholeForm spotKind = iota
	totalScore
	fundBudget
	fundSpent
	targetOf
	actualOf
	lastOf
	claimOf
	sectionScore
	paragraphOf
)

// spot is an entry of a form that a draft wants to see.
type spot struct {
	card int32
	kind spotKind
	at   int16
}

// entry is what stands at a spot.
type entry struct {
	form.Entry
	subject string
	bare    string // unit of an amount without one
	text    string // of a paragraph, whole
	masked  []rune
}

// seen are the spots that were fetched.
type seen map[spot]entry

func placed(e form.Entry, subject, bare string) entry {
	return entry{Entry: e, subject: subject, bare: bare}
}

// look is what stands at the spot of the form.
func look(f *form.Form, s spot) entry {
	at := int(s.at)
	switch s.kind {
	case totalScore:
		return placed(f.Total.Score, "总分", "")
	case fundBudget:
		return placed(f.Funds[at].Budget, f.Funds[at].Name, f.Funds[at].Money)
	case fundSpent:
		return placed(f.Funds[at].Spent, f.Funds[at].Name, f.Funds[at].Money)
	case targetOf:
		return placed(f.Indicators[at].Target, f.Indicators[at].Name, "")
	case actualOf:
		return placed(f.Indicators[at].Actual, f.Indicators[at].Name, "")
	case lastOf:
		return placed(f.Indicators[at].LastYear, f.Indicators[at].Name, "")
	case claimOf:
		e := f.Claims[at].Quantity
		e.Place = f.Claims[at].Place
		return placed(e, f.Claims[at].Subject, "")
	case sectionScore:
		return placed(f.Sections[at].Score, f.Sections[at].Name, "")
	case paragraphOf:
		return paragraphAt(f, at)
	}
	return entry{Entry: form.Entry{Place: document.Place{}}}
}
