package synth

import "fuhe/corpus/truth"

func sichuanPlan() plan {
	return plan{kind: "project", exec: "10", scale: true, blocks: []design{
		{"产出指标", 60, outputs, [2]int{4, 8}}, {"效益指标", 20, effects, [2]int{2, 4}}, {"满意度指标", 10, delight, [2]int{1, 2}},
	}}
}

func laySichuan(s *sheet) {
	s.title("部门预算项目支出绩效自评表")
	s.qualitative = "定性"
	if s.st.equal == "" {
		s.st.equal = "="
	}
	s.begin(11)
	name := s.r.code + "-" + s.r.project
	s.form.Project = name
	s.put(head("项目名称"), text(name).grow())
	s.put(head("主管部门"), text(s.departmentName()+"部门").grow(), head("实施单位"+s.st.bracket("盖章")), text(s.unitName()).grow())
	set, done := s.goalPair(s.r.goals[0])
	s.put(head("项目基本情况").down(3), head("1.项目年度目标完成情况").down(2), head("项目年度目标").grow(), head("年度目标完成情况").grow())
	s.put(text(set).grow(), text(done).grow())
	s.put(head("2.项目实施内容及过程概述"), text("按照实施方案分批组织实施，资金按进度支付。").grow())
	s.funds(fundTable{label: "预算执行情况" + s.st.bracket("10分"), name: "年度预算数" + s.moneyNote(), total: "总额", parts: []string{"其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"}, cols: []column{
		{"initial", "年初预算"}, {"budget", "调整后预算数"}, {"spent", "预算执行数"}, {"rate", "预算执行率"}, {"weight", "权重"}, {"score", "得分"}, {"reason", "原因"},
	}})
	t := rowTable{label: "绩效指标" + s.st.bracket("90分"), cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"bound", "指标性质"}, {"target", "指标值"}, {"unit", "度量单位"},
		{"actual", "完成值"}, {"weight", "权重"}, {"score", "得分"}, {"reason", "未完成原因分析"},
	}}
	s.indicators(t)
	s.totals("合计", t, false)
	s.put(head("评价结论"), text("项目实施规范，自评得分"+s.r.total+"分。").grow())
	s.put(head("存在问题"), text(s.causes()).grow())
	s.put(head("改进措施"), text(s.one("无|加强预算执行的过程管理。")).grow())
	s.put(text("项目负责人"+s.st.colon+s.r.person).grow(), text("财务负责人"+s.st.colon).grow())
}

func sichuanScoringPlan() plan {
	return plan{blocks: []design{
		{"部门决策", 25, decide, [2]int{3, 5}}, {"综合管理", 30, manage, [2]int{4, 6}}, {"部门绩效", 45, results, [2]int{3, 5}},
	}}
}

func laySichuanScoring(s *sheet) {
	s.form.Year, s.form.Kind = s.r.year, s.r.kind
	s.heading(1, itoa(s.r.year)+"年度部门整体支出绩效评价指标体系评分表")
	s.paragraph("填报单位" + s.st.colon + s.unitName())
	s.nameWeight = true
	t := rowTable{weights: true, cols: []column{{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}}}
	if chance(s.rnd, .6) {
		t.cols = append(t.cols, column{"rule", "评分标准"})
	}
	t.cols = append(t.cols, column{"score", "得分"})
	s.begin(len(t.cols))
	s.indicators(t)
	s.totals("合计", t, false)
}

func chongqingPlan() plan {
	return plan{kind: "department", exec: "10", blocks: []design{
		{"产出指标", 50, outputs, [2]int{4, 8}}, {"效益指标", 30, effects, [2]int{2, 4}}, {"满意度指标", 10, delight, [2]int{1, 2}},
	}}
}

func layChongqing(s *sheet) {
	s.title("部门整体绩效自评表")
	s.qualitative = ""
	s.begin(10)
	s.put(head("主管部门"), text(s.unitName()).grow(), head("财政处室"), text("预算科").grow())
	s.form.Total.Score = truth.Entry{Text: s.r.total, Value: s.r.total}
	s.put(head("自评总分"+s.st.bracket("分")), text(s.r.total).grow(), head("部门联系人"), text(s.r.person).grow())
	s.funds(fundTable{label: "部门支出" + s.moneyNote(), total: "年度总金额", parts: []string{"其中：财政拨款", "上年结转", "其他资金"}, cols: []column{
		{"initial", "年初预算数"}, {"budget", s.one("全年(调整)预算数|全年（调整）预算数")}, {"spent", "全年执行数"}, {"bare rate", "执行率" + s.st.bracket("%")}, {"weight", "执行率权重"}, {"score", "执行率得分" + s.st.bracket("分")},
	}})
	set, done := s.goalPair(s.r.goals[0])
	s.put(head("当年整体绩效目标").down(2), head("年初绩效目标").grow(), head("全年(调整)绩效目标").grow(), head("全年目标实际完成情况").grow())
	s.put(text(set).grow(), text(set).grow(), text(done).grow())
	cols := []column{{"name", "指标名称"}, {"unit", "计量单位"}, {"bound", "指标性质"}, {"target", "年初指标值"}, {"actual", "全年完成值"}, {"degree", "得分系数" + s.st.bracket("%")},
		{"weight", "指标权重" + s.st.bracket("分")}, {"score", "指标得分" + s.st.bracket("分")}, {"core", "是否核心指标" + s.st.bracket("是/否")}}
	if chance(s.rnd, .5) {
		cols = []column{{"name", "指标名称"}, {"unit", "计量单位"}, {"bound", "指标性质"}, {"target", "指标值"}, {"weight", "指标权重" + s.st.bracket("分")}, {"actual", "全年完成值"},
			{"score", "指标得分" + s.st.bracket("分")}, {"reason", "说明"}}
	}
	s.indicators(rowTable{label: "绩效指标", cols: cols})
}

func yinchuanPlan() plan {
	return plan{kind: "project", exec: "10", execRow: "项目管理", blocks: []design{
		{"项目决策", 10, decide, [2]int{2, 4}}, {"项目管理", 15, manage, [2]int{2, 4}}, {"项目产出", 30, outputs, [2]int{4, 6}}, {"项目效益", 35, both, [2]int{3, 5}},
	}}
}

func layYinchuan(s *sheet) {
	s.title("项目支出绩效自评表")
	s.begin(9)
	s.basics("项目实施单位")
	s.form.Total.Score = truth.Entry{Text: s.r.total, Value: s.r.total}
	s.put(head("自评得分"), text(s.r.total).grow(), head("财政审核评分"), text("").grow())
	s.funds(fundTable{label: "资金情况" + s.moneyNote(), total: "年度资金总额", parts: s.sources(), cols: []column{
		{"budget", "全年预算数" + s.st.bracket("A")}, {"spent", "全年执行数" + s.st.bracket("B")}, {"rate", "执行率" + s.st.bracket("B/A")},
	}})
	s.goals("年度总体目标", "年初设定目标", "全年实际完成情况", s.r.goals[0])
	s.indicators(rowTable{label: "绩效指标", weights: true, cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"weight", "参考分值"}, {"target", "指标值" + s.st.bracket("A")}, {"actual", "全年实际值" + s.st.bracket("B")},
		{"score", "得分"}, {"reason", "未完成原因及改进措施"},
	}})
}
