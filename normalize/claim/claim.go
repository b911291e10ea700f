// Package claim reads the figures that a report's running text states, and tells which entry of the
// form each one speaks of. A form with its narrative comes in, claims go out; whether a claim and an
// entry agree is never judged here. A figure that cannot be tied with certainty stays untied.
package claim

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// Bounds on what one form may cost: a report that states more figures is no report.
const (
	mostClaims     = 4000
	mostNames      = 600
	mostText       = 60000 // bytes of one paragraph
	longestSubject = 40    // characters
	mostCompared   = 400000
)

// Sure is the trust from which a tie counts; below it, Read leaves a claim untied.
const Sure = 75

// Read returns the figures stated in the form's text, in reading order.
func Read(f *form.Form) []form.Claim {
	r := &reader{form: f, names: names(f), offices: offices(f), unit: lexicon.Fold(f.Unit)}
	for i := range f.Text {
		if len(r.claims) >= mostClaims {
			break
		}
		r.paragraph(i)
	}
	r.settle()
	return r.claims
}

// reader walks the paragraphs; about is the item that goes on into the next paragraph.
type reader struct {
	form    *form.Form
	names   []name
	offices []string // the reporting office, in full and in short
	unit    string   // the reporting office as names are compared
	claims  []form.Claim
	items   []int // beside claims: the indicator whose item the claim stands in, or -1
	about   item
	bare    bool // the paragraph before was nothing but a heading

	compared int // names held against headings and subjects so far
}

// term is a folded name, or words that may be one, in the forms it is compared in.
type term struct {
	fold    string
	plain   string          // with the words for growth and for decline written in one way each
	letters lexicon.Letters // of both
	pairs   lexicon.Pairs   // of the plain form, once asked for
}

func termOf(fold string) term {
	t := term{fold: fold, plain: plainly(fold), letters: lexicon.LettersOf(fold)}
	if t.plain != fold {
		letters := lexicon.LettersOf(t.plain)
		t.letters.Add(&letters)
	}
	return t
}

// coveredBy is the share of the term's character pairs that occur in a name, in percent. A term is held against many
// names.
func (t *term) coveredBy(name string) int {
	if t.pairs == nil {
		t.pairs = lexicon.PairsOf(t.plain)
	}
	return t.pairs.In(lexicon.Fold(name))
}

// name is an indicator's name.
type name struct {
	term
	tail term // its last clause; empty where it has but one
}

func names(f *form.Form) []name {
	all := make([]name, 0, min(len(f.Indicators), mostNames))
	for _, in := range f.Indicators[:min(len(f.Indicators), mostNames)] {
		n := name{term: termOf(lexicon.Fold(in.Name))}
		if i := strings.LastIndexAny(in.Name, "，,、"); i >= 0 {
			_, size := utf8.DecodeRuneInString(in.Name[i:])
			if tail := lexicon.Fold(in.Name[i+size:]); utf8.RuneCountInString(tail) >= 4 {
				n.tail = termOf(tail)
			}
		}
		all = append(all, n)
	}
	return all
}

func (r *reader) paragraph(index int) {
	p := r.form.Text[index]
	if len(p.Text) > mostText {
		return
	}
	r.open(p)
	if p.Amounts != nil {
		for k, s := range p.Sentences {
			r.sentence(index, s, p.Amounts[k])
		}
		return
	}
	for _, s := range Sentences(p.Text) {
		r.sentence(index, s, quantity.FindAll(s.Text))
	}
}

// open sets what a paragraph is about before its first sentence: its own heading, or the heading that
// stood alone in the paragraph before.
func (r *reader) open(p form.Paragraph) {
	if r.bare && p.Level == 0 {
		r.bare = false
		return
	}
	r.about, r.bare = item{index: -1}, false
	if n := len(p.Heads); n > 0 && p.Level == 0 {
		r.about.index, _ = r.headed(p.Heads[n-1])
	}
}

func (r *reader) sentence(index int, s Sentence, found []quantity.Found) {
	if i, end := r.headed(s.Text); i >= 0 {
		r.about = item{index: i, since: s.Start + end}
		r.bare = len(strings.TrimSpace(r.form.Text[index].Text)) == len(s.Text)
	} else if marked(s.Text) {
		r.about = item{index: -1}
	}
	if len(found) == 0 {
		r.words(index, s)
	}
	claims := make([]int, len(found))
	for i, q := range found {
		before := len(r.claims)
		if claims[i] = -1; q.Kind == quantity.Number && q.Value != "" && before < mostClaims {
			r.figure(index, s, q, amongOthers(s.Text, found, i))
		}
		if len(r.claims) > before {
			claims[i] = before
		}
	}
	r.sumUp(sumsIn(s.Text, found), claims)
}

// amongOthers reports a figure of a list of figures (满意率、解决率达 99%、98%): the n-th belongs to the n-th
// name, which is not worked out.
func amongOthers(text string, found []quantity.Found, i int) bool {
	beside := func(a, b quantity.Found) bool {
		between := strings.TrimSpace(text[a.End:b.Start])
		return between == "、" || between == "和" || between == "与" || between == "及"
	}
	return i > 0 && beside(found[i-1], found[i]) || i+1 < len(found) && beside(found[i], found[i+1])
}

// figure makes a claim of one amount.
func (r *reader) figure(index int, s Sentence, q quantity.Found, listed bool) {
	near, subject := context(s.Text, q.Start)
	lead := s.Text[:q.Start]
	if q.Unit == "" && (!stated(near) || torn(r.form.Text[index], s.Start+q.End)) {
		return
	}
	c := form.Claim{
		Subject: clip(subject), Sentence: s.Text, Paragraph: index, Offset: s.Start + q.Start,
		Role: role(near, lead, q.Quantity), Year: r.year(lead, near), About: form.Tie{Index: -1},
	}
	switch {
	case c.Role == form.RoleActual && leftOver(near, s.Text[q.End:]):
		c.Role = form.RoleOther
	case c.Role == form.RoleActual && (sets(r.form.Text[index]) || setsItself(s)):
		c.Role = form.RoleTarget
	case c.Role == form.RoleTotal && (listed || r.form.Text[index].Project != ""):
		c.Role = form.RoleOther // totals of several forms
	case c.Role == form.RoleTotal && r.ofRow(s.Text, near):
		c.Role = form.RoleScore
	}
	c.Place = r.form.Text[index].PlaceAt(c.Offset, q.End-q.Start)
	c.Quantity = form.Entry{Text: s.Text[q.Start:q.End], Quantity: q.Quantity, Place: c.Place}
	if !listed {
		r.tie(&c, near)
	}
	r.add(c)
}

// torn reports a figure behind which a paragraph of running text breaks off: more of its digits, and its unit, may stand
// on a line of their own (场次达到2, 4场以上).
func torn(p form.Paragraph, end int) bool {
	return p.Place.Table == 0 && p.Place.Cell == "" && strings.TrimSpace(p.Text[end:]) == ""
}

// ofRow reports points that are those of a row: the sentence is headed by an indicator's name, or tells a target and
// a result before them (某某率，年初目标值≥90%，实际完成值95%，自评得分10分). 总分 and 综合得分 are never a row's.
func (r *reader) ofRow(sentence, near string) bool {
	if anyIn(near, []string{"总分", "总得分", "综合"}) {
		return false
	}
	lead, _, _ := strings.Cut(sentence, near)
	if i, _ := r.headed(sentence); i >= 0 {
		return true
	}
	return anyIn(lead, targetWords) && anyIn(lead, resultWords)
}

// sets reports a paragraph that sets goals, where every figure is a target: the cell 预期目标 or 年初设定目标.
func sets(p form.Paragraph) bool {
	n := len(p.Heads)
	return n > 0 && anyIn(p.Heads[n-1], []string{"预期目标", "设定目标", "年初目标", "申报目标", "总体目标", "年度目标", "绩效目标"}) && !strings.Contains(p.Heads[n-1], "情况") && !strings.Contains(p.Heads[n-1], "完成")
}

// setsItself reports a sentence that opens with the name of goals: （二）年度整体绩效目标：管网漏损率控制在9%以内.
func setsItself(s Sentence) bool {
	lead, goals, ok := strings.Cut(s.Text, "：")
	return ok && utf8.RuneCountInString(lead) <= 20 && !anyIn(lead, []string{"，", "。", "完成"}) && !anyIn(goals, []string{"实际", "已完成", "完成值"}) &&
		anyEnd(lead, []string{"绩效目标", "总体目标", "年度目标", "整体目标", "预期目标", "工作目标"})
}

func anyEnd(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func (r *reader) add(c form.Claim) {
	r.claims = append(r.claims, c)
	r.items = append(r.items, r.about.index)
}

// words makes a claim of a target that is no number: ④急救设备采购程序（指标值：合规）。
func (r *reader) words(index int, s Sentence) {
	if r.about.index < 0 {
		return
	}
	open := strings.IndexAny(s.Text, "（(")
	if open < 0 || s.Start+open != r.about.since {
		return
	}
	_, size := utf8.DecodeRuneInString(s.Text[open:])
	inner := s.Text[open+size:]
	colon, end := strings.IndexAny(inner, "：:"), strings.IndexAny(inner, "）)")
	if colon < 0 || end < colon || !anyIn(inner[:colon], targetWords) {
		return
	}
	_, size = utf8.DecodeRuneInString(inner[colon:])
	text := strings.TrimSpace(inner[colon+size : end])
	if text == "" {
		return
	}
	at := s.Start + strings.Index(s.Text, inner) + colon + size
	place := r.form.Text[index].PlaceAt(at, len(text))
	r.add(form.Claim{
		Subject: trimLeading(s.Text[:open]), Sentence: s.Text, Paragraph: index, Offset: at, Place: place, Role: form.RoleTarget,
		Quantity: form.Entry{Text: text, Quantity: quantity.Quantity{Kind: quantity.Words}, Place: place},
		About:    form.Tie{Kind: "indicator", Index: r.about.index, Trust: 95},
	})
}

// context returns the clause a figure stands in, up to the figure, and the words of it that name a
// thing. A figure in a bracket belongs to what stands before the bracket; a clause without a name
// (…，达到 91%) belongs to the clause before.
func context(sentence string, at int) (near, subject string) {
	from := clauseStart(sentence, at)
	near = sentence[from:at]
	end := at
	if open := openBracket(sentence, at); open >= 0 {
		near = sentence[open:at]
		if utf8.RuneCountInString(trimSubject(strings.TrimLeft(near, "（("))) >= 2 {
			return near, trimSubject(strings.TrimLeft(near, "（("))
		}
		end = open
		from = clauseStart(sentence, end)
	}
	subject = trimSubject(sentence[from:end])
	if utf8.RuneCountInString(subject) < 2 && from > 0 {
		_, size := utf8.DecodeLastRuneInString(sentence[:from])
		before := sentence[clauseStart(sentence, from-size) : from-size]
		if subject = targeted(before); subject == "" {
			subject = trimSubject(before)
		}
	}
	return near, subject
}

// targeted is the name in a clause that states its target, 维修仓房数量目标 16 栋; the result stands in the
// next clause without a name (实际完成 16 栋). Blank for any other clause.
func targeted(clause string) string {
	words := figureless(clause)
	if words == trimLeading(clause) || !endsInTarget(words) {
		return ""
	}
	for _, w := range targetWords {
		words = strings.TrimSuffix(strings.TrimSpace(words), w)
	}
	return trimSubject(words)
}

// stated reports that a verb stands right before a bare number; else it may be any number.
func stated(near string) bool {
	s := strings.TrimSpace(near)
	for _, w := range []string{"为", "达到", "达", "完成", "完成值", "是", "共", "："} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// year is the year the words before a figure name: the last 20xx年 of the sentence, or the year before.
func (r *reader) year(lead, near string) int {
	if r.form.Year > 0 && (strings.Contains(near, "上年") || strings.Contains(near, "去年")) && !anyIn(near, versus) {
		return r.form.Year - 1
	}
	last := 0
	for i := 0; i+4 < len(lead); i++ {
		if lead[i] != '1' && lead[i] != '2' {
			continue
		}
		if _, ok := cutYear(lead[i:]); ok {
			last = int(lead[i]-'0')*1000 + int(lead[i+1]-'0')*100 + int(lead[i+2]-'0')*10 + int(lead[i+3]-'0')
		}
	}
	return last
}

func clip(s string) string {
	if len(s) <= longestSubject {
		return s
	}
	r := []rune(s)
	return string(r[max(0, len(r)-longestSubject):])
}
