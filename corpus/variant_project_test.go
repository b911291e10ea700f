package corpus_test

import (
	"fmt"
	"math/rand/v2"
)

// writeProject writes the national form for one project.
func writeProject(rnd *rand.Rand, m *model) []byte {
	w := newTabbed(rnd, m)
	w.say(pick(rnd, []string{"项目支出绩效自评表", "部门预算项目绩效自评表"}))
	w.say(fmt.Sprintf("（%d年度）", m.Year))
	blank := make([]string, 4)
	w.row(append([]string{"项目名称", pick(rnd, subjects) + pick(rnd, works) + "项目", "", ""}, blank...)...)
	w.row(append([]string{"主管部门", pick(rnd, towns) + "市" + pick(rnd, offices), "实施单位", m.Unit}, blank...)...)
	w.projectFunds()
	w.row("年度总体目标", "预期目标", "", "", "实际完成情况", "", "", "")
	w.below([]string{"年度总体目标"}, pick(rnd, goalSentences), "", "", pick(rnd, goalSentences), "", "")
	w.projectRows()
	return w.bytes()
}

func (w *tabbed) projectFunds() {
	w.row("项目资金（万元）", "", pick(w.rnd, []string{"年初预算数", "年初预算"}), "全年预算数", "全年执行数", "分值", "执行率", "得分")
	for i, f := range w.m.Funds {
		weight, score := f.Weight, f.Score
		if i > 0 {
			weight, score = pick(w.rnd, []string{"—", "-", ""}), pick(w.rnd, []string{"—", "-", ""})
		}
		cells := []string{f.Name, f.Budget, f.Budget, f.Spent, weight, f.Rate + "%", score}
		w.row(append([]string{w.again("项目资金（万元）")}, cells...)...)
	}
}

func (w *tabbed) projectRows() {
	heads := []string{"年度指标值", "实际完成值", "分值", "得分"}
	if w.late {
		heads = []string{"分值", "年度指标值", "全年实际值", "得分"}
	}
	w.row(append(append([]string{"一级指标", "二级指标", "三级指标"}, heads...), "偏差原因分析及改进措施")...)
	for _, b := range w.m.blocks(true) {
		label := fmt.Sprintf("%s（%d分）", b.Name, b.Weight)
		for i, r := range w.m.Indicators[b.From:b.To] {
			reason := ""
			if r.missed() {
				reason = w.m.cause + w.m.remedy
			}
			cells := append(w.scoring(r), reason)
			switch {
			case i == 0:
				w.row(append([]string{label, r.Level2}, cells...)...)
			case r.Level2 == w.m.Indicators[b.From+i-1].Level2:
				w.below([]string{label, r.Level2}, cells...)
			default:
				w.below([]string{label}, append([]string{r.Level2}, cells...)...)
			}
		}
	}
	w.row("总分", "", "", "", "", "100", w.m.Total, "")
}

// writeProjectLines writes the same form as a text without its grid: a cell or a broken cell after the
// other, blank cells gone, merged cells once.
func writeProjectLines(rnd *rand.Rand, m *model) []byte {
	w := &linear{paper: newPaper(rnd), m: m}
	w.say("项目支出绩效自评表")
	w.say(fmt.Sprintf("（%d年度）", m.Year))
	w.cells(40, "项目名称", pick(rnd, subjects)+pick(rnd, works)+"项目")
	w.cells(40, "主管部门", pick(rnd, towns)+"市"+pick(rnd, offices), "实施单位", m.Unit)
	w.cells(14, "项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
	for i, f := range m.Funds {
		weight, score := f.Weight, f.Score
		if i > 0 {
			weight, score = "—", "—"
		}
		w.cells(16, f.Name, f.Budget, f.Budget, f.Spent, weight, f.Rate+"%", score)
	}
	w.cells(16, "年度总体目标", "预期目标", "实际完成情况")
	w.lines = append(w.lines, broken(pick(rnd, goalSentences), 30)...)
	w.lines = append(w.lines, broken(pick(rnd, goalSentences), 30)...)
	w.cells(pick(rnd, []int{10, 20}), "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
	for _, b := range m.blocks(true) {
		w.projectBlock(b)
	}
	w.cells(20, "总分", "100", m.Total)
	return w.bytes()
}

func (w *linear) projectBlock(b block) {
	width := pick(w.rnd, []int{12, 14, 18})
	for i, r := range w.m.Indicators[b.From:b.To] {
		cells := []string{r.Level2, r.Name, w.target(r.Target), r.Actual, r.Weight, r.Score}
		if i == 0 {
			cells = append([]string{fmt.Sprintf("%s（%d分）", b.Name, b.Weight)}, cells...)
		}
		if r.missed() {
			cells = append(cells, w.m.cause)
		}
		w.cells(width, cells...)
		w.turn()
	}
}
