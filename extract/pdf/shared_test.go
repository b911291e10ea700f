package pdf

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
)

// sharedFiles lists PDFs of the folder shared beside the repository, or skips the test.
func sharedFiles(t testing.TB, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", pattern))
	if err != nil || len(files) == 0 {
		t.Skip("no shared files")
	}
	return files
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestNoFileHangsOrKills reads files made to break readers: each comes back in time, with pages or with
// a clear trouble.
func TestNoFileHangsOrKills(t *testing.T) {
	for _, file := range append(sharedFiles(t, "pdfs/hostile/*.pdf"), sharedFiles(t, "pdfs/odd/*.pdf")...) {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		pages, _, err := Read(ctx, read(t, file), document.Limits{})
		cancel()
		var trouble *document.Trouble
		switch {
		case err != nil && !errors.As(err, &trouble):
			t.Errorf("%s: %v is no trouble", filepath.Base(file), err)
		case err != nil && trouble.Code == document.Timeout:
			t.Errorf("%s: out of time", filepath.Base(file))
		case err == nil && len(pages) == 0:
			t.Errorf("%s: nothing, and no reason", filepath.Base(file))
		}
	}
}

// struckTwice are files whose bold text is drawn two to four times. pdftotext writes all of them.
var struckTwice = map[string]bool{"text-pdfplumber842.pdf": true, "text-ghostscript-type3-zh.pdf": true}

// TestHanCharactersAgree holds the Han characters against those that pdftotext finds.
func TestHanCharactersAgree(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil || testing.Short() {
		t.Skip("no pdftotext")
	}
	for _, file := range append(sharedFiles(t, "seeds/*.pdf"), sharedFiles(t, "pdfs/office/*.pdf")...) {
		theirs, err := exec.CommandContext(t.Context(), "pdftotext", "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages, _, err := Read(t.Context(), read(t, file), document.Limits{})
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
			continue
		}
		total, missing := compare(hanOf(string(theirs)), hanOf(allText(pages)), struckTwice[filepath.Base(file)])
		if missing*1000 > total {
			t.Errorf("%s: %d of %d Han characters are missing", filepath.Base(file), missing, total)
		}
	}
}

func allText(pages []document.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, g := range p.Glyphs {
			b.WriteRune(g.Rune)
		}
	}
	return b.String()
}

func hanOf(s string) map[rune]int {
	counts := map[rune]int{}
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			counts[r]++
		}
	}
	return counts
}

// compare counts the characters that are wanted and not there; where text is struck twice each
// character counts once.
func compare(want, got map[rune]int, once bool) (total, missing int) {
	for r, n := range want {
		have := got[r]
		if once {
			n, have = 1, min(have, 1)
		}
		total += n
		missing += max(0, n-have)
	}
	return total, missing
}

func BenchmarkSeeds(b *testing.B) {
	for _, file := range sharedFiles(b, "seeds/*.pdf") {
		b.Run(filepath.Base(file), func(b *testing.B) { benchmarkRead(b, read(b, file)) })
	}
}

// BenchmarkTablePages reads pages like those that offices export: a ruled table of short texts.
func BenchmarkTablePages(b *testing.B) {
	var contents strings.Builder
	for row := range 40 {
		for column := range 8 {
			y, x := 2+2*row, 5+24*column
			contents.WriteString(strings.NewReplacer("X", itoa(x), "Y", itoa(y)).Replace(
				"q X Y 24 2 re W n BT /F 1.5 Tf 1 0 0 1 X Y Tm [(98.75) -10 (%)] TJ ET Q 0.2 w X Y m 199 Y l S\n"))
		}
	}
	benchmarkRead(b, sample.Page(contents.String()))
}

func itoa(n int) string {
	return string(rune('0'+n/100)) + string(rune('0'+n/10%10)) + string(rune('0'+n%10))
}

func benchmarkRead(b *testing.B, data []byte) {
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	pages := 0
	for b.Loop() {
		read, _, err := Read(b.Context(), data, document.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		pages += len(read)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}
