package phrase

import (
	"math/big"
	"slices"

	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// endCount takes the one tier that says how many things leave nothing (3处及以上不得分) into the one count
// of such things.
func endCount(clauses []Clause) []Clause {
	counts, tiers := of[Count](clauses), of[Tier](clauses)
	if len(counts) != 1 || len(tiers) != 1 || counts[0].Gain {
		return clauses
	}
	t := tiers[0]
	if t.Else || t.Bare || t.Points.Value.Sign() != 0 || t.Range.High != nil || t.Range.Unit != counts[0].Unit {
		return clauses
	}
	rest := without(clauses, func(Tier) bool { return true })
	return each(rest, func(c Count) Clause { c.Zero = &t.Range; return c })
}

// nest bounds tiers that are told by one end alone and are worth more and more, or less and less (90%以上
// 得5分，80%以上得4分): each ends where the next one begins.
func nest(clauses []Clause) []Clause {
	tiers := of[Tier](clauses)
	above := ladderOf(tiers, func(t Tier) *big.Rat { return t.Range.above() })
	below := ladderOf(tiers, func(t Tier) *big.Rat { return t.Range.below() })
	return each(clauses, func(t Tier) Clause {
		if i := at(above, t); i >= 0 && i+1 < len(above) && t.Range.High == nil {
			next := above[i+1].Range
			t.Range.High, t.Range.HighEdge = next.Low, next.LowEdge.other()
		}
		if i := at(below, t); i > 0 && t.Range.Low == nil {
			last := below[i-1].Range
			t.Range.Low, t.Range.LowEdge = last.High, last.HighEdge.other()
		}
		return t
	})
}

// above is the lower end of a range that is open above, or the one value of a range of one.
func (r Range) above() *big.Rat {
	if r.High == nil || r.Low != nil && quantity.Compare(r.Low, r.High) == 0 {
		return r.Low
	}
	return nil
}

// below is the upper end of a range that is open below, or the one value of a range of one.
func (r Range) below() *big.Rat {
	if r.Low == nil || r.High != nil && quantity.Compare(r.Low, r.High) == 0 {
		return r.High
	}
	return nil
}

// ladderOf lists the tiers that have the end, by its value; none where their points do not all rise or
// all fall with it.
func ladderOf(tiers []Tier, end func(Tier) *big.Rat) []Tier {
	var out []Tier
	for _, t := range tiers {
		if !t.Else && !t.Bare && end(t) != nil {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Tier) int { return quantity.Compare(end(a), end(b)) })
	way := 0
	for i := 1; i < len(out); i++ {
		c, ok := out[i].Points.compare(out[i-1].Points)
		if !ok || c == 0 || c == -way || quantity.Compare(end(out[i]), end(out[i-1])) == 0 {
			return nil
		}
		way = c
	}
	return out
}

func at(tiers []Tier, t Tier) int {
	return slices.IndexFunc(tiers, func(o Tier) bool { return o.Range == t.Range })
}

// other is the edge of the neighbour's end at the same value.
func (e Edge) other() Edge {
	switch e {
	case In:
		return Out
	case Out:
		return In
	}
	return Unsaid
}

// compare tells which points are more; ok is false where only the weight would tell.
func (p Points) compare(o Points) (order int, ok bool) {
	switch {
	case p.Share == o.Share, p.Value.Sign() == 0, o.Value.Sign() == 0:
		return quantity.Compare(p.Value, o.Value), true
	case p.Share && quantity.Compare(p.Value, one) == 0:
		return 1, true
	case o.Share && quantity.Compare(o.Value, one) == 0:
		return -1, true
	}
	return 0, false
}

// whole makes a lone 全部完成得10分 beside tiers of a percentage (完成80%以上得8分) the tier of 100%.
func whole(clauses []Clause) []Clause {
	adds, tiers := of[Additive](clauses), of[Tier](clauses)
	if len(adds) != 1 || len(adds[0].Parts) != 1 || !all.MatchString(adds[0].Words[0]) || !slices.ContainsFunc(tiers, func(t Tier) bool { return t.Range.Unit == "%" }) {
		return clauses
	}
	return each(clauses, func(a Additive) Clause {
		r := Range{Low: hundred, High: hundred, LowEdge: In, HighEdge: In, Unit: "%"}
		return Tier{Range: r, Points: Points{Value: a.Parts[0]}}
	})
}

var all = wording.New(`^(?:任务|目标|计划)?全部(?:按期|按时|如期)?完成(?:的|者)?$`)
