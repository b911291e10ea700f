package phrase

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// fold brings a rule to one way of writing: half width, no blanks, one dash, one sign for each
// comparison, small Chinese numerals before a measure word as digits. cut tells that the text was over
// the limit.
func fold(text string) (folded string, cut bool) {
	if !utf8.ValidString(text) {
		text = string([]rune(text))
	}
	s, cut := squeezed(text)
	return spans(numbered(numerals(signed(lexicon.Narrow(s))))), cut
}

// squeezed drops what is no printed character, and what is over the limit.
func squeezed(text string) (s string, cut bool) {
	var b strings.Builder
	n, kept := 0, 0
	for i, r := range text {
		if unprinted(r) {
			b.WriteString(text[kept:i])
			kept = i + utf8.RuneLen(r)
		} else if n++; n > textLimit {
			return b.String() + text[kept:i], true
		}
	}
	if kept == 0 {
		return text, false
	}
	b.WriteString(text[kept:])
	return b.String(), false
}

func unprinted(r rune) bool {
	if r > ' ' && r < 0x7F || r >= 0x4E00 && r <= 0x9FFF {
		return false // nearly all of a rule
	}
	return quantity.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff'
}

// sign is a way to write something and the one that is kept.
type sign struct{ printed, folded string }

// signs are in the order in which they are tried.
var signs = [...]sign{
	{"小于等于零", "≤0"}, {"小于或等于零", "≤0"}, {"大于等于零", "≥0"}, {"大于或等于零", "≥0"}, {"不超过零", "≤0"}, {"不高于零", "≤0"}, {"≧", "≥"},
	{"≦", "≤"}, {">=", "≥"}, {"<=", "≤"}, {"﹥", ">"}, {"﹤", "<"}, {"═", "="}, {"﹦", "="}, {"——", "-"}, {"—", "-"},
	{"–", "-"}, {"−", "-"}, {"--", "-"}, {"~", "-"}, {"×", "*"}, {"÷", "/"}, {"∕", "/"}, {"﹪", "%"}, {"﹙", "("},
	{"﹚", ")"}, {"〔", "("}, {"〕", ")"}, {"【", "["}, {"】", "]"}, {"｡", "。"}, {"､", "、"}, {"大于等于", "≥"}, {"大于或等于", "≥"},
	{"不低于", "≥"}, {"不少于", "≥"}, {"不小于", "≥"}, {"小于等于", "≤"}, {"小于或等于", "≤"}, {"不高于", "≤"}, {"不超过", "≤"}, {"不多于", "≤"},
	{"不大于", "≤"}, {"上一年", "上年"}, {"乘以", "*"}, {"除以", "/"}, {"一半的分值", "50%分值"}, {"一半分值", "50%分值"}, {"一半分", "50%分值"},
	{"分值的一半", "分值的50%"}, {"百分之百", "100%"}, {"零分", "0分"}, {"于零", "于0"}, {"≤零", "≤0"}, {"≥零", "≥0"}, {"=零", "=0"},
	{"为零", "为0"},
}

// signBegins holds the characters that a sign begins with.
const signBegins = "小大不≧≦><﹥﹤═﹦—–−-~×÷∕﹪﹙﹚〔〕【】｡､上乘除一分百零于≤≥=为"

// signed writes every sign in the one way that is kept.
func signed(s string) string {
	begins := lexicon.LettersOf(signBegins)
	var b strings.Builder
	kept := 0
	for i, r := range s {
		if i < kept || !begins.Has(r) {
			continue
		}
		if sign, ok := signAt(s[i:]); ok {
			b.WriteString(s[kept:i])
			b.WriteString(sign.folded)
			kept = i + len(sign.printed)
		}
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// signAt is the sign that a text begins with.
func signAt(text string) (s sign, ok bool) {
	for i := range signs {
		if strings.HasPrefix(text, signs[i].printed) {
			return signs[i], true
		}
	}
	return sign{}, false
}

var numeral = wording.New(`([一二两三四五六七八九十]{1,3})(个百分点|百分点|个月|个工作日|个|项|处|人次|次|例|天|日|周|条|起|件|份|名|笔|户|宗|家|篇|期|张|台|人|小时|分钟|档|倍)|([扣得计记赋减])([一二两三四五六七八九十]{1,3})分`)

func numerals(s string) string {
	if !lexicon.HoldsAny(s, "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十") {
		return s
	}
	return numeral.ReplaceAllStringFunc(s, func(g []string) string {
		digits, ok := small(g[1] + g[4])
		if !ok {
			return g[0]
		}
		if g[4] != "" {
			return g[3] + digits + "分"
		}
		return digits + g[2]
	})
}

// small reads the numerals from 一 to 九十九.
func small(s string) (string, bool) {
	const digits = "一二三四五六七八九"
	tens, ones, ok := strings.Cut(strings.ReplaceAll(s, "两", "二"), "十")
	if !ok {
		tens, ones = "", tens
	} else if tens == "" {
		tens = "一"
	}
	value := 0
	for _, part := range []string{tens, ones} {
		i := strings.Index(digits, part)
		if i < 0 || len(part) > len("一") {
			return "", false
		}
		value *= 10
		if part != "" {
			value += i/len("一") + 1
		}
	}
	return strconv.Itoa(value), value > 0
}

var (
	enumerator = wording.New(`(^|[。;:,])(?:\(([1-9]|1[0-9])\)|([1-9]|1[0-9])(?:[、)]|\.)|([A-Ha-h])[、.)])([^0-9%]|$)`)
	enumerated = wording.New(`(^|[。;:,])([A-Ha-h])[、.)]([0-9])`)
	spanWord   = wording.New(`([0-9](?:` + unit + `)` + included + `)[至到]([0-9])`)
)

// numbered writes the numbers of a list (1. 2、 (3)) as ①②③, so that they are not taken for amounts.
func numbered(s string) string {
	if !mayNumber(s) {
		return s
	}
	s = enumerated.ReplaceAllStringFunc(s, func(g []string) string {
		return g[1] + mark(letter(g[2])) + g[3]
	})
	return enumerator.ReplaceAllStringFunc(s, func(g []string) string {
		if g[4] != "" {
			return g[1] + mark(letter(g[4])) + g[5]
		}
		n, err := strconv.Atoi(g[2] + g[3])
		if err != nil {
			return g[0]
		}
		return g[1] + mark(n) + g[5]
	})
}

func mark(n int) string { return string(rune('①' + n - 1)) }

// letter is the place of a letter in the alphabet, from 1.
func letter(s string) int { return int(s[0]|0x20-'a') + 1 }

// spans writes 60分至80分 as 60分-80分.
func spans(s string) string {
	if !strings.Contains(s, "至") && !strings.Contains(s, "到") {
		return s
	}
	return spanWord.ReplaceAllStringFunc(s, func(g []string) string { return g[1] + "-" + g[2] })
}

// mayNumber reports a digit or letter where a sentence or a part of one begins, in brackets or not.
func mayNumber(s string) bool {
	start := true
	for _, r := range s {
		switch {
		case start && r < 128 && (unicode.IsDigit(r) || unicode.IsLetter(r)):
			return true
		case r == '(':
		default:
			start = strings.ContainsRune("。;:,", r)
		}
	}
	return false
}

// circle is how the bytes of ①, ② … begin.
const circle = "\xe2\x91"

// total says how many criteria there are: 共6项检查内容.
var total = wording.New(`共(?:有|计)?([2-9]|1[0-9]|20)(项|个|条)`)

// items counts the criteria that a text numbers with ①②③, or that it says there are, when the numbers run from ① without a gap
// and none of them is itself about scoring: then they number rules.
func items(folded string) (n int, unit string) {
	if !strings.Contains(folded, circle) {
		if !strings.Contains(folded, "共") {
			return 0, ""
		}
		if m := total.FindAllStringSubmatch(folded, 2); len(m) == 1 {
			return allOfThem(m[0][1]), m[0][2]
		}
		return 0, ""
	}
	for rest := folded; ; n++ {
		at := strings.IndexFunc(rest, circled)
		if at < 0 {
			return n, "项"
		}
		mark, size := utf8.DecodeRuneInString(rest[at:])
		rest = rest[at+size:]
		item := rest
		if next := strings.IndexFunc(rest, circled); next >= 0 {
			item = rest[:next]
		} else if stop := strings.IndexAny(rest, "。;"); stop >= 0 {
			item = rest[:stop]
		}
		if int(mark-'①') != n || mayScore(item) && scoring.MatchString(item) {
			return 0, ""
		}
	}
}

func circled(r rune) bool { return r >= '①' && r <= '⑳' }
