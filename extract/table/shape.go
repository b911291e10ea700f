package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what a text looks like, without what it means. Decimals are told apart by their places.
type shape uint8

const (
	blankShape   shape = iota
	dashShape          // — / --
	shortText          // up to briefest characters
	longText           //
	percentShape       // 95%
	boundShape         // ≥95%, ≤3天
	amountShape        // 650起, 1345.7万
	dateShape          // 2023年12月底
	integerShape       //
	decimalShape       // with no place; each place counts one more
)

const (
	mostDecimals = 8
	shapes       = int(decimalShape) + mostDecimals + 1 // how many there are
)

// briefest is the most characters of a short text, such as a header's.
const briefest = 12

// longestUnit is the most characters of a unit behind a number.
const longestUnit = 4

// kind groups the shapes that stand below one another in one column.
func (s shape) kind() shape {
	switch s {
	case longText:
		return shortText
	case boundShape, amountShape, dateShape:
		return percentShape
	}
	return min(s, integerShape)
}

// shapeOf tells the shape of a cell's text.
func shapeOf(text string) shape {
	switch {
	case text == "":
		return blankShape
	case strings.Trim(text, "-—－–/*") == "":
		return dashShape
	case strings.ContainsAny(text[:1], "<>=") || strings.ContainsAny(firstRune(text), "≥≤≧≦＞＜＝﹥﹤±"):
		return boundShape
	}
	number := text[:len(text)-len(strings.TrimLeft(text, "0123456789,.+-"))]
	rest := strings.TrimSpace(text[len(number):])
	switch {
	case strings.Trim(number, ",.+-") == "", strings.HasSuffix(number, ".") && rest != "":
		return textShape(text)
	case rest == "":
		return numberShape(number)
	case rest == "%" || rest == "％":
		return percentShape
	case strings.ContainsAny(firstRune(rest), "年月日") && utf8.RuneCountInString(text) <= briefest:
		return dateShape
	case utf8.RuneCountInString(rest) > longestUnit:
		return textShape(text)
	}
	return amountShape
}

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

func textShape(text string) shape {
	if utf8.RuneCountInString(text) <= briefest {
		return shortText
	}
	return longText
}

func numberShape(number string) shape {
	_, decimals, point := strings.Cut(number, ".")
	if !point {
		return integerShape
	}
	return decimalShape + shape(min(len(decimals), mostDecimals))
}

// mostLetters is how many letters may stand beside a figure.
const mostLetters = 3

// numeric reports whether a text is a figure: a number with at most a sign or a short unit.
func numeric(text string) bool {
	digits, others := 0, 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= '\u4E00' && r <= '\u9FFF':
			if others++; others > mostLetters {
				return false
			}
		case r < '0':
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			others++
		}
	}
	return digits > 0 && digits >= others && others <= mostLetters
}
