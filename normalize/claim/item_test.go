package claim

import (
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

// TestHeadingBeforeTargetAndResult ties the figures of a sentence without a name to the heading before it.
func TestHeadingBeforeTargetAndResult(t *testing.T) {
	entry := func(s string) form.Entry { return form.Entry{Text: s, Quantity: quantity.Parse(s)} }
	for text, want := range map[string]string{
		"10.零就业家庭帮扶率。年度目标达到99%以上，实际完成86%。": "零就业家庭帮扶率",
		"③培训取证率。年度目标达到80%，实际完成86%。":        "培训取证率",
		"工作开展情况。年度目标达到99%以上，实际完成86%。":      "",
		"零就业家庭帮扶率。各部门协同办理，满意度达到86%。":       "",
	} {
		f := &form.Form{Text: []form.Paragraph{{Text: text}}, Indicators: []form.Indicator{
			{Name: "零就业家庭帮扶率", Target: entry("≥99%"), Actual: entry("99%")},
			{Name: "培训取证率", Target: entry("80%"), Actual: entry("86%")},
		}}
		got := ""
		for _, c := range Read(f) {
			if c.Quantity.Text == "86%" && c.About.Index >= 0 && c.Role == form.RoleActual {
				got = f.Indicators[c.About.Index].Name
			}
		}
		if got != want {
			t.Errorf("%s: tied to %q, want %q", text, got, want)
		}
	}
}
