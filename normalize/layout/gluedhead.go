package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// Headers of glued tables, with nothing between them: 年度绩效目标1（80分）一级指标二级指标三级指标.

// gluedShare: a header line has lost its divisions where it has fewer words than half its columns.
const gluedShare = 2

// labelRunes is the most characters that a block's label before glued headers has.
const labelRunes = 24

// gluedHead reads a line as the glued headers of a table, behind a label of the block if there is one:
// 年度绩效目标1（80分）一级指标二级指标.
func (w *walker) gluedHead(text string) (h header, label string) {
	if !mayBeHead(text) {
		return header{}, ""
	}
	squeezed, words, before := squeeze(text), wordsIn(text), 0
	for at, r := range squeezed {
		if before++; before > labelRunes+1 || words*gluedShare > mostHeads {
			break
		}
		if !w.lex.BeginsHeader(r) {
			continue
		}
		if _, n := w.headAt(squeezed[at:]); n == 0 || !w.labelBefore(squeezed[:at]) {
			continue
		}
		heads, end := w.headersAt(squeezed, at)
		if end < len(squeezed) || words*gluedShare > len(heads) || at > 0 && !w.headLabel(squeezed[:at]) && len(heads) < 3 {
			continue
		}
		if h := gluedHeader(heads); h.kind != noHeader && h.kind != goalHeader {
			return h, squeezed[:at]
		}
	}
	return header{}, ""
}

// mayBeHead is a cheap test before the costly ones: glued headers are no sentence, and short.
func mayBeHead(text string) bool {
	return !longerThan(text, headerChars+labelRunes) && !holdsSign(text, "。；|")
}

// labelBefore reports whether a text may stand before headers: no figure and no sentence, but for points in brackets.
func (w *walker) labelBefore(text string) bool {
	return text == "" || w.headLabel(text) || w.labelAt(text) == 0 && !strings.ContainsAny(text, "0123456789，：:、")
}

// headLabel reports whether the text can stand beside headers as the label of their block.
func (w *walker) headLabel(text string) bool {
	return strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")") || w.lex.Has(lexicon.GoalBlock, text) || w.lex.Has(lexicon.IndicatorHead, text)
}

// gluedHeader makes a header of headings that were glued together.
func gluedHeader(heads []lexicon.Header) header {
	heads = ownRate(heads)
	if len(heads) > 0 && heads[0].Role == lexicon.Sequence && slices.ContainsFunc(heads, func(h lexicon.Header) bool { return amountRole(h.Role) }) {
		heads = slices.Insert(slices.Clone(heads), 0, lexicon.Header{Role: lexicon.FundName}) // 项目行次全年预算数
	}
	h := linearHeader(heads)
	h.activityLevel()
	return h
}

// ownRate divides 执行率得分, which is one wording and two headers, where the rate has no header of its own.
func ownRate(heads []lexicon.Header) []lexicon.Header {
	var out []lexicon.Header
	rate := false
	for _, h := range heads {
		rate = rate || h.Role == lexicon.Rate
	}
	for _, h := range heads {
		if rest, ok := strings.CutPrefix(h.Text, "执行率"); ok && !rate && (h.Role == lexicon.Score || h.Role == lexicon.Weight) {
			out = append(out, lexicon.Header{Text: "执行率", Role: lexicon.Rate})
			h.Text, rate = rest, true
		}
		out = append(out, h)
	}
	return out
}

// headersAt reads the headers that stand one behind the other from a byte of the text on, and where they end. Dashes
// and formulas may stand among them: 预算执行（E/A×100%）.
func (w *walker) headersAt(text string, at int) (heads []lexicon.Header, end int) {
	end = at
	for at < len(text) && len(heads) < mostHeads {
		head, n := w.headAt(text[at:])
		if n == 0 && len(heads) > 1 {
			head, n = unknownHead(text[at:])
		}
		if n == 0 {
			break
		}
		heads = append(heads, head)
		for at += n; ; at += n {
			if n = bracketAt(text[at:]); n == 0 {
				break
			}
		}
		end = at
	}
	return heads, end
}

// mostHeads is more than any form has columns.
const mostHeads = 32

// headAt is the longest header wording that the text begins with, and how many bytes it takes: a bracket may stand
// inside it, 全年（调整）预算数.
func (w *walker) headAt(text string) (lexicon.Header, int) {
	head, like := w.lex.Leading(text)
	if like == 0 || like > longestHeadWord || like <= len(head.Text) { // no bracket stands inside a wording
		return head, len(head.Text)
	}
	n := bracketAt(text[like:])
	if n == 0 {
		return head, len(head.Text)
	}
	if whole, _ := w.lex.LeadingHeader(text[:like] + text[like+n:]); len(whole.Text) > like {
		return whole, len(whole.Text) + n
	}
	return head, len(head.Text)
}

// longestHeadWord is more bytes than stand before a bracket inside a header.
const longestHeadWord = 24

// bracketAt is how many bytes the bracket takes that the text begins with; 0 if none.
func bracketAt(text string) int {
	if r := firstRune(text); r != '（' && r != '(' {
		return 0
	}
	depth, n := 0, 0
	for i, r := range text {
		if n++; n > labelRunes {
			break
		}
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			if depth--; depth == 0 {
				return i + utf8.RuneLen(r)
			}
		}
	}
	return 0
}

// unknownHead reads a header that only its dashes or its formula give away.
func unknownHead(text string) (lexicon.Header, int) {
	if rest := strings.TrimLeft(text, "—"); rest != text {
		return lexicon.Header{Text: text[:len(text)-len(rest)], Role: unnamed}, len(text) - len(rest)
	}
	open := firstSign(text, "（(")
	if open <= 0 || open > longestHeadWord || strings.ContainsFunc(text[:open], func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
		return lexicon.Header{}, 0
	}
	if n := bracketAt(text[open:]); n > 0 && holdsSign(text[open:open+n], "/÷") && strings.ContainsAny(text[open:open+n], "ABCDE") {
		return lexicon.Header{Text: text[:open], Role: lexicon.Rate}, open
	}
	return lexicon.Header{}, 0
}

// gluedBlock takes the label before glued headers: an annual goal, or a block with its weight.
func (w *walker) gluedBlock(head string, place document.Place) {
	name, weight := label(head)
	switch {
	case isGoal(name):
		w.enterGoal(name, weight, place)
	case weight != "":
		w.block = lexicon.Key(name)
		w.addSection(form.Section{Name: w.block}, weight, place)
	}
}
