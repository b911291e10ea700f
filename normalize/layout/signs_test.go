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

// TestGapped: a line that stands in one column has single blanks only, between its words.
func TestGapped(t *testing.T) {
	for text, want := range map[string]bool{
		"":          false,
		"主管部门":      false,
		"主管部门 某某局":  false,
		"主管 部门 某局 ": false,
		" 主管部门":     true,
		"主管部门  某某局": true,
		"主管部门　某某局":  true,
		"主管部门\t 某局": true,
	} {
		if got := gapped(text); got != want {
			t.Errorf("gapped(%q) = %v", text, got)
		}
	}
}

// TestSqueezeText: blanks stay only where they part Latin words or figures.
func TestSqueezeText(t *testing.T) {
	for text, want := range map[string]string{
		"投入使用":           "投入使用",
		" 投入　使用 \n":      "投入使用",
		"购置 GPS  设备 3 台": "购置GPS设备3台",
		"Word 2019 版":    "Word 2019版",
		"100 95.5":       "100 95.5",
		"5 ％ 以上":         "5％以上",
	} {
		if got := squeezeText(text); got != want {
			t.Errorf("squeezeText(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestFieldTokens: colons part the words of a line as blanks do, and stay with what stands before them.
func TestFieldTokens(t *testing.T) {
	for text, want := range map[string]string{
		"填报日期：2024年5月 总分： 98.75": "填报日期：|2024年5月|总分：|98.75",
		"单位名称 某某局":               "单位名称|某某局",
		"：: 无":                   "：|:|无",
		" ":                      "",
	} {
		if got := strings.Join(slices.Collect(fieldTokens(text)), "|"); got != want {
			t.Errorf("fieldTokens(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestMayBeGoal: no goal's name is passed over, wherever its points stand.
func TestMayBeGoal(t *testing.T) {
	for text, want := range map[string]bool{
		"年度目标1（40分）：推进改造": true,
		"绩效目标 2":       true,
		"（40分）年度绩效目标1": true,
		"(40分) 年度目标1":  true,
		"（一）项目概况":      false,
		"项目概况":         false,
		"":             false,
	} {
		if got := mayBeGoal(text); got != want {
			t.Errorf("mayBeGoal(%q) = %v", text, got)
		}
	}
}
