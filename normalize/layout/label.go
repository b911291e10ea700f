package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// label cuts the weight out of a block's label: 产出指标（20分）, 预算管理情况 (20), 财务管理（4）.
// The weight is "" when none is printed.
func label(text string) (name, weight string) {
	text = squeeze(text)
	if !holdsSign(text, closing) {
		return text, ""
	}
	open, inside := -1, 0
	for i := 0; i < len(text); {
		bracket, size := bracketIn(text, i)
		switch {
		case bracket == '(':
			open, inside = i, i+size
		case bracket == ')' && open >= 0:
			if w, ok := points(quantity.Fold(text[inside:i])); ok {
				return withoutPart(text, open, i+size), w
			}
			open = -1
		}
		i += size
	}
	return text, ""
}

// closing are the brackets that end a weight.
const closing = ")）︶"

// bracketIn is the bracket of a label at a byte, folded, and its length; 0 and any number of bytes that hold none.
func bracketIn(text string, i int) (rune, int) {
	switch c := text[i]; {
	case c == '(' || c == ')':
		return rune(c), 1
	case c == 0xEF: // as （ and ︵ begin
		r, size := utf8.DecodeRuneInString(text[i:])
		return quantity.FoldRune(r), size
	}
	return 0, 1
}

// withoutPart drops a part of a label. Where characters without any width stand in it, it is folded too.
func withoutPart(text string, from, to int) string {
	name := text[:from] + text[to:]
	if strings.ContainsFunc(text, func(r rune) bool { return quantity.FoldRune(r) < 0 }) {
		name = quantity.Fold(name)
	}
	return quantity.TrimSpace(name)
}

// longestPoints is more bytes than what a bracket with points holds.
const longestPoints = 64

// points reads the inside of a bracket as a number of points: 20分, 20, 满分20分.
func points(inside string) (string, bool) {
	if len(inside) > longestPoints {
		return "", false
	}
	inside = strings.TrimPrefix(quantity.TrimSpace(inside), "满分")
	number := strings.TrimSuffix(inside, "分")
	if number == "" || strings.Trim(number, "0123456789.") != "" {
		return "", false
	}
	q := quantity.Parse(number)
	whole, _, _ := strings.Cut(number, ".")
	if q.Kind != quantity.Number || len(whole) > 3 || utf8.RuneCountInString(number) > 5 {
		return "", false
	}
	return q.Value, true
}

// stars mark the key rows of some forms.
const stars = "★☆*"

// indicatorName is what a person would call the indicator: without the filler 指标1：, stars, and a
// bracketed unit at the end.
func indicatorName(text string) string {
	name := strings.Trim(squeeze(text), stars+"：:；;")
	if rest, ok := strings.CutPrefix(name, "指标"); ok {
		if cut := strings.TrimLeft(rest, "0123456789"); cut != rest {
			if trimmed := strings.TrimLeft(cut, "：:、.．"); trimmed != "" && (trimmed != cut || unicode.Is(unicode.Han, firstRune(cut))) {
				name = trimmed
			}
		}
	}
	return quantity.TrimSpace(trimUnit(withoutCode(strings.TrimLeft(name, stars))))
}

// withoutCode drops the letter and the number that a list of indicators puts before a name: A11立项依据充分性.
func withoutCode(name string) string {
	if name == "" || name[0] < 'A' || name[0] > 'D' {
		return name
	}
	rest := strings.TrimLeft(name[1:], "0123456789")
	if digits := len(name) - 1 - len(rest); digits < 1 || digits > 3 || !unicode.Is(unicode.Han, firstRune(rest)) || utf8.RuneCountInString(rest) < 4 {
		return name
	}
	return rest
}

// filler reports whether a word begins with what the template fills a name's cell with: 指标1：.
func filler(word string) bool {
	rest, ok := strings.CutPrefix(word, "指标")
	digits := strings.TrimLeft(rest, "0123456789")
	return ok && digits != rest && (digits == "" || strings.ContainsRune("：:、.．", firstRune(digits)))
}

// trimUnit drops a bracketed unit at the end of a name: 租车次数(次), 成本控制数（万元）.
func trimUnit(name string) string {
	inside, closed := strings.CutSuffix(name, ")")
	if !closed {
		inside, closed = strings.CutSuffix(name, "）")
	}
	open := lastSign(inside, "(（")
	if !closed || open <= 0 {
		return name
	}
	_, size := utf8.DecodeRuneInString(inside[open:])
	if inside = inside[open+size:]; knownUnit(inside) || holdsSign(inside, "≥≤*") {
		return name[:open]
	}
	return name
}

// knownUnits are the units that stand in brackets behind names.
const knownUnits = " % ‰ 个 起 件 次 人 人次 万人次 户 家 处 套 部 台 份 篇 册 亩 万亩 公顷 公里 米 平方米 吨 公斤 只 头 株 天 工作日 自然日 小时 分钟 月 年 期 场 元 万元 亿元 千米 辆 条 项 名 座 间 所 幅 块 盏 批 宗 例 课时 学时 百分比 种 类 剂 剂次 件套 台套 台次 车次 班次 班 组 队 枚 张 本 支 辑 口 棵 根 片 顶 双 只次 核 学年 年度 季度 季 周 日 立方米 平方公里 千克 升 千瓦 千瓦时 度 分贝 TB GB MB 分 "

// knownUnit reports whether a text is a unit, one with a scale, or one counted by others: 万人次, 元/人·月.
func knownUnit(unit string) bool {
	parts := strings.FieldsFunc(unit, func(r rune) bool { return strings.ContainsRune("/／·•", r) })
	for _, part := range parts {
		if bare := strings.TrimLeft(strings.TrimPrefix(part, "个"), "百千万亿"); !strings.Contains(knownUnits, " "+part+" ") && (bare == "" || !strings.Contains(knownUnits, " "+bare+" ")) {
			return false
		}
	}
	return len(parts) > 0
}

// placeholder reports whether a cell says that nothing is filled in.
func placeholder(text string) bool {
	for _, r := range text {
		switch r {
		case '-', '—', '–', '─', '⸺', '⸻', '－', '/', '／', '…', '·', '.', '*', '|':
		default:
			if !quantity.IsSpace(r) {
				return false
			}
		}
	}
	return true
}
