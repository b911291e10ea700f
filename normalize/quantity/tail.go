package quantity

import "strings"

// tail is what stands behind a unit and belongs to the amount.
type tail struct {
	end         int
	bound       Bound
	approximate bool
}

// trailing comparators with the characters that make another word of them.
var trailing = []struct {
	text, voids string
	bound       Bound
}{
	{"(含)以上", "", AtLeast}, {"（含）以上", "", AtLeast}, {"及其以上", "", AtLeast}, {"及以上", "", AtLeast}, {"或以上", "", AtLeast},
	{"以上", "年述级", AtLeast}, {"之上", "", AtLeast},
	{"(含)以下", "", AtMost}, {"（含）以下", "", AtMost}, {"及其以下", "", AtMost}, {"及以下", "", AtMost}, {"或以下", "", AtMost},
	{"以下", "简列述", AtMost}, {"之下", "", AtMost},
	{"(含)以内", "", AtMost}, {"（含）以内", "", AtMost}, {"以内", "", AtMost}, {"之内", "", AtMost},
}

// tail reads 以上, 以内, 左右 and their kin at i.
func (r reader) tail(i int) tail {
	t := tail{end: i}
	for range 2 {
		j := r.skip(t.end)
		if c, _ := r.at(j); !trails(c) {
			break
		}
		if end, ok := r.has(j, "左右", "上下"); ok {
			t.end, t.approximate = end, true
			continue
		}
		end, bound := r.trailing(j)
		if bound == None {
			break
		}
		t.end, t.bound = end, bound
	}
	return t
}

// trails reports a character that can begin a tail.
func trails(c rune) bool {
	switch c {
	case '(', '及', '或', '以', '之', '左', '上':
		return true
	}
	return false
}

func (r reader) trailing(i int) (end int, b Bound) {
	for _, w := range trailing {
		end, ok := r.has(i, w.text)
		if !ok {
			continue
		}
		if c, n := r.at(end); n > 0 && strings.ContainsRune(w.voids, c) {
			return i, None
		}
		return end, w.bound
	}
	return i, None
}

// finish reads the bounds and approximations behind an amount.
func (r reader) finish(a *amount, l lead) {
	if j, ok := r.more(a.End); ok && a.Unit != "" {
		if c, _ := r.at(j); !han(c) || a.Unit == "万元" || a.Unit == "元" {
			a.Approximate, a.End = true, j
		}
	}
	t := r.tail(a.End)
	if j, ok := r.within(a.Quantity, t.end); ok && t.bound == None {
		t.end, t.bound = j, AtMost
	}
	a.End, a.Approximate = t.end, a.Approximate || t.approximate
	if t.bound != None && (a.Bound == None || l.weak) {
		a.Bound = t.bound
	}
	if b, end := r.turned(a.End); b != None && a.Bound == None {
		a.Bound, a.End = b, end
	}
}

// within reads 内 behind units that have an inside: 30天内, 5%内.
func (r reader) within(q Quantity, i int) (end int, ok bool) {
	end, ok = r.has(r.skip(i), "内")
	if !ok || r.voided(end, "部容外涝地科设存涵镶墙") {
		return i, false
	}
	_, _, dimension := dissect(q.Unit)
	return end, dimension != "" && strings.Contains("秒 月 工作日 元 米 "+Proportion, dimension)
}

// turned reads a comparator behind an amount that has its subject on the right: 80%≤X.
func (r reader) turned(i int) (b Bound, end int) {
	j := r.skip(i)
	c, n := r.at(j)
	switch signBound(c) {
	case AtLeast:
		b = AtMost
	case AtMost:
		b = AtLeast
	case Above:
		b = Below
	case Below:
		b = Above
	default:
		return None, i
	}
	if next, _ := r.at(r.skip(j + n)); !letter(next) && !han(next) {
		return None, i
	}
	return b, j + n
}
