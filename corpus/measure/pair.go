package measure

import (
	"strings"
	"unicode"

	"fuhe/corpus/truth"
	"fuhe/normalize/form"
)

var folded = strings.NewReplacer("（", "(", "）", ")", "，", ",", "：", ":", "；", ";", "“", `"`, "”", `"`, "％", "%", "＝", "=", "≧", "≥", "≦", "≤")

// squeezed drops blanks and folds marks, so that print and reading can be compared.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, folded.Replace(s))
}

// pairForms gives each known form the form read that resembles it most; -1 for none.
func pairForms(want []truth.Form, got []*form.Form) []int {
	pairs := make([]int, len(want))
	used := make([]bool, len(got))
	for i, w := range want {
		pairs[i] = -1
		best := -1
		for j, g := range got {
			if r := resemblance(w, g); !used[j] && r > best {
				pairs[i], best = j, r
			}
		}
		if pairs[i] >= 0 {
			used[pairs[i]] = true
		}
	}
	return pairs
}

// resemblance counts what two forms have in common.
func resemblance(w truth.Form, g *form.Form) (n int) {
	names := map[string]bool{}
	for _, x := range g.Indicators {
		names[squeezed(x.Name)] = true
	}
	for _, x := range w.Indicators {
		if names[squeezed(x.Name)] {
			n++
		}
	}
	if w.Project != "" && squeezed(w.Project) == squeezed(g.Project) {
		n += 3
	}
	for i := 0; i < len(w.Funds) && i < len(g.Funds); i++ {
		if sameValue(g.Funds[i].Budget, w.Funds[i].Budget) {
			n++
		}
	}
	return n
}

// pairRows gives each known row the row read of the same name, or, between two rows that are paired, the one
// with the same figures; -1 for none.
func pairRows(want []truth.Indicator, got []form.Indicator) []int {
	byName := map[string][]int{}
	for j, g := range got {
		byName[squeezed(g.Name)] = append(byName[squeezed(g.Name)], j)
	}
	pairs := make([]int, len(want))
	used := make([]bool, len(got))
	for i, w := range want {
		pairs[i] = -1
		if list := byName[squeezed(w.Name)]; len(list) > 0 {
			pairs[i], byName[squeezed(w.Name)] = list[0], list[1:]
			used[list[0]] = true
		}
	}
	next := 0 // the first row read that may stand for the next one known
	for i, w := range want {
		if pairs[i] >= 0 {
			next = max(next, pairs[i]+1)
			continue
		}
		for j := next; j < len(got) && !used[j]; j++ {
			if alike(w, got[j]) {
				pairs[i], used[j], next = j, true, j+1
				break
			}
		}
	}
	return pairs
}

// alike reports whether rows of different names have the same figures, or one name holds the other.
func alike(w truth.Indicator, g form.Indicator) bool {
	n := 0
	for _, same := range []bool{
		w.Target.Text != "" && sameEntry(g.Target, w.Target), w.Actual.Text != "" && sameEntry(g.Actual, w.Actual),
		w.Weight.Text != "" && sameEntry(g.Weight, w.Weight), w.Score.Text != "" && sameEntry(g.Score, w.Score),
	} {
		if same {
			n++
		}
	}
	a, b := squeezed(w.Name), squeezed(g.Name)
	return n >= 3 || a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}
