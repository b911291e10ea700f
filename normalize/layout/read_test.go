package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/extract/table"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
)

// readText reads one form from the text of a file.
func readText(t *testing.T, text string) *form.Form {
	t.Helper()
	lines, err := plain.Lines([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	forms := Read(&document.Document{Format: "text", Blocks: table.Tabbed(lines)}, lexicon.Load())
	if len(forms) != 1 {
		t.Fatalf("%d forms", len(forms))
	}
	return forms[0]
}

// rows writes the indicators as level2|name|target|actual|weight|score.
func rows(inds []form.Indicator) []string {
	var out []string
	for _, i := range inds {
		out = append(out, strings.Join([]string{i.Level2, i.Name, i.Target.Text, i.Actual.Text, i.Weight.Text, i.Score.Text}, "|"))
	}
	return out
}

// funds writes the funds as name|initial|budget|spent|weight|rate|score.
func funds(fs []form.Fund) []string {
	var out []string
	for _, f := range fs {
		out = append(out, strings.Join([]string{f.Name, f.Initial.Text, f.Budget.Text, f.Spent.Text, f.Weight.Text, f.Rate.Text, f.Score.Text}, "|"))
	}
	return out
}

// national is one national form; the cases below print it in the ways that copies of it are found.
var (
	nationalRows = []string{
		"数量指标|改造老旧管网长度|≥12公里|12.6公里|20|20",
		"质量指标|工程验收合格率|100%|100%|15|15",
		"时效指标|工程完工时间|11月底前|10月|15|15",
		"社会效益指标|供水保障能力|有效提升|有效提升|30|28",
		"服务对象满意度指标|用水户满意度|≥90%|88.2%|10|9.8",
	}
	nationalFunds = []string{"年度资金总额|500|480|456|10|95%|9.5"}
)

func TestReadWays(t *testing.T) {
	tests := []struct {
		way, text string
		rows      []string
		funds     []string
	}{
		{"a row a line, cells set off by blanks", `2023年度项目支出绩效自评表
项目名称 城区供水管网改造
项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 500 480 456 10 95% 9.5
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分
产出指标 数量指标 改造老旧管网长度 ≥12公里 12.6公里 20 20
质量指标 工程验收合格率 100% 100% 15 15
时效指标 工程完工时间 11月底前 10月 15 15
效益指标 社会效益指标 供水保障能力 有效提升 有效提升 30 28
满意度指标 服务对象满意度指标 用水户满意度 ≥90% 88.2% 10 9.8
总分 100 97.3
`, nationalRows, nationalFunds},
		{"a cell a line, with blank lines", `2023年度项目支出绩效自评表

项目名称

城区供水管网改造

项目资金（万元）

年初预算数

全年预算数

全年执行数

分值

执行率

得分

年度资金总额

500

480

456

10

95%

9.5

一级指标

二级指标

三级指标

年度指标值

实际完成值

分值

得分

产出指标

数量指标

改造老旧管网长度

≥12公里

12.6公里

20

20

质量指标

工程验收合格率

100%

100%

15

15

时效指标

工程完工时间

11月底前

10月

15

15

效益指标

社会效益指标

供水保障能力

有效提升

有效提升

30

28

满意度指标

服务对象满意度指标

用水户满意度

≥90%

88.2%

10

9.8

总分

100

97.3
`, nationalRows, nationalFunds},
		{"cells and words broken over lines", `2023年度项目支出绩效自评表
项目名称 城区供水管网改造
项目资金
（万元）
年初预
算数
全年预
算数
全年执行数 分值
执行率 得分
年度资金总
额 500 480 456 10 95% 9.5
一级指标 二级指标 三级指
标
年度指标值 实际完
成值
分值 得分
产出指标
数量指标 改造老旧管
网长度
≥12
公里
12.6公里 20 20
- 3 -
质量指标 工程验收合
格率
100% 100% 15 15
时效指标 工程完工时
间
11月底前 10月 15 15
效益指标
社会效益
指标
供水保障能
力
有效提升 有效提
升
30 28
满意度指
标
服务对象满
意度指标
用水户满意
度
≥90% 88.2% 10 9.8
总分 100 97.3
`, nationalRows, nationalFunds},
		{"tabs, merged cells blank", "2023年度项目支出绩效自评表\n项目名称\t城区供水管网改造\n" +
			"项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n年度资金总额\t500\t480\t456\t10\t95%\t9.5\n" +
			"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n" +
			"产出指标\t数量指标\t改造老旧管网长度\t≥12公里\t12.6公里\t20\t20\n\t质量指标\t工程验收合格率\t100%\t100%\t15\t15\n" +
			"\t时效指标\t工程完工时间\t11月底前\t10月\t15\t15\n效益指标\t社会效益指标\t供水保障能力\t有效提升\t有效提升\t30\t28\n" +
			"满意度指标\t服务对象满意度指标\t用水户满意度\t≥90%\t88.2%\t10\t9.8\n总分\t\t\t\t\t100\t97.3\n",
			nationalRows, nationalFunds},
		{"comparator and unit in columns of their own, glued names with fillers", `2023年度项目支出绩效自评表 | 公开14表
项目名称 | 城区供水管网改造
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
年度资金总额 | 500 | 480 | 456 | 10 | 95% | 9.5
绩效指标 | 年度指标值 | | | | | | 实际完成值 | 分值 | 得分
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | | | |
产出指标 | 数量指标 | 指标1：改造老旧管网长度 | ≥ | 12 | 公里 | | 12.6 | 20 | 20
产出指标 | 质量指标 | 指标1：工程验收合格率 | = | 100 | % | | 100% | 30 | 30
总分 | | | | | | | | 100 | 97.3
`, []string{"数量指标|改造老旧管网长度|12|12.6|20|20", "质量指标|工程验收合格率|100|100%|30|30"}, nationalFunds},
		{"weight before the target", `2022年度绩效目标自评表
项目名称 | 低保发放
资金情况（万元） | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
年度资金总额： | 480 | 456 | 10 | 95% | 9.5
其中：本年财政拨款 | 480 | 456 | - | - | -
一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 未完成原因及拟采取的改进措施
产出指标 | 数量指标 | ★★★保障人数（人） | 50 | >=21933人 | 21950人 | 50 |
满意度指标 | 服务对象满意度指标 | 对象满意度 | 40 | >=90% | 95% | 40 | 无
总分 | | | 100 | | | 99.5 |
`, []string{"数量指标|保障人数|>=21933人|21950人|50|50", "服务对象满意度指标|对象满意度|>=90%|95%|40|40"},
			[]string{"年度资金总额||480|456|10|95%|9.5", "本年财政拨款||480|456|||"}},
	}
	for _, tt := range tests {
		t.Run(tt.way, func(t *testing.T) {
			f := readText(t, tt.text)
			if diff := cmp.Diff(tt.rows, rows(f.Indicators)); diff != "" {
				t.Errorf("indicators: %s", diff)
			}
			if diff := cmp.Diff(tt.funds, funds(f.Funds)); diff != "" {
				t.Errorf("funds: %s", diff)
			}
			if f.Project == "" || f.Year < 2022 || f.Total.Score.Missing() {
				t.Errorf("project %q, year %d, total %q", f.Project, f.Year, f.Total.Score.Text)
			}
		})
	}
}

func TestHeading(t *testing.T) {
	for text, want := range map[string]int{
		"一、自评结论": levelPart, "十二、附则": levelPart, "（一）得分": levelSection, "(二) 目标": levelSection,
		"1.执行率情况": levelItem, "2、其他": levelItem, "3．完成情况": levelItem, "（1）从预算看": levelSubitem, "1）其他": levelSubitem,
		"①宣传覆盖率": levelCircled, "一是加强管理": levelCount,
		"1.5万元": levelNone, "2023年度": levelNone, "（洪财〔2021〕1号）": levelNone, "一些问题": levelNone, "122接警": levelNone, "（20分）": levelNone, "": levelNone,
	} {
		if got, _ := heading(text); got != want {
			t.Errorf("heading(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestLabel(t *testing.T) {
	for text, want := range map[string][2]string{
		"产出指标（20分）":       {"产出指标", "20"},
		"产出指标\n（20 分）":    {"产出指标", "20"},
		"当年预算执行情况 (20)":   {"当年预算执行情况", "20"},
		"预算执行情况（万元）（20分）": {"预算执行情况（万元）", "20"},
		"效益指标(满分12.5分)":   {"效益指标", "12.5"},
		"扶持资金（2023）":      {"扶持资金（2023）", ""},
		"成本控制数（万元）":       {"成本控制数（万元）", ""},
		"预算执行率（B/A）":      {"预算执行率（B/A）", ""},
		"产出指标":            {"产出指标", ""},
	} {
		name, weight := label(text)
		if name != want[0] || weight != want[1] {
			t.Errorf("label(%q) = %q, %q, want %q", text, name, weight, want)
		}
	}
}

func TestIndicatorName(t *testing.T) {
	for text, want := range map[string]string{
		"指标1：机柜数量":       "机柜数量",
		"指标2:改造\n户数":     "改造户数",
		"指标1渠道验收率":       "渠道验收率",
		"★★★农村低保发放人数（人）": "农村低保发放人数",
		"公猪舍(≥**平方米)":    "公猪舍",
		"指标达标率":          "指标达标率",
		"满意度（线上）":        "满意度（线上）",
		"租车次数(次)":        "租车次数",
		"培训人均费用（元/人）":    "培训人均费用",
		"补贴标准(元/人·月)":    "补贴标准",
		"疫苗接种剂次（万剂次）":    "疫苗接种剂次",
		"指标1：★维修渠道长度":    "维修渠道长度",
		"平均退款时长(个工作日)":   "平均退款时长",
		"覆盖面（城区/乡镇）":     "覆盖面（城区/乡镇）",
	} {
		if got := indicatorName(text); got != want {
			t.Errorf("indicatorName(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPageNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"- 3 -": true, "— 12 —": true, "第 3 页": true, "第3页 共12页": true, "－5－": true,
		"3": false, "100%": false, "-": false, "——": false, "第3页的表": false, "2023": false,
	} {
		if got := pageNumber(text); got != want {
			t.Errorf("pageNumber(%q) = %v", text, got)
		}
	}
}

func TestCaption(t *testing.T) {
	for text, want := range map[string]int{
		"表 4：部门整体绩效得分情况表": 4, "表1 绩效目标": 1, "表12、情况": 12,
		"表 4 中的得分有误。": 0, "表格": 0, "表1-2 情况": 0, "表现良好": 0,
	} {
		if got, _, _ := caption(text); got != want {
			t.Errorf("caption(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestNarrativeJoinsWrappedLines(t *testing.T) {
	text := `一、基本情况

（一）资金情况

本年度全年预算总额为 480 万元，全部为本级财政拨款安排，截至年末实际

支出 456 万元，执行率为 95%，其余资金按合同约定于次年支付，不存在长期

闲置的情形。

（二）完成情况

①管网改造长度（指标值：≥12公里）。本年度按计划对城区老旧管网进行改

造，完成改造 12.6 公里，工程质量经第三方检测全部合格，并按时移交管理

单位。项目单位组织了回访。

②用水户满意度（指标值：≥90%）。委托第三方向五百户居民发放问卷，回收

四百八十份，满意度为 88.2%，低于目标的原因是施工期间停水通知不及时。

2023年度项目自评得分为 97.3 分。
`
	f := readText(t, text)
	var got []string
	for _, p := range f.Text {
		got = append(got, p.Text)
	}
	want := []string{
		"一、基本情况", "（一）资金情况",
		"本年度全年预算总额为480万元，全部为本级财政拨款安排，截至年末实际支出456万元，执行率为95%，其余资金按合同约定于次年支付，不存在长期闲置的情形。",
		"（二）完成情况",
		"①管网改造长度（指标值：≥12公里）。本年度按计划对城区老旧管网进行改造，完成改造12.6公里，工程质量经第三方检测全部合格，并按时移交管理单位。项目单位组织了回访。",
		"②用水户满意度（指标值：≥90%）。委托第三方向五百户居民发放问卷，回收四百八十份，满意度为88.2%，低于目标的原因是施工期间停水通知不及时。",
		"2023年度项目自评得分为97.3分。",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if f.Total.Score.Value != "97.3" {
		t.Errorf("total %q", f.Total.Score.Value)
	}
}

func TestYear(t *testing.T) {
	table := "\n项目名称\t校舍维修\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t维修校舍\t≥12间\t12间\t90\t90\n总分\t\t\t\t\t100\t90\n"
	for text, want := range map[string]int{
		"2022年度项目支出绩效自评表" + table:                                     2022,
		"项目支出绩效自评表\n（2023年度）" + table:                                 2023,
		"项目支出绩效自评表\n（2023 年度）\n校舍建于2000年以前，2024年1月完成验收。" + table:      2023,
		"项目支出绩效自评表\n校舍建于2000年以前，2021年安排维修，2021年完工，2022年1月验收。" + table: 2021,
		"项目支出绩效自评表\n2024年1月填报，2023年度预算安排80万元，2023年度支出80万元。" + table:   2023,
		"项目支出绩效自评表\n规划期为2021年—2025年，2023年实施。" + table:                 2023,
		"二〇二一年度专项资金绩效自评表" + table:                                     2021,
		"二○二二年度某县水利局项目支出绩效自评表\n二〇二三年三月" + table:                       2022,
	} {
		if f := readText(t, text); f.Year != want {
			t.Errorf("%q: year %d, want %d", text[:min(len(text), 60)], f.Year, want)
		}
	}
}

func TestFieldsOnOneLine(t *testing.T) {
	table := "\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t维修校舍\t≥12间\t12间\t90\t90\n"
	for line, want := range map[string]string{
		"填报日期： 总分： 98.75":           "填报日期= 总分=98.75",
		"填报日期：2023年3月5日 总分：98.75":   "填报日期=2023年3月5日 总分=98.75",
		"填报日期：2023年3月5日总分：98.75":    "填报日期=2023年3月5日 总分=98.75",
		"单位名称 河口县水利局":               "单位名称=河口县水利局",
		"单位名称：河口县水利局 填报日期：2023.3.5": "单位名称=河口县水利局 填报日期=2023.3.5",
		"自评总分：97.5分复核总分：95.5分":      "自评总分=97.5分 复核总分=95.5分",
		"自评总分：97.5分 复核总分：95.5分":     "自评总分=97.5分 复核总分=95.5分",
		"单位名称：河口县水利局 主管单位：河口县政府":    "单位名称=河口县水利局 主管单位=河口县政府",
	} {
		f := readText(t, "2022年度自评表\n"+line+table)
		var got []string
		for _, field := range f.Fields {
			got = append(got, field.Name+"="+field.Value.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
