package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// pairOfRunes are two characters that stand side by side.
type pairOfRunes [2]rune

// pairOwners are the indicators with a pair in their names, one entry for each time that it stands there.
type pairOwners struct {
	rows    []int
	counted int // the last text, from 1, that it was counted in
}

// pairTable are the pairs of characters of all names.
type pairTable struct {
	numbers map[pairOfRunes]int // of the pairs
	owners  []pairOwners        // by those numbers
	letters lexicon.Letters     // of the pairs: most characters of a text stand in no name
	texts   int                 // counted so far
	counts  []int               // of each indicator: how many of its pairs the text has
	touched []int               // the indicators that it has any of
}

// mentioned tells of each indicator the sentences that speak of it, as matter.in would: the narrative
// is read once for all names, by a table of the pairs of characters in them.
func mentioned(f *form.Form, said []spoken, matterOf func(int) matter) [][]int {
	all := make([][]int, len(f.Indicators))
	table := pairsOfNames(len(f.Indicators), matterOf)
	for k := range said {
		table.count(said[k].fold)
		for _, i := range table.touched {
			m, count := matterOf(i), table.counts[i]
			if 100*count >= halfOf*len(m.pairs) || m.kernel != "" && count >= m.least && strings.Contains(said[k].fold, m.kernel) {
				all[i] = append(all[i], k)
			}
		}
	}
	return all
}

func pairsOfNames(names int, matterOf func(int) matter) *pairTable {
	table := &pairTable{numbers: map[pairOfRunes]int{}, counts: make([]int, names)}
	for i := range names {
		for _, p := range matterOf(i).pairs {
			key, ok := pairKey(p)
			if !ok {
				continue
			}
			number, known := table.numbers[key]
			if !known {
				number = len(table.owners)
				table.numbers[key] = number
				table.owners = append(table.owners, pairOwners{})
			}
			table.owners[number].rows = append(table.owners[number].rows, i)
			letters := lexicon.LettersOf(p)
			table.letters.Add(&letters)
		}
	}
	return table
}

func pairKey(p string) (pairOfRunes, bool) {
	a, size := utf8.DecodeRuneInString(p)
	b, _ := utf8.DecodeRuneInString(p[size:])
	return pairOfRunes{a, b}, size < len(p)
}

// count counts for each indicator how many of its pairs occur in the text. A pair that occurs twice in the
// text counts once; one that a name has twice counts twice.
func (t *pairTable) count(text string) {
	for _, i := range t.touched {
		t.counts[i] = 0
	}
	t.touched = t.touched[:0]
	t.texts++
	var before rune
	held := false
	for _, r := range text {
		holds := t.letters.Has(r)
		if holds && held {
			if number, ok := t.numbers[pairOfRunes{before, r}]; ok {
				t.add(&t.owners[number])
			}
		}
		before, held = r, holds
	}
}

func (t *pairTable) add(pair *pairOwners) {
	if pair.counted == t.texts {
		return
	}
	pair.counted = t.texts
	for _, i := range pair.rows {
		if t.counts[i] == 0 {
			t.touched = append(t.touched, i)
		}
		t.counts[i]++
	}
}
