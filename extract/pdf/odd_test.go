package pdf

import (
	"os/exec"
	"path/filepath"
	"testing"
	"unicode"

	"fuhe/extract/document"
)

// guessed are files in whose fonts nothing tells what the glyphs mean; pdftotext writes their codes as if
// they were characters, and none of what it writes is what the page shows.
var guessed = map[string]bool{
	"issue20453.pdf": true, // Cyrillic glyph numbers read as phonetic letters
	"issue13916.pdf": true, // glyph numbers of a subset read as accented Latin
}

// TestOddFilesAreReadAsFarAsPdftotextReadsThem counts the odd files that pdftotext opens and ours does not,
// and those where ours finds less than 95 % of its characters.
func TestOddFilesAreReadAsFarAsPdftotextReadsThem(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil || testing.Short() {
		t.Skip("no pdftotext")
	}
	opened, unopened, compared, poor := 0, 0, 0, 0
	for _, file := range sharedFiles(t, "pdfs/odd/*.pdf") {
		theirs, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", file, "-").Output()
		if err != nil {
			continue
		}
		opened++
		pages, _, _ := Read(t.Context(), read(t, file), document.Limits{})
		want := printed(string(theirs))
		total, missing := compare(want, printed(allText(pages)), false)
		if len(pages) == 0 {
			unopened++
			t.Logf("%s: not opened", filepath.Base(file))
		}
		if total <= 20 || guessed[filepath.Base(file)] {
			continue
		}
		if compared++; missing*20 > total {
			poor++
			t.Logf("%s: %d of %d characters are missing", filepath.Base(file), missing, total)
		}
	}
	t.Logf("opened %d of %d; of %d with text, %d poor", opened-unopened, opened, compared, poor)
	if unopened*50 > opened || poor*50 > compared {
		t.Errorf("%d of %d files not opened, %d of %d read poorly", unopened, opened, poor, compared)
	}
}

// printed counts the characters that leave ink: no blanks, no controls, no marks of direction.
func printed(s string) map[rune]int {
	counts := map[rune]int{}
	for _, r := range s {
		if unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			counts[r]++
		}
	}
	return counts
}
