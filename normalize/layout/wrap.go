package layout

import (
	"slices"
	"unicode/utf8"

	"fuhe/normalize/lexicon"
)

// A column is as wide for one row as for all: a cell goes on in the next line only where its line is full. How
// wide the columns are shows when the rows are read a first time; then a line that had room for the word behind
// it ends its cell.

// column widths, in half-width characters, as far as they are known.
type widths map[lexicon.Role]int

// lines adds how wide the lines of a cell are, tokens from to to.
func (l *lattice) measure(role lexicon.Role, from, to int) {
	if l.measured == nil {
		l.measured = map[lexicon.Role][]int{}
	}
	for i := from; i < to; {
		end := i + 1
		for end < to && !l.tokens[end].first {
			end++
		}
		l.measured[role] = append(l.measured[role], l.lineWidth(i, end))
		i = end
	}
}

// lineWidth is the width of tokens that stand in one line.
func (l *lattice) lineWidth(from, to int) int {
	return to - from - 1 + l.sizes.before[to] - l.sizes.before[from]
}

// tokenSizes are how wide tokens are, in half-width characters: lines are measured for many ways to read them.
type tokenSizes struct {
	before []int // all tokens before one
	first  []int // the first word of each
}

func sizesOf(tokens []token) tokenSizes {
	s := tokenSizes{make([]int, len(tokens)+1), make([]int, len(tokens))}
	for i, t := range tokens {
		s.before[i+1], s.first[i] = s.before[i]+halfWidths(t.text), firstWord(t.text)
	}
	return s
}

func halfWidths(text string) (width int) {
	for _, r := range text {
		width += pick(r < utf8.RuneSelf, 1, 2)
	}
	return width
}

// widths are what the columns are at least wide, by what stands in them: the widest that many of their lines
// have, since a cell here and there is read wrong.
func (l *lattice) widths() widths {
	known := widths{}
	for role, lines := range l.measured {
		if width := fullLine(lines); width > 0 {
			known[role] = width
		}
	}
	return known
}

// fullLine is the greatest width that several lines have, or nearly have; 0 where they are all unlike.
func fullLine(lines []int) int {
	slices.Sort(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		near := 0
		for k := i; k >= 0 && lines[k] > lines[i]-spareWidth-1; k-- {
			near++
		}
		if near >= max(leastLines, len(lines)/shareOfLines) {
			return lines[i]
		}
	}
	return 0
}

const (
	leastLines   = 3 // of a column that are full
	shareOfLines = 5 // one line in so many is full
	spareWidth   = 2 // a line may end a character early, for a bracket that would end it
)

// room reports whether the line that token j-1 ends, in a cell of the role from token i on, had room for the word
// that token j begins with.
func (l *lattice) room(role lexicon.Role, i, j int) bool {
	width := l.known[role]
	if width == 0 || !l.tokens[j].first {
		return false
	}
	from := j - 1
	for from > i && !l.tokens[from].first {
		from--
	}
	return l.lineWidth(from, j)+l.sizes.first[j]+spareWidth <= width
}

// full reports whether the lines of a name, tokens i to end, are full where they break, in a table where that
// tells the name from a level before it.
func (l *lattice) full(role lexicon.Role, i, end int) bool {
	if len(l.own[lexicon.Level2Words]) == 0 || l.known[role] == 0 {
		return false
	}
	for j := i + 1; j < end; j++ {
		if !l.tokens[j].first || l.room(role, i, j) {
			return false
		}
	}
	return true
}

// firstWord is the width of what no line ends inside: a Chinese character, or a run of figures and letters.
func firstWord(text string) int {
	width := 0
	for _, r := range text {
		if !narrow(r) {
			return max(width, 2)
		}
		width++
	}
	return width
}
