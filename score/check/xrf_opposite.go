package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

// Degree words before a quality say yes to it, these others no. The two characters behind them are
// the quality itself: no list of qualities is needed.
var (
	affirming = []string{"较为", "比较", "十分", "非常", "相对"}
	denying   = []string{"不够", "不太", "不甚", "尚不", "欠缺", "有待进一步", "有待"}
	limiting  = []string{"部分", "个别", "少数", "有的", "某些", "以往", "上年", "去年", "此前", "过去", "原来", "以前", "年初", "仍有"}
)

// mostJudged bounds the judgements of one paragraph.
const mostJudged = 60

// judged is a quality said, or denied, of an object.
type judged struct {
	quality, object string
	at, end         int // bytes of the paragraph's text
	limited         bool
}

func runOpposite(p *Pass) {
	if len(p.Form.Text) == 0 {
		p.Skip("没有正文", "There is no running text")
		return
	}
	for i := range p.Form.Text {
		if !p.read.paragraphHas(i, affirming...) || !p.read.paragraphHas(i, denying...) {
			continue
		}
		para := &p.Form.Text[i]
		yes, no := judgements(para.Text, affirming), judgements(para.Text, denying)
		for _, a := range yes {
			if b, ok := opposed(a, no); ok {
				p.Report(oppositeFinding(para, a, b))
				break
			}
		}
	}
}

func judgements(text string, words []string) []judged {
	var all []judged
	for _, s := range claim.Sentences(text) {
		for _, w := range words {
			for from := 0; ; {
				i := strings.Index(s.Text[from:], w)
				if i < 0 || len(all) >= mostJudged {
					break
				}
				at := from + i
				from = at + len(w)
				all = append(all, judged{
					quality: runes(s.Text[from:], 2), object: lastRunes(s.Text[:at], 30),
					at: s.Start + at, end: s.Start + from + len(runes(s.Text[from:], 2)), limited: hasAny(s.Text[:at], limiting...),
				})
			}
		}
	}
	return all
}

func opposed(a judged, others []judged) (judged, bool) {
	for _, b := range others {
		if a.quality == b.quality && utf8.RuneCountInString(a.quality) == 2 && !a.limited && !b.limited && sameObject(a.object, b.object) {
			return b, true
		}
	}
	return judged{}, false
}

// sameObject reports that the words before two judgements share a run of at least four characters.
func sameObject(a, b string) bool {
	r := []rune(a)
	for i := 0; i+4 <= len(r); i++ {
		if run := string(r[i : i+4]); !strings.ContainsAny(run, "，。、 ") && strings.Contains(b, run) {
			return true
		}
	}
	return false
}

func oppositeFinding(para *form.Paragraph, a, b judged) finding.Finding {
	yes, no := para.Text[a.at:a.end], para.Text[b.at:b.end]
	return finding.Finding{
		Subject: a.quality, Printed: no,
		Says: both("同一段中对同一对象既称“%[1]s”，又称“%[2]s”，前后结论不一致，请核对",
			"One paragraph says both “%[1]s” and “%[2]s” of the same thing", yes, no),
		Place: para.PlaceAt(b.at, b.end-b.at), Also: []document.Place{para.PlaceAt(a.at, a.end-a.at)},
	}
}

func runes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	from := len(s)
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	return s[from:]
}
