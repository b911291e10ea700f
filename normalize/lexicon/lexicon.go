// Package lexicon knows the words of the field: which header wording means which column, the closed
// lists of levels and labels, graded words, and how alike two names are. Words come in, roles go out;
// it never looks at a document.
package lexicon

import (
	_ "embed"
	"iter"
	"strings"
	"sync"

	"github.com/go-ego/gse"
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

//go:embed data/headers.txt
var headersData string

//go:embed data/words.txt
var wordsData string

// Lexicon is the loaded data. It is read-only and safe for any number of goroutines.
type Lexicon struct {
	heads *tree                 // the header wordings and the heads of groups; their values number the roles
	roles []Role                // by those numbers
	words *tree                 // the words of the closed lists; their values are the lists that hold them
	cut   func() *gse.Segmenter // made when the first glued header is met
	mu    *sync.Mutex
}

// groupHead is the number of the role of a group's head, which is none.
const groupHead = 1

// Load reads the embedded data.
func Load() *Lexicon {
	x := &Lexicon{heads: treeFor(headersData), roles: make([]Role, groupHead+1, 64), words: treeFor(wordsData), mu: new(sync.Mutex)}
	for role, words := range entries(headersData) {
		x.roles = append(x.roles, Role(role))
		for word := range strings.SplitSeq(words, " ") {
			*x.heads.at(Key(word)) = uint32(len(x.roles) - 1)
		}
	}
	for name, words := range entries(wordsData) {
		list := listNamed(name)
		for word := range strings.SplitSeq(words, " ") {
			key := Key(word)
			*x.words.at(key) |= uint32(list)
			if head := x.heads; list == IndicatorHead && head.find(key) == 0 {
				*head.at(key) = groupHead
			}
		}
	}
	x.cut = sync.OnceValue(x.segmenter)
	return x
}

// entries are the "key: word word …" lines of a data file.
func entries(data string) iter.Seq2[string, string] {
	return func(yield func(key, words string) bool) {
		for line := range strings.Lines(data) {
			key, words, ok := strings.Cut(line, ": ")
			if ok && line[0] != '#' && !yield(key, strings.TrimSuffix(words, "\n")) {
				return
			}
		}
	}
}

// segmenter fills gse with the header wordings alone: the general dictionary cuts 完成值得分 as
// 完成/值得/分, and takes seconds to load.
func (x *Lexicon) segmenter() *gse.Segmenter {
	var dict strings.Builder
	define := func(words string) {
		for word := range strings.SplitSeq(words, " ") {
			dict.WriteString(Key(word) + " 1000 n\n")
		}
	}
	for _, words := range entries(headersData) {
		define(words)
	}
	for name, words := range entries(wordsData) {
		if listNamed(name) == IndicatorHead {
			define(words)
		}
	}
	seg := &gse.Segmenter{SkipLog: true, NotLoadHMM: true} // the model is for words that no dictionary holds
	if err := seg.LoadDictStr(dict.String()); err != nil {
		return &gse.Segmenter{} // embedded data: a test loads it
	}
	return seg
}

// Role is the column role of one header cell, or "".
func (x *Lexicon) Role(header string) Role { return x.roles[x.heads.find(header)] }

// Has reports whether one of the lists (joined by |) holds the word.
func (x *Lexicon) Has(lists List, word string) bool { return x.Lists(word)&lists != 0 }

// Lists are all lists that hold the word.
func (x *Lexicon) Lists(word string) List { return List(x.words.find(word)) }

// Leading is the longest header or head of a group of headers that the text begins with, and for how many bytes the
// text is the beginning of some such wording.
func (x *Lexicon) Leading(text string) (head Header, like int) {
	like = x.heads.along(text, func(end int, role uint32) { head = Header{text[:end], x.roles[role]} })
	return head, like
}

// BeginsHeader reports whether a header wording or the head of a group begins with the character.
func (x *Lexicon) BeginsHeader(r rune) bool { return x.heads.step(0, r) != 0 }

// LeadingHeader is the longest header wording that the text begins with, and what stands behind it.
func (x *Lexicon) LeadingHeader(text string) (head Header, rest string) {
	x.heads.along(text, func(end int, role uint32) {
		if role != groupHead {
			head, rest = Header{text[:end], x.roles[role]}, text[end:]
		}
	})
	return head, rest
}

// LongestIn is the longest word of the list that the text begins with and goes on behind, among those that accept
// takes, or "".
func (x *Lexicon) LongestIn(list List, text string, accept func(word, rest string) bool) (best string) {
	x.words.along(text, func(end int, lists uint32) {
		if List(lists)&list != 0 && end < len(text) && accept(text[:end], text[end:]) {
			best = text[:end]
		}
	})
	return best
}
