package report

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

func TestDecimal(t *testing.T) {
	for in, want := range map[string]string{
		"49/10": "4.90", "1/3": "0.3333", "31/30": "1.0333", "5": "5.00", "-1/100000": "0.00",
		"-7/2": "-3.50", "97.745": "97.745", "576431.54": "576431.54", "0.99996": "1.00",
	} {
		v, _ := new(big.Rat).SetString(in)
		if got := decimal(v); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestDecimalIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := big.NewRat(rapid.Int64Range(-1e9, 1e9).Draw(t, "num"), rapid.Int64Range(1, 1e6).Draw(t, "den"))
		back, ok := new(big.Rat).SetString(decimal(v))
		if !ok {
			t.Fatalf("%s does not read back", decimal(v))
		}
		if off := back.Sub(back, v); off.Abs(off).Cmp(big.NewRat(1, 20000)) > 0 {
			t.Fatalf("%s is off %s by %s", decimal(v), v, off)
		}
	})
}

func TestSpan(t *testing.T) {
	for _, test := range []struct{ low, high, want string }{
		{"98.748", "98.752", "98.75"},
		{"98.1", "98.75", "98.10～98.75"},
	} {
		if got := span(between(test.low, test.high), points); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
	if got := span(quantity.Interval{}, points); got != "" {
		t.Errorf("an unknown interval is written %s", got)
	}
}

func TestDueIsShownByTheReadingThatFits(t *testing.T) {
	p := finding.Points{Readings: []finding.Reading{
		{Name: "strict", Score: between("5", "5")},
		{Name: "band", Score: between("4", "5"), Lenient: true},
	}}
	for score, want := range map[string]string{"5": "strict", "5.00": "strict", "4.80": "band", "3.99": "strict", "": "strict"} {
		if got := admitted(p, entry(score, score, "", document.Place{})); got.Name != want {
			t.Errorf("%q: shown beside %s, want %s", score, got.Name, want)
		}
	}
	if admitted(finding.Points{}, form.Entry{}) != nil {
		t.Error("something is due of nothing")
	}
}
