package quantity

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// What is read in the short way is what big arithmetic reads; other texts are left to it.
func TestBrief(t *testing.T) {
	for _, s := range []string{"0", "7", "98.00", "0.5", "-3.10", "00.10", "123456789012345", "99999999999999.99", "-0", "0.0000000000001"} {
		want, _ := new(big.Rat).SetString(s)
		if got := brief(s); got == nil || got.Cmp(want) != 0 {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
	for _, s := range []string{"", "-", ".", "1.", ".5", "1.2.3", "1-2", "--1", "1e3", "1/2", "+1", "１", "123456789012345678"} {
		if got := brief(s); got != nil {
			t.Errorf("%q: %v", s, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`-?[0-9]{1,12}(\.[0-9]{1,9})?`).Draw(t, "number")
		want, _ := new(big.Rat).SetString(s)
		if got := brief(s); got != nil && got.Cmp(want) != 0 {
			t.Fatalf("%s: %v, want %v", s, got, want)
		}
	})
}
