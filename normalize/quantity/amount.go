package quantity

import (
	"cmp"
	"strings"
)

// amount is one amount with what the reading of a cell asks about it.
type amount struct {
	Found
	ordinal bool // 第3
	lone    bool // one Chinese numeral, as in 一次
	before  int  // where the words before it begin
}

// amount reads what may be an amount at i, looking back no farther than floor. Whether it is one or
// not, next is where to go on.
func (r reader) amount(i, floor int) (a amount, next int, ok bool) {
	if w, ok := r.date(i); ok {
		l := r.lead(i, floor)
		a.Found = Found{Quantity{Kind: Date, Bound: cmp.Or(w.bound, l.bound), Day: w.day}, l.start, w.end}
		return a, w.end, true
	}
	if dot, ok := r.listMark(i); ok {
		return a, dot, false
	}
	n := r.number(i)
	if n.end == i || !n.proper || r.glued(i, floor, n) {
		_, size := r.at(i)
		return a, max(n.end, i+size), false
	}
	return r.measured(i, floor, n)
}

// listMark finds the number of a list that a date follows without a blank: 1.2020年 is no decimal.
func (r reader) listMark(i int) (dot int, ok bool) {
	end, count := r.digits(i)
	if count == 0 || count > 2 {
		return i, false
	}
	n := r.point(end)
	if n == 0 {
		return i, false
	}
	y := r.small(end + n)
	if year(y.value) {
		_, ok = r.has(r.skip(y.end), "年")
		return end + n, ok
	}
	_, ok = r.has(r.skip(y.end), "月底", "月份", "月末", "月初")
	return end + n, ok && y.value >= 1 && y.value <= 12
}

// glued reports whether the number is part of a name: PM2.5, A4, 几十, 第三.
func (r reader) glued(i, floor int, n number) bool {
	c, _ := r.before(i, floor)
	if n.chinese {
		return gluing(c) && n.unit == "" || digit(c)
	}
	return letter(c) || c == '_'
}

// gluing reports a character that makes a word of a Chinese numeral behind it.
func gluing(c rune) bool {
	switch c {
	case '第', '几', '数', '好', '上', '下', '前', '后', '每', '分', '大', '半':
		return true
	}
	return false
}

// measured reads unit, range and bounds around the number at i.
func (r reader) measured(i, floor int, n number) (a amount, next int, ok bool) {
	i, n.value = r.dotLed(i, floor, n)
	l := r.lead(i, floor)
	if l.negative {
		n.value = "-" + n.value
	}
	a.lone, a.Start = n.lone, l.start
	a.Quantity = Quantity{Bound: l.bound, Value: n.value, Approximate: l.approximate, Kind: Number}
	if a.ordinal = r.ordinal(l.start, floor); a.ordinal {
		a.End = n.end
		return a, n.end, true
	}
	known := reader{text: r.text, cell: r.cell && !n.chinese} // 一般 is no 1 of a strange unit
	a.End = known.dimension(&a.Quantity, n)
	if n.chinese && !r.counted(a, n) {
		return a, n.end, false
	}
	r.compound(&a)
	if !r.ranged(&a, floor) {
		r.finish(&a, l)
	}
	if a.Unit == "" && l.money {
		a.Unit = "元"
	}
	return a, a.End, true
}

// dotLed gives .5 the zero that it leaves out.
func (r reader) dotLed(i, floor int, n number) (start int, value string) {
	c, size := r.before(i, floor)
	if c != '.' || n.chinese || strings.Contains(n.value, ".") {
		return i, n.value
	}
	if p, k := r.before(i-size, floor); k > 0 && !blank(p) && signBound(p) == None {
		return i, n.value
	}
	return i - size, "0." + n.value
}

// compound adds what is written behind 亿 in 万: 1亿2000万元.
func (r reader) compound(a *amount) {
	c, _ := r.at(a.End)
	if a.Unit != "亿" || !digit(c) || strings.Contains(a.Value, ".") {
		return
	}
	n := r.arabic(a.End)
	q := Quantity{Value: n.value}
	end := r.dimension(&q, n)
	low, scale := q.Rat(), integer(myriad)
	if !n.proper || low == nil || !strings.HasPrefix(q.Unit, "万") || Compare(low, scale) >= 0 {
		return
	}
	a.Value = FormatRat(Plus(Times(a.Rat(), scale), low), Decimals(q.Value))
	a.Unit, a.End, a.Approximate = q.Unit, end, a.Approximate || q.Approximate
}

// ordinal reports whether 第 stands before the number.
func (r reader) ordinal(i, floor int) bool {
	c, _ := r.before(r.skipBack(i, floor), floor)
	return c == '第'
}

// dimension reads the unit behind a number, with 余 and 多 before or in it: 200余人, 20多万, 3万多人.
func (r reader) dimension(q *Quantity, n number) (end int) {
	if n.unit != "" {
		q.Unit = n.unit
		return n.end
	}
	end = n.end
	if j, ok := r.more(end); ok {
		q.Approximate, end = true, j
	}
	start := end
	q.Unit, end = r.unit(end)
	if j, ok := r.more(end); ok && q.Unit != "" && r.scale(r.skip(start)) == end {
		q.Approximate, end = true, j
		var name string
		name, end = r.unit(end)
		q.Unit += name
	}
	return r.halves(q, end)
}

// more reads 余, 多 or 几 behind a number.
func (r reader) more(i int) (end int, ok bool) {
	i = r.skip(i)
	switch c, n := r.at(i); c {
	case '余', '多', '几':
		return i + n, true
	}
	return i, false
}

// halves reads 半 behind a unit: 一年半, 两个半小时.
func (r reader) halves(q *Quantity, i int) (end int) {
	end, ok := r.has(i, "半")
	if !ok || strings.Contains(q.Value, ".") || r.voided(end, "数") {
		return i
	}
	switch q.Unit {
	case "年", "天", "个月", "月", "小时", "个小时":
	case "个":
		name, j := r.unit(end)
		if convertible(name) == nil {
			return i
		}
		q.Unit, end = q.Unit+name, j
	default:
		return i
	}
	q.Value += ".5"
	return end
}

// counted reports whether a Chinese numeral is an amount: it has a counter and is too long for an
// idiom. A cell that holds nothing else may be shorter or lack the counter.
func (r reader) counted(a amount, n number) bool {
	if n.unit != "" {
		return true
	}
	if a.Unit == "" {
		return r.cell && !n.lone && r.closed(n.end)
	}
	c, _ := r.at(r.skip(n.end))
	if strings.ContainsRune("届级期类等", c) {
		return false
	}
	return !n.lone || r.cell
}
