package layout

import (
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// TestTornForm: a form of which no row can be read is told to be lost, and a text that holds none is not.
func TestTornForm(t *testing.T) {
	const heads = "绩效指标一级 指标二级 指标三级指标 考值 参分 指标值（八） 全年 实际值(B) 得分 未完成原因分析"
	for _, tt := range []struct {
		name  string
		lines []string
		torn  bool
	}{
		{"headers and figures", []string{"2021年项目支出绩效自评表", heads, "产 出 指 标巡查堤防里程一 12公 里1", "2公里落实 经费一 15万元 15万元IO 完好", "率一 95% 9", "6%; 受益 320户 318户 满意 90% 92% 88% 90%"}, true},
		{"headers of a template", []string{"项目支出绩效自评表填写样例", heads, "产出指标（50分） 效益指标（30分） 满意度指标（10分） 2021年1月1日起施行"}, false},
		{"a plan", []string{"绩效目标表", heads, "12公里 15万元 95% 320户 90% 92% 88%"}, false},
		{"a sentence", []string{"本单位自评各项指标完成值为12公里、15万元、95%、320户、90%、92%。"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := &document.Document{Format: "text"}
			for i, l := range tt.lines {
				line := document.Line{Text: l, Place: document.Place{Line: i + 1}}
				doc.Blocks = append(doc.Blocks, document.Block{Paragraph: &document.Paragraph{Text: l, Lines: []document.Line{line}}})
			}
			forms := Read(doc, lexicon.Load())
			if torn := len(forms) == 1 && forms[0].Doubt == form.LostGrid; torn != tt.torn {
				t.Errorf("%d forms, torn %v", len(forms), torn)
			}
		})
	}
}
