package layout

import (
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/lexicon"
)

// formOfRows reads one table of basic data and one of scored rows.
func formOfRows(basic ...[]string) *document.Document {
	return &document.Document{Format: "html", Blocks: []document.Block{
		{Paragraph: &document.Paragraph{Text: "2021年度项目支出绩效自评表"}},
		{Table: wideTable(basic...)},
		{Table: wideTable(
			[]string{"一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"},
			[]string{"产出指标", "数量指标", "改造户数", "≥420户", "424户", "60", "60"},
			[]string{"", "", "其中：D级户数", "≥155户", "156户", "", ""},
			[]string{"", "质量指标", "合格率", "100%", "100%", "40", "40"},
		)},
	}}
}

// Amounts with their labels before them, among the basic data, are the funds of a form that has no columns for them.
func TestFundsToldAmongBasicData(t *testing.T) {
	forms := Read(formOfRows(
		[]string{"项目名称", "居民医保经办", "主管部门", "临河县医疗保障局"},
		[]string{"预算数（万元）", "148.00", "执行数（万元）", "141.20"},
		[]string{"执行率", "94.51%", "填报日期", "2022年5月10日"},
	), lexicon.Load())
	if len(forms) != 1 || len(forms[0].Funds) != 1 {
		t.Fatalf("%d forms, first %+v", len(forms), forms)
	}
	fund := forms[0].Funds[0]
	if fund.Name != "预算数" || fund.Budget.Value != "148.00" || fund.Spent.Value != "141.20" || fund.Rate.Value != "94.51" || fund.Money != "万元" {
		t.Errorf("fund %+v", fund)
	}
	if len(forms[0].Fields) != 3 {
		t.Errorf("fields %+v", forms[0].Fields)
	}
}

// An amount alone, without what was spent of it, makes no funds.
func TestBudgetAloneIsNoFund(t *testing.T) {
	forms := Read(formOfRows([]string{"项目名称", "居民医保经办", "预算数", "148.00"}), lexicon.Load())
	if len(forms) != 1 || len(forms[0].Funds) != 0 {
		t.Errorf("%d forms, first %+v", len(forms), forms)
	}
}

// A blank cell for the weight keeps its place, as one for the score does: both blank say that a row is a detail of the
// one above.
func TestBlankWeightKeepsItsPlace(t *testing.T) {
	forms := Read(formOfRows([]string{"项目名称", "危房改造"}), lexicon.Load())
	detail := forms[0].Indicators[1]
	if detail.Name != "其中：D级户数" || !detail.Weight.Place.Known() || !detail.Score.Place.Known() || detail.Weight.Numeric() {
		t.Errorf("detail %+v", detail)
	}
}
