package quantity

// mark is what one Chinese numeral character stands for: a digit, or a unit of ten.
type mark struct {
	value uint64
	unit  bool
}

// markOf reads one Chinese numeral character, in everyday or in banker's writing.
func markOf(c rune) (mark, bool) {
	switch c {
	case '零', '〇', '○':
		return mark{0, false}, true
	case '一', '壹':
		return mark{1, false}, true
	case '二', '两', '贰':
		return mark{2, false}, true
	case '三', '叁':
		return mark{3, false}, true
	case '四', '肆':
		return mark{4, false}, true
	case '五', '伍':
		return mark{5, false}, true
	case '六', '陆':
		return mark{6, false}, true
	case '七', '柒':
		return mark{7, false}, true
	case '八', '捌':
		return mark{8, false}, true
	case '九', '玖':
		return mark{9, false}, true
	case '十', '拾':
		return mark{10, true}, true
	case '百', '佰':
		return mark{100, true}, true
	case '千', '仟':
		return mark{1000, true}, true
	case '万', '萬':
		return mark{myriad, true}, true
	case '亿', '億':
		return mark{myriad * myriad, true}, true
	}
	return mark{}, false
}

// numeric reports a Chinese numeral character.
func numeric(c rune) bool {
	_, ok := markOf(c)
	return ok
}

// tenOf reads a character for a unit of ten.
func tenOf(c rune) (mark, bool) {
	m, _ := markOf(c)
	return m, m.unit
}

const (
	myriad      = 10000
	maxNumerals = 32 // characters of one Chinese numeral
)

// numeral is a run of Chinese numeral characters.
type numeral struct {
	value  uint64
	runes  int
	end    int
	tens   bool // it names a unit of ten, so it is a number and no string of digits
	proper bool // it obeys the grammar of numerals
}

// numeral reads the run of Chinese numeral characters at i.
func (r reader) numeral(i int) numeral {
	n := numeral{end: i}
	if c, _ := r.at(i); !numeric(c) {
		return n
	}
	var run [maxNumerals]mark
	for {
		c, size := r.at(n.end)
		m, ok := markOf(c)
		if !ok {
			break
		}
		if n.runes < maxNumerals {
			run[n.runes] = m
		}
		n.tens = n.tens || m.unit
		n.runes++
		n.end += size
	}
	if n.runes > maxNumerals {
		return n
	}
	if n.tens || n.runes == 1 {
		n.value, n.proper = valueOf(run[:n.runes])
	} else {
		n.value, n.proper = positional(run[:n.runes])
	}
	return n
}

// positional reads digits that stand for a place each, as years are written: 二〇二三.
func positional(run []mark) (uint64, bool) {
	var v uint64
	for _, m := range run {
		v = v*10 + m.value
	}
	return v, len(run) > 0 && len(run) <= 15
}

// tally sums up a numeral from left to right.
type tally struct {
	high    uint64 // what stands before 亿
	low     uint64 // what stands before 万
	section uint64 // below 万
	digit   uint64
	pending bool   // a digit waits for its unit
	zero    bool   // 零 stands before the digit
	last    uint64 // the unit read last
	limit   uint64 // units inside a section must fall
}

// valueOf reads a numeral such as 三千零五十; the last digit may lack its unit, as in 三百五 for 350.
func valueOf(run []mark) (uint64, bool) {
	t := tally{limit: myriad}
	for _, m := range run {
		if !t.take(m) {
			return 0, false
		}
	}
	if t.pending && !t.zero && t.last > 10 {
		t.digit *= t.last / 10
	}
	return t.high + t.low + t.section + t.digit, len(run) > 0
}

func (t *tally) take(m mark) bool {
	switch {
	case !m.unit && m.value == 0:
		if t.pending {
			return false
		}
		t.zero = true
		return true
	case !m.unit:
		if t.pending {
			return false
		}
		t.digit, t.pending = m.value, true
		return true
	case m.value < myriad:
		return t.ten(m.value)
	}
	return t.close(m.value)
}

// ten takes 十, 百 or 千; 十 alone is 一十.
func (t *tally) ten(unit uint64) bool {
	if !t.pending && unit == 10 {
		t.digit, t.pending = 1, true
	}
	if !t.pending || unit >= t.limit {
		return false
	}
	t.section += t.digit * unit
	t.limit, t.last = unit, unit
	t.digit, t.pending, t.zero = 0, false, false
	return true
}

// close takes 万 or 亿, which multiply all that the section holds.
func (t *tally) close(unit uint64) bool {
	section := t.section + t.digit
	if unit == myriad {
		if section == 0 || t.low > 0 {
			return false
		}
		t.low = section * myriad
	} else {
		if section+t.low == 0 || t.high > 0 {
			return false
		}
		t.high, t.low = (section+t.low)*unit, 0
	}
	t.section, t.digit, t.pending, t.zero = 0, 0, false, false
	t.limit, t.last = myriad, unit
	return true
}
