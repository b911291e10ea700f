package layout

import (
	"testing"

	"fuhe/normalize/form"
)

// The text before the first form explains the projects of the others.
func TestTextOfOneFormNamesTheProjectOfAnother(t *testing.T) {
	first := &form.Form{Project: "学前教育资助", Text: []form.Paragraph{
		{Text: "教师培训项目受疫情影响执行率仅75%，最后一期线下培训取消。"}, {Text: "一、教师培训", Level: 1}, {Text: "学前教育资助全部完成。"},
	}}
	second := &form.Form{Project: "教师培训项目"}
	tieAsides([]*form.Form{first, second})
	if len(second.Aside) != 1 || second.Aside[0].Text != first.Text[0].Text || len(first.Aside) != 0 {
		t.Errorf("asides %+v and %+v", first.Aside, second.Aside)
	}
}

func TestNameInText(t *testing.T) {
	for project, want := range map[string]string{"林业草原生态保护恢复资金—国土绿化": "国土绿化", "教师培训项目": "教师培训", "农机补贴": "农机补贴"} {
		if got := nameInText(project); got != want {
			t.Errorf("%s: %q, want %q", project, got, want)
		}
	}
}

func TestNamesWithoutTheirCodes(t *testing.T) {
	for text, want := range map[string]string{"A11 立项依据充分性": "立项依据充分性", "C21日均供餐人次": "日均供餐人次", "A级景区数量": "A级景区数量", "B2C平台数": "B2C平台数", "D5处理": "D5处理"} {
		if got := indicatorName(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
