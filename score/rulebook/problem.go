package rulebook

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
)

// Problem is a mistake in a book's file, with the place where it stands.
type Problem struct {
	File         string
	Line, Column int    // from 1; a column counts characters
	Path         string // weights.level1[2].weight; empty for the file as a whole
	Says         document.Message
}

// In is the problem in one line: city.yaml:12:3: weights: ….
func (p Problem) In(lang string) string {
	text := fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
	if p.Path != "" {
		text += p.Path + document.Message{ZH: "：", EN: ": "}.In(lang)
	}
	return text + p.Says.In(lang)
}

// Problems are all mistakes of a book's file, in the order of their lines.
type Problems []Problem

// Error tells all problems in English, one a line.
func (p Problems) Error() string { return p.In("en") }

// In tells all problems in the language, one a line.
func (p Problems) In(lang string) string {
	var lines []string
	for _, one := range p {
		lines = append(lines, one.In(lang))
	}
	return strings.Join(lines, "\n")
}

// flaw is a contradiction in what a book says, by the path of the value it is about.
type flaw struct {
	path string
	says document.Message
}

// flawed makes a flaw from two formats with the same figures.
func flawed(path, zh, en string, args ...any) flaw {
	return flaw{path, document.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// nearest is the known word that most likely was meant, or "" if none is near.
func nearest(word string, known []string) string {
	if len(word) > longestWord {
		return ""
	}
	best, least := "", max(2, len([]rune(word))/3)+1
	for _, k := range known {
		if d := edits(strings.ToLower(word), k); d < least {
			best, least = k, d
		}
	}
	return best
}

// longestWord bounds the words that are compared: no key is longer.
const longestWord = 64

// edits counts the letters to change, add or drop to turn one word into the other; two neighbours that
// changed places count once.
func edits(from, to string) int {
	a, b := []rune(from), []rune(to)
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
