package rulebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
)

func entry(text string) form.Entry {
	return form.Entry{Text: text, Quantity: quantity.Parse(text)}
}

func funds(weight string) []form.Fund {
	return []form.Fund{{Name: "资金总额", Weight: entry(weight)}}
}

func blocks(pairs ...string) []form.Section {
	var all []form.Section
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, form.Section{Name: pairs[i], Level: 1, Weight: entry(pairs[i+1])})
	}
	return all
}

func note(text string) []form.Rule { return []form.Rule{{Text: text}} }

const (
	notes8050 = "定性指标分三档，分别按照100-80%（含80%）、80-50%（含50%）、50-0%合理确定分值。"
	notes8060 = "定性指标分三档，分别按照100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。"
)

func TestChoose(t *testing.T) {
	tests := []struct {
		name string
		form form.Form
		id   string
		why  string // a piece of the message
	}{
		{"nothing known", form.Form{}, "cn-2020", "未载明"},
		{"national document named", form.Form{Text: []form.Paragraph{{Text: "根据《办法》（财预[2020] 10号）开展自评"}}}, "cn-2020", "引用财预〔2020〕10号"},
		{"bands and execution weight printed", form.Form{Kind: form.Project, Funds: funds("20"), Rules: note(notes8050)}, "hb-wuhan", "所印计分规则"},
		{"national bands tell nothing", form.Form{Kind: form.Project, Funds: funds("10"), Rules: note(notes8060)}, "cn-2020", "未载明"},
		{"transfer", form.Form{Kind: form.Transfer}, "cn-transfer", "表式"},
		{"unit in Wuhan", form.Form{Kind: form.Department, Unit: "武汉市洪山区某局", Year: 2020}, "hb-wuhan", "按所在地区"},
		{"unit in Wuhan with another execution weight", form.Form{Unit: "武汉市某局", Funds: funds("10")}, "cn-2020", ""},
		{"department in Beijing", form.Form{Kind: form.Department, Title: "2023年度北京市某局部门整体绩效评价", Funds: funds("20")}, "bj-dept", "北京市"},
		{"project in Beijing", form.Form{Kind: form.Project, Unit: "北京市某局", Funds: funds("10")}, "cn-2020", ""},
		{"weights of a department table", form.Form{Kind: form.Department, Sections: blocks("当年预算执行情况", "20", "整体绩效目标实现情况", "60", "预算管理情况", "20")}, "bj-dept", "权重"},
		{"national weights tell no region", form.Form{Kind: form.Project, Funds: funds("10"), Sections: blocks("产出指标", "50", "效益指标", "30", "满意度指标", "10")}, "cn-2020", "未载明"},
		{"project code of Sichuan", form.Form{Kind: form.Project, Project: "51092324T000010263357-社区矫正专项", Funds: funds("10")}, "sc-project", "项目编码（510923）"},
		{"a number that is no project code", form.Form{Kind: form.Project, Project: "510923号路灯工程", Funds: funds("10")}, "cn-2020", ""},
		{"project in Sichuan", form.Form{Kind: form.Project, Fields: []form.Field{{Name: "主管部门", Value: entry("绵阳市某局部门")}}}, "sc-project", "绵阳市"},
	}
	s := shelf(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, why := s.Choose(&tt.form, nil)
			if b.ID != tt.id || !strings.Contains(why.ZH, tt.why) || why.EN == "" {
				t.Errorf("%s because %q, want %s because of %q", b.ID, why, tt.id, tt.why)
			}
		})
	}
}

func TestPrintedRulesGoFirst(t *testing.T) {
	s := shelf(t)
	f := form.Form{Kind: form.Project, Funds: funds("10"), Rules: note(notes8050 + "正向指标得分=权重*B/A，反向指标得分=权重*A/B，得分不得突破权重总额。")}
	b, _ := s.Choose(&f, nil)
	partly, _ := b.Qualitative.Band(Partly)
	if partly.Low != "0.5" || b.Qualitative.Evidence != InForm || !strings.Contains(b.Qualitative.Clause.ZH, "定性指标分三档") {
		t.Errorf("printed bands were not taken: %+v", b.Qualitative)
	}
	if diff := cmp.Diff([]Formula{Inverse}, b.Quantitative.Negative); diff != "" {
		t.Errorf("printed formula was not taken: %s", diff)
	}
	own, _ := s.Book(b.ID)
	if partly, _ := own.Qualitative.Band(Partly); partly.Low != "0.6" {
		t.Error("the book on the shelf was changed")
	}
}

func TestPrintedTiers(t *testing.T) {
	f := form.Form{Funds: []form.Fund{{Rule: form.Entry{Text: "年初指标值设定偏低的，计算结果在200%-300%（含200%）区间，按该指标分值的10%扣分；计算结果高于300%（含300%），按该指标分值的20%扣分。"}}}}
	want := []Tier{{From: "2", To: "3", Cut: "0.1"}, {From: "3", Cut: "0.2"}}
	if diff := cmp.Diff(want, PrintedIn(&f, nil).Tiers); diff != "" {
		t.Error(diff)
	}
}

func TestContradictingRulesCountAsNone(t *testing.T) {
	f := form.Form{Rules: append(note(notes8050), note(notes8060)...)}
	if p := PrintedIn(&f, nil); len(p.Bands) > 0 {
		t.Errorf("bands %v were taken from rules that contradict each other", p.Bands)
	}
}

func TestRuleOfOneRowBindsNoOther(t *testing.T) {
	f := form.Form{Indicators: []form.Indicator{{Name: "某项", Rule: form.Entry{Text: notes8050}}}}
	if p := PrintedIn(&f, nil); len(p.Bands) > 0 {
		t.Error("the rule of a single row was taken for the whole form")
	}
}

func BenchmarkChoose(b *testing.B) {
	s := shelf(b)
	f := form.Form{Kind: form.Project, Unit: "武汉市某局", Funds: funds("20"), Rules: note(notes8050)}
	for b.Loop() {
		s.Choose(&f, nil)
	}
}
