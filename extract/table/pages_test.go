package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

const (
	head  = 30.0  // height of a running head
	top   = 90.0  // where text begins
	foot  = 805.0 // height of page numbers
	lower = 650.0 // where a table begins that reaches the foot of the page
)

// leaf is one page made of drawings at several heights.
type leaf struct {
	at  float64
	art string
}

func pagesOf(leaves ...[]leaf) []document.Page {
	var pages []document.Page
	for i, parts := range leaves {
		page := draw(i+1, 0, "")
		for _, l := range parts {
			p := draw(i+1, l.at, l.art)
			page.Glyphs = append(page.Glyphs, p.Glyphs...)
			page.Rules = append(page.Rules, p.Rules...)
		}
		pages = append(pages, page)
	}
	return pages
}

func TestParagraphsAndPages(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pages [][]leaf
		want  string
	}{
		{"lines that fill the width go on", [][]leaf{{{top, `
    二○二○年度部门整体支出预算总额为13614.37万元均为财政拨
款。其中基本支出预算总额为一万零六百六十万元，资金执行率为
96.11%；项目预算总额为两千九百五十三万元。
    全年共清理沟渠淤泥。
一、自评结论
（一）部门整体绩效自评得分`}}}, `
¶ 二○二○年度部门整体支出预算总额为13614.37万元均为财政拨款。其中基本支出预算总额为一万零六百六十万元，资金执行率为96.11%；项目预算总额为两千九百五十三万元。
¶ 全年共清理沟渠淤泥。
¶ 一、自评结论
¶ （一）部门整体绩效自评得分`},
		{"a wide gap stays, a spread title closes", [][]leaf{{{top, `
                 目      录
填报日期：            总分： 98.75`}}}, `
¶ 目录
¶ 填报日期：	总分：98.75`},
		{"running heads and page numbers go, a table goes on without its header", [][]leaf{
			{{head, "某局二○二○年报告"}, {lower, `
+------+------+
|名称  |得分  |
+------+------+
|甲    |5     |
+------+------+`}, {foot, "- 1 -"}},
			{{head, "某局二○二○年报告"}, {top, `
+------+------+
|乙    |4.5   |
+------+------+`}, {top + 100, "说明如下。"}, {foot, "- 2 -"}},
			{{head, "某局二○二○年报告"}, {top, "完。"}, {foot, "- 3 -"}},
		}, `
# 1 ruled
名称 | 得分
甲 | 5
乙 | 4.5
¶ 说明如下。
¶ 完。`},
		{"a repeated header is dropped, a merged label goes on", [][]leaf{
			{{lower, `
+------+------+------+
|一级  |名称  |得分  |
+------+------+------+
|产出  |甲    |5     |
|指标  +------+------+
|      |乙    |6     |
+------+------+------+`}},
			{{top, `
+------+------+------+
|一级  |名称  |得分  |
+------+------+------+
|      |丙    |7     |
+------+------+------+
|效益  |丁    |8     |
+------+------+------+`}},
		}, `
# 1 ruled
一级 | 名称 | 得分
产出指标(3×1) | 甲 | 5
乙 | 6
丙 | 7
效益 | 丁 | 8`},
		{"a merged label set downwards goes on over the page", [][]leaf{
			{{lower, `
+------+------+------+
|一级  |名称  |得分  |
+------+------+------+
|  社  |甲    |5     |
|  会  +------+------+
|  效  |乙    |6     |
+------+------+------+`}},
			{{top, `
+------+------+------+
|  益  |丙    |7     |
|      +------+------+
|      |丁    |8     |
+------+------+------+`}},
		}, `
# 1 ruled
一级 | 名称 | 得分
社会效益(4×1) | 甲 | 5
乙 | 6
丙 | 7
丁 | 8`},
		{"a new label set downwards begins a group", [][]leaf{
			{{lower, `
+------+------+------+
|一级  |名称  |得分  |
+------+------+------+
|  产  |甲    |5     |
|      +------+------+
|  出  |乙    |6     |
+------+------+------+`}},
			{{top, `
+------+------+------+
|      |丙    |7     |
|  效  +------+------+
|  益  |丁    |8     |
+------+------+------+`}},
		}, `
# 1 ruled
一级 | 名称 | 得分
产出(2×1) | 甲 | 5
乙 | 6
效益(2×1) | 丙 | 7
丁 | 8`},
		{"a row torn by the page's end, with rules at the break", [][]leaf{
			{{lower, `
+--------+------+------+
|名称    |目标  |得分  |
+--------+------+------+
|道路安全|≥90%  |5     |
|隐患整治|      |      |
+--------+------+------+`}},
			{{top, `
+--------+------+------+
|率      |      |      |
+--------+------+------+
|合计    |      |5     |
+--------+------+------+`}},
		}, `
# 1 ruled
名称 | 目标 | 得分
道路安全隐患整治率 | ≥90% | 5
合计 |  | 5`},
		{"a row torn by the page's end, without rules at the break", [][]leaf{
			{{lower, `
+--------+------+------+
|名称    |目标  |得分  |
+--------+------+------+
|道路安全|≥90%  |5     |
|隐患    |      |      |`}},
			{{top, `
|整治率  |      |      |
+--------+------+------+
|合计    |      |5     |
+--------+------+------+`}},
		}, `
# 1 ruled
名称 | 目标 | 得分
道路安全隐患整治率 | ≥90% | 5
合计 |  | 5`},
		{"a torn row of words below a repeated header", [][]leaf{
			{{lower, `
+--------+----------+
|项目    |说明      |
+--------+----------+
|总体目标|全力营造安|
|        |全畅通道路|
+--------+----------+`}},
			{{top, `
+--------+----------+
|项目    |说明      |
+--------+----------+
|        |交通环境  |
+--------+----------+
|其他    |无        |
+--------+----------+`}},
		}, `
# 1 ruled
项目 | 说明
总体目标 | 全力营造安全畅通道路交通环境
其他 | 无`},
		{"a frame that is never closed tears no row with figures", [][]leaf{
			{{lower, `
|名称    |得分  |
+--------+------+
|甲      |5     |`}},
			{{top, `
|乙      |6     |
+--------+------+
|丙      |7     |`}},
		}, `
# 1 ruled
名称 | 得分
甲 | 5
乙 | 6
丙 | 7`},
		{"the total row alone on the last page, its label merged", [][]leaf{
			{{lower, `
+------+------+------+
|序号  |名称  |得分  |
+------+------+------+
|1     |甲    |5     |
+------+------+------+`}},
			{{top, `
+-------------+------+
|合计         |5     |
+-------------+------+`}},
		}, `
# 1 ruled
序号 | 名称 | 得分
1 | 甲 | 5
合计(1×2) | 5`},
		{"text above it makes it another table", [][]leaf{
			{{lower, `
+------+------+
|名称  |得分  |
+------+------+
|甲    |5     |
+------+------+`}},
			{{top, "表2"}, {top + 30, `
+------+------+
|名称  |得分  |
+------+------+
|乙    |6     |
+------+------+`}},
		}, `
# 1 ruled
名称 | 得分
甲 | 5
¶ 表2
# 2 ruled
名称 | 得分
乙 | 6`},
		{"a carry mark above it does not", [][]leaf{
			{{lower, `
+------+------+
|名称  |得分  |
+------+------+
|甲    |5     |
+------+------+`}},
			{{top, "续表"}, {top + 30, `
+------+------+
|乙    |6     |
+------+------+`}},
		}, `
# 1 ruled
名称 | 得分
甲 | 5
乙 | 6`},
		{"title and header printed on every page", [][]leaf{
			{{lower, "汇总表"}, {lower + 30, `
+------+------+
|名称  |得分  |
+------+------+
|甲    |5     |
+------+------+`}},
			{{top, "汇总表"}, {top + 30, `
+------+------+
|名称  |得分  |
+------+------+
|乙    |6     |
+------+------+`}},
		}, `
¶ 汇总表
# 1 ruled
名称 | 得分
甲 | 5
乙 | 6`},
		{"the same form once more is another table", [][]leaf{
			{{lower, `
+------+------+
|自评表       |
+------+------+
|项目  |路灯  |
+------+------+
|单位  |甲    |
+------+------+
|得分  |5     |
+------+------+`}},
			{{top, `
+------+------+
|自评表       |
+------+------+
|项目  |绿化  |
+------+------+
|单位  |乙    |
+------+------+
|得分  |6     |
+------+------+`}},
		}, `
# 1 ruled
自评表(1×2)
项目 | 路灯
单位 | 甲
得分 | 5
# 2 ruled
自评表(1×2)
项目 | 绿化
单位 | 乙
得分 | 6`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := written(Blocks(pagesOf(tt.pages...)))
			if diff := cmp.Diff(strings.TrimSpace(tt.want), strings.TrimSpace(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
