package table

import (
	"strings"
	"testing"
)

// BenchmarkBlocks reads ten pages of a form with forty rows of six columns each.
func BenchmarkBlocks(b *testing.B) {
	rule := "+" + strings.Repeat("-----------+", 6)
	text := "|" + strings.Repeat("产出 98.75 |", 6)
	art := strings.Repeat(rule+"\n"+text+"\n", 25) + rule
	var leaves [][]leaf
	for range 10 {
		leaves = append(leaves, []leaf{{top, art}, {foot, "1"}})
	}
	pages := pagesOf(leaves...)
	b.ReportAllocs()
	for b.Loop() {
		Blocks(pages)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(pages)), "µs/page")
}

// BenchmarkTabbed reads a table of a thousand rows.
func BenchmarkTabbed(b *testing.B) {
	lines := printedLines("名称\t指标值\t完成值\t分值\t得分\n" + strings.Repeat("覆盖率\t≥90%\t91%\t5\t5.00\n", 1000))
	b.ReportAllocs()
	for b.Loop() {
		Tabbed(lines)
	}
}
