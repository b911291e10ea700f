package quantity

import (
	"strings"
	"unicode/utf8"
)

// word is a comparator written in words.
type word struct {
	text  string
	bound Bound
}

// leading comparators, longer ones before those that end like them.
var leading = []word{
	{"大于或者等于", AtLeast}, {"小于或者等于", AtMost},
	{"大于或等于", AtLeast}, {"小于或等于", AtMost}, {"高于或等于", AtLeast}, {"低于或等于", AtMost},
	{"等于或大于", AtLeast}, {"等于或小于", AtMost}, {"达到或超过", AtLeast},
	{"大于等于", AtLeast}, {"小于等于", AtMost}, {"高于等于", AtLeast}, {"低于等于", AtMost}, {"多于等于", AtLeast},
	{"不下于", AtLeast}, {"不亚于", AtLeast}, {"等于", Equal},
	{"大于", Above}, {"高于", Above}, {"多于", Above}, {"优于", Above}, {"长于", Above}, {"晚于", Above}, {"超过", Above},
	{"超出", Above}, {"突破", Above}, {"迟于", Above}, {"超", Above},
	{"小于", Below}, {"低于", Below}, {"少于", Below}, {"短于", Below}, {"早于", Below},
	{"不足", Below}, {"不到", Below}, {"不满", Below},
	{"至少", AtLeast}, {"起码", AtLeast}, {"不下", AtLeast}, {"至多", AtMost},
}

// Words that bound an amount in a cell but name a record in running text (最高达到21%).
var extremes = []word{{"最少", AtLeast}, {"最低", AtLeast}, {"最多", AtMost}, {"最高", AtMost}, {"最大", AtMost}}

// Words behind which an amount is a limit unless a comparator says otherwise.
var limits = []word{{"控制在", AtMost}, {"控制到", AtMost}}

// sign reads a comparator in signs that ends at j, in one character or in two.
func (r reader) sign(j, floor int) (length int, b Bound, weak bool) {
	c, n := r.before(j, floor)
	b = signBound(c)
	if b == None {
		return 0, None, false
	}
	k := r.skipBack(j-n, floor)
	p, size := r.before(k, floor)
	pair := signBound(p)
	switch {
	case b == Equal && (pair == Above || pair == AtLeast), b == Above && pair == Equal:
		return j - k + size, AtLeast, false
	case b == Equal && (pair == Below || pair == AtMost), b == Below && pair == Equal:
		return j - k + size, AtMost, false
	case b == Equal && pair == Equal:
		return j - k + size, Equal, false
	}
	return n, b, false
}

func signBound(c rune) Bound {
	switch c {
	case '≥', '≧', '⩾', '≮', '⪰':
		return AtLeast
	case '≤', '≦', '⩽', '≯', '⪯':
		return AtMost
	case '>':
		return Above
	case '<':
		return Below
	case '=', '═', '＝', '〓':
		return Equal
	}
	return None
}

// comparator reads a comparator in words at the end of the text, which is the character last.
func comparator(before string, last rune, cell bool) (length int, b Bound, weak bool) {
	if !comparing(last) {
		return 0, None, false
	}
	for _, w := range leading {
		if rest, ok := strings.CutSuffix(before, w.text); ok {
			n, b := negated(rest, w)
			return n, b, false
		}
	}
	if cell {
		for _, w := range extremes {
			if strings.HasSuffix(before, w.text) {
				return len(w.text), w.bound, false
			}
		}
	}
	for _, w := range limits {
		if strings.HasSuffix(before, w.text) {
			return len(w.text), w.bound, true
		}
	}
	return 0, None, false
}

// IsComparator reports whether the text is a comparator in words and nothing else: 大于等于, 不超过.
func IsComparator(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	length, _, _ := comparator(text, last, true)
	return length > 0 && length == len(text)
}

// comparing reports a character that can end a comparator.
func comparing(c rune) bool {
	switch c {
	case '于', '过', '出', '破', '超', '足', '到', '满', '少', '码', '下', '多', '低', '高', '大', '在', '至':
		return true
	}
	return false
}

// negated turns 不得超过 into at most and 未低于 into at least.
func negated(rest string, w word) (length int, b Bound) {
	if w.bound != Above && w.bound != Below || strings.HasPrefix(w.text, "不") {
		return len(w.text), w.bound
	}
	flipped := AtMost
	if w.bound == Below {
		flipped = AtLeast
	}
	base := rest
	for _, modal := range [...]string{"得", "能", "应", "可", "宜", "会", "允许"} {
		if s, ok := strings.CutSuffix(rest, modal); ok {
			base = s
			break
		}
	}
	for _, no := range [...]string{"不", "未", "没有", "没", "无"} {
		if s, ok := strings.CutSuffix(base, no); ok {
			return len(rest) - len(s) + len(w.text), flipped
		}
	}
	return len(w.text), w.bound
}
