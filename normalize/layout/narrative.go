package layout

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// narrative joins printed lines to paragraphs and keeps the headings that they stand under.
type narrative struct {
	form  *form.Form
	heads [levelCount + 1]string
	under []string // those of them that a paragraph stands under
	width int      // of a full printed line, or 0 where lines are not wrapped
	open  bool
	room  int // for how many paragraphs room is made at once
}

// add takes the next line of running text.
func (n *narrative) add(l document.Line) {
	text := quantity.TrimSpace(l.Text)
	if text == "" || pageNumber(text) {
		return
	}
	if last := n.last(); n.open && last != nil && n.goesOn(last, text) {
		last.Lines = append(last.Lines, l)
		last.Text = joinLines(last.Text, text)
		return
	}
	n.begin(l, text)
}

func (n *narrative) last() *form.Paragraph {
	if len(n.form.Text) == 0 {
		return nil
	}
	return &n.form.Text[len(n.form.Text)-1]
}

// close ends the paragraph: what comes next is not its continuation.
func (n *narrative) close() { n.open = false }

// goesOn reports whether the line continues the paragraph: the line before filled the page's width, or
// broke off inside a sentence.
func (n *narrative) goesOn(p *form.Paragraph, text string) bool {
	if level, _ := heading(text); level != levelNone && level != levelCount {
		return false
	}
	if _, _, ok := caption(text); ok {
		return false
	}
	before := quantity.TrimSpace(p.Lines[len(p.Lines)-1].Text)
	full := n.width > 0 && displayWidth(before) >= n.width-8
	switch end, _ := utf8.DecodeLastRuneInString(before); {
	case strings.ContainsRune("！？：:", end):
		return false
	case strings.ContainsRune("。；;", end):
		return full
	}
	return full || holdsSign(before, "，。；")
}

func (n *narrative) begin(l document.Line, text string) {
	p := form.Paragraph{Text: squeezeText(text), Lines: []document.Line{l}, Place: l.Place}
	level, _ := heading(text)
	p.Heads = n.under
	if level != levelNone {
		p.Heads = headsIn(n.heads[:level])
	}
	if level != levelNone && level != levelCount {
		p.Level = level
		n.heads[level] = p.Text
		clear(n.heads[level+1:])
		n.under = headsIn(n.heads[:])
	}
	if n.form.Text == nil {
		n.form.Text = make([]form.Paragraph, 0, n.room)
	}
	n.form.Text = append(n.form.Text, p)
	n.open = true
}

// headsIn are the headings that are there, for all paragraphs below them.
func headsIn(heads []string) (there []string) {
	for _, h := range heads {
		if h != "" {
			there = append(there, h)
		}
	}
	return slices.Clip(there)
}

// finish drops the level of paragraphs that only began with a number sign, and cuts such a paragraph
// down to its first clause where it heads others.
func (n *narrative) finish() {
	var before []string // headings that were looked at
	for i := range n.form.Text {
		p := &n.form.Text[i]
		if p.Level > 0 && !title(p.Text) {
			p.Level = 0
		}
		if slices.Equal(p.Heads, before) {
			continue
		}
		for k, h := range p.Heads {
			if !title(h) {
				p.Heads[k] = firstClause(h)
			}
		}
		before = p.Heads
	}
}

func firstClause(text string) string {
	before, _, _ := cutSign(text, "。；，：")
	return before
}

// squeezeText drops the blanks that the layout put between Chinese characters, digits and signs; a
// blank between two Latin words or two numbers stays.
func squeezeText(text string) string {
	if firstBlank(text) < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for word := range wordsOf(text) {
		if n := len(out); n > 0 && narrow(rune(out[n-1])) && narrow(rune(word[0])) {
			out = append(out, ' ')
		}
		out = append(out, word...)
	}
	return string(out)
}

// joinLines joins a line to the text before it.
func joinLines(text, line string) string {
	end, _ := utf8.DecodeLastRuneInString(text)
	line = squeezeText(line)
	start, _ := utf8.DecodeRuneInString(line)
	if asciiLetter(end) && asciiLetter(start) {
		return text + " " + line
	}
	return text + line
}

func narrow(r rune) bool {
	return r < 0x80 && (r >= '0' && r <= '9' || asciiLetter(r) || r == '.' || r == '%')
}

func asciiLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// displayWidth counts a Chinese character or sign as 2 and a Latin one as 1.
func displayWidth(text string) int {
	w := 0
	for _, r := range text {
		if r < 0x2000 {
			w++
		} else {
			w += 2
		}
	}
	return w
}

// wrapWidth finds the width at which the file's lines were wrapped: a good share of the long lines end
// within a few columns of it. 0 means that lines are paragraphs.
func wrapWidth(lines []document.Line) int {
	var widths []int
	for _, l := range lines {
		if w := displayWidth(quantity.TrimSpace(l.Text)); w >= 30 {
			widths = append(widths, w)
		}
	}
	if len(widths) < 8 {
		return 0
	}
	sort.Ints(widths)
	best, at := 0, 0
	for i, j := 0, 0; j < len(widths); j++ {
		for widths[j]-widths[i] > 6 {
			i++
		}
		if n := j - i + 1; n > best {
			best, at = n, widths[j]
		}
	}
	if best*5 < len(widths)*2 || widths[len(widths)*9/10] > at+6 {
		return 0
	}
	return at
}

// caption reads a numbered table title: 表 4：部门整体绩效得分情况表.
func caption(text string) (number int, rest string, ok bool) {
	s, found := strings.CutPrefix(quantity.TrimSpace(text), "表")
	if !found || utf8.RuneCountInString(text) > 60 {
		return 0, "", false
	}
	s = quantity.TrimSpace(s)
	digits := s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
	after := quantity.TrimSpace(s[len(digits):])
	if digits == "" || len(digits) > 2 || strings.HasSuffix(after, "。") || strings.HasPrefix(after, "-") || strings.HasPrefix(after, ".") {
		return 0, "", false
	}
	for _, d := range digits {
		number = number*10 + int(d-'0')
	}
	rest = quantity.TrimSpace(strings.TrimLeft(after, "：:.、 　"))
	return number, squeeze(rest), number > 0 && rest != ""
}
