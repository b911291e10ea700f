package layout

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"fuhe/normalize/quantity"
)

// TestSigns holds the search for signs against the slower one of the library, on text of any characters.
func TestSigns(t *testing.T) {
	const signs = "，。；：:（("
	rapid.Check(t, func(t *rapid.T) {
		text := signedText(t)
		if got, want := holdsSign(text, signs), strings.ContainsAny(text, signs); got != want {
			t.Fatalf("holdsSign(%q) = %v", text, got)
		}
		if got, want := firstSign(text, signs), strings.IndexAny(text, signs); got != want {
			t.Fatalf("firstSign(%q) = %d, want %d", text, got, want)
		}
		if got, want := lastSign(text, signs), strings.LastIndexAny(text, signs); got != want {
			t.Fatalf("lastSign(%q) = %d, want %d", text, got, want)
		}
		most := rapid.IntRange(0, 30).Draw(t, "most")
		if got, want := longerThan(text, most), utf8.RuneCountInString(text) > most; got != want {
			t.Fatalf("longerThan(%q, %d) = %v", text, most, got)
		}
	})
}

// TestSqueeze holds that every blank goes and nothing else does.
func TestSqueeze(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := signedText(t)
		want := strings.Join(strings.FieldsFunc(text, unicode.IsSpace), "")
		if got := squeeze(text); got != want {
			t.Fatalf("squeeze(%q) = %q, want %q", text, got, want)
		}
		if got, want := slices.Collect(wordsOf(text)), strings.Fields(text); !slices.Equal(got, want) || wordsIn(text) != len(want) {
			t.Fatalf("wordsOf(%q) = %q", text, got)
		}
		if got, want := firstBlank(text), strings.IndexFunc(text, unicode.IsSpace); got != want {
			t.Fatalf("firstBlank(%q) = %d, want %d", text, got, want)
		}
	})
}

// signedText draws a text in which signs, blanks of all kinds and other characters stand.
func signedText(t *rapid.T) string {
	near := []rune("，。；：:（(、？！ \t\n\u0085\u00a0\u2003\u2028\u202f\u205f\u3000一绩效ａé“”①5%")
	return rapid.StringOf(rapid.OneOf(rapid.SampledFrom(near), rapid.Rune())).Draw(t, "text")
}

// TestLabelOfRunes holds the scan of a label against the reading of its characters one by one.
func TestLabelOfRunes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := []string{"产出", "指标", "（20分）", "(5)", "（满分10分）", "（万元）", "︵３０︶", "（", "）", "(", ")", "分", "0.5", " ", "\u200b", "\u3000"}
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		name, weight := label(text)
		wantName, wantWeight := labelOfRunes(text)
		if name != wantName || weight != wantWeight {
			t.Fatalf("label(%q) = %q, %q, want %q, %q", text, name, weight, wantName, wantWeight)
		}
	})
}

func labelOfRunes(text string) (name, weight string) {
	text = squeeze(text)
	printed, folded := []rune(text), []rune(quantity.Fold(text))
	if len(printed) != len(folded) {
		printed = folded
	}
	open := -1
	for i, c := range folded {
		switch c {
		case '(':
			open = i
		case ')':
			if open < 0 {
				continue
			}
			if w, ok := points(string(folded[open+1 : i])); ok {
				return strings.TrimSpace(string(printed[:open]) + string(printed[i+1:])), w
			}
			open = -1
		}
	}
	return text, ""
}
