package check

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fuhe/normalize/form"
)

// TestMentionsAreThoseOfMatter holds the table of pairs to the plain test of one sentence at a time.
func TestMentionsAreThoseOfMatter(t *testing.T) {
	word := rapid.SampledFrom([]string{"培训", "合格率", "覆盖", "满意度", "设备", "验收", "改造", "提升", "率", "100%", "、", "河道", "道路", "数量"})
	phrase := rapid.Custom(func(t *rapid.T) string {
		var s string
		for _, w := range rapid.SliceOfN(word, 1, 6).Draw(t, "words") {
			s += w
		}
		return s
	})
	rapid.Check(t, func(t *rapid.T) {
		f := &form.Form{}
		for _, name := range rapid.SliceOfN(phrase, 1, 5).Draw(t, "names") {
			f.Indicators = append(f.Indicators, form.Indicator{Name: name})
		}
		for _, text := range rapid.SliceOfN(phrase, 1, 8).Draw(t, "texts") {
			f.Text = append(f.Text, form.Paragraph{Text: text + "。"})
		}
		n := &narrative{form: f}
		for i := range f.Indicators {
			m := matterOf(f.Indicators[i].Name)
			for k, s := range n.folded() {
				if len([]rune(m.kernel)) < 2 {
					continue // a name of one character has no pairs
				}
				if got, want := slices.Contains(n.mentions(i), k), m.in(s.fold); got != want {
					t.Fatalf("%q in %q: %v, by itself %v", f.Indicators[i].Name, s.Text, got, want)
				}
			}
		}
	})
}
