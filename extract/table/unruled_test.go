package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

// at is a text and where it begins and stands, in points.
type at struct {
	x, y float64
	text string
}

// set makes a page of texts in ten points, Chinese characters ten wide and others five.
func set(number int, texts ...at) document.Page {
	p := document.Page{Number: number, Width: pageWidth, Height: pageHeight}
	for _, t := range texts {
		x := t.x
		for _, r := range t.text {
			width := 5.0
			if r > 0x2E80 {
				width = 10
			}
			p.Glyphs = append(p.Glyphs, document.Glyph{Box: document.Box{X0: x, Y0: t.y - 9, X1: x + width, Y1: t.y + 2},
				Base: t.y, Size: 10, Rune: r, Clip: -1})
			x += width
		}
	}
	return p
}

// form is a form as an office program prints it without rules: lines fifteen points apart, all texts in the
// middle of their cells, so that a group of two rows has its name between them.
var form = []at{
	{230, 85, "自评表"},
	{60, 107, "一级指标"}, {130, 107, "三级指标"}, {200, 100, "年度指标"}, {200, 115, "值"}, {270, 107, "完成值"}, {340, 107, "分值"}, {390, 107, "得分"}, {440, 107, "偏差原因"},
	{60, 160, "产出指标"},
	{130, 137, "培训农民人数"}, {200, 137, "≥120人"}, {270, 137, "118人"}, {340, 137, "10"}, {390, 137, "9.83"},
	{440, 130, "汛期停工，部"}, {440, 145, "分未完成。"},
	{130, 175, "新建水渠长度"}, {130, 190, "及附属设施"}, {200, 182, "≥12公里"}, {270, 182, "12公里"}, {340, 182, "15"}, {390, 182, "15.00"}, {440, 182, "无"},
	{60, 212, "效益指标"}, {130, 212, "群众满意率"}, {200, 212, "≥90%"}, {270, 212, "95%"}, {340, 212, "5"}, {390, 212, "5.00"}, {440, 212, "无"},
}

func TestTablesWithoutRules(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pages []document.Page
		want  string
	}{
		{"texts in the middle of their cells", []document.Page{set(1, form...)}, `
¶ 自评表
# 1 aligned
一级指标 | 三级指标 | 年度指标值 | 完成值 | 分值 | 得分 | 偏差原因
产出指标(2×1) | 培训农民人数 | ≥120人 | 118人 | 10 | 9.83 | 汛期停工，部分未完成。
新建水渠长度及附属设施 | ≥12公里 | 12公里 | 15 | 15.00 | 无
效益指标 | 群众满意率 | ≥90% | 95% | 5 | 5.00 | 无`},
		{"texts at the top of their cells", []document.Page{set(1,
			at{60, 100, "指标名称"}, at{160, 100, "目标值"}, at{240, 100, "完成值"}, at{320, 100, "得分"},
			at{60, 115, "农村公路养护里"}, at{160, 115, "≥120公里"}, at{240, 115, "126公里"}, at{320, 115, "10"},
			at{60, 130, "程"},
			at{60, 145, "路面完好率"}, at{160, 145, "≥90%"}, at{240, 145, "88%"}, at{320, 145, "8.5"},
		)}, `
# 1 aligned
指标名称 | 目标值 | 完成值 | 得分
农村公路养护里程 | ≥120公里 | 126公里 | 10
路面完好率 | ≥90% | 88% | 8.5`},
		{"columns of two parts with a heading of their own", []document.Page{set(1,
			at{60, 100, "资金来源"}, at{160, 100, "预算数"}, at{240, 100, "执行数"}, at{320, 100, "执行率"},
			at{60, 115, "年度资金"}, at{160, 115, "120.00"}, at{240, 115, "118.00"}, at{320, 115, "98.33%"},
			at{60, 130, "其他资金"}, at{160, 130, "20.00"}, at{240, 130, "18.00"}, at{320, 130, "90.00%"},
			at{110, 145, "预期目标"}, at{290, 145, "实际完成情况"},
			at{60, 160, "完成培训任务，提高种植水平。"}, at{240, 160, "培训任务已经完成，水平有所提高。"},
		)}, `
# 1 aligned
资金来源 | 预算数 | 执行数 | 执行率
年度资金 | 120.00 | 118.00 | 98.33%
其他资金 | 20.00 | 18.00 | 90.00%
预期目标(1×2) | 实际完成情况(1×2)
完成培训任务，提高种植水平。(1×2) | 培训任务已经完成，水平有所提高。(1×2)`},
		{"the rest of a cell on the next page", []document.Page{
			set(1, append(moved(form, 560), at{130, 787, "设施完好率"}, at{200, 787, "≥90%"}, at{270, 787, "91%"}, at{340, 787, "5"}, at{390, 787, "5.00"}, at{440, 787, "另有两处工程"})...),
			set(2, at{440, 60, "延期。"},
				at{130, 75, "资金到位率"}, at{200, 75, "100%"}, at{270, 75, "100%"}, at{340, 75, "10"}, at{390, 75, "10.00"}, at{440, 75, "无"},
				at{130, 90, "完成及时率"}, at{200, 90, "≥95%"}, at{270, 90, "96%"}, at{340, 90, "10"}, at{390, 90, "10.00"}, at{440, 90, "无"}),
		}, `
¶ 自评表
# 1 aligned
一级指标 | 三级指标 | 年度指标值 | 完成值 | 分值 | 得分 | 偏差原因
产出指标(2×1) | 培训农民人数 | ≥120人 | 118人 | 10 | 9.83 | 汛期停工，部分未完成。
新建水渠长度及附属设施 | ≥12公里 | 12公里 | 15 | 15.00 | 无
效益指标 | 群众满意率 | ≥90% | 95% | 5 | 5.00 | 无
 | 设施完好率 | ≥90% | 91% | 5 | 5.00 | 另有两处工程延期。
 | 资金到位率 | 100% | 100% | 10 | 10.00 | 无
 | 完成及时率 | ≥95% | 96% | 10 | 10.00 | 无`},
		{"text in two columns", []document.Page{set(1,
			at{60, 100, "本年度按照县委统一部署开展绩效"}, at{320, 100, "自评工作，各股室按照要求整理资"},
			at{60, 115, "料，逐项核对数据，形成报告如下"}, at{320, 115, "，请审阅。同时报送有关佐证材料"},
		)}, `
¶ 本年度按照县委统一部署开展绩效	自评工作，各股室按照要求整理资
¶ 料，逐项核对数据，形成报告如下	，请审阅。同时报送有关佐证材料`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimSpace(tt.want), strings.TrimSpace(written(Blocks(tt.pages)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// moved sets texts lower down.
func moved(texts []at, by float64) []at {
	var out []at
	for _, t := range texts {
		out = append(out, at{t.x, t.y + by, t.text})
	}
	return out
}

// TestRulesBelowRows reads rows of words that only rules part: nothing else tells which lines are one row.
func TestRulesBelowRows(t *testing.T) {
	p := set(1,
		at{60, 100, "存在问题"}, at{200, 100, "产生原因"}, at{340, 100, "责任科室"},
		at{60, 120, "资料归档不及时"}, at{200, 120, "人员变动"}, at{340, 120, "财务科"},
		at{60, 134, "不完整"},
		at{60, 154, "项目进度滞后"}, at{200, 154, "汛期停工时间较"}, at{340, 154, "工程科"},
		at{200, 168, "长"})
	for _, y := range []float64{86, 106, 140, 174} {
		p.Rules = append(p.Rules, document.Rule{At: y, From: 55, To: 400, Width: 0.5})
	}
	want := `
# 1 aligned
存在问题 | 产生原因 | 责任科室
资料归档不及时不完整 | 人员变动 | 财务科
项目进度滞后 | 汛期停工时间较长 | 工程科`
	if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(written(Blocks([]document.Page{p})))); diff != "" {
		t.Error(diff)
	}
}

// TestStruckOutCharacters leaves out what a line strikes out from end to end, and nothing that a longer rule, or
// one below the characters, runs along.
func TestStruckOutCharacters(t *testing.T) {
	for _, tt := range []struct {
		name        string
		y, from, to float64
		want        string
	}{
		{"a line through two characters", 96.5, 60, 80, "¶ 万元\n"},
		{"a line below them", 101.5, 60, 80, "¶ 千元万元\n"},
		{"a rule through all and further", 96.5, 40, 300, "¶ 千元万元\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := set(1, at{60, 100, "千元万元"})
			p.Rules = []document.Rule{{At: tt.y, From: tt.from, To: tt.to, Width: 0.5}}
			if diff := cmp.Diff(tt.want, written(Blocks([]document.Page{p}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestMergedCellGoesOnUndrawn reads a table whose merged first cell goes on over the page without rules around
// it, as browsers and spreadsheets print it, its text once in the middle of what is left of it.
func TestMergedCellGoesOnUndrawn(t *testing.T) {
	first := draw(1, 740, `
+-----------------------------+
| 项目名称 | 危桥改造         |
+----------+------+-----------+
|          | 数量 |  12公里   |
|          +------+-----------+
|          | 质量 |   95%     |
+----------+------+-----------+`)
	second := draw(2, 60, `
           +------+-----------+
           | 时效 |   6月     |
  绩效指标 +------+-----------+
           | 成本 |  3万元    |
           +------+-----------+`)
	want := `
# 1 ruled
项目名称 | 危桥改造(1×2)
绩效指标(4×1) | 数量 | 12公里
质量 | 95%
时效 | 6月
成本 | 3万元`
	if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(written(Blocks([]document.Page{first, second})))); diff != "" {
		t.Error(diff)
	}
}

// TestEveryOtherRowShaded reads a table in which each cell of every other row is shaded: what stands between two
// shaded rows are cells too.
func TestEveryOtherRowShaded(t *testing.T) {
	p := set(1,
		at{60, 100, "指标"}, at{160, 100, "目标值"}, at{240, 100, "完成值"}, at{320, 100, "得分"},
		at{60, 120, "培训人数"}, at{160, 120, "120人"}, at{240, 120, "118人"}, at{320, 120, "9.83"},
		at{60, 140, "新建水渠"}, at{160, 140, "12公里"}, at{240, 140, "12公里"}, at{320, 140, "15"},
		at{60, 160, "满意率"}, at{160, 160, "90%"}, at{240, 160, "95%"}, at{320, 160, "5"},
		at{60, 180, "投诉件数"}, at{160, 180, "5件"}, at{240, 180, "2件"}, at{320, 180, "5"})
	for _, y := range []float64{86, 126, 166} {
		for _, x := range []float64{55, 155, 235, 315} {
			p.Fills = append(p.Fills, document.Box{X0: x, Y0: y, X1: map[float64]float64{55: 155, 155: 235, 235: 315, 315: 395}[x], Y1: y + 20})
		}
	}
	want := `
# 1 aligned
指标 | 目标值 | 完成值 | 得分
培训人数 | 120人 | 118人 | 9.83
新建水渠 | 12公里 | 12公里 | 15
满意率 | 90% | 95% | 5
投诉件数 | 5件 | 2件 | 5`
	if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(written(Blocks([]document.Page{p})))); diff != "" {
		t.Error(diff)
	}
}
