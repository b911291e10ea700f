package check

import (
	"strconv"
	"strings"
	"unicode"

	"fuhe/normalize/wording"
)

// notOfTheYear reports whether the sentence speaks of what is hoped for, of some months, or of another year
// alone.
func (n *narrative) notOfTheYear(sentence int) bool {
	if n.ofOthers == nil {
		n.ofOthers = make([]bool, len(n.sentences()))
		for k, s := range n.said {
			n.ofOthers[k] = notOfTheYear(s, n.form.Year)
		}
	}
	return n.ofOthers[sentence]
}

// notOfTheYear reports whether a sentence speaks of what is hoped for, of some months, or of another
// year alone.
func notOfTheYear(s spoken, year int) bool {
	if s.hasAny("力争", "预计", "应达到", "要求达到", "目标为", "下一年", "明年", "上半年", "季度") {
		return true
	}
	if s.hasAny("月底", "月末") && !s.hasAny("12") || s.hasAny("月") && firstMonths(s.Text) {
		return true
	}
	return year > 0 && s.hasAny("年") && namesYear(s.Text) && !s.hasAny(strconv.Itoa(year))
}

// monthsTo is a span of months from the first of the year: 1—6月, 1月至9月.
var monthsTo = wording.New(`(?:^|[^0-9.])0?1月?(?:份)?(?:[-—–－~～]{1,2}|至|到)([0-9]{1,2})月`)

// firstMonths reports a sentence on the first months of the year, and not on all twelve.
func firstMonths(sentence string) bool {
	spans := monthsTo.FindAllStringSubmatch(sentence, -1)
	for _, m := range spans {
		if m[1] == "12" {
			return false
		}
	}
	return len(spans) > 0
}

// namesYear reports whether a text holds a year in four digits before 年.
func namesYear(text string) bool {
	for before, rest, ok := strings.Cut(text, "年"); ok; before, rest, ok = strings.Cut(rest, "年") {
		before = strings.TrimRightFunc(before, unicode.IsSpace)
		if n := len(before); n >= 4 && before[n-4:n-2] == "20" && strings.Trim(before[n-2:], "0123456789") == "" {
			return true
		}
	}
	return false
}
