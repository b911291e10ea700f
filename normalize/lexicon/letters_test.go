package lexicon_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fuhe/normalize/lexicon"
)

// TestLettersOfBrokenText: a byte that begins no character takes none of those behind it with it.
func TestLettersOfBrokenText(t *testing.T) {
	for _, text := range []string{"\xe41\x80", "\xe4\x801", "\xe4\xe41"} {
		if !lexicon.HoldsAny(text, "甲", "乙", "1") {
			t.Errorf("1 is passed over in %q", text)
		}
	}
}

// TestLettersPassOverNoWord: whatever the bytes around a word, marking the letters hides none that is there.
func TestLettersPassOverNoWord(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom([]rune("因受系统预算执行率1%a、é😀")), 0, 6, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 5), func(b []byte) string { return string(b) }))
	rapid.Check(t, func(t *rapid.T) {
		text := piece.Draw(t, "before") + piece.Draw(t, "middle") + piece.Draw(t, "behind")
		words := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("因受系统预算执行率1%a、é😀")), 0, 3, -1), 0, 6).Draw(t, "words")
		want := false
		for _, w := range words {
			want = want || strings.Contains(text, w)
		}
		if got := lexicon.HoldsAny(text, words...); got != want {
			t.Fatalf("HoldsAny(%q, %q) = %v, want %v", text, words, got, want)
		}
	})
}

// TestLettersOfSeveralTexts: letters that were gathered hide nothing that one of the texts holds.
func TestLettersOfSeveralTexts(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("因受系统预算执行率1%a、é😀")), 0, 8, -1)
	rapid.Check(t, func(t *rapid.T) {
		var all lexicon.Letters
		texts := rapid.SliceOfN(text, 1, 4).Draw(t, "texts")
		for i, s := range texts {
			if letters := lexicon.LettersOf(s); i%2 == 0 {
				all.Add(&letters)
				continue
			}
			for _, r := range s {
				all.Mark(r)
			}
		}
		for _, s := range texts {
			if !all.MayAny(s) || !all.HoldsAny(s, s) {
				t.Fatalf("%q is hidden", s)
			}
			for _, r := range s {
				if !all.Has(r) {
					t.Fatalf("%c of %q is hidden", r, s)
				}
			}
		}
	})
	if none := lexicon.LettersOf("预算"); none.Has('率') || none.MayAny("率", "执") || none.HoldsAny("预算", "率") {
		t.Error("预算 has no 率")
	}
}
