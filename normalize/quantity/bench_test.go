package quantity

import (
	"strings"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"percent", "≥95%"},
		{"number", "522383.99"},
		{"thousands", "576,431.54"},
		{"unit", "≥1290.3平方米"},
		{"words", "效果显著"},
		{"sentence", "控制在0.9‰以内"},
		{"date", "2023年12月底"},
		{"numeral", "三千零五十人"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(c.text)
			}
		})
	}
}

const narrative = "2020 年度单位预算安排 13614.37 万元，由本级财政安排，当年支出 12830.35 万元，预算执行率 94.24%。" +
	"水务站举办节水知识讲座 30 余场，在街道布置展板 120 余块，居民节水知识知晓率达到 91%，不低于年初目标值。" +
	"各科室分工负责，按月调度进度，遇到的困难及时报告，年内安排的工作均已按期办结，经验收合格后移交使用。"

func BenchmarkFindAll(b *testing.B) {
	text := strings.Repeat(narrative, 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		FindAll(text)
	}
}

func BenchmarkRatio(b *testing.B) {
	actual, target := Parse("1345.7万"), Parse("≥1000 万")
	for b.Loop() {
		Ratio(actual, target)
	}
}

// BenchmarkRat computes with printed figures as checks do: most are whole.
func BenchmarkRat(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range []string{"10", "98.5", "1200", "-3"} {
			if Plus(rat(text), rat("5")).Sign() == 0 {
				b.Fatal(text)
			}
		}
	}
}
