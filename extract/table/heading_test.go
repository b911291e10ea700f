package table

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// headingShape says as one expression what heading takes for the beginning of a paragraph.
var headingShape = regexp.MustCompile(`^(第?[一二三四五六七八九十]+[、.．章节条]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}([、)）]|[.．][^0-9])|[①-⑳]|(备注|附件|注)[:：]|附件[0-9]*$)`)

func TestHeadingIsOfTheShape(t *testing.T) {
	pieces := []string{"第", "一", "十", "二", "（", "(", "）", ")", "、", ".", "．", "章", "条", "1", "20", "345", "①", "⑳", "㉑",
		"备注", "附件", "注", "备", "：", ":", "预算", "a", " ", "\n", "\xFF", "\uFFFD"}
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, piece := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "pieces") {
			text += piece
		}
		got, want := heading(text), headingShape.MatchString(text)
		if got != want {
			t.Fatalf("heading(%q) = %v, want %v", text, got, want)
		}
		if got {
			taken++
		}
	})
	if taken == 0 {
		t.Error("no text was a heading")
	}
}
