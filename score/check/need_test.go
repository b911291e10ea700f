package check

import (
	"slices"
	"strings"
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// TestUnreadPagesExcuse runs the checks over a form of which rows and reasons may stand on a page that was not read:
// nothing is added up, no reason missed, and the rows that are there are judged.
func TestUnreadPagesExcuse(t *testing.T) {
	entry := func(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }
	row := func(name, target, actual, weight, score string) form.Indicator {
		return form.Indicator{Level1: "产出指标", Level2: "数量指标", Name: name, WeightFrom: form.FromCell,
			Target: entry(target), Actual: entry(actual), Weight: entry(weight), Score: entry(score)}
	}
	whole := form.Form{Kind: form.Project, Title: "自评表", Year: 2023, Indicators: []form.Indicator{
		row("培训人次", "≥100人", "80人", "20", "16"), row("演练次数", "≥4次", "4次", "20", "21"),
	}, Total: form.Total{Weight: entry("100"), Score: entry("95")}}
	cut := whole
	cut.Unread, cut.Gaps = []int{2}, []int{2}
	annex := whole
	annex.Unread = []int{5}
	for _, tt := range []struct {
		name           string
		form           form.Form
		found, excused []string
	}{
		{"all pages read", whole, []string{"WGT-01", "EXP-01", "SCR-05"}, nil},
		{"a page between the rows unread", cut, []string{"SCR-05"}, []string{"WGT-01", "TOT-01", "EXP-01"}},
		{"a page behind the form unread", annex, []string{"WGT-01", "SCR-05"}, []string{"EXP-01"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found, skipped := reviewOf(t, &tt.form)
			for _, code := range tt.found {
				if !slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == code }) {
					t.Errorf("no %s", code)
				}
			}
			for _, code := range tt.excused {
				if slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == code }) {
					t.Errorf("%s found", code)
				}
				if !slices.ContainsFunc(skipped, func(s finding.Skip) bool { return s.Code == code && strings.Contains(s.Why.ZH, "页未能读取") }) {
					t.Errorf("%s is not told as skipped for want of a page", code)
				}
			}
		})
	}
}
