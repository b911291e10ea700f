package layout

import (
	"slices"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// drawn is a table of cells written as text, or as text*rows*columns where a cell is merged.
func drawn(rows ...string) *document.Table {
	t := &document.Table{Number: 1, Evidence: document.Markup, Rows: len(rows)}
	held := map[[2]int]bool{}
	for i, row := range rows {
		at := 0
		for _, text := range strings.Split(row, "|") {
			for held[[2]int{i, at}] {
				at++
			}
			c := document.Cell{Row: i, Column: at, RowSpan: 1, ColumnSpan: 1, Text: text}
			if parts := strings.Split(text, "*"); len(parts) == 3 {
				c.Text, c.RowSpan, c.ColumnSpan = parts[0], int(parts[1][0]-'0'), int(parts[2][0]-'0')
			}
			for r := range c.RowSpan {
				for k := range c.ColumnSpan {
					held[[2]int{i + r, at + k}] = true
				}
			}
			at += c.ColumnSpan
			t.Cells, t.Columns = append(t.Cells, c), max(t.Columns, at)
		}
	}
	return t
}

// The three levels may each have a name and a weight under one head.
func TestNamesAndWeightsUnderLevels(t *testing.T) {
	form := Read(&document.Document{Format: "html", Blocks: []document.Block{{Table: drawn(
		"一级指标*1*2|二级指标*1*2|三级指标*1*2|年度指标值*2*1|实际完成值*2*1|自评得分*2*1",
		"名称|权重|名称|权重|名称|权重",
		"履职效能*3*1|60*3*1|灌溉服务*2*1|40*2*1|渠道清淤长度|20|30公里|33公里|20",
		"斗口水位观测率|20|≥98%|99%|20",
		"节水服务|20|计量设施检定率|20|100%|100%|20",
		"管理效率|40|资产管理|40|闸房完好率|40|≥95%|96%|40",
		"合计|100||100||100|||100",
	)}}}, lexicon.Load())
	if len(form) != 1 {
		t.Fatalf("%d forms", len(form))
	}
	want := []string{"灌溉服务|渠道清淤长度|30公里|33公里|20|20", "灌溉服务|斗口水位观测率|≥98%|99%|20|20", "节水服务|计量设施检定率|100%|100%|20|20", "资产管理|闸房完好率|≥95%|96%|40|40"}
	if got := rows(form[0].Indicators); !slices.Equal(got, want) {
		t.Errorf("read %q\nwant %q", got, want)
	}
}

// The words for a level are the names of single rows in some forms; under the head of names they stay where they are.
func TestLevelWordsAsNames(t *testing.T) {
	f := readText(t, `一级指标	分值	二级指标	分值	三级指标	分值	得分
项目管理	45	资金到位	20	到位率	20	18
		组织实施	25	管理制度	25	25
项目绩效	55	项目产出	25	产出数量	15	15
				产出质量	10	9
		项目效益	30	经济效益	10	10
				社会效益	10	10
				服务对象满意度	10	8
总分	100		100		100	95
`)
	want := []string{"资金到位|到位率|||20|18", "组织实施|管理制度|||25|25", "项目产出|产出数量|||15|15", "项目产出|产出质量|||10|9", "项目效益|经济效益|||10|10", "项目效益|社会效益|||10|10", "项目效益|服务对象满意度|||10|8"}
	if got := rows(f.Indicators); !slices.Equal(got, want) {
		t.Errorf("read %q\nwant %q", got, want)
	}
}

// TestActivityLevel: a column of kinds just left of the level-2 column is the level 1.
func TestActivityLevel(t *testing.T) {
	f := readText(t, "项目名称\t渠道清淤\n指标类型\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n产出指标\t数量指标\t清淤长度\t10公里\t12公里\t60\t60\n效益指标\t社会效益指标\t受益户数\t30户\t30户\t40\t40\n")
	if len(f.Indicators) != 2 || f.Indicators[0].Level1 != "产出指标" || f.Indicators[1].Level1 != "效益指标" || f.Indicators[1].Level2 != "社会效益指标" {
		t.Errorf("read %+v", f.Indicators)
	}
}
