package synth

import "fuhe/corpus/truth"

// fundColumns are the six columns of money of the national form, with the letters that some print.
func (s *sheet) fundColumns() []column {
	a, b, c := "", "", ""
	if chance(s.rnd, .5) {
		a, b, c = s.st.bracket("A"), s.st.bracket("B"), s.st.bracket("B/A")
	}
	return []column{
		{"initial", s.one("年初预算数|年初预算数|年初预算")},
		{"budget", s.one("全年预算数|全年预算数|调整后预算数") + a},
		{"spent", s.one("全年执行数|全年执行数|执行数") + b},
		{"weight", s.one("分值|分值|权重")},
		{"rate", s.one("执行率|预算执行率") + c},
		{"score", "得分"},
	}
}

// sources are the names of the parts of a project's money.
func (s *sheet) sources() []string {
	first := s.one("其中：当年财政拨款|其中：本年财政拨款|其中:当年财政拨款|其中：财政拨款")
	return []string{first, s.one("上年结转资金|      上年结转资金"), "其他资金"}
}

// goals writes the block of the annual goal: what was planned beside what came of it.
func (s *sheet) goals(label, planned, done string, g goal) {
	set, end := s.goalPair(g)
	s.put(head(label).down(2), head(planned).grow(), head(done).grow())
	s.put(text(set).grow(), text(end).grow())
}

func (s *sheet) deviation() column {
	return column{"reason", s.one("偏差原因分析及改进措施|偏差原因分析及改进措施|未完成原因分析|未完成原因及改进措施")}
}

// nationalColumns are the columns of the national form.
func (s *sheet) nationalColumns() []column {
	a, b := "", ""
	if chance(s.rnd, .2) {
		a, b = s.st.bracket("A"), s.st.bracket("B")
	}
	return []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", s.one("三级指标|三级指标|指标名称")},
		{"target", s.one("年度指标值|年度指标值|指标值|年初目标值|目标值") + a},
		{"actual", s.one("实际完成值|实际完成值|完成值|全年实际完成值") + b},
		{"weight", s.one("分值|分值|权重|分值权重")}, {"score", s.one("得分|得分|自评得分|自评分")}, s.deviation(),
	}
}

func layNational(s *sheet) {
	s.title(s.one("项目支出绩效自评表|项目支出绩效自评表|项目支出绩效目标自评表|预算项目绩效自评表"))
	s.begin(9)
	s.basics(s.one("实施单位|实施单位|项目单位|项目实施单位"))
	s.nationalBody(s.one("项目资金|项目资金|资金情况")+s.moneyNote(), "年度资金总额", s.sources())
	s.nationalNote()
}

func layNationalDepartment(s *sheet) {
	s.title("部门整体支出绩效自评表")
	s.begin(9)
	s.put(head(s.one("部门名称|部门|单位名称")), text(s.unitName()).grow())
	s.nationalBody("预算资金"+s.moneyNote(), "年度资金总额", []string{s.one("其中：基本支出|基本支出"), "项目支出", "其他资金"})
	s.nationalNote()
}

// nationalBody is what the national forms share: money, goals, indicators, total.
func (s *sheet) nationalBody(label, total string, sources []string) {
	s.funds(fundTable{label: label, name: s.one("|资金来源"), cols: s.fundColumns(), total: total + s.one("|：|:"), parts: sources})
	s.goals(s.one("年度总体目标|年度总体目标完成情况"), s.one("预期目标|年初设定目标"), s.one("实际完成情况|全年实际完成情况"), s.r.goals[0])
	t := rowTable{label: s.one("绩效指标|年度绩效指标|绩效指标完成情况"), cols: s.nationalColumns(), weights: chance(s.rnd, .6), spare: chance(s.rnd, .15)}
	s.indicators(t)
	s.totals(s.one("总分|总分|合计|总  分"), t, false)
}

func (s *sheet) nationalNote() {
	s.end()
	if chance(s.rnd, .4) {
		s.paragraph("填表人" + s.st.colon + s.r.person + "    填报日期" + s.st.colon + itoa(s.r.filed()) + "年" + itoa(1+s.rnd.IntN(6)) + "月" + itoa(1+s.rnd.IntN(28)) + "日")
	}
	if chance(s.rnd, .35) {
		s.paragraph("注" + s.st.colon + "1.得分一档最高不能超过该指标分值上限。2.定量指标完成指标值的，记该指标所赋全部分值；未完成的，按照完成值与指标值的比例记分。3.一级指标分值统一设置为：产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率10分。")
	}
}

func layYunnan(s *sheet) {
	s.title("项目支出绩效自评表")
	s.paragraph("部门" + s.st.colon + s.departmentName() + "    " + s.one("公开14表|附表14") + "    单位" + s.st.colon + s.st.money)
	s.st.atLeast, s.st.atMost, s.st.equal = s.one("≥|≧"), "≤", s.one("=|═|﹦")
	s.begin(11)
	s.put(head("项目名称"), text(s.projectName()).grow())
	s.put(head("主管部门"), text(s.departmentName()).grow(), head("实施单位"), text(s.unitName()).grow())
	s.form.Unit = s.departmentName() // the head of the form names who reports
	s.funds(fundTable{label: "项目资金" + s.moneyNote(), cols: s.fundColumns(), total: "年度资金总额", parts: s.sources()})
	s.goals("年度总体目标", "预期目标", "实际完成情况", s.r.goals[0])
	t := rowTable{label: "绩效指标", group: "年度指标值", over: 6, cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"bound", "指标性质"}, {"target", "指标值"}, {"unit", "度量单位"},
		{"actual", "实际完成值"}, {"weight", "分值"}, {"score", "得分"}, s.deviation(),
	}}
	s.indicators(t)
	s.put(head("其他需要说明事项"), text("无").grow())
	s.totals("总分", t, true)
}

func layInnerMongolia(s *sheet) {
	s.title("项目支出绩效自评表")
	s.st.nameUnit = s.st.nameUnit || chance(s.rnd, .5)
	s.begin(12)
	s.basics("实施单位")
	cols := s.fundColumns()
	cols[4] = column{"bare rate", "执行率" + s.st.bracket("%")}
	s.funds(fundTable{label: "项目资金" + s.moneyNote(), cols: cols, total: "年度资金总额", parts: s.sources()})
	s.goals("年度总体目标", "预期目标", "实际完成情况", s.r.goals[0])
	t := rowTable{label: "绩效指标", cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"way", "指标性质"}, {"bound words", "指标方向"}, {"target", "年度指标值"},
		{"actual", "实际完成值"}, {"unit", "计量单位"}, {"weight", "分值"}, {"score", "得分"}, s.deviation(),
	}}
	s.indicators(t)
	s.totals("总分", t, false)
}

func layXinjiang(s *sheet) {
	s.title("项目支出绩效自评表")
	s.begin(14)
	s.basics("实施单位")
	s.funds(fundTable{label: "项目资金" + s.moneyNote(), name: "资金来源", total: "年度资金总额", parts: s.sources(), cols: []column{
		{"initial", "年初预算数"}, {"budget", "全年预算数"}, {"spent", "全年执行数"}, {"weight", "分值权重"}, {"rate", "执行率"}, {"score", "得分"},
	}})
	s.goals("年度总体目标", "总体目标", "总体目标完成情况", s.r.goals[0])
	t := rowTable{label: "年度绩效指标", cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"target", "指标值"}, {"basis", "指标值设置依据"}, {"last", "上年完成值"},
		{"weight", "指标分值权重"}, {"scoring", "指标赋分规则"}, {"evidence", "佐证资料"}, {"actual", "指标实际完成值"}, {"degree%", "完成率"}, {"score", "指标得分"}, s.deviation(),
	}}
	s.indicators(t)
	s.totals("总分", t, false)
}

// village plans and forms: the weight stands before the target.
func layVillage(s *sheet) {
	s.title(s.one("绩效目标自评表|项目绩效目标自评表|扶贫项目绩效目标自评表"))
	s.begin(9)
	s.put(head("项目名称"), text(s.projectName()).grow(), head("项目负责人及电话"), text(s.r.person).grow())
	s.put(head("主管部门"), text(s.one("|["+itoa(100+s.rnd.IntN(200))+"]")+s.departmentName()).grow(), head("实施单位"), text(s.unitName()).grow())
	s.funds(fundTable{label: "资金情况" + s.moneyNote(), total: "年度资金总额" + s.one("：|"), parts: []string{"其中：本年财政拨款", "其他资金", "上年结转"}, cols: []column{
		{"budget", "全年预算数" + s.st.bracket("A")}, {"spent", "全年执行数" + s.st.bracket("B")}, {"weight", "分值"}, {"rate", "执行率" + s.st.bracket("B/A")}, {"score", "得分"},
	}})
	s.goals("年度总体目标", "年初设定目标", s.one("年度总体目标完成情况综述|全年实际完成情况"), s.r.goals[0])
	s.stars = s.one("||★|★★★")
	t := rowTable{label: "绩效指标", weights: chance(s.rnd, .3), cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"weight", "分值"}, {"target", "年度指标值"}, {"actual", "全年实际值"}, {"score", "得分"},
		{"reason", "未完成原因及拟采取的改进措施"},
	}}
	s.indicators(t)
	s.totals(s.one("总分|……总分|合计"), t, false)
	s.end()
	s.paragraph("注" + s.st.colon + "1.其他资金包括与中央财政资金共同投入到同一项目的自有资金、社会资金等。2.全年执行数是指按照国库集中支付制度要求实际支付的资金。")
}

func ningxiaPlan() plan {
	return plan{kind: "project", blocks: []design{
		{"产出指标", 40, outputs, [2]int{4, 7}}, {"效益指标", 40, effects, [2]int{2, 5}}, {"满意度指标", 20, delight, [2]int{1, 2}},
	}}
}

func layNingxia(s *sheet) {
	s.form.Year, s.form.Kind = s.r.year, s.r.kind
	s.heading(1, "项目支出绩效目标自评表")
	s.centred(s.st.bracket(itoa(s.r.year)+"年度") + "  项目总得分" + s.st.colon + s.r.total + "分")
	s.form.Total.Score = truth.Entry{Text: s.r.total, Value: s.r.total}
	s.begin(9)
	s.put(head("项目名称"), text(s.projectName()).grow())
	s.put(head("市县主管部门"), text(s.departmentName()).grow(), head("项目实施单位"), text(s.unitName()).grow())
	s.put(head("专项实施期"), text(itoa(s.r.year)+"年").grow(), head("项目负责人"), text(s.r.person).grow())
	s.funds(fundTable{label: "资金情况" + s.moneyNote(), total: "年度资金总额", parts: []string{"其中：中央补助", "自治区补助", "市县资金"}, cols: []column{
		{"budget", "全年预算数" + s.st.bracket("A")}, {"spent", "全年执行数" + s.st.bracket("B")}, {"rate", "执行率" + s.st.bracket("B/A")},
	}})
	s.goals("年度总体目标", "年初设定目标", "全年实际完成情况", s.r.goals[0])
	s.indicators(rowTable{label: "绩效指标", weights: chance(s.rnd, .5), cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"weight", "分值"}, {"target", "年度指标值"}, {"actual", "全年实际值"}, {"score", "得分"},
		{"reason", "未完成原因及改进措施"},
	}})
}
