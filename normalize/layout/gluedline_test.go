package layout

import (
	"reflect"
	"strings"
	"testing"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// glueRun reads one line of text, and returns its funds and rows, a cell between bars.
func glueRun(t *testing.T, text string) (f *form.Form, funds, rows []string) {
	t.Helper()
	w := newWalker(&document.Document{Format: "text"}, lexicon.Load())
	w.run([]document.Line{{Text: text, Place: document.Place{Line: 1}}})
	for _, x := range w.form.Funds {
		funds = append(funds, strings.Join([]string{x.Name, x.Initial.Text, x.Budget.Text, x.Spent.Text, x.Weight.Text, x.Rate.Text, x.Score.Text}, "|"))
	}
	for _, x := range w.form.Indicators {
		rows = append(rows, strings.Join([]string{x.Level1, x.Level2, x.Name, x.Target.Text, x.Actual.Text, x.Weight.Text, x.Score.Text}, "|"))
	}
	return w.form, funds, rows
}

// TestWholeTableInOneLine reads a form whose rows are glued as its cells are: basic data, money, goals, rows, the total
// and the grade.
func TestWholeTableInOneLine(t *testing.T) {
	f, funds, rows := glueRun(t, "项目名称河道整治补助资金主管部门青川县水利局实施单位青川县河道管理所"+
		"项目资金（万元）年初预算数全年预算数全年执行数分值执行率得分年度资金总额：1,098.411,098.411,070.071097.4%9.74"+
		"其中：当年财政拨款1,098.411,098.411,070.07---其他资金------年度总体目标完成情况预期目标实际完成情况完成河道整治任务。已经完成。"+
		"绩效指标一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施"+
		"产出指标数量指标整治河道长度≥38公里42公里1515质量指标工程合格率100%96%2019.2一处护坡返工。改进措施：加强巡查。"+
		"时效指标完工时间2021年11月底前2021年9月1515效益指标社会效益指标防洪能力显著增强显著增强3030"+
		"满意度指标服务对象满意度指标群众满意度≥90%93%1010总分10098.94优")
	wantFunds := []string{
		"年度资金总额|1,098.41|1,098.41|1,070.07|10|97.4%|9.74",
		"当年财政拨款|1,098.41|1,098.41|1,070.07|||",
	}
	wantRows := []string{
		"产出指标|数量指标|整治河道长度|≥38公里|42公里|15|15",
		"产出指标|质量指标|工程合格率|100%|96%|20|19.2",
		"产出指标|时效指标|完工时间|2021年11月底前|2021年9月|15|15",
		"效益指标|社会效益指标|防洪能力|显著增强|显著增强|30|30",
		"满意度指标|服务对象满意度指标|群众满意度|≥90%|93%|10|10",
	}
	equal(t, funds, wantFunds)
	equal(t, rows, wantRows)
	if f.Project != "河道整治补助资金" || f.Unit != "青川县河道管理所" || f.Total.Score.Text != "98.94" || f.Total.Grade.Text != "优" {
		t.Errorf("read %q, %q, %q, %q", f.Project, f.Unit, f.Total.Score.Text, f.Total.Grade.Text)
	}
	for _, row := range f.Indicators {
		if row.Doubt != "" {
			t.Errorf("%s is doubted, though its sums confirm it", row.Name)
		}
	}
}

func equal(t *testing.T, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestGluedRowsAreReadAlikeEachTime reads rows that can be cut between two columns of sentences in many ways, none better
// than the other: the same way is taken each time.
func TestGluedRowsAreReadAlikeEachTime(t *testing.T) {
	text := "一级指标二级指标三级指标——分值得分指标解释评分标准日常管理（20分）过程控制公示及时性————44.00反映日常管理情况。①未截留挪用；②台账齐备；③凭证完整。每有一项不合格扣0.5分，扣完为止。" +
		"采购规范性————44.00①用途符合批复；②按时公示；③资料归档。每发现一项不符合扣0.5分，最低0分。档案完整性————44.00①手续齐备；②定期检查；③台账齐备。每有一项不合格扣0.5分，扣完为止。合计2012.00"
	first, _, _ := glueRun(t, text)
	if len(first.Indicators) == 0 {
		t.Fatal("read no rows")
	}
	for range 20 {
		again, _, _ := glueRun(t, text)
		for i, row := range again.Indicators {
			if !reflect.DeepEqual(row, first.Indicators[i]) {
				t.Fatalf("read %+v, and then %+v", first.Indicators[i], row)
			}
		}
	}
}

// TestSpacedTableInOneLine reads a form in one line that has a blank between its cells, and some inside them.
func TestSpacedTableInOneLine(t *testing.T) {
	f, funds, rows := glueRun(t, "附件 项目支出绩效自评表 (2022年度) 项目名称 灌渠清淤项目 主管部门 118-青荷区水利局 实施单位 118002-青荷区灌渠所 "+
		"项目资金 (万元) 年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额: 40 40 38 10 95% 9.5 其中:本年财政拨款 40 40 38 上年结转资金 其他资金 "+
		"年度总体目标 预期目标 实际完成情况 清淤灌渠10公里,保障春灌。 清淤灌渠12公里,保障了春灌。 "+
		"绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施 "+
		"产出指标(50 分) 数量指标 清淤长度 ≥10 公里 12 公里 30 30 时效指标 完工时间 2022 年 10 月底前 2022 年 9 月 20 20 "+
		"效益指标(30 分) 社会效益指标 春灌保障能力 有效提升 有效提升 30 30 "+
		"满意度指标(10 分) 服务对象满意度指标 农户满意度 ≥90% 96% 10 10 总分 100 99.5")
	equal(t, funds, []string{"年度资金总额|40|40|38|10|95%|9.5", "本年财政拨款|40|40|38|||"})
	equal(t, rows, []string{
		"产出指标|数量指标|清淤长度|≥10公里|12公里|30|30", "产出指标|时效指标|完工时间|2022年10月底前|2022年9月|20|20",
		"效益指标|社会效益指标|春灌保障能力|有效提升|有效提升|30|30", "满意度指标|服务对象满意度指标|农户满意度|≥90%|96%|10|10",
	})
	if f.Project != "灌渠清淤项目" || f.Unit != "118002-青荷区灌渠所" || f.Total.Score.Text != "99.5" {
		t.Errorf("read %q, %q, %q", f.Project, f.Unit, f.Total.Score.Text)
	}
}

// TestLevelsWithoutRows reads a glued form with levels that no row stands under, and basic data behind other words.
func TestLevelsWithoutRows(t *testing.T) {
	f, _, rows := glueRun(t, "自评已经完成，现予公开。绩效目标自评表（2022年度）项目名称清江灌渠清淤项目负责人及电话林某6211924（办公）主管部门清江县水利局实施单位清江县灌渠所"+
		"资金情况（万元）全年预算数（A）全年执行数（B）分值执行率（B/A）得分年度资金总额：202010100.00%10"+
		"一级指标二级指标三级指标分值年度指标值全年实际值得分未完成原因及拟采取的改进措施"+
		"产出指标（60分）数量指标清淤长度40≥26米≥26米40质量指标验收合格率20100%100%20"+
		"效益指标（30分）经济效益指标社会效益指标受益人口20≥1000人≥1000人20春灌条件改善状况10显著提升显著提升10"+
		"满意度指标（10分）服务对象满意度指标总分100100")
	equal(t, rows, []string{
		"产出指标|数量指标|清淤长度|≥26米|≥26米|40|40", "产出指标|质量指标|验收合格率|100%|100%|20|20",
		"效益指标|社会效益指标|受益人口|≥1000人|≥1000人|20|20", "效益指标|社会效益指标|春灌条件改善状况|显著提升|显著提升|10|10",
	})
	if f.Project != "清江灌渠清淤" || f.Unit != "清江县灌渠所" || f.Total.Score.Text != "100" || f.Total.Weight.Text != "100" {
		t.Errorf("read %q, %q, %q of %q", f.Project, f.Unit, f.Total.Score.Text, f.Total.Weight.Text)
	}
}
