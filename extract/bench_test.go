package extract

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/pdf/sample"
	"fuhe/extract/proof"
)

// BenchmarkOffice reads PDFs of office programs and writes what was read as JSON, each file in turn.
func BenchmarkOffice(b *testing.B) {
	files, err := filepath.Glob(filepath.Join("..", "..", "shared", "pdfs", "office", "*.pdf"))
	if err != nil || len(files) == 0 {
		b.Skip("no shared files")
	}
	all := make([][]byte, len(files))
	for i, file := range files {
		if all[i], err = os.ReadFile(file); err != nil {
			b.Fatal(err)
		}
	}
	benchmarkShow(b, all...)
}

// BenchmarkRuledReport does so with reports of ruled tables: time and memory are to grow with the pages
// and not faster.
func BenchmarkRuledReport(b *testing.B) {
	for _, pages := range []int{10, 300, 1000, 2000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) { benchmarkShow(b, sample.Book(pages)) })
	}
}

// benchmarkShow reads files and writes them as JSON.
func benchmarkShow(b *testing.B, files ...[]byte) {
	b.Helper()
	size, pages := 0, 0
	for _, data := range files {
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		pages = 0
		for _, data := range files {
			doc, err := Read(b.Context(), "report.pdf", bytes.Clone(data), document.Limits{})
			if err != nil {
				b.Fatal(err)
			}
			if err := proof.WriteJSON(io.Discard, doc); err != nil {
				b.Fatal(err)
			}
			pages += len(doc.Pages)
		}
	}
	b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*pages), "µs/page")
}
