package quantity

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestRunesAsUTF8: whatever the bytes, a character is what package utf8 says, forwards and backwards.
func TestRunesAsUTF8(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom([]rune("预算执行率㐀䀀鿿ꀀ　，１%a、é😀")), 0, 6, -1),
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom([]byte{0x20, 0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xE4, 0xE9, 0xED, 0xA0, 0xEF, 0xF0, 0xF4}), 0, 6), func(b []byte) string { return string(b) }))
	rapid.Check(t, func(t *rapid.T) {
		text := piece.Draw(t, "one") + piece.Draw(t, "two")
		for i := range len(text) {
			want, size := utf8.DecodeRuneInString(text[i:])
			if got, n := RuneAt(text, i); got != want || n != size {
				t.Fatalf("RuneAt(%q, %d) = %q, %d; want %q, %d", text, i, got, n, want, size)
			}
			if got, ok := HanAt(text, i); ok != (want >= 0x4000 && want <= 0x9FFF) || ok && got != want {
				t.Fatalf("HanAt(%q, %d) = %q, %v", text, i, got, ok)
			}
			want, size = utf8.DecodeLastRuneInString(text[:i+1])
			if got, n := RuneBefore(text, i+1); got != want || n != size {
				t.Fatalf("RuneBefore(%q, %d) = %q, %d; want %q, %d", text, i+1, got, n, want, size)
			}
		}
		if got, n := RuneAt(text, len(text)); got != utf8.RuneError || n != 0 {
			t.Fatalf("RuneAt behind %q = %q, %d", text, got, n)
		}
		if got := TrimSpace(text); got != strings.TrimSpace(text) {
			t.Fatalf("TrimSpace(%q) = %q", text, got)
		}
	})
}
