package quantity

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDigits is the most digits an amount may have; longer ones are numbers of accounts or papers.
const maxDigits = 30

// number is a number without its unit and comparator.
type number struct {
	value   string
	unit    string // told before the number: 百分之 is %
	end     int
	chinese bool
	lone    bool // one Chinese character, as often part of an idiom as an amount
	proper  bool // it can be an amount
}

// number reads the number that starts at i. When it is none (a code, a broken numeral), end still says
// how far it went.
func (r reader) number(i int) number {
	c, _ := r.at(i)
	if digit(c) {
		return r.arabic(i)
	}
	if n, ok := r.parted(i); ok {
		return n
	}
	if c == '半' {
		return r.half(i)
	}
	return r.chinese(i)
}

// arabic reads digits with thousands separators and a decimal point.
func (r reader) arabic(i int) number {
	end, count := r.digits(i)
	if grouped, wide := r.groups(i, end); grouped > end && (!wide || r.cell || r.point(grouped) > 0) {
		end, count = grouped, grouped-i
	}
	if dot := r.point(end); dot > 0 {
		fraction, n := r.digits(end + dot)
		end, count = fraction, count+n
	}
	proper := count <= maxDigits
	for dot := r.point(end); dot > 0; dot = r.point(end) { // 1.2.3 numbers a section or a version
		proper = false
		end, _ = r.digits(end + dot)
	}
	n := number{end: end, proper: proper}
	if proper {
		n.value = r.plain(i, end)
	}
	return n
}

// digits steps over digits and counts them.
func (r reader) digits(i int) (end, count int) {
	for end = i; end < len(r.text) && digit(rune(r.text[end])); end++ {
		count++
	}
	if end < len(r.text) && r.text[end] < utf8.RuneSelf {
		return end, count
	}
	for { // of full width, perhaps
		c, n := r.at(end)
		if !digit(c) {
			return end, count
		}
		end, count = end+n, count+1
	}
}

// point is the length of the decimal point at i, or 0 when no digit follows.
func (r reader) point(i int) int {
	c, n := r.at(i)
	if c != '.' {
		return 0
	}
	if next, _ := r.at(i + n); !digit(next) {
		return 0
	}
	return n
}

// groups steps over thousands behind the first digits: commas with three digits each. It is wide when
// one of the commas is a Chinese one.
func (r reader) groups(start, end int) (last int, wide bool) {
	first, n := r.at(start)
	if first == '0' || end-start > 3*n {
		return end, false
	}
	for {
		c, n := r.at(end)
		if c != ',' && c != '，' {
			return end, wide
		}
		next, count := r.digits(end + n)
		if count != 3 {
			return end, wide
		}
		end, wide = next, wide || c == '，'
	}
}

// plain is the text of a number, folded and without separators.
func (r reader) plain(i, j int) string {
	if plainly(r.text[i:j]) {
		return r.text[i:j]
	}
	return strings.Map(func(c rune) rune {
		if c = foldRune(c); digit(c) || c == '.' {
			return c
		}
		return -1
	}, r.text[i:j])
}

// plainly reports whether the text is digits and points as they are kept.
func plainly(s string) bool {
	for i := range len(s) {
		if c := s[i]; !digit(rune(c)) && c != '.' {
			return false
		}
	}
	return true
}

// parted reads 百分之九十五 and its kin.
func (r reader) parted(i int) (number, bool) {
	if c, _ := r.at(i); c != '百' && c != '千' && c != '万' {
		return number{}, false
	}
	for _, p := range [...]struct{ word, unit string }{{"百分之", "%"}, {"千分之", "‰"}, {"万分之", "‱"}} {
		j, ok := r.has(i, p.word)
		if !ok {
			continue
		}
		j = r.skip(j)
		if end, ok := r.has(j, "百"); ok && p.unit == "%" {
			return number{value: "100", unit: p.unit, end: end, chinese: true, proper: true}, true
		}
		n := number{}
		if c, _ := r.at(j); digit(c) {
			n = r.arabic(j)
		} else {
			n = r.chinese(j)
		}
		n.unit, n.lone = p.unit, false
		return n, n.proper
	}
	return number{}, false
}

// half reads 半 before a unit of time.
func (r reader) half(i int) number {
	end := i + len("半")
	_, timed := r.has(end, "年", "天", "小时", "个月", "个小时", "日", "月")
	return number{value: "0.5", end: end, chinese: true, lone: true, proper: timed && r.cell}
}

// chinese reads a Chinese numeral, with 点 before decimals. Digits in a row (三四) are guesses or
// names and no amount; neither is a unit of ten without a digit, unless 余 or 多 follow (百余).
func (r reader) chinese(i int) number {
	m := r.numeral(i)
	n := number{end: m.end, chinese: true, lone: m.runes == 1}
	if m.runes == 1 && !m.proper {
		return r.bareTen(i, n)
	}
	n.proper = m.proper && (m.tens || m.runes == 1)
	if !n.proper {
		return n
	}
	n.value = strconv.FormatUint(m.value, 10)
	if j, ok := r.has(n.end, "点"); ok {
		if f := r.numeral(j); f.runes > 0 && f.runes <= 6 && !f.tens {
			n.value += "." + padded(f)
			n.end, n.lone = f.end, false
		}
	}
	return n
}

func padded(f numeral) string {
	s := strconv.FormatUint(f.value, 10)
	return strings.Repeat("0", f.runes-len(s)) + s
}

// bareTen reads 百 or 千 before 余 and 多.
func (r reader) bareTen(i int, n number) number {
	c, _ := r.at(i)
	m, _ := tenOf(c)
	if _, ok := r.has(n.end, "余", "多"); ok && (m.value == 100 || m.value == 1000) {
		n.value, n.proper, n.lone = strconv.FormatUint(m.value, 10), true, false
	}
	return n
}
