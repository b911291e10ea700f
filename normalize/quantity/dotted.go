package quantity

// dotted reads 2022.12.30, 2022-12-30 and 2022/12/30, and without a day where nothing else can be
// be meant: 2022-12, or 2022.12 as part of a range or before 前.
func (r reader) dotted(y small, meant bool) (written, bool) {
	mark, n := r.at(y.end)
	if !year(y.value) || mark != '.' && mark != '-' && mark != '/' {
		return written{}, false
	}
	m := r.small(y.end + n)
	if c, _ := r.at(y.end + n); m.value < 1 || m.value > 12 || !digit(c) {
		return written{}, false
	}
	w := written{day: Day{y.value, m.value, 0}, end: m.end}
	c, size := r.at(m.end)
	if first, _ := r.at(m.end + size); c == mark && digit(first) {
		d := r.small(m.end + size)
		w.day.Day, w.end = d.value, d.end
		return w, possible(w.day) && r.ended(d.end)
	}
	return w, meant && r.ended(m.end) || r.monthMeant(w, mark)
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
		y := r.small(j)
		c, n := r.at(y.end)
		m := r.small(y.end + n).value
		return year(y.value) && c == '.' && m >= 1 && m <= 12
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
