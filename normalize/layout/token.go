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

// tokens cuts a line at its blanks; a comparator, a number and a unit that only a blank divides are one.
func (w *walker) tokens(text string, place document.Place, line int) []token {
	words := strings.Fields(text)
	var out []token
	for i := 0; i < len(words); i++ {
		word := words[i]
		for i+1 < len(words) && sameAmount(word, words[i+1]) {
			word += words[i+1]
			i++
		}
		t := token{text: word, line: line, place: place.Quoting(word)}
		t.shape, t.unit = w.shapeOf(word)
		out = append(out, t)
	}
	if len(out) > 0 {
		out[0].first, out[len(out)-1].last = true, true
	}
	return out
}

// sameAmount reports whether a blank only divides an amount: ≧12 次, ≥ 90%.
func sameAmount(word, next string) bool {
	if strings.Trim(word, "≥≧≤≦>=<＞＜＝═﹦") == "" {
		return next[0] >= '0' && next[0] <= '9'
	}
	end, _ := utf8.DecodeLastRuneInString(word)
	start, _ := utf8.DecodeRuneInString(next)
	return unicode.IsDigit(end) && unicode.Is(unicode.Han, start) && knownUnit(next) && quantity.Parse(word).Kind == quantity.Number
}

func (w *walker) shapeOf(word string) (shape, string) {
	switch q := quantity.Parse(word); {
	case placeholder(word):
		return blankShape, ""
	case bracketed(word):
		return bracketShape, ""
	case w.lex.Has(lexicon.Level1Words, word), w.lex.Has(lexicon.Level2Words, word):
		return textShape, ""
	case q.Kind == quantity.Number && q.Bound == quantity.None && q.Unit == "":
		return plainNumber, ""
	case q.Kind == quantity.Number:
		return amountShape, q.Unit
	case q.Kind == quantity.Date:
		return dateShape, ""
	case w.lex.Has(lexicon.GradedWords, word):
		return gradedShape, ""
	}
	return textShape, ""
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
	p := phrases{}
	var text strings.Builder
	for _, l := range lines {
		if !pageNumber(l.Text) {
			text.WriteString(squeeze(l.Text))
		}
	}
	for _, piece := range strings.FieldsFunc(text.String(), phraseBreak) {
		if n := utf8.RuneCountInString(piece); n >= 2 && n <= phraseRunes {
			p[lexicon.Key(piece)] = true
		}
	}
	return p
}

func phraseBreak(r rune) bool {
	return unicode.IsPunct(r) && !strings.ContainsRune("%-—/、·", r) || unicode.IsSymbol(r) && !strings.ContainsRune("+", r) || r >= '①' && r <= '⑳'
}

// knows reports whether the running text has the words as a phrase of its own.
func (p phrases) knows(text string) bool { return p[lexicon.Key(text)] }
