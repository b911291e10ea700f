package layout

import "testing"

// A disclosure that tells of several projects has no total of its own, and each project has its points and its grade.
func TestProjectsToldInParagraphs(t *testing.T) {
	forms := readForms(t, `2022年度部门决算公开说明
（一）农机补贴项目绩效自评综述：项目自评得分为98.11分。全年预算数为386.00万元，执行数为359.37万元，完成预算的93.10%。
（二）河道清淤项目。年初预算120万元，支出108万元。该项目绩效自评得分88.4分，自评等级为良。
`)
	if len(forms) != 1 {
		t.Fatalf("%d forms", len(forms))
	}
	f := forms[0]
	if f.Layout != "projects" || !f.Total.Score.Missing() || len(f.Total.Also) > 0 {
		t.Errorf("%s: total %+v", f.Layout, f.Total)
	}
	if len(f.Told) != 2 || f.Told[0].Name != "农机补贴项目" || f.Told[0].Score.Value != "98.11" || f.Told[1].Grade.Text != "良" {
		t.Errorf("told %+v", f.Told)
	}
}

// One project told of twice is the form's own.
func TestOneProjectToldTwice(t *testing.T) {
	f := readText(t, `2022年度农机补贴项目绩效自评报告
农机补贴项目绩效自评得分为98.11分，自评等级为优。
2022年农机补贴项目自评得分98.11分。
`)
	if len(f.Told) > 0 || f.Total.Score.Value != "98.11" {
		t.Errorf("told %+v, total %+v", f.Told, f.Total)
	}
}

func TestOpeningProject(t *testing.T) {
	for text, want := range map[string]string{
		"1.公共文化场馆免费开放项目绩效自评综述：根据目标": "公共文化场馆免费开放项目",
		"12345热线运行项目绩效自评得分98.6分":    "12345热线运行项目",
		"2022年度学前教育资助资金自评得分99分":     "学前教育资助资金",
		"该项目绩效自评得分98分":              "",
		"6个项目自评得分均在90分以上":           "",
		"部门整体支出绩效自评得分95分":           "",
		"根据年初设定的绩效目标，项目自评得分98分":     "",
	} {
		if got := openingProject(text); got != want {
			t.Errorf("openingProject(%q) = %q, want %q", text, got, want)
		}
	}
}
