package check

import (
	"strings"

	"fuhe/normalize/lexicon"
)

// mostHeads bounds how many headings are compared with every indicator.
const mostHeads = 1000

// itemOwners tells of each sentence the indicator whose item it stands in, headings included, or -1. An
// item begins with the indicator's name before a bracket, colon or stop, and ends with the next list
// mark or the paragraph; a heading that is a paragraph of its own goes on into the next one.
func itemOwners(folds []string, said []spoken) []int {
	owners := make([]int, len(said))
	names := map[string]int{}
	for i, fold := range folds {
		names[fold] = i
	}
	own, alone, compared := -1, false, 0
	for i, s := range said {
		if s.Start == 0 && !alone {
			own = -1
		}
		alone = false
		if head, ok := itemHead(s.Text); ok {
			fold := lexicon.Fold(head)
			at, known := names[fold]
			if !known && compared < mostHeads {
				compared++
				at, known = mostAlike(folds, fold)
			}
			switch {
			case known:
				own, alone = at, len(strings.TrimSpace(s.paragraph.Text)) == len(s.Text)
			case listMark(s.Text) != "":
				own = -1
			}
		} else if listMark(s.Text) != "" {
			own = -1
		}
		owners[i] = own
	}
	return owners
}

// longestItem is how many letters the head of an item has at most.
const longestItem = 40

// itemHead is what stands before the first bracket, colon or full stop of a sentence, if it is short
// and has no comma before it.
func itemHead(sentence string) (string, bool) {
	if strings.HasPrefix(sentence, "（") || strings.HasPrefix(sentence, "(") {
		mark := listMark(sentence)
		if mark == "" {
			return "", false
		}
		head, ok := itemHead(sentence[len(mark):])
		return head, ok
	}
	letters := 0
	for i, r := range sentence {
		switch r {
		case '（', '(', '：', ':', '。', ',', '；', ';':
			return sentence[:i], i > 0
		case '，':
			return "", false
		}
		if letters++; letters > longestItem {
			break
		}
	}
	return "", false
}

// nearly is how alike a heading has to be to the name it stands for.
const nearly = 90

// mostAlike is the indicator whose folded name is nearly the heading. Names of very unequal length are
// never so alike, and are not compared.
func mostAlike(folds []string, head string) (int, bool) {
	best, at := nearly-1, -1
	begin, end := runes(head, 2), lastRunes(head, 2) // names that are nearly the same have one of them in common
	for i, fold := range folds[:min(len(folds), mostHeads)] {
		if 2*len(head) < len(fold) || 2*len(fold) < len(head) || !strings.HasPrefix(fold, begin) && !strings.HasSuffix(fold, end) {
			continue
		}
		if s := lexicon.Alike(head, fold); s > best {
			best, at = s, i
		}
	}
	return at, at >= 0
}
