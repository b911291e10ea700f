package table

import (
	"fmt"
	"strings"
	"testing"

	"fuhe/extract/document"
)

// formPages makes many pages of one ruled table that goes on, with running heads.
func formPages(n int) []document.Page {
	rule := "+" + strings.Repeat("-----------+", 6)
	text := "|" + strings.Repeat("产出 98.75 |", 6)
	art := strings.Repeat(rule+"\n"+text+"\n", 20) + rule
	pages := make([]document.Page, n)
	for i := range pages {
		pages[i] = pagesOf([]leaf{{top, art}, {foot, fmt.Sprint(i + 1)}})[0]
		pages[i].Number = i + 1
	}
	return pages
}

// BenchmarkBlocks reads a table that goes on over few and over many pages: a page of many takes as long as
// one of few.
func BenchmarkBlocks(b *testing.B) {
	for _, n := range []int{10, 200, 2000} {
		pages := formPages(n)
		b.Run(fmt.Sprintf("pages=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Blocks(pages)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/page")
		})
	}
}

// BenchmarkTabbed reads a table of a thousand rows.
func BenchmarkTabbed(b *testing.B) {
	lines := printedLines("名称\t指标值\t完成值\t分值\t得分\n" + strings.Repeat("覆盖率\t≥90%\t91%\t5\t5.00\n", 1000))
	b.ReportAllocs()
	for b.Loop() {
		Tabbed(lines)
	}
}
