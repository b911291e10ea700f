package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

func TestWrapped(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  []string
	}{
		{"执行率偏低", 20, []string{"执行率偏低"}},
		{"执行率偏低，未说明原因", 10, []string{"执行率偏", "低，未说明", "原因"}},
		{"得分4.50分", 7, []string{"得分", "4.50分"}},
		{"称“较为细化”", 4, []string{"称", "“较", "为细", "化”"}},
		{"the form says 276", 9, []string{"the form", "says 276"}},
		{"3905.30÷4160.00", 6, []string{"3905.3", "0÷416", "0.00"}},
		{"", 10, []string{""}},
	} {
		if diff := cmp.Diff(test.want, wrapped(test.text, test.width)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestWrappedLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := plain(rapid.StringOf(rapid.RuneFrom([]rune("执行率，。“”（）12.5% ab÷"))).Draw(t, "text"))
		width := rapid.IntRange(2, 40).Draw(t, "width")
		lines := wrapped(text, width)
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, line := range lines {
			if columns(line) > float64(width) {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
	})
}

func TestExcerpt(t *testing.T) {
	quote := "组织社区联合巡查20余次，居民防火知识普及率达到91%，群众反映良好。"
	for _, test := range []struct {
		width int
		words []string
		want  string
	}{
		{100, []string{"91%"}, quote},
		{24, nil, "组织社区联合巡查20余次…"},
		{24, []string{"", "90%", "91%"}, "…普及率达到91%，群众…"},
		{24, []string{"组织"}, "组织社区联合巡查20余次…"},
	} {
		if got := excerpt(quote, test.width, test.words...); got != test.want {
			t.Errorf("%d %q: %s, want %s", test.width, test.words, got, test.want)
		}
	}
}

func TestFiguresAreSaidOnce(t *testing.T) {
	for name, test := range map[string]struct {
		says  string
		found finding.Finding
		want  [3]string
	}{
		"all in the sentence": {"完成值90%，正文为91%", finding.Finding{Printed: "90%", Due: "91%", Working: "90% ≠ 91%"}, [3]string{}},
		"a trailing zero":     {"得4.50分，应为4.5", finding.Finding{Printed: "4.50", Due: "4.5"}, [3]string{}},
		"due is new":          {"扣0.2分（得4.80分）", finding.Finding{Printed: "4.80", Due: "5", Working: "5 − 4.80 = 0.2"}, [3]string{"4.80", "5", ""}},
		"5 is not in 4.50":    {"得分4.50", finding.Finding{Due: "5", Printed: "4.50"}, [3]string{"4.50", "5", ""}},
		"the quotation shows": {"未说明原因", finding.Finding{Printed: "持续推动", Place: document.Place{Quote: "持续推动"}}, [3]string{}},
		"none is due":         {"所列3项没有对应的指标", finding.Finding{Printed: "3", Due: "0"}, [3]string{}},
		"working is new":      {"应为9.78", finding.Finding{Due: "9.78", Working: "10 × 88 ÷ 90 = 9.7778"}, [3]string{"", "", "10 × 88 ÷ 90 = 9.7778"}},
	} {
		known := &told{}
		known.hear(test.says)
		printed, due, working := figures(&test.found, known)
		if diff := cmp.Diff(test.want, [3]string{printed, due, working}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestCodesAreJoined(t *testing.T) {
	for want, list := range map[string][]string{
		"RUL-01～03、05":  {"RUL-01", "RUL-02", "RUL-03", "RUL-05"},
		"SCR-02、03":     {"SCR-02", "SCR-03"},
		"SCR-13、XRF-01": {"SCR-13", "XRF-01"},
	} {
		if got := codes(list, "zh"); got != want {
			t.Errorf("%v: %s, want %s", list, got, want)
		}
	}
}

func TestDoubtsAreSaidInWords(t *testing.T) {
	f := &form.Form{Indicators: []form.Indicator{
		{Name: "甲", WeightFrom: form.FromInferred, Weight: form.Entry{Text: "5", Doubt: form.EqualShare}},
		{Name: "乙", Doubt: form.ShiftedRow, WeightFrom: form.FromInferred, Weight: form.Entry{Text: "5", Doubt: form.EqualShare}},
		{Name: "丙", Inferred: form.ShiftedRow},
	}}
	f.Indicators[0].Weight.Value, f.Indicators[1].Weight.Value = "5", "5"
	head := readings(f, "zh")
	if want := "2 项分值系推断（按所在板块平均）；1 项原行各格错列，已按取值移回对应列；1 项原行各格错列，已按取值移回对应列，分值合计相符"; head != want {
		t.Errorf("head: %s", head)
	}
	for _, test := range []struct{ subject, working, want string }{
		{"甲", "5 × 98%", "weight inferred: an equal share of its block"},
		{"甲", "98 ÷ 100", ""},
		{"乙", "", "cells stood beside their columns and were moved back"},
		{"丁", "", ""},
	} {
		if got := doubts(f, &finding.Finding{Subject: test.subject, Working: test.working}, "en"); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.subject, test.working, got, test.want)
		}
	}
}
