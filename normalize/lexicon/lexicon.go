// Package lexicon knows the words of the field: which header wording means which column, the closed
// lists of levels and labels, graded words, and how alike two names are. Words come in, roles go out;
// it never looks at a document.
package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"fuhe/normalize/quantity"
)

// Role is what a column of a form holds.
type Role string

// The roles that the readers of the form ask for; headers.txt may name others, which are told apart
// and left alone.
const (
	Sequence  Role = "seq"
	Activity  Role = "activity"
	Level1    Role = "level1"
	Level2    Role = "level2"
	Name      Role = "name"
	Nature    Role = "nature"
	Direction Role = "direction"
	Target    Role = "target"
	Actual    Role = "actual"
	LastYear  Role = "lastyear"
	Unit      Role = "unit"
	Weight    Role = "weight"
	Score     Role = "score"

	Level1Weight Role = "level1weight" // 分值 behind 一级指标, where rows have a weight of their own
	Level2Weight Role = "level2weight"

	Review     Role = "review"
	Rate       Role = "rate"
	ScoreRate  Role = "scorerate"
	Completion Role = "completion"
	Method     Role = "method"
	Rule       Role = "rule"
	Meaning    Role = "meaning"
	Reason     Role = "reason"
	FundName   Role = "fund"

	Situation   Role = "situation"   // 情况说明 of how the funds were managed
	ProjectName Role = "projectname" // 项目名称 in a list of projects

	Initial Role = "initial"
	Budget  Role = "budget"
	Spent   Role = "spent"
	Arrived Role = "arrived" // 到位资金: stands for the budget where a form prints none
	Arrival Role = "arrivalrate"
	Goal    Role = "goal"
	Result  Role = "result"
)

// List names one of the closed lists of words.txt.
type List string

// The closed lists.
const (
	Level1Words   List = "level1"
	Level2Words   List = "level2"
	TotalWords    List = "total"
	SubtotalWords List = "subtotal"
	ReasonBlock   List = "reason"
	MeasuresBlock List = "measures"
	NoteBlock     List = "note"
	Statement     List = "statement"
	GoalBlock     List = "goaltext"
	IndicatorHead List = "indicatorhead"
	MoneyBlock    List = "moneyblock"
	UnitLabel     List = "unit"
	ProjectLabel  List = "project"
	DateLabel     List = "date"
	TotalLabel    List = "totalfield"
	BasicLabel    List = "basic"
	GradedWords   List = "graded"
)

//go:embed data/headers.txt
var headersData string

//go:embed data/words.txt
var wordsData string

// Lexicon is the loaded data. It is read-only and safe for any number of goroutines.
type Lexicon struct {
	roles map[string]Role
	heads *node // the header wordings as a tree of characters
	lists map[List]map[string]bool
	cut   func() *gse.Segmenter // made when the first glued header is met
	mu    *sync.Mutex
}

// Load reads the embedded data.
func Load() *Lexicon {
	x := &Lexicon{roles: map[string]Role{}, lists: map[List]map[string]bool{}, mu: new(sync.Mutex)}
	each(headersData, func(role, word string) { x.roles[Key(word)] = Role(role) })
	each(wordsData, func(list, word string) {
		if x.lists[List(list)] == nil {
			x.lists[List(list)] = map[string]bool{}
		}
		x.lists[List(list)][Key(word)] = true
	})
	x.heads = treeOf(x.roles, x.lists[IndicatorHead])
	x.cut = sync.OnceValue(x.segmenter)
	return x
}

// each calls do for every word of a data file of "key: word word …" lines.
func each(data string, do func(key, word string)) {
	for line := range strings.Lines(data) {
		key, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(key, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			do(key, w)
		}
	}
}

// segmenter fills gse with the header wordings alone: the general dictionary cuts 完成值得分 as
// 完成/值得/分, and takes seconds to load.
func (x *Lexicon) segmenter() *gse.Segmenter {
	var dict strings.Builder
	for word := range x.roles {
		dict.WriteString(word + " 1000 n\n")
	}
	for word := range x.lists[IndicatorHead] {
		dict.WriteString(word + " 1000 n\n")
	}
	seg := &gse.Segmenter{SkipLog: true, NotLoadHMM: true} // the model is for words that no dictionary holds
	if err := seg.LoadDictStr(dict.String()); err != nil {
		return &gse.Segmenter{} // embedded data: a test loads it
	}
	return seg
}

// Key is the form of a wording that look-ups use: full-width signs folded, blanks and all brackets
// with what they hold dropped, and no colon at the end.
func Key(text string) string {
	if !strings.ContainsFunc(text, changes) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	depth, kept := 0, 0 // kept: start of the run of characters that stay as they are
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if !changes(r) {
			continue
		}
		if depth == 0 {
			b.WriteString(text[kept : i-size])
		}
		kept = i
		switch r = quantity.FoldRune(r); {
		case r == '(' || r == '[' || r == '【' || r == '〔':
			depth++
		case r == ')' || r == ']' || r == '】' || r == '〕':
			depth = max(0, depth-1)
		case depth > 0 || r < 0 || quantity.IsSpace(r):
		case r == ':' || r == '：' || r == '*' || r == '★':
		default:
			b.WriteRune(r)
		}
	}
	if depth == 0 {
		b.WriteString(text[kept:])
	}
	return b.String()
}

// changes reports whether Key does anything about a character: all but Chinese characters, ASCII
// letters, digits and the plainest signs go the long way.
func changes(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF, r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '%', r == '.', r == '-', r == '/':
		return false
	}
	return true
}

// Role is the column role of one header cell, or "".
func (x *Lexicon) Role(header string) Role { return x.roles[Key(header)] }

// Has reports whether the list holds the word.
func (x *Lexicon) Has(list List, word string) bool { return x.HasKey(list, Key(word)) }

// HasKey is Has for a word of which the Key is known.
func (x *Lexicon) HasKey(list List, key string) bool { return x.lists[list][key] }

// Header is one header word found in glued text.
type Header struct {
	Text string
	Role Role // "" for a group head such as 年度绩效指标
}

// Headers cuts text in which header cells were glued together, such as 年初指标值实际完成值得分, into its
// headers. It returns nil unless every piece is a known header. A bracket mostly ends a header,
// 执行率（B/A）得分, but may stand inside one, 全年(调整)预算数: both are tried.
func (x *Lexicon) Headers(text string) []Header {
	var headers []Header
	for _, piece := range outsideBrackets(text) {
		part := x.cutHeaders(Key(piece))
		if part == nil {
			return x.cutHeaders(Key(text))
		}
		headers = append(headers, part...)
	}
	return headers
}

// outsideBrackets lists the pieces of the text that brackets divide.
func outsideBrackets(text string) []string {
	depth := 0
	return strings.FieldsFunc(quantity.Fold(text), func(r rune) bool {
		switch r {
		case '(', '[', '【', '〔':
			depth++
			return true
		case ')', ']', '】', '〕':
			depth = max(0, depth-1)
			return true
		}
		return depth > 0
	})
}

func (x *Lexicon) cutHeaders(key string) []Header {
	if key == "" {
		return nil
	}
	if role, ok := x.roles[key]; ok {
		return []Header{{key, role}}
	}
	if !x.divides(key) { // most texts: gse and its dictionary are for what can be cut in more ways than one
		return nil
	}
	x.mu.Lock() // gse keeps scratch space in its segmenter
	words := x.cut().Slice(key)
	x.mu.Unlock()
	headers := make([]Header, 0, len(words))
	for _, w := range words {
		role, known := x.roles[w]
		if !known && !x.lists[IndicatorHead][w] {
			return nil
		}
		headers = append(headers, Header{w, role})
	}
	return headers
}

// mostHeaderTokens bounds the search of HeadersOf: no form has as many columns, nor characters where each has a line.
const mostHeaderTokens = 96

// HeadersOf reads tokens, as blanks and line ends divide them, as headers: each token one header, or
// several tokens one that was broken, or one token several that were glued. A division that is printed
// is kept where it can be: 执行率 得分 are two headers, though 执行率得分 is one as well.
func (x *Lexicon) HeadersOf(tokens []string) []Header {
	tokens = WholeBrackets(tokens)
	if len(tokens) == 0 || len(tokens) > mostHeaderTokens {
		return nil
	}
	return x.headersFrom(tokens, map[int]bool{})
}

// headersFrom reads the tokens left to right; dead holds the numbers of tokens from which it is known
// to fail.
func (x *Lexicon) headersFrom(tokens []string, dead map[int]bool) []Header {
	if len(tokens) == 0 {
		return []Header{}
	}
	if dead[len(tokens)] {
		return nil
	}
	joined := ""
	for i, t := range tokens {
		joined += t
		if utf8.RuneCountInString(joined) > 40 || !x.HeaderStart(joined) {
			break // and no longer text can begin with headers
		}
		first := x.Headers(joined)
		if i > 0 && len(first) > 1 {
			continue // a division inside glued headers would have been found before
		}
		if first == nil {
			continue
		}
		if rest := x.headersFrom(tokens[i+1:], dead); rest != nil {
			return append(first, rest...)
		}
	}
	dead[len(tokens)] = true
	return nil
}

// WholeBrackets joins the tokens of a bracket that was broken, and drops what is nothing but brackets.
func WholeBrackets(tokens []string) []string {
	var whole []string
	open := ""
	for _, t := range tokens {
		open += t
		folded := quantity.Fold(open)
		if strings.Count(folded, "(") > strings.Count(folded, ")") {
			continue
		}
		if Key(open) != "" {
			whole = append(whole, open)
		}
		open = ""
	}
	if open != "" {
		return nil
	}
	return whole
}
