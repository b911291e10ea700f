package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// longestHead is the most characters of a running head.
const longestHead = 40

// runningHeads counts the pages on which a short line without a mark of its own stands. What stands on several
// may be a running head; it matters only where nothing else stands between two tables.
func runningHeads(lines []document.Line) map[string]int {
	count, last := map[string]int{}, map[string]int{}
	for _, l := range lines {
		text := strings.TrimSpace(l.Text)
		if l.Place.Page == 0 || utf8.RuneCountInString(text) > longestHead || strings.ContainsAny(text, "：:。；") || last[text] == l.Place.Page {
			continue
		}
		count[text]++
		last[text] = l.Place.Page
	}
	return count
}

// pageTops counts on how many pages a line is the first, if it stands nowhere else but once before them all: as the
// title that the running head repeats.
func pageTops(lines []document.Line) map[string]int {
	tops, elsewhere := map[string]int{}, map[string]int{}
	page := 0
	for _, l := range lines {
		text := strings.TrimSpace(l.Text)
		switch {
		case l.Place.Page == 0 || text == "":
			continue
		case l.Place.Page > page:
			tops[text]++
			page = l.Place.Page
		default:
			elsewhere[text]++
		}
	}
	for text := range tops {
		if elsewhere[text] > 1 {
			delete(tops, text)
		}
	}
	return tops
}

// runningHead reports whether a line among the rows of a table is the head of a page: it begins several pages, and
// is neither a title nor what a cell may be called.
func (w *walker) runningHead(text string) bool {
	return w.tops[text] > 1 && utf8.RuneCountInString(text) >= shortestHead && !isTitle(text) && w.lex.Role(text) == "" &&
		!w.lex.Has(lexicon.Level1Words, text) && !w.lex.Has(lexicon.Level2Words, text) && len(strings.Fields(text)) <= 3
}

// shortestHead is the fewest characters of a running head that is told from a cell.
const shortestHead = 6
