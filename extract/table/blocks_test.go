package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

func TestRuledTables(t *testing.T) {
	for _, tt := range []struct{ name, art, want string }{
		{"plain", `
+------+------+
| 分值 | 得分 |
+------+------+
| 20   | 18.5 |
+------+------+`, `
分值 | 得分
20 | 18.5`},
		{"merged over rows and columns", `
+--------+---------------+
| 一级   | 数量与质量    |
| 指标   +-------+-------+
|        | 甲    | 乙    |
+--------+-------+-------+
| 产出   | 1     | 2     |
|        +-------+-------+
|        | 3     |       |
+--------+-------+-------+`, `
一级指标(2×1) | 数量与质量(1×2)
甲 | 乙
产出(2×1) | 1 | 2
3 |`},
		{"lines of a cell are joined as they were written", `
+----------+----------+--------+
| 交通治理 | Annual   |1,234,5 |
| 宣传覆盖 | report   |67.00   |
| 率 90%   | 2020     |        |
+----------+----------+--------+
| 2020 年  | a   b    |合  计  |
+----------+----------+--------+`, `
交通治理宣传覆盖率90% | Annual report 2020 | 1,234,567.00
2020年 | a b | 合计`},
		{"double rules make no columns", `
+-----++-----++
| 甲  || 乙  ||
+-----++-----++
| 1   || 2   ||
+-----++-----++`, `
甲 | 乙
1 | 2`},
		{"open at the sides", `
-----+-----+-----
 甲  | 乙  | 丙
-----+-----+-----
 1   |     | 3
-----+-----+-----`, `
甲 | 乙 | 丙
1 |  | 3`},
		{"rules that draw columns only", `
+--------+--------+-------+
| 名称   | 预算数 | 执行  |
+--------+--------+-------+
| 基本   | 100.50 | 99.00 |
| 项目   |  20.00 | 18.12 |
| 其他   |        |       |
| 合计   | 120.50 | 117.12|
+--------+--------+-------+`, `
名称 | 预算数 | 执行
基本 | 100.50 | 99.00
项目 | 20.00 | 18.12
其他合计 | 120.50 | 117.12`},
		{"several lines are no rows where one cell has a single figure", `
+--------+--------+-------+
| 名称   | 目标   | 得分  |
+--------+--------+-------+
| 覆盖率 | 90%    |       |
| 及时率 | 95%    | 10    |
| 合格率 | 99%    |       |
+--------+--------+-------+`, `
名称 | 目标 | 得分
覆盖率及时率合格率 | 90% 95% 99% | 10`},
		{"blank beside a step is no cell", `
+-----+-----+
| 甲  | 乙  |
+-----+-----+
| 1   |
+-----+`, `
甲 | 乙
1 | ×`},
		{"an area that is no rectangle is cut into rectangles", `
+-----+-----+
| 甲  | 乙  |
+     +-----+
| 1     2   |
+-----+-----+`, `
甲1(2×1) | 乙
2`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			blocks := Blocks([]document.Page{draw(1, 100, tt.art)})
			if len(blocks) != 1 || blocks[0].Table == nil {
				t.Fatalf("want one table, got %s", written(blocks))
			}
			if diff := cmp.Diff(strings.TrimSpace(tt.want), strings.TrimSpace(grid(blocks[0].Table))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAlignedTables(t *testing.T) {
	for _, tt := range []struct{ name, art, want string }{
		{"figures below one another", `
名称             预算数         执行数
基本支出         10660.61       10246.15
道路隔离设施      2953.76        2584.20
及标线维护
合计             13614.37       12830.35
以上为全部支出。`, `
# 1 aligned
名称 | 预算数 | 执行数
基本支出 | 10660.61 | 10246.15
道路隔离设施及标线维护 | 2953.76 | 2584.20
合计 | 13614.37 | 12830.35
¶ 以上为全部支出。`},
		{"rules that draw rows only", `
-----------------------------------
名称             预算数
-----------------------------------
基本支出         10660.61
-----------------------------------
项目支出          2953.76
-----------------------------------`, `
# 1 aligned
名称 | 预算数
基本支出 | 10660.61
项目支出 | 2953.76`},
		{"signatures are no table", `
单位负责人：           填表人：
联系电话：             传真：
电子邮件：             邮编：`, `
¶ 单位负责人：	填表人：
¶ 联系电话：	传真：
¶ 电子邮件：	邮编：`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := written(Blocks([]document.Page{draw(1, 100, tt.art)}))
			if diff := cmp.Diff(strings.TrimSpace(tt.want), strings.TrimSpace(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
