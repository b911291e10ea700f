package quantity_test

import (
	"testing"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// TestRuneAtIsDecodeRuneInString compares the two at each byte of a text, broken characters and its end included.
func TestRuneAtIsDecodeRuneInString(t *testing.T) {
	for _, text := range []string{"", "a", "绩", "①a绩\u00a0效\xe7\xbb", "\xe4", "\xe4\xb8", "\xff绩𠮷"} {
		for i := range len(text) + 1 {
			r, n := quantity.RuneAt(text, i)
			if want, size := utf8.DecodeRuneInString(text[i:]); r != want || n != size {
				t.Errorf("RuneAt(%q, %d) = %q, %d, not %q, %d", text, i, r, n, want, size)
			}
		}
	}
}
