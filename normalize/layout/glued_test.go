package layout

import (
	"strings"
	"testing"
	"time"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// TestGluedRows divides lines that lost what stood between their cells. A ? before the row says that
// its division is not sure.
func TestGluedRows(t *testing.T) {
	const (
		rural     = "绩效指标一级指标二级指标三级指标分值年度指标值全年实际值得分未完成原因及拟采取的改进措施"
		municipal = "指标名称计量单位指标性质年初指标值调整指标值全年完成值得分系数（%）指标权重（分）指标得分（分）是否核心指标（是/否）"
		funds     = "资金情况（万元）全年预算数（A）全年执行数（B）分值执行率（B/A）得分"
		unscored  = "一级指标二级指标三级指标年初目标值实际完成值未完成原因及改进措施"
	)
	for _, c := range []struct{ head, line, want string }{
		{rural, "产出指标数量指标修建水渠10≥266米≥266米10", "产出指标|数量指标|修建水渠|10|≥266米|≥266米|10|"},
		{rural, "工程合格率10100%100%10", "||工程合格率|10|100%|100%|10|"},
		{rural, "时效指标完工及时率10≥95%90.25%9.5雨天较多", "|时效指标|完工及时率|10|≥95%|90.25%|9.5|雨天较多"},
		{rural, "可持续影响指标管护制度20健全健全20", "|可持续影响指标|管护制度|20|健全|健全|20|"},
		{municipal, "预报准确率%≥8585881002020是", "预报准确率|%|≥|85|85|88|100|20|20|是"},
		{municipal, "公众满意度%≥90908190109否", "公众满意度|%|≥|90|90|81|90|10|9|否"},
		{funds, "年度资金总额：202.6202.610100.00%10", "年度资金总额：|202.6|202.6|10|100.00%|10"},
		{funds, "其中：本年财政拨款150.00142.50", "其中：本年财政拨款|150.00|142.50|||"},
		{unscored, "产出指标产出质量办结合格率不低于99%达成预期指标", "产出指标|产出质量|办结合格率|不低于99%|达成预期指标|"},
	} {
		w := newWalker(&document.Document{}, lexicon.Load())
		h, _ := w.gluedHead(c.head)
		rows, _ := w.gluedTable(h, []document.Line{{Text: c.line}}, 0).read()
		if len(rows) != 1 {
			t.Errorf("%s: %d rows", c.line, len(rows))
			continue
		}
		rec := rows[0].record
		var cells []string
		for _, column := range h.columns {
			cells = append(cells, rec.text(column.role))
		}
		if got := strings.Join(cells, "|"); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.line, got, c.want)
		}
	}
}

// TestGluedTotals reads the row that closes a glued table.
func TestGluedTotals(t *testing.T) {
	for line, want := range map[string]string{
		"总分10099.25": "100 99.25", "总分95.5分": " 95.5", "……总分100100": "100 100", "合计100": " 100", "总分析说明": "",
	} {
		w := newWalker(&document.Document{}, lexicon.Load())
		rec, _ := w.gluedTotal(line, nil, document.Place{})
		got := ""
		if rec != nil {
			got = rec.text(lexicon.Weight) + " " + rec.text(lexicon.Score)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestGluedRowsAreBounded holds what many lines of nothing but digits may cost.
func TestGluedRowsAreBounded(t *testing.T) {
	head := "指标名称计量单位指标性质年初指标值调整指标值全年完成值得分系数（%）指标权重（分）指标得分（分）说明"
	text := head + strings.Repeat("\n指标"+strings.Repeat("1", 190), 2000)
	var lines []document.Line
	for l := range strings.Lines(text) {
		lines = append(lines, document.Line{Text: strings.TrimSpace(l)})
	}
	began := time.Now()
	w := newWalker(&document.Document{}, lexicon.Load())
	w.run(lines)
	if w.gluedDone > gluedTotal+gluedSteps {
		t.Errorf("%d steps", w.gluedDone)
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}
