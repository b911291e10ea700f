package score

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fuhe/extract"
	"fuhe/extract/document"
	"fuhe/normalize"
)

// BenchmarkReview judges one form as a run does: the book chosen, points recomputed, every check.
func BenchmarkReview(b *testing.B) {
	paths, _ := filepath.Glob("../testdata/*/*.txt")
	seeds, _ := filepath.Glob("../../shared/seeds/*.txt")
	shelf := load(b)
	for _, path := range append(paths, seeds...) {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		doc, err := extract.Read(context.Background(), filepath.Base(path), data, document.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		forms := normalize.Forms(doc)
		if len(forms) != 1 {
			continue
		}
		b.Run(filepath.Base(path), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Review(forms[0], shelf, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
