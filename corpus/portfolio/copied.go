package portfolio

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"fuhe/extract/document"
	"fuhe/score/check"
	"fuhe/score/finding"
)

// Text is copied between two or three units; what more of them share is common wording.
const (
	leastUnits   = 5  // with text in the run: with fewer, common wording cannot be told from copied
	mostSharing  = 3  // units
	formsOfUnit  = 4  // of one unit that are compared for one paragraph
	leastAlike   = 80 // percent of the shingles
	leastCopied  = 60 // percent of a report's compared text, for the report to be told
	leastReport  = 400
	leastShared  = 120   // characters of shared paragraphs without a figure in common
	mostCompared = 40000 // paragraphs that are fetched
)

var popCopied = &Check{Run: copiedReports, Check: check.Check{
	Code: "POP-03", Level: finding.Warning,
	Title:   document.Message{ZH: "不同单位的报告雷同", EN: "Reports of different units are near-duplicates"},
	Doc:     document.Message{ZH: "比较不同单位报告的正文和原因、措施文字：去掉数字、标点和本单位、本项目名称，60字以上的段落按五字片段比较，80%以上相同即为同一段；相同的段落占较短一份的60%以上且不少于400字时提示。四个以上单位共有的段落视为通用文字，不计。一个单位名称包含另一个的、一方为另一方主管部门的不比较；同名项目只作提示。批次中有文字的单位少于5个时不检查。", EN: "Compares the text, reasons and measures of reports of different units, without figures, punctuation and the names of the unit and the project: paragraphs of 60 characters and more are the same when 80% of their runs of five characters are; told when such paragraphs are 60% of the shorter report and at least 400 characters. What more than three units share is common wording and does not count. Units of which one's name holds the other's, or is in charge of it, are not compared; projects of one name are an info only. Not checked with fewer than 5 units with text."},
	Formula: "Σ|same paragraphs| ÷ |text| ≥ 60%",
	Why:     document.Message{ZH: "两个单位的报告整篇相同，说明至少一份没有写自己的情况，或由同一机构代写。", EN: "Two units with one report: at least one did not write of itself, or somebody wrote both."},
	Allows:  document.Message{ZH: "段落相同不足80%、合计不到较短一份的60%或不足400字的不提示；四个以上单位共有的文字、上下级单位之间和数字、单位名称不计。", EN: "Paragraphs less than 80% the same, less than 60% of the shorter report or 400 letters in all are let pass; wording of four and more units, units under one another, figures and names do not count."},
	Clause:  document.Message{ZH: "自评报告应当结合本单位、本项目实际编写，不得照搬照抄", EN: "a self-evaluation is written for its own unit and project and not copied"},
	Trips:   document.Message{ZH: "两个局的自评报告除单位名称和数字外文字相同", EN: "the reports of two bureaus are the same but for names and figures"},
	Silent:  document.Message{ZH: "全县各单位的报告都印有同一段评价原则和评分说明", EN: "all units of a county print the same principles and notes"},
}}

var popParagraphs = &Check{Run: copiedParagraphs, Check: check.Check{
	Code: "POP-09", Level: finding.Warning,
	Title:   document.Message{ZH: "不同单位的报告有相同段落", EN: "Reports of different units share paragraphs"},
	Doc:     document.Message{ZH: "口径同 POP-03，用于整篇不雷同、只有个别段落相同的报告，每两个单位提示一次；合计不足120字又没有相同数字的（套话）不提示。相同段落连数字也相同（至少两个三位以上有效数字），或有三段以上且合计300字以上的为疑似，其余为提示。", EN: "As POP-03, for reports that share some paragraphs only; told once for two units, and not for less than 120 characters without a figure in common. A warning where the paragraphs share figures too (two of three digits or more), or are three or more with 300 characters together; else an info."},
	Formula: "J(a, b) ≥ 80%, units ≤ 3",
	Why:     document.Message{ZH: "关键段落（尤其是问题、原因和数据）与别的单位相同，说明这部分不是据实写的。", EN: "Paragraphs, above all on problems, causes and figures, that another unit has too were not written from the facts."},
	Allows:  document.Message{ZH: "段落相同不足80%、合计不足120字且没有相同数字的不提示；四个以上单位共有的文字不计，整篇雷同的由POP-03提示，未达三段300字又无两个相同数字的只作提示。", EN: "Less than 80% the same, or under 120 letters without a figure in common, is let pass; wording of four and more units does not count, whole reports are for POP-03, and below three paragraphs of 300 letters or two figures it is a remark."},
	Clause:  document.Message{ZH: "自评报告应当结合本单位、本项目实际编写，不得照搬照抄", EN: "a self-evaluation is written for its own unit and project and not copied"},
	Trips:   document.Message{ZH: "两个单位的“存在问题”一段文字、数字都相同", EN: "two units tell of their problems in the same words with the same figures"},
	Silent:  document.Message{ZH: "多数单位都写有的政策依据", EN: "the policy that most units quote"},
}}

// sameText are two paragraphs that may be the same, of forms of different units.
type sameText struct{ a, b spot }

func copiedReports(h *holdings) ([]draft, *document.Message)    { return h.copied(true) }
func copiedParagraphs(h *holdings) ([]draft, *document.Message) { return h.copied(false) }

// copied drafts one finding for all text: which reports are near-duplicates is known when the texts are compared.
func (h *holdings) copied(whole bool) ([]draft, *document.Message) {
	if n := len(h.byUnit(func(c *card) bool { return len(c.paragraphs) > 0 })); n < leastUnits {
		return nil, why("有正文的单位不足5个，无法区分通用文字与照搬", "fewer than 5 units have text: common wording cannot be told from copied")
	}
	pairs, more := h.candidates()
	var partly *document.Message
	if more {
		partly = why("疑似相同的段落过多，只比较了一部分", "too many paragraphs may be the same; some were not compared")
	}
	if len(pairs) == 0 {
		return nil, nil
	}
	var spots []spot
	for _, p := range pairs {
		spots = append(spots, p.a, p.b)
	}
	slices.SortFunc(spots, compareSpots)
	return []draft{{spots: slices.Compact(spots), tell: func(s seen) []Finding {
		if whole {
			return h.tellReports(pairs, s)
		}
		return h.tellParagraphs(pairs, s)
	}}}, partly
}

func compareSpots(a, b spot) int {
	return cmp.Or(cmp.Compare(a.card, b.card), cmp.Compare(a.kind, b.kind), cmp.Compare(a.at, b.at))
}

// alikeForms are two forms with the paragraphs that they share, longest text first counted.
type alikeForms struct {
	a, b   int32
	texts  []sameText
	length int // characters of the shared text
}

// shared compares the candidates' texts and gathers those that are the same by their forms.
func (h *holdings) shared(pairs []sameText, s seen) []*alikeForms {
	byForms := map[[2]int32]*alikeForms{}
	var order []*alikeForms
	used := map[[2]spot]bool{}
	for _, p := range pairs {
		x, y := s[p.a].masked, s[p.b].masked
		// A paragraph counts once for the same other form.
		left, right := [2]spot{p.a, {card: p.b.card}}, [2]spot{p.b, {card: p.a.card}}
		if len(x) < leastParagraph || used[left] || used[right] || alike(x, y) < leastAlike {
			continue
		}
		used[left], used[right] = true, true
		forms := [2]int32{p.a.card, p.b.card}
		f := byForms[forms]
		if f == nil {
			f = &alikeForms{a: p.a.card, b: p.b.card}
			byForms[forms], order = f, append(order, f)
		}
		f.texts = append(f.texts, p)
		f.length += min(len(x), len(y))
	}
	return order
}

// whole reports whether the shared text makes up the shorter report.
func (h *holdings) whole(f *alikeForms) (percent int, ok bool) {
	shorter := min(h.cards[f.a].length(), h.cards[f.b].length())
	if shorter == 0 {
		return 0, false
	}
	percent = min(100, f.length*100/shorter)
	return percent, percent >= leastCopied && f.length >= leastReport
}

// length is how many characters of the form are compared.
func (c *card) length() (n int) {
	for _, p := range c.paragraphs {
		n += int(p.length)
	}
	return n
}

func (h *holdings) tellReports(pairs []sameText, s seen) (all []Finding) {
	for _, f := range h.shared(pairs, s) {
		percent, ok := h.whole(f)
		if !ok {
			continue
		}
		a, b := &h.cards[f.a], &h.cards[f.b]
		found := Finding{
			Level: finding.Warning, Subject: a.unit + " / " + b.unit,
			Says:    both("“%s”与“%s”的报告有%d段共%d字相同，占较短一份的%d%%，疑似照搬", "the reports of %s and %s share %d paragraphs of %d characters, %d%% of the shorter one", a.unit, b.unit, len(f.texts), f.length, percent),
			Figures: []Figure{figure("相同文字占比", "share of the same text", "%d%%", percent), figure("相同段落", "same paragraphs", "%d", len(f.texts))},
			Members: h.sides(f.texts, s),
		}
		if a.named != 0 && a.named == b.named {
			found.Level = finding.Info
		}
		all = append(all, found)
	}
	return all
}

func (h *holdings) sides(texts []sameText, s seen) (all []Member) {
	for _, t := range texts {
		for _, m := range h.members([]spot{t.a, t.b}, s) {
			m.Printed = m.Place.Quoting(m.Printed).Quote
			all = append(all, m)
		}
	}
	return all
}

func (h *holdings) tellParagraphs(pairs []sameText, s seen) (all []Finding) {
	type units [2]key
	byUnits := map[units]*alikeForms{}
	var order []*alikeForms
	told := map[spot]bool{}
	for _, f := range h.shared(pairs, s) {
		if _, ok := h.whole(f); ok {
			continue
		}
		who := units{h.cards[f.a].who, h.cards[f.b].who}
		if who[0] > who[1] {
			who[0], who[1] = who[1], who[0]
		}
		one := byUnits[who]
		if one == nil {
			one = &alikeForms{a: f.a, b: f.b}
			byUnits[who], order = one, append(order, one)
		}
		for _, t := range f.texts {
			if told[t.a] && told[t.b] {
				continue
			}
			told[t.a], told[t.b] = true, true
			one.texts = append(one.texts, t)
			one.length += len(s[t.a].masked)
		}
	}
	for _, f := range order {
		if found, ok := h.tellShared(f, s); ok {
			all = append(all, found)
		}
	}
	return all
}

// tellShared tells of two units' paragraphs; a stock sentence with figures of its own is nothing to tell.
func (h *holdings) tellShared(f *alikeForms, s seen) (Finding, bool) {
	a, b := &h.cards[f.a], &h.cards[f.b]
	figures := 0
	for _, t := range f.texts {
		figures = max(figures, len(sameFigures(s[t.a].text, s[t.b].text)))
	}
	if f.length < leastShared && figures == 0 {
		return Finding{}, false
	}
	found := Finding{
		Level: finding.Info, Subject: a.unit + " / " + b.unit,
		Says:    both("“%s”与“%s”的报告有%d段相同的文字，共%d字，请核对是否照搬", "the reports of %s and %s share %d paragraphs, %d characters: they may have been copied", a.unit, b.unit, len(f.texts), f.length),
		Figures: []Figure{figure("相同段落", "same paragraphs", "%d", len(f.texts)), figure("其中相同的数字", "figures in them that are the same", "%d", figures)},
		Members: h.sides(f.texts, s),
	}
	if (figures >= 2 || len(f.texts) >= 3 && f.length >= 300) && (a.named == 0 || a.named != b.named) {
		found.Level = finding.Warning
	}
	return found, true
}

// printedNumber is a number in running text that is not part of a document's number (财预〔2020〕10号).
var printedNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[〔\[（(][12][0-9]{3}[〕\]）)][0-9]*号?|[0-9]+(?:\.[0-9]+)?`)
})

// sameFigures are the figures of three digits or more that stand in both texts; years are none.
func sameFigures(a, b string) (shared []string) {
	in := figuresIn(b)
	for _, v := range figuresIn(a) {
		if slices.Contains(in, v) && !slices.Contains(shared, v) {
			shared = append(shared, v)
		}
	}
	return shared
}

func figuresIn(text string) (all []string) {
	for _, v := range printedNumber().FindAllString(text, 500) {
		if strings.ContainsAny(v, "〔[（(") || significant(v) < 3 {
			continue
		}
		if year, err := strconv.Atoi(v); err == nil && year >= 1949 && year < 2100 {
			continue
		}
		all = append(all, v)
	}
	return all
}
