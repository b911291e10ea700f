package claim

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// headAlike is how alike an item's heading and an indicator's name have to be, headAhead how much more so than any
// other name.
const (
	headAlike = 82
	headAhead = 4
)

// item is the indicator that a run of sentences is about; -1 for none.
type item struct {
	index int
	since int // offset of the heading's end within the paragraph
}

// headed returns the indicator that the sentence names as its heading: ①宣传覆盖率（指标值：≥90%）。
func (r *reader) headed(sentence string) (index, length int) {
	head, end := heading(sentence)
	fold := lexicon.Fold(withoutListMark(head))
	if fold == "" {
		return -1, 0
	}
	best, second, at := 0, 0, -1
	for i := range r.names {
		n := &r.names[i]
		if n.fold != fold && (r.compared > mostCompared || !overlaps(fold, n.fold, &n.letters)) {
			continue
		}
		r.compared++
		switch s := lexicon.AlikeFrom(fold, n.fold, headAlike-headAhead); {
		case s > best:
			best, second, at = s, best, i
		case s > second && n.fold != r.names[at].fold:
			second = s
		}
	}
	if best < headAlike || best < 100 && best-second < headAhead {
		return -1, 0
	}
	return at, end
}

// heading cuts the words up to the first bracket, colon or full stop, if they are short enough to be
// a heading; length is where they end in the sentence.
func heading(sentence string) (head string, length int) {
	var next rune
	end := 0
	for letters := 0; end < len(sentence); letters++ {
		r, size := quantity.RuneAt(sentence, end)
		if next = r; startsClause(r) && r != '、' {
			break
		}
		if end += size; letters == longestHeading {
			return "", 0
		}
	}
	if end < len(sentence) && next == '，' {
		return "", 0
	}
	return sentence[:end], end
}

// longestHeading is how many characters a heading may have.
const longestHeading = 40

// marked reports a sentence that begins a new item of a list, whatever it is about.
func marked(sentence string) bool {
	r, size := utf8.DecodeRuneInString(sentence)
	switch {
	case r >= '①' && r <= '⑳':
		return true
	case r == '（' || r == '(':
		rest := strings.TrimLeft(sentence[size:], "0123456789一二三四五六七八九十")
		return rest != sentence[size:] && (strings.HasPrefix(rest, "）") || strings.HasPrefix(rest, ")"))
	case r >= '0' && r <= '9':
		rest := strings.TrimLeft(sentence, "0123456789")
		return len(sentence)-len(rest) <= 2 && len(rest) > 1 && (rest[0] == '.' && !digit(rest[1]) || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "．"))
	case listNumeral(r):
		rest := sentence[size:]
		return strings.HasPrefix(rest, "是") || strings.HasPrefix(rest, "、")
	}
	return false
}
