package quantity

import "strings"

// maxLatin is the length of the longest Latin unit taken from a cell.
const maxLatin = 8

// unit reads the unit at i: scale (万), unit, and what it is counted by (元/人·月, 起(件)). The name is
// empty and the end is i when there is none.
func (r reader) unit(i int) (name string, end int) {
	j := r.skip(i)
	end, ok := r.scaled(j)
	if !ok {
		return r.bracketed(i, j)
	}
	end = r.per(j, r.stuff(end))
	if k, ok := r.aside(end); ok {
		end = k
	}
	return r.squeezed(j, end), end
}

// scaled reads a known unit, or a scale with or without one behind it.
func (r reader) scaled(i int) (end int, ok bool) {
	if end, ok = r.known(i); ok {
		return end, true
	}
	scale := r.scale(i)
	if scale == i {
		return r.unknown(i)
	}
	if end, ok = r.scaledUnit(i, scale); ok {
		return end, true
	}
	if end, ok = r.has(r.wrap(scale), "元"); ok { // 万 at the end of a line, 元 on the next
		return end, true
	}
	if end, ok = r.unknown(scale); ok {
		return end, true
	}
	return scale, true
}

// scaledUnit reads the known unit behind a scale. A unit may begin like a scale, 万千瓦时: the division
// that takes most of the text is meant.
func (r reader) scaledUnit(i, scale int) (end int, ok bool) {
	for j := i; j < scale; {
		_, n := r.at(j)
		j += n
		if e, known := r.known(r.skip(j)); known && e > end {
			end, ok = e, true
		}
	}
	return end, ok
}

// scale steps over 百, 千, 万 and 亿.
func (r reader) scale(i int) int {
	for range 3 {
		c, n := r.at(i)
		if m, ok := tenOf(c); !ok || m.value < 100 {
			break
		}
		i += n
	}
	return i
}

// known reads the longest unit of the lexicon at i. Blanks may stand between its characters.
func (r reader) known(i int) (end int, ok bool) {
	c, _ := r.at(i)
	if letter(c) {
		return r.latin(i, false)
	}
	for u := range units().from(c) {
		if end, ok = r.spelled(i, u.name); ok && !r.voided(end, u.voids) {
			return end, true
		}
	}
	return i, false
}

// spelled matches a word whose characters the layout may have parted by blanks.
func (r reader) spelled(i int, word string) (end int, ok bool) {
	if strings.HasPrefix(r.text[i:], word) {
		return i + len(word), true
	}
	for k, want := range word {
		if k > 0 {
			i = r.wrap(i)
		}
		c, n := r.at(i)
		if c != want {
			return i, false
		}
		i += n
	}
	return i, true
}

// latin reads a unit in Latin letters with an exponent: km, m2, KVA. Only known ones count unless any
// will do.
func (r reader) latin(i int, any bool) (end int, ok bool) {
	end = i
	for c, n := r.at(end); letter(c); c, n = r.at(end) {
		end += n
	}
	if end == i || end-i > maxLatin*3 {
		return i, false
	}
	if c, n := r.at(end); c == '2' || c == '3' || c == '²' || c == '³' {
		if next, _ := r.at(end + n); !digit(next) && r.listed(i, end+n) {
			return end + n, true
		}
	}
	return end, r.listed(i, end) || any && end-i <= maxLatin
}

// listed reports whether the lexicon knows the Latin unit from i to j; case counts for single letters.
func (r reader) listed(i, j int) bool {
	name := r.squeezed(i, j)
	return units().named(name) != nil || convertible(name) != nil
}

// unknown takes, in a cell, one strange character at its end or a run of Latin letters for a unit.
func (r reader) unknown(i int) (end int, ok bool) {
	c, n := r.at(i)
	if !r.cell || n == 0 {
		return i, false
	}
	if letter(c) {
		end, ok = r.latin(i, true)
		return end, ok && r.closed(end)
	}
	if !han(c) || numeric(c) || unitless(c) || !r.closed(i+n) {
		return i, false
	}
	return i + n, true
}

// unitless reports a character behind a number that is no unit of its own.
func unitless(c rune) bool {
	switch c {
	case '号', '前', '后', '底', '内', '外', '等', '以', '及', '余', '多', '半', '左', '上':
		return true
	}
	return false
}

// closed reports whether an amount in a cell may end at i: nothing more, a bracket, or a bound behind.
func (r reader) closed(i int) bool {
	switch c, n := r.at(r.skip(i)); c {
	case '(', ')', '[', ']', '【', '】', '/', '·', '*', '~', '-', ',', '，', '。', '；', ';', '、':
		return true
	default:
		return n == 0 || r.tail(i).end > i
	}
}

// per reads what the unit from start to i is counted by: /人·月, /10万公顷, /d.
func (r reader) per(start, i int) int {
	base := i
	for round := range 3 {
		j := r.skip(i)
		c, n := r.at(j)
		if c != '/' && (round == 0 || !times(c)) {
			return i
		}
		j = r.skip(r.powerOfTen(r.skip(j + n)))
		end, ok := r.scaled(j)
		if !ok || r.squeezed(j, end) == r.squeezed(start, base) { // 100%/100% are two amounts
			return i
		}
		i = end
	}
	return i
}

// times reports a sign of multiplication.
func times(c rune) bool {
	switch c {
	case '·', '*', '×', '•', '⋅', '・':
		return true
	}
	return false
}

// mostStuff is how many characters may name what a unit measures, between it and what it is counted by.
const mostStuff = 4

// stuff steps, in a cell, over what is measured where a slash with the unit it is counted by follows: 标煤 in
// 千克标煤/平方米, 检查 in 次检查/年.
func (r reader) stuff(i int) (end int) {
	end = i
	for range mostStuff {
		c, n := r.at(end)
		if !r.cell || !han(c) {
			break
		}
		end += n
	}
	c, n := r.at(end)
	if c != '/' || end == i {
		return i
	}
	if _, ok := r.known(r.skip(end + n)); !ok {
		return i
	}
	return end
}

// powerOfTen steps over 1, 10, 100 … before a unit; any other number starts an amount of its own.
func (r reader) powerOfTen(i int) int {
	end, _ := r.digits(i)
	s := r.plain(i, end)
	if s == "" || s[0] != '1' || strings.Trim(s[1:], "0") != "" {
		return i
	}
	return end
}

// aside reads a second name of a unit in brackets: 起(件).
func (r reader) aside(i int) (end int, ok bool) {
	c, n := r.at(i)
	if c != '(' {
		return i, false
	}
	end, ok = r.known(i + n)
	if !ok {
		return i, false
	}
	c, n = r.at(end)
	return end + n, c == ')'
}

// bracketed reads a unit that stands in brackets behind its number: 90(万元).
func (r reader) bracketed(i, j int) (name string, end int) {
	c, n := r.at(j)
	if c != '(' {
		return "", i
	}
	start := r.skip(j + n)
	end, ok := r.scaled(start)
	if !ok {
		return "", i
	}
	c, n = r.at(r.skip(end))
	if c != ')' {
		return "", i
	}
	return r.squeezed(start, end), r.skip(end) + n
}

// IsUnit reports whether the whole text is a unit that the lexicon knows, perhaps with a scale before
// it: 人, 万人次, 元/亩. Any other word behind a number belongs to what is counted.
func IsUnit(text string) bool {
	r := reader{text: Fold(strings.TrimSpace(text))}
	end, ok := r.scaled(0)
	if ok {
		end = r.per(0, end)
	}
	return ok && end == len(r.text)
}
