package acceptance

import (
	"errors"
	"strings"
	"testing"

	"fuhe/score/finding"
)

func known(code string) (string, bool) { return "SCR-07", code == "SCR-07" || code == "EXE-01" }

const entryText = "- code: SCR-07\n  subject: 就诊患者 满意度\n  printed: \"10\"\n  file: a/clinic.txt\n  reason: 已核\n  reviewer: 张\n  date: 2024-03-15\n"

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]struct {
		line int
		says string
	}{
		"code: SCR-07\n": {1, "应为列表"},
		"- code: SCR-07\n  subject: 甲\n  remark: 乙\n":  {3, `"remark"`},
		"\n- code: SCR-99\n  subject: 甲\n":             {2, "是否指 SCR-07"},
		"- subject: 甲\n":                               {1, "缺少 code"},
		"- code: SCR-07\n":                             {1, "缺少 subject"},
		"- code: SCR-07\n  code: EXE-01\n":             {2, "写了两次"},
		"- code: [SCR-07]\n":                           {1, "一行文字"},
		"- code: &a SCR-07\n  subject: *a\n":           {2, "一行文字"},
		"- code: SCR-07\n  subject: 甲\n  reason: 已核\n": {1, "reviewer"},
		"- code: SCR-07\n  subject: 甲\n  reason: 已核\n  reviewer: 张\n  date: 2024-13-01\n": {5, "date"},
		"- code: \"SCR\n": {2, "YAML"},
		"- 甲\n":           {1, "键值"},
	} {
		_, err := Parse([]byte(text), known)
		var w *Wrong
		if !errors.As(err, &w) || w.Line != want.line || !strings.Contains(w.Says.ZH, want.says) || w.Says.EN == "" {
			t.Errorf("%q: %v, want line %d and %q", text, err, want.line, want.says)
		}
	}
}

func TestApply(t *testing.T) {
	f := finding.Finding{Code: "SCR-07", Subject: "就诊患者满意度", Printed: "10"}
	for name, c := range map[string]struct {
		f        finding.Finding
		file     string
		accepted int
		gone     int
	}{
		"as accepted":    {f, "reports/a/clinic.txt", 1, 0},
		"another file":   {f, "reports/b/clinic.txt", 0, 0},
		"another figure": {finding.Finding{Code: "SCR-07", Subject: "就诊患者满意度", Printed: "9"}, "a/clinic.txt", 0, 1},
		"another code":   {finding.Finding{Code: "EXE-01", Subject: "就诊患者满意度", Printed: "10"}, "a/clinic.txt", 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := Parse([]byte(entryText), known)
			if err != nil {
				t.Fatal(err)
			}
			r := &finding.Report{Findings: []finding.Finding{c.f}}
			list.Apply(r, c.file)
			if len(r.Accepted) != c.accepted || len(r.Accepted)+len(r.Findings) != 1 || len(list.Gone()) != c.gone {
				t.Errorf("accepted %v, open %v, gone %v", r.Accepted, r.Findings, list.Gone())
			}
		})
	}
}

func TestPendingAcceptsNothing(t *testing.T) {
	list, err := Parse([]byte("- code: SCR-07\n  subject: 甲\n  reason:\n"), known)
	if err != nil || list.Pending() != 1 {
		t.Fatalf("%v, pending %d", err, list.Pending())
	}
	r := &finding.Report{Findings: []finding.Finding{{Code: "SCR-07", Subject: "甲"}}}
	if list.Apply(r, "x"); len(r.Accepted) != 0 || len(list.Gone()) != 0 {
		t.Errorf("an entry without a reason: accepted %v, gone %v", r.Accepted, list.Gone())
	}
}

// TestTemplateIsRead writes findings with signs that YAML minds and reads them back.
func TestTemplateIsRead(t *testing.T) {
	subject := "“甲: 乙”# 丙 - {丁}\\ \"戊\""
	tpl := NewTemplate("zh")
	r := &finding.Report{Findings: []finding.Finding{{Code: "SCR-07", Subject: subject, Printed: "≥1\u2028: 2"}}}
	r.Findings[0].Says.ZH = "一行\n- code: EXE-01\u2028两行"
	tpl.Add(r, "a.txt")
	tpl.Add(r, "a.txt") // once is enough
	text, err := tpl.YAML()
	if err != nil {
		t.Fatal(err)
	}
	list, err := Parse(text, known)
	if err != nil || len(list.Entries) != 1 || list.Entries[0].Subject != subject {
		t.Fatalf("%v: %+v\n%s", err, list, text)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(entryText))
	f.Add([]byte("- &a [*a]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if list, err := Parse(data, known); err == nil {
			list.Apply(&finding.Report{Findings: []finding.Finding{{Code: "SCR-07", Subject: "甲"}}}, "x")
		}
	})
}
