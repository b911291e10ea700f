package recompute

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/rulebook"
)

func one() *big.Rat { return big.NewRat(1, 1) }

// completion is actual ÷ target of the displayed numbers. It fails for a target of zero or less, for
// ranges, and where the units do not agree.
func completion(actual, target form.Entry) (*big.Rat, bool) {
	if !plain(actual) || !plain(target) || target.Rat().Sign() <= 0 {
		return nil, false
	}
	i, ok := quantity.Ratio(actual.Quantity, target.Quantity)
	return i.Low, ok
}

// byNumber scores a number against its target with every formula that the book admits for its sense.
func (r row) byNumber() (finding.Points, bool) {
	if !plain(r.Target) || !plain(r.Actual) {
		return finding.Points{}, false
	}
	if r.Target.Rat().Sign() == 0 {
		return r.byZero()
	}
	x, ok := completion(r.Actual, r.Target)
	if !ok || r.Actual.Rat().Sign() < 0 {
		return finding.Points{}, false
	}
	met, known := Met(r.Indicator)
	if !known && SenseOf(r.Indicator) != Open {
		return unknown("完成值为约数，不能换算为得分", "the result is only an approximation"), true
	}
	p := finding.Points{Method: string(r.formulas()[0]), Clause: r.book.Quantitative.Clause}
	if met {
		p.Readings = append([]finding.Reading{r.full()}, r.over(x)...)
		return p, true
	}
	p.Readings = append(r.missed(x), r.byLadder()...)
	return p, true
}

// byZero scores a target of zero: no accidents, no complaints.
func (r row) byZero() (finding.Points, bool) {
	p := finding.Points{Method: MethodZero, Clause: r.book.Quantitative.Clause}
	switch {
	case r.Target.Bound == quantity.AtLeast, r.Actual.Rat().Sign() <= 0:
		p.Readings = []finding.Reading{r.full()}
	case r.book.Quantitative.ZeroTarget != rulebook.ZeroAllOrNil:
		return unknown("指标值为零，办法未规定如何计分", "the target is zero and the rules do not say what a result earns"), true
	case r.Target.Bound == quantity.Above:
		p.Readings = []finding.Reading{r.full()}
	default:
		p.Readings = []finding.Reading{{Name: Strict, Score: quantity.Exactly(new(big.Rat)), Working: fmt.Sprintf("%s > 0 → 0", r.Actual.Value)}}
	}
	return p, true
}

// formulas are those that the book admits for the row's sense, its own first. Where the sense is open,
// those of both senses.
func (r row) formulas() []rulebook.Formula {
	q := r.book.Quantitative
	var list []rulebook.Formula
	switch SenseOf(r.Indicator) {
	case Falling:
		list = q.Negative
	case Exact:
		list = q.Equal
	case Open:
		list = append(append(list, q.Positive...), q.Negative...)
	default:
		list = q.Positive
	}
	if len(list) == 0 {
		return []rulebook.Formula{rulebook.Ratio}
	}
	return list
}

// missed are the readings of a row that did not reach its target, or whose sense is open.
func (r row) missed(x *big.Rat) []finding.Reading {
	var exact, loose []finding.Reading
	for i, f := range r.formulas() {
		name := Strict
		if i > 0 {
			name = string(f)
		}
		exact = append(exact, finding.Reading{Name: name, Score: r.earn(f, quantity.Exactly(x)), Working: r.working(f, x)})
		if spread, ok := r.spread(x); ok {
			loose = append(loose, finding.Reading{Name: Unrounded, Score: r.earn(f, spread), Working: r.working(f, x), Lenient: true})
		}
	}
	return append(exact, loose...)
}

// byLadder is the reading of a rate of satisfaction by the ladder that the book admits.
func (r row) byLadder() []finding.Reading {
	m, ok := r.Actual.Measure()
	if !ok || m.Dimension != quantity.Proportion || SenseOf(r.Indicator) == Falling || !strings.Contains(r.Name+r.Level1+r.Level2, "满意") {
		return nil
	}
	for _, rung := range r.book.Satisfaction.Ladder {
		if quantity.Compare(m.Value, rung.From.Rat()) >= 0 {
			score := quantity.Times(r.weight, rung.Earn.Rat())
			working := fmt.Sprintf("%s → %s × %s%% = %s", r.Actual.Value+r.Actual.Unit, short(r.weight), percentOf(rung.Earn), short(score))
			return []finding.Reading{{Name: LadderReading, Score: quantity.Exactly(score), Working: working, Lenient: true}}
		}
	}
	return nil
}

// spread is the completion for every value that prints as the result does, if the result was measured:
// a rate, money, or any number with decimals. Counts are exact.
func (r row) spread(x *big.Rat) (quantity.Interval, bool) {
	m, ok := r.Actual.Measure()
	measured := quantity.Decimals(r.Actual.Value) > 0 || ok && (m.Dimension == "ratio" || m.Dimension == "元")
	printed, known := r.Actual.Interval()
	if !measured || !known || r.Actual.Rat().Sign() <= 0 {
		return quantity.Interval{}, false
	}
	i := printed.Scale(quantity.Per(x, r.Actual.Rat()))
	return i.Clamp(new(big.Rat), i.High), true
}

// earn is the score by the formula for a completion, within [0, weight].
func (r row) earn(f rulebook.Formula, x quantity.Interval) quantity.Interval {
	if pass := r.book.Quantitative.PassShare.Rat(); pass != nil && quantity.Compare(x.High, pass) < 0 {
		return quantity.Exactly(new(big.Rat))
	}
	low, high := r.share(f, x.Low), r.share(f, x.High)
	if quantity.Compare(low, high) > 0 {
		low, high = high, low
	}
	if f == rulebook.TwoSided && x.Holds(one()) {
		high = one()
	}
	return quantity.Interval{Low: low, High: high}.Scale(r.weight).Clamp(new(big.Rat), r.weight)
}

// share is the part of the weight that a completion earns by the formula.
func (r row) share(f rulebook.Formula, x *big.Rat) *big.Rat {
	switch f {
	case rulebook.Inverse:
		if x.Sign() <= 0 {
			return one()
		}
		return new(big.Rat).Inv(x)
	case rulebook.Linear:
		return quantity.Minus(quantity.Whole(2), x)
	case rulebook.TwoSided:
		return quantity.Minus(one(), distance(x, one()))
	case rulebook.AllOrNil:
		if met, _ := Met(r.Indicator); met {
			return one()
		}
		return new(big.Rat)
	}
	return x
}

// working shows the formula with its figures: 5 × 98 ÷ 100 = 4.9.
func (r row) working(f rulebook.Formula, x *big.Rat) string {
	w, a, t := short(r.weight), r.Actual.Value, r.Target.Value
	due := short(r.earn(f, quantity.Exactly(x)).Low)
	switch f {
	case rulebook.Inverse:
		return fmt.Sprintf("%s × %s ÷ %s = %s", w, t, a, due)
	case rulebook.Linear:
		return fmt.Sprintf("%s × (2 − %s ÷ %s) = %s", w, a, t, due)
	case rulebook.TwoSided:
		return fmt.Sprintf("%s × (1 − |%s − %s| ÷ %s) = %s", w, a, t, t, due)
	case rulebook.AllOrNil:
		return due
	}
	return fmt.Sprintf("%s × %s ÷ %s = %s", w, a, t, due)
}

// over are the further readings of a row far over its target: the cut of its tier, and where the book
// leaves a cut to the reviewer, any lower score.
func (r row) over(x *big.Rat) []finding.Reading {
	excess := quantity.Minus(x, one())
	if SenseOf(r.Indicator) == Falling {
		return nil
	}
	if cut := OverCut(r.book, excess); cut != nil {
		keep := quantity.Minus(one(), cut)
		score := quantity.Times(r.weight, keep)
		return []finding.Reading{{Name: OverTier, Score: quantity.Exactly(score), Working: fmt.Sprintf("%s × (1 − %s%%) = %s", short(r.weight), short(quantity.Times(cut, hundred())), short(score))}}
	}
	from := r.book.Explain.OverRatio.Rat()
	if !r.book.Over.May || from == nil || quantity.Compare(x, from) < 0 {
		return nil
	}
	return []finding.Reading{{Name: Discretion, Score: quantity.Interval{Low: new(big.Rat), High: r.weight}, Lenient: true}}
}

// OverCut is the share of the weight that the book's tiers cut at an over-achievement, as (a−t)÷t; nil
// if it lies below every tier.
func OverCut(b *rulebook.Book, excess *big.Rat) *big.Rat {
	for _, t := range b.Over.Tiers {
		from, to := t.From.Rat(), t.To.Rat()
		if from != nil && quantity.Compare(excess, from) >= 0 && (to == nil || quantity.Compare(excess, to) < 0) {
			return t.Cut.Rat()
		}
	}
	return nil
}

// short prints a figure as short as it is exact, with at most four digits behind the point.
func short(v *big.Rat) string { return quantity.FormatShort(v, 4) }

func middle(i quantity.Interval) *big.Rat {
	sum := quantity.Plus(i.Low, i.High)
	return sum.Quo(sum, big.NewRat(2, 1))
}
