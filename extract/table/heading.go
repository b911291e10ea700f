package table

import (
	"strings"
	"unicode/utf8"
)

// heading reports whether a line begins a paragraph of its own: 一、 第一章 （一） 1. （1） ① 注：
func heading(text string) bool {
	head, n := utf8.DecodeRuneInString(text)
	rest := text[n:]
	switch {
	case head >= '①' && head <= '⑳':
		return true
	case head == '第':
		return numbered(rest)
	case head == '（', head == '(':
		count, rest := leading(rest, true)
		return count >= 1 && count <= 3 && beginsWith(rest, ")）")
	case head >= '0' && head <= '9':
		return listed(text)
	case head == '备', head == '附', head == '注':
		return remark(text)
	}
	return numbered(text)
}

// leading counts the numerals that a text begins with, the Chinese ones and if wanted the others.
func leading(text string, digits bool) (count int, rest string) {
	end := strings.IndexFunc(text, func(r rune) bool {
		return !strings.ContainsRune("一二三四五六七八九十", r) && !(digits && r >= '0' && r <= '9')
	})
	if end < 0 {
		end = len(text)
	}
	return utf8.RuneCountInString(text[:end]), text[end:]
}

// beginsWith reports whether the text begins with one of the characters.
func beginsWith(text, characters string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n > 0 && strings.ContainsRune(characters, r)
}

// numbered reports whether a text begins as 一、 or 一章 does.
func numbered(text string) bool {
	count, rest := leading(text, false)
	return count > 0 && beginsWith(rest, "、.．章节条")
}

// listed reports whether a text that begins with a digit begins as 1. or 12、 does, and not as 1.5.
func listed(text string) bool {
	digits := 1
	for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
		digits++
	}
	mark, n := utf8.DecodeRuneInString(text[digits:])
	if digits > 2 || n == 0 {
		return false
	}
	behind := text[digits+n:]
	return strings.ContainsRune("、)）", mark) ||
		(mark == '.' || mark == '．') && behind != "" && !(behind[0] >= '0' && behind[0] <= '9')
}

// remark reports whether a text begins with 备注, 附件 or 注 and a colon, or is the mark of an annex alone, 附件 or 附件1.
func remark(text string) bool {
	if number, ok := strings.CutPrefix(text, "附件"); ok && strings.Trim(number, "0123456789") == "" {
		return true
	}
	for _, word := range []string{"备注", "附件", "注"} {
		if rest, ok := strings.CutPrefix(text, word); ok && beginsWith(rest, ":：") {
			return true
		}
	}
	return false
}
