package docx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	restart   = `<w:vMerge w:val="restart"/>`
	goesOn    = `<w:vMerge/>`
	twoWide   = `<w:gridSpan w:val="2"/>`
	threeWide = `<w:gridSpan w:val="3"/>`
)

func TestTables(t *testing.T) {
	row := func(texts ...string) string {
		cells := make([]string, len(texts))
		for i, text := range texts {
			cells[i] = tc("", text)
		}
		return tr(cells...)
	}
	for _, c := range []struct{ name, body, want string }{
		{"spans across", tbl(tr(tc(twoWide, "甲"), tc("", "乙")), row("1", "2", "3")), "|甲·1×2|乙|\n|1|2|3|"},
		{"merged down, by column of the grid", tbl(tr(tc(restart, "甲"), tc("", "1"), tc("", "2")), tr(tc(goesOn, ""), tc(twoWide, "3")), tr(tc(goesOn, ""), tc("", "4"), tc("", "5"))),
			"|甲·3×1|1|2|\n|3·1×2|\n|4|5|"},
		{"merged down behind a span", tbl(tr(tc(twoWide, "a"), tc(restart, "乙")), tr(tc("", "b"), tc("", "c"), tc(goesOn, ""))), "|a·1×2|乙·2×1|\n|b|c|"},
		{"a new merge begins below another", tbl(tr(tc(restart, "甲"), tc("", "1")), tr(tc(restart, "乙"), tc("", "2")), tr(tc(goesOn, ""), tc("", "3"))), "|甲|1|\n|乙·2×1|2|\n|3|"},
		{"a continuation of nothing is a cell", tbl(tr(tc("", "甲"), tc("", "1")), tr(tc(goesOn, "乙"), tc("", "2"))), "|甲|1|\n|乙|2|"},
		{"text under a merged cell is not seen", tbl(tr(tc(restart, "甲"), tc("", "1")), tr(tc(goesOn, "藏"), tc("", "2"))), "|甲·2×1|1|\n|2|"},
		{"old merge across", tbl(tr(tc(`<w:hMerge w:val="restart"/>`, "甲"), tc("<w:hMerge/>", ""), tc("", "乙")), row("1", "2", "3")), "|甲·1×2|乙|\n|1|2|3|"},
		{"columns left out before", tbl(row("a", "b", "c"), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>`+tc("", "1")+tc("", "2")+"</w:tr>"), "|a|b|c|\n|1|2|"},
		{"columns that no cell begins in are none", tbl(tr(tc(twoWide, "甲"), tc(threeWide, "乙")), tr(tc(twoWide, "1"), tc(threeWide, "2"))), "|甲|乙|\n|1|2|"},
		{"rows in content controls", tbl(row("a", "b"), "<w:sdt><w:sdtPr/><w:sdtContent>"+row("1", "2")+"</w:sdtContent></w:sdt>"), "|a|b|\n|1|2|"},
		{"cells in content controls", tbl("<w:tr>" + tc("", "a") + "<w:sdt><w:sdtContent>" + tc("", "b") + "</w:sdtContent></w:sdt></w:tr>"), "|a|b|"},
		{"deleted rows", tbl(row("a", "b"), "<w:tr><w:trPr><w:del/></w:trPr>"+tc("", "x")+tc("", "y")+"</w:tr>", row("1", "2")), "|a|b|\n|1|2|"},
		{"hidden rows", tbl(row("a", "b"), "<w:tr><w:trPr><w:hidden/></w:trPr>"+tc("", "x")+tc("", "y")+"</w:tr>"), "|a|b|"},
		{"a frame around text", tbl(row(p("文") + p("字"))), "文\n字"},
		{"a cell of several paragraphs", tbl(row(p("交通治理宣传覆")+p("盖率"), "90%")), "|交通治理宣传覆盖率|90%|"},
		{"blank tables are none", tbl(row("", "")), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, sketch(mustRead(t, pack(t, c.body, nil)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNestedTables(t *testing.T) {
	inner := tbl(tr(tc("", "预算数"), tc("", "执行数")), tr(tc("", "860"), tc("", "798")))
	for _, c := range []struct{ name, body, want string }{
		{"in a cell beside data it follows the table", tbl(tr(tc("", "名称"), tc("", "得分"), tc("", "说明")), tr(tc("", "甲"), tc("", "5"), tc("", p("见表")+inner+p(""))), tr(tc("", "乙"), tc("", "6"), tc("", "无"))),
			"|名称|得分|说明|\n|甲|5|见表|\n|乙|6|无|\n|预算数|执行数|\n|860|798|"},
		{"beside a label it divides the table", tbl(tr(tc("", "项目"), tc("", "桥")), tr(tc("", "资金"), tc("", inner+p(""))), tr(tc("", "总分"), tc("", "98"))),
			"|项目|桥|\n资金\n|预算数|执行数|\n|860|798|\n|总分|98|"},
		{"a layout table is replaced", tbl(tr(tc("", p("标题")+inner+p("落款")))), "标题\n|预算数|执行数|\n|860|798|\n落款"},
		{"a label beside several rows goes on", tbl(tr(tc(restart, "指标"), tc("", inner)), tr(tc(goesOn, ""), tc("", "甲")), tr(tc(goesOn, ""), tc("", "乙"))),
			"指标\n|预算数|执行数|\n|860|798|\n|指标·2×1|甲|\n|乙|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, sketch(mustRead(t, pack(t, c.body, nil)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestWideTableKeepsItsText reads a row that is wider than any table may be.
func TestWideTableKeepsItsText(t *testing.T) {
	wide := `<w:gridSpan w:val="4000"/>`
	doc := mustRead(t, pack(t, tbl(tr(tc(wide, "甲"), tc(wide, "乙"), tc(wide, "丙"), tc("", "丁"))), nil))
	if got := strings.ReplaceAll(sketch(doc), "|", ""); got != "甲乙丙丁" {
		t.Errorf("read %q", got)
	}
}
