package corpus_test

import (
	"fmt"
	"strings"
)

const (
	ratioRule  = "量化的指标按完成值与指标值的比率乘以单项指标分值计算得分，反向指标按指标值与完成值的比率乘以单项指标分值计算得分，最高不超过该项分值；不能量化的指标以定性方式评价。"
	checkRule  = "①是否建立制度；②是否按制度执行；③资料是否完整；④结果是否报送；⑤是否按时；⑥是否公开。每有一项不合格扣0.5分，扣完为止。"
	yearRule   = "低于上年的不扣分；高于上年的，每高出1个百分点扣0.4分，扣完为止。"
	limitRule  = "差异率不高于5%的不扣分；高于5%的，每高出1个百分点扣0.5分，扣完为止。"
	spendsRule = "得分=预算执行率×分值，最高不超过该指标分值。"
)

func (w *tabbed) fundBlock() {
	w.row(append([]string{"一、当年预算执行情况（20分）"}, make([]string, 8)...)...)
	w.row("一级指标", "二级指标", "预算数(万元)", "执行数(万元)", "预算执行率", "分值", "得分", "指标解释", "评分标准")
	for i, f := range w.m.Funds {
		cells := []string{f.Name, f.Budget, f.Spent, f.Rate + "%", f.Weight, f.Score, "", ""}
		if i == 0 {
			cells[6], cells[7] = "全年执行数与全年预算数的比率。", spendsRule
			w.row(append([]string{"当年预算执行情况（20）"}, cells...)...)
			continue
		}
		w.below([]string{"当年预算执行情况（20）"}, cells...)
	}
}

func (w *tabbed) goalBlock() {
	w.row(append([]string{"二、整体绩效目标实现情况（60分）"}, make([]string, 8)...)...)
	heads := []string{"指标值", "完成值", "分值"}
	if w.late {
		heads = []string{"分值", "指标值", "完成值"}
	}
	w.row(append(append([]string{"一级指标", "二级指标", "三级指标"}, heads...), "得分", "指标解释", "评分标准")...)
	for n, b := range w.m.blocks(true) {
		w.goalRows(n == 0, b)
	}
}

// goalRows writes one block; its explanation and its rule stand in merged cells, in the first row.
func (w *tabbed) goalRows(first bool, b block) {
	merged := []string{b.Parent + "（60）", fmt.Sprintf("%s（%d）", b.Name, b.Weight)}
	for i, r := range w.m.Indicators[b.From:b.To] {
		cells := append(w.scoring(r), "", "")
		if i > 0 {
			w.below(merged, cells...)
			continue
		}
		cells[len(cells)-2], cells[len(cells)-1] = "反映年度重点工作完成情况。", ratioRule
		top := merged[0]
		if !first {
			top = w.again(top)
		}
		w.row(append([]string{top, merged[1]}, cells...)...)
	}
}

// again is a merged cell in a further row: blank, or repeated.
func (w *tabbed) again(s string) string {
	if w.filled {
		return s
	}
	return ""
}

// scoring is name, target, actual, weight and score, in the order of this form.
func (w *tabbed) scoring(r row) []string {
	score := number(r.Score).FloatString(2)
	if w.late {
		return []string{r.Name, r.Weight, w.target(r.Target), r.Actual, score}
	}
	return []string{r.Name, w.target(r.Target), r.Actual, r.Weight, score}
}

func (w *tabbed) manageBlock() {
	w.row(append([]string{"三、预算管理情况（20分）"}, make([]string, 7)...)...)
	w.row("一级指标", "二级指标", "三级指标", "——", "分值", "得分", "指标解释", "评分标准")
	top, last := "预算管理情况（20）", ""
	first, mini := true, false
	for _, r := range w.m.Indicators {
		switch {
		case r.Target != "":
			continue
		case r.Level2 == "":
			if !mini {
				w.row(w.again(top), "指标", fmt.Sprintf("%d年", w.m.Year-1), fmt.Sprintf("%d年", w.m.Year), "分值", "得分", "指标解释", "评分标准")
			}
			mini = true
			w.yearRow(top, r)
		default:
			w.checkRow(top, &last, r, &first)
		}
	}
	w.row("合计", "", "", "", "100", w.m.Total, "", "")
}

func (w *tabbed) checkRow(top string, last *string, r row, first *bool) {
	level2 := fmt.Sprintf("%s（%s）", r.Level2, w.m.weightOf(r.Level2))
	cells := []string{r.Name, "——", r.Weight, r.Score, "反映" + r.Name + "。", checkRule}
	switch {
	case *first:
		w.row(append([]string{top, level2}, cells...)...)
	case level2 != *last:
		w.row(append([]string{w.again(top), level2}, cells...)...)
	default:
		w.below([]string{top, level2}, cells...)
	}
	*first, *last = false, level2
}

// yearRow is a row of the embedded table: last year's rate is a little over this year's, or not told.
func (w *tabbed) yearRow(top string, r row) {
	before, rule := "——", limitRule
	if strings.Contains(r.Name, "结转") {
		sum := number(strings.TrimSuffix(r.Actual, "%"))
		before, rule = sum.Add(sum, number("0.85")).FloatString(2)+"%", yearRule
	}
	w.row(w.again(top), fmt.Sprintf("%s（%s）", r.Name, r.Weight), before, r.Actual, r.Weight, r.Score, "反映预算的约束力。", rule)
}

func (m *model) weightOf(level2 string) string {
	sum := number("0")
	for _, r := range m.Indicators {
		if r.Target == "" && r.Level2 == level2 {
			sum.Add(sum, number(r.Weight))
		}
	}
	return plain(sum)
}

// blocks lists the blocks with targets, or those without.
func (m *model) blocks(targets bool) (list []block) {
	for _, g := range m.goals {
		for _, b := range g.Blocks {
			if (m.Indicators[b.From].Target != "") == targets {
				list = append(list, b)
			}
		}
	}
	return list
}
