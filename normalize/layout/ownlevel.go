package layout

import (
	"maps"
	"strings"

	"fuhe/normalize/lexicon"
)

// Some forms name their levels in their own words, 立项和目标 before 预算编制科学性. In text without a grid such a
// word looks like the first line of a name; it is read as a level in a table none of whose levels is a common one, best
// where it comes again, and elsewhere only behind an outer level, where levels stand.

// ownWords are the short words that begin lines, or stand behind an outer level, with how often each does so. Where
// the column of that level has common ones too, only those behind an outer level count.
func (l *lattice) ownWords(list lexicon.List) map[string]int {
	words, behind, common := map[string]int{}, map[string]int{}, false
	begun := map[string]string{} // words of two lines, and what the first of them has
	for i, t := range l.tokens {
		name, _ := l.label(i, i+1)
		common = common || l.walk.lex.Has(list, name) || i > 0 && t.first && l.walk.lex.Has(list, l.tokens[i-1].text+t.text)
		if !ownWord(name) || t.shape != textShape {
			continue
		}
		if l.beginsLevel(i) {
			words[t.text]++
		}
		if list == lexicon.Level2Words && i > 0 && l.outerLevel(i-1) {
			behind[t.text]++
			if rest := l.restOfWord(i + 1); rest > 0 {
				whole := t.text + l.tokens[i+1].text
				behind[whole] += pick(rest == 1, 2, 1) // a lone character is the rest of a word
				begun[whole] = t.text
			}
		}
	}
	if common {
		return wholeOwn(behind, begun)
	}
	return words
}

// restOfWord is how many characters token i has if it may be the rest of the word on the line before.
func (l *lattice) restOfWord(i int) int {
	if i >= len(l.tokens) || !l.tokens[i].first || l.tokens[i].shape != textShape || runes(l.tokens[i].text) > runes(l.tokens[i-1].text) {
		return 0
	}
	return runes(l.tokens[i].text)
}

// wholeOwn drops the words of levels that the end of a line tore, 立项和 of 立项和目标, and what is one with its name:
// a whole level stands as often as its beginning does.
func wholeOwn(behind map[string]int, begun map[string]string) map[string]int {
	whole := maps.Clone(behind)
	for longer, word := range begun {
		switch often := behind[longer]; {
		case often > 1 && often >= behind[word]:
			delete(whole, word)
		case often == 1:
			delete(whole, longer)
		}
	}
	return whole
}

// beginsLevel reports whether a level may begin at token i: at the beginning of a line, or behind an outer level.
func (l *lattice) beginsLevel(i int) bool {
	if l.tokens[i].first {
		return true
	}
	return l.outerLevel(i - 1)
}

// outerLevel reports whether token i ends an outermost level, 项目决策（10分）, and no word that may be either level.
func (l *lattice) outerLevel(i int) bool {
	for k := 1; k <= mostLevelLines && k <= i+1; k++ {
		if name, _ := l.label(i+1-k, i+1); l.walk.lex.Has(lexicon.Level1Words, name) && !l.walk.lex.Has(lexicon.Level2Words, name) {
			return true
		}
	}
	return false
}

// mostLevelLines is the most lines that an outermost level is broken into, with its weight.
const mostLevelLines = 3

// ownWord reports whether a word may be a level's name: short, and of nothing but words.
func ownWord(name string) bool {
	n := runes(name)
	return n >= 2 && n <= longestOwn && !strings.ContainsAny(name, "，。；：:、①②③≥≤%0123456789") && !filler(name) && balanced(name)
}

// longestOwn is the most characters of a level's own name.
const longestOwn = 8

// ownGain weighs a word as a level that the form names in its own words.
func (l *lattice) ownGain(list lexicon.List, i, k int) (int, bool) {
	word := l.join(i, i+k)
	count := l.own[list][word]
	if k > 1 && l.inOneLine(i, i+k) || count == 0 || !l.beginsLevel(i) || l.lists(i, i+k).closes {
		return 0, false
	}
	return pick(count > 1, 0, -1), true
}
