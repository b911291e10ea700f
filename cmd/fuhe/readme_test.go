package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/score/acceptance"
	"fuhe/score/rulebook"
)

// shown matches a block of a README that shows what a command prints: a mark with the command, then the
// fenced text.
var shown = regexp.MustCompile("(?s)<!-- fuhe ([^\n]*) -->\n\n```text\n(.*?)```\n")

// TestReadme keeps what the READMEs show as the program prints it.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		blocks := shown.FindAllStringSubmatch(string(page), -1)
		if len(blocks) < 2 {
			t.Errorf("%s shows %d outputs, want at least 2", name, len(blocks))
		}
		rewritten := string(page)
		for _, block := range blocks {
			var out, errs bytes.Buffer
			run(t.Context(), strings.Fields(block[1]), nil, &out, &errs)
			if errs.Len() > 0 {
				t.Errorf("%s: fuhe %s: %s", name, block[1], errs.String())
			}
			if diff := cmp.Diff(block[2], out.String()); diff != "" && !*update {
				t.Errorf("%s: fuhe %s prints otherwise (-shown +printed); go test ./cmd/fuhe -update\n%s", name, block[1], diff)
			}
			rewritten = strings.Replace(rewritten, block[0], strings.Replace(block[0], block[2]+"```\n", out.String()+"```\n", 1), 1)
		}
		if *update {
			if err := os.WriteFile(name, []byte(rewritten), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// ownFiles matches a rulebook or a review file that a README shows.
var ownFiles = regexp.MustCompile("(?s)```yaml\n(.*?)```\n")

// TestReadmeFiles: the rulebooks and review files that the READMEs show are without mistakes.
func TestReadmeFiles(t *testing.T) {
	shelf, err := rulebook.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		page, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		books, reviews := 0, 0
		for _, m := range ownFiles.FindAllSubmatch(page, -1) {
			if bytes.HasPrefix(m[1], []byte("- code:")) {
				reviews++
				_, err = acceptance.Parse(m[1], knownCode)
			} else {
				books++
				_, err = shelf.Own("our-city.yaml", func(string) ([]byte, error) { return m[1], nil })
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if books == 0 || reviews == 0 {
			t.Errorf("%s shows %d rulebooks and %d review files", name, books, reviews)
		}
	}
}
