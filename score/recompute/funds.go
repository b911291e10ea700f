package recompute

import (
	"fmt"
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

// Methods that Points name.
const (
	MethodExecution   = "execution"
	MethodQualitative = "qualitative"
	MethodDeadline    = "deadline"
	MethodRange       = "range"
	MethodZero        = "zero-target"
	MethodNone        = "none"
)

// Names of readings.
const (
	Strict        = "strict"         // exact to the end, rounded once
	DisplayedRate = "displayed-rate" // from the rate as printed
	Unrounded     = "unrounded"      // from any values that print as the measured figures do
	BandReading   = "band"           // anywhere in the band of the class
	OverTier      = "over-tier"      // cut for far over-achievement
	LadderReading = "ladder"         // satisfaction by the rungs of a ladder
	Discretion    = "discretion"     // a cut that the book leaves to the reviewer
)

// Budget is the entry that execution is measured against: the full-year or adjusted budget, or the
// initial one where the form prints no other.
func Budget(x *form.Fund) form.Entry {
	if x.Budget.Numeric() {
		return x.Budget
	}
	if x.Budget.Missing() && x.Initial.Numeric() {
		return x.Initial
	}
	return x.Budget
}

// Amount is the interval of a printed sum of money in yuan; money is the unit of the table, for
// entries without one. ok is false if the entry holds no number.
func Amount(e form.Entry, money string) (quantity.Interval, bool) {
	if !e.Numeric() {
		return quantity.Interval{}, false
	}
	i, ok := e.Interval()
	if !ok {
		return quantity.Interval{}, false
	}
	return i.Scale(scale(e.Unit, money)), true
}

// scale is how many base units (元) one printed unit is; 1 for a unit that is not known.
func scale(unit, money string) *big.Rat {
	if unit == "" {
		unit = money
	}
	one := quantity.Quantity{Value: "1", Unit: unit, Kind: quantity.Number}
	if m, ok := one.Measure(); ok && m.Value != nil && m.Value.Sign() > 0 {
		return m.Value
	}
	return quantity.Whole(1)
}

// Rate is spent ÷ budget in percent, as the interval of all rates that the printed amounts allow.
func Rate(spent, budget form.Entry, money string) (quantity.Interval, bool) {
	s, ok := Amount(spent, money)
	if !ok {
		return quantity.Interval{}, false
	}
	b, ok := Amount(budget, money)
	if !ok || b.Low.Sign() <= 0 {
		return quantity.Interval{}, false
	}
	q, ok := s.Over(b)
	if !ok {
		return quantity.Interval{}, false
	}
	return q.Scale(hundred()), true
}

// Quotient is spent ÷ budget in percent for the amounts as displayed; nil where there is no rate.
func Quotient(spent, budget form.Entry, money string) *big.Rat {
	if !plain(spent) || !plain(budget) {
		return nil
	}
	whole := budget.Rat()
	if whole.Sign() <= 0 {
		return nil
	}
	q := quantity.Per(spent.Rat(), whole)
	if spent.Unit != budget.Unit {
		q = quantity.Times(q, quantity.Per(scale(spent.Unit, money), scale(budget.Unit, money)))
	}
	return quantity.Times(q, hundred())
}

func hundred() *big.Rat { return quantity.Whole(100) }

func (c rows) fund(i int) finding.FundDue {
	x := &c.form.Funds[i]
	var d finding.FundDue
	d.Rate, _ = Rate(x.Spent, Budget(x), x.Money)
	if !c.weighed {
		d.Score = unknown("分值不是以分计列的", "weights are not printed in points")
		return d
	}
	d.Score = c.fundPoints(i, d.Rate)
	return d
}

// Carries reports whether the fund row earns points of its own. A weight and score merged over the
// total row and its parts belong to the first of them alone.
func Carries(f *form.Form, i int) bool {
	x := &f.Funds[i]
	if x.Weight.Missing() && x.Score.Missing() {
		return false
	}
	if !x.Part {
		return true
	}
	for k := i - 1; k >= 0; k-- {
		first := &f.Funds[k]
		if first.Part {
			continue
		}
		return first.Weight.Missing() && first.Score.Missing()
	}
	return true
}

func (c rows) fundPoints(i int, rate quantity.Interval) finding.Points {
	x, b := &c.form.Funds[i], c.book
	w := Weight(x.Weight)
	switch {
	case !Carries(c.form, i):
		return unknown("该行不单独计分", "the row earns no points of its own")
	case w == nil:
		return unknown("未列分值", "no weight is printed")
	case rate.IsZero() || Quotient(x.Spent, Budget(x), x.Money) == nil:
		return zeroBudget(x, w, b)
	}
	if p, ok := c.ofFund(x, w, rate); ok {
		return p
	}
	p := finding.Points{Method: MethodExecution, Clause: b.Execution.Clause}
	share := quantity.Per(w, hundred())
	exact := capped(quantity.Exactly(Quotient(x.Spent, Budget(x), x.Money)).Scale(share), w, b.Execution.Cap)
	working := fmt.Sprintf("%s × %s ÷ %s = %s", short(w), x.Spent.Value, Budget(x).Value, short(exact.Low))
	p.Readings = append(p.Readings, finding.Reading{Name: Strict, Score: exact, Working: working})
	if r, ok := displayed(x, rate, w, b.Execution.Cap); ok && admitsRate(b, rulebook.FromDisplayed) {
		p.Readings = append(p.Readings, r)
	}
	unrounded := capped(rate.Scale(share), w, b.Execution.Cap)
	p.Readings = append(p.Readings, finding.Reading{Name: Unrounded, Score: unrounded, Working: working, Lenient: true})
	return p
}

// Weight is the printed weight as a number above zero, or nil.
func Weight(e form.Entry) *big.Rat {
	if !e.Numeric() {
		return nil
	}
	weight := e.Rat()
	if weight.Sign() <= 0 {
		return nil
	}
	return weight
}

// displayed is the score from the rate as it is printed: many forms compute so.
func displayed(x *form.Fund, due quantity.Interval, w *big.Rat, limit bool) (finding.Reading, bool) {
	rate, ok := Percent(x.Rate, due)
	if !ok {
		return finding.Reading{}, false
	}
	v, _ := new(big.Rat).SetString(rate)
	score := quantity.Times(w, quantity.Per(v, hundred()))
	i := capped(quantity.Exactly(score), w, limit)
	return finding.Reading{
		Name: DisplayedRate, Score: i, Lenient: true,
		Working: fmt.Sprintf("%s × %s%% = %s", short(w), rate, short(i.Low)),
	}, true
}

func zeroBudget(x *form.Fund, w *big.Rat, b *rulebook.Book) finding.Points {
	budget := Budget(x)
	if !budget.Numeric() || budget.Rat().Sign() != 0 {
		return unknown("预算数或执行数缺失", "budget or spending is missing")
	}
	p := finding.Points{Method: MethodExecution, Clause: b.Execution.Clause}
	switch b.Execution.ZeroBudget {
	case rulebook.ZeroEarnsZero:
		p.Readings = []finding.Reading{{Name: Strict, Score: quantity.Exactly(new(big.Rat)), Working: "0"}}
	case rulebook.ZeroEarnsFull:
		p.Readings = []finding.Reading{{Name: Strict, Score: quantity.Exactly(w), Working: short(w)}}
	default:
		return unknown("预算数为零，办法未规定如何计分", "the budget is zero and the rules do not say what it earns")
	}
	return p
}

// capped keeps a score at or above zero and, where there is a cap, at or below the weight.
func capped(i quantity.Interval, w *big.Rat, limit bool) quantity.Interval {
	high := w
	if !limit && quantity.Compare(i.High, w) > 0 {
		high = i.High
	}
	return i.Clamp(new(big.Rat), high)
}

func unknown(zh, en string) finding.Points {
	return finding.Points{Method: MethodNone, Why: document.Message{ZH: zh, EN: en}}
}
