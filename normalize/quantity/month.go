package quantity

// yearEnd reads 年底 and 年末 without a year: in running text only as a deadline.
func (r reader) yearEnd(i int) (written, bool) {
	end, ok := r.has(i, "年底", "年末")
	if !ok {
		return written{}, false
	}
	w := written{day: Day{0, 12, 31}, end: end}
	return w, r.cell || r.deadline(w).bound == AtMost
}

// months reads a month with its day or part, or a range of months such as 1-6月.
func (r reader) months(i int, d Day) (written, bool) {
	n, j := r.small(i)
	if n < 1 || n > 12 {
		return written{}, false
	}
	ranged := false
	if k, ok := r.separator(j); ok {
		if last, end := r.small(k); last > n && last <= 12 {
			n, j, ranged = last, end, true
		}
	}
	end, ok := r.has(r.wrap(j), "月")
	if !ok || r.voided(end, "均/") {
		return written{}, false
	}
	d.Month = n
	w := r.monthTail(d, end)
	if ranged {
		w.bound = Range
	}
	return w, true
}

// monthTail reads 份, 底, 上旬 or the day behind a month.
func (r reader) monthTail(d Day, i int) written {
	if j, ok := r.has(i, "份"); ok {
		i = j
	}
	if end, ok := r.has(r.wrap(i), "底", "末", "下旬"); ok {
		d.Day = monthDays(d.Year, d.Month)
		return written{day: d, end: end}
	}
	for _, part := range [...]struct {
		text string
		day  int
	}{{"上旬", 10}, {"中旬", 20}, {"初", 0}} {
		if end, ok := r.has(i, part.text); ok {
			d.Day = part.day
			return written{day: d, end: end}
		}
	}
	n, j := r.small(r.wrap(i))
	if end, ok := r.has(r.wrap(j), "日", "号"); ok && possible(Day{d.Year, d.Month, n}) {
		d.Day = n
		return written{day: d, end: end}
	}
	return written{day: d, end: i}
}

// possible reports whether there can be such a day.
func possible(d Day) bool {
	leap := d.Year == 0 && d.Month == 2 && d.Day == 29
	return d.Day >= 1 && (d.Day <= monthDays(d.Year, d.Month) || leap)
}

// monthDays is the number of days of a month; February has 28 when the year is not known.
func monthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year > 0 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
