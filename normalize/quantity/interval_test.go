package quantity

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func span(low, high string) Interval { return Interval{rat(low), rat(high)} }

func same(a, b Interval) bool { return a.Low.Cmp(b.Low) == 0 && a.High.Cmp(b.High) == 0 }

func text(i Interval) string { return FormatShort(i.Low, 9) + ".." + FormatShort(i.High, 9) }

func TestPrinted(t *testing.T) {
	for _, c := range []struct{ decimal, low, high string }{
		{"97.75", "97.745", "97.755"},
		{"98", "97.5", "98.5"},
		{"98.0", "97.95", "98.05"},
		{"0", "-0.5", "0.5"},
		{"-1.5", "-1.55", "-1.45"},
	} {
		i, ok := Printed(c.decimal)
		if !ok || !same(i, span(c.low, c.high)) {
			t.Errorf("%s is %s, want %s..%s", c.decimal, text(i), c.low, c.high)
		}
	}
	for _, bad := range []string{"", "合规", "1e9", "1/2"} {
		if i, ok := Printed(bad); ok {
			t.Errorf("%q is %s", bad, text(i))
		}
	}
}

func TestDecimals(t *testing.T) {
	for s, want := range map[string]int{"1": 0, "1.0": 1, "52.800000": 6, "": 0, "1.": 0} {
		if got := Decimals(s); got != want {
			t.Errorf("%q has %d decimals, want %d", s, got, want)
		}
	}
}

func TestRoundAndTruncate(t *testing.T) {
	for _, c := range []struct {
		value              string
		decimals           int
		rounded, truncated string
	}{
		{"87.4885", 2, "87.49", "87.48"},
		{"0.005", 2, "0.01", "0"},
		{"-0.005", 2, "-0.01", "0"},
		{"-1.239", 2, "-1.24", "-1.23"},
		{"2.5", 0, "3", "2"},
		{"-2.5", 0, "-3", "-2"},
		{"4.9", 2, "4.9", "4.9"},
		{"0", 3, "0", "0"},
	} {
		if got := Round(rat(c.value), c.decimals); got.Cmp(rat(c.rounded)) != 0 {
			t.Errorf("Round(%s, %d) = %s, want %s", c.value, c.decimals, got.FloatString(4), c.rounded)
		}
		if got := Truncate(rat(c.value), c.decimals); got.Cmp(rat(c.truncated)) != 0 {
			t.Errorf("Truncate(%s, %d) = %s, want %s", c.value, c.decimals, got.FloatString(4), c.truncated)
		}
	}
}

func TestIntervalArithmetic(t *testing.T) {
	a, b := span("1", "2"), span("-3", "4")
	for _, c := range []struct {
		name      string
		got, want Interval
	}{
		{"add", a.Add(b), span("-2", "6")},
		{"sub", a.Sub(b), span("-3", "5")},
		{"scale", b.Scale(rat("2")), span("-6", "8")},
		{"scale down", b.Scale(rat("-2")), span("-8", "6")},
		{"clamp", b.Clamp(rat("0"), rat("3")), span("0", "3")},
		{"clamp above", span("5", "6").Clamp(rat("0"), rat("3")), span("3", "3")},
		{"rounded", span("1.234", "1.236").Rounded(2), span("1.23", "1.24")},
		{"exactly", Exactly(rat("7")), span("7", "7")},
	} {
		if !same(c.got, c.want) {
			t.Errorf("%s: %s, want %s", c.name, text(c.got), text(c.want))
		}
	}
}

func TestOver(t *testing.T) {
	for _, c := range []struct{ over, under, want string }{
		{"1..2", "4..5", "0.2..0.5"},
		{"-1..2", "4..5", "-0.25..0.5"},
		{"1..2", "-5..-4", "-0.5..-0.2"},
		{"1..2", "0..5", "none"},
		{"1..2", "-1..1", "none"},
		{"0..0", "4..5", "0..0"},
	} {
		got := "none"
		if i, ok := interval(c.over).Over(interval(c.under)); ok {
			got = text(i)
		}
		if got != c.want {
			t.Errorf("%s over %s is %s, want %s", c.over, c.under, got, c.want)
		}
	}
}

// interval reads low..high.
func interval(s string) Interval {
	for i := range s {
		if s[i:i+2] == ".." {
			return span(s[:i], s[i+2:])
		}
	}
	return Interval{}
}

func TestMeetsAndHolds(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1..2", "2..3", true},
		{"1..2", "1.5..1.6", true},
		{"1..2", "2.001..3", false},
	} {
		a, b := interval(c.a), interval(c.b)
		if a.Meets(b) != c.want || b.Meets(a) != c.want {
			t.Errorf("%s meets %s: want %v", c.a, c.b, c.want)
		}
	}
	a := span("1", "2")
	for v, want := range map[string]bool{"1": true, "2": true, "1.5": true, "0.999": false, "2.001": false} {
		if a.Holds(rat(v)) != want {
			t.Errorf("1..2 holds %s: want %v", v, want)
		}
	}
	if !(Interval{}).IsZero() || a.IsZero() {
		t.Error("only the interval that was never set is zero")
	}
}

// ratGen draws decimals of up to four digits behind the point.
var ratGen = rapid.Custom(func(t *rapid.T) *big.Rat {
	return big.NewRat(rapid.Int64Range(-1e9, 1e9).Draw(t, "number"), int64(rapid.SampledFrom([]int{1, 10, 100, 1000, 10000}).Draw(t, "tens")))
})

var intervalGen = rapid.Custom(func(t *rapid.T) Interval {
	a, b := ratGen.Draw(t, "low"), ratGen.Draw(t, "high")
	if a.Cmp(b) > 0 {
		a, b = b, a
	}
	return Interval{a, b}
})

// inside draws a value of the interval: low + k/8 of its width.
func inside(t *rapid.T, i Interval, label string) *big.Rat {
	width := new(big.Rat).Sub(i.High, i.Low)
	part := big.NewRat(rapid.Int64Range(0, 8).Draw(t, label), 8)
	return new(big.Rat).Add(i.Low, width.Mul(width, part))
}

// What is computed from values inside two intervals lies inside the computed interval.
func TestIntervalsHoldWhatTheyStandFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := intervalGen.Draw(t, "a"), intervalGen.Draw(t, "b")
		x, y := inside(t, a, "x"), inside(t, b, "y")
		if !a.Add(b).Holds(new(big.Rat).Add(x, y)) {
			t.Fatal("sum outside")
		}
		if !a.Sub(b).Holds(new(big.Rat).Sub(x, y)) {
			t.Fatal("difference outside")
		}
		if q, ok := a.Over(b); ok && !q.Holds(new(big.Rat).Quo(x, y)) {
			t.Fatal("quotient outside")
		}
		if f := ratGen.Draw(t, "f"); !a.Scale(f).Holds(new(big.Rat).Mul(x, f)) {
			t.Fatal("product outside")
		}
	})
}

// A rounded value is the nearest print, a truncated one never farther from zero.
func TestRoundingProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := new(big.Rat).Quo(ratGen.Draw(t, "v"), big.NewRat(rapid.Int64Range(1, 1000).Draw(t, "d"), 1))
		decimals := rapid.IntRange(0, 6).Draw(t, "decimals")
		rounded := FormatRat(v, decimals)
		if i, ok := Printed(rounded); !ok || !i.Holds(v) {
			t.Fatalf("%v is not among what prints as %s", v, rounded)
		}
		cut := Truncate(v, decimals)
		if new(big.Rat).Abs(cut).Cmp(new(big.Rat).Abs(v)) > 0 {
			t.Fatalf("%v was cut to %v", v, cut)
		}
		if short := FormatShort(v, decimals); rat(short) == nil || rat(short).Cmp(rat(rounded)) != 0 {
			t.Fatalf("%s is not %s", short, rounded)
		}
	})
}

func ExampleInterval_Meets() {
	rate, _ := Printed("90.63")
	spent, budget := Parse("522383.99"), Parse("576431.54")
	s, _ := spent.Interval()
	b, _ := budget.Interval()
	computed, _ := s.Over(b)
	fmt.Println(rate.Meets(computed.Scale(big.NewRat(100, 1))))
	// Output: false
}
