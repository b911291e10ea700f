package html

import (
	"os"
	"testing"

	"fuhe/extract/document"
)

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../testdata/src/canal.html")
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
