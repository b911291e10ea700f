package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// TestLinedHeader reads one line as headers: the roles of its columns, "" for a line that is none.
func TestLinedHeader(t *testing.T) {
	for line, want := range map[string]string{
		"一级指标 二级指标 三级指标 分值 年度指标值 实际完成值 得分": "level1 level2 name weight target actual score",
		"绩效指标 一级指标 三级指标 指标值 完成值 得分":        "level1 name target actual score",
		"一级指标 三级指标 指标依据 指标值 完成值 得分":        "level1 name unnamed target actual score",
		"资金来源 年初预算数 全年预算数 全年执行数 执行率":       "fund initial budget spent rate",
		"项目名称：道路养护 主管部门 交通局 实施单位":          "",
		"产出指标 数量指标 修建水渠 ≥266米 266米 10 10":  "",
		"一级指标 三级指标 得分":                     "",
	} {
		w := newWalker(&document.Document{}, lexicon.Load())
		h, ok := w.linedHeader(document.Line{Text: line})
		var roles []string
		for _, c := range h.columns {
			roles = append(roles, strings.ReplaceAll(string(c.role), " ", ""))
		}
		if got := strings.Join(roles, " "); got != want || ok != (want != "") {
			t.Errorf("%s\n got %q %v\nwant %q", line, got, ok, want)
		}
	}
}

func TestColumnNumbers(t *testing.T) {
	for line, want := range map[string]bool{
		"1 2 3 4": true, "列次 1 2 3": true, "1": false, "2 3 4": false, "道路养护 10 10": false, "": false,
	} {
		if got := columnNumbers(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

// TestLinedRows reads a copy with a line for each row: where the line ends tells where the row ends.
func TestLinedRows(t *testing.T) {
	f := readText(t, `道路养护项目支出绩效自评表
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析
产出指标 数量指标 修补路面 ≥20处 21处 20 20
清理边沟 10公里 10公里 20 20 无
质量指标 验收合格 合格 合格 20 20
效益指标 社会效益指标 出行条件 改善 部分改善 40 30 雨季长 工期短
总分 100 90
`)
	want := []string{
		"数量指标|修补路面|≥20处|21处|20|20", "数量指标|清理边沟|10公里|10公里|20|20",
		"质量指标|验收合格|合格|合格|20|20", "社会效益指标|出行条件|改善|部分改善|40|30",
	}
	if diff := cmp.Diff(want, rows(f.Indicators)); diff != "" {
		t.Error(diff)
	}
	if got := f.Indicators[3].Reason.Text; got != "雨季长工期短" {
		t.Errorf("reason %q", got)
	}
}
