package synth

import "fuhe/corpus/truth"

func (s *sheet) transferHead(name string) {
	s.begin(8)
	s.put(head(name), text(s.projectName()).grow())
	s.put(head("中央主管部门"), text(s.one("农业农村部|生态环境部|财政部|民政部")).grow())
	s.put(head("地方主管部门"), text(s.departmentName()).grow(), head(s.one("资金使用单位|实施单位")), text(s.unitName()).grow())
}

func layTransferOld(s *sheet) {
	s.title(s.one("转移支付区域（项目）绩效目标自评表|中央对地方专项转移支付绩效目标自评表"))
	s.transferHead(s.one("转移支付（项目）名称|专项名称|项目名称"))
	s.funds(fundTable{label: s.one("项目资金|资金情况") + s.moneyNote(), total: "年度资金总额" + s.one("|："), parts: []string{s.one("其中：中央补助|其中：中央财政资金"), "地方资金", "其他资金"}, cols: []column{
		{"budget", "全年预算数" + s.st.bracket("A")}, {"spent", "全年执行数" + s.st.bracket("B")}, {"rate", s.one("预算执行率|执行率") + s.st.bracket("B/A")},
	}})
	s.transferBody()
	s.end()
	s.paragraph("说明" + s.st.colon + "无")
}

func (s *sheet) transferBody() {
	s.goals("总体目标完成情况", s.one("总体目标|年初设定目标"), "全年实际完成情况", s.r.goals[0])
	s.indicators(rowTable{label: "绩效指标", cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"target", s.one("指标值|年度指标值")}, {"actual", s.one("全年完成值|全年实际完成值")}, {"reason", "未完成原因和改进措施"},
	}})
}

var managed = []string{"分配科学性", "下达及时性", "拨付合规性", "使用规范性", "执行准确性", "预算绩效管理情况", "支出责任履行情况"}

func layTransferNew(s *sheet) {
	s.title("中央对地方转移支付区域绩效目标自评表")
	s.transferHead("转移支付（项目）名称")
	s.funds(fundTable{label: "资金投入情况" + s.moneyNote(), total: "年度资金总额" + s.one("|："), parts: []string{"其中：中央财政资金", "地方资金", "其他资金"}, cols: []column{
		{"budget", "全年预算数" + s.st.bracket("A")}, {"spent", "全年执行数" + s.st.bracket("B")}, {"rate", "预算执行率" + s.st.bracket("B/A×100%")},
	}})
	s.put(head("资金管理情况").down(len(managed)+1), head("").across(2), head("情况说明").grow(), head("存在问题和改进措施").grow())
	for _, name := range managed {
		s.put(text(name).across(2), text(s.one("按规定执行|符合管理办法规定|已按时限完成")).grow(), text(s.one("无|")).grow())
	}
	s.transferBody()
	s.end()
	s.paragraph("注" + s.st.colon + "1.资金使用单位按项目绩效目标填报，主管部门汇总时按区域绩效目标填报。2.其他资金包括与中央财政资金、地方财政资金共同投入到同一项目的自有资金、社会资金等。")
}

func layTransferExport(s *sheet) {
	s.title("转移支付绩效自评表")
	s.transferHead("转移支付（项目）名称")
	s.end()
	s.begin(8)
	s.put(head("项目").grow(), head("行次"), head("全年预算数"+s.st.bracket("A")), head("全年执行资金"+s.st.bracket("E")), head("预算执行"+s.st.bracket("E/A×100%")))
	s.put(head("列次").grow(), head(""), head("1"), head("2"), head("3"))
	names := []string{"年度资金总额", "其中：中央财政资金", "地方财政资金", "其他资金"}
	s.st.partRates = true
	all := append([]fund{s.r.fund}, s.r.parts...)
	if len(s.r.parts) == 1 {
		all = all[:1]
	}
	for i, f := range all {
		known := truth.Fund{Name: names[i]}
		s.put(text(names[i]).grow(), text(itoa(i+1)), s.amount(f.budget, &known.Budget), s.amount(f.spent, &known.Spent), s.rateCell(f, true, "%", &known.Rate))
		s.form.Funds = append(s.form.Funds, known)
	}
	s.end()
	s.begin(8)
	s.transferBody()
}
