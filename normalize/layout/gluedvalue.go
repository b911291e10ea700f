package layout

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
)

// The values that are no plain amounts, in glued text: dates, graded words, scales.

// values offers the ends of a target or a result.
func (s *gluedSearch) values(at int, offer func(to, gain int)) {
	s.dates(at, offer)
	s.amounts(at, offer)
	if n := scaleAt(s.text[at:]); n > 0 {
		offer(at+n, 6)
	}
	if n := effectAt(s.text[at:]); n > 0 {
		offer(at+n, 4)
	}
	s.words(at, offer)
}

var (
	datePart = compiled(`^(?:(?:19|20)\d\d年)?(?:1[0-2]|[1-9])月(?:(?:[12]\d|3[01]|[1-9])[日号]|[上中下]旬|[底末初中])?`)
	yearPart = compiled(`^(?:19|20)\d\d年(?:[底末初])?`)
	dateEnd  = compiled(`^(?:之前|以前|前|内|以内)?(?:完成|竣工|完工|交付|验收|支付|兑付|拨付|投入使用)?`)
)

// compiled is an expression that is compiled when it is first needed, for few files have glued cells.
func compiled(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// dates offers a date, with what is done by then: 2022年11月底之前完成.
func (s *gluedSearch) dates(at int, offer func(to, gain int)) {
	rest := s.text[at:]
	date := datePart().FindString(rest)
	gain := 6
	if date == "" {
		if date = yearPart().FindString(rest); date == "" {
			return
		}
		gain = 3
	}
	if behind := rest[len(date):]; behind != "" && digit(rune(behind[0])) && !s.datedAt(at+len(date)) {
		gain--
	}
	end := dateEnd().FindString(rest[len(date):])
	offer(at+len(date)+len(end), gain)
}

// dated reports whether a date with its month begins at a byte: its year is no amount.
func (s *gluedSearch) dated(at int) bool { return datePart().MatchString(s.text[at:]) }

func (s *gluedSearch) datedAt(at int) bool { return s.dated(at) || yearPart().MatchString(s.text[at:]) }

// effectAt is how many bytes a word takes that says how far an effect was reached, of which the graded words are the
// most common: 显著增强, 有所减轻.
func effectAt(text string) int {
	for _, word := range []string{"显著", "明显", "有效", "持续", "稳步", "逐步", "不断", "有所", "进一步", "大幅", "总体", "基本", "长期", "稳定", "较大", "切实", "全面"} {
		if rest, ok := strings.CutPrefix(text, word); ok {
			if verb := cutRunes(rest, 2); utf8.RuneCountInString(verb) == 2 && !strings.ContainsFunc(verb, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
				return len(word) + len(verb)
			}
		}
	}
	return 0
}

// scaleAt is how many bytes a scale takes that stands for a target: 优良中低差.
func scaleAt(text string) int {
	for _, word := range []string{"优良中低差", "优良中差", "好坏"} {
		if strings.HasPrefix(text, word) {
			return len(word)
		}
	}
	return 0
}

// unitCell offers the units that begin at the place, the longest most of all.
func (s *gluedSearch) unitCell(at int, offer func(to, gain int)) {
	var ends []int
	s.units(at, s.text, func(to int) {
		if !s.dated(to) {
			ends = append(ends, to)
		}
	})
	for i, to := range ends {
		offer(to, pick(i == len(ends)-1, 4, 2))
	}
}

// words offers a value that is written in words: graded words best.
func (s *gluedSearch) words(at int, offer func(to, gain int)) {
	longest := s.walk.lex.LongestIn(lexicon.GradedWords, s.text[at:]+" ", func(string, string) bool { return true })
	if strings.HasPrefix(s.text[at:], "≥") {
		return
	}
	runes := 0
	for to := at; to < len(s.text) && runes < 16; runes++ {
		r, size := utf8.DecodeRuneInString(s.text[to:])
		if digit(r) || strings.ContainsRune("。；", r) {
			return
		}
		to += size
		text := s.text[at:to]
		if utf8.RuneLen(r) < 2 {
			continue // a word ends in Chinese
		}
		switch {
		case text == longest:
			offer(to, 4)
		case s.walk.lex.Has(lexicon.GradedWords, text):
			offer(to, 2)
		case runes >= 1 && (figure(s.text[to:]) || to == len(s.text) || s.gradedAt(to) || strings.HasPrefix(s.text[to:], text) || strings.HasSuffix(s.text[:at], text)):
			offer(to, 0)
		}
	}
}

// gradedAt reports whether a long graded word begins at a byte: it is a cell of its own.
func (s *gluedSearch) gradedAt(at int) bool {
	word := s.walk.lex.LongestIn(lexicon.GradedWords, s.text[at:], func(string, string) bool { return true })
	return utf8.RuneCountInString(word) >= 4
}
