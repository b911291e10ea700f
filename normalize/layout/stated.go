package layout

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// totalWords introduce the total in a sentence.
var totalWords = []string{"自评得分", "自评总分", "评价得分", "综合得分", "总得分", "总分", "最终得分", "自评分", "自评总得分", "整体得分", "综合评分", "自评分数"}

// readTotals finds the totals and the grade that are stated in sentences.
func readTotals(f *form.Form, parts map[int]bool) {
	whole := toldWhole(f)
	for i := range f.Text {
		p := &f.Text[i]
		if parts[i] {
			continue
		}
		e, ok := statedTotal(p, f.Year)
		if !ok && f.Total.Score.Missing() && whole {
			e, ok = bareTotal(p, f.Year)
		}
		if ok {
			if f.Total.Score.Missing() {
				f.Total.Score = e
			} else {
				f.Total.Also = append(f.Total.Also, e)
			}
		}
		if f.Total.Grade.Missing() {
			if e, ok := statedGrade(p); ok {
				f.Total.Grade = e
			}
		}
	}
}

// statedTotal reads 自评得分为 98.75 分. A score of a part (产出指标得分30分) is not introduced so, and one of an earlier
// year (2022年度自评得分, in a report on 2023) is another form's.
func statedTotal(p *form.Paragraph, year int) (form.Entry, bool) {
	letters := lexicon.LettersOf(p.Text)
	for _, word := range totalWords {
		if !letters.May(word) {
			continue
		}
		i := strings.Index(p.Text, word)
		if i < 0 || longerThan(lastClause(p.Text[:i]), 45) || ofEarlierYear(p.Text[:i], year) {
			continue
		}
		if e, ok := pointsAt(p, i+len(word)); ok {
			return e, true
		}
	}
	return form.Entry{}, false
}

// toldWhole reports whether the blocks of a form without rows are all there are: each has its points, and
// their weights make the hundred.
func toldWhole(f *form.Form) bool {
	if len(f.Indicators) > 0 {
		return false
	}
	sum := new(big.Rat)
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.Level != 1 {
			continue
		}
		if !s.Weight.Numeric() || !s.Score.Numeric() {
			return false
		}
		sum.Add(sum, s.Weight.Rat())
	}
	return sum.Cmp(big.NewRat(100, 1)) == 0
}

// bareTotal reads a total that only its sentence tells for one: 对整体支出开展自评，得分97分. It holds where blocks
// make the hundred and nothing else is scored outside of their headings.
func bareTotal(p *form.Paragraph, year int) (form.Entry, bool) {
	const word = "，得分"
	i := strings.Index(p.Text, word)
	if i < 0 {
		return form.Entry{}, false
	}
	before := lastClause(p.Text[:i])
	if !strings.Contains(before, "自评") && !strings.Contains(before, "评价") || ofEarlierYear(p.Text[:i], year) {
		return form.Entry{}, false
	}
	return pointsAt(p, i+len(word))
}

// pointsAt reads the points that stand at an offset of a paragraph: 为98.75分.
func pointsAt(p *form.Paragraph, at int) (form.Entry, bool) {
	rest := strings.TrimLeft(p.Text[at:], " 结果为是：:达到共计约")
	at += len(p.Text[at:]) - len(rest)
	number := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789."))]
	if number == "" || !strings.HasPrefix(quantity.TrimSpace(rest[len(number):]), "分") || len(number) > 6 {
		return form.Entry{}, false
	}
	text := number + "分"
	return form.Entry{Text: text, Quantity: quantity.Parse(text), Place: p.PlaceAt(at, len(text))}, true
}

// ofEarlierYear reports words that end in the name of a year before the one evaluated, as far as the last mark.
func ofEarlierYear(before string, year int) bool {
	if i := lastSign(before, "，。；、"); i >= 0 {
		before = before[i:]
	}
	if strings.Contains(before, "上年") || strings.Contains(before, "上一年") || strings.Contains(before, "去年") {
		return true
	}
	end := strings.LastIndex(before, "年")
	if end < 4 || year == 0 {
		return false
	}
	q := quantity.Parse(before[end-4 : end]).Rat()
	return q != nil && q.IsInt() && q.Num().Int64() > 1990 && q.Num().Int64() < int64(year)
}

func lastClause(text string) string {
	if i := lastSign(text, "。；"); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		return text[i+size:]
	}
	return text
}

// gradeWords introduce the grade in a sentence.
var gradeWords = []string{"等级为", "等次为", "等级是", "评价等级：", "自评结论为", "评定为", "评为", "结论为", "结果为"}

func statedGrade(p *form.Paragraph) (form.Entry, bool) {
	letters := lexicon.LettersOf(p.Text)
	for _, word := range gradeWords {
		if !letters.May(word) {
			continue
		}
		i := strings.Index(p.Text, word)
		if i < 0 {
			continue
		}
		at := i + len(word)
		rest := strings.TrimLeft(p.Text[at:], "“\"‘ ")
		at += len(p.Text[at:]) - len(rest)
		grade, _, _ := cutSign(rest, "”\"’，。；,. 等级（(")
		if isGrade(grade) {
			return form.Entry{Text: grade, Place: p.PlaceAt(at, len(grade))}, true
		}
	}
	return form.Entry{}, false
}
