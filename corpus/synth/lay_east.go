package synth

import "fuhe/corpus/truth"

func layBeijing2016(s *sheet) {
	s.title("项目支出绩效自评表")
	s.begin(10)
	s.put(head("项目名称"), text(s.projectName()).grow())
	s.put(head("主管部门及代码"), text(itoa(100+s.rnd.IntN(300))+s.departmentName()).grow(), head("实施单位"), text(s.unitName()).grow())
	s.funds(fundTable{label: "项目资金" + s.moneyNote(), total: "年度资金总额" + s.st.colon, parts: s.sources(), cols: []column{
		{"base", "年初预算数" + s.st.bracket("A")}, {"spent", "全年执行数" + s.st.bracket("B")}, {"weight", "分值" + s.st.bracket("10分")}, {"rate", "执行率" + s.st.bracket("B/A")},
		{"score", "得分"}, {"rule", "得分计算方法"},
	}})
	s.goals("年度总体目标", "预期目标", "目标实际完成情况", s.r.goals[0])
	t := rowTable{label: "绩效指标", weights: true, cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"weight", "分值"}, {"target", "年度指标值" + s.st.bracket("A")}, {"actual", "全年实际值" + s.st.bracket("B")},
		{"way of points", "得分计算方法"}, {"score", "得分"}, {"reason", "未完成原因分析"},
	}}
	s.indicators(t)
	s.totals("总分", t, false)
}

func beijingPlan() plan {
	return plan{kind: "department", exec: "20", blocks: []design{
		{"产出", 30, outputs, [2]int{4, 6}}, {"效果", 30, both, [2]int{2, 5}}, {"预算管理", 20, manage, [2]int{4, 6}},
	}}
}

func layBeijingBlocks(s *sheet) {
	s.form.Year, s.form.Kind = s.r.year, s.r.kind
	s.heading(2, "附件")
	s.heading(1, itoa(s.r.year)+"年度"+s.unitName()+"部门整体绩效评价指标体系评分表")
	s.beijingFunds()
	s.heading(3, "二、目标实现"+s.st.bracket("60分"))
	s.begin(9)
	s.form.Sections = append(s.form.Sections, truth.Section{Name: "预算执行", Weight: entry("20")}, truth.Section{Name: "目标实现", Weight: entry("60")})
	s.indicators(rowTable{to: 2, upper: "目标实现", upperShown: "目标实现" + s.st.bracket("60"), cols: []column{
		{"upper", "一级指标"}, {"level1", "二级指标"}, {"name", "三级指标"}, {"target", s.one("指标值|年度指标值")}, {"actual", s.one("完成值|实际完成值")}, {"weight", "分值"}, {"score", "得分"},
		{"meaning", "指标解释"}, {"ratio rule", "评分标准"},
	}})
	s.heading(3, "三、预算管理"+s.st.bracket("20分"))
	s.begin(9)
	t := rowTable{from: 2, weights: true, cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"dash", "——"}, {"dash", ""}, {"weight", "分值"}, {"score", "得分"}, {"meaning", "指标解释"}, {"rule", "评分标准"},
	}}
	s.indicators(t)
	s.totals("合计", t, false)
}

func (s *sheet) beijingFunds() {
	s.heading(3, "一、预算执行"+s.st.bracket("20分"))
	s.begin(9)
	s.put(head("一级指标"), head("二级指标"), head("预算数"+s.moneyNote()), head("执行数"+s.moneyNote()), head(s.one("预算执行率|执行率")), head("分值"), head("得分"), head("指标解释"), head("评分标准"))
	parts := s.r.parts
	rows := 1
	names := []string{"基本支出", "项目支出", "其他支出"}
	if len(parts) > 1 {
		rows += len(parts)
	} else {
		parts = nil
	}
	first := true
	s.st.partRates = true
	for i := range rows {
		f, name := s.r.fund, "资金总体"
		if i > 0 {
			f, name = parts[i-1], names[i-1]
		}
		known := truth.Fund{Name: name}
		var line []box
		if first {
			line = append(line, text("预算执行"+s.st.bracket("20")).down(rows))
		}
		line = append(line, text(name), s.amount(f.budget, &known.Budget), s.amount(f.spent, &known.Spent), s.rateCell(f, true, "%", &known.Rate),
			s.pointCell(f.weight, &known.Weight, ""), s.pointCell(f.score, &known.Score, ""))
		if first {
			line = append(line, text("执行数与预算数的比率。").down(rows), text("得分=预算执行率×20分，最高不超过20分。").down(rows))
		}
		s.form.Funds = append(s.form.Funds, known)
		s.put(line...)
		first = false
	}
}

func suzhouPlan() plan {
	return plan{kind: "project", exec: "20", blocks: []design{
		{"投入", 28, outputs, [2]int{4, 7}}, {"产出", 28, outputs, [2]int{4, 7}}, {"结果", 16, effects, [2]int{2, 4}}, {"满意度", 8, delight, [2]int{1, 2}},
	}}
}

func laySuzhou(s *sheet) {
	s.title("财政支出项目绩效自评价表")
	s.begin(7)
	s.basics("项目单位")
	s.funds(fundTable{label: "市级财政资金使用情况" + s.moneyNote(), total: "合计", parts: []string{"市级预算内", "上年结余、结转", "其他"}, tail: true, cols: []column{
		{"budget", "财政拨款数"}, {"spent", "实际支付数"}, {"rate", "资金使用率"}, {"weight", "权重"}, {"score", "自评分"},
	}})
	t := rowTable{cols: []column{
		{"level1", "类别"}, {"name", "指标名称"}, {"target", "目标值"}, {"weight", "权重"}, {"actual", "实际完成值"}, {"score", "自评分"},
	}}
	s.indicators(t)
	s.totals("合计", t, false)
}

func hainanPlan() plan {
	return plan{blocks: []design{
		{"项目决策", 20, decide, [2]int{2, 4}}, {"项目管理", 25, manage, [2]int{3, 6}}, {"项目绩效", 55, results, [2]int{3, 5}},
	}}
}

func layHainan(s *sheet) {
	s.title("财政支出项目绩效自评表")
	s.begin(7)
	s.basics("项目单位")
	s.funds(fundTable{label: "资金情况" + s.moneyNote(), total: "合计", parts: []string{"中央财政", "省财政", "市县财政"}, cols: []column{
		{"initial", "计划投资额"}, {"budget", "实际到位资金"}, {"spent", "实际使用情况"},
	}})
	t := rowTable{cols: []column{
		{"level1", "一级指标"}, {"block weight", "分值"}, {"level2", "二级指标"}, {"level2 weight", "分值"}, {"name", "三级指标"}, {"weight", "分值"}, {"score", "得分"},
	}}
	s.blockWeights = true
	s.indicators(t)
	s.put(head("总分"), text("100"), text(""), text(""), text("").grow(), s.pointCell("100", &s.form.Total.Weight, ""), s.pointCell(s.r.total, &s.form.Total.Score, ""))
}

func layGuangzhou(s *sheet) {
	s.title("部门整体支出绩效自评表")
	s.begin(6)
	s.put(head("单位名称"), text(s.unitName()).grow())
	s.put(head("单位基本情况"), text("承担"+s.r.theme.Name+"领域的管理和服务工作。").grow())
	set, done := s.goalPair(s.r.goals[0])
	s.put(head("年度整体绩效目标"), text(set).grow())
	s.put(head("整体绩效目标完成情况"), text(done).grow())
	s.put(head("未能完成原因"), text(s.causes()).grow())
	s.funds(fundTable{label: "年度部门整体支出规模" + s.moneyNote(), name: "按资金来源", total: "合计", parts: []string{"财政拨款", "上年结转", "其他资金"}, tail: true, cols: []column{
		{"budget", "预算数"}, {"spent", "执行数"}, {"rate", "执行率"},
	}})
}
