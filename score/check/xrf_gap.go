package check

import (
	"slices"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
)

// changesByGap reads four amounts in a row of which the third is the difference of the first two, and the fourth says
// it in percent: 预算42万元，实际支出35.16万元，比预算节约6.84万元，下降16.29%. The arithmetic tells that they belong
// together, the direction which of the two is the base.
func changesByGap(n *narrative) []change {
	var all []change
	for k, s := range n.sentences() {
		found := n.figures()[k]
		for i := 0; i+3 < len(found); i++ {
			if c, ok := gapIn(s, found[i], found[i+1], found[i+2], found[i+3]); ok {
				all = append(all, c)
			}
		}
	}
	return all
}

func gapIn(s spoken, a, b, gap, share quantity.Found) (change, bool) {
	sign, between := rising(s.Text[b.End:gap.Start]), s.Text[gap.End:share.Start]
	if sign == 0 || rising(between) != sign || utf8.RuneCountInString(between) > len("，同比下降")/3 || share.Unit != "%" ||
		!quantity.Comparable(a.Quantity, b.Quantity) || !quantity.Comparable(b.Quantity, gap.Quantity) {
		return change{}, false
	}
	x, y, z := spread(a.Quantity), spread(b.Quantity), spread(gap.Quantity)
	if x.IsZero() || y.IsZero() || z.IsZero() || !magnitude(x.Sub(y)).Meets(z) || z.Low.Sign() <= 0 {
		return change{}, false
	}
	now, was := a, b
	if (quantity.Compare(x.Low, y.Low) > 0) != (sign > 0) {
		now, was = b, a
	}
	quote := func(q quantity.Found) string { return s.Text[q.Start:q.End] }
	return change{
		now: now.Quantity, before: was.Quantity, by: share.Quantity, rising: sign,
		nowText: quote(now), wasText: quote(was), byText: quote(share), subject: trimmedLabel(labelOf(s.Text[:a.Start])),
		place: s.place(share.Start, share.End-share.Start), also: []document.Place{s.place(now.Start, now.End-now.Start), s.place(was.Start, was.End-was.Start)},
	}, true
}

// amountsOf are the figures among what was found.
func amountsOf(found []quantity.Found) []quantity.Found {
	if !slices.ContainsFunc(found, func(q quantity.Found) bool { return q.Kind != quantity.Number || q.Value == "" }) {
		return found
	}
	var numbers []quantity.Found
	for _, q := range found {
		if q.Kind == quantity.Number && q.Value != "" {
			numbers = append(numbers, q)
		}
	}
	return numbers
}
