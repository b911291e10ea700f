package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// pairOfRunes are two characters that stand side by side.
type pairOfRunes [2]rune

// pairOwner is an indicator with a pair in its name; there is one for each time that it stands there.
type pairOwner struct {
	row     int
	next    int // the number of the pair's next owner, 0 for none
	counted int // for the first of a pair: the last text, from 1, that the pair was counted in
}

// pairTable are the pairs of characters of all names.
type pairTable struct {
	first   map[pairOfRunes]int // the number of a pair's first owner
	owners  []pairOwner         // by their numbers; number 0 is none
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
	pairs := 0
	for i := range names {
		pairs += len(matterOf(i).pairs)
	}
	table := &pairTable{first: make(map[pairOfRunes]int, pairs), owners: make([]pairOwner, 1, pairs+1), counts: make([]int, names)}
	for i := range names {
		for _, p := range matterOf(i).pairs {
			if key, ok := pairKey(p); ok {
				table.owners = append(table.owners, pairOwner{row: i, next: table.first[key]})
				table.first[key] = len(table.owners) - 1
				table.letters.Mark(key[0])
				table.letters.Mark(key[1])
			}
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
			t.add(t.first[pairOfRunes{before, r}])
		}
		before, held = r, holds
	}
}

// add counts the pair with the owner once for each of its owners, unless the text had it before.
func (t *pairTable) add(owner int) {
	if t.owners[owner].counted == t.texts {
		return
	}
	for t.owners[owner].counted = t.texts; owner > 0; owner = t.owners[owner].next {
		row := t.owners[owner].row
		if t.counts[row] == 0 {
			t.touched = append(t.touched, row)
		}
		t.counts[row]++
	}
}
