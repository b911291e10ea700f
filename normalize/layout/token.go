package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// token is one piece of a line between blanks.
type token struct {
	text        string
	line        int // index of its line
	first, last bool
	place       document.Place
	shape       shape
	unit        string // of an amount
	stops       bool   // it holds a sign that sentences are made of
	pauses      bool   // it ends in such a sign
}

// shape is what a token looks like.
type shape int

const (
	textShape   shape = iota
	plainNumber       // 5, 4.9, 20
	amountShape       // ≥90%, 16次, 100%
	dateShape
	blankShape // -, ——, /
	gradedShape
	bracketShape // （20分）
)

// tokens cuts lines at their blanks; what only the typesetter's blanks divide is put together again: a
// comparator, its number and its unit, and the parts of a date, which may break over lines too.
func (w *walker) tokens(lines []printed, by parted) []token {
	var words []string
	var out []token
	for _, l := range lines {
		for i, word := range strings.Fields(l.text) {
			words = append(words, word)
			out = append(out, token{text: word, line: l.line, place: l.place, first: i == 0})
		}
	}
	n := 0
	for i := 0; i < len(out); n++ {
		t, next := out[i], i+1
		for next < len(out) && (by.joins(t.text, words[next:], out[next].first) || !out[next].first && w.spacedTotal(t.text, words[next])) {
			t.text += words[next]
			next++
		}
		t.last = next == len(out) || out[next].first
		t.place = t.place.Quoting(t.text)
		t.shape, t.unit = w.shapeOf(t.text)
		t.stops = holdsSign(t.text, "，。；")
		t.pauses = holdsSign(t.text[max(0, len(t.text)-len("，")):], "，。；：、")
		out[n], i = t, next
	}
	return out[:n]
}

// printed is one line of a region.
type printed struct {
	text  string
	line  int
	place document.Place
}

// parted says what has a column of its own beside the amounts, so that a blank before or behind them divides cells.
type parted struct{ unit, bound bool }

func (h header) parted() (p parted) {
	if i := h.index(lexicon.Unit); i > 0 {
		before := h.columns[i-1].role
		p.unit = before == lexicon.Target || before == lexicon.Actual
	}
	p.bound = h.has(lexicon.Direction)
	return p
}

// joins reports whether the words behind belong to the token.
func (p parted) joins(word string, behind []string, newLine bool) bool {
	next := behind[0]
	return sameDate(word, behind) || newLine && dateTail(word, next) || !newLine && boundApart(word, next) || !newLine && !p.unit && unitApart(word, next) ||
		!p.bound && compares(word, next) || weightGoesOn(word, next) || pointsInText(word, next)
}

// spacedTotal reports whether a blank only sets the two characters of a total's label apart: 总  分.
func (w *walker) spacedTotal(word, next string) bool {
	return runes(word) == 1 && runes(next) == 1 && w.totalWord(word+next)
}

// pointsInText reports whether points in a sentence were only set off by a blank or a line's end: 扣 0.5 分，.
func pointsInText(word, next string) bool {
	rest, ok := strings.CutPrefix(next, "分")
	return ok && rest != "" && strings.ContainsRune("，。；、", firstRune(rest)) && strings.Trim(word, "0123456789.") == ""
}

// weightGoesOn reports whether a blank or a line's end only divides the weight in brackets: 投入（25 分）.
func weightGoesOn(word, next string) bool {
	open := lastSign(word, "（(")
	if open < 0 || holdsSign(word[open:], "）)") {
		return false
	}
	end := firstSign(next, "）)")
	if end < 0 || end > longestTail {
		return false
	}
	_, size := utf8.DecodeRuneInString(word[open:])
	_, ok := points(word[open+size:] + next[:end])
	return ok
}

// compares reports whether a comparator in words stands before its number: 大于等于 3500.
func compares(word, next string) bool {
	return next[0] >= '0' && next[0] <= '9' && quantity.IsComparator(word)
}

// dateTail reports whether a line only ends inside a date: 2021年12月底 之前完成.
func dateTail(word, next string) bool {
	end, _ := utf8.DecodeLastRuneInString(word)
	if !strings.ContainsRune("年月日号底初末之以前", end) || len(next) > longestTail || quantity.Parse(word).Kind != quantity.Date {
		return false
	}
	rest := next
	for _, part := range [...]string{"底初末", "之以", "前内后"} {
		if c := firstRune(rest); rest != "" && strings.ContainsRune(part, c) {
			rest = rest[utf8.RuneLen(c):]
		}
	}
	rest = strings.TrimPrefix(rest, "完成")
	return rest == "" && next != ""
}

// longestTail is more bytes than what may stand behind a day: 底之前完成.
const longestTail = 16

// boundApart reports whether a blank only divides a comparator and its number: ≥ 90%.
func boundApart(word, next string) bool { return comparator(word) && next[0] >= '0' && next[0] <= '9' }

// unitApart reports whether a blank only divides a number and its unit: ≧12 次, 51.3 万人.
func unitApart(word, next string) bool {
	end, _ := utf8.DecodeLastRuneInString(word)
	start, _ := utf8.DecodeRuneInString(next)
	return unicode.IsDigit(end) && unicode.Is(unicode.Han, start) && quantity.IsUnit(next) && quantity.Parse(word).Kind == quantity.Number
}

func comparator(word string) bool { return strings.Trim(word, "≥≧≤≦>=<＞＜＝═﹦") == "" }

// sameDate reports whether a blank only divides a date: 2017 年, 2017年 9 月, 9 月底, 9月 30 日前.
func sameDate(word string, behind []string) bool {
	next := behind[0]
	end, _ := utf8.DecodeLastRuneInString(word)
	start, size := utf8.DecodeRuneInString(next)
	switch {
	case unicode.IsDigit(end) && start == '年':
		return endsInDigits(word, 4) && !strings.Contains(word, "年")
	case unicode.IsDigit(end) && (start == '月' || start == '日' || start == '号'):
		after := firstRune(next[size:])
		return !unicode.Is(unicode.Han, after) || strings.ContainsRune("底初末前内中上下份以之", after)
	case end == '年':
		return strings.ContainsAny(word, "0123456789") && numbers(behind, "月")
	case end == '月':
		return strings.ContainsAny(word, "0123456789") && numbers(behind, "日号")
	}
	return false
}

// numbers reports whether one or two digits and then one of the marks follow, in one word or in two.
func numbers(words []string, marks string) bool {
	rest := strings.TrimLeft(words[0], "0123456789")
	if n := len(words[0]) - len(rest); n == 0 || n > 2 {
		return false
	}
	if rest == "" && len(words) > 1 {
		rest = words[1]
	}
	return rest != "" && strings.ContainsRune(marks, firstRune(rest))
}

func endsInDigits(word string, n int) bool {
	return len(word)-len(strings.TrimRight(word, "0123456789")) == n
}

// firstRune is the character that the text begins with, utf8.RuneError for none.
func firstRune(s string) rune {
	r, _ := quantity.RuneAt(s, 0)
	return r
}

func (w *walker) shapeOf(word string) (shape, string) {
	switch {
	case placeholder(word):
		return blankShape, ""
	case bracketed(word):
		return bracketShape, ""
	case w.lex.Has(lexicon.Level1Words, word), w.lex.Has(lexicon.Level2Words, word):
		return textShape, ""
	}
	switch q := quantity.Parse(word); {
	case q.Kind == quantity.Number && plainAmount(word, q):
		if q.Bound == quantity.None && q.Unit == "" {
			return plainNumber, ""
		}
		return amountShape, q.Unit
	case q.Kind == quantity.Date:
		return dateShape, ""
	case w.lex.Has(lexicon.GradedWords, word):
		return gradedShape, ""
	}
	return textShape, ""
}

// plainAmount reports whether the token is an amount and nothing else: a number at its start, behind at
// most a comparator, with a unit that is one. 119站点 and 5G基站 begin names.
func plainAmount(word string, q quantity.Quantity) bool {
	digit := strings.IndexAny(quantity.Fold(word), "0123456789")
	if digit > 0 && q.Bound == quantity.None && !q.Approximate {
		return false
	}
	return q.Unit == "" || quantity.IsUnit(q.Unit) && (q.Bound != quantity.None || strings.HasSuffix(quantity.Fold(word), q.Unit))
}

func bracketed(word string) bool {
	start, _ := utf8.DecodeRuneInString(word)
	end, _ := utf8.DecodeLastRuneInString(word)
	return (start == '（' || start == '(') && (end == '）' || end == ')')
}

// phrases are the pieces of running text between punctuation marks: what the report calls things. An
// indicator's name that a cell's breaks have torn is known again by them.
type phrases map[string]bool

// phraseRunes bounds what is kept: longer pieces are sentences, not names.
const phraseRunes = 40

func phrasesOf(lines []document.Line) phrases {
	length := 0
	for i := range lines {
		length += len(lines[i].Text)
	}
	var text strings.Builder
	text.Grow(length)
	for _, l := range lines {
		if !pageNumber(l.Text) {
			text.WriteString(squeeze(l.Text))
		}
	}
	p := phrases{}
	for _, piece := range strings.FieldsFunc(text.String(), func(r rune) bool { return phraseBreak(r) && !quote(r) }) {
		p.add(piece)
	}
	return p
}

// add adds a piece; quotation marks divide it, or stand inside a name.
func (p phrases) add(piece string) {
	whole := withoutQuotes(piece)
	if len(whole) < len(piece) {
		for _, part := range strings.FieldsFunc(piece, quote) {
			p.addPart(part)
		}
	}
	p.addPart(whole)
}

func (p phrases) addPart(piece string) {
	if utf8.RuneCountInString(piece) >= 2 && !longerThan(piece, phraseRunes) {
		p[lexicon.Key(piece)] = true
	}
}

func phraseBreak(r rune) bool {
	if r >= '一' && r <= '鿿' {
		return false // most characters
	}
	return unicode.IsPunct(r) && !strings.ContainsRune("%-—/、·", r) || unicode.IsSymbol(r) && r != '+' || r >= '①' && r <= '⑳'
}

func quote(r rune) bool { return r == '“' || r == '”' || r == '"' || r == '‘' || r == '’' }

// withoutQuotes drops quotation marks.
func withoutQuotes(text string) string {
	if !holdsSign(text, "“”\"‘’") {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, quote), "")
}

// knows reports whether the running text has the words as a phrase of its own.
func (p phrases) knows(text string) bool { return p[lexicon.Key(withoutQuotes(text))] }
