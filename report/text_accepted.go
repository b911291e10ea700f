package report

import (
	"fmt"
	"strings"

	"fuhe/score/finding"
)

// accepted names, a line each, the findings that a reviewer let stand, with the words of the review file.
func (t *text) accepted(b *strings.Builder, list []finding.Accepted) {
	if len(list) == 0 {
		return
	}
	lang := t.options.Lang
	fmt.Fprintf(b, "\n  %s\n", t.paint.in(dim, fmt.Sprintf(say("经复核认可 %d 处", "accepted by review: %d").In(lang), len(list))))
	for _, a := range list {
		t.fill(b, findingIndent, piece{"", fmt.Sprintf(say("%s %s：%s（%s，%s）", "%s %s: %s (%s, %s)").In(lang),
			a.Code, plain(a.Subject), narrowed(plain(a.By.Reason), briefClause), plain(a.By.Reviewer), plain(a.By.Date))})
	}
}

// gone names the entries of the review file that no longer occur.
func (t *text) gone(b *strings.Builder, list []finding.Acceptance) {
	if len(list) == 0 {
		return
	}
	lang := t.options.Lang
	fmt.Fprintf(b, "\n  %s\n", t.paint.in(dim, fmt.Sprintf(say("复核文件中已不再出现 %d 处，可删去", "entries of the review file that no longer occur: %d").In(lang), len(list))))
	for _, a := range list {
		t.fill(b, findingIndent, piece{"", fmt.Sprintf("%s %s", a.Code, plain(a.Subject))})
	}
}
