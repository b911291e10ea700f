package recompute

import (
	"testing"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

func entryOf(text string) form.Entry { return form.Entry{Text: text, Quantity: quantity.Parse(text)} }

// The one figure of a cell of words is the result of the row, if the words before it name the row.
func TestFigureToldInWords(t *testing.T) {
	for _, x := range []struct{ name, actual, want string }{
		{"预算与决算差异率", "差异率7.40%", "7.40"},
		{"预算与决算差异率", "3处合计7.40%", ""},
		{"预算与决算差异率", "7.40%", "7.40"},
	} {
		got := figureTold(&form.Indicator{Name: x.name, Actual: entryOf(x.actual)})
		if !got.Numeric() && x.want != "" || got.Numeric() && got.Value != x.want {
			t.Errorf("%s: %q", x.actual, got.Value)
		}
	}
}

func TestFaultsTold(t *testing.T) {
	for _, x := range []struct{ target, actual, want string }{
		{"", "发现1处不符", "1"},
		{"有效", "抽查中2处档案不完整", "2"},
		{"", "2起", "2"},
		{"≥10起", "12起", ""},
		{"", "发现3处问题已整改", ""},
		{"", "制定3项制度", ""},
	} {
		got := faultsTold(&form.Indicator{Target: entryOf(x.target), Actual: entryOf(x.actual)})
		if got.Value != x.want {
			t.Errorf("%s: %q, want %q", x.actual, got.Value, x.want)
		}
	}
}
