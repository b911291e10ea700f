package layout

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
)

// The year that a form evaluates.

// yearOf is the year that is evaluated: the one in the title, in a short line or cell of its own such as
// （2023年度）, or in the project's name; else the one most often named as 年度, or as 年, in the text.
func (d draft) yearOf() int {
	f := d.form
	near := []string{f.Title}
	for i := range f.Text {
		if p := &f.Text[i]; !longerThan(p.Text, 16) {
			near = append(near, p.Text)
		}
	}
	near = append(near, d.titles...)
	for _, field := range f.Fields {
		switch {
		case field.Name == "年度":
			near = append(near, field.Value.Text)
		case strings.HasPrefix(field.Name, "（"), strings.HasPrefix(field.Name, "("): // （2023年度）总得分：99分
			near = append(near, field.Name)
		}
	}
	for _, mark := range []string{"年度", "年"} {
		for _, s := range append(near, f.Project) {
			if years := yearsIn(s, mark); len(years) > 0 && !strings.Contains(s, "月") {
				return years[0]
			}
		}
		if year := mostNamedYear(f.Text, mark); year != 0 {
			return year
		}
	}
	return 0
}

func mostNamedYear(text []form.Paragraph, mark string) int {
	count, best := map[int]int{}, 0
	for i := range text {
		for _, y := range yearsIn(text[i].Text, mark) {
			if count[y]++; count[y] > count[best] {
				best = y
			}
		}
	}
	return best
}

// yearsIn lists the years written before the mark: 2023年度, 2023年. Years that bound a period, 2000年以前,
// are not meant.
func yearsIn(text, mark string) []int {
	var years []int
	for rest := text; ; {
		before, after, ok := strings.Cut(rest, mark)
		if !ok {
			return years
		}
		digits := strings.TrimRight(before, " ")
		if y, ok := lastYear(digits); ok && !bounds(after) && !strings.HasSuffix(strings.TrimRight(digits, "0123456789 "), "—") {
			years = append(years, y)
		}
		rest = after
	}
}

func bounds(after string) bool {
	for _, word := range []string{"以前", "以来", "之前", "起", "—", "-", "－", "至"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// lastYear reads the four digits that end the text, if they are a year of the reports.
func lastYear(text string) (int, bool) {
	text = arabicYear(text)
	n := len(text) - len(strings.TrimRight(text, "0123456789"))
	if n != 4 {
		return 0, false
	}
	y, err := strconv.Atoi(text[len(text)-4:])
	return y, err == nil && y >= 1990 && y < 2100
}

// arabicYear writes the year that ends a text in digits, 二〇二一 as 2021, if it is written digit by digit.
func arabicYear(text string) string {
	before := text
	var year [4]byte
	for i := range year {
		r, size := utf8.DecodeLastRuneInString(before)
		digit, ok := hanDigit(r)
		if !ok {
			return text
		}
		year[len(year)-1-i] = '0' + digit
		before = before[:len(before)-size]
	}
	return before + string(year[:])
}

// hanDigit is the digit that a character stands for in a year.
func hanDigit(r rune) (digit byte, ok bool) {
	const inOrder = "〇一二三四五六七八九"
	switch r {
	case '○', '零', 'О':
		r = '〇'
	}
	at := strings.IndexRune(inOrder, r)
	return byte(at / len("〇")), at >= 0
}
