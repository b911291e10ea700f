package phrase

import (
	"iter"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/wording"
)

// pattern is one way in which rules are worded. The example is what it was made for; a test compiles
// it and compares with the tree.
type pattern struct {
	name    string
	kind    Kind    // of the Open clause that it makes, where it has no read of its own
	needs   []words // the expression is tried only on a text that holds one of each
	figures bool    // the text has to hold a digit too
	wide    bool    // a match may run on over a full stop
	re      *wording.Expr
	read    func(m match) (Clause, bool)
	example string
	tree    string
}

// words are wordings of which a text has to hold one.
type words []string

// mayMatch reports whether the text holds what the pattern needs; letters are those of the text or of
// more than it.
func (p *pattern) mayMatch(text string, letters *lexicon.Letters) bool {
	for _, list := range p.needs {
		if !letters.HoldsAny(text, list...) {
			return false
		}
	}
	return !p.figures || strings.ContainsAny(text, "0123456789")
}

// clause makes what a match says; false where it is none of the pattern's after all.
func (p *pattern) clause(m match) (Clause, bool) {
	if p.read == nil {
		return p.kind.read(m)
	}
	return p.read(m)
}

// find lists the matches, as the regexp package tells them. Most of a cell is prose, so the sentences
// that lack what the pattern needs are passed over.
func (p *pattern) find(text string, letters *lexicon.Letters) (found [][]int) {
	if !p.mayMatch(text, letters) {
		return nil
	}
	if p.wide {
		return p.re.FindAllStringSubmatchIndex(text, -1)
	}
	start := 0
	for s := range strings.SplitSeq(text, stop) {
		if p.mayMatch(s, letters) {
			for _, at := range p.re.FindAllStringSubmatchIndex(s, -1) {
				found = append(found, shifted(at, start))
			}
		}
		start += len(s) + len(stop)
	}
	return found
}

const stop = "。"

// shifted moves a match to where its sentence stands; groups that took no part stay at -1.
func shifted(at []int, by int) []int {
	for i, n := range at {
		if n >= 0 {
			at[i] = n + by
		}
	}
	return at
}

// match is one place that a pattern matched, and the text around it.
type match struct {
	text string
	at   []int
}

// group is the n-th group, empty if it took no part.
func (m match) group(n int) string {
	if m.at[2*n] < 0 {
		return ""
	}
	return m.text[m.at[2*n]:m.at[2*n+1]]
}

// first is the first of the groups that took part.
func (m match) first(groups ...int) string {
	for _, n := range groups {
		if s := m.group(n); s != "" {
			return s
		}
	}
	return ""
}

// from is where the first of the groups that took part starts.
func (m match) from(groups ...int) int {
	for _, n := range groups {
		if m.at[2*n] >= 0 {
			return m.at[2*n]
		}
	}
	return m.at[1]
}

// before is the part of the sentence that stands before the match, and the match.
func (m match) before() string {
	s := m.text[:m.at[1]]
	if i := strings.LastIndexAny(m.text[:m.at[0]], "。;\x00"); i >= 0 {
		s = s[i:]
	}
	return s
}

// opens reports whether the match starts where a sentence or a part of one does.
func (m match) opens() bool {
	before := strings.TrimRight(m.text[:m.at[0]], ",")
	if before == "" || len(before) < m.at[0] {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune("。;:)\x00", last) || last >= '①' && last <= '⑳'
}

func (m match) all() string { return m.group(0) }

// piece is a clause and where it stood in the folded text.
type piece struct {
	start  int
	clause Clause
}

// scan runs the patterns in their order; what an earlier one took, a later one does not see. rest is
// the text with the taken parts blotted out, so that places stay.
func scan(folded string) (pieces []piece, rest string) {
	rest = folded
	letters := lexicon.LettersOf(folded)
	for _, list := range patterns {
		for i := range list {
			for _, at := range list[i].find(rest, &letters) {
				c, ok := list[i].clause(match{rest, at})
				if !ok {
					continue
				}
				pieces = append(pieces, piece{at[0], c})
				rest = rest[:at[0]] + strings.Repeat(blot, at[1]-at[0]) + rest[at[1]:]
			}
		}
	}
	return pieces, rest
}

// blot stands for one byte that is taken.
const blot = "\x00"

var (
	scoring = wording.New(`扣|得分(?:[^率]|$)|计分(?:[^析类布级]|$)|记分|赋分|打分|满分|加分|减分|分值|不得|[0-9]分(?:[^钟之]|$)|[得计记](?:[0-9]|权重|50%)|[0-9]%的?(?:权重|分值)|得一?半`)
	heading = wording.New(`(?:计分|评分|得分|打分|扣分|评扣分|赋分)(?:原则|标准|方法|办法|规则|说明|依据)(?:如下)?:?`)
)

// headless drops 计分标准: and the like.
func headless(s string) string {
	if strings.Contains(s, "分") {
		return heading.ReplaceAllString(s, "")
	}
	return s
}

// sentences are the parts of a text between full stops, semicolons and what is taken.
func sentences(text string) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		for start := 0; start < len(text); {
			end := len(text)
			if i := strings.IndexAny(text[start:], "。;\x00"); i >= 0 {
				end = start + i
			}
			if end > start && !yield([2]int{start, end}) {
				return
			}
			start = end + 1
			if strings.HasPrefix(text[end:], stop) {
				start = end + len(stop)
			}
		}
	}
}

// mayScore passes over prose without trying an expression on it: what speaks of scoring has one of these.
func mayScore(s string) bool {
	return strings.Contains(s, "分") || strings.Contains(s, "扣") || strings.ContainsAny(s, "得计记%")
}

// leftover looks at what no pattern took. Sentences without a word about scoring are prose. If every
// other piece gives points for a criterion (制度健全1分；执行有效1分) they are one Additive; otherwise
// they are gaps. left is the text with those criteria blotted out too.
func leftover(rest string) (parts []piece, left string, gaps []Gap) {
	var open []string
	var add Additive
	start := 0
	left = rest
	for at := range sentences(rest) {
		s := rest[at[0]:at[1]]
		if !mayScore(s) {
			continue
		}
		s = strings.Trim(headless(s), ",:、")
		if !scoring.MatchString(s) {
			continue
		}
		if given, ok := addends(s); ok {
			add.Parts, add.Words, start = append(add.Parts, given.Parts...), append(add.Words, given.Words...), at[0]
			left = left[:at[0]] + strings.Repeat(blot, at[1]-at[0]) + left[at[1]:]
			continue
		}
		open = append(open, s)
	}
	for _, s := range open {
		gaps = append(gaps, Gap{Text: s, Why: document.Message{ZH: "未能解析的计分表述：“" + s + "”", EN: "scoring phrase not understood: “" + s + "”"}})
	}
	if len(add.Parts) > 0 {
		parts = append(parts, piece{start, add})
	}
	return parts, left, gaps
}
