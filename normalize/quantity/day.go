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
	n := r.small(i)
	if !r.dated(n) {
		return written{}, false
	}
	w, ok := r.oneDay(i, n, false)
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

// dated tells quickly whether a sign of dates or of ranges stands behind a number; 年底 has none before it.
func (r reader) dated(n small) bool {
	if n.value < 0 {
		return n.missing
	}
	c, _ := r.at(r.wrap(n.end))
	switch c {
	case '年', '月', '日', '.', '/':
		return true
	}
	return parts(c)
}

// oneDay reads one date in any writing that begins with the number n at i; meant tells that nothing but a date can
// stand here.
func (r reader) oneDay(i int, n small, meant bool) (written, bool) {
	if n.missing {
		return r.yearEnd(i)
	}
	if w, ok := r.dotted(n, meant); ok {
		return w, true
	}
	if w, ok := r.years(n); ok {
		return w, true
	}
	if w, ok := r.months(n, Day{}); ok {
		return w, true
	}
	return r.dayOnly(n)
}

// dayOnly reads a day without its month, in a cell and before 前 only: 15日 alone is a length of time.
func (r reader) dayOnly(n small) (written, bool) {
	if !r.cell || n.value < 1 || n.value > 31 {
		return written{}, false
	}
	end, ok := r.has(r.wrap(n.end), "日")
	_, due := r.has(r.wrap(end), "之前", "以前", "前")
	return written{day: Day{Day: n.value}, end: end}, ok && due
}

// lastDay reads the last date of a range; what it leaves out is carried over from the first.
func (r reader) lastDay(i int, first Day) (written, bool) {
	n := r.small(i)
	w, ok := r.oneDay(i, n, true)
	if !ok && first.Day > 0 {
		end, day := r.has(r.wrap(n.end), "日", "号")
		w, ok = written{day: Day{0, first.Month, n.value}, end: end}, day && n.value >= 1 && n.value <= 31
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

// small is a number of at most four digits, as years, months and days have.
type small struct {
	value   int // -1 where there is none, or a longer one
	end     int
	missing bool // there is none
}

// small reads a small number at i, in Arabic or Chinese figures.
func (r reader) small(i int) small {
	end, count := r.digits(i)
	if count > 4 {
		return small{value: -1, end: end}
	}
	if count > 0 {
		return small{value: int(whole(r.plain(i, end))), end: end}
	}
	if n := r.numeral(i); n.proper && n.value < 10000 {
		return small{value: int(n.value), end: n.end}
	}
	return small{value: -1, end: i, missing: true}
}

func year(n int) bool { return n >= 1900 && n < 2100 }

// years reads a date that begins with its year, or a range of years.
func (r reader) years(n small) (written, bool) {
	if n.value < 0 {
		return written{}, false
	}
	if last, ok := r.yearRange(n); ok {
		return last, true
	}
	end, ok := r.has(r.wrap(n.end), "年")
	if !ok {
		return written{}, false
	}
	d := Day{Year: n.value}
	if n.value >= 10 && n.value < 100 { // 23年12月: only with its month
		d.Year += 2000
		return r.months(r.small(r.wrap(end)), d)
	}
	if !year(n.value) {
		return written{}, false
	}
	if w, ok := r.months(r.small(r.wrap(end)), d); ok {
		return w, true
	}
	return r.yearTail(d, end), true
}

// yearRange reads the rest of 2020-2022年; in a cell 年 may be missing.
func (r reader) yearRange(first small) (written, bool) {
	j, ok := r.separator(first.end)
	if !ok || !year(first.value) {
		return written{}, false
	}
	n := r.small(j)
	if !year(n.value) || n.value < first.value {
		return written{}, false
	}
	d := Day{Year: n.value}
	end, ok := r.has(r.wrap(n.end), "年")
	if !ok {
		_, left := r.at(r.wrap(n.end))
		return written{d, n.end, Range}, r.cell && left == 0
	}
	if w, ok := r.months(r.small(r.wrap(end)), d); ok {
		return w, false // 2020-2022年3月 is left to the ends it is written with
	}
	w := r.yearTail(d, end)
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
