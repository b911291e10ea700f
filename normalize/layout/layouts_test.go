package layout

import (
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

func TestRecognise(t *testing.T) {
	entry := func(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }
	scored := form.Indicator{Name: "甲", Target: entry("≥3次"), Actual: entry("3次"), Weight: entry("10"), Score: entry("10"), WeightFrom: form.FromCell}
	reviewed, bare := scored, form.Indicator{Name: "甲", Target: entry("≥3次"), Actual: entry("3次")}
	reviewed.Review = entry("9")
	funds := []form.Fund{{Name: "资金总额"}}
	for want, f := range map[string]form.Form{
		"national":   {Funds: funds, Indicators: []form.Indicator{scored}},
		"reviewed":   {Funds: funds, Indicators: []form.Indicator{scored, reviewed}},
		"unscored":   {Funds: funds, Indicators: []form.Indicator{bare}},
		"indicators": {Indicators: []form.Indicator{scored}},
		"narrative":  {Total: form.Total{Score: entry("98")}},
	} {
		if got := recognise(&f); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
