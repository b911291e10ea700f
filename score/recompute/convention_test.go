package recompute

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/normalize/form"
	"fuhe/score/rulebook"
)

// ownBook is a book of the test's own over the national one.
func ownBook(t *testing.T, text string) *rulebook.Book {
	t.Helper()
	shelf, err := books()
	if err != nil {
		t.Fatal(err)
	}
	b, err := shelf.Own("own.yaml", func(string) ([]byte, error) {
		return []byte("extends: cn-2020\nname: {zh: 某市办法}\n" + text), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestConventions: what a book says about computing decides which readings are left, and which goes first.
func TestConventions(t *testing.T) {
	const steps = "100%计满分，每低于5%扣2分，扣完为止"
	tests := []struct {
		says, book, name, target, actual, weight, rule string
		want                                           []string
	}{
		{"any way of counting", "", "预算完成率", "100%", "92.8%", "5", steps, []string{"whole-steps=3", "begun-steps=1", "pro-rata=2.12"}},
		{"one way of counting", "conventions: {steps: [begun-steps]}", "预算完成率", "100%", "92.8%", "5", steps, []string{"begun-steps=1"}},
		{"the book's own way first", "conventions: {steps: [pro-rata, whole-steps]}", "预算完成率", "100%", "92.8%", "5", steps, []string{"pro-rata=2.12", "whole-steps=3"}},
		{"a rule that says itself how to count", "conventions: {steps: [pro-rata]}", "预算完成率", "100%", "92.8%", "5", "100%计满分，低于100%的，每低1个百分点扣0.5分，不足1个百分点按1个百分点计算", []string{"begun-steps=1"}},
		{"a row that the book prescribes", "rows: [{name: 预算完成率, weight: 5, rule: " + steps + "}]", "预算完成率", "100%", "92.8%", "5", "", []string{"whole-steps=3", "begun-steps=1", "pro-rata=2.12"}},
		{"the same with another weight", "rows: [{name: 预算完成率, weight: 5, rule: " + steps + "}]", "预算完成率", "100%", "90%", "4", "", []string{"strict=3.6"}},
		{"a printed rule goes before the book's", "rows: [{name: 预算完成率, weight: 5, rule: " + steps + "}]", "预算完成率", "100%", "90%", "5", "100%计满分，每低于1%扣0.1分，扣完为止", []string{"whole-steps=4"}},
		{"nothing below the pass line", "quantitative: {pass_share: 0.6}", "件数", "≥100件", "59件", "10", "", []string{"strict=0"}},
		{"from the pass line on in proportion", "quantitative: {pass_share: 0.6}", "件数", "≥100件", "60件", "10", "", []string{"strict=6"}},
	}
	for _, tt := range tests {
		t.Run(tt.says, func(t *testing.T) {
			x := form.Indicator{Name: tt.name, Target: entry(tt.target), Actual: entry(tt.actual), Weight: entry(tt.weight), Rule: entry(tt.rule), WeightFrom: form.FromCell}
			d := Form(&form.Form{Indicators: []form.Indicator{x}}, ownBook(t, tt.book), nil)
			var got []string
			for _, r := range readings(d.Indicators[0].Points) {
				name, score, _ := strings.Cut(r, "=")
				if !strings.Contains(score, "~") && !strings.HasPrefix(name, "relative-") {
					got = append(got, name+"="+strings.TrimSuffix(score, "?"))
				}
			}
			if len(got) > 1 && got[0] == got[len(got)-1] || len(got) > len(tt.want) && len(tt.want) == 1 {
				got = got[:1] // ways of counting that come to the same
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestExecutionConventions: by the amounts or by the rate as printed, or by a rule of the book's own.
func TestExecutionConventions(t *testing.T) {
	x := form.Fund{Name: "资金总额", Budget: entry("43.20"), Spent: entry("37.24"), Rate: entry("86%"), Weight: entry("10"), Score: entry("8.6"), Money: "万元"}
	for name, tt := range map[string]struct {
		book, score string
		fits        bool
	}{
		"displayed rate admitted":     {"", "8.60", true},
		"displayed rate not admitted": {"conventions: {rates: [amounts]}", "8.60", false},
		"cutting off admitted":        {"conventions: {rates: [amounts]}", "8.62", true},
		"tiers of the book":           {"execution: {rule: 执行率≥90%，得10分；80%（含）-90%，得8分；低于80%不得分}", "8", true},
		"not the tier":                {"execution: {rule: 执行率≥90%，得10分；80%（含）-90%，得8分；低于80%不得分}", "8.62", false},
	} {
		x.Score = entry(tt.score)
		f := &form.Form{Funds: []form.Fund{x}}
		due := Form(f, ownBook(t, tt.book), nil)
		if _, ok := PrecisionOf(f).Fit(due.Funds[0].Score, x.Score); ok != tt.fits {
			t.Errorf("%s: %s fits %v: %v", name, tt.score, ok, readings(due.Funds[0].Score))
		}
	}
}

// TestDigits: a book may leave only one way of bringing a score to its digits.
func TestDigits(t *testing.T) {
	rows := func(score string) *form.Form {
		return &form.Form{Indicators: []form.Indicator{{Name: "件数", Target: entry("≥150件"), Actual: entry("124件"), Weight: entry("10"), Score: entry(score), WeightFrom: form.FromCell}}}
	}
	for name, tt := range map[string]struct {
		book, score string
		fits        bool
	}{
		"rounded":                {"", "8.27", true},
		"cut off":                {"", "8.26", true},
		"whole points":           {"", "8", true},
		"rounded only, rounded":  {"conventions: {digits: [half-up]}", "8.27", true},
		"rounded only, cut off":  {"conventions: {digits: [half-up]}", "8.26", false},
		"rounded only, in whole": {"conventions: {digits: [half-up]}", "8", false},
		"cut off only, rounded":  {"conventions: {digits: [truncated]}", "8.27", false},
		"cut off only, cut off":  {"conventions: {digits: [truncated]}", "8.26", true},
	} {
		f := rows(tt.score)
		due := Form(f, ownBook(t, tt.book), nil)
		if _, ok := PrecisionOf(f).Fit(due.Indicators[0].Points, f.Indicators[0].Score); ok != tt.fits {
			t.Errorf("%s: %s fits %v", name, tt.score, ok)
		}
	}
}
