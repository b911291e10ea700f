package wording_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"fuhe/normalize/wording"
)

// pieces are single things of an expression, over the few letters that the texts are made of.
var pieces = []string{"扣", "分", "a", "每项", "得分", "0", `[0-9]`, `\d`, `[^。;\x00]`, `[扣减]`, `\.`, `\(`, `.`, `\p{Han}`, `[\p{Han}a]`, `[①-③]`, `[^\d分]`, `\s`, `[)\]]`}

// expressions draws expressions of the notation that is known.
func expressions(depth int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 3).Draw(t, "length") {
			b.WriteString(counted(t, depth))
		}
		return b.String()
	})
}

func counted(t *rapid.T, depth int) string {
	count := rapid.SampledFrom([]string{"", "", "", "?", "??", "{0,2}", "{1,3}?", "{2}", "*", "+", "*?", "+?", "{1,}"}).Draw(t, "count")
	if depth == 0 || rapid.IntRange(0, 2).Draw(t, "kind") > 0 {
		return rapid.SampledFrom(pieces).Draw(t, "piece") + count
	}
	sort := rapid.SampledFrom([]string{"(", "(?:"}).Draw(t, "sort")
	all := rapid.SliceOfN(expressions(depth-1), 1, 3).Draw(t, "alternatives")
	if rapid.IntRange(0, 9).Draw(t, "edge") == 0 {
		all = append(all, rapid.SampledFrom([]string{"^", "$"}).Draw(t, "end"))
	}
	inner := strings.Join(all, "|")
	if strings.ContainsAny(count, "*+}") && regexp.MustCompile("^(?:"+inner+")$").MatchString("") {
		count = "?" // what may be empty is not repeated
	}
	return sort + inner + ")" + count
}

func texts() *rapid.Generator[string] {
	letter := rapid.OneOf(rapid.SampledFrom([]string{"扣", "分", "a", "每", "项", "得", "0", "7", "。", ";", "\x00", "减", ".", "(", ")", "②", "\n", " ", "é", "😀", "\xe6\x89", "\xff"}), rapid.String())
	return rapid.Map(rapid.SliceOfN(letter, 0, 12), func(all []string) string { return strings.Join(all, "") })
}

// TestAnswersAsRegexp: whatever the expression and the text, package regexp says the same. A long text makes a
// search keep account of what it tried.
func TestAnswersAsRegexp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source, text := expressions(3).Draw(t, "expression"), texts().Draw(t, "text")
		source = rapid.SampledFrom([]string{"", "", "^"}).Draw(t, "start") + source
		times := rapid.SampledFrom([]int{1, 1, 300}).Draw(t, "times")
		compare(t, source, strings.Repeat(text, times))
	})
}

func compare(t rapid.TB, source, text string) {
	t.Helper()
	want, got := regexp.MustCompile(source), wording.New(source)
	if diff := cmp.Diff(want.FindAllStringSubmatchIndex(text, -1), got.FindAllStringSubmatchIndex(text, -1)); diff != "" {
		t.Fatalf("%q in %q: regexp (-) and wording (+)\n%s", source, text, diff)
	}
	if diff := cmp.Diff(want.FindAllStringIndex(text, 2), got.FindAllStringIndex(text, 2)); diff != "" {
		t.Fatalf("two of %q in %q:\n%s", source, text, diff)
	}
	if diff := cmp.Diff(want.FindStringSubmatch(text), got.FindStringSubmatch(text)); diff != "" {
		t.Fatalf("first of %q in %q:\n%s", source, text, diff)
	}
	if diff := cmp.Diff(want.FindStringSubmatchIndex(text), got.FindStringSubmatchIndex(text)); diff != "" {
		t.Fatalf("places of the first of %q in %q:\n%s", source, text, diff)
	}
	if diff := cmp.Diff(want.FindStringIndex(text), got.FindStringIndex(text)); diff != "" || want.FindString(text) != got.FindString(text) {
		t.Fatalf("place of the first of %q in %q:\n%s", source, text, diff)
	}
	if want.MatchString(text) != got.MatchString(text) {
		t.Fatalf("%q in %q: %v", source, text, got.MatchString(text))
	}
	if a, b := want.ReplaceAllLiteralString(text, "<>"), got.ReplaceAllString(text, "<>"); a != b {
		t.Fatalf("%q in %q replaced: %q, want %q", source, text, b, a)
	}
}

func TestFinds(t *testing.T) {
	for _, c := range []struct {
		source, text string
		want         [][]string
	}{
		{`每(低|高)([0-9]+(?:\.[0-9]+)?)个?百分点`, "每低0.5个百分点扣1分,每高2百分点扣3分", [][]string{{"每低0.5个百分点", "低", "0.5"}, {"每高2百分点", "高", "2"}}},
		{`(优|优秀)级`, "优秀级", [][]string{{"优秀级", "优秀"}}},
		{`(优|优秀)`, "优秀级", [][]string{{"优", "优"}}}, // the first word that matches, not the longest
		{`[^。;]{0,2}?(不得分)`, "未达标的不得分", [][]string{{"标的不得分", "不得分"}}},
		{`^(?:任务)?全部(?:按期|如期)?完成$`, "全部如期完成", [][]string{{"全部如期完成"}}},
		{`(计分|得分)(标准)?`, "得分,计分标准", [][]string{{"得分", "得分", ""}, {"计分标准", "计分", "标准"}}},
		{`扣([0-9])分|扣(\d{2})%`, "扣20%", [][]string{{"扣20%", "", "20"}}},
		{`[\p{Han}A]{2,3}率`, "应缴B率,资金A使用率", [][]string{{"A使用率"}}},
		{`扣`, "得分", nil},
	} {
		got := wording.New(c.source).FindAllStringSubmatch(c.text, -1)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s in %s:\n%s", c.source, c.text, diff)
		}
		compare(t, c.source, c.text)
	}
}

func TestReplaces(t *testing.T) {
	span := wording.New(`([0-9]分)至([0-9])`)
	groups := func(g []string) string { return g[1] + "-" + g[2] }
	for text, want := range map[string]string{"得6分至8分或1分至2分": "得6分-8分或1分-2分", "得6分": "得6分", "": ""} {
		if got := span.ReplaceAllStringFunc(text, groups); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestRefuses(t *testing.T) {
	for _, source := range []string{`(`, `)`, `[a`, `a{2`, `a{x}`, `(?:a){0}`, `(?:a?)*`, `(?P<n>a)`, `\w`, `\xzz`, `*`, `a\`} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is taken for an expression", source)
				}
			}()
			wording.New(source).MatchString("a")
		}()
	}
}

// TestTimeIsBounded: ways to match that multiply with every character are each tried once.
func TestTimeIsBounded(t *testing.T) {
	text := strings.Repeat("a", 6000)
	for _, source := range []string{`(?:a+)+b`, `(?:a|a)*b`, `(?:(?:a|aa)+,?)+b`, `(a*)(a*)(a*)(a*)b`} {
		start := time.Now()
		if wording.New(source).MatchString(text) {
			t.Errorf("%s matches", source)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s took %v", source, took)
		}
	}
}

// BenchmarkOnce reads an expression and tries it on one sentence, as a run on one report does.
func BenchmarkOnce(b *testing.B) {
	const points = `(?:得|计|记|赋|给|为)(?:(?:(?:该|本)(?:项)?(?:指标)?的)?([0-9]+(?:\.[0-9]+)?)%(?:的?(?:权重|分值))?|([0-9]+(?:\.[0-9]+)?)分?)`
	const text = "完成率在90%(含)以上的,得本指标的80%分值"
	b.Run("wording", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			wording.New(points).FindStringSubmatch(text)
		}
	})
	b.Run("regexp", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			regexp.MustCompile(points).FindStringSubmatch(text)
		}
	})
}
