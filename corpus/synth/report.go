// Package synth makes reports whose truth is known. A seed goes in; out come papers - the printed report
// before it has a format - and beside each what is printed in it and what was put wrong. A report is
// first drawn as figures that agree with each other and with the rules, then spoilt if it is to be, and
// only then laid out as one of the forms that offices use. It reads no report and knows none of the readers.
package synth

import "math/big"

// report is one self-evaluation in figures. All numbers are decimals as they are printed, but without commas.
type report struct {
	kind       string // project, department, transfer, evaluation
	year       int
	province   string // printed before names, or empty
	place      string
	unit       string // 实施单位
	department string // 主管部门
	project    string
	code       string
	person     string
	theme      *theme
	style      style

	fund   fund   // the total row
	parts  []fund // 其中
	spends string // why not all was spent
	added  string // why the budget was changed in the year; empty if it was not

	goals    []goal
	total    string
	grade    string
	say      said
	list     []listed // projects of a department, told in a table of the running text
	told     bool     // running text stands around the tables
	copied   int      // the year left in the text by copying, 0 for none
	facts    []fact   // told in running text
	allDone  bool     // the text says that every indicator was met
	filedIn  int      // the year of the day of filing; 0 for the one after the year evaluated
	hint     string   // an instruction of the template that was left in the text
	renumber bool     // the tables of the text all have the first number
	skip     bool     // the numbers of the sections leave one out
	summary  bool     // the summary table is wanted

	listCount int // of indicators, as the text counts them
}

// fund is one row of money.
type fund struct{ initial, budget, spent, weight, rate, score string }

// listed is one project of a department: what it cost and how it scored itself.
type listed struct{ name, budget, spent, rate, score string }

// goal is an annual goal with its blocks; most reports have one, without a name.
type goal struct {
	name   string
	blocks []block
}

// block is a level-1 block.
type block struct {
	name   string
	weight string
	score  string // as a summary table prints it
	rate   string // 得分率 there
	rows   []*row
}

// said is what running text repeats of the tables.
type said struct {
	budget, spent, money, rate, total, grade string
	unit                                     string // whose report it is
	unmet                                    int    // rows that fell short
}

// shape is what a row measures.
type shape int

const (
	counted shape = iota
	percent
	cost
	ceiling
	none // a target of zero
	dated
	worded
	content // satisfaction
	process // judged by a list of requirements, without target
)

// row is one indicator.
type row struct {
	level2, name string
	shape        shape
	bound        string // >=, <=, = or blank
	value, unit  string // of the target
	words        string // the target, where it is no number
	got, gotUnit string
	gotWords     string
	about        bool // the result is printed as 余
	weight       string
	score        string
	review       string
	missed       bool
	reason       string
	rule         string
	last         string // last year's result

	aim  string // the target as the goals text has it
	done string // the result as the goals text has it
	told string // the result as running text has it
	also string // the result as a second table has it
}

func (r *report) blocks() (all []*block) {
	for i := range r.goals {
		for j := range r.goals[i].blocks {
			all = append(all, &r.goals[i].blocks[j])
		}
	}
	return all
}

func (r *report) rows() (all []*row) {
	for _, b := range r.blocks() {
		all = append(all, b.rows...)
	}
	return all
}

// filed is the year of the day on which the form says that it was filled in.
func (r *report) filed() int {
	if r.filedIn != 0 {
		return r.filedIn
	}
	return r.year + 1
}

// settle adds up what the rows say, and lets the running text say the same.
func (r *report) settle() {
	sum := number(r.fund.score)
	for _, b := range r.blocks() {
		score := new(big.Rat)
		for _, x := range b.rows {
			score.Add(score, number(x.score))
			x.aim, x.done, x.told, x.also = x.value, x.got, x.got, x.got
		}
		sum.Add(sum, score)
		b.score = r.style.points(score)
		b.rate = rounded(new(big.Rat).Mul(quotient(b.score, b.weight), big.NewRat(100, 1)), 2)
	}
	r.total = r.style.points(sum)
	r.grade = gradeOf(r.total)
	r.say = said{r.fund.budget, r.fund.spent, r.style.money, r.fund.rate, r.total, r.grade, r.province + r.unit, 0}
	for _, x := range r.rows() {
		if x.missed && x.shape != process {
			r.say.unmet++
		}
	}
	r.listCount = len(r.rows())
}

func gradeOf(total string) string {
	switch {
	case compare(total, "90") >= 0:
		return "优"
	case compare(total, "80") >= 0:
		return "良"
	case compare(total, "60") >= 0:
		return "中"
	}
	return "差"
}

// reckon computes the rate and the score of a row of money.
func (r *report) reckon(f *fund) {
	f.rate, f.score = "", ""
	if isZero(f.budget) {
		return
	}
	rate := quotient(f.spent, f.budget)
	f.rate = r.style.rate(new(big.Rat).Mul(rate, big.NewRat(100, 1)))
	if f.weight != "" {
		if rate.Cmp(big.NewRat(1, 1)) > 0 {
			rate.SetInt64(1)
		}
		f.score = r.style.points(rate.Mul(rate, number(f.weight)))
	}
}

// due is what a row earns by its weight and its result.
func (r *report) due(x *row) string {
	degree := big.NewRat(1, 1)
	switch {
	case !x.missed:
	case x.shape == worded || x.shape == dated:
		degree = big.NewRat(7, 10)
	case x.shape == none:
		degree = new(big.Rat)
	case x.bound == "<=":
		degree = quotient(x.value, x.got)
	default:
		degree = quotient(x.got, x.value)
	}
	return r.style.points(degree.Mul(degree, number(x.weight)))
}

// words of the target and of the result as they are printed in one cell.
func (x *row) quantified() bool { return x.value != "" }

func (x *row) full() bool { return compare(x.score, x.weight) == 0 }
