package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
)

// Where the levels and the names of glued rows end.

// levels offers the longest level word at the place, with its weight in brackets; with it, any words may be a level.
func (s *gluedSearch) levels(list lexicon.List, at int, offer func(to, gain int)) {
	word := s.walk.lex.LongestIn(list, s.text[at:], func(word, rest string) bool { return rest != "" })
	if n := weighedLabel(s.text[at:]); n > 0 {
		gain := 4
		if word != "" && strings.HasPrefix(s.text[at+len(word):], "（") || word != "" && strings.HasPrefix(s.text[at+len(word):], "(") {
			gain = 6
		}
		offer(at+n, gain)
	}
	if n := s.unknownLevel(list, at); n > 0 {
		offer(at+n, 3)
	}
	if word == "" || s.walk.lex.Has(lexicon.IndicatorHead, word) || !strings.HasSuffix(word, "指标") && nameRunes(s.text[at+len(word):]) < 4 {
		return
	}
	gain := 6
	if list == lexicon.Level2Words {
		gain = 5
	} else if s.walk.lex.Has(lexicon.Level2Words, word) {
		gain = 3 // 满意度指标 is either: one level alone is the second, under the first of the row above
	}
	switch {
	case utf8.RuneCountInString(word) < 4:
		gain = 1 // 投入 mostly begins a name
	case !strings.HasSuffix(word, "指标"):
		gain = 3 // 社会效益 may begin a name
	}
	offer(at+len(word), gain)
}

// unknownLevel is how many bytes the words take that can only be a level: its weight stands behind it in a column of its
// own, or the filler of the name does, 立项和目标指标1：….
func (s *gluedSearch) unknownLevel(list lexicon.List, at int) int {
	weights := map[lexicon.List]lexicon.Role{lexicon.Level1Words: lexicon.Level1Weight, lexicon.Level2Words: lexicon.Level2Weight}
	rest := s.text[at:]
	for i, r := range rest {
		switch {
		case i > 0 && (digit(r) && slices.Contains(s.roles, weights[list]) || list == lexicon.Level2Words && r == '指' && fillerAt(rest[i:]) > 0):
			return i
		case !unicode.Is(unicode.Han, r) || i > longestHeadWord:
			return 0
		}
	}
	return 0
}

// nameRunes is how many characters stand before the next figure.
func nameRunes(text string) int {
	if i := strings.IndexAny(text, "0123456789≥≤≧≦<>＜＞=＝═﹦（("); i >= 0 {
		text = text[:i]
	}
	return utf8.RuneCountInString(text)
}

// weighedLabel is how many bytes a label takes, with its weight in brackets, that the text begins with: 目标实现（60）.
func weighedLabel(text string) int {
	open := firstSign(text, "（(")
	if open <= 0 || utf8.RuneCountInString(text[:open]) > 10 || strings.ContainsFunc(text[:open], func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		return 0
	}
	n := bracketAt(text[open:])
	if _, weight := label(text[:open+n]); weight == "" {
		return 0
	}
	return open + n
}

// names offers the ends that a name may have: before a figure, a graded word, words that stand there
// twice, or a unit where units have a column.
func (s *gluedSearch) names(at int, offer func(to, gain int)) {
	if r := firstRune(s.text[at:]); at < len(s.text) && !unicode.IsLetter(r) && !digit(r) && !strings.ContainsRune("“\"‘《【（(★☆*", r) {
		return
	}
	runes, digits, open := 0, 0, 0
	for to := at + fillerAt(s.text[at:]); to < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		switch {
		case strings.ContainsRune("。；，%≥≤≧≦<>＜＞=＝═﹦|", r), runes >= 40, open == 0 && strings.ContainsRune("：:—", r) && to+size < len(s.text) && !s.money:
			return
		case r == '（' || r == '(':
			open++
		case r == '）' || r == ')':
			open--
		case digit(r) && open == 0:
			digits++
		}
		to += size
		if runes++; runes < 2 || digit(r) || open != 0 {
			continue
		}
		rest, name := s.text[to:], s.text[at:to]
		if !figure(rest) && !s.valueBegins(rest) || s.insideUnit(to-size, to) || endsInNature(name) {
			continue
		}
		gain := -3 * digits
		if s.walk.lex.Has(lexicon.GradedWords, name) {
			gain -= 8
		}
		if s.walk.text.phrases().knows(s.text[at:to]) && !s.levelFirst(s.text[at:to]) {
			gain += 5
		}
		offer(to, gain)
	}
}

// insideUnit reports whether a unit that begins at a byte goes on behind another: 公里.
func (s *gluedSearch) insideUnit(from, at int) bool {
	inside := false
	if s.unitColumn() {
		s.units(from, s.text, func(end int) { inside = inside || end > at })
	}
	return inside
}

// endsInNature reports whether a name took a word of the column behind it along.
func endsInNature(name string) bool {
	for _, word := range []string{"正向", "反向", "负向", "定性", "定量", "大于", "小于"} {
		if strings.HasSuffix(name, word) {
			return true
		}
	}
	return false
}

// levelFirst reports whether a level's word begins a text.
func (s *gluedSearch) levelFirst(text string) bool {
	return s.walk.withoutLevel(lexicon.Level1Words, text) != text || s.walk.withoutLevel(lexicon.Level2Words, text) != text
}

// fillerAt is how many bytes the filler takes that a name begins with: 指标1：.
func fillerAt(text string) int {
	rest, ok := strings.CutPrefix(text, "指标")
	if !ok {
		return 0
	}
	behind := strings.TrimLeft(rest, "0123456789")
	if mark := firstRune(behind); behind != rest && strings.ContainsRune("：:、.", mark) {
		return len(text) - len(behind) + utf8.RuneLen(mark)
	}
	return 0
}

// valueBegins reports whether something that is no figure and yet may stand behind a name begins here.
func (s *gluedSearch) valueBegins(rest string) bool {
	if rest == "" || strings.ContainsRune(dashRunes, firstRune(rest)) || s.walk.lex.LongestIn(lexicon.GradedWords, rest, func(string, string) bool { return true }) != "" ||
		twice(rest) > 0 || effectAt(rest) > 0 || scaleAt(rest) > 0 {
		return true
	}
	if r := firstRune(rest); r >= '①' && r <= '⑳' && slices.ContainsFunc(s.roles, isProse) {
		return true
	}
	for _, word := range []string{"不低于", "不高于", "不少于", "不超过", "不大于", "不小于", "大于", "小于", "等于", "定性", "定量", "正向", "反向", "负向"} {
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

func isProse(role lexicon.Role) bool {
	return role == lexicon.Rule || role == lexicon.Meaning || role == lexicon.Method
}

func (s *gluedSearch) unitColumn() bool { return slices.Contains(s.roles, lexicon.Unit) }
