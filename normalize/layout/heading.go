package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// Levels of headings by their number signs, outermost first.
const (
	levelNone    = iota
	levelPart    // 一、
	levelSection // （一）
	levelItem    // 1. 1、 1．
	levelSubitem // （1） 1）
	levelCircled // ①
	levelCount   // 一是
)

const hanDigits = "一二三四五六七八九十百零〇"

// heading tells the level of a line's number sign and what follows it; level 0 is no heading.
func heading(text string) (level int, rest string) {
	text = quantity.TrimSpace(text)
	switch first, size := utf8.DecodeRuneInString(text); {
	case first >= '①' && first <= '⑳':
		return levelCircled, quantity.TrimSpace(text[size:])
	case first == '（' || first == '(':
		return bracketHeading(text[size:])
	case hanNumeral(first):
		return hanHeading(text)
	case first >= '0' && first <= '9' || first >= '０' && first <= '９':
		return digitHeading(text)
	}
	return levelNone, text
}

func hanNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '零', '〇':
		return true
	}
	return false
}

func bracketHeading(inside string) (int, string) {
	number, rest, ok := cutSign(inside, "）)")
	number = quantity.TrimSpace(number)
	switch {
	case !ok || number == "" || utf8.RuneCountInString(number) > 3:
	case strings.Trim(number, hanDigits) == "":
		return levelSection, quantity.TrimSpace(rest)
	case strings.Trim(number, "0123456789") == "":
		return levelSubitem, quantity.TrimSpace(rest)
	}
	return levelNone, ""
}

func hanHeading(text string) (int, string) {
	rest := strings.TrimLeft(text, hanDigits)
	n := utf8.RuneCountInString(text[:len(text)-len(rest)])
	if n > 3 {
		return levelNone, text
	}
	if r, ok := strings.CutPrefix(rest, "、"); ok {
		return levelPart, quantity.TrimSpace(r)
	}
	if r, ok := strings.CutPrefix(rest, "是"); ok && n <= 2 {
		return levelCount, quantity.TrimSpace(r)
	}
	return levelNone, text
}

func digitHeading(text string) (int, string) {
	rest := strings.TrimLeft(text, "0123456789０１２３４５６７８９")
	if utf8.RuneCountInString(text[:len(text)-len(rest)]) > 2 {
		return levelNone, text
	}
	mark, size := utf8.DecodeRuneInString(rest)
	after := rest[size:]
	switch mark {
	case '、', '．':
		return levelItem, quantity.TrimSpace(after)
	case '.':
		if after != "" && (after[0] < '0' || after[0] > '9') {
			return levelItem, quantity.TrimSpace(after)
		}
	case '）', ')':
		return levelSubitem, quantity.TrimSpace(after)
	}
	return levelNone, text
}

// title reports whether a line with a number sign is a heading of its own, rather than the start of a
// paragraph: short, and no sentence in it.
func title(text string) bool {
	return !longerThan(text, 40) && !holdsSign(text, "。；！？") && !strings.HasSuffix(text, "，")
}

// pageNumber reports whether a line is only the number of a page: - 3 -, — 3 —, 第3页, 3/12.
func pageNumber(text string) bool {
	const longest = 12
	n := 0
	for _, r := range text {
		if quantity.IsSpace(r) {
			continue
		}
		if n++; n > longest {
			return false
		}
	}
	s := quantity.Fold(squeeze(text))
	if strings.HasPrefix(s, "第") && strings.Contains(s, "页") {
		return strings.Trim(s, "第页共，,、/0123456789 ") == ""
	}
	inner := strings.Trim(s, "-—–─－·~～")
	if inner != s && inner != "" {
		return strings.Trim(inner, "0123456789") == ""
	}
	return false
}
