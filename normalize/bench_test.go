package normalize

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fuhe/extract"
	"fuhe/extract/document"
)

// BenchmarkForms reads the forms of the project's own samples; MB/s is of the document's file.
func BenchmarkForms(b *testing.B) {
	files, err := filepath.Glob("../testdata/*/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no samples", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		doc, err := extract.Read(context.Background(), name, data, document.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(name), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if len(Forms(doc)) == 0 {
					b.Fatal("no form")
				}
			}
		})
	}
}
