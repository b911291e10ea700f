package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

func readForms(t *testing.T, text string) []*form.Form {
	t.Helper()
	lines, err := plain.Lines([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return Read(&document.Document{Format: "text", Blocks: table.Tabbed(lines)}, lexicon.Load())
}

// unscored is a form of results without points, as tabs lay it out.
func unscored(title, project, unit string) string {
	return title + `
项目名称	` + project + `				
主管部门	某某县农业农村局	项目实施单位	` + unit + `		
资金情况（万元）	资金来源	预算数（A）	执行数（B）	执行率（B/A）	
	财政拨款	120	114	95%	
	合计	120	114	95%	
一级指标	二级指标	三级指标	年初目标值	实际完成值	未完成原因及改进措施
产出指标	数量指标	晾晒场面积	≥900平方米	910平方米	
产出指标	质量指标	验收合格率	100%	100%	
效益指标	社会效益指标	霉变损失率	≤2%	1.6%	
说明：无
`
}

func TestFormsWithoutScoresInOneFile(t *testing.T) {
	forms := readForms(t, unscored("项目绩效自评表（2021年度）", "晾晒场改造", "某某县粮站")+unscored("转移支付绩效自评表（2022年度）", "冷库扩建", "某某县果蔬站"))
	var got []string
	for _, f := range forms {
		got = append(got, strings.Join([]string{f.Title, f.Project, f.Unit, string(f.Kind), string(rune('0' + len(f.Indicators)))}, "|"))
	}
	want := []string{"项目绩效自评表（2021年度）|晾晒场改造|某某县粮站|project|3", "转移支付绩效自评表（2022年度）|冷库扩建|某某县果蔬站|transfer|3"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q\nwant %q", got, want)
	}
	if len(forms) == 2 && forms[1].Year != 2022 {
		t.Errorf("year %d", forms[1].Year)
	}
}

// The head of a second form may name its department before the field that tells it from the first.
func TestLateFieldsBelongToTheNextForm(t *testing.T) {
	head := func(unit string) string { return "部门：" + unit + "    附表14    单位：万元\n" }
	body := func(project, unit string) string {
		_, rest, _ := strings.Cut(unscored("", project, unit), "\n")
		return rest
	}
	forms := readForms(t, "项目支出绩效自评表\n"+head("某某县粮食局")+body("晾晒场改造", "某某县粮站")+"项目支出绩效自评表\n"+head("某某县商务局")+body("冷库扩建", "某某县果蔬站"))
	var units []string
	for _, f := range forms {
		units = append(units, f.Unit)
	}
	if want := []string{"某某县粮食局", "某某县商务局"}; !slices.Equal(units, want) {
		t.Errorf("units %q, want %q", units, want)
	}
}

func TestFormOfMoneyAlone(t *testing.T) {
	const table = `单位名称	某某县档案馆				
年度部门整体支出规模（万元）	按资金来源		预算数	执行数	执行率
	财政拨款		828.27	765.98
	上年结转		11.40	11.40
	合计		839.67	777.38	92.58%
`
	forms := readForms(t, "部门整体支出绩效自评表\n（2020年度）\n"+table)
	if len(forms) != 1 {
		t.Fatalf("%d forms", len(forms))
	}
	want := []string{"合计||839.67|777.38||92.58%|", "财政拨款||828.27|765.98|||", "上年结转||11.40|11.40|||"}
	if got := funds(forms[0].Funds); !slices.Equal(got, want) {
		t.Errorf("funds %q, want %q", got, want)
	}
	if f := forms[0]; f.Kind != form.Department || f.Year != 2020 {
		t.Errorf("%s of %d", f.Kind, f.Year)
	}
	if forms := readForms(t, "某某县档案馆收支情况\n"+table); len(forms) != 0 {
		t.Errorf("%d forms in a table of money that is no self-evaluation", len(forms))
	}
}

func TestSignaturesAreNoRow(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
一级指标	二级指标	三级指标	指标值	完成值	分值	得分
产出指标	数量指标	晾晒场面积	≥900平方米	910平方米	60	60
效益指标	社会效益指标	霉变损失率	≤2%	1.6%	40	40
合计					100	100
项目负责人：沈某某		财务负责人：				
`)
	if len(f.Indicators) != 2 {
		t.Errorf("rows %q", rows(f.Indicators))
	}
}

func TestSentenceRowsStandUnderTheirHeadings(t *testing.T) {
	f := readText(t, `某某县人社局2022年度技能培训项目绩效自评报告
一、绩效目标完成情况
（一）产出指标
1.培训场次，年初目标值≥40场，实际完成值42场，自评得分60分。
（二）满意度指标
1.学员满意度，年初目标值≥90%，实际完成值92%，自评得分40分。
二、自评结论
2022年度自评总得分100分。
`)
	if len(f.Indicators) != 2 || f.Indicators[0].Level1 != "产出指标" || f.Indicators[1].Level1 != "满意度指标" {
		t.Errorf("rows %+v", f.Indicators)
	}
	if f.Total.Score.Value != "100" || len(f.Total.Also) != 0 {
		t.Errorf("total %+v", f.Total)
	}
	if f.Project != "技能培训项目" {
		t.Errorf("project %q", f.Project)
	}
}

func TestNamesWithLevelWordsInThem(t *testing.T) {
	f := readText(t, `部门整体支出绩效自评表
一级指标	二级指标	三级指标	分值	得分
投入	目标设定	绩效指标明确性	5	5
过程	预算管理	预算控制率	95	95
`)
	if got := f.Indicators[0]; got.Name != "绩效指标明确性" || got.Level1 != "投入" {
		t.Errorf("%s under %s", got.Name, got.Level1)
	}
}

func TestProjectOfTitle(t *testing.T) {
	for title, want := range map[string]string{
		"2022年度农机培训项目支出绩效自评报告":       "农机培训项目",
		"某某县农机站2022年度农机安全检验经费绩效自评报告": "农机安全检验经费",
		"某某县农机站2022年度部门整体支出绩效自评报告":   "",
		"2022年度市级财政专项资金绩效自评报告":       "",
		"市本级项目支出绩效自评表":               "",
		"某某县2022年度中央衔接资金绩效自评报告":      "",
	} {
		if got := projectOf(title); got != want {
			t.Errorf("projectOf(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestUnitRunTogetherWithTheSheet(t *testing.T) {
	for text, want := range map[string]string{
		"某某县水务局附表14": "某某县水务局", "某某县水务局 公开14表": "某某县水务局", "某某县政务公开办公室": "某某县政务公开办公室",
		"某某县水务局2021年度": "某某县水务局", "某某县残疾人联合会2023年4月": "某某县残疾人联合会", "某某县水务局2号站": "某某县水务局2号站",
	} {
		if got := ownName(text); got != want {
			t.Errorf("ownName(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestTitleOverTwoLines(t *testing.T) {
	d := draft{form: &form.Form{Text: []form.Paragraph{{Text: "某某县农机站2022年度农机安全检验经费绩效自评"}, {Text: "报告"}}}}
	if got := d.title(); got != "某某县农机站2022年度农机安全检验经费绩效自评报告" {
		t.Errorf("title %q", got)
	}
	d.form.Text = []form.Paragraph{{Text: "某某县农机站2022年度农机安全"}, {Text: "检验经费绩效自评报告"}}
	if got := projectOf(d.title()); got != "农机安全检验经费" {
		t.Errorf("project %q of title %q", got, d.title())
	}
	d.form.Text = []form.Paragraph{{Text: "（2022年度）"}, {Text: "项目支出绩效自评表"}}
	if got := d.title(); got != "项目支出绩效自评表" {
		t.Errorf("title %q", got)
	}
	d.form.Text = []form.Paragraph{{Text: "某某县农机站2022年度农机安全检验经费绩效自评"}, {Text: "一般情况"}}
	if got := d.title(); got != "" {
		t.Errorf("title %q", got)
	}
}

// A table goes on behind a running head, and not behind a title that stands on several pages.
func TestTableGoesOnBehindRunningHead(t *testing.T) {
	line := func(text string, page int) document.Block {
		at := document.Place{Page: page}
		return document.Block{Paragraph: &document.Paragraph{Text: text, Lines: []document.Line{{Text: text, Place: at}}, Place: at}}
	}
	grid := func(rows ...string) document.Block {
		lines, err := plain.Lines([]byte(strings.Join(rows, "\n")))
		if err != nil {
			t.Fatal(err)
		}
		return table.Tabbed(lines)[0]
	}
	first := grid("一级指标\t二级指标\t三级指标\t指标值\t完成值\t得分", "产出指标\t数量指标\t晾晒场面积\t≥900平方米\t910平方米\t50")
	second := grid("效益指标\t社会效益指标\t霉变损失率\t≤2%\t1.6%\t30", "满意度指标\t满意度指标\t农户满意率\t≥90%\t95%\t20")
	for head, want := range map[string]int{"某某县粮站晾晒场改造项目": 3, "说明见后": 1} {
		blocks := []document.Block{line("某某县粮站晾晒场改造项目", 1), line("项目支出绩效自评表", 1), first, line(head, 2), second}
		forms := Read(&document.Document{Format: "pdf", Blocks: blocks}, lexicon.Load())
		if len(forms) != 1 || len(forms[0].Indicators) != want {
			t.Errorf("behind %s: %d forms, rows %q", head, len(forms), rows(forms[0].Indicators))
		}
	}
}

func TestGroupHeadInOneCell(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
绩效指标	年度指标值	实际完成值	分值	得分	偏差原因分析
	一级指标	二级指标	三级指标	指标性质	指标值	度量单位
	产出指标	数量指标	晾晒场面积	≥	900	平方米	910	50	50
			晾晒架数量	≥	40	个	36	20	18	到货晚
	效益指标	社会效益指标	霉变损失率	≤	2	%	1.6%	30	30
总分	100	98
`)
	want := []string{"数量指标|晾晒场面积|900|910|50|50", "数量指标|晾晒架数量|40|36|20|18", "社会效益指标|霉变损失率|2|1.6%|30|30"}
	if got := rows(f.Indicators); !slices.Equal(got, want) {
		t.Errorf("rows %q\nwant %q", got, want)
	}
}

// A copy from a page leaves out the cells that merged ones cover, so the second row of heads begins at the left edge.
func TestGroupHeadWithoutCoveredCells(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
绩效指标	年度指标值	实际完成值	分值	得分	偏差原因分析
一级指标	二级指标	三级指标	指标性质	指标值	度量单位
产出指标	数量指标	晾晒场面积	≥	900	平方米	910	50	50	
晾晒架数量	≥	40	个	36	20	18	到货晚
效益指标	社会效益指标	霉变损失率	≤	2	%	1.6%	30	30	
总分	100	98
`)
	want := []string{"数量指标|晾晒场面积|900|910|50|50", "数量指标|晾晒架数量|40|36|20|18", "社会效益指标|霉变损失率|2|1.6%|30|30"}
	if got := rows(f.Indicators); !slices.Equal(got, want) {
		t.Errorf("rows %q\nwant %q", got, want)
	}
}

func TestSignaturesInTheirOwnCellsAreNoRow(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
一级指标	二级指标	三级指标	指标值	完成值	权重	得分
产出指标	数量指标	晾晒场面积	≥900平方米	910平方米	60	60
效益指标	社会效益指标	霉变损失率	≤2%	1.6%	40	40
合计					100	100
项目负责人：		沈某		财务负责人：	何某	
`)
	if len(f.Indicators) != 2 {
		t.Errorf("rows %q", rows(f.Indicators))
	}
}

// A note under the table is a rule of the form, however long its line is, and no narrative.
func TestLongNoteIsARule(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
一级指标	二级指标	三级指标	指标值	完成值	权重	得分
产出指标	数量指标	晾晒场面积	≥900平方米	910平方米	60	60
效益指标	社会效益指标	霉变损失率	≤2%	1.6%	40	40
合计					100	100
注：1.一级指标权重：产出指标50%、效益指标30%、服务对象满意度指标10%、预算资金执行率10%。2.其他资金包括与财政资金共同投入到同一项目的自有资金、社会资金。
`)
	if len(f.Rules) == 0 || len(f.Text) > 1 {
		t.Errorf("rules %+v, text %+v", f.Rules, f.Text)
	}
}

// blanked is a form whose rows stand in lines of their own, their cells parted by blanks, with a total in its head.
func blanked(title, project, total string) string {
	return title + `
单位名称：某某县粮食局 填报日期：2023年2月6日 总分：` + total + `分
项目名称 ` + project + ` 主管部门 某某县粮食局
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指标 数量指标 ` + project + `面积 ≥900平方米 910平方米 50 50
质量指标 验收合格率 100% 100% 30 30
效益指标 社会效益指标 霉变损失率 ≤2% 1.6% 20 20
` + project + `面积为910平方米。
`
}

// What stands behind the rows of a form is its own up to the title of the next one; the total in the next one's
// head is not another of the first.
func TestTextBetweenTwoForms(t *testing.T) {
	forms := readForms(t, blanked("2022年度项目绩效自评表", "晾晒场改造", "100")+blanked("2023年度项目绩效自评表", "冷库扩建", "99"))
	var got []string
	for _, f := range forms {
		last := f.Text[len(f.Text)-1].Text
		got = append(got, f.Title+"|"+last+"|"+f.Total.Score.Text+strings.Repeat("+", len(f.Total.Also)))
	}
	want := []string{"2022年度项目绩效自评表|晾晒场改造面积为910平方米。|100分", "2023年度项目绩效自评表|冷库扩建面积为910平方米。|99分"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q\nwant %q", got, want)
	}
}

// A row of the template that nobody filled in is no block of its own, wherever its two cells stand.
func TestUnusedRowWithoutItsBlock(t *testing.T) {
	f := readText(t, `项目支出绩效自评表
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标（70分）	数量指标	指标1：晾晒场面积	≥900平方米	910平方米	70	70
效益指标（30分）	社会效益指标	指标1：霉变损失率	≤2%	1.6%	15	15
生态效益指标	指标1：				
可持续影响指标	指标1：场地使用年限	≥10年	10年	15	15
总分	100	100
`)
	var blocks []string
	for _, i := range f.Indicators {
		blocks = append(blocks, i.Level1+"|"+i.Name)
	}
	if want := []string{"产出指标|晾晒场面积", "效益指标|霉变损失率", "效益指标|场地使用年限"}; !slices.Equal(blocks, want) {
		t.Errorf("rows %q, want %q", blocks, want)
	}
}

func TestFundsManagementIsText(t *testing.T) {
	f := readText(t, `中央对地方转移支付绩效自评表（2024年度）
转移支付（项目）名称	农田建设补助资金				
资金使用单位	某某县农田建设中心				
资金投入情况（万元）	资金来源	全年预算数（A）	全年执行数（B）	预算执行率（B/A×100%）	
	年度资金总额	4800	4515.36	94.07%	
	地方资金	960	675.36	70.35%	
资金管理情况		情况说明	存在问题和改进措施		
	分配科学性	符合办法要求	无		
	执行准确性	基本符合	地方资金执行率偏低，主要是工程尾款待审计后支付		
一级指标	二级指标	三级指标	指标值	全年实际完成值	未完成原因和改进措施
产出指标	数量指标	高标准农田	≥3.2万亩	3.2万亩	
`)
	last := f.Text[len(f.Text)-1]
	if !last.Cell || !strings.HasPrefix(last.Text, "地方资金执行率偏低") || len(f.Funds) != 2 || len(f.Indicators) != 1 {
		t.Errorf("text %+v, funds %q, rows %q", last, funds(f.Funds), rows(f.Indicators))
	}
}

func TestHeadOfTwoScores(t *testing.T) {
	f := readText(t, `2023年度某某县乡村道路建设项目绩效自评报告
自评得分：98.9分　　财政审核评分：
一级指标	二级指标	三级指标	指标值	完成值	权重	得分
产出指标	数量指标	道路长度	≥9公里	9公里	100	98.9
`)
	if f.Total.Score.Text != "98.9分" || f.Unit != "" {
		t.Errorf("total %q, unit %q", f.Total.Score.Text, f.Unit)
	}
}

func TestTicked(t *testing.T) {
	for text, want := range map[string]string{
		"优□　　良☑　　中□　　差□": "良", "☐优 ☑良 ☐中": "良", "优（）良（√）中（）": "良", "优√ 良 中": "优", "优□ 良□": "", "☑优 ☑良": "", "": "",
	} {
		if got := ticked(text); got != want {
			t.Errorf("ticked(%q) = %q, want %q", text, got, want)
		}
	}
}

// wideTable is a table of seven columns; a row of fewer cells has its last one reach to the edge.
func wideTable(rows ...[]string) *document.Table {
	t := &document.Table{Rows: len(rows), Columns: 7, Evidence: document.Markup}
	for i, row := range rows {
		for k, text := range row {
			c := document.Cell{Row: i, Column: k, RowSpan: 1, ColumnSpan: 1, Text: text, Place: document.Place{Table: 1, Row: i + 1, Column: k + 1}}
			if k == len(row)-1 {
				c.ColumnSpan = t.Columns - k
			}
			t.Cells = append(t.Cells, c)
		}
	}
	return t
}

func TestSentencesUnderTheLastRow(t *testing.T) {
	forms := Read(&document.Document{Format: "docx", Blocks: []document.Block{{Table: wideTable(
		[]string{"项目名称", "理论宣讲经费"},
		[]string{"一级指标", "二级指标", "三级指标", "指标值", "完成值", "权重", "得分"},
		[]string{"产出指标", "数量指标", "印制手册", "≥5000册", "5200册", "100", "100"},
		[]string{"自评等级", "优□ 良☑ 中□ 差□"},
		[]string{"存在问题", "预算执行率偏低，主要是部分宣讲活动改为线上举办，节约了场地费。"},
		[]string{"预算执行率偏低的原因：部分宣讲活动改为线上举办，节约场地费1.5万元。"},
		[]string{"注：1.定量指标完成指标值的，记该指标所赋全部分值。"},
	)}}}, lexicon.Load())
	if len(forms) != 1 || len(forms[0].Indicators) != 1 || len(forms[0].Text) != 2 || len(forms[0].Rules) != 1 || forms[0].Total.Grade.Text != "良" {
		t.Fatalf("text %+v, rules %+v, rows %q", forms[0].Text, forms[0].Rules, rows(forms[0].Indicators))
	}
}

func TestTotalInTheHeadOfTheNextForm(t *testing.T) {
	table := `项目名称	%s
一级指标	二级指标	三级指标	指标值	完成值	分值	得分
产出指标	数量指标	晾晒场面积	≥900平方米	910平方米	60	60
效益指标	社会效益指标	霉变损失率	≤2%%	1.6%%	40	%s
`
	forms := readForms(t, "项目绩效自评表（2022年度）\n填报日期：2023年3月2日    总分：98.5分\n"+fmt.Sprintf(table, "晾晒场改造", "38.5")+
		"\n项目绩效自评表（2022年度）\n填报日期：2023年3月5日    总分：99分\n"+fmt.Sprintf(table, "烘干房改造", "39"))
	if len(forms) != 2 || forms[0].Total.Score.Value != "98.5" || forms[1].Total.Score.Value != "99" || len(forms[0].Total.Also)+len(forms[1].Total.Also) != 0 {
		for _, f := range forms {
			t.Errorf("total %+v", f.Total)
		}
	}
}

func TestYearBeforeAField(t *testing.T) {
	f := readText(t, `项目支出绩效目标自评表
(2019年度)项目总得分：99.76分
项目名称	科普设施建设专项资金
一级指标	二级指标	三级指标	指标值	完成值	分值	得分
产出指标	数量指标	展品更新数量	≥10件	10件	100	99.76
`)
	if f.Year != 2019 || f.Total.Score.Value != "99.76" {
		t.Errorf("year %d, total %q", f.Year, f.Total.Score.Text)
	}
}

func TestOtherOffice(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"重庆市某岭县畜牧水产服务中心", "重庆市某岭县交通运输综合服务中心", true},
		{"某岭县教育局", "某岭县水利局", true},
		{"丰禾区公路养护中心", "重庆市松泉县公路养护中心", true},
		{"丰禾区公路养护中心", "松泉区公路养护中心", true},
		{"某岭县教育局", "某岭县教育局机关", false},
		{"某岭县教育局", "某岭县人民政府教育局", false},
		{"云南省某岭县农业农村局", "某岭县农业农村局", false},
		{"某岭县文化和旅游局", "某岭县文化旅游局", false},
	} {
		if got := otherOffice(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: other %v", c.a, c.b, got)
		}
	}
}

// TestFormsOfTwoKindsInOneFile reads a department's form and a project's one after the other. The title below the
// rows tells that the next field begins a form; a field at the foot of the same form does not.
func TestFormsOfTwoKindsInOneFile(t *testing.T) {
	rows := `一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分
产出指标	数量指标	培训人次	≥90人	91人	60	60
效益指标	社会效益指标	受益户数	≥300户	310户	40	40
总分					100	100
`
	department := "部门整体支出绩效自评表（2023年度）\n单位名称	某某县农业农村局\n" + rows
	project := "项目支出绩效自评表（2023年度）\n项目名称	冷库扩建\n" + rows
	for _, tt := range []struct{ name, text, want string }{
		{"department first", department + project, "某某县农业农村局||2 |冷库扩建|2"},
		{"project first", project + department, "|冷库扩建|2 某某县农业农村局||2"},
		{"the same form signed", project + "单位名称：某某县农业农村局\n", "某某县农业农村局|冷库扩建|2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range readForms(t, tt.text) {
				got = append(got, fmt.Sprintf("%s|%s|%d", f.Unit, f.Project, len(f.Indicators)))
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("read %q, want %q", strings.Join(got, " "), tt.want)
			}
		})
	}
}
