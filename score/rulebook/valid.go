package rulebook

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
)

// valid tells what a book lacks or contradicts: a book is data that others write.
func (b *Book) valid() error {
	return errors.Join(
		b.titled(),
		positive("execution.weight", b.Execution.Weight),
		b.formulas(),
		b.choices(),
		b.Qualitative.valid(),
		b.Satisfaction.valid(),
		b.Grades.valid(),
		b.Over.valid(),
		b.Weights.valid(),
	)
}

func (b *Book) titled() error {
	if b.Name.ZH == "" || b.Name.EN == "" || b.Clause.ZH == "" || b.Clause.EN == "" {
		return errors.New("name and clause are needed, each in zh and en")
	}
	return nil
}

func positive(what string, d Decimal) error {
	if r := d.Rat(); r == nil || r.Sign() <= 0 {
		return fmt.Errorf("%s: %q is not a positive decimal", what, d)
	}
	return nil
}

var formulas = map[Formula]bool{Ratio: true, Inverse: true, Linear: true, TwoSided: true, AllOrNil: true}

// choices holds the words that stand for a choice to those that are known.
func (b *Book) choices() error {
	switch {
	case !slices.Contains([]Base{Initial, FullYear, Adjusted}, b.Execution.Base):
		return fmt.Errorf("execution.base: no choice %q", b.Execution.Base)
	case !slices.Contains([]ZeroBudget{ZeroEarnsZero, ZeroEarnsFull, ZeroIsOpen}, b.Execution.ZeroBudget):
		return fmt.Errorf("execution.zero_budget: no choice %q", b.Execution.ZeroBudget)
	case !slices.Contains([]ZeroTarget{ZeroAllOrNil, ZeroIsUnsaid}, b.Quantitative.ZeroTarget):
		return fmt.Errorf("quantitative.zero_target: no choice %q", b.Quantitative.ZeroTarget)
	case !slices.Contains([]NotApplicable{Rescale, FullMarks, NotSettled, EarnsNought}, b.NotApplicable):
		return fmt.Errorf("not_applicable: no choice %q", b.NotApplicable)
	}
	return nil
}

func (b *Book) formulas() error {
	q := b.Quantitative
	for _, list := range [][]Formula{q.Positive, q.Negative, q.Equal} {
		if len(list) == 0 {
			return errors.New("quantitative: positive, negative and equal each need a formula")
		}
		for _, f := range list {
			if !formulas[f] {
				return fmt.Errorf("quantitative: no formula %q", f)
			}
		}
	}
	return nil
}

// valid holds the bands to cover the weight without gap or overlap, best class first.
func (q Qualitative) valid() error {
	top := big.NewRat(1, 1)
	for _, b := range q.Bands {
		low, high := b.Low.Rat(), b.High.Rat()
		if low == nil || high == nil || high.Cmp(top) != 0 || low.Cmp(high) >= 0 {
			return fmt.Errorf("qualitative: band %s [%s, %s] leaves a gap or is empty", b.Class, b.Low, b.High)
		}
		top = low
	}
	if top.Sign() != 0 {
		return errors.New("qualitative: the last band does not start at 0")
	}
	return nil
}

// valid holds the rungs to go down from one to the next, in what they ask and in what they earn.
func (s Satisfaction) valid() error {
	from, earn := big.NewRat(2, 1), big.NewRat(2, 1)
	for _, r := range s.Ladder {
		f, e := r.From.Rat(), r.Earn.Rat()
		if f == nil || e == nil || f.Cmp(from) >= 0 || e.Cmp(earn) >= 0 {
			return fmt.Errorf("satisfaction: rung from %q does not lie below the one before", r.From)
		}
		from, earn = f, e
	}
	return nil
}

func (g Grades) valid() error {
	last := big.NewRat(101, 1)
	for _, b := range g.Bands {
		low := b.Low.Rat()
		if low == nil || low.Cmp(last) >= 0 || b.Name.ZH == "" {
			return fmt.Errorf("grades: %s from %q does not lie below the one before", b.Name.ZH, b.Low)
		}
		last = low
	}
	if last.Sign() != 0 {
		return errors.New("grades: the last one does not start at 0")
	}
	return nil
}

func (o Over) valid() error {
	for _, t := range o.Tiers {
		from, cut := t.From.Rat(), t.Cut.Rat()
		if from == nil || cut == nil || t.To != "" && t.To.Rat().Cmp(from) <= 0 {
			return fmt.Errorf("over: tier from %q to %q is empty", t.From, t.To)
		}
	}
	return nil
}

func (w Weights) valid() error {
	sum := new(big.Rat)
	for _, s := range w.Level1 {
		if err := positive("weights."+s.Name, s.Weight); err != nil {
			return err
		}
		sum.Add(sum, s.Weight.Rat())
	}
	if total := w.Total.Rat(); len(w.Level1) > 0 && (total == nil || total.Cmp(sum) != 0) {
		return fmt.Errorf("weights: level 1 adds up to %s, not to %s", sum.RatString(), w.Total)
	}
	return nil
}
