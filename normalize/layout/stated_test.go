package layout

import (
	"testing"

	"fuhe/normalize/form"
)

func TestStatedTotalIsOfItsOwnYear(t *testing.T) {
	for text, want := range map[string]string{
		"2023年度自评得分为96.35分。":           "96.35分",
		"2022年度自评得分为96.35分，问题已整改。":     "",
		"上年度自评得分为96.35分。":              "",
		"根据2020年印发的办法，本项目自评得分为96.35分。": "96.35分",
		"2024年3月开展自评，自评得分96.35分。":      "96.35分",
		"经自评，综合得分96.35分。":              "96.35分",
		"经自评，综合评分为97分。":                "97分",
	} {
		e, _ := statedTotal(&form.Paragraph{Text: text}, 2023)
		if e.Text != want {
			t.Errorf("%s: %q, not %q", text, e.Text, want)
		}
	}
}
