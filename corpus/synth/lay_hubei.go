package synth

import "fuhe/corpus/truth"

func hubeiProjectPlan() plan {
	return plan{kind: "project", exec: "20", equal: true, blocks: []design{{"产出指标", 40, outputs, [2]int{4, 8}}, {"效益指标", 40, both, [2]int{2, 4}}}}
}

func layHubeiProject(s *sheet) {
	s.title(s.one("项目自评表|项目绩效自评表"))
	s.paragraph("单位名称" + s.st.colon + s.unitName() + "    填报日期" + s.st.colon + itoa(s.r.filed()) + "年3月" + itoa(1+s.rnd.IntN(28)) + "日    " + s.one("|总分"+s.st.colon+s.r.total+"分"))
	s.begin(7)
	s.put(head("项目名称"), text(s.projectName()).grow())
	s.put(head("主管部门"), text(s.departmentName()).grow(), head("项目实施单位"), text(s.unitName()).grow())
	s.put(head("项目类别"), text("1、部门预算项目"+s.one("☑|√|■")+"    2、市直专项"+s.one("□|口")+"    3、市对下转移支付项目□").grow())
	s.put(head("项目属性"), text("1、持续性项目☑    2、新增性项目□").grow())
	s.put(head("项目类型"), text("1、常年性项目☑    2、延续性项目□    3、一次性项目□").grow())
	s.hubeiFunds("预算执行情况"+s.moneyNote()+s.st.bracket("20分"), s.one("年度财政资金总额|年度资金总额"))
	s.hubeiRows(s.one("年度绩效目标1|年度绩效目标")+s.st.bracket("80分"), chance(s.rnd, .8), 0, "")
	s.hubeiTail()
}

func (s *sheet) hubeiFunds(label, total string) {
	at := len(s.form.Funds)
	s.funds(fundTable{label: label, total: total, cols: []column{
		{"budget", "预算数" + s.st.bracket("A")}, {"spent", "执行数" + s.st.bracket("B")}, {"rate", "执行率" + s.st.bracket("B/A")},
		{"score", s.one("得分" + s.st.bracket("20分*执行率") + "|得分" + s.st.bracket("20分×执行率"))},
	}})
	s.form.Funds[at].Weight = entry("20") // in the label
}

func (s *sheet) hubeiRows(label string, weights bool, goal int, tag string) {
	set, _ := s.goalPair(s.r.goals[goal])
	s.put(head(label), text(set).grow())
	s.indicators(rowTable{weights: weights, goal: goal, goalTag: tag, cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", s.one("三级指标|三级指标|指标名称")},
		{"target", s.one("年初目标值|年初指标值") + s.st.bracket("A")}, {"actual", "实际完成值" + s.st.bracket("B")}, {"score", "得分"},
	}})
}

func (s *sheet) hubeiTail() {
	shown := s.r.total + s.one("|分")
	s.form.Total.Score = truth.Entry{Text: shown, Value: s.r.total}
	s.put(head("总分"), text(shown).grow())
	s.put(head("偏差大或目标未完成原因分析"), text(s.causes()).grow())
	s.put(head("改进措施及结果应用方案"), text("自评结果作为安排下年度预算的依据。").grow())
	s.end()
	if chance(s.rnd, .5) {
		s.paragraph("备注" + s.st.colon + "1.预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转），执行数为资金使用单位财政资金实际支出数。")
		s.paragraph("2.定量指标完成数汇总原则：绝对值直接累加计算，相对值按照资金额度加权平均计算。定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。")
		s.paragraph("3.定性指标计分原则：达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照该指标对应分值区间100-80%（含80%）、80-50%（含50%）、50-0%合理确定分值。")
	}
}

func hubeiGoalsPlan() plan {
	return plan{kind: "department", exec: "20", equal: true, goals: 2, blocks: []design{{"产出指标", 20, outputs, [2]int{2, 5}}, {"效益指标", 20, both, [2]int{2, 4}}}}
}

func layHubeiGoals(s *sheet) {
	s.title("部门整体绩效自评表")
	s.paragraph("填报日期" + s.st.colon + itoa(s.r.filed()) + "年4月" + itoa(1+s.rnd.IntN(28)) + "日    总分" + s.st.colon + s.r.total + "分")
	s.begin(6)
	s.put(head("单位名称"), text(s.unitName()).grow())
	basic := times(s.r.fund.spent, 6, 10, s.st.moneyPlace)
	s.put(head("基本支出总额"), text(s.st.amount(basic)).grow(), head("项目支出总额"), text(s.st.amount(less(s.r.fund.spent, basic))).grow())
	s.hubeiFunds("预算执行情况"+s.moneyNote()+s.st.bracket("20分"), "部门整体支出总额")
	for i, g := range s.r.goals {
		s.form.Sections = append(s.form.Sections, truth.Section{Name: g.name, Weight: entry("40")})
		s.hubeiRows(s.label(g.name, "40"), true, i, g.name)
	}
	s.hubeiTail()
}

func layWuhanUnscored(s *sheet) {
	s.title("项目绩效自评表")
	s.begin(7)
	s.basics("项目实施单位")
	s.funds(fundTable{label: "预算执行情况" + s.moneyNote(), name: "资金来源", total: "合计", parts: []string{"一般预算内拨款", "其他资金", "上年结转"}, tail: true, cols: []column{
		{"budget", "预算数" + s.st.bracket("A")}, {"spent", "执行数" + s.st.bracket("B")}, {"rate", "执行率" + s.st.bracket("B/A")},
	}})
	s.indicators(rowTable{cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"target", "年初目标值"}, {"actual", "实际完成值"}, {"reason", "未完成原因及改进措施"},
	}})
}

func reviewedPlan() plan {
	return plan{kind: "department", blocks: []design{
		{"投入", 15, decide, [2]int{2, 4}}, {"过程", 25, manage, [2]int{3, 5}}, {"产出和效果", 60, results, [2]int{4, 5}},
	}}
}

func layReviewed(s *sheet) {
	s.title("部门整体支出绩效自评表")
	s.paragraph("单位名称" + s.st.colon + s.unitName() + "    自评总分" + s.st.colon + s.r.total + "分")
	s.form.Total.Score = truth.Entry{Text: s.r.total, Value: s.r.total}
	t := rowTable{weights: chance(s.rnd, .5), cols: []column{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"weight", "分值"},
		{"score", s.one("自评得分|自评分")}, {"review", s.one("复核得分|复核分")}, {"rule", s.one("评价标准及依据|评分标准")},
	}}
	s.begin(7)
	s.indicators(t)
	s.totals("合计", t, false)
}
