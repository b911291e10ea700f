package phrase

import (
	"math/big"
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// join ties clauses that speak of each other: a tier that names the reference of a step, 得满分 with
// 不得分, tiers that stand in a row.
func join(clauses []Clause, items int, unit string) []Clause {
	clauses = countItems(clauses, items, unit)
	clauses = each(clauses, func(o Open) Clause {
		if o.Kind == Floor && o.Value != nil && o.Value.Sign() == 0 {
			o.Value = nil // 扣至0分 says no more than 扣完为止
		}
		return o
	})
	clauses = countParts(clauses)
	clauses = endCount(clauses)
	clauses = whole(clauses)
	clauses = nest(clauses)
	clauses = standardise(clauses)
	clauses = refer(clauses)
	clauses = proportion(clauses)
	clauses = perItem(clauses)
	clauses = pair(clauses)
	return stack(clauses)
}

// countItems limits a single 每有一项 by the criteria that the text numbers.
func countItems(clauses []Clause, items int, unit string) []Clause {
	if len(of[Count](clauses)) != 1 {
		return clauses
	}
	return each(clauses, func(c Count) Clause {
		if c.Unit == unit && items > 1 && c.Most == 0 {
			c.Most = items
		}
		return c
	})
}

// countParts takes in how the parts of a step count.
func countParts(clauses []Clause) []Clause {
	how := AnyCounting
	rest := without(clauses, func(o Open) bool {
		switch o.Kind {
		case Whole:
			how = WholeSteps
		case Ceil:
			how = BegunSteps
		case ProRata:
			how = InPart
		default:
			return false
		}
		return len(of[Step](clauses)) > 0
	})
	if how == AnyCounting {
		return clauses
	}
	return each(rest, func(s Step) Clause { s.Counting = how; return s })
}

// standardise gives 以100%为标准 to the steps that have no reference of their own.
func standardise(clauses []Clause) []Clause {
	var base Open
	rest := without(clauses, func(o Open) bool {
		if o.Kind == Standard {
			base = o
		}
		return o.Kind == Standard
	})
	return each(rest, func(s Step) Clause {
		switch {
		case base.Value != nil && s.Against == Nothing:
			s.Against, s.Value = ANumber, base.Value
		case base.Base != Nothing && (s.Against == Nothing || s.Against == Unclear):
			s.Against = base.Base
		}
		return s
	})
}

// refer takes the one tier that earns full marks (≤100%计5分) as the reference of the one step beside
// it. Steps that are still without a reference are counted from the row's target.
func refer(clauses []Clause) []Clause {
	tiers, steps := of[Tier](clauses), of[Step](clauses)
	if len(steps) == 1 && len(tiers) == 1 && steps[0].bottom(tiers[0]) {
		rest := without(clauses, func(Tier) bool { return true })
		clauses, tiers = each(rest, func(s Step) Clause { s.Zero = &tiers[0].Range; return s }), nil
	}
	if len(steps) == 1 && len(tiers) > 0 {
		if s, ok := absorb(steps[0], tiers); ok {
			rest := without(clauses, func(Tier) bool { return true })
			clauses = each(rest, func(Step) Clause { return s })
		}
	}
	return each(clauses, func(s Step) Clause {
		if s.Against == Nothing && len(of[Tier](clauses)) == 0 {
			s.Against, s.Implied = TheTarget, true
		}
		return s
	})
}

// bottom reports a tier that earns nothing at the end of the side where the step takes points.
func (s Step) bottom(t Tier) bool {
	if t.Else || t.Bare || t.Points.Value.Sign() != 0 || t.Range.Unit != "%" {
		return false
	}
	return s.Side == Under && t.Range.Low == nil || s.Side == Over && t.Range.High == nil
}

// absorb reads a tier as the range without a deduction; beside it there may only be one that earns
// nothing (低于60%不得分).
func absorb(s Step, tiers []Tier) (Step, bool) {
	if len(tiers) > 2 {
		return s, false
	}
	t := tiers[0]
	for _, other := range tiers[1:] {
		if other.Else || other.Bare || other.Points.Value.Sign() != 0 {
			return s, false
		}
		s.Zero = &other.Range
	}
	if t.Else || t.Points.Value.Sign() == 0 {
		return s, false
	}
	bound, ok := inUnit(s.bound(t.Range), t.Range.Unit, s.Unit)
	if !ok {
		return s, false
	}
	switch {
	case s.Against == Nothing:
		s.Against, s.Value = ANumber, bound
	case s.Value == nil || quantity.Compare(s.Value, bound) != 0:
		return s, false
	}
	s.Full = t.Points
	return s, true
}

// bound is the end of the range at which the step begins; nil where values beyond its other end are
// outside too (95%-105%), of which the step says nothing.
func (s Step) bound(r Range) *big.Rat {
	switch {
	case r.Low != nil && r.High != nil && quantity.Compare(r.Low, r.High) == 0:
		return r.Low
	case s.Side == Under && (r.High == nil || r.Unit == "%" && quantity.Compare(r.High, hundred) >= 0):
		return r.Low
	case s.Side == Over && (r.Low == nil || r.Low.Sign() <= 0):
		return r.High
	}
	return nil
}

// proportion takes in the tiers beside a ratio: none of them gives points of its own but full marks at
// the top, so they only say where the ratio ends.
func proportion(clauses []Clause) []Clause {
	ratios, tiers := of[Ratio](clauses), of[Tier](clauses)
	if len(ratios) == 2 && !ratios[0].Execution && !ratios[1].Execution && ratios[0].Positive+ratios[1].Positive == ActualTarget && ratios[0].Negative+ratios[1].Negative == TargetActual {
		return oneRatio(clauses)
	}
	if len(ratios) != 1 || len(tiers) == 0 || len(tiers) > 2 || ratios[0].Positive != ActualTarget {
		return clauses
	}
	r := ratios[0]
	for _, t := range tiers {
		switch {
		case t.Else || t.Bare || t.Range.Unit != "%":
			return clauses
		case t.Points.Value.Sign() == 0 && t.Range.Low == nil:
			r.Zero = &t.Range
		case t.Points == full && t.Range.Low != nil && quantity.Compare(t.Range.Low, hundred) == 0:
		default:
			return clauses
		}
	}
	if r.From != nil && (r.Zero == nil || quantity.Compare(r.Zero.High, r.From) != 0) {
		return clauses
	}
	rest := without(clauses, func(Tier) bool { return true })
	return each(rest, func(Ratio) Clause { return r })
}

// oneRatio puts the formulas of the two directions into the first of the two ratios.
func oneRatio(clauses []Clause) []Clause {
	n := 0
	rest := without(clauses, func(Ratio) bool { n++; return n > 1 })
	return each(rest, func(Ratio) Clause { return Ratio{Positive: ActualTarget, Negative: TargetActual} })
}

// perItem drops 不得分 behind points for each thing done: what was not done earns none.
func perItem(clauses []Clause) []Clause {
	counts := of[Count](clauses)
	if len(counts) != 1 || !counts[0].Gain {
		return clauses
	}
	return without(clauses, func(o Open) bool { return o.Kind == ZeroIf && o.Short })
}

// pair makes 得满分 and 不得分 one Binary.
func pair(clauses []Clause) []Clause {
	var yes, no []Open
	for _, o := range of[Open](clauses) {
		switch o.Kind {
		case FullIf:
			yes = append(yes, o)
		case ZeroIf:
			no = append(no, o)
		}
	}
	elses, adds := 0, of[Additive](clauses)
	tiers := of[Tier](clauses)
	for _, t := range tiers {
		if t.Else {
			elses++
		}
	}
	if len(tiers) > elses || len(no)+elses != 1 {
		return clauses
	}
	b := Binary{Points: full}
	switch {
	case len(yes) == 1 && len(adds) == 0:
		b.OnTarget = yes[0].OnTarget && (elses == 1 || no[0].OnTarget)
	case len(yes) == 0 && len(adds) == 1 && len(adds[0].Parts) == 1:
		b.Points = Points{Value: adds[0].Parts[0]}
		b.OnTarget = onTarget(adds[0].Words[0]) && (elses == 1 || no[0].OnTarget)
	default:
		return clauses
	}
	return replaced(clauses, b)
}

// replaced puts the Binary where the first of its parts stood.
func replaced(clauses []Clause, b Binary) []Clause {
	var out []Clause
	done := false
	for _, c := range clauses {
		o, isOpen := c.(Open)
		_, isTier := c.(Tier)
		_, isAdd := c.(Additive)
		if isTier || isAdd || isOpen && (o.Kind == FullIf || o.Kind == ZeroIf) {
			if !done {
				out, done = append(out, b), true
			}
			continue
		}
		out = append(out, c)
	}
	return out
}

// stack makes the tiers one Ladder, where the first of them stood.
func stack(clauses []Clause) []Clause {
	tiers := of[Tier](clauses)
	if len(tiers) == 0 {
		return clauses
	}
	var out []Clause
	done := false
	for _, c := range clauses {
		if _, ok := c.(Tier); !ok {
			out = append(out, c)
		} else if !done {
			out, done = append(out, Ladder{Tiers: tiers}), true
		}
	}
	return out
}

// unresolved are the clauses that do not fit together.
func unresolved(clauses []Clause) []Gap {
	var gaps []Gap
	gap := func(text, zh, en string) {
		gaps = append(gaps, Gap{Text: text, Why: document.Message{ZH: zh, EN: en}})
	}
	steps := of[Step](clauses)
	for _, s := range steps {
		if s.Against == Nothing || s.Against == Unclear {
			gap(s.String(), "扣分的参照标准不明确", "it is not clear what the step is counted from")
		}
	}
	if len(steps) > 1 {
		gap("steps", "列有多项扣分步长，无法确定适用哪一项", "several steps are listed")
	}
	if adds := of[Additive](clauses); len(steps) > 0 && len(adds) > 0 {
		gap("steps", "分项给分与扣分步长并存，无法确定各自针对的内容", "points by criteria and by steps stand side by side")
	}
	for _, a := range of[Additive](clauses) {
		if a.degrees() || a.falling() && has(clauses, ZeroIf) || len(of[Count](clauses)) > 0 && slices.ContainsFunc(of[Count](clauses), func(c Count) bool { return c.Gain }) {
			gap(a.String(), "各项给分能否累加不明确", "it is not clear whether the points add up")
		}
	}
	if counts := of[Count](clauses); len(counts) > 1 && slices.ContainsFunc(counts, func(c Count) bool { return c.Gain }) {
		gap("counts", "列有多项给分办法，无法确定适用哪一项", "points are given in several ways")
	}
	if len(of[Ladder](clauses)) > 0 && has(clauses, FullIf) {
		gap("ladder", "各档所指数值不明确", "it is not clear what the tiers speak of")
	}
	for _, r := range of[Ratio](clauses) {
		if r.From != nil && r.Zero == nil {
			gap(r.String(), "按比例计分的下限不明确", "it is not clear where the proportion begins")
		}
	}
	for _, l := range of[Ladder](clauses) {
		if len(l.Tiers) == 1 && len(of[Count](clauses)) > 0 {
			gap(l.String(), "档次与逐项扣分所指数值不明确", "a lone tier stands beside a count")
		}
		if slices.ContainsFunc(l.Tiers, func(t Tier) bool { return t.Bare }) {
			gap(l.String(), "档次缺少比较符号", "a tier has lost its comparator")
		}
		if l.mixed() {
			gap(l.String(), "各档针对的并非同一数值", "the tiers do not speak of one value")
		}
	}
	return gaps
}

// has reports an Open clause of the kind.
func has(clauses []Clause, kind Kind) bool {
	return slices.ContainsFunc(of[Open](clauses), func(o Open) bool { return o.Kind == kind })
}

// mixed reports tiers that overlap beyond their borders or have several units: they speak of several
// quantities.
func (l Ladder) mixed() bool {
	for i, a := range l.Tiers {
		for _, b := range l.Tiers[:i] {
			if a.Else || b.Else {
				continue
			}
			if a.Range.Unit != b.Range.Unit && a.Range.Unit != "" && b.Range.Unit != "" || a.Range.overlaps(b.Range) {
				return true
			}
		}
	}
	return false
}

// overlaps reports whether the ranges share more than a border.
func (r Range) overlaps(o Range) bool {
	below := func(high, low *big.Rat) bool { return high != nil && low != nil && quantity.Compare(high, low) <= 0 }
	point := func(x Range) bool { return x.Low != nil && x.High != nil && quantity.Compare(x.Low, x.High) == 0 }
	if point(r) {
		surely, _ := o.at(r.Low)
		return surely
	}
	if point(o) {
		surely, _ := r.at(o.Low)
		return surely
	}
	return !below(r.High, o.Low) && !below(o.High, r.Low)
}

// each rewrites the clauses of one type.
func each[T Clause](clauses []Clause, f func(T) Clause) []Clause {
	out := make([]Clause, 0, len(clauses))
	for _, c := range clauses {
		if t, ok := c.(T); ok {
			c = f(t)
		}
		out = append(out, c)
	}
	return out
}

// without leaves out the clauses of one type that drop takes.
func without[T Clause](clauses []Clause, drop func(T) bool) []Clause {
	var out []Clause
	for _, c := range clauses {
		if t, ok := c.(T); ok && drop(t) {
			continue
		}
		out = append(out, c)
	}
	return out
}
