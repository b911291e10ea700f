package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/score/finding"
)

// Bounds on the clauses that are compared for lost letters.
const (
	shortestClause = 10
	longestClause  = 40
	mostClauses    = 4000
)

// clausePlace is a clause of the narrative in its comparable form.
type clausePlace struct {
	fold     string
	letters  int // of that form
	sentence int
	offset   int
}

// clause is a clause as printed.
func (n *narrative) clause(c clausePlace) (text string, place document.Place) {
	s := &n.said[c.sentence]
	end, _, _ := clauseEnd(s.Text, c.offset)
	text = strings.TrimSpace(s.Text[c.offset:end])
	return text, s.place(c.offset, len(text))
}

// begin and end are the letters that two clauses have to share at the one or the other end.
func (c clausePlace) begin() string { return runes(c.fold, shortestClause/2) }

func (c clausePlace) end() string { return lastRunes(c.fold, shortestClause/2) }

// lettersLost finds clauses that stand twice, once with a letter less in their middle. Two such clauses
// begin with the same few letters or end with them, so only those are held against each other.
func lettersLost(p *Pass) {
	clauses := clausesOf(p.read)
	byBegin, byEnd := alikeAt(clauses, clausePlace.begin), alikeAt(clauses, clausePlace.end)
	for i := range clauses {
		less, at := withoutLetter(clauses, i, byBegin)
		if at == 0 {
			less, at = withoutLetter(clauses, i, byEnd)
		}
		if at > 0 {
			p.Report(letterLost(p.read, at, clauses[less], clauses[i]))
		}
	}
}

// alike are clauses, by their indexes, that share the letters of one end: in groups of those, and where in
// this order each clause stands.
type alike struct {
	order  []int
	groups []int // for each clause: where its group begins in the order
}

// alikeAt groups clauses by the letters of one of their ends; within a group they keep their order.
func alikeAt(clauses []clausePlace, end func(clausePlace) string) alike {
	a := alike{order: make([]int, len(clauses)), groups: make([]int, len(clauses))}
	ends := make([]string, len(clauses))
	for i := range clauses {
		a.order[i], ends[i] = i, end(clauses[i])
	}
	slices.SortFunc(a.order, func(i, k int) int { return cmp.Or(strings.Compare(ends[i], ends[k]), i-k) })
	begin := 0
	for k, i := range a.order {
		if ends[i] != ends[a.order[begin]] {
			begin = k
		}
		a.groups[i] = begin
	}
	return a
}

// withoutLetter finds, among the clauses alike, one that lacks a letter of this one; at is 0 for none.
func withoutLetter(clauses []clausePlace, index int, a alike) (less, at int) {
	own := clauses[index]
	for _, less := range a.order[a.groups[index]:] {
		if a.groups[less] != a.groups[index] {
			break
		}
		if clauses[less].letters+1 == own.letters {
			if at := lostAtRune(own.fold, clauses[less].fold); at > 0 {
				return less, at
			}
		}
	}
	return 0, 0
}

// lostAtRune is the index of the one plain letter, not at either end, that the longer text has more; or 0.
func lostAtRune(longer, shorter string) int {
	if len(longer) <= len(shorter) || len(longer) > len(shorter)+utf8.UTFMax {
		return 0
	}
	x, y := []rune(longer), []rune(shorter)
	at := 0
	for at < len(y) && x[at] == y[at] {
		at++
	}
	if len(x) != len(y)+1 || at < 2 || at+2 >= len(x) || !slices.Equal(x[at+1:], y[at:]) || !plainLetter(x, at) {
		return 0
	}
	return at
}

func letterLost(n *narrative, at int, shorter, longer clausePlace) finding.Finding {
	r := []rune(longer.fold)
	less, place := n.clause(shorter)
	more, also := n.clause(longer)
	return finding.Finding{
		Subject: string(r[at-1 : at+2]), Printed: less, Due: more,
		Says:  both("“%[1]s”与另一处“%[2]s”只差一个“%[3]s”字，请核对是否漏字", "“%[1]s” and “%[2]s” differ by the one letter %[3]s", less, more, string(r[at])),
		Place: place, Also: []document.Place{also},
	}
}

// clausesOf are the clauses of the running text that may be compared, in the order of their comparable forms, of
// which each stands there once.
func clausesOf(n *narrative) []clausePlace {
	said := n.sentences()
	clauses := make([]clausePlace, 0, 2*len(said))
	for k := range said {
		if said[k].paragraph.Level == 0 {
			clauses = appendClauses(clauses, said[k].Text, k)
		}
	}
	clauses = distinct(clauses)
	if len(clauses) > mostClauses {
		slices.SortFunc(clauses, clausePlace.before)
		clauses = distinct(clauses[:mostClauses])
	}
	return clauses
}

func appendClauses(clauses []clausePlace, sentence string, index int) []clausePlace {
	for from := 0; from < len(sentence); {
		end, letters, next := clauseEnd(sentence, from)
		if letters >= shortestClause {
			fold := lexicon.Fold(strings.TrimSpace(sentence[from:end]))
			if n := countLetters(fold); n >= shortestClause && n <= longestClause {
				clauses = append(clauses, clausePlace{fold, n, index, from})
			}
		}
		from = next
	}
	return clauses
}

// before orders clauses as they stand in the text.
func (c clausePlace) before(other clausePlace) int {
	return cmp.Or(c.sentence-other.sentence, c.offset-other.offset)
}

// distinct keeps the first clause of each comparable form, in the order of these.
func distinct(clauses []clausePlace) []clausePlace {
	slices.SortFunc(clauses, func(a, b clausePlace) int { return cmp.Or(strings.Compare(a.fold, b.fold), a.before(b)) })
	return slices.CompactFunc(clauses, func(a, b clausePlace) bool { return a.fold == b.fold })
}

// countLetters counts the characters of a text by their first bytes.
func countLetters(text string) (letters int) {
	for i := range len(text) {
		if text[i]&0xC0 != 0x80 {
			letters++
		}
	}
	return letters
}

// clauseEnd is where the clause that begins at a byte of a sentence ends, how many characters it has, and
// where the next one begins.
func clauseEnd(sentence string, from int) (end, letters, next int) {
	for i := from; i < len(sentence); i++ {
		switch c := sentence[i]; {
		case c&0xC0 == 0x80:
			continue // not the first byte of a character
		case c == "，"[0] || c == "。"[0]:
			if _, found := cutOne(sentence[i:], "，", "。", "；", "："); found {
				return i, letters, i + len("，")
			}
		}
		letters++
	}
	return len(sentence), letters, len(sentence)
}

// plainLetter reports a Chinese letter whose loss is a slip: no numeral, no denial, nothing that tells
// one thing from another (上年 and 年, 分局 and 局).
func plainLetter(r []rune, i int) bool {
	return unicode.Is(unicode.Han, r[i]) && !strings.ContainsRune("一二三四五六七八九十百千万亿两半第不未无非已各全总分副上下前后左右大小新老旧东西南北省市县区乡镇村级期本各的了和与及等", r[i])
}
