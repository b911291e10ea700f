package layout

import (
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

func entryOf(text string) form.Entry {
	return form.Entry{Text: text, Quantity: quantity.Parse(text)}
}

// TestInferWeights reads weights out of a block's weight, its rows and their scores: what is inferred, and
// what is left open.
func TestInferWeights(t *testing.T) {
	type row struct{ target, actual, score string }
	tests := []struct {
		name    string
		block   string
		rows    []row
		weights []string
	}{
		{"shared equally", "20", []row{{"≥90%", "91%", "5"}, {"≥80%", "90%", "5"}, {"100%", "100%", "5"}, {"100%", "98%", "4.9"}}, []string{"5", "5", "5", "5"}},
		{"one row, missed", "20", []row{{"100%", "98%", "19.6"}}, []string{"20"}},
		{"one row, less is better", "10", []row{{"≤10天", "12.5天", "8"}}, []string{"10"}},
		{"unequal, from scores and completion", "20", []row{{"≥90%", "95%", "12"}, {"≥100人", "50人", "4"}}, []string{"12", "8"}},
		{"scores do not add up", "20", []row{{"≥90%", "95%", "12"}, {"≥100人", "100人", "5"}}, []string{"", ""}},
		{"a third of the block's weight is no short decimal", "20", []row{{"合规", "合规", "6.6"}, {"合规", "合规", "6.7"}, {"合规", "合规", "6.7"}}, []string{"6.6", "6.7", "6.7"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := &form.Form{Sections: []form.Section{{Name: "产出指标", Level: 1, Weight: entryOf(tt.block)}}}
			for _, r := range tt.rows {
				f.Indicators = append(f.Indicators, form.Indicator{
					Level1: "产出指标", Name: "甲", Target: entryOf(r.target), Actual: entryOf(r.actual), Score: entryOf(r.score), WeightFrom: form.FromNone,
				})
			}
			inferWeights(f)
			for i, want := range tt.weights {
				if got := f.Indicators[i].Weight.Value; got != want {
					t.Errorf("row %d: weight %q, want %q", i, got, want)
				}
			}
		})
	}
}
