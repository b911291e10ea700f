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

// months reads a month n with its day or part, or a range of months such as 1-6月.
func (r reader) months(n small, d Day) (written, bool) {
	if n.value < 1 || n.value > 12 {
		return written{}, false
	}
	ranged := false
	if k, ok := r.separator(n.end); ok {
		if last := r.small(k); last.value > n.value && last.value <= 12 {
			n, ranged = last, true
		}
	}
	end, ok := r.has(r.wrap(n.end), "月")
	if !ok || r.voided(end, "均/") {
		return written{}, false
	}
	d.Month = n.value
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
	n := r.small(r.wrap(i))
	if end, ok := r.has(r.wrap(n.end), "日", "号"); ok && possible(Day{d.Year, d.Month, n.value}) {
		d.Day = n.value
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
