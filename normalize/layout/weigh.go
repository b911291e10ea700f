package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// The weights below say how well tokens i…i+k suit a column. They are sums of small whole numbers: a
// shape that only one column can have is worth 4 to 6, a blank cell costs as much as the column is
// rarely blank, and a cut inside a printed line or a graded word weighs against joining.

// gain weighs tokens i…i+k as a cell of the role; fits is false when they cannot be one.
func (l *lattice) gain(role lexicon.Role, i, k int) (weight int, fits bool) {
	switch role {
	case lexicon.Level1:
		return l.levelGain(lexicon.Level1Words, i, k, 0)
	case lexicon.Level2:
		return l.levelGain(lexicon.Level2Words, i, k, -2)
	case lexicon.Name, lexicon.FundName, lexicon.ProjectName:
		return l.nameGain(role, i, k)
	case lexicon.Target, lexicon.Actual, lexicon.LastYear, earlierTarget:
		return l.valueGain(role, i, k)
	case lexicon.Budget, lexicon.Spent, lexicon.Initial, lexicon.Rate, lexicon.ScoreRate, lexicon.Completion:
		return l.moneyGain(role, i, k)
	case lexicon.Score, lexicon.Weight, lexicon.Review:
		return l.pointsGain(i, k)
	case lexicon.Level1Weight, lexicon.Level2Weight:
		weight, fits := l.pointsGain(i, k)
		return max(0, weight), fits
	case lexicon.Sequence:
		return l.oneOf(i, k, -1, 2, plainNumber)
	case lexicon.Unit:
		return l.unitGain(i, k)
	case lexicon.Activity:
		return l.activityGain(i, k)
	case lexicon.Nature, lexicon.Direction:
		return l.natureGain(i, k)
	case unnamed:
		return l.unnamedGain(i, k)
	}
	return l.proseGain(role, i, k)
}

// inOneLine reports whether some of the tokens stand beside one another.
func (l *lattice) inOneLine(from, to int) bool {
	return slices.ContainsFunc(l.tokens[from+1:to], func(t token) bool { return !t.first })
}

// longestLevel is more bytes than any level's name has, with its weight.
const longestLevel = 120

// levelGain weighs a level cell: a word of a closed list, however it is broken, perhaps with its weight
// in brackets.
func (l *lattice) levelGain(list lexicon.List, i, k, blank int) (int, bool) {
	if k == 0 {
		return blank, true
	}
	text := l.join(i, i+k)
	if first := l.tokens[i].shape; first == bracketShape {
		return l.lostLevel(list, i, i+k)
	} else if first != textShape && first != gradedShape {
		return 0, false
	}
	if len(text) > longestLevel || !balanced(text) {
		return 0, false
	}
	if !l.lists(i, i+k).level(list) {
		return l.unlistedGain(list, i, k)
	}
	if k == 1 && l.weighted(lexicon.Level2Words) {
		return 0, true // the other levels may be called so as well: the weights tell
	}
	weight := 6
	if l.goesOnAsLevel(list, text, i+k) {
		weight -= 4 // 数量 and 指标 on the next line
	}
	if _, points := l.label(i, i+k); points != "" {
		weight += 4
		if list == lexicon.Level2Words {
			weight -= 3
		}
	}
	return weight, true
}

// unlistedGain weighs a level cell whose words no list of levels has: the places of its tokens, or the weights, tell.
func (l *lattice) unlistedGain(list lexicon.List, i, k int) (int, bool) {
	text := l.join(i, i+k)
	if n := runes(text); k == 1 && n >= 2 && n <= 16 && l.weighted(list) && !holdsSign(text, "，。；：≥≤%") {
		return 0, true
	}
	weight, fits := l.ownLevel(i, i+k)
	switch {
	case fits && l.inOneLine(i, i+k) && k > 1:
		return 0, false // two cells, of which the second has its weight
	case fits:
		return weight, true
	case l.wholeLevel(i, k):
		return 1, true
	}
	return l.ownGain(list, i, k)
}

// goesOnAsLevel reports whether the next line, or the next two, make a longer level of a text.
func (l *lattice) goesOnAsLevel(list lexicon.List, text string, i int) bool {
	for k := i; k < min(i+2, len(l.tokens)) && l.tokens[k].first; k++ {
		if text += l.tokens[k].text; l.walk.lex.Has(list, text) {
			return true
		}
	}
	return false
}

// lostLevel weighs what a vertical label leaves when its characters are lost: its weight, (50分).
func (l *lattice) lostLevel(list lexicon.List, from, to int) (int, bool) {
	name, points := l.label(from, to)
	return 3, list == lexicon.Level1Words && name == "" && points != ""
}

// ownLevel weighs a level that the form names in its own words: only its weight in brackets tells it,
// 整体绩效目标实现情况（60）.
func (l *lattice) ownLevel(from, to int) (int, bool) {
	text := l.join(from, to)
	name, points := l.label(from, to)
	end, _ := utf8.DecodeLastRuneInString(name)
	if !endsInBracket(text) || !strings.HasPrefix(text, name) || end == ')' || end == '）' {
		return 0, false
	}
	if n := runes(name); points == "" || n < 2 || n > 16 || holdsSign(name, "，。；：≥≤%") {
		return 0, false
	}
	return 4, true
}

// endsInBracket reports whether a text ends in a closing bracket of any width.
func endsInBracket(text string) bool {
	seen := strings.TrimRightFunc(text, func(r rune) bool { return quantity.FoldRune(r) < 0 })
	end, _ := utf8.DecodeLastRuneInString(seen)
	return quantity.FoldRune(end) == ')'
}

// nameGain weighs a name: words, not amounts; better when the report's text knows it.
func (l *lattice) nameGain(role lexicon.Role, i, k int) (int, bool) {
	if k == 0 {
		return 0, false
	}
	weight := 0
	for j := i; j < i+k; j++ {
		t := l.tokens[j]
		switch t.shape {
		case amountShape, dateShape:
			if j == i+k-1 {
				return 0, false
			}
			weight -= 4
		case plainNumber:
			if j == i+k-1 {
				return 0, false
			}
			weight -= 2
		case blankShape:
			return 0, false
		case gradedShape:
			weight -= 3
		}
		if j > i {
			if l.beginsCell(j) {
				return 0, false
			}
			weight += l.joint(j) - pick(l.room(role, i, j), 4, 0)
		}
	}
	return weight + l.wholeName(i, i+k) + pick(k > 1 && l.full(role, i, i+k), 2, 0), true
}

// beginsCell reports whether token j can only stand at the beginning of a cell: the name of a level, or
// the filler of the template before a name, 指标1：.
func (l *lattice) beginsCell(j int) bool {
	word := l.tokens[j].text
	return filler(word) || strings.HasSuffix(word, "指标") && l.lists(j, j+1).level2
}

// wholeName weighs the joined words as a name.
func (l *lattice) wholeName(from, to int) int {
	c := l.cell(from, to)
	if c.name == nil {
		weight := l.weighName(from, to)
		c.name = &weight
	}
	return *c.name
}

func (l *lattice) weighName(from, to int) int {
	weight, text, lists := 1, l.join(from, to), l.lists(from, to)
	n := runes(text)
	switch {
	case !balanced(text):
		weight -= 6
	case n < 3:
		weight -= 4
	case n > 40:
		weight -= 6
	case holdsSign(text, "。；"), firstRune(text) == '①':
		weight -= 8
	case strings.Contains(text, "，"):
		weight -= 4
	}
	if lists.level1 || lists.level2 && !l.weighted(lexicon.Level2Words) {
		weight -= 8
	}
	if lists.total {
		weight += 4
	}
	if holdsSign(text, "（(★☆*：:") || strings.HasPrefix(text, "指标") {
		text = indicatorName(text)
	}
	if l.walk.text.phrases().knows(text) {
		weight += 5
	}
	if l.labelled() && endsInBracket(text) {
		if _, points := label(text); points != "" {
			weight += 4
		}
	}
	return weight
}

// labelled reports whether the rows have their weights in brackets behind their names, if anywhere.
func (l *lattice) labelled() bool {
	return l.kind == indicatorHeader && slices.Contains(l.roles, lexicon.Score) && !slices.Contains(l.roles, lexicon.Weight)
}

// joint weighs joining token j to the one before it in one cell: cells are broken at line ends; a blank
// inside a printed line mostly divides two cells, but beside digits and Latin letters it is the
// typesetter's.
func (l *lattice) joint(j int) int {
	before, t := l.tokens[j-1], l.tokens[j]
	if !t.first {
		end, _ := utf8.DecodeLastRuneInString(before.text)
		if strings.ContainsRune("“”\"", end) || strings.ContainsRune("“”\"", firstRune(t.text)) || t.shape == bracketShape || t.shape == textShape && narrow(end) && before.shape != amountShape || narrow(firstRune(t.text)) && before.shape == textShape && t.shape != amountShape {
			return -1
		}
		return -4
	}
	switch n := runes(t.text); {
	case n == 1, t.shape == bracketShape:
		return 2 // a lone character is the rest of a word
	case n == 2 && t.shape == textShape:
		return 1
	case runes(before.text) <= 2:
		return -1 // a short line ends a cell
	}
	return 0
}

// activityGain weighs the name of the activity that an indicator belongs to.
func (l *lattice) activityGain(i, k int) (int, bool) {
	if k == 0 || k > 4 {
		return -2, k == 0
	}
	weight := 0
	for j := i; j < i+k; j++ {
		if l.tokens[j].shape != textShape {
			return 0, false
		}
		if j > i {
			weight += l.joint(j)
		}
	}
	return weight, true
}

// longestUnit is the most characters of a unit that is none of the common ones.
const longestUnit = 3

// unitGain weighs the unit of an amount.
func (l *lattice) unitGain(i, k int) (int, bool) {
	if k == 0 {
		return -1, true
	}
	word := l.join(i, i+k)
	known := word == "%" || knownUnit(word) || quantity.IsUnit(word)
	if k > 1 && (!known || l.inOneLine(i, i+k)) || k == 1 && l.tokens[i].shape != textShape && !known {
		return 0, false
	}
	return pick(known, 3, pick(runes(word) <= longestUnit, 2, -3)), true
}

// natureGain weighs 指标性质 and 指标方向: a word of a short list, or a comparator, whole or broken at a line's end.
func (l *lattice) natureGain(i, k int) (int, bool) {
	if k == 0 || l.inOneLine(i, i+k) {
		return -2, k == 0
	}
	switch word := l.join(i, i+k); word {
	case "定性", "定量", "正向", "反向", "负向", "大于等于", "小于等于", "等于", "大于", "小于", "定性指标", "定量指标", "正向指标", "反向指标":
		return 5, true
	default:
		return 4, comparator(word)
	}
}

// proseGain weighs a cell of free text: reasons, rules, explanations. They are often blank, and hold
// sentences when they are not.
func (l *lattice) proseGain(role lexicon.Role, i, k int) (int, bool) {
	if k == 0 {
		return 0, true
	}
	if k == 1 && (l.tokens[i].shape == blankShape || l.tokens[i].text == "无" || l.tokens[i].text == "暂无") {
		return 1, true
	}
	weight, sentence := -2-k/4, false
	for j := i; j < i+k; j++ {
		t := &l.tokens[j]
		if l.lists(j, j+1).any() {
			return 0, false
		}
		if t.shape != textShape && t.shape != gradedShape {
			weight -= 3
		}
		if j > i && !l.tokens[j-1].pauses && l.room(role, i, j) {
			weight -= 2
		}
		sentence = sentence || t.stops
	}
	if sentence {
		weight += 2
	}
	if strings.HasSuffix(l.tokens[i+k-1].text, "。") {
		weight += 3 + k/4 // a whole sentence, however narrow its column
	}
	if (role == lexicon.Method || role == lexicon.Rule) && scores(l.join(i, i+k)) {
		weight += 4 + k/4
	}
	return weight, true
}

// scores reports whether a text says how points are given, as no value does: 得分=B/A×该指标分值, 完成得满分.
func scores(text string) bool {
	for _, word := range []string{"得满分", "得分=", "扣分", "不得分", "酌情"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// pairing weighs a result against the target before it, and a score against the weight before it:
// numbers go with numbers of one unit, words with words, and a score is at most its weight.
func (l *lattice) pairing(role lexicon.Role, from, middle, to int) int {
	switch {
	case role == lexicon.Level1Weight || role == lexicon.Level2Weight:
		return levelPair(from, middle, to)
	case from == middle || middle == to:
		return 0
	case role == lexicon.Actual:
		return l.valuePair(from, middle, to)
	}
	return pointsPair(l.amount(from, middle), l.amount(middle, to))
}

func (l *lattice) valuePair(from, middle, to int) int {
	target, actual := l.join(from, middle), l.join(middle, to)
	t, a := l.amount(from, middle), l.amount(middle, to)
	switch {
	case target == actual && t.Kind == quantity.Words:
		return 8 // a result in the target's own words tells where both begin
	case target == actual:
		return 3
	case t.Kind != a.Kind:
		return -2
	case t.Kind == quantity.Number && t.Unit == a.Unit:
		return 2
	case t.Kind == quantity.Words && sharesHalf(target, actual) && lexicon.Similar(target, actual) >= 50:
		return 3
	}
	return 0
}

// sharesHalf reports whether half the characters of the shorter text stand in the other: a cheap test
// before the costly one.
func sharesHalf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	shared := 0
	for _, r := range a {
		if strings.ContainsRune(b, r) {
			shared++
		}
	}
	return shared*2 >= runes(a)
}
