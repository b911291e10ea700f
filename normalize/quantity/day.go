package quantity

import "strings"

// written is a date as it was read: where it ends, and whether it bounds a period.
type written struct {
	day   Day
	end   int
	bound Bound
}

// date reads a date, a month or the end of a period that starts at i, or a range of them.
func (r reader) date(i int) (written, bool) {
	if !r.dated(i) {
		return written{}, false
	}
	w, ok := r.oneDay(i, false)
	if !ok {
		return w, false
	}
	if j, ok := r.separator(w.end); ok {
		if last, ok := r.lastDay(j, w.day); ok {
			w.day, w.end, w.bound = last.day, last.end, Range
		}
	}
	return r.deadline(w), true
}

// dated tells quickly whether a sign of dates or ranges stands behind the number at i.
func (r reader) dated(i int) bool {
	_, j := r.small(i)
	if j == i {
		_, n := r.at(i) // 年底
		return n > 0
	}
	c, n := r.at(r.wrap(j))
	return n > 0 && (!han(c) && !digit(c) && c != '%' || c == '年' || c == '月' || c == '日' || c == '至' || c == '到')
}

// oneDay reads one date in any writing; meant tells that nothing but a date can stand here.
func (r reader) oneDay(i int, meant bool) (written, bool) {
	if w, ok := r.dotted(i, meant); ok {
		return w, true
	}
	if w, ok := r.years(i); ok {
		return w, true
	}
	if w, ok := r.months(i, Day{}); ok {
		return w, true
	}
	if w, ok := r.dayOnly(i); ok {
		return w, true
	}
	return r.yearEnd(i)
}

// dayOnly reads a day without its month, in a cell and before 前 only: 15日 alone is a length of time.
func (r reader) dayOnly(i int) (written, bool) {
	n, j := r.small(i)
	end, ok := r.has(r.wrap(j), "日")
	w := written{day: Day{Day: n}, end: end}
	_, due := r.has(r.wrap(end), "之前", "以前", "前")
	return w, r.cell && ok && due && n >= 1 && n <= 31
}

// lastDay reads the last date of a range; what it leaves out is carried over from the first.
func (r reader) lastDay(i int, first Day) (written, bool) {
	w, ok := r.oneDay(i, true)
	if !ok && first.Day > 0 {
		n, j := r.small(i)
		end, day := r.has(r.wrap(j), "日", "号")
		w, ok = written{day: Day{0, first.Month, n}, end: end}, day && n >= 1 && n <= 31
	}
	if w.day.Year == 0 {
		w.day.Year = first.Year
	}
	return w, ok
}

// deadline reads 前, 之前, 后 and their kin behind a date.
func (r reader) deadline(w written) written {
	j := r.wrap(w.end)
	if end, ok := r.has(j, "之前", "以前", "前", "以内", "之内", "内"); ok && !r.voided(end, "期述景往三提置部容外") {
		w.end, w.bound = end, AtMost
	} else if end, ok := r.has(j, "之后", "以后", "后"); ok && !r.voided(end, "续期勤台备") {
		w.end, w.bound = end, AtLeast
	}
	return w
}

// voided reports whether one of the characters stands at i.
func (r reader) voided(i int, characters string) bool {
	c, n := r.at(i)
	return n > 0 && strings.ContainsRune(characters, c)
}

// small reads a number of at most four digits, as years, months and days have, in Arabic or Chinese
// figures; -1 when there is none.
func (r reader) small(i int) (value, end int) {
	end, count := r.digits(i)
	if count > 4 {
		return -1, end
	}
	if count > 0 {
		value = int(whole(r.plain(i, end)))
		return value, end
	}
	if n := r.numeral(i); n.proper && n.value < 10000 {
		return int(n.value), n.end
	}
	return -1, i
}

func year(n int) bool { return n >= 1900 && n < 2100 }

// years reads a date that begins with its year, or a range of years.
func (r reader) years(i int) (written, bool) {
	n, j := r.small(i)
	if n < 0 {
		return written{}, false
	}
	if last, ok := r.yearRange(n, j); ok {
		return last, true
	}
	end, ok := r.has(r.wrap(j), "年")
	if !ok {
		return written{}, false
	}
	d := Day{Year: n}
	if n >= 10 && n < 100 { // 23年12月: only with its month
		d.Year += 2000
		return r.months(r.wrap(end), d)
	}
	if !year(n) {
		return written{}, false
	}
	if w, ok := r.months(r.wrap(end), d); ok {
		return w, true
	}
	return r.yearTail(d, end), true
}

// yearRange reads the rest of 2020-2022年; in a cell 年 may be missing.
func (r reader) yearRange(first, i int) (written, bool) {
	j, ok := r.separator(i)
	if !ok || !year(first) {
		return written{}, false
	}
	n, k := r.small(j)
	if !year(n) || n < first {
		return written{}, false
	}
	end, ok := r.has(r.wrap(k), "年")
	if !ok {
		_, left := r.at(r.wrap(k))
		return written{Day{Year: n}, k, Range}, r.cell && left == 0
	}
	if w, ok := r.months(r.wrap(end), Day{Year: n}); ok {
		return w, false // 2020-2022年3月 is left to the ends it is written with
	}
	w := r.yearTail(Day{Year: n}, end)
	w.bound = Range
	return w, true
}

// yearTail reads 度, 底 and their kin behind a year.
func (r reader) yearTail(d Day, i int) written {
	if end, ok := r.has(i, "底", "末", "年底", "年末"); ok {
		return written{day: Day{d.Year, 12, 31}, end: end}
	}
	if end, ok := r.has(i, "初", "年初"); ok {
		return written{day: Day{d.Year, 1, 0}, end: end}
	}
	if end, ok := r.has(i, "度"); ok {
		return written{day: d, end: end}
	}
	return written{day: d, end: i}
}
