package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/normalize/form"
)

// TestReadCollapsed reads copies of barred tables that leave out blank cells, so that what stands behind them slides to
// the left: which are gone is told by what the columns can hold.
func TestReadCollapsed(t *testing.T) {
	f := readText(t, `
绩效目标自评表 |||||||||
项目名称 | 塘坝整修 | 主管部门 | 柳溪镇水利站 ||||||
资金情况（万元） |
年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |||
年度资金总额 | 60 | 58 | 58 | 10 | 100% | 10 |||
其中：财政拨款 | 60 | 58 | 58 | 100% |||||
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 原因 |
产出指标（50分） |
数量指标 | 整修塘坝面积 | 30 | 12亩 | 12亩 | 30 |||
其中梅塘面积 | 7亩 | 7亩 |||||||
其中桂塘面积 | 5亩 | 5亩 |||||||
质量指标 |||||||||
塘坝渗漏处理率 | 20 | 95% | 97% | 20 |||||
效益指标（40分） | 经济效益指标 ||||||||
受益农户增收 | 40 | ≥3万元 | 3.2万元 | 40 |||||
合计 | 100 |||||||
`)
	want := []string{"数量指标|整修塘坝面积|12亩|12亩|30|30", "数量指标|其中梅塘面积|7亩|7亩||", "数量指标|其中桂塘面积|5亩|5亩||",
		"质量指标|塘坝渗漏处理率|95%|97%|20|20", "经济效益指标|受益农户增收|≥3万元|3.2万元|40|40"}
	if diff := cmp.Diff(want, rows(f.Indicators)); diff != "" {
		t.Errorf("indicators: %s", diff)
	}
	if diff := cmp.Diff([]string{"年度资金总额|60|58|58|10|100%|10", "财政拨款|60|58|58||100%|"}, funds(f.Funds)); diff != "" {
		t.Errorf("funds: %s", diff)
	}
	if diff := cmp.Diff([]string{"产出指标 50", "效益指标 40"}, levels(f)); diff != "" {
		t.Errorf("levels: %s", diff)
	}
	if total := f.Total; total.Score.Text != "" && total.Weight.Text != "" || total.Score.Text+total.Weight.Text != "100" {
		t.Errorf("total %q of %q", total.Score.Text, total.Weight.Text)
	}
}

// levels writes the level-1 blocks with their weights.
func levels(f *form.Form) (out []string) {
	for _, s := range f.Sections {
		if s.Level == 1 {
			out = append(out, s.Name+" "+s.Weight.Text)
		}
	}
	return out
}

// TestSoleTotal tells whether the one figure of a total row that slid away from its column is the weight or the score.
func TestSoleTotal(t *testing.T) {
	const head = "项目名称 | 塘坝整修 ||||||\n一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 得分 |\n"
	for _, tt := range []struct{ name, rows, weight, score string }{
		{"the scores were left blank", "产出指标 | 数量指标 | 整修面积 | 12亩 | | 60 | |\n产出指标 | 质量指标 | 合格率 | 100% | | 40 | |\n合计 | 100 ||||||\n", "100", ""},
		{"the scores sum to it", "产出指标 | 数量指标 | 整修面积 | 12亩 | 12亩 | 60 | 60 |\n产出指标 | 质量指标 | 合格率 | 100% | 100% | 40 | 40 |\n合计 | 100 ||||||\n", "", "100"},
		{"no weights sum to it", "产出指标 | 数量指标 | 整修面积 | 12亩 | 12亩 | 60 | 60 |\n产出指标 | 质量指标 | 合格率 | 100% | 90% | 40 | 36 |\n合计 | 97 ||||||\n", "", "97"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			total := readText(t, head+tt.rows).Total
			if total.Weight.Text != tt.weight || total.Score.Text != tt.score {
				t.Errorf("weight %q, score %q", total.Weight.Text, total.Score.Text)
			}
		})
	}
}

// TestSpreadDoubt: a row whose blank cells may be gone in several ways is not guessed at, and one that was spread is
// marked.
func TestSpreadDoubt(t *testing.T) {
	f := readText(t, `
项目名称 | 塘坝整修 ||||||
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
年度资金总额 | 60 | 58 | 58 | 10 | 100% | 10 |
其中：县级资金 | 58 | 58 | 100% ||||
一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 完成值 | 得分 |
产出指标 | 数量指标 | 整修面积 | 100 | 12亩 | 12亩 | 100 |
其中梅塘面积 | 7亩 | 6亩 ||||||
`)
	if diff := cmp.Diff([]string{"年度资金总额|60|58|58|10|100%|10"}, funds(f.Funds)); diff != "" {
		t.Errorf("funds: %s", diff)
	}
	if row := f.Indicators[1]; row.Doubt != form.ShiftedRow || row.Target.Text != "7亩" || row.Actual.Text != "6亩" {
		t.Errorf("%q, %q, doubt %q", row.Target.Text, row.Actual.Text, row.Doubt)
	}
}
