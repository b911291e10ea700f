package quantity

import "strings"

// dotted reads 2022.12.30, 2022-12-30 and 2022/12/30, and without a day where nothing else can be
// be meant: 2022-12, or 2022.12 as part of a range or before 前.
func (r reader) dotted(i int, meant bool) (written, bool) {
	y, j := r.small(i)
	mark, n := r.at(j)
	if !year(y) || n == 0 || !strings.ContainsRune(".-/", mark) {
		return written{}, false
	}
	m, k := r.small(j + n)
	if c, _ := r.at(j + n); m < 1 || m > 12 || !digit(c) {
		return written{}, false
	}
	w := written{day: Day{y, m, 0}, end: k}
	c, size := r.at(k)
	d, end := r.small(k + size)
	if first, _ := r.at(k + size); c == mark && digit(first) {
		w.day.Day, w.end = d, end
		return w, possible(w.day) && r.ended(end)
	}
	return w, meant && r.ended(k) || r.monthMeant(w, mark)
}

// monthMeant tells a month written 2022.12 from a decimal number.
func (r reader) monthMeant(w written, mark rune) bool {
	if mark != '.' {
		return r.ended(w.end)
	}
	if _, ok := r.has(r.wrap(w.end), "前", "之前", "以前", "底"); ok {
		return true
	}
	if j, ok := r.separator(w.end); ok {
		y, k := r.small(j)
		c, n := r.at(k)
		m, _ := r.small(k + n)
		return year(y) && c == '.' && m >= 1 && m <= 12
	}
	return false
}

// ended reports whether a number in digits is over at i.
func (r reader) ended(i int) bool {
	c, n := r.at(i)
	if c == '.' || c == '-' || c == '/' {
		c, _ = r.at(i + n)
	}
	return !digit(c) && c != '%'
}
