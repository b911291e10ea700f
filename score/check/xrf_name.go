package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/score/finding"
)

func runName(p *Pass) {
	if len(p.Form.Claims) == 0 && len(p.Form.Listings) == 0 {
		p.Skip("指标名称只出现一处", "Names stand in one place only")
		return
	}
	told := map[string]bool{}
	tell := func(in *form.Indicator, other string, place document.Place) {
		if told[in.Name+"\x00"+other] {
			return
		}
		told[in.Name+"\x00"+other] = true
		p.Report(finding.Finding{
			Subject: in.Name, Printed: other, Due: in.Name,
			Says: both("自评表中的“%[1]s”在另一处写作“%[2]s”，仅差个别字，建议核对并统一名称",
				"%[1]s is written %[2]s in another place", in.Name, other),
			Place: place, Also: []document.Place{in.Place},
		})
	}
	for i := range p.Form.Claims {
		c := &p.Form.Claims[i]
		if c.About.Kind == "indicator" {
			in := &p.Form.Indicators[c.About.Index]
			if other := aligned(c.Subject, in.Name); slip(in.Name, other) {
				tell(in, other, c.Place)
			}
		}
	}
	for i := range p.Form.Listings {
		for _, m := range p.read.repeated(i) {
			if slip(m.scored.Name, m.listed.Name) {
				tell(m.scored, m.listed.Name, m.listed.Place)
			}
		}
	}
}

// aligned drops the words in front that a sentence has before the name: the rest begins with the
// name's first two characters.
func aligned(subject, name string) string {
	begin := runes(name, 2)
	if utf8.RuneCountInString(begin) < 2 {
		return subject
	}
	if i := strings.Index(subject, begin); i > 0 {
		return subject[i:]
	}
	return subject
}

// slip reports names that differ by one letter, or by two in a long name, elsewhere than in a counting
// word at the end (用户 for 用户量), in a number, or in a 的 that a sentence puts in or leaves out.
func slip(a, b string) bool {
	first, second := strings.ReplaceAll(lexicon.Fold(a), "的", ""), strings.ReplaceAll(lexicon.Fold(b), "的", "")
	if first == second || runes(first, 1) != runes(second, 1) {
		return false
	}
	x, y := []rune(first), []rune(second)
	if len(x) < 5 || len(y) < 5 || x[len(x)-1] != y[len(y)-1] || lexicon.Similar(a, b) <= 50 {
		return false
	}
	distance := lexicon.Distance(x, y)
	return distance <= 1 || distance == 2 && len(x) >= 8 && len(x) == len(y)
}
