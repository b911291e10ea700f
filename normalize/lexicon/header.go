package lexicon

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// Header is one header word found in glued text.
type Header struct {
	Text string
	Role Role // "" for a group head such as 年度绩效指标
}

// Headers cuts text in which header cells were glued together, such as 年初指标值实际完成值得分, into its
// headers. It returns nil unless every piece is a known header. A bracket mostly ends a header,
// 执行率（B/A）得分, but may stand inside one, 全年(调整)预算数: both are tried.
func (x *Lexicon) Headers(text string) []Header {
	if whole, _ := x.heads.divide(text); !whole { // most texts: gse and its dictionary are for what can be cut in more ways than one
		return nil
	}
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
	if role := x.Role(key); role != "" {
		return []Header{{key, role}}
	}
	if whole, _ := x.heads.divide(key); !whole {
		return nil
	}
	x.mu.Lock() // gse keeps scratch space in its segmenter
	words := x.cut().Slice(key)
	x.mu.Unlock()
	headers := make([]Header, 0, len(words))
	for _, w := range words {
		number := x.heads.find(w)
		if number == 0 {
			return nil
		}
		headers = append(headers, Header{w, x.roles[number]})
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

// HeaderStart reports whether text, with brackets dropped, begins a run of headers: whole headers and
// then perhaps the first characters of one more, as when a header cell breaks over lines.
func (x *Lexicon) HeaderStart(text string) bool {
	_, begun := x.heads.divide(text)
	return begun
}

// WholeBrackets joins the tokens of a bracket that was broken, and drops what is nothing but brackets.
func WholeBrackets(tokens []string) []string {
	var whole []string
	open, depth := "", 0
	for _, t := range tokens {
		open, depth = open+t, depth+opened(t)
		if depth > 0 {
			continue
		}
		if k := (keyed{text: open}); k.more() {
			whole = append(whole, open)
		}
		open, depth = "", 0
	}
	if open != "" {
		return nil
	}
	return whole
}

// opened is how many more brackets a text opens than it closes.
func opened(text string) (depth int) {
	for i := 0; i < len(text); {
		r, size := quantity.RuneAt(text, i)
		switch quantity.FoldRune(r) {
		case '(':
			depth++
		case ')':
			depth--
		}
		i += size
	}
	return depth
}
