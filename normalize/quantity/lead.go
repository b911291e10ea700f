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
	if size == 0 || blank(p) || strings.ContainsRune("(:=<>≥≤≧≦为", p) {
		l.start -= n
		l.negative = true
	}
}

// peel takes one sign or word that ends at j into the lead.
func (r reader) peel(l *lead, j, floor int) bool {
	before := r.text[floor:j]
	if n := approximator(before); n > 0 {
		l.start, l.approximate = j-n, true
		return true
	}
	if n := currency(before); n > 0 {
		l.start, l.money = j-n, true
		return true
	}
	n, bound, weak := r.sign(j, floor)
	if n == 0 {
		n, bound, weak = comparator(before, r.cell)
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

// approximator is the length of 约, 近 and their kin at the end of the text.
func approximator(before string) int {
	c, size := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune("约近为概逾", c) || c == utf8.RuneError {
		return 0
	}
	for _, w := range [...]string{"大约为", "约为", "大约", "将近", "接近", "大概", "逾"} {
		if strings.HasSuffix(before, w) {
			return len(w)
		}
	}
	p, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	if c == '约' && !strings.ContainsRune("节合预公条制违签集简特履毁", p) || c == '近' && !strings.ContainsRune("附最靠邻临新", p) {
		return size
	}
	return 0
}

// currency is the length of 人民币 or a yuan sign at the end of the text.
func currency(before string) int {
	for _, w := range [...]string{"人民币", "¥", "￥"} {
		if strings.HasSuffix(before, w) {
			return len(w)
		}
	}
	return 0
}
