package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
)

// pairOfRunes are two characters that stand side by side.
type pairOfRunes [2]rune

// mentioned tells of each indicator the sentences that speak of it, as matter.in would: the narrative
// is read once for all names, by a table of the pairs of characters in them.
func mentioned(f *form.Form, said []spoken, matterOf func(int) matter) [][]int {
	all := make([][]int, len(f.Indicators))
	owners := map[pairOfRunes][]int{}
	for i := range f.Indicators {
		for _, p := range matterOf(i).pairs {
			if key, ok := pairKey(p); ok {
				owners[key] = append(owners[key], i)
			}
		}
	}
	counts := make([]int, len(f.Indicators))
	for k := range said {
		touched := countPairs(said[k].fold, owners, counts)
		for _, i := range touched {
			m := matterOf(i)
			if 100*counts[i] >= halfOf*len(m.pairs) || m.kernel != "" && strings.Contains(said[k].fold, m.kernel) {
				all[i] = append(all[i], k)
			}
			counts[i] = 0
		}
	}
	return all
}

func pairKey(p string) (pairOfRunes, bool) {
	a, size := utf8.DecodeRuneInString(p)
	b, _ := utf8.DecodeRuneInString(p[size:])
	return pairOfRunes{a, b}, size < len(p)
}

// countPairs counts for each owner how many of its pairs occur in the text, and returns those with any.
// A pair that occurs twice in the text counts once; one that a name has twice counts twice.
func countPairs(text string, owners map[pairOfRunes][]int, counts []int) (touched []int) {
	var seen map[pairOfRunes]bool
	var before rune
	for _, r := range text {
		key := pairOfRunes{before, r}
		before = r
		list, ok := owners[key]
		if !ok || seen[key] {
			continue
		}
		if seen == nil {
			seen = map[pairOfRunes]bool{}
		}
		seen[key] = true
		for _, i := range list {
			if counts[i] == 0 {
				touched = append(touched, i)
			}
			counts[i]++
		}
	}
	return touched
}
