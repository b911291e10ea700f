package table

import (
	"os/exec"
	"path/filepath"
	"testing"
	"unicode"

	"fuhe/extract/document"
)

// struckTwice are files whose bold text is drawn two to four times. pdftotext writes all of them.
var struckTwice = map[string]bool{"text-pdfplumber842.pdf": true, "text-ghostscript-type3-zh.pdf": true}

// TestHanCharactersArrive holds the Han characters of paragraphs and tables against those that pdftotext
// finds. The running heads, which are no text of the document, are counted apart.
func TestHanCharactersArrive(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil || testing.Short() {
		t.Skip("no pdftotext")
	}
	files, _ := filepath.Glob(filepath.Join(shared(t, "pdfs/office"), "*.pdf"))
	for _, file := range files {
		theirs, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages := pagesOfFile(t, filepath.Join("pdfs/office", filepath.Base(file)))
		got := letters(Blocks(pages))
		total, missing := 0, 0
		want := map[rune]int{}
		for _, r := range string(theirs) {
			if unicode.Is(unicode.Han, r) {
				want[r]++
			}
		}
		running := headsOf(pages)
		for r, n := range want {
			have := got[r] + running[r]
			if struckTwice[filepath.Base(file)] {
				n, have = 1, min(have, 1)
			}
			total += n
			missing += max(0, n-have)
		}
		if missing*1000 > total {
			t.Errorf("%s: %d of %d Han characters are missing", filepath.Base(file), missing, total)
		}
	}
}

// headsOf counts the characters of the running heads and watermarks that Blocks leaves out.
func headsOf(pages []document.Page) map[rune]int {
	count := map[rune]int{}
	all := make([]sheet, len(pages))
	kept := map[*line]bool{}
	for i := range pages {
		all[i] = read(&pages[i])
	}
	var lines []*line
	for i := range all {
		for _, it := range all[i].items {
			if it.line != nil {
				lines = append(lines, it.line)
			}
		}
	}
	dropRunning(all)
	for i := range all {
		for _, it := range all[i].items {
			if it.line != nil {
				kept[it.line] = true
			}
		}
	}
	for _, l := range lines {
		if !kept[l] {
			for _, r := range l.text() {
				count[r]++
			}
		}
	}
	return count
}
