package quantity

import "strings"

// ranged reads the other end of a range: 2-12个月, 80%~90%, 5至10. The smaller end becomes the value.
func (r reader) ranged(a *amount, floor int) bool {
	i, ok := r.separator(a.End)
	if !ok || a.Value[0] == '-' || r.changing(a.Start, floor) || zeroLed(a.Value) {
		return false
	}
	n := r.number(i)
	if n.end == i || !n.proper || n.unit != a.Unit && n.unit != "" {
		return false
	}
	q := Quantity{Value: n.value}
	end := r.dimension(&q, n)
	if j, chained := r.separator(end); chained && q.Unit == "" {
		if c, _ := r.at(j); digit(c) {
			return false // 1-2-3 is a number of something
		}
	}
	if q.Unit != a.Unit && a.Unit != "" && (q.Unit != "" && !strings.HasPrefix(q.Unit, a.Unit) || n.chinese) {
		return false
	}
	return r.joined(a, q, end)
}

// joined makes a range of an amount and the one behind it.
func (r reader) joined(a *amount, q Quantity, end int) bool {
	low, high := a.Value, q.Value
	if a.Rat().Cmp(q.Rat()) > 0 {
		if low, high = high, low; q.Unit == "" {
			return false
		}
	}
	if q.Unit != "" {
		a.Unit = q.Unit
	}
	t := r.tail(end)
	a.Bound, a.Value, a.Upper, a.End = Range, low, high, t.end
	a.Approximate = a.Approximate || q.Approximate || t.approximate
	return true
}

// zeroLed reports whether digits begin with an idle zero, as codes and telephone numbers do.
func zeroLed(v string) bool { return len(v) > 1 && v[0] == '0' && v[1] != '.' }

// changing reports whether 从 or 由 stands before, so that 至 names a change and no range.
func (r reader) changing(i, floor int) bool {
	c, _ := r.before(r.skipBack(i, floor), floor)
	return c == '从' || c == '由' || c == '自'
}

// parts reports a character that can stand between the ends of a range.
func parts(c rune) bool {
	return dash(c) || c == '~' || c == '～' || c == '∼' || c == '至' || c == '到'
}

func dash(c rune) bool {
	switch c {
	case '-', '–', '—', '―', '─', '−':
		return true
	}
	return false
}

// separator reads what stands between the ends of a range. In running text blanks around a dash part
// the cells of a table, where a dash means that there is nothing.
func (r reader) separator(i int) (end int, ok bool) {
	j := r.skip(i)
	c, n := r.at(j)
	switch {
	case !parts(c):
		return i, false
	case !dash(c):
		return r.skip(j + n), true
	}
	end = j + n
	if next, size := r.at(end); next == c {
		end += size
	}
	k := r.skip(end)
	return k, r.cell || j == i && k == end
}
