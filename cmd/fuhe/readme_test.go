package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// ownBooks matches a rulebook that a README shows: YAML that says what it builds on.
var ownBooks = regexp.MustCompile("```yaml\n((?:[^`]*\n)?extends: [^`]*)```\n")

// TestReadmeBooks: the rulebooks that the READMEs show are without mistakes.
func TestReadmeBooks(t *testing.T) {
	shelf, err := rulebook.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		page, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		all := ownBooks.FindAllSubmatch(page, -1)
		if len(all) == 0 {
			t.Errorf("%s shows no rulebook", name)
		}
		for _, m := range all {
			if _, err := shelf.Own("our-city.yaml", func(string) ([]byte, error) { return m[1], nil }); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}
