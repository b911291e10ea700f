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

// Where lines are numbered the names stand beside the numbers, however many columns precede the amounts that count.
func TestFundsOfNumberedLines(t *testing.T) {
	f := readText(t, "林业资金绩效自评表（2024年度）\n"+
		"行次\t项目\t全年预算数（A）\t统筹整合资金数（B）\t扣除统筹整合资金后预算金额（C）\t全年执行资金（E）\t预算执行（E/C×100%）\n"+
		"1\t年度资金总额\t486.50\t33.70\t452.80\t431.06\t95.20%\n"+
		"2\t其中：中央资金\t420.00\t33.70\t386.30\t364.56\t94.37%\n\n"+
		"一级指标\t二级指标\t三级指标\t指标值\t全年完成值\n产出指标\t数量指标\t森林抚育面积\t≥1.2万亩\t1.2万亩\n")
	if len(f.Funds) != 2 || f.Funds[0].Name != "年度资金总额" || f.Funds[0].Budget.Value != "452.80" || f.Funds[1].Name != "中央资金" {
		t.Errorf("funds %+v", f.Funds)
	}
}

// Subtotals below the rows of a block are the block's points; a heading of two rows leaves the columns of points in order.
func TestSubtotalsUnderTwoHeads(t *testing.T) {
	f := readText(t, "2022年度项目绩效自评表\n"+
		"一级指标\t二级指标\t三级指标\t目标值\t完成值\t分值\t得分\t\n"+
		"\t\t\t\t\t\t自评得分\t复核得分\n"+
		"产出\t数量\t运营里程\t≥4200公里\t4286公里\t60\t60\t60\n"+
		"\t质量\t正点率\t≥99.5%\t99.8%\t20\t20\t19\n"+
		"小计\t\t\t\t\t80\t79\t79\n"+
		"满意度\t服务对象\t乘客满意度\t≥90%\t92.6%\t20\t20\t20\n"+
		"合计\t\t\t\t\t100\t99.5\t99\n")
	if got := f.Total; got.Score.Value != "99.5" || got.Weight.Value != "100" {
		t.Errorf("total %s of %s", got.Score.Value, got.Weight.Value)
	}
	if len(f.Sections) != 2 || f.Sections[0].Score.Value != "79" || f.Sections[0].Weight.Value != "80" || !f.Sections[1].Score.Missing() {
		t.Errorf("sections %+v", f.Sections)
	}
}
