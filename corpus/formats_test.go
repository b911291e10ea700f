package corpus_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/doc"
	"fuhe/extract/document"
	"fuhe/extract/docx"
	"fuhe/extract/html"
	"fuhe/normalize"
	"fuhe/score"
)

// TestFormatsHoldTheSameFacts reads the samples in the formats that say themselves what is a cell, and
// holds what was read against what is known about each sample.
func TestFormatsHoldTheSameFacts(t *testing.T) {
	read := map[string]func(context.Context, []byte, document.Limits) (*document.Document, error){
		".doc": doc.Read, ".docx": docx.Read, ".html": html.Read,
	}
	sniff := map[string]func([]byte) bool{".doc": doc.Sniff, ".docx": docx.Sniff, ".html": html.Sniff}
	for _, path := range formatFiles(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			format := filepath.Ext(path)
			for other, is := range sniff {
				if got := is(data); got != (other == format) {
					t.Errorf("taken for %s: %v", other, got)
				}
			}
			doc, err := read[format](t.Context(), data, document.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			doc.Format = strings.TrimPrefix(format, ".")
			for _, note := range doc.Notes {
				t.Errorf("note %s: %s", note.Code, note.Says.EN)
			}
			holdDocument(t, doc, readTruth(t, truthOf(t, path)))
		})
	}
}

// holdDocument holds what is read and found in a document against what is known about it.
func holdDocument(t *testing.T, doc *document.Document, want truth) {
	forms := normalize.Forms(doc)
	for _, fault := range want.Facts.faults(forms) {
		t.Error(fault)
	}
	shelf, err := shelf()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range forms {
		report, err := score.Review(f, shelf, score.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range append(want.faults(report.Findings), want.undeclared(report.Findings)...) {
			t.Error(fault)
		}
	}
}

// formatFiles lists the pages that the PDF samples were printed from (a page of which no PDF was kept
// has not all that its text has), and what other programs made of them.
func formatFiles(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"../testdata/src/*.html", "../testdata/formats/*.html", "../testdata/formats/*.docx", "../testdata/formats/*.doc"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: no samples: %v", pattern, err)
		}
		all = append(all, paths...)
	}
	return slices.DeleteFunc(all, func(path string) bool {
		_, err := os.Stat(strings.TrimSuffix(truthOf(t, path), ".truth.yaml") + ".pdf")
		return err != nil
	})
}

// truthOf finds the truth of the sample that the file was made from, by the first word of its name.
func truthOf(t *testing.T, path string) string {
	t.Helper()
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	name, _, _ = strings.Cut(name, "-")
	paths := truthFiles(t)
	i := slices.IndexFunc(paths, func(p string) bool { return filepath.Base(p) == name+".truth.yaml" })
	if i < 0 {
		t.Fatalf("%s: no truth for %s", path, name)
	}
	return paths[i]
}
