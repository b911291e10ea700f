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

const narrative = "2020 年度部门整体支出预算总额为 13614.37 万元，均为财政拨款，实际执行总额为 12830.35 万元，资金执行率为 94.24%。" +
	"交通大队开展送交通安全知识专场宣讲 30 余次，全年共设置宣传点位 120 余处，交通安全宣传覆盖率达到 91%，不低于年初目标值。" +
	"着力创造一流业绩、打造过硬队伍，全力以赴为夺取疫情防控与经济社会发展双胜利而奋斗，较好完成了各项目标任务。"

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
