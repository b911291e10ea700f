package phrase

import (
	"math/big"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// due looks the row's value up in the tiers. A value on a border that the text gives to no side earns
// either tier.
func (l Ladder) due(in Facts) []finding.Reading {
	var out []finding.Reading
	for i, x := range l.measured(in) {
		for _, t := range l.find(x) {
			r := reading("tier", clamp(t.Points.of(in.Weight), in.Weight), decimal(x)+": "+t.String()+"; s")
			if i > 0 {
				r.Name, r.Lenient = "tier-of-completion", true
			}
			out = append(out, r)
		}
		if i == 0 && len(out) == 0 {
			return nil
		}
	}
	return out
}

// measured is the value that the tiers are about: the actual one if it has their unit; else, for tiers
// in percent, the completion. Both may be meant where the rule speaks of completion.
func (l Ladder) measured(in Facts) []*big.Rat {
	if !in.Actual.Numeric() {
		return nil
	}
	unit := l.unit()
	var out []*big.Rat
	if in.Actual.Unit == unit || unit == "" && (in.Actual.Unit == "%" || in.Actual.Unit == "分") {
		out = append(out, in.Actual.Rat())
	}
	if c, ok := in.completion(); ok && unit == "%" && !in.negative() && (l.Completion || len(out) == 0) {
		out = append(out, quantity.Times(c, hundred))
	}
	return out
}

func (l Ladder) unit() string {
	for _, t := range l.Tiers {
		if t.Range.Unit != "" {
			return t.Range.Unit
		}
	}
	return ""
}

// find returns the tier that surely holds v, else all that may, else the one for all others.
func (l Ladder) find(v *big.Rat) []Tier {
	var maybe, others []Tier
	for _, t := range l.Tiers {
		if t.Else {
			others = append(others, t)
			continue
		}
		surely, may := t.Range.at(v)
		if surely {
			return []Tier{t}
		}
		if may {
			maybe = append(maybe, t)
		}
	}
	if len(maybe) > 0 {
		return maybe
	}
	return others
}
