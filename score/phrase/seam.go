package phrase

import (
	"cmp"
	"slices"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// Top is the most that a tier gives.
func (l Ladder) Top() Points {
	var top Points
	for _, t := range l.Tiers {
		if top.Value == nil || !t.Points.Share && !top.Share && quantity.Compare(t.Points.Value, top.Value) > 0 {
			top = t.Points
		}
	}
	return top
}

// Seams tells where neighbouring tiers do not meet: a gap between them, or a border that both include
// or neither does. Borders that the text does not speak of are left to the reader.
func (l Ladder) Seams() []document.Message {
	var seams []document.Message
	tiers := l.ascending()
	for i := 1; i < len(tiers); i++ {
		a, b := tiers[i-1].Range, tiers[i].Range
		if a.High == nil || b.Low == nil {
			continue
		}
		border := decimal(b.Low) + b.Unit
		switch c := quantity.Compare(a.High, b.Low); {
		case c < 0:
			from := decimal(a.High) + a.Unit
			seams = append(seams, document.Message{ZH: "在" + from + "与" + border + "之间未规定得分", EN: "nothing is said for values between " + from + " and " + border})
		case c == 0 && a.HighEdge == In && b.LowEdge == In:
			seams = append(seams, document.Message{ZH: "边界值" + border + "同属两档", EN: "the border " + border + " belongs to two tiers"})
		case c == 0 && a.HighEdge == Out && b.LowEdge == Out:
			seams = append(seams, document.Message{ZH: "边界值" + border + "不属任何一档", EN: "the border " + border + " belongs to no tier"})
		}
	}
	return seams
}

// ascending are the tiers by their lower ends; none if some values are left to an else.
func (l Ladder) ascending() []Tier {
	tiers := slices.Clone(l.Tiers)
	if slices.ContainsFunc(tiers, func(t Tier) bool { return t.Else }) {
		return nil
	}
	slices.SortStableFunc(tiers, func(a, b Tier) int {
		switch {
		case a.Range.Low == nil || b.Range.Low == nil:
			return cmp.Compare(present(a), present(b))
		case quantity.Compare(a.Range.Low, b.Range.Low) != 0:
			return quantity.Compare(a.Range.Low, b.Range.Low)
		}
		return cmp.Compare(extent(a), extent(b))
	})
	return tiers
}

// present puts tiers without a lower end first.
func present(t Tier) int {
	if t.Range.Low == nil {
		return 0
	}
	return 1
}

// extent puts a single value before the range that starts at it.
func extent(t Tier) int {
	if t.Range.High != nil && quantity.Compare(t.Range.High, t.Range.Low) == 0 {
		return 0
	}
	return 1
}
