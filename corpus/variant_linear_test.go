package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// writeLinear writes the report as a text in which the grid of its tables is gone: cells and words are
// broken over lines, cells of a row stand on one line or on many, page ends and notes come in between.
func writeLinear(rnd *rand.Rand, m *model) []byte {
	w := &linear{paper: newPaper(rnd), m: m}
	w.say(fmt.Sprintf("%s%d年度部门整体绩效自评%s", m.Unit, m.Year, pick(rnd, []string{"结果", "报告"})))
	w.say("一、自评结论")
	w.say(fmt.Sprintf("经对照年初绩效目标逐项自评，%s%d年度部门整体绩效自评得分为%s分。", m.Unit, m.Year, m.Total))
	w.say(w.fundsProse())
	w.endPage()
	w.form()
	w.say("二、佐证材料")
	w.notes()
	w.say("（一）部门支出情况")
	w.say(w.fundsProse())
	if chance(rnd, .5) {
		w.repeat()
	}
	w.say("（二）绩效目标完成情况分析")
	w.analysis()
	w.notes()
	return w.bytes()
}

// linear writes the linear layout. The notes under the form are printed once, at one of several places.
type linear struct {
	*paper
	m     *model
	noted bool
}

func (w *linear) fundsProse() string {
	f := w.m.Funds[0]
	return fmt.Sprintf("%d年度部门整体支出预算数为%s万元，实际执行数为%s万元，预算执行率为%s%%。", w.m.Year, f.Budget, f.Spent, f.Rate)
}

func (w *linear) form() {
	w.say(fmt.Sprintf("附件：%d年度%s部门整体绩效自评表", w.m.Year, w.m.Unit))
	w.cells(10, "填报日期：", "总分："+w.m.Total)
	w.cells(40, "单位名称", w.m.Unit)
	w.funds()
	for i, g := range w.m.goals {
		w.goal(i, g, true)
	}
	w.cells(14, "总分", w.m.Total)
	w.wide("偏差大或目标未完成原因分析", w.m.reasons())
	w.wide("改进措施及结果应用方案", w.m.remedy)
	if chance(w.rnd, .5) {
		w.notes()
	}
}

func (w *linear) funds() {
	f := w.m.Funds[0]
	w.cells(14, "预算执行情况（万元）（20分）", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分*执行率）")
	w.cells(14, "部门整体支出总额", f.Budget, f.Spent, f.Rate+"%", f.Score)
}

func (w *linear) goal(i int, g goal, scored bool) {
	label := fmt.Sprintf("年度目标%d", i+1)
	if scored {
		label += fmt.Sprintf("（%d分）", g.weight())
	}
	if chance(w.rnd, .5) {
		w.say(label + "：" + g.Sentence)
	} else {
		w.wide(label, g.Sentence)
	}
	w.heads(scored)
	for _, b := range g.Blocks {
		w.block(b, scored)
	}
}

func (w *linear) heads(scored bool) {
	if chance(w.rnd, .7) {
		w.cells(10, "年度绩效指标")
	}
	heads := []string{"一级指标", "二级指标", pick(w.rnd, []string{"指标名称", "三级指标"}),
		pick(w.rnd, []string{"年初指标值", "年初目标值（A）", "指标值", "年度指标值"}),
		pick(w.rnd, []string{"实际完成值", "实际完成值（B）", "完成值"})}
	if scored {
		heads = append(heads, "得分")
	}
	w.cells(pick(w.rnd, []int{8, 10, 18}), heads...)
}

func (w *linear) block(b block, scored bool) {
	label := b.Name
	if scored {
		label += fmt.Sprintf("（%d分）", b.Weight)
	}
	width := pick(w.rnd, []int{12, 14, 16, 20})
	for i, r := range w.m.Indicators[b.From:b.To] {
		cells := []string{r.Level2, r.Name, w.target(r.Target), r.Actual, r.Score}
		if !scored {
			cells = []string{r.Level2, r.Name, w.target(r.Target), w.m.also[r.Name]}
		}
		if i == 0 {
			cells = append([]string{label}, cells...)
		}
		w.cells(width, cells...)
		w.turn()
	}
}

// cells writes a row: a cell that is broken over lines stands alone, the others share lines.
func (w *linear) cells(width int, cells ...string) {
	var run []string
	flush := func() {
		if len(run) > 0 {
			w.lines = append(w.lines, strings.Join(run, " "))
		}
		run = nil
	}
	for _, c := range cells {
		lines := broken(w.space(c), width)
		if len(lines) > 1 || chance(w.rnd, w.alone) {
			flush()
			w.lines = append(w.lines, lines...)
			continue
		}
		run = append(run, lines[0])
	}
	flush()
	if chance(w.rnd, w.rowGap) {
		w.lines = append(w.lines, "")
	}
}

// wide writes a narrow label and a wide cell beside it.
func (w *linear) wide(label, text string) {
	w.lines = append(w.lines, broken(label, 12)...)
	w.lines = append(w.lines, broken(w.space(text), 66)...)
	w.lines = append(w.lines, "")
}

// repeat prints the tables a second time, without scores.
func (w *linear) repeat() {
	for i, g := range w.m.goals {
		w.goal(i, g, false)
	}
}

// notes prints the rules of the form; the page they stood on decided where they come in the text.
func (w *linear) notes() {
	if w.noted || chance(w.rnd, .5) {
		return
	}
	w.noted = true
	for _, line := range []string{"备注：", "1.预算数为调整后预算数，执行数为财政资金实际支出数。",
		"2.定量指标：正向指标得分=权重×B/A，反向指标得分=权重×A/B，得分不得超过权重。",
		"3.定性指标按达成预期、部分达成并有一定效果、未达成且效果较差三档，分别按权重的100-80%（含80%）、80-50%（含50%）、50-0%计分。"} {
		w.say(line)
	}
}

var circled = []rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

func (w *linear) analysis() {
	for i, g := range w.m.goals {
		w.say(fmt.Sprintf("目标%d：%s", i+1, g.Sentence))
		for k, b := range g.Blocks {
			w.say(fmt.Sprintf("（%d）%s完成情况分析", k+1, b.Name))
			for n, r := range w.m.Indicators[b.From:b.To] {
				w.say(string(circled[n]) + w.sentence(r))
				w.turn()
			}
		}
	}
}

// sentence tells of one row in prose, with its target in brackets.
func (w *linear) sentence(r row) string {
	return fmt.Sprintf("%s（指标值：%s）。%s%s%s%s。", r.Name, w.target(r.Target), pick(w.rnd, remarks), r.Name,
		pick(w.rnd, []string{"达到", "为"}), w.m.claims[r.Name])
}

func (g goal) weight() (sum int64) {
	for _, b := range g.Blocks {
		sum += b.Weight
	}
	return sum
}

// reasons is the reason given for every row that fell short.
func (m *model) reasons() string {
	var names []string
	for _, r := range m.Indicators {
		if r.missed() {
			names = append(names, "“"+r.Name+"”")
		}
	}
	if len(names) == 0 {
		return "无"
	}
	return strings.Join(names, "、") + "未达到年初目标，" + m.cause
}
