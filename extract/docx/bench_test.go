package docx

import (
	"os"
	"testing"

	"fuhe/extract/document"
)

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../testdata/formats/canal.docx")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(b.Context(), data, document.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
