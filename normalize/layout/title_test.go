package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/normalize/form"
)

// TestKindOfBrokenTitle holds what is evaluated to be told by the whole title, wherever its line was broken.
func TestKindOfBrokenTitle(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		title string
		kind  form.Kind
	}{
		"within the year":     {[]string{"中央对地方转移支付区域绩效目标自评表（", "2021年度）"}, "中央对地方转移支付区域绩效目标自评表（2021年度）", form.Transfer},
		"below the report's":  {[]string{"云溪区水务局2018年度绩效自评报告", "2018年度云溪区水务局部门整体绩效评价指标体系", "评分表"}, "云溪区水务局2018年度绩效自评报告", form.Department},
		"of the situation":    {[]string{"云溪区水务局2018年度整体支出绩效自评情况报", "告"}, "云溪区水务局2018年度整体支出绩效自评情况报告", form.Department},
		"an open bracket":     {[]string{"项目支出绩效自评表（", "项目名称：河道清淤（二期）工程款"}, "", form.Project},
		"no title, a heading": {[]string{"云溪区水务局部门整体支出情况", "一、基本情况"}, "", form.Project},
	} {
		f := &form.Form{}
		for _, line := range c.lines {
			f.Text = append(f.Text, form.Paragraph{Text: line})
		}
		d := draft{form: f}
		f.Title = d.title()
		if kind := d.kindOf(); f.Title != c.title || kind != c.kind {
			t.Errorf("%s: title %q, kind %s, want %q, %s", name, f.Title, kind, c.title, c.kind)
		}
	}
}

// TestGoalBesideItsLabel holds the text of each annual goal to be part of the narrative, where its figures are targets.
func TestGoalBesideItsLabel(t *testing.T) {
	f := readText(t, `部门整体绩效自评表
单位名称	云溪区水务局
年度绩效目标1（80分）	做好河道管护工作，修补护岸达到20处以上。
一级指标	二级指标	三级指标	年初目标值(A)	实际完成值(B)	得分
产出指标（40分）	数量指标	修补护岸	≥20处	20处	40
效益指标（40分）	社会效益指标	河道环境	改善	改善	40
年度绩效目标2（20分）	/
一级指标	二级指标	三级指标	年初目标值(A)	实际完成值(B)	得分
产出指标（20分）	数量指标	巡查次数	≥5次	5次	20
`)
	var goals []string
	for _, p := range f.Text {
		if p.Cell && len(p.Heads) == 1 && p.Heads[0] == "预期目标" {
			goals = append(goals, p.Text)
		}
	}
	if diff := cmp.Diff([]string{"做好河道管护工作，修补护岸达到20处以上。"}, goals); diff != "" {
		t.Error(diff)
	}
}
