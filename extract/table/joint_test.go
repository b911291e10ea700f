package table

import "testing"

func TestJoint(t *testing.T) {
	for _, tt := range []struct {
		upper, lower string
		full         bool
		want         string
	}{
		{"交通治理宣传覆", "盖率", true, "交通治理宣传覆盖率"},
		{"完成", "95%", true, "完成95%"},
		{"≥", "90%", false, "≥90%"},
		{"1345.7", "万", true, "1345.7万"},
		{"不超过4.", "7万元", false, "不超过4.7万元"},
		{"1.", "2020年", false, "1. 2020年"},
		{"1,234,5", "67.00", true, "1,234,567.00"},
		{"12345678", "90.12", true, "1234567890.12"},
		{"1,234,567.00", "89.00", true, "1,234,567.00 89.00"},
		{"100", "95", false, "100 95"},
		{"annual", "report", true, "annual report"},
		{"year-", "end", true, "year-end"},
		{"90", "%", false, "90%"},
		{"12", ".5", false, "12.5"},
	} {
		if got := tt.upper + joint(tt.upper, tt.lower, tt.full) + tt.lower; got != tt.want {
			t.Errorf("%q + %q (full %v) = %q, want %q", tt.upper, tt.lower, tt.full, got, tt.want)
		}
	}
}

func TestTextSetDownwards(t *testing.T) {
	for want, lines := range map[string][]string{
		"2023年目标": {"2", "0", "2", "3", "年", "目", "标"},
		"指标12":    {"指", "标", "1", "2"},
		"1 2 3":   {"1", "2", "3"},
		"甲5 6":    {"甲5", "6"},
	} {
		if got := joinedText(lines, func(int) bool { return false }); got != want {
			t.Errorf("%q = %q, want %q", lines, got, want)
		}
	}
}

func TestSqueeze(t *testing.T) {
	for text, want := range map[string]string{
		"2023 年":    "2023年",
		"合 　 计":     "合计",
		"总分： 98.75": "总分：98.75",
		"a  b":      "a b",
		"12 345":    "12 345",
		"甲 \t 乙":    "甲\t乙",
		"≧12 次":     "≧12次",
	} {
		if got := squeeze(text); got != want {
			t.Errorf("squeeze(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPageNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"3": true, "- 12 -": true, "第 3 页 共 10 页": true, "3/10": true, "—5—": true,
		"": false, "第三季度": false, "98.75": false, "2023年": false, "共计": false,
	} {
		if got := pageNumber(text); got != want {
			t.Errorf("pageNumber(%q) = %v", text, got)
		}
	}
}

func TestShapeOf(t *testing.T) {
	for text, want := range map[string]shape{
		"": blankShape, "——": dashShape, "合规": shortText, "1.社会效益": shortText,
		"单位全年支出额与全年安排额的比率": longText, "99.7%": percentShape, "≥600起": boundShape, "<3天": boundShape,
		"3.7倍": amountShape, "1345.7万": amountShape, "2023年12月底": dateShape,
		"5": integerShape, "1,234": integerShape, "4.9": decimalShape + 1, "4.90": decimalShape + 2,
	} {
		if got := shapeOf(text); got != want {
			t.Errorf("shapeOf(%q) = %d, want %d", text, got, want)
		}
	}
}
