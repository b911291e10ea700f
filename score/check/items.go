package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// mostHeads bounds how many headings are compared with every indicator.
const mostHeads = 1000

// itemOwners tells of each sentence the indicator whose item it stands in, headings included, or -1. An
// item begins with the indicator's name before a bracket, colon or stop, and ends with the next list
// mark or the paragraph; a heading that is a paragraph of its own goes on into the next one.
func itemOwners(f *form.Form, said []spoken) []int {
	owners := make([]int, len(said))
	names := map[string]int{}
	for i := range f.Indicators {
		names[lexicon.Fold(f.Indicators[i].Name)] = i
	}
	own, alone, compared := -1, false, 0
	for i, s := range said {
		if s.Start == 0 && !alone {
			own = -1
		}
		alone = false
		if head, ok := itemHead(s.Text); ok {
			at, known := names[lexicon.Fold(head)]
			if !known && compared < mostHeads {
				compared++
				at, known = mostAlike(f, head)
			}
			switch {
			case known:
				own, alone = at, len(strings.TrimSpace(s.paragraph.Text)) == len(s.Text)
			case taskMark.MatchString(s.Text):
				own = -1
			}
		} else if taskMark.MatchString(s.Text) {
			own = -1
		}
		owners[i] = own
	}
	return owners
}

// itemHead is what stands before the first bracket, colon or full stop of a sentence, if it is short
// and has no comma before it.
func itemHead(sentence string) (string, bool) {
	end := strings.IndexAny(sentence, "（(：:。，,；;")
	if strings.HasPrefix(sentence, "（") || strings.HasPrefix(sentence, "(") {
		mark := taskMark.FindString(sentence)
		if mark == "" {
			return "", false
		}
		head, ok := itemHead(sentence[len(mark):])
		return head, ok
	}
	if end <= 0 || strings.HasPrefix(sentence[end:], "，") || utf8.RuneCountInString(sentence[:end]) > 40 {
		return "", false
	}
	return sentence[:end], true
}

// mostAlike is the indicator whose name is nearly the heading.
func mostAlike(f *form.Form, head string) (int, bool) {
	best, at := 89, -1
	for i := range f.Indicators[:min(len(f.Indicators), mostHeads)] {
		if s := lexicon.Similar(head, f.Indicators[i].Name); s > best {
			best, at = s, i
		}
	}
	return at, at >= 0
}
