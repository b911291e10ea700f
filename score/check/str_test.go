package check

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pieced draws texts that are put together from the pieces.
func pieced(pieces ...string) *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 16), func(all []string) string { return strings.Join(all, "") })
}

// TestShortNamesAreThoseOfTheExpression: looking at the brackets alone finds what looking everywhere does.
func TestShortNamesAreThoseOfTheExpression(t *testing.T) {
	text := pieced("（以下简称“", "（简称", "(统称为：", "）", ")", "”", "甲乙丙丁戊", "水务局", "市", "，", "。", "为", "“", "\"", " ", "\n", "：", "（", strings.Repeat("甲乙丙丁", 11))
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		var want []definition
		for _, m := range shortName.FindAllStringSubmatchIndex(s, mostDefined) {
			want = append(want, definition{s[m[2]:m[3]], s[m[4]:m[5]], m[4]})
		}
		if diff := cmp.Diff(want, shortNames(s), cmp.AllowUnexported(definition{})); diff != "" {
			t.Fatalf("%q: everywhere (-), at the brackets (+)\n%s", s, diff)
		}
	})
}

func TestNumberOf(t *testing.T) {
	for text, want := range map[string]numbered{
		"一、项目概况":    {false, 1, "项目概况"},
		"十二、附表":     {false, 12, "附表"},
		" （三） 资金情况": {true, 3, "资金情况"},
		"(二十一)其他":   {true, 21, "其他"},
		"一、":        {false, 1, ""},
		"一一一一、概况":   {},
		"一）概况":      {},
		"（一、概况":     {},
		"1、概况":      {},
		"一、概况\n说明":  {},
		"项目概况":      {},
	} {
		if got, ok := numberOf(text); got != want || ok != (want.n > 0) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestAnnexLine(t *testing.T) {
	for line, want := range map[string]string{
		"附件1：项目支出绩效自评表":   "项目支出绩效自评表",
		"附件 十二. 绩效自评报告文本": "绩效自评报告文本",
		"附件：绩效自评报告文本":     "绩效自评报告文本",
		"附件1： 绩效自评表":      " 绩效自评表", // five letters, and a blank with them
		"附件1：自评表":         "",
		"附件123：绩效自评报告文本":  "",
		"附表1：项目支出绩效自评表":   "",
		"附件1项目支出绩效自评表":    "",
	} {
		if got, ok := annexLine(line); ok != (want != "") || ok && got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestWithoutYear(t *testing.T) {
	for title, want := range map[string]string{
		"2023年度绩效自评表": "绩效自评表", " 2023 年绩效自评表": "绩效自评表", "1999年表": "表", "2123年表": "2123年表", "202年表": "202年表", "绩效自评表": "绩效自评表",
	} {
		if got := withoutYear(title); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}
