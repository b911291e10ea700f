package quantity

import (
	"strings"
	"unicode/utf8"
)

// lead is what stands before a number and belongs to it.
type lead struct {
	start       int
	bound       Bound
	weak        bool // 控制在: what stands behind the number says more
	approximate bool
	negative    bool
	money       bool
}

// lead reads what stands before the number at i, looking back no farther than floor.
func (r reader) lead(i, floor int) lead {
	l := lead{start: i}
	r.minus(&l, floor)
	for range 5 {
		j := r.skipBack(l.start, floor)
		if !r.peel(&l, j, floor) {
			break
		}
	}
	return l
}

// minus takes a minus sign for one where no range or list can be meant.
func (r reader) minus(l *lead, floor int) {
	c, n := r.before(l.start, floor)
	if c != '-' && c != '−' {
		return
	}
	p, size := r.before(l.start-n, 0)
	if size == 0 || blank(p) || signed(p) {
		l.start -= n
		l.negative = true
	}
}

// signed reports a character behind which a dash is a minus sign.
func signed(c rune) bool {
	switch c {
	case '(', ':', '=', '<', '>', '≥', '≤', '≧', '≦', '为':
		return true
	}
	return false
}

// peel takes one sign or word that ends at j into the lead.
func (r reader) peel(l *lead, j, floor int) bool {
	before := r.text[floor:j]
	last, size := r.before(j, floor)
	if n := approximator(before, last); n > 0 {
		l.start, l.approximate = j-n, true
		return true
	}
	if n := currency(before, last, size); n > 0 {
		l.start, l.money = j-n, true
		return true
	}
	n, bound, weak := r.sign(j, floor)
	if n == 0 {
		n, bound, weak = comparator(before, last, r.cell)
	}
	if n == 0 || l.bound != None && !l.weak && weak {
		return false
	}
	if l.bound == None || l.weak {
		l.bound, l.weak = bound, weak
	}
	l.start = j - n
	return true
}

// approximator is the length of 约, 近 and their kin at the end of the text, which is the character last.
func approximator(before string, last rune) int {
	switch last {
	case '约', '近', '为', '概', '逾':
	default:
		return 0
	}
	for _, w := range [...]string{"大约为", "约为", "大约", "将近", "接近", "大概", "逾"} {
		if strings.HasSuffix(before, w) {
			return len(w)
		}
	}
	p, _ := utf8.DecodeLastRuneInString(before[:len(before)-hanBytes])
	if last == '约' && !strings.ContainsRune("节合预公条制违签集简特履毁", p) || last == '近' && !strings.ContainsRune("附最靠邻临新", p) {
		return hanBytes
	}
	return 0
}

// currency is the length of 人民币 or a yuan sign at the end of the text, which is the character last of so many bytes.
func currency(before string, last rune, size int) int {
	switch {
	case last == '¥':
		return size
	case last == '币' && strings.HasSuffix(before, "人民币"):
		return len("人民币")
	}
	return 0
}
