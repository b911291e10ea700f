package quantity

import (
	"strings"
	"unicode/utf8"
)

// The longest texts that may stand around the amount of a cell: before it its name or a verb, behind
// it the thing counted. With more, the cell is a sentence.
const (
	maxName  = 14 // characters
	maxThing = 6
	maxTask  = 16 // around a date: 前完成资金支付
)

// verbs say that an amount was or is to be reached, and nothing that changes it. 提高50% and 提高到50%
// differ, but target and actual of one indicator are written in one way.
var verbs = []string{
	"已完成", "完成", "已达到", "达到", "达成", "已达", "达", "已实现", "实现", "实际", "应", "须", "需", "为", "是",
	"总共", "共计", "合计", "总计", "累计", "共", "计", "全年", "年度", "当年", "本年", "计划", "预计", "力争", "确保", "保证", "保持",
	"控制", "提高", "提升", "增长", "增加", "上升", "下降", "降低", "减少", "压减", "增", "降", "减", "同比", "环比",
	"较上年", "比上年", "较去年", "比去年", "上年", "幅度", "到", "至", "在", "有", "数量", "得分", "总分", "的", "仅", "约", "+", "：", ":", " ",
}

// verbal reports whether a text consists of such verbs.
func verbal(s string) bool {
	if len(s) > maxName*3 {
		return false
	}
	for s != "" {
		rest := s
		for _, v := range verbs {
			if t, ok := strings.CutPrefix(s, v); ok {
				rest = t
				break
			}
		}
		if len(rest) == len(s) {
			return false
		}
		s = rest
	}
	return true
}

// name reports whether a text names what is measured: a few Chinese words without a clause, a second
// number or a doubt.
func name(s string) bool {
	if n := utf8.RuneCountInString(s); n < 2 || n > maxName || !words(s) || strings.ContainsAny(s, "每各") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("率度比", last) || !strings.ContainsAny(s, doubts)
}

// doubts are characters of words that deny an amount or tell what is lacking.
const doubts = "未不没差缺欠剩余扣"

// thing reports whether a text names what was counted.
func thing(s string) bool {
	return short(s, maxThing) && words(s) && !strings.ContainsAny(s, doubts+"和或及与其无") && !strings.ContainsFunc(s, numeric)
}

// words reports whether a text holds Chinese characters, letters, blanks, quotes and brackets only.
func words(s string) bool {
	for _, c := range s {
		if c = foldRune(c); !han(c) && !letter(c) && !blank(c) && !strings.ContainsRune(":“”\"《》()", c) {
			return false
		}
	}
	return true
}

// short reports whether a text is one clause of at most n characters.
func short(s string, n int) bool {
	return utf8.RuneCountInString(s) <= n && !strings.ContainsAny(s, "。；;，,！!？?")
}
