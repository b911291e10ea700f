package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
)

// The halves of a sheet in drawings: the left one takes the width of its page, and so would the next column.
const (
	leftHalf = `
+----------------------------+----------------------+-------------------+
|三级指标                    |年度指标值            |实际完成值         |
+----------------------------+----------------------+-------------------+
|巡查次数                    |≥40次                 |42次               |
|                            |                      |                   |
+----------------------------+----------------------+-------------------+
|台账完整率                  |100%                  |98%                |
|                            |                      |                   |
|                            |                      |                   |
+----------------------------+----------------------+-------------------+`
	rightHalf = `
+-----------+----------+
|分值       |得分      |
+-----------+----------+
|20         |20        |
|           |          |
+-----------+----------+
|30         |29.4      |
|           |          |
|           |          |
+-----------+----------+`
	narrowLeft = `
+-----------+----------+
|指标       |完成值    |
+-----------+----------+
|巡查次数   |42次      |
|           |          |
+-----------+----------+
|台账完整率 |98%       |
|           |          |
|           |          |
+-----------+----------+
|值班天数   |365天     |
+-----------+----------+`
	narrowRight = `
+-----------+
|得分       |
+-----------+
|20         |
|           |
+-----------+
|29.4       |
|           |
|           |
+-----------+
|10         |
+-----------+`
)

// TestPagesBesideOneAnother lays two pages before the finder that may be the halves of one sheet.
func TestPagesBesideOneAnother(t *testing.T) {
	joined := `
# 1 ruled
三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
巡查次数 | ≥40次 | 42次 | 20 | 20
台账完整率 | 100% | 98% | 30 | 29.4`
	for _, tt := range []struct {
		name  string
		pages [][]leaf
		want  string
	}{
		{"rows at the same heights, and no room for the next column", [][]leaf{{{top, leftHalf}}, {{top, rightHalf}}}, joined},
		{"what stands above the right half belongs to the sheet", [][]leaf{
			{{top - 2*rowHeight, "巡查项目自评表"}, {top, leftHalf}},
			{{top - 2*rowHeight, "            单位：万元"}, {top, rightHalf}},
		}, "¶ 巡查项目自评表\n¶ 单位：万元" + joined},
		{"titles of their own", [][]leaf{
			{{top - 2*rowHeight, strings.Repeat(" ", 29) + "项目指标完成表"}, {top, leftHalf}},
			{{top - 2*rowHeight, "     部门评分汇总"}, {top, rightHalf}},
		}, `
¶ 项目指标完成表
# 1 ruled
三级指标 | 年度指标值 | 实际完成值
巡查次数 | ≥40次 | 42次
台账完整率 | 100% | 98%
¶ 部门评分汇总
# 2 ruled
分值 | 得分
20 | 20
30 | 29.4`},
		{"the labels once more", [][]leaf{{{top, leftHalf}}, {{top, strings.NewReplacer(
			"20         |20        ", "巡查次数   |20        ", "30         |29.4      ", "台账完整率 |29.4      ").Replace(rightHalf)}}}, `
# 1 ruled
三级指标 | 年度指标值 | 实际完成值
巡查次数 | ≥40次 | 42次
台账完整率 | 100% | 98%
# 2 ruled
分值 | 得分
巡查次数 | 20
台账完整率 | 29.4`},
		{"other heights", [][]leaf{{{top, leftHalf}}, {{top, strings.Replace(rightHalf, "|           |          |\n", "", 1)}}}, `
# 1 ruled
三级指标 | 年度指标值 | 实际完成值
巡查次数 | ≥40次 | 42次
台账完整率 | 100% | 98%
# 2 ruled
分值 | 得分
20 | 20
30 | 29.4`},
		{"room for the next column, and nothing that the page cuts", [][]leaf{{{top, narrowLeft}}, {{top, narrowRight}}}, `
# 1 ruled
指标 | 完成值
巡查次数 | 42次
台账完整率 | 98%
值班天数 | 365天
# 2 ruled
得分
20
29.4
10`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := written(Blocks(pagesOf(tt.pages...)))
			if diff := cmp.Diff(strings.TrimSpace(tt.want), strings.TrimSpace(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCutText wants the text that runs over the page's right edge whole, in a line and in a cell.
func TestCutText(t *testing.T) {
	pages := pagesOf([]leaf{{top - 2*rowHeight, strings.Repeat(" ", 25) + "二○二三年度巡查项"}, {top, narrowLeft}},
		[]leaf{{top - 2*rowHeight, "项目自评表"}, {top, narrowRight}})
	shift := pages[0].Glyphs[8].Box.X0 - 201 // the last character stands over the edge of the table, at 201 points
	for i := range 9 {
		pages[0].Glyphs[i].Box.X0, pages[0].Glyphs[i].Box.X1 = pages[0].Glyphs[i].Box.X0-shift-6, pages[0].Glyphs[i].Box.X1-shift-6
	}
	for i := range 5 {
		pages[1].Glyphs[i].Box.X0, pages[1].Glyphs[i].Box.X1 = pages[1].Glyphs[i].Box.X0-9, pages[1].Glyphs[i].Box.X1-9
	}
	want := `
¶ 二○二三年度巡查项目自评表
# 1 ruled
指标 | 完成值 | 得分
巡查次数 | 42次 | 20
台账完整率 | 98% | 29.4
值班天数 | 365天 | 10`
	if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(written(Blocks(pages)))); diff != "" {
		t.Error(diff)
	}
}

// TestLeftApart wants a word about two pages that may be halves of one sheet, and none about others.
func TestLeftApart(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pages [][]leaf
		notes int
	}{
		{"room for the next column", [][]leaf{{{top, narrowLeft}}, {{top, narrowRight}}}, 1},
		{"joined", [][]leaf{{{top, leftHalf}}, {{top, rightHalf}}}, 0},
		{"the same form once more", [][]leaf{{{top, narrowLeft}}, {{top, narrowLeft}}}, 0},
		{"one after the other", [][]leaf{{{top, narrowLeft}}, {{top + 100, narrowRight}}}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var f Finder
			pages := pagesOf(tt.pages...)
			for i := range pages {
				f.Take(&pages[i])
			}
			_, notes := f.Blocks(len(pages))
			if len(notes) != tt.notes {
				t.Fatalf("%d notes, want %d: %v", len(notes), tt.notes, notes)
			}
			for _, n := range notes {
				if n.Code != document.LostGrid || n.Place.Page != 2 {
					t.Errorf("note %+v", n)
				}
			}
		})
	}
}
