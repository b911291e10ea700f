package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/normalize/form"
)

// TestFieldCells reads basic data whose labels and values are cells broken over lines.
func TestFieldCells(t *testing.T) {
	const table = "一级指标 二级指标 三级指标 指标值 完成值 分值 得分\n产出指标 数量指标 修补路面 ≥20处 21处 100 100\n"
	for name, c := range map[string]struct{ text, project, unit string }{
		"the next label stands behind a value, and goes on below": {
			"项目支出绩效自评表\n项目名称 道路养护项目\n主管部门 清溪县交通运输局 项目实施单\n位\n清溪县公路养护站\n" + table,
			"道路养护项目", "清溪县公路养护站",
		},
		"a value goes on in the next lines": {
			"项目支出绩效自评表\n项目名称\n2021年道路养护专项资\n金\n主管部门\n清溪县交通运\n输局\n实施单位\n清溪县公路养护中\n心\n" + table,
			"2021年道路养护专项资金", "清溪县公路养护中心",
		},
		"a bracket behind the label is no value": {
			"项目支出绩效自评表\n项目名称 道路养护项目\n实施单位\n（盖章）\n清溪县公路养护站\n" + table,
			"道路养护项目", "清溪县公路养护站",
		},
		"a whole value takes no line along": {
			"项目支出绩效自评表\n项目名称\n道路养护项目\n实施单位\n清溪县公路养护站\n绩效指标\n" + table,
			"道路养护项目", "清溪县公路养护站",
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := readText(t, c.text)
			if f.Project != c.project || f.Unit != c.unit {
				t.Errorf("project %q, unit %q", f.Project, f.Unit)
			}
		})
	}
}

// TestRowCopiesKeepTheirBlocks reads copies with a row a line: the labels of blocks stand in front of their headers and
// texts, and a level alone in its row may be a second one.
func TestRowCopiesKeepTheirBlocks(t *testing.T) {
	f := readText(t, `部门整体绩效自评表（2020年度）
预算执行情况（万元）（20分） 预算数（A） 执行数（B） 执行率（B/A） 得分（20分×执行率）
部门整体支出总额 100 95 95% 19
年度绩效目标1（80分） 做好道路养护工作，修补路面达到20处以上。
一级指标 二级指标 三级指标 年初目标值（A） 实际完成值（B） 得分
产出指标（40分） 数量指标 修补路面 ≥20处 21处 40
效益指标（40分） 社会效益指标 出行条件 改善 改善 40
总  分 99
`)
	if diff := cmp.Diff([]string{"预算执行情况 20", "年度绩效目标1 80", "产出指标 40", "效益指标 40"}, sectionWeights(f)); diff != "" {
		t.Error(diff)
	}
	if f.Total.Score.Text != "99" || f.Funds[0].Weight.Text != "20" {
		t.Errorf("total %q, weight of the execution %q", f.Total.Score.Text, f.Funds[0].Weight.Text)
	}
	f = readText(t, `部门整体绩效评分表
一级指标 二级指标 三级指标 年度指标值 完成值 分值 得分
目标实现(60) 产出(30) 修补路面 ≥20处 21处 30 30
效果(30) 出行条件 改善 改善 30 30
`)
	if in := f.Indicators[1]; in.Level1 != "目标实现" || in.Level2 != "效果" {
		t.Errorf("levels %q and %q", in.Level1, in.Level2)
	}
}

func sectionWeights(f *form.Form) (out []string) {
	for _, s := range f.Sections {
		out = append(out, s.Name+" "+s.Weight.Text)
	}
	return out
}

// TestPageEndsInTables passes over the numbers of pages between headers and between rows.
func TestPageEndsInTables(t *testing.T) {
	f := readText(t, "道路养护项目自评表\n一级指标 二级指标 三级指标 指标值\n1\n\f完成值 分值 得分\n"+
		"产出指标 数量指标 修补路面 ≥20处 21处 50 50\n效益指标 社会效益指标 出行条件\n2\n\f改善 改善 50 50\n总分 100 100\n")
	if diff := cmp.Diff([]string{"数量指标|修补路面|≥20处|21处|50|50", "社会效益指标|出行条件|改善|改善|50|50"}, rows(f.Indicators)); diff != "" {
		t.Error(diff)
	}
}

// TestBrokenFigures joins amounts that a column was too narrow for, and bounded values broken inside their figures.
func TestBrokenFigures(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
资金来源
全年预算数
全年执行数
执行率
年度资金总额
10220.302
386
10118.099
362
99.00%
一级指标 二级指标 三级指标 指标值 完成值 分值 得分
产出指标 成本指标 项目成本
小于等于38
8万元
386万元
100 100
`)
	if diff := cmp.Diff([]string{"年度资金总额||10220.302386|10118.099362||99.00%|"}, funds(f.Funds)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"成本指标|项目成本|小于等于388万元|386万元|100|100"}, rows(f.Indicators)); diff != "" {
		t.Error(diff)
	}
}

// TestReasonsKeepTheirMeasures reads a reason whose line begins with its measures, and the row that closes the table
// behind a note.
func TestReasonsKeepTheirMeasures(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
一级指标 二级指标 三级指标 指标值 完成值 分值 得分 偏差原因分析及改进措施
产出指标 数量指标 修补路面 ≥20处 19处 50 47.5
雨季延期。
改进措施：提前
施工。
效益指标 社会效益指标 出行条件 改善 改善 50 50 无
其他需要说
明事项
无
总分 100 97.5 优
`)
	if got := f.Indicators[0].Reason.Text; got != "雨季延期。改进措施：提前施工。" {
		t.Errorf("reason %q", got)
	}
	if len(f.Indicators) != 2 || f.Total.Score.Text != "97.5" || f.Total.Weight.Text != "100" || f.Total.Grade.Text != "优" {
		t.Errorf("%d rows, total %q of %q, %q", len(f.Indicators), f.Total.Score.Text, f.Total.Weight.Text, f.Total.Grade.Text)
	}
}

// TestCopiesInBlocksOfColumnsAreMarked judges nothing in a copy that gives the columns of its table one after another.
func TestCopiesInBlocksOfColumnsAreMarked(t *testing.T) {
	f := readText(t, `项目支出绩效自评表（2021年度）
项目名称 道路养护项目
自评总分：98.0分
二级指标

数量指标
质量指标

三级指标

修补路面
清理边沟

年度指标值

≥20处
≥5公里

全年完成值

21处
5公里

得分

50.0
48.0

总分
95.3
`)
	if f.Doubt != form.LostGrid {
		t.Errorf("doubt %q, %d rows", f.Doubt, len(f.Indicators))
	}
}

// TestALineAboveABrokenLabelIsNoValue keeps the year under a title out of the field below it.
func TestALineAboveABrokenLabelIsNoValue(t *testing.T) {
	f := readText(t, "        项目支出绩效自评表\n           （2021年度）\n项目\n名称\n道路养护项目\n"+
		"一级指标 二级指标 三级指标 指标值 完成值 分值 得分\n产出指标 数量指标 修补路面 ≥20处 21处 100 100\n")
	if f.Project != "道路养护项目" || f.Year != 2021 {
		t.Errorf("project %q, year %d", f.Project, f.Year)
	}
}
