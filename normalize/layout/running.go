package layout

import (
	"iter"
	"strconv"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// longestHead is the most characters of a running head.
const longestHead = 40

// runningHeads counts the pages on which a short line without a mark of its own stands. What stands on several
// may be a running head; it matters only where nothing else stands between two tables.
func runningHeads(lines []document.Line) map[string]int {
	count, last := map[string]int{}, map[string]int{}
	for _, l := range lines {
		text := quantity.TrimSpace(l.Text)
		if l.Place.Page == 0 || !mayRepeat(text) || last[text] == l.Place.Page {
			continue
		}
		count[text]++
		last[text] = l.Place.Page
	}
	return count
}

// mayRepeat reports whether a line may be the running head of pages: short, and without a mark of its own.
func mayRepeat(text string) bool {
	return !longerThan(text, longestHead) && !holdsSign(text, "：:。；")
}

// pageTops counts on how many pages a line is the first, if it stands nowhere else but once before them all: as the
// title that the running head repeats.
func pageTops(lines []document.Line) map[string]int {
	tops, repeated, page := map[string]int{}, false, 0
	rest := make([]int, 0, len(lines)) // lines that are no first ones
	for i := range lines {
		text := quantity.TrimSpace(lines[i].Text)
		switch at := lines[i].Place.Page; {
		case at == 0 || text == "":
		case at > page:
			tops[text]++
			repeated, page = repeated || tops[text] > 1, at
		default:
			rest = append(rest, i)
		}
	}
	if !repeated {
		return nil // no head runs over pages
	}
	elsewhere := map[string]int{}
	for _, i := range rest {
		elsewhere[quantity.TrimSpace(lines[i].Text)]++
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
	return longerThan(text, shortestHead-1) && wordsIn(text) <= 3 && !isTitle(text) && w.lex.Role(text) == "" &&
		!w.lex.Has(lexicon.Level1Words|lexicon.Level2Words, text) && w.text.tops()[text] > 1
}

// shortestHead is the fewest characters of a running head that is told from a cell.
const shortestHead = 6

// pageFeet finds the lines that are nothing but the numbers of their pages: the last of each page, counting on from
// page to page. Where there are only two pages, the numbers are theirs.
func pageFeet(lines iter.Seq[document.Line]) map[document.Place]bool {
	last, pages := map[int]document.Line{}, 0
	var end document.Line
	for l := range lines {
		if l.Place.Page == 0 || quantity.TrimSpace(l.Text) == "" {
			continue
		}
		if l.Place.Page != end.Place.Page {
			last[end.Place.Page] = end
		}
		end, pages = l, max(pages, l.Place.Page)
	}
	last[end.Place.Page] = end
	found := map[int][]document.Place{} // by how far the number is from that of the page
	for page, l := range last {
		if n, err := strconv.Atoi(quantity.TrimSpace(l.Text)); err == nil {
			found[n-page] = append(found[n-page], l.Place)
		}
	}
	feet := map[document.Place]bool{}
	for ahead, places := range found {
		if len(places) < 2 || 2*len(places) < pages || pages == 2 && ahead != 0 {
			continue
		}
		for _, at := range places {
			feet[at] = true
		}
	}
	return feet
}
