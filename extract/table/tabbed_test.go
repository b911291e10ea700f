package table

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

// printedLines are the lines of a text file, numbered from 1.
func printedLines(text string) []document.Line {
	var lines []document.Line
	for i, l := range strings.Split(text, "\n") {
		lines = append(lines, document.Line{Text: l, Place: document.Place{Line: i + 1}})
	}
	return lines
}

func TestTabbed(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a heading ends a table, a blank line does not", "表 1：得分\n甲\t乙\n\n1\t2\n\n二、说明\n丙\t丁\n3\t\n", `
¶ 表 1：得分
# 1 tabbed
甲 | 乙
1 | 2
¶ 二、说明
# 2 tabbed
丙 | 丁
3 |`},
		{"bars, with empty cells between them", "a | b | c\n1 || 3\n", `
# 1 tabbed
a | b | c
1 |  | 3`},
		{"bars around each row and lines of dashes", "| 甲 | 乙 |\n|---|---|\n| 1 | |\n", `
# 1 tabbed
甲 | 乙
1 |`},
		{"rows that are broken where their cells are, told by their bars", `
水库除险自评表 | |||||
资金 |
（万元） | 预算数 | 执行数 |||
单位 | 水务站 | 年度 | 2023 |||
总额 | 30 | 28
 | |||
工程 | 2座 | ||||
坝顶 |
加高 | 1米 |
|||
说明 | 无 |||||
`, `
# 1 tabbed
水库除险自评表 |  |  |
资金 | （万元） | 预算数 | 执行数
单位 | 水务站 | 年度 | 2023
总额 | 30 | 28 |
工程 | 2座 |  |
坝顶 | 加高 | 1米 |
说明 | 无 |  |`},
		{"rows of their own number of bars stay apart", "甲 | 1 ||\n乙 | 2 |||\n丙 | 3 |\n丁 | 4 |\n", `
# 1 tabbed
甲 | 1
乙 | 2
丙 | 3
丁 | 4`},
		{"rows that only happen to have as many bars together", "|甲|1|||||\n|乙|2|||||\n|丙|3|||||\n|合计|6|\n|说明|\n|丁|4|||||\n", `
# 1 tabbed
甲 | 1
乙 | 2
丙 | 3
合计 | 6
说明 |
丁 | 4`},
		{"a small table below a wide one", "|甲|1|||||\n|乙|2|||||\n|丙|3|||||\n合计为6。\n|丁|4||\n|戊|5||\n", `
# 1 tabbed
甲 | 1
乙 | 2
丙 | 3
¶ 合计为6。
# 2 tabbed
丁 | 4
戊 | 5`},
		{"one wide gap is no table", "填报日期：\t总分：98.75\n正文", `
¶ 填报日期：	总分：98.75
¶ 正文`},
		{"cells that end in a bar, one a line", "项目名称 |\n道路养护 |\n", `
¶ 项目名称
¶ 道路养护`},
		{"contents", "一、概况.....\t1\n（一）职责\t1\n二、预算\t3\n", `
¶ 一、概况.....	1
¶ （一）职责	1
¶ 二、预算	3`},
		{"blanks of the layout go, those between words stay", "全年 预算 (万元)\tAnnual  plan\n2023 年\t12 34\n", `
# 1 tabbed
全年预算(万元) | Annual plan
2023年 | 12 34`},
		{"a row that lost its leading blanks moves right", `
一级	二级	名称	指标值	完成值	分值	得分	说明
产出	数量	巡查次数	≥30次	32次	5	5.00	按比例计分，扣完为止，不再细分
		覆盖率	≥90%	91%	5	5.00
		及时率	100%	98%	5	4.90
效果	满意	群众评价	显著	显著	5	4.50
		办结率	100%	99.5%	5	4.98
投诉处理率	100%	97%	5	4.85
`, `
# 1 tabbed
一级 | 二级 | 名称 | 指标值 | 完成值 | 分值 | 得分 | 说明
产出 | 数量 | 巡查次数 | ≥30次 | 32次 | 5 | 5.00 | 按比例计分，扣完为止，不再细分
 |  | 覆盖率 | ≥90% | 91% | 5 | 5.00 |
 |  | 及时率 | 100% | 98% | 5 | 4.90 |
效果 | 满意 | 群众评价 | 显著 | 显著 | 5 | 4.50 |
 |  | 办结率 | 100% | 99.5% | 5 | 4.98 |
 |  | 投诉处理率 | 100% | 97% | 5 | 4.85 |`},
		{"a total row stays where it is", `
名称	指标值	完成值	分值	得分
巡查次数	≥30次	32次	5	5.00
覆盖率	≥90%	91%	5	5.00
及时率	100%	98%	5	4.90
办结率	100%	98%	5	4.90
合计			20	19.80
`, `
# 1 tabbed
名称 | 指标值 | 完成值 | 分值 | 得分
巡查次数 | ≥30次 | 32次 | 5 | 5.00
覆盖率 | ≥90% | 91% | 5 | 5.00
及时率 | 100% | 98% | 5 | 4.90
办结率 | 100% | 98% | 5 | 4.90
合计 |  |  | 20 | 19.80`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := written(Tabbed(printedLines(tt.text)))
			if diff := cmp.Diff(strings.TrimSpace(tt.want), strings.TrimSpace(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// shared finds a file of the samples that stand beside the repository, or skips the test.
func shared(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("no shared samples here")
	}
	return path
}

func TestTabbedSampleMovesOneRow(t *testing.T) {
	data, err := os.ReadFile(shared(t, "seeds/003_feeea4db5d6622b3.txt"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := Tabbed(printedLines(string(data)))
	var doubtful []string
	tables := 0
	for _, b := range blocks {
		if b.Table == nil {
			continue
		}
		tables++
		for _, c := range b.Table.Cells {
			if c.Doubt != "" {
				doubtful = append(doubtful, c.Text)
			}
		}
	}
	if tables != 4 {
		t.Errorf("%d tables, want 4", tables)
	}
	if diff := cmp.Diff([]string{"“接诉即办”满意度", "100%", "99.00%", "5", "4.95"}, doubtful); diff != "" {
		t.Error(diff)
	}
}
