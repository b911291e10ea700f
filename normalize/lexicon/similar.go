package lexicon

import (
	"slices"
	"strings"
	"unicode"

	"fuhe/normalize/quantity"
)

// longestName bounds the work of one comparison: no indicator's name is longer, and a hostile one may be.
const longestName = 120

// generic are the head nouns so many indicators share that, standing alone, they name none of them.
var generic = []string{
	"覆盖率", "完成率", "达标率", "合格率", "及时率", "准确率", "利用率", "使用率", "知晓率", "参与率", "增长率",
	"执行率", "到位率", "优良率", "办结率", "满意率", "满意度", "服务对象满意度", "群众满意度", "完成数", "完成量", "完成时间",
	"数量", "次数", "人数", "人次", "成本", "总额", "金额", "比例", "占比",
}

// Generic reports whether the name is no more than a head noun that many indicators share (覆盖率, 满意度).
func Generic(name string) bool { return isGeneric(Fold(name)) }

func isGeneric(name string) bool {
	for _, g := range generic {
		if name == g {
			return true
		}
	}
	return false
}

// RateName reports whether the name ends in a head noun that is a share of a whole and so is printed in
// percent: 覆盖率, 合格率, 占比. A 频率, 功率 or 效率 is not one.
func RateName(name string) bool {
	name = Fold(name)
	for _, g := range generic {
		if strings.HasSuffix(name, g) && strings.ContainsAny(g, "率度比") && len(g) > len("率") {
			return true
		}
	}
	return false
}

// Similar tells how alike two names are, from 0 to 100: the mean of shared character pairs and edit
// distance; one written letter more or less in a long name stays above 90; a short name that ends a
// longer one (保全率 in 证据保全率) is alike, unless it is Generic; names with different numbers in
// them are not alike whatever the letters say.
func Similar(a, b string) int { return Alike(Fold(a), Fold(b)) }

// Alike is Similar for names that are folded already.
func Alike(a, b string) int { return AlikeFrom(a, b, 0) }

// AlikeFrom is Alike where that reaches the floor; below it, as most names are, it may be any number that does not.
func AlikeFrom(a, b string, floor int) int {
	var room [2][longestName]rune
	x, a := cut(room[0][:0], a)
	y, b := cut(room[1][:0], b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if len(x) > len(y) {
		x, y, a, b = y, x, b, a
	}
	if a == b {
		return 100
	}
	within, pairs := contained(a, b, len(x), len(y)), dice(x, y)
	if most := max(within, blend(len(y)-len(x), pairs, len(y))+headNoun); most < floor && pairs < alikePairs {
		return most
	}
	score := max(within, blended(x, y, pairs))
	if !sameFigures(x, y) || denied(x) != denied(y) {
		return min(score, 50)
	}
	return score
}

// cut fills the room with the characters of a name; the rest of one that is longer is left out.
func cut(room []rune, name string) (letters []rune, kept string) {
	for i := 0; i < len(name); {
		if len(room) == longestName {
			return room, name[:i]
		}
		r, size := quantity.RuneAt(name, i)
		room, i = append(room, r), i+size
	}
	return room, name
}

// headNoun is what a shared head noun is worth; alikePairs is the least share of pairs of two names of which one letter
// makes the other, where they have five letters or more.
const (
	headNoun   = 10
	alikePairs = 50
)

// blended weighs shared pairs against edit distance.
func blended(x, y []rune, pairs int) int {
	score := blend(Distance(x, y), pairs, len(y))
	if len(x) >= 5 && score >= 40 && slices.Equal(x[len(x)-3:], y[len(y)-3:]) {
		score += headNoun
	}
	return min(score, 97)
}

// blend is the score of a distance and a share of pairs, for a name of n characters and one no longer.
func blend(distance, pairs, n int) int {
	score := (100 - 100*distance/n + pairs) / 2
	if distance == 1 && n >= 5 {
		score = max(score, 90+min(n/4, 6))
	}
	return score
}

// contained scores a name of m characters that stands whole inside a longer one of n.
func contained(short, long string, m, n int) int {
	if m < 2 || !strings.Contains(long, short) || isGeneric(short) {
		return 0
	}
	share := 100 * m / n
	switch {
	case m >= 3 && strings.HasSuffix(long, short):
		return 72 + share/4
	case m >= 4:
		return 60 + share/3
	}
	return share
}

// Distance is the least number of characters to insert, drop or replace to make y of x.
func Distance(x, y []rune) int {
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	var room [longestName + 1]int
	row := room[:0]
	for j := range len(y) + 1 {
		row = append(row, j)
	}
	for i, r := range x {
		above, left := i, i+1
		row[0] = left
		for j, q := range y {
			cost := above
			if r != q {
				cost++
			}
			above = row[j+1]
			left = min(cost, left+1, above+1)
			row[j+1] = left
		}
	}
	return row[len(y)]
}

// dice is twice the shared pairs over all pairs, in percent.
func dice(x, y []rune) int {
	if len(x) < 2 || len(y) < 2 {
		return 0
	}
	shared := 0
	var used [longestName]bool
	for i := 1; i < len(y); i++ {
		for j := 1; j < len(x); j++ {
			if x[j] == y[i] && x[j-1] == y[i-1] && !used[j] {
				used[j] = true
				shared++
				break
			}
		}
	}
	return 200 * shared / (len(x) + len(y) - 2)
}

// sameFigures reports whether two names have the same digits in the same order, and the same written ordinals:
// 第二季度 is not 第三季度, 一期工程 not 二期工程.
func sameFigures(x, y []rune) bool {
	for i, j := 0, 0; ; i, j = i+1, j+1 {
		i, j = figure(x, i), figure(y, j)
		if i == len(x) || j == len(y) {
			return i == len(x) && j == len(y)
		}
		if x[i] != y[j] {
			return false
		}
	}
}

// figure is where the next digit or written ordinal stands at or behind i.
func figure(r []rune, i int) int {
	for ; i < len(r); i++ {
		if c := r[i]; hanNumeral(c) && ordinal(r, i) || !hanLetter(c) && unicode.IsDigit(c) {
			break
		}
	}
	return i
}

func hanNumeral(c rune) bool {
	switch c {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

func hanLetter(c rune) bool { return c >= '\u3400' && c <= '\u9fff' }

func ordinal(r []rune, i int) bool {
	return i > 0 && r[i-1] == '第' || i+1 < len(r) && strings.ContainsRune("期季批标段级类", r[i+1])
}

func denied(r []rune) bool {
	return slices.ContainsFunc(r, func(c rune) bool { return c == '不' || c == '未' || c == '非' })
}

// Pairs are the character pairs of a folded name, to be looked for in many texts.
type Pairs []string

// PairsOf folds the name and cuts it into its character pairs.
func PairsOf(name string) Pairs {
	var room [longestName]rune
	letters, name := cut(room[:0], Fold(name))
	all := make(Pairs, 0, max(len(letters)-1, 0))
	for before, at := 0, 0; at < len(name); {
		_, size := quantity.RuneAt(name, at)
		if at > 0 {
			all = append(all, name[before:at+size])
		}
		before, at = at, at+size
	}
	return all
}

// In is the share of the pairs that occur in the folded text, in percent.
func (p Pairs) In(folded string) int {
	if len(p) == 0 {
		return 0
	}
	return 100 * p.Shared(folded) / len(p)
}

// Shared is how many of the pairs occur in the folded text.
func (p Pairs) Shared(folded string) int {
	shared := 0
	letters := LettersOf(folded)
	for _, pair := range p {
		if letters.May(pair) && strings.Contains(folded, pair) {
			shared++
		}
	}
	return shared
}

// Coverage is the share of the name's character pairs that occur in the text, in percent: how far a
// sentence speaks of the thing named, in whatever order.
func Coverage(name, text string) int { return PairsOf(name).In(Fold(text)) }
