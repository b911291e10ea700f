package layout

import (
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// TestPointsCut cuts a weight from the score that ran into it, where one cut alone makes points of them.
func TestPointsCut(t *testing.T) {
	for token, want := range map[string]string{
		"1010": "10|10", "107.6": "10|7.6", "87.6": "8|7.6", "12.512.5": "12.5|12.5", "1010.00": "10|10.00", "6.56.5": "6.5|6.5",
		"77.00": "7|7.00", "20": "", "12": "", "100": "", "10": "", "95%": "", "7月": "", "1.5": "", "266": "",
	} {
		got := ""
		if cut := pointsCut(token); cut > 0 {
			got = token[:cut] + "|" + token[cut:]
		}
		if got != want {
			t.Errorf("%s: %q, want %q", token, got, want)
		}
	}
}

// TestGluedPair reads rows of which some have the weight and the score in one token; these are doubted.
func TestGluedPair(t *testing.T) {
	doc := &document.Document{Format: "text"}
	text := []string{
		"一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分",
		"产出指标 数量指标 修建水渠 ≥266米 ≥266米 10 10",
		"质量指标 工程合格率 100% 100% 1010",
		"时效指标 完工及时率 ≥95% 90.25% 109.5",
	}
	var lines []document.Line
	for i, l := range text {
		lines = append(lines, document.Line{Text: l, Place: document.Place{Line: i + 1}})
	}
	w := newWalker(doc, lexicon.Load())
	w.run(lines)
	want := [][3]string{{"10", "10", ""}, {"10", "10", form.InferredCut}, {"10", "9.5", form.InferredCut}}
	if len(w.form.Indicators) != len(want) {
		t.Fatalf("%d rows", len(w.form.Indicators))
	}
	for i, row := range w.form.Indicators {
		if got := [3]string{row.Weight.Text, row.Score.Text, row.Score.Doubt}; got != want[i] {
			t.Errorf("%s: %q, want %q", row.Name, got, want[i])
		}
	}
}
