package layout

import (
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

func TestResultThatTellsItsPlan(t *testing.T) {
	for text, want := range map[string][2]string{
		"计划24座，实际完成23座":     {"24座", "23座"},
		"目标5800人次，完成5510人次": {"5800人次", "5510人次"},
		"计划60天，实际66天":       {"", "计划60天，实际66天"},
		"计划24座，实际完成95%":     {"", "计划24座，实际完成95%"},
		"23座":               {"", "23座"},
	} {
		ind := form.Indicator{Actual: form.Entry{Text: text, Quantity: quantity.Parse(text)}}
		dividePlan(&ind)
		if ind.Target.Text != want[0] || ind.Actual.Text != want[1] {
			t.Errorf("%s: target %q, result %q", text, ind.Target.Text, ind.Actual.Text)
		}
	}
}
