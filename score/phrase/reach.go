package phrase

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/normalize/quantity"
)

// Set is the scores that a rule can give, highest first.
type Set struct{ Points []*big.Rat }

// Holds reports whether one of the scores prints as v with the given digits behind the point.
func (s Set) Holds(v *big.Rat, decimals int) bool {
	return slices.ContainsFunc(s.Points, func(p *big.Rat) bool {
		return quantity.Compare(p, v) == 0 || quantity.Compare(quantity.Round(p, decimals), v) == 0
	})
}

// Around returns the nearest scores over and under v; nil where there is none.
func (s Set) Around(v *big.Rat) (over, under *big.Rat) {
	for _, p := range s.Points {
		if quantity.Compare(p, v) >= 0 {
			over = p
		} else if under == nil {
			under = p
		}
	}
	return over, under
}

// String lists the scores: 4, 3.2, 2.4 … 0.
func (s Set) String() string {
	var parts []string
	for i, p := range s.Points {
		if i == 6 && len(s.Points) > 7 {
			parts = append(parts, "…", decimal(s.Points[len(s.Points)-1]))
			break
		}
		parts = append(parts, decimal(p))
	}
	return strings.ReplaceAll(strings.Join(parts, ", "), ", …, ", " … ")
}

func (s *Set) add(v *big.Rat) {
	i, found := slices.BinarySearchFunc(s.Points, v, func(a, b *big.Rat) int { return quantity.Compare(b, a) })
	if !found {
		s.Points = slices.Insert(s.Points, i, v)
	}
}

// setLimit bounds a set; a rule with more scores than that forbids none that matters.
const setLimit = 1000

// Reachable returns the scores that the rule can give a row of the weight; steps are counted whole. ok is false where the rule
// leaves the whole range from zero to the weight open: discretion, proportion, gaps.
func (r Rule) Reachable(weight *big.Rat) (set Set, ok bool) {
	if weight == nil || weight.Sign() <= 0 || len(r.Gaps) > 0 || !r.listed(weight) {
		return Set{}, false
	}
	set.add(weight)
	for _, c := range r.Clauses {
		set.start(c, weight)
	}
	least := r.least(weight)
	for _, c := range of[Count](r.Clauses) {
		if c.Gain {
			if ok = set.gain(c, weight); !ok {
				return Set{}, false
			}
			continue
		}
		if set, ok = set.less(c, weight, least); !ok {
			return Set{}, false
		}
	}
	for _, c := range of[Step](r.Clauses) {
		if set, ok = set.less(Count{Per: c.Per, Size: one}, weight, least); !ok {
			return Set{}, false
		}
		if c.Zero != nil {
			set.add(new(big.Rat))
		}
	}
	return set, true
}

// listed reports whether every clause gives single scores, and at least one of them gives any.
func (r Rule) listed(w *big.Rat) bool {
	gives := false
	for _, c := range r.Clauses {
		switch c := c.(type) {
		case Count, Binary, Cases:
			gives = true
		case Step:
			gives = true
			if c.Counting == InPart {
				return false
			}
		case Ladder:
			gives = true
			if !c.exhaustive() {
				return false
			}
		case Additive:
			gives = gives || len(c.Parts) > 1
			if quantity.Compare(c.Sum(), w) != 0 {
				return false
			}
		case Open:
			if c.leavesOpen() {
				return false
			}
		default:
			return false
		}
	}
	return gives
}

func (o Open) leavesOpen() bool {
	switch o.Kind {
	case Free, Exempt, Rank, Relative, Negative, Aggregate, ProRata, LowTarget, Standard, Rescaled, OneOfTwo, Optional:
		return true
	}
	return false
}

// exhaustive reports whether the ladder says what its lowest values earn.
func (l Ladder) exhaustive() bool {
	low, high := false, false
	for _, t := range l.Tiers {
		low = low || t.Else || t.Range.Low == nil
		high = high || t.Else || t.Range.High == nil
	}
	return low || high && len(l.Tiers) > 1 && l.downward()
}

// downward reports a ladder whose points grow as the values fall: its open top is its worst tier.
func (l Ladder) downward() bool {
	for _, t := range l.Tiers {
		if t.Range.High == nil && t.Points.Value.Sign() == 0 {
			return true
		}
	}
	return false
}

// start adds the scores that a clause gives by itself.
func (s *Set) start(c Clause, w *big.Rat) {
	switch c := c.(type) {
	case Ladder:
		for _, t := range c.Tiers {
			s.add(clamp(t.Points.of(w), w))
		}
	case Cases:
		for _, one := range c.All {
			s.add(clamp(one.Points.of(w), w))
		}
	case Binary:
		s.add(clamp(c.Points.of(w), w))
		s.add(new(big.Rat))
	case Additive:
		s.sums(c.Parts, w)
	case Open:
		if c.Kind == ZeroIf {
			s.add(new(big.Rat))
		}
	}
}

func (s *Set) sums(parts []*big.Rat, w *big.Rat) {
	sums := Set{Points: []*big.Rat{new(big.Rat)}}
	for _, p := range parts {
		for _, v := range slices.Clone(sums.Points) {
			sums.add(quantity.Plus(v, p))
		}
		if len(sums.Points) > setLimit {
			return
		}
	}
	for _, v := range sums.Points {
		s.add(clamp(v, w))
	}
}

// least is the lowest score that deductions may lead to.
func (r Rule) least(w *big.Rat) *big.Rat {
	for _, o := range of[Open](r.Clauses) {
		if (o.Kind == Most || o.Kind == Floor) && o.Value != nil {
			return clamp(quantity.Minus(w, o.Value), w)
		}
	}
	return new(big.Rat)
}

// gain adds the scores from nothing up to the weight, a step at a time.
func (s *Set) gain(c Count, w *big.Rat) bool {
	per, v := c.Per.of(w), new(big.Rat)
	for k := 0; quantity.Compare(v, w) < 0 && (c.Most == 0 || k <= c.Most); k++ {
		if s.add(v); len(s.Points) > setLimit {
			return false
		}
		v = quantity.Plus(v, per)
	}
	return true
}

// less takes the deduction from every score, as often as it may be made.
func (s Set) less(c Count, w, least *big.Rat) (Set, bool) {
	per, out := c.Per.of(w), Set{}
	if c.Zero != nil {
		out.add(new(big.Rat))
	}
	for _, from := range s.Points {
		v := from
		for k := 0; ; k++ {
			if surely, _ := c.gone(quantity.Times(new(big.Rat).SetInt64(int64(k)), c.Size)); surely {
				break
			}
			if quantity.Compare(v, least) <= 0 {
				if k > 0 {
					v = least
				}
				out.add(v)
				break
			}
			out.add(v)
			if c.Most > 0 && k == c.Most {
				break
			}
			if len(out.Points) > setLimit {
				return Set{}, false
			}
			v = quantity.Minus(v, per)
		}
	}
	return out, true
}
