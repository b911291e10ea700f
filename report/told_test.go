package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"得4.50分，应为4.5", []string{"4.5", "4.5"}},
		{"1,200.00万元和1200", []string{"1200", "1200"}},
		{"3905.30÷4160.00=93.88%", []string{"3905.3", "4160", "93.88"}},
		{"完成100，见表2.", []string{"100", "2"}},
		{"1.2.3", []string{"1.2", "3"}},
		{"无", nil},
	} {
		if diff := cmp.Diff(c.want, numbers(c.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

// A text is plain if cleaning changes nothing.
func TestPlainNeedsNoCleaning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom([]rune("执行率。a\t\u202e ")), 0, 4, -1)).Draw(t, "text")
		if clean := cleaned(text); isPlain(text) != (clean == text) {
			t.Fatalf("%q became %q", text, clean)
		}
	})
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"执行率 93.88%":            "执行率 93.88%",
		" a  b\tc\n":            "a b c",
		"得\u202e分\u0007高\u2028": "得 分 高",
		"\xff分":                 "\ufffd分",
	} {
		if got := plain(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
