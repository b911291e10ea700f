package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestRole(t *testing.T) {
	x := Load()
	for header, want := range map[string]Role{
		"三级指标":        Name,
		"执行率（B/A）":    Rate,
		"执行率 (B/A)":   Rate,
		"得分(20分*执行率)": Score,
		"预算数 (万元)":    Budget,
		"预算数（A）":      Budget,
		"全年(调整)预算数":   Budget,
		"年初\n预算数":     Initial,
		"年 度 指 标 值":   Target,
		"偏差原因分析及改进措施": Reason,
		"指标解释":        Meaning,
		"指标值设置依据":     "describe",
		"上年完成值":       LastYear,
		"得分率":         ScoreRate,
		"财政拨款":        "",
		"——":          "",
	} {
		if got := x.Role(header); got != want {
			t.Errorf("Role(%q) = %q, want %q", header, got, want)
		}
	}
}

func TestKey(t *testing.T) {
	for text, want := range map[string]string{
		"执行率":             "执行率",
		"执行率（B/A）：":       "执行率",
		"年 度\n指标值":        "年度指标值",
		"全年(调整)预算数":       "全年预算数",
		"得分[注(1)]合计":      "得分合计",
		"合计）小计":           "合计小计",
		"预算数（万元":          "预算数",
		"★ＡＢ％：":           "AB%",
		"总分，其中":           "总分，其中",
		"\u200b得\u3000分 ": "得分",
		"（）":              "",
	} {
		if got := Key(text); got != want {
			t.Errorf("Key(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestListsAreTheListsOfTheKey: a word is looked up without its Key, and found as by it.
func TestListsAreTheListsOfTheKey(t *testing.T) {
	x := Load()
	words := []string{"", "合计", "合 计", "小计：", "（一）合计", "单位", "部门（单位）名称", "产出指标", "产出指标很多", "产", "優"}
	for _, word := range words {
		if got, want := x.Lists(word), x.Lists(Key(word)); got != want {
			t.Errorf("Lists(%q) = %b, of its key %b", word, got, want)
		}
	}
	if in := x.Lists("合 计："); in&TotalWords == 0 || in&Level1Words != 0 || !x.Has(SubtotalWords|TotalWords, "合计") {
		t.Errorf("合计 is in the lists %b", in)
	}
}

func TestHeadersCutsGluedHeaders(t *testing.T) {
	x := Load()
	for text, want := range map[string][]Role{
		"年初指标值实际完成值得分":                         {Target, Actual, Score},
		"一级指标二级指标指标名称年初指标值实际完成值得分":             {Level1, Level2, Name, Target, Actual, Score},
		"三级指标计划达成标准落实结果分值得分":                   {Name, Target, Actual, Weight, Score},
		"年度绩效指标一级指标二级指标三级指标年度指标值":              {"", Level1, Level2, Name, Target},
		"预算数（A）执行数（B）执行率（B/A）得分（20分*执行率）":      {Budget, Spent, Rate, Score},
		"指标名称计量单位指标性质指标值指标权重(分)全年完成值指标得分(分)说明": {Name, Unit, Nature, Target, Weight, Actual, Score, Reason},
		"完成值得分":   {Actual, Score},
		"完成值得分很高": nil,
		"数量指标":    nil,
	} {
		var got []Role
		for _, h := range x.Headers(text) {
			got = append(got, h.Role)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Headers(%q): %s", text, diff)
		}
	}
}

func TestHeaderStart(t *testing.T) {
	x := Load()
	for text, want := range map[string]bool{
		"一级指标 二级指标 指标":      true,
		"年度绩效指":             true,
		"一级指标二级指标年初指标值实际完成": true,
		"得分（20":             true,
		"数量指标":              false,
		"一级指标很重要":           false,
	} {
		if got := x.HeaderStart(text); got != want {
			t.Errorf("HeaderStart(%q) = %v, want %v", text, got, want)
		}
	}
}

// TestDataHasNoWordTwice holds the data files to their word: a header means one role.
func TestDataHasNoWordTwice(t *testing.T) {
	seen := map[string]string{}
	for role, words := range entries(headersData) {
		for word := range strings.SplitSeq(words, " ") {
			if before, ok := seen[Key(word)]; ok {
				t.Errorf("%s stands under %s and under %s", word, before, role)
			}
			if Key(word) == "" || strings.ContainsAny(word, "()（）") {
				t.Errorf("%s: %q is no key", role, word)
			}
			seen[Key(word)] = role
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d header wordings", len(seen))
	}
}

// TestDataIsReadWhole finds every word of the data files in the loaded lexicon, under its role or in its list.
func TestDataIsReadWhole(t *testing.T) {
	x := Load()
	for line := range strings.Lines(headersData + wordsData) {
		key, words, _ := strings.Cut(strings.TrimSpace(line), ":")
		if key == "" || key[0] == '#' {
			continue
		}
		for _, word := range strings.Fields(words) {
			if x.Role(word) != Role(key) && !x.Has(listNamed(key), word) {
				t.Errorf("%s: %s is not found", key, word)
			}
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		Load()
	}
}

func BenchmarkHeadersFirstUse(b *testing.B) {
	for b.Loop() {
		if Load().Headers("年初指标值实际完成值得分") == nil {
			b.Fatal("not cut")
		}
	}
}

// TestBeginsHeader: a character begins a header where a wording is found from it on.
func TestBeginsHeader(t *testing.T) {
	x := Load()
	for text, want := range map[string]bool{"年初预算数": true, "得分": true, "绩效指标": true, "的确完成": false, "。": false} {
		first, _ := utf8.DecodeRuneInString(text)
		if got := x.BeginsHeader(first); got != want {
			t.Errorf("BeginsHeader(%q) = %v", first, got)
		}
		if _, like := x.Leading(text); (like > 0) != want {
			t.Errorf("Leading(%q) goes along for %d bytes", text, like)
		}
	}
}
