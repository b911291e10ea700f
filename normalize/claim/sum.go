package claim

import (
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// sumWords stand before a figure that sums up those before it.
var sumWords = []string{"共计", "合计", "总计", "共"}

// mostAddends bounds the figures that one sum is made of.
const mostAddends = 12

// sum is a figure of a sentence with the two or more figures beside it that make it up.
type sum struct {
	whole    int // among the figures of the sentence
	from, to int // its addends, without to
}

// sumsIn finds the sums of a sentence: behind their addends (新建6座，改建12座，共计18座), or before them
// (改造18座，其中新建6座，改建12座).
func sumsIn(text string, found []quantity.Found) []sum {
	var all []sum
	for i, q := range found {
		if q.Kind != quantity.Number || q.Unit == "" {
			continue
		}
		if anyEnd(strings.TrimSpace(text[clauseStart(text, q.Start):q.Start]), sumWords) {
			if n := addends(found, i, -1); n > 0 {
				all = append(all, sum{i, i - n, i})
			}
		}
		if i+1 < len(found) && strings.Contains(text[q.End:found[i+1].Start], "其中") {
			if n := addends(found, i, 1); n > 0 {
				all = append(all, sum{i, i + 1, i + 1 + n})
			}
		}
	}
	return all
}

// addends counts the figures right beside the whole, in one direction, that add up to it: two at least, or none.
func addends(found []quantity.Found, whole, step int) int {
	rest := found[whole].Rat()
	for n := 1; n <= mostAddends && rest != nil; n++ {
		k := whole + n*step
		if k < 0 || k >= len(found) || found[k].Kind != quantity.Number || found[k].Unit != found[whole].Unit {
			return 0
		}
		part := found[k].Rat()
		if part == nil || part.Sign() <= 0 {
			return 0
		}
		rest = quantity.Minus(rest, part)
		switch {
		case rest.Sign() < 0:
			return 0
		case rest.Sign() == 0 && n > 1:
			return n
		}
	}
	return 0
}

// sumUp leaves the addends of a sum without the row that is the sum's: 12 of 新建6座，改建12座，共计18座 is not
// what 新建改建数量 came to. In the row's own item the sum, which has no words of its own, takes the tie that its
// addends had. claims are, by figure, the claims made of the sentence, or -1.
func (r *reader) sumUp(sums []sum, claims []int) {
	for _, s := range sums {
		if claims[s.whole] < 0 {
			continue
		}
		whole := &r.claims[claims[s.whole]]
		for _, k := range claims[s.from:s.to] {
			if k < 0 || r.claims[k].About.Index < 0 {
				continue
			}
			part := &r.claims[k].About
			if whole.About.Index < 0 && whole.Role == form.RoleActual && part.Trust < exact && part.Index == r.about.index {
				whole.About = *part
			}
			if whole.About.Kind == part.Kind && whole.About.Index == part.Index || whole.About.Index < 0 && part.Trust < exact {
				*part = form.Tie{Index: -1}
			}
		}
	}
}

// exact is the trust of a claim that says its indicator's very name.
const exact = 100
