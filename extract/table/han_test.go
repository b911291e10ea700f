package table

import (
	"path/filepath"
	"testing"
	"unicode"
)

// TestHanCharactersArrive wants every Han character that is seen on the pages of the office files in a line
// or a cell. What is struck twice counts once, and turned text beside upright text is a watermark.
func TestHanCharactersArrive(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t, "pdfs/office"), "*.pdf"))
	total, lost := 0, 0
	for _, file := range files {
		pages := pagesOfFile(t, filepath.Join("pdfs/office", filepath.Base(file)))
		want, got := map[rune]int{}, map[rune]int{}
		for i := range pages {
			for _, g := range new(desk).visible(&pages[i]) {
				if unicode.Is(unicode.Han, g.Rune) && !g.Turned {
					want[g.Rune]++
				}
			}
			s := new(desk).read(&pages[i])
			for r, n := range s.letters() {
				got[r] += n
			}
		}
		all, missing := 0, 0
		for r, n := range want {
			all, missing = all+n, missing+max(0, n-got[r])
		}
		if missing*1000 > all {
			t.Errorf("%s: %d of %d Han characters are missing", filepath.Base(file), missing, all)
		}
		total, lost = total+all, lost+missing
	}
	t.Logf("%d of %d Han characters are missing", lost, total)
}

// letters counts the characters of the page's lines and cells.
func (s *sheet) letters() map[rune]int {
	count := map[rune]int{}
	for _, it := range s.items {
		if it.line != nil {
			for _, r := range it.line.text() {
				count[r]++
			}
			continue
		}
		for _, c := range it.part.cells {
			for _, r := range c.text {
				count[r]++
			}
		}
	}
	return count
}
