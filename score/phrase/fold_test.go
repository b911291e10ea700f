package phrase

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestSignsAreTriedInOrder: what strings.Replacer makes of the table, every sign is made of.
func TestSignsAreTriedInOrder(t *testing.T) {
	var pairs, words []string
	for _, s := range signs {
		pairs, words = append(pairs, s.printed, s.folded), append(words, s.printed)
		first, _ := utf8.DecodeRuneInString(s.printed)
		if !strings.ContainsRune(signBegins, first) {
			t.Errorf("no sign is said to begin as %s does", s.printed)
		}
	}
	want := strings.NewReplacer(pairs...)
	piece := rapid.OneOf(rapid.SampledFrom(words), rapid.SampledFrom([]string{"零", "不", "小于", "等于", "扣1分", "-", "=", "é", "。"}))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "pieces"), "")
		if got := signed(text); got != want.Replace(text) {
			t.Fatalf("%s became %s, want %s", text, got, want.Replace(text))
		}
	})
}

func TestFold(t *testing.T) {
	long := strings.Repeat("项", textLimit)
	for _, c := range []struct {
		text, want string
		cut        bool
	}{
		{"每有 一项\n不合格，扣０.５分", "每有1项不合格,扣0.5分", false},
		{"\ufeff大于等于　90％", "≥90%", false},
		{"得60分至80分", "得60分-80分", false},
		{"扣\xff1分", "扣\ufffd1分", false},
		{long, long, false},
		{" " + long + " ", long, false},
		{long + "扣", long, true},
		{"\n" + long + "扣", long, true},
	} {
		if got, cut := fold(c.text); got != c.want || cut != c.cut {
			t.Errorf("%.40q became %.40q, %v; want %.40q, %v", c.text, got, cut, c.want, c.cut)
		}
	}
}
