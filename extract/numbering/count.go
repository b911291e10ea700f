package numbering

import (
	"strconv"
	"strings"
)

// counted writes a list's counter in one of the number formats of w:numFmt. Unknown ones are written in
// digits.
func counted(format string, n int) string {
	if n < 0 || n > 1_000_000 {
		return strconv.Itoa(n)
	}
	switch format {
	case "none":
		return ""
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting":
		return han(n, "〇一二三四五六七八九", " 十百千万")
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return han(n, "零壹贰叁肆伍陆柒捌玖", " 拾佰仟万")
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return digits(n, []rune("〇一二三四五六七八九"))
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, []rune("０１２３４５６７８９"))
	case "decimalZero":
		return strings.Repeat("0", max(0, 2-len(strconv.Itoa(n)))) + strconv.Itoa(n)
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return enclosed(format, n)
}

// enclosed writes the formats that have a character for each number, as far as there are characters.
func enclosed(format string, n int) string {
	series := map[string]string{
		"decimalEnclosedCircle":        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
		"decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
		"decimalEnclosedParen":         "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
		"decimalEnclosedFullstop":      "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
		"ideographEnclosedCircle":      "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
		"ideographTraditional":         "甲乙丙丁戊己庚辛壬癸",
		"ideographZodiac":              "子丑寅卯辰巳午未申酉戌亥",
	}
	signs := []rune(series[format])
	if n < 1 || n > len(signs) {
		return strconv.Itoa(n)
	}
	return string(signs[n-1])
}

// han writes a number below ten thousand times ten thousand in Chinese numerals; digits and places give
// the characters.
func han(n int, digitSet, placeSet string) string {
	names, places := []rune(digitSet), []rune(placeSet)
	if n == 0 {
		return string(names[0])
	}
	if n >= 10_000 {
		head := han(n/10_000, digitSet, placeSet) + string(places[4])
		switch rest := n % 10_000; {
		case rest == 0:
			return head
		case rest < 1000:
			return head + "零" + han(rest, digitSet, placeSet)
		default:
			return head + han(rest, digitSet, placeSet)
		}
	}
	var b strings.Builder
	zero := false
	for place, unit := 3, 1000; place >= 0; place, unit = place-1, unit/10 {
		d := n / unit % 10
		if d == 0 {
			zero = b.Len() > 0
			continue
		}
		if zero {
			b.WriteString("零")
			zero = false
		}
		if d > 1 || place != 1 || b.Len() > 0 { // 十二, not 一十二
			b.WriteRune(names[d])
		}
		if place > 0 {
			b.WriteRune(places[place])
		}
	}
	return b.String()
}

func digits(n int, names []rune) string {
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune(names[d-'0'])
	}
	return b.String()
}

// letters counts a to z, then aa to zz, as word processors do.
func letters(n int, first rune) string {
	if n < 1 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}
