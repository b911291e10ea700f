package layout

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/normalize/lexicon"
)

// Copies of pages in the order of writing: cells stay broken as their columns had them, and only those whose lines
// stand beside one another share a line.
func TestCopiesInTheOrderOfWriting(t *testing.T) {
	const head = "道路养护项目支出绩效自评表\n"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"comparators in words and dates over lines": {
			head + `一级指标 二级指标 三级指标 分值 年度指标值 全年实际值 得分
产出指标
数量指标
指标 1：补植
苗木数量
10
大于等于 3500
株
4095 株 10.00
时效指标
指标 1：任务
完成时限
10
2021 年 10 月
底之前完成
2021 年 8 月底
完成
10.00
`,
			[]string{"数量指标|补植苗木数量|大于等于3500株|4095株|10|10.00", "时效指标|任务完成时限|2021年10月底之前完成|2021年8月底完成|10|10.00"},
		},
		"a reason in pieces is no row": {
			head + `一级指标 二级指标 三级指标 年度指标值 全年完成值 未完成原因和改进措施
产出指标
数量指标 监测组数 ≥5200组 5512组
成本指标 设施年运维成本 ≤161万元 172万元
第三方核验
样本抽取不
足，有效样
本偏少。改
进措施:修
订年度计划
，将任务分
解到季度。
效益指标
社会效益指标 农村人居环境 明显改善 明显改善
`,
			[]string{"数量指标|监测组数|≥5200组|5512组||", "成本指标|设施年运维成本|≤161万元|172万元||", "社会效益指标|农村人居环境|明显改善|明显改善||"},
		},
		"levels in the form's own words, weights behind names": {
			head + `一级指标 二级指标 三级指标 评分标准 得分
部门决策（25分） 立项和目标 预算编制科学性
（5 分）
① 按规定公示；②
资料及时归档。每缺
一项扣 0.5 分，扣
完为止。
5
绩效目标合理性
（5 分）
① 票据附件齐全；
②专人负责。每缺
一项扣 0.5 分，扣
完为止。
4.5
论证程序完整性
（5 分）
① 台账完整；②账
实相符。每缺一项
扣 0.5 分，扣完为
止。
5
综合管理（30
分）
内部管控
管理制度健全性
（5 分）
① 定期检查；②账
实相符。每缺一项
扣 0.5 分，扣完为
止。
5
`,
			[]string{"立项和目标|预算编制科学性|||5|5", "立项和目标|绩效目标合理性|||5|4.5", "立项和目标|论证程序完整性|||5|5", "内部管控|管理制度健全性|||5|5"},
		},
		"a running head between two rows": {
			"道路养护中心养护资金\n" + head + `一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指标 数量指标 修补路面 ≥20处 21处 20 20
` + "\f" + `道路养护中心养护资金
质量指标 验收合格率 ≥95% 97% 20 20
` + "\f" + `道路养护中心养护资金
效益指标 社会效益指标 出行条件 改善 改善 60 60
`,
			[]string{"数量指标|修补路面|≥20处|21处|20|20", "质量指标|验收合格率|≥95%|97%|20|20", "社会效益指标|出行条件|改善|改善|60|60"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, rows(readText(t, c.text).Indicators)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestFullLine tells how wide a column is by its lines.
func TestFullLine(t *testing.T) {
	for name, c := range map[string]struct {
		lines []int
		want  int
	}{
		"most are full":               {[]int{10, 10, 9, 10, 4, 6}, 10},
		"one cell was read too wide":  {[]int{10, 10, 10, 10, 26}, 10},
		"too few to tell":             {[]int{10, 10}, 0},
		"all unlike":                  {[]int{4, 9, 15, 22, 30}, 0},
		"a line may end a word early": {[]int{12, 11, 10, 4}, 12},
	} {
		if got := fullLine(c.lines); got != c.want {
			t.Errorf("%s: %d", name, got)
		}
	}
}

// TestPagesOfText gives the places of a text with form feeds their pages.
func TestPagesOfText(t *testing.T) {
	lines, err := plain.Lines([]byte("道路养护\n\f清理边沟\n\f"))
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 2 || lines[0].Place.Page != 1 || lines[1].Place.Page != 2 {
		t.Errorf("%+v", lines)
	}
	w := newWalker(&document.Document{Blocks: table.Tabbed(lines)}, lexicon.Load())
	if w.runningHead("清理边沟") {
		t.Error("a line that begins one page is no running head")
	}
}

// TestUnusedTemplateRows: what the template left in cells of linear text that nobody filled in is nothing of the rows
// before it.
func TestUnusedTemplateRows(t *testing.T) {
	text := "项目支出绩效自评表\n项目名称\n渠道清淤\n一级指标\n二级指标\n三级指标\n年度\n指标值\n实际\n完成值\n分值\n得分\n偏差原因分析及改进措施\n" +
		"产出指标\n数量指标\n指标1清淤长度\n10公里\n9公里\n50\n45\n汛期停工。\n指标2\n……\n质量指标\n指标1验收合格率\n100%\n100%\n30\n30\n指标2\n……\n" +
		"满意度指标\n服务对象满意度指标\n指标1农户满意度\n90%\n95%\n20\n20\n指标2\n总分\n100\n95\n"
	f := readText(t, text)
	want := []string{"数量指标|清淤长度|10公里|9公里|50|45", "质量指标|验收合格率|100%|100%|30|30", "服务对象满意度指标|农户满意度|90%|95%|20|20"}
	if diff := cmp.Diff(want, rows(f.Indicators)); diff != "" {
		t.Error(diff)
	}
	for i, want := range []string{"汛期停工。", "", ""} {
		if got := f.Indicators[i].Reason.Text; got != want {
			t.Errorf("row %d: reason %q, want %q", i, got, want)
		}
	}
	if f.Total.Score.Text != "95" {
		t.Errorf("total %q", f.Total.Score.Text)
	}
}
