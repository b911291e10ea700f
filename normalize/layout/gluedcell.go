package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// The cells that a glued line may have at a place, each with what it is worth in its column.

// eachCell offers every end that a cell of the role may have, with what it is worth.
func (s *gluedSearch) eachCell(role lexicon.Role, at int, offer func(to, gain int)) {
	switch role {
	case lexicon.Level1:
		s.levels(lexicon.Level1Words, at, offer)
	case lexicon.Level2:
		s.levels(lexicon.Level2Words, at, offer)
	case lexicon.Name, lexicon.FundName:
		s.names(at, offer)
	case lexicon.Target, lexicon.Actual, lexicon.LastYear:
		s.amounts(at, offer)
		s.words(at, offer)
	case lexicon.Weight, lexicon.Score, lexicon.Review:
		s.numbers(at, 3, func(to int) { offer(to, 3) })
	case lexicon.Initial, lexicon.Budget, lexicon.Spent:
		s.numbers(at, 9, func(to int) { offer(to, 3) })
	case lexicon.Rate, lexicon.ScoreRate, lexicon.Completion:
		s.rates(at, offer)
	case earlierTarget:
		s.amounts(at, offer)
		s.words(at, offer)
	case lexicon.Unit:
		s.units(at, s.text, func(to int) { offer(to, 3) })
	case lexicon.Nature, lexicon.Direction:
		s.natures(at, offer)
	case lexicon.Reason, lexicon.Rule, lexicon.Meaning, lexicon.Method:
		s.prose(at, offer)
	default:
		if r, size := utf8.DecodeRuneInString(s.text[at:]); unicode.Is(unicode.Han, r) {
			offer(at+size, 0) // 是, 否
		}
	}
}

// natures offers a comparator, or a word that tells what kind of target it is.
func (s *gluedSearch) natures(at int, offer func(to, gain int)) {
	to := at
	for to < len(s.text) && comparator(string(firstRune(s.text[to:]))) {
		to += utf8.RuneLen(firstRune(s.text[to:]))
	}
	if to > at {
		offer(to, 5)
		return
	}
	for _, word := range []string{"定性", "定量", "正向", "反向", "大于等于", "小于等于", "等于"} {
		if strings.HasPrefix(s.text[at:], word) {
			offer(at+len(word), 5)
		}
	}
}

// prose offers free text up to each figure behind it, and up to the end.
func (s *gluedSearch) prose(at int, offer func(to, gain int)) {
	if at == len(s.text) || strings.ContainsRune("0123456789.%", firstRune(s.text[at:])) {
		return
	}
	for to := at + 1; to < len(s.text); to++ {
		if digit(rune(s.text[to])) && !digit(rune(s.text[to-1])) && s.text[to-1] != '.' && to-at >= 6 {
			offer(to, -1)
		}
	}
	offer(len(s.text), 0)
}

// levels offers the longest level word at the place, with its weight in brackets.
func (s *gluedSearch) levels(list lexicon.List, at int, offer func(to, gain int)) {
	word := s.walk.lex.LongestIn(list, s.text[at:], func(word, rest string) bool { return utf8.RuneCountInString(word) >= 4 && rest != "" })
	if word == "" {
		return
	}
	gain := 6
	if list == lexicon.Level2Words {
		gain = 5
	} else if s.walk.lex.Has(lexicon.Level2Words, word) {
		gain = 3 // 满意度指标 is either: one level alone is the second, under the first of the row above
	}
	if !strings.HasSuffix(word, "指标") {
		gain = 3 // 社会效益 may begin a name
	}
	to := at + len(word)
	if rest := s.text[to:]; strings.HasPrefix(rest, "（") || strings.HasPrefix(rest, "(") {
		if end := strings.IndexAny(rest, ")）"); end > 0 {
			_, size := utf8.DecodeRuneInString(rest[end:])
			if _, points := label(word + rest[:end+size]); points != "" {
				to += end + size
				gain = max(gain, 5)
			}
		}
	}
	offer(to, gain)
}

// names offers the ends that a name may have: before a figure, a graded word, words that stand there
// twice, or a unit where units have a column.
func (s *gluedSearch) names(at int, offer func(to, gain int)) {
	runes, digits := 0, 0
	for to := at; to < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		if strings.ContainsRune("。；≥≤≧≦", r) || runes >= 40 {
			return
		}
		if digit(r) {
			digits++
		}
		to += size
		if runes++; runes < 2 || digit(r) {
			continue
		}
		rest := s.text[to:]
		if !figure(rest) && !s.valueBegins(rest) {
			continue
		}
		gain := -3 * digits
		if s.walk.words.knows(s.text[at:to]) {
			gain += 5
		}
		offer(to, gain)
	}
}

// valueBegins reports whether something that is no figure and yet may stand behind a name begins here.
func (s *gluedSearch) valueBegins(rest string) bool {
	if rest == "" || s.walk.lex.LongestIn(lexicon.GradedWords, rest, func(string, string) bool { return true }) != "" || twice(rest) > 0 {
		return true
	}
	for _, word := range []string{"不低于", "不高于", "不少于", "不超过", "不大于", "不小于", "大于", "小于", "定性"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	found := false
	if s.unitColumn() {
		s.units(0, rest, func(end int) { found = found || figure(rest[end:]) || strings.HasPrefix(rest[end:], "定") })
	}
	return found
}

func (s *gluedSearch) unitColumn() bool { return slices.Contains(s.roles, lexicon.Unit) }

// twice is how many bytes the shortest text has, of two characters and more, that stands at the beginning
// twice: 健全健全.
func twice(text string) int {
	runes := 0
	for to := 0; to < len(text) && runes < 16; {
		r, size := utf8.DecodeRuneInString(text[to:])
		if !unicode.Is(unicode.Han, r) {
			return 0
		}
		to += size
		if runes++; runes >= 2 && strings.HasPrefix(text[to:], text[:to]) {
			return to
		}
	}
	return 0
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// figure reports whether a text begins with a figure or its comparator.
func figure(text string) bool {
	return strings.ContainsRune("0123456789≥≤≧≦><=＝═﹦", firstRune(text))
}

// numbers offers every number that begins at the place, with so many digits before the point: 10, 101 and
// 1010 of 1010.
func (s *gluedSearch) numbers(at, whole int, offer func(to int)) {
	to := at
	for to < len(s.text) && digit(rune(s.text[to])) && to-at < whole {
		to++
		if s.text[at] == '0' && to-at > 1 {
			return
		}
		if to < len(s.text) && s.text[to] == '.' {
			for end := to + 1; end < len(s.text) && digit(rune(s.text[end])) && end-to <= 6; end++ {
				offer(end + 1)
			}
			return
		}
		offer(to)
	}
}

// amounts offers every amount: a comparator, a number, a unit.
func (s *gluedSearch) amounts(at int, offer func(to, gain int)) {
	start := at
	for start < len(s.text) && strings.ContainsRune("≥≤≧≦><=＝═﹦", firstRune(s.text[start:])) {
		start += len(string(firstRune(s.text[start:])))
	}
	for _, word := range []string{"不低于", "不高于", "不少于", "不超过", "不大于", "不小于", "大于等于", "小于等于"} {
		if rest, ok := strings.CutPrefix(s.text[at:], word); ok && figure(rest) {
			start = at + len(word)
		}
	}
	compared := 0
	if start > at {
		compared = 2
	}
	s.numbers(start, 9, func(to int) {
		offer(to, 2+compared)
		s.units(to, s.text, func(end int) { offer(end, 4+compared) })
	})
}

// units offers the units that begin at the place in the text.
func (s *gluedSearch) units(at int, text string, offer func(to int)) {
	runes := 0
	for to := at; to < len(text) && runes < 6; runes++ {
		r, size := utf8.DecodeRuneInString(text[to:])
		if digit(r) {
			return
		}
		to += size
		if quantity.IsUnit(text[at:to]) {
			offer(to)
		}
	}
}

// rates offers a rate, which has its sign or is a bare number.
func (s *gluedSearch) rates(at int, offer func(to, gain int)) {
	s.numbers(at, 3, func(to int) {
		if strings.HasPrefix(s.text[to:], "%") {
			offer(to+1, 5)
			return
		}
		offer(to, 1)
	})
}

// words offers a value that is written in words: graded words best; a date counts as one.
func (s *gluedSearch) words(at int, offer func(to, gain int)) {
	longest := s.walk.lex.LongestIn(lexicon.GradedWords, s.text[at:]+" ", func(string, string) bool { return true })
	runes := 0
	for to := at; to < len(s.text) && runes < 16; runes++ {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		to += size
		text := s.text[at:to]
		if utf8.RuneLen(r) < 2 {
			continue // a word or a date ends in Chinese
		}
		switch {
		case text == longest:
			offer(to, 4)
		case s.walk.lex.Has(lexicon.GradedWords, text):
			offer(to, 2)
		case strings.ContainsAny(text, "0123456789"):
			if quantity.Parse(text).Kind == quantity.Date {
				offer(to, 4)
			}
		case runes >= 1 && (figure(s.text[to:]) || to == len(s.text) || strings.HasPrefix(s.text[to:], text) || strings.HasSuffix(s.text[:at], text)):
			offer(to, 0)
		}
	}
}
