package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"fuhe/normalize/quantity"
)

// longestName bounds the work of one comparison: no indicator's name is longer, and a hostile one may be.
const longestName = 120

// Fold is the comparable form of a name: full-width letters and digits folded, letters in lower case,
// without blanks, quotes, brackets' signs, list markers (①, 1., （2）), the filler 指标1： and a trailing
// unit in brackets. It is for comparing only, never for showing.
func Fold(name string) string {
	name = trimUnit(trimMarker(strings.TrimSpace(Narrow(name))))
	var b strings.Builder
	kept := 0 // start of the run of characters that stay as they are
	for i, r := range name {
		if !unfolded(r) {
			continue
		}
		if b.Cap() == 0 {
			b.Grow(len(name))
		}
		b.WriteString(name[kept:i])
		kept = i + utf8.RuneLen(r)
		if !dropped(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if kept == 0 {
		return name
	}
	b.WriteString(name[kept:])
	return b.String()
}

// Narrow folds full-width letters, digits and signs; most texts have none, and are kept as they are.
func Narrow(name string) string {
	if strings.IndexByte(name, 0xEF) < 0 && !strings.Contains(name, "\u3000") || !strings.ContainsFunc(name, wide) {
		return name
	}
	return width.Fold.String(name)
}

func wide(r rune) bool { return r == '\u3000' || r >= '\uff00' && r <= '\uffef' }

// unfolded reports a character that Fold drops or changes. Han characters, by far the most, stay.
func unfolded(r rune) bool {
	if hanLetter(r) {
		return false
	}
	return dropped(r) || unicode.ToLower(r) != r
}

// dropped reports blanks, quotes, brackets and stops, which make no difference between two names.
func dropped(r rune) bool {
	switch r {
	case '“', '”', '"', '\'', '‘', '’', '「', '」', '『', '』', '《', '》', '〈', '〉', '【', '】', '[', ']', '(', ')', '★', '☆', '*', ':',
		'。', '，', '、', '；', ';', ',', '.', '．', '·':
		return true
	}
	return quantity.IsSpace(r)
}

// trimMarker drops list markers and the forms' filler from the front of a name.
func trimMarker(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return circled(r) || quantity.IsSpace(r) })
	if rest, ok := strings.CutPrefix(s, "指标"); ok {
		if tail := strings.TrimLeft(rest, "0123456789一二三四五六七八九十"); tail != rest {
			return strings.TrimLeft(tail, ":： .、")
		}
	}
	return trimNumber(s)
}

// trimNumber drops 1. / 1、 / (1) / (一) in front; a bare number belongs to the name (122接警…).
func trimNumber(s string) string {
	inner := strings.TrimPrefix(s, "(")
	rest := strings.TrimLeft(inner, "0123456789一二三四五六七八九十")
	if rest == inner || len(inner)-len(rest) > 9 {
		return s
	}
	for _, mark := range []string{")", ".", "、"} {
		if tail, ok := strings.CutPrefix(rest, mark); ok && (mark == ")") == (inner != s) {
			return strings.TrimSpace(tail)
		}
	}
	return s
}

func circled(r rune) bool { return r >= '①' && r <= '⓿' || r >= '⑴' && r <= '⒇' }

// trimUnit drops a bracket of at most four characters at the end: 培训人数(人).
func trimUnit(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	open := strings.LastIndex(s, "(")
	if open > 0 && utf8.RuneCountInString(s[open:]) <= 6 {
		return s[:open]
	}
	return s
}

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
func Alike(a, b string) int {
	x, y := cut([]rune(a)), cut([]rune(b))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if slices.Equal(x, y) {
		return 100
	}
	score := max(blend(x, y), contained(x, y))
	if figures(x) != figures(y) || denied(x) != denied(y) {
		return min(score, 50)
	}
	return score
}

func cut(r []rune) []rune { return r[:min(len(r), longestName)] }

// blend weighs shared pairs against edit distance; a shared head noun is worth ten points.
func blend(x, y []rune) int {
	distance := Distance(x, y)
	near := 100 - 100*distance/len(y)
	score := (near + dice(x, y)) / 2
	if distance == 1 && len(y) >= 5 {
		score = max(score, 90+min(len(y)/4, 6))
	}
	if len(x) >= 5 && score >= 40 && string(x[len(x)-3:]) == string(y[len(y)-3:]) {
		score += 10
	}
	return min(score, 97)
}

// contained scores a name that stands whole inside a longer one.
func contained(x, y []rune) int {
	short, long := string(x), string(y)
	if len(x) < 2 || !strings.Contains(long, short) || isGeneric(short) {
		return 0
	}
	share := 100 * len(x) / len(y)
	switch {
	case len(x) >= 3 && strings.HasSuffix(long, short):
		return 72 + share/4
	case len(x) >= 4:
		return 60 + share/3
	}
	return share
}

// Distance is the least number of characters to insert, drop or replace to make y of x.
func Distance(x, y []rune) int {
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		above := row[0]
		row[0] = i + 1
		for j, q := range y {
			cost := above
			if r != q {
				cost++
			}
			above = row[j+1]
			row[j+1] = min(cost, row[j]+1, above+1)
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
			if !used[j] && x[j-1] == y[i-1] && x[j] == y[i] {
				used[j] = true
				shared++
				break
			}
		}
	}
	return 200 * shared / (len(x) + len(y) - 2)
}

// figures are the digits of a name in their order, and its written ordinals: 第二季度 is not 第三季度,
// 一期工程 not 二期工程.
func figures(r []rune) string {
	var b strings.Builder
	for i, c := range r {
		if hanNumeral(c) && ordinal(r, i) || !hanLetter(c) && unicode.IsDigit(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
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
	r := cut([]rune(Fold(name)))
	var all Pairs
	for i := 1; i < len(r); i++ {
		all = append(all, string(r[i-1:i+1]))
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
