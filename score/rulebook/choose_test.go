package rulebook

import (
	"strings"
	"testing"
	"unicode/utf8"

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
		{"transfer", form.Form{Kind: form.Transfer}, "cn-transfer", "报告类型"},
		{"unit in Wuhan", form.Form{Kind: form.Department, Unit: "武汉市洪山区某局", Year: 2020}, "hb-wuhan", "按所在地区"},
		{"unit in Wuhan with another execution weight", form.Form{Unit: "武汉市某局", Funds: funds("10")}, "cn-2020", ""},
		{"department in Beijing", form.Form{Kind: form.Department, Title: "2023年度北京市某局部门整体绩效评价", Funds: funds("20")}, "bj-dept", "北京市"},
		{"project in Beijing", form.Form{Kind: form.Project, Unit: "北京市某局", Funds: funds("10")}, "cn-2020", ""},
		{"weights of a department table", form.Form{Kind: form.Department, Sections: blocks("当年预算执行情况", "20", "整体绩效目标实现情况", "60", "预算管理情况", "20")}, "bj-dept", "权重"},
		{"national weights tell no region", form.Form{Kind: form.Project, Funds: funds("10"), Sections: blocks("产出指标", "50", "效益指标", "30", "满意度指标", "10")}, "cn-2020", "未载明"},
		{"project code of Sichuan", form.Form{Kind: form.Project, Project: "51092324T000010263357-社区矫正专项", Funds: funds("10")}, "sc-project", "项目编码（510923）"},
		{"a number that is no project code", form.Form{Kind: form.Project, Project: "510923号路灯工程", Funds: funds("10")}, "cn-2020", ""},
		{"national weights with a cost block", form.Form{Kind: form.Project, Year: 2022, Funds: funds("10"), Sections: blocks("成本指标", "20", "产出指标", "40", "效益指标", "20", "满意度指标", "10")}, "cn-central", "权重"},
		{"the same before its year", form.Form{Kind: form.Project, Year: 2020, Funds: funds("10"), Sections: blocks("成本指标", "20", "产出指标", "40", "效益指标", "20", "满意度指标", "10")}, "cn-2020", ""},
		{"project code of a province without a book", form.Form{Kind: form.Project, Project: "36010224T000010263357-道路养护", Year: 2024, Funds: funds("10")}, "ithmis", "项目编码（360102）"},
		{"rows that a book prescribes", form.Form{Kind: form.Department, Indicators: rowsNamed("在职人员控制率", "“三公经费”变动率", "预算完成率", "预算控制率", "其他")}, "hn-dept", "固定指标"},
		{"the same after the book's years", form.Form{Kind: form.Department, Year: 2022, Indicators: rowsNamed("在职人员控制率", "“三公经费”变动率", "预算完成率", "预算控制率")}, "cn-2020", ""},
		{"grade that only one book names", form.Form{Kind: form.Project, Total: form.Total{Grade: entry("合格")}}, "sh", "等级名称"},
		{"city and province named", form.Form{Kind: form.Project, Unit: "湖南省长沙市某局", Funds: funds("10")}, "cn-2020", ""},
		{"a city without its province", form.Form{Kind: form.Project, Unit: "滁州市交通运输局", Year: 2022, Funds: funds("10")}, "ah", "滁州市"},
		{"a province by its short name", form.Form{Kind: form.Department, Title: "2023年度广西某厅部门整体支出绩效自评", Funds: funds("10")}, "gx", "广西"},
		{"a road that is called after a province", form.Form{Kind: form.Project, Unit: "广西路小学", Funds: funds("10")}, "cn-2020", ""},
		{"the unit goes before what a project is for", form.Form{Kind: form.Project, Unit: "武汉市某局", Project: "对口支援新疆项目", Funds: funds("20")}, "hb-wuhan", "武汉市"},
		{"rules of another province do not suit", form.Form{Kind: form.Project, Unit: "成都市某局", Funds: funds("20"), Rules: note(notes8050)}, "cn-2020", ""},
		{"department in Sichuan", form.Form{Kind: form.Department, Unit: "达州市某局", Year: 2022, Funds: funds("20")}, "sc-dept", "达州市"},
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

func rowsNamed(names ...string) []form.Indicator {
	var all []form.Indicator
	for _, name := range names {
		all = append(all, form.Indicator{Name: name})
	}
	return all
}

// TestWhereAUnitLies: the province and city that a name tells.
func TestWhereAUnitLies(t *testing.T) {
	tests := []struct{ text, name, provinces string }{
		{"武汉市洪山区某局", "武汉市洪山区", "湖北省"},
		{"湖北省恩施土家族苗族自治州某局", "湖北省恩施土家族苗族自治州", "湖北省"},
		{"洪山区某街道", "洪山区", "湖北省"},
		{"吉林市某局", "吉林市", "吉林省"},
		{"吉林省", "吉林省", "吉林省"},
		{"武", "", ""},
		{"吉林省某厅", "吉林省", "吉林省"},
		{"朝阳区某街道", "朝阳区", "北京市 吉林省"},
		{"北京市朝阳区某街道", "北京市朝阳区", "北京市"},
		{"长春市朝阳区某街道", "长春市朝阳区", "吉林省"},
		{"天津市河北区某局", "天津市河北区", "天津市"},
		{"河北区某局", "河北区", "天津市"},
		{"河北某厅", "河北", "河北省"},
		{"海南州某局", "海南州", "青海省"},
		{"2022年度云南省某厅自评报告", "云南省", "云南省"},
		{"新疆某局", "新疆", "新疆维吾尔自治区"},
		{"南昌市上海路街道办事处", "南昌市", "江西省"},
		{"青禾县交通运输局", "", ""},
		{"", "", ""},
	}
	all := readPlaces()
	for _, tt := range tests {
		found, name := all.find(tt.text)
		var provinces []string
		for _, p := range found {
			provinces = append(provinces, p.province)
		}
		if name != tt.name || strings.Join(provinces, " ") != tt.provinces {
			t.Errorf("%s: %q in %v, want %q in %s", tt.text, name, provinces, tt.name, tt.provinces)
		}
	}
}

func TestEveryProvinceIsKnown(t *testing.T) {
	all, provinces := readPlaces(), map[string]int{}
	for line := range strings.Lines(placesText) {
		for name := range strings.FieldsSeq(line) {
			if name[0] < utf8.RuneSelf {
				continue // a code, or a word of a remark
			}
			found := all.named(name)
			if len(found) == 0 {
				t.Errorf("%s is not found", name)
			}
			for _, p := range found {
				if provinces[p.code]++; len(p.code) != 2 || !strings.HasPrefix(name, p.province) && p.city == "" {
					t.Errorf("%s: %+v", name, p)
				}
			}
		}
	}
	if len(provinces) != 31 {
		t.Errorf("%d provinces, want 31", len(provinces))
	}
	for _, b := range shelf(t).All() {
		for _, region := range b.Match.Regions {
			if all.named(region) == nil {
				t.Errorf("%s is for %s, which no list of places has", b.ID, region)
			}
		}
	}
}

// TestHearsayKeepsTheBookBelow: a book of general knowledge leaves the one that it builds on in play.
func TestHearsayKeepsTheBookBelow(t *testing.T) {
	f := form.Form{Kind: form.Project, Unit: "广州市某局"}
	c := shelf(t).Candidates(&f, nil)
	if c.Book.ID != "gd" || c.By != ByRegion || len(c.Also) != 1 || c.Also[0].ID != "cn-2020" {
		t.Errorf("%s by %s, also %v", c.Book.ID, c.By, c.Also)
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
