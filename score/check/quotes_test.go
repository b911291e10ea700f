package check

import "testing"

func TestNested(t *testing.T) {
	for text, want := range map[string]string{
		"““接诉即办”满意度”完成值 99%": "“‘接诉即办’满意度”完成值 99%",
		"“甲”、“乙”":            "“甲”、“乙”",
		"正文写“甲“乙”":           "正文写“甲“乙”",
		"没有引号":               "没有引号",
		"甲”“乙”":              "甲”“乙”",
	} {
		if got := nested(text); got != want {
			t.Errorf("%s → %s, want %s", text, got, want)
		}
	}
}
