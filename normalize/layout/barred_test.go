package layout

import (
	"slices"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// cutRows gives the rows of a table that came a cell a line, its cells parted by commas.
func cutRows(cells string) []string {
	t := &document.Table{Columns: 1, Evidence: document.Barred}
	for i, text := range strings.Split(cells, "|") {
		t.Cells = append(t.Cells, document.Cell{Row: i, Text: text})
	}
	r := &reader{lex: lexicon.Load(), form: &form.Form{}}
	cut := r.cutBars(t)
	if cut == nil {
		return nil
	}
	rows := make([]string, cut.Rows)
	for i, c := range cut.Cells {
		if i > 0 && cut.Cells[i-1].Row == c.Row {
			rows[c.Row] += ","
		} else {
			rows[c.Row] += strings.Repeat(",", c.Column) // its levels are gone
		}
		rows[c.Row] += c.Text
	}
	return rows
}

func TestCutBars(t *testing.T) {
	tests := []struct {
		name, cells string
		want        []string
	}{
		{"a merged cell counts once, so the rows have different numbers of cells",
			"项目名称|清淤|项目资金||年初预算数|全年预算数|全年执行数|分值|执行率|得分||年度资金总额|20|20|18|10|90%|9||其他资金||||||" +
				"|年度总体目标|预期目标|实际完成情况||清淤10公里。|清淤12公里。|绩效指标|一级指标|二级指标|三级指标|指标值|完成值|分值|得分||产出指标|数量指标|清淤长度|≥10公里|12公里|50|50||||清淤次数|≥2次|1次|40|20|总分|100|79|良",
			[]string{"项目名称,清淤", "项目资金,,年初预算数,全年预算数,全年执行数,分值,执行率,得分", ",年度资金总额,20,20,18,10,90%,9", ",其他资金,,,,,,",
				"年度总体目标,预期目标,实际完成情况", ",清淤10公里。,清淤12公里。", "绩效指标,一级指标,二级指标,三级指标,指标值,完成值,分值,得分",
				",产出指标,数量指标,清淤长度,≥10公里,12公里,50,50", ",,,清淤次数,≥2次,1次,40,20", "总分,100,79,良"}},
		{"every column has its cell",
			"部门|粮站||||||一级指标|三级指标||指标值|完成值|分值|得分|产出指标|晾晒面积||≥9亩|9亩|60|60||晾晒次数||≥2次|3次|40|40|合计||||||100|100",
			[]string{"部门,粮站,,,,,", "一级指标,三级指标,,指标值,完成值,分值,得分", "产出指标,晾晒面积,,≥9亩,9亩,60,60", ",晾晒次数,,≥2次,3次,40,40", "合计,,,,,,100,100"}},
		{"the cells of merged levels are gone",
			"一级指标|二级指标|三级指标|指标值|完成值|分值|得分|产出指标|数量指标|晾晒面积|≥9亩|9亩|60|60|质量指标|合格率|100%|100%|20|20|晾晒次数|≥2次|3次|20|20",
			[]string{"一级指标,二级指标,三级指标,指标值,完成值,分值,得分", "产出指标,数量指标,晾晒面积,≥9亩,9亩,60,60", ",质量指标,合格率,100%,100%,20,20", ",,晾晒次数,≥2次,3次,20,20"}},
		{"headers of two rows",
			"绩效指标|年度指标值|实际完成值|分值|得分||一级指标|二级指标|三级指标|指标值|度量单位||||产出指标|数量指标|清淤长度|10|公里|12|60|60||||清淤次数|2|次|2|40|40",
			[]string{"绩效指标,年度指标值,实际完成值,分值,得分", ",一级指标,二级指标,三级指标,指标值,度量单位,,,", ",产出指标,数量指标,清淤长度,10,公里,12,60,60", ",,,清淤次数,2,次,2,40,40"}},
		{"headers of two rows, the second without the columns beside its group",
			"绩效指标|年度指标值|实际完成值|分值|得分|一级指标|二级指标|三级指标|指标值|度量单位|产出指标|数量指标|清淤长度|10|公里|12|60|60|质量指标|合格率|100|%|100%|40|40|总分|100|100",
			[]string{"绩效指标,年度指标值,实际完成值,分值,得分", "一级指标,二级指标,三级指标,指标值,度量单位", "产出指标,数量指标,清淤长度,10,公里,12,60,60", ",质量指标,合格率,100,%,100%,40,40", "总分,100,100"}},
		{"one note covers all rows of the funds, and a block is left unused",
			"资金|年初预算|预算数|执行数|执行率|得分|原因|总额|20|20|18|90%|9|尾款次年支付|财政资金|20|20|18|90%|/|单位资金|0|0|0|0%|/|" +
				"一级指标|二级指标|三级指标|指标值|完成值|分值|得分|产出指标|数量指标|清淤长度|10公里|12公里|60|60|生态效益指标|||||||可持续影响指标|管护机制|健全|健全|40|40",
			[]string{"资金,年初预算,预算数,执行数,执行率,得分,原因", "总额,20,20,18,90%,9,尾款次年支付", "财政资金,20,20,18,90%,/", "单位资金,0,0,0,0%,/",
				"一级指标,二级指标,三级指标,指标值,完成值,分值,得分", "产出指标,数量指标,清淤长度,10公里,12公里,60,60", ",生态效益指标,,,,,", ",可持续影响指标,管护机制,健全,健全,40,40"}},
		{"no headers, no rows", "甲|乙|丙|1|2|3|丁|4|5|6", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := cutRows(tt.cells); !slices.Equal(got, tt.want) {
				t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}
