package table

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/document"
)

const (
	joinGap   = 3.0  // rules on one line with a smaller gap between them are one rule
	crossGap  = 3.0  // a rule that stops this short of another still meets it
	sliver    = 3.5  // edges nearer than this are one edge drawn twice: no glyph fits between
	shortest  = 3.0  // joined rules below this are specks
	farAway   = 1e6  // points; no page is so large
	mostRules = 3000 // of one direction on one page; charts have more, tables never
)

// rulings are the rules of a page, snapped to common positions and joined; each slice is sorted by
// position, then by start.
type rulings struct{ across, down []document.Rule }

// snapped snaps the rules of a page to common positions and joins what was drawn in pieces.
func snapped(rules []document.Rule) rulings {
	uprights := 0
	for i := range rules {
		if rules[i].Vertical {
			uprights++
		}
	}
	across, down := make([]document.Rule, 0, len(rules)-uprights), make([]document.Rule, 0, uprights)
	for _, r := range rules {
		switch {
		case !(r.From < r.To), !finite(r.At, r.From, r.To): // the first also refuses NaN
		case r.Vertical:
			down = append(down, r)
		default:
			across = append(across, r)
		}
	}
	return rulings{across: joined(across), down: joined(down)}
}

// finite reports whether all of the values are places on some page.
func finite(values ...float64) bool {
	for _, v := range values {
		if !(math.Abs(v) < farAway) {
			return false
		}
	}
	return true
}

// joined moves rules that lie within the tolerance onto one position, then joins those that touch.
func joined(rules []document.Rule) []document.Rule {
	if len(rules) == 0 {
		return nil
	}
	slices.SortFunc(rules, func(a, b document.Rule) int {
		if a.At != b.At {
			return cmp.Compare(a.At, b.At)
		}
		return along(a, b)
	})
	snap := tolerance(rules)
	out := rules[:0]
	for start := 0; start < len(rules); {
		end := start + 1
		for end < len(rules) && rules[end].At-rules[end-1].At <= snap && rules[end].At-rules[start].At <= 2*snap {
			end++
		}
		out = append(out, chained(rules[start:end])...)
		start = end
	}
	return longest(out)
}

// tolerance grows with the thickness of the rules: thick rules are drawn less exactly.
func tolerance(rules []document.Rule) float64 {
	widths := make([]float64, len(rules))
	for i, r := range rules {
		widths[i] = r.Width
	}
	slices.Sort(widths)
	return min(max(0.6*widths[len(widths)/2]+0.8, 1), 3)
}

// along orders rules of one position by where they begin, then by where they end.
func along(a, b document.Rule) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
}

// chained joins rules of one position into runs without gaps. It works in place and never returns more
// rules than came in.
func chained(rules []document.Rule) []document.Rule {
	at, total := 0.0, 0.0
	for _, r := range rules {
		at += r.At * (r.To - r.From)
		total += r.To - r.From
	}
	at /= total
	slices.SortFunc(rules, along)
	rules = dashed(rules)
	out := rules[:1]
	out[0].At = at
	for _, r := range rules[1:] {
		last := &out[len(out)-1]
		if r.From-last.To <= joinGap {
			last.To, last.Width = max(last.To, r.To), max(last.Width, r.Width)
			continue
		}
		r.At = at
		out = append(out, r)
	}
	return slices.DeleteFunc(out, func(r document.Rule) bool { return r.To-r.From < shortest })
}

// longest keeps the longest rules of a page that has too many of them.
func longest(rules []document.Rule) []document.Rule {
	if len(rules) <= mostRules {
		return rules
	}
	lengths := make([]float64, len(rules))
	for i, r := range rules {
		lengths[i] = r.To - r.From
	}
	slices.Sort(lengths)
	least := lengths[len(lengths)-mostRules]
	kept := slices.DeleteFunc(rules, func(r document.Rule) bool { return r.To-r.From < least })
	return kept[:min(len(kept), mostRules)]
}

// groups sorts the rules into sets that hang together by crossing or touching.
func (r rulings) groups() []rulings {
	n := len(r.across)
	sets := newSets(n + len(r.down))
	for i, h := range r.across {
		first, _ := slices.BinarySearchFunc(r.down, h.From-crossGap, func(v document.Rule, at float64) int { return cmp.Compare(v.At, at) })
		for k := first; k < len(r.down) && r.down[k].At <= h.To+crossGap; k++ {
			if v := r.down[k]; h.At >= v.From-crossGap && h.At <= v.To+crossGap {
				sets.join(i, n+k)
			}
		}
	}
	return r.split(sets)
}

// split hands out the sets in the order of their first rule from the top.
func (r rulings) split(sets sets) []rulings {
	var out []rulings
	index := map[int]int{}
	for i, h := range r.across {
		k, ok := index[sets.find(i)]
		if !ok {
			k = len(out)
			index[sets.find(i)] = k
			out = append(out, rulings{})
		}
		out[k].across = append(out[k].across, h)
	}
	for i, v := range r.down {
		if k, ok := index[sets.find(len(r.across)+i)]; ok {
			out[k].down = append(out[k].down, v)
		}
	}
	return slices.DeleteFunc(out, func(g rulings) bool { return len(g.across)+len(g.down) < 3 })
}

// sets is a union-find over small integers.
type sets []int32

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = int32(i)
	}
	return s
}

func (s sets) find(i int) int {
	for int(s[i]) != i {
		s[i] = s[s[i]]
		i = int(s[i])
	}
	return i
}

// count is how many sets there are.
func (s sets) count() int {
	n := 0
	for i := range s {
		if int(s[i]) == i {
			n++
		}
	}
	return n
}

// join keeps the smaller root, so that a set's root is its first member.
func (s sets) join(i, k int) {
	a, b := s.find(i), s.find(k)
	s[max(a, b)] = int32(min(a, b))
}
