package claim

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// withoutListMark drops what is left of （一） or 2. in front of a clause.
func withoutListMark(clause string) string {
	inner := clause
	if r, size := utf8.DecodeRuneInString(clause); r == '（' || r == '(' {
		inner = clause[size:]
	}
	rest := inner
	for range 2 {
		if r, size := utf8.DecodeRuneInString(rest); r >= '0' && r <= '9' || listNumeral(r) {
			rest = rest[size:]
		}
	}
	r, size := utf8.DecodeRuneInString(rest)
	if rest == inner || r != '）' && r != ')' && r != '.' && r != '．' && r != '、' {
		return clause
	}
	return strings.TrimLeft(rest[size:], " \t\n\f\r")
}

// listNumeral reports a Chinese numeral that lists are counted with.
func listNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// onlyOne ties a head noun that stands alone (办结率) to the one indicator that ends in it, if the sentence
// has most of what stands before it in the name; 满意度 to the one row that is a satisfaction.
func (r *reader) onlyOne(c *form.Claim, subject string) (index, trust int) {
	if !lexicon.Generic(subject) {
		return -1, 0
	}
	at := -1
	for i, n := range r.names {
		if !strings.HasSuffix(n.fold, subject) || n.fold == subject {
			continue
		}
		if at >= 0 {
			return -1, 0
		}
		at = i
	}
	switch {
	case at < 0:
		return -1, 0
	case lexicon.Coverage(strings.TrimSuffix(r.names[at].fold, subject), c.Sentence) >= 60:
		return at, 84
	case subject == "满意度" || subject == "满意率":
		return at, 78
	}
	return -1, 0
}

// withoutOffice drops the reporting office from the front of a subject.
func (r *reader) withoutOffice(subject string) string {
	for _, office := range r.offices {
		if rest, ok := strings.CutPrefix(subject, office); ok && rest != "" {
			return trimLeading(rest)
		}
	}
	return subject
}

// rivalled reports a subject that is the end of the name alone (规范管理率 of 高血压患者规范管理率), in a
// sentence that speaks of another thing of the kind that the missing front ends in (糖尿病患者).
func (r *reader) rivalled(c *form.Claim, subject, name string) bool {
	front, ok := strings.CutSuffix(name, subject)
	head := []rune(front)
	if !ok || len(head) < 3 {
		return false
	}
	kind, own := string(head[len(head)-2:]), string(head[len(head)-3:])
	return strings.Contains(c.Sentence, kind) && !strings.Contains(c.Sentence, own)
}
