package pdf

import (
	"fmt"
	"testing"

	"fuhe/extract/pdf/sample"
)

// BenchmarkBook reads reports of few and of many pages: a page of a long one takes about as long as one of a
// short one.
func BenchmarkBook(b *testing.B) {
	for _, pages := range []int{10, 200, 2000} {
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) { benchmarkRead(b, sample.Book(pages)) })
	}
}
