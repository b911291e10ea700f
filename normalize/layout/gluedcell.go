package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// The cells that a glued line may have at a place, each with what it is worth in its column.

// eachCell offers every end that a cell of the role may have, with what it is worth.
func (s *gluedSearch) eachCell(role lexicon.Role, at int, offer func(to, gain int)) {
	if s.dashes(role, at, offer) {
		return
	}
	switch role {
	case lexicon.Level1:
		if s.summary {
			s.names(at, offer)
			return
		}
		s.levels(lexicon.Level1Words, at, offer)
	case lexicon.Level2:
		s.levels(lexicon.Level2Words, at, offer)
	case lexicon.Name, lexicon.FundName, lexicon.ProjectName:
		s.names(at, offer)
	case lexicon.Target, lexicon.Actual, lexicon.LastYear, earlierTarget:
		s.values(at, offer)
	case lexicon.Weight, lexicon.Score, lexicon.Review, lexicon.Level1Weight, lexicon.Level2Weight:
		s.numbers(at, 3, func(to int) { offer(to, pick(quantity.Decimals(s.text[at:to]) > 2, -1, 3)) })
	case lexicon.Sequence:
		s.numbers(at, 2, func(to int) { offer(to, 3) })
	case lexicon.Initial, lexicon.Budget, lexicon.Spent:
		s.numbers(at, 12, func(to int) { offer(to, 3) })
	case lexicon.Rate, lexicon.ScoreRate, lexicon.Completion:
		s.rates(at, offer)
	case lexicon.Unit:
		s.unitCell(at, offer)
	case lexicon.Nature, lexicon.Direction:
		s.natures(at, offer)
	case lexicon.Reason, lexicon.Rule, lexicon.Meaning, lexicon.Method:
		s.prose(at, offer)
	default:
		s.remarks(at, offer)
	}
}

// dashes offers the signs of a cell in which nothing is filled in, -, —— or /. All such cells of a row have the same.
func (s *gluedSearch) dashes(role lexicon.Role, at int, offer func(to, gain int)) bool {
	r, size := utf8.DecodeRuneInString(s.text[at:])
	if !strings.ContainsRune(dashRunes, r) || role == lexicon.Name || role == lexicon.FundName {
		return false
	}
	run := len(s.text[at:]) - len(strings.TrimLeft(s.text[at:], string(r)))
	for n := size; n <= run && n <= 4*size; n += size {
		offer(at+n, 1)
	}
	return true
}

// dashRunes are the signs of cells in which nothing is filled in.
const dashRunes = "-—–－/／"

// otherDash reports whether a cell before column c has other signs for nothing.
func (s *gluedSearch) otherDash(c int, dash string) bool {
	for _, c := range s.cells[:c] {
		if text := s.text[c.from:c.to]; text != "" && text != dash && placeholder(text) {
			return true
		}
	}
	return false
}

// remarks offers a short text that stands in many rows alike: 工作计划, 是.
func (s *gluedSearch) remarks(at int, offer func(to, gain int)) {
	runes := 0
	for to := at; to < len(s.text) && runes < 12; {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		if !unicode.IsLetter(r) {
			return
		}
		to += size
		switch runes++; {
		case s.often(s.text[at:to]):
			offer(to, min(runes, 3))
		case runes == 1, figure(s.text[to:]):
			offer(to, 0)
		}
	}
}

// often reports whether the table has a text several times, and not as a part of one longer text.
func (s *gluedSearch) often(text string) bool {
	n, known := s.common[text]
	if !known {
		n = strings.Count(s.table, text)
		s.common[text] = n
	}
	return n >= 3
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
	if strings.HasPrefix(s.text[at:], "无") && !strings.HasPrefix(s.text[at:], "无法") {
		offer(at+len("无"), 1)
	}
	for to := at + 1; to < len(s.text); to++ {
		switch {
		case digit(rune(s.text[to])) && !digit(rune(s.text[to-1])) && s.text[to-1] != '.' && to-at >= 6:
			offer(to, -1)
		case s.text[to] == "。"[0] && s.sentenceEnds(to):
			offer(to+len("。"), 1)
		case s.open && to-at >= 6 && s.levelBegins(to):
			offer(to, -1)
		}
	}
	gain := 0
	if strings.HasSuffix(s.text, "。") {
		gain = 1
	}
	offer(len(s.text), gain)
}

// sentenceEnds reports whether a full stop at a byte may end a cell: the sentence goes on behind many.
func (s *gluedSearch) sentenceEnds(at int) bool {
	rest, stop := strings.CutPrefix(s.text[at:], "。")
	if !stop || rest == "" {
		return false
	}
	for _, word := range []string{"改进措施", "每有", "每缺", "每发现", "每出现", "每降低", "每低", "每超"} {
		if strings.HasPrefix(rest, word) {
			return false
		}
	}
	return s.open || digit(rune(rest[0]))
}

// levelBegins reports whether a level's word, which mostly begins a row, or the closing row stands at a byte.
func (s *gluedSearch) levelBegins(at int) bool {
	if !utf8.RuneStart(s.text[at]) {
		return false
	}
	found, known := s.levelsAt[s.base+at]
	if !known {
		found = s.levelWord(at)
		s.levelsAt[s.base+at] = found
	}
	return found
}

func (s *gluedSearch) levelWord(at int) bool {
	for _, list := range []lexicon.List{lexicon.Level1Words, lexicon.Level2Words, lexicon.TotalWords} {
		word := s.walk.lex.LongestIn(list, s.text[at:], func(word, rest string) bool {
			return strings.HasSuffix(word, "指标") || list == lexicon.TotalWords && rest != "" && digit(rune(rest[0]))
		})
		if word != "" {
			return true
		}
	}
	return strings.HasPrefix(s.text[at:], "指标") && len(s.text) > at+6 && digit(rune(s.text[at+6]))
}

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
	if whole > 3 {
		s.grouped(at, offer)
	}
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

// grouped offers the numbers that begin at the place and whose thousands are set off: 1,098.41 and 1,098.4 of 1,098.41.
func (s *gluedSearch) grouped(at int, offer func(to int)) {
	to := at
	for to < len(s.text) && digit(rune(s.text[to])) && to-at < 3 {
		to++
	}
	if to == at || s.text[at] == '0' {
		return
	}
	groups := 0
	for to+4 <= len(s.text) && s.text[to] == ',' && digits(s.text[to+1:to+4]) {
		to += 4
		groups++
	}
	if groups == 0 {
		return
	}
	offer(to)
	if to < len(s.text) && s.text[to] == '.' {
		for end := to + 1; end < len(s.text) && digit(rune(s.text[end])) && end-to <= 6; end++ {
			offer(end + 1)
		}
	}
}

func digits(text string) bool { return strings.Trim(text, "0123456789") == "" }

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
	} else if s.dated(at) {
		return
	}
	unitColumn := s.unitColumn()
	s.numbers(start, 9, func(to int) {
		offer(to, 2+compared)
		from := to + len(s.text[to:]) - len(strings.TrimLeft(s.text[to:], "余多")) // 464余人
		s.units(from, s.text, func(end int) { offer(end, pick(unitColumn, 1, 4)+compared) })
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
