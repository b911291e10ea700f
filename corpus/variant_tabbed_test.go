package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// tabbed writes layouts whose cells are parted by tabs or pipes.
type tabbed struct {
	*paper
	m *model

	bar     string  // between cells
	filled  bool    // merged cells are repeated in every row they cover
	trimmed bool    // blank cells at the end of a row are lost
	shifted float64 // a row loses its leading blanks
	late    bool    // the weight stands before the target
	reasons bool    // a column for the reason
}

func newTabbed(rnd *rand.Rand, m *model) *tabbed {
	w := &tabbed{paper: newPaper(rnd), m: m}
	w.width = pick(rnd, []int{0, 0, 60})
	w.bar = pick(rnd, []string{"\t", "\t", "\t", " | "})
	w.filled = chance(rnd, .25)
	w.trimmed = w.bar == "\t" && chance(rnd, .3)
	w.late = chance(rnd, .3)
	w.reasons = chance(rnd, .5)
	if !w.filled {
		w.shifted = pick(rnd, []float64{0, .1, .25})
	}
	return w
}

// writeBlocks writes the three blocks of a Beijing department: funds, goals and management, each with
// heads of its own, and an embedded small table with last year's and this year's rates.
func writeBlocks(rnd *rand.Rand, m *model) []byte {
	w := newTabbed(rnd, m)
	w.say(fmt.Sprintf("%d年%s部门整体绩效评价报告", m.Year, m.Unit))
	w.say("一、当年预算执行情况")
	f := m.Funds[0]
	w.say(fmt.Sprintf("%s%d年全年预算数%s万元，执行数%s万元，预算执行率为%s%%。", m.Unit, m.Year, f.Budget, f.Spent, f.Rate))
	w.say("二、整体绩效目标实现情况")
	w.results()
	w.narrative()
	w.say("三、总体评价结论")
	w.say(fmt.Sprintf("%d年%s部门整体绩效评价得分为%s分，综合评价等级为“%s”。", m.Year, m.Unit, m.Total, m.grade()))
	w.summary()
	w.say("附件")
	w.say(fmt.Sprintf("%d年度%s部门整体绩效评价指标体系评分表", m.Year, m.Unit))
	w.fundBlock()
	w.goalBlock()
	w.manageBlock()
	return w.bytes()
}

// row writes one row; lead is the number of merged cells that are blank or repeated before it.
func (w *tabbed) row(cells ...string) {
	if w.trimmed {
		for len(cells) > 0 && cells[len(cells)-1] == "" {
			cells = cells[:len(cells)-1]
		}
	}
	line := strings.Join(cells, w.bar)
	if w.bar != "\t" {
		line = "| " + line + " |"
	}
	w.lines = append(w.lines, line)
}

// below writes a row under merged cells: they are blank, repeated, or lost.
func (w *tabbed) below(merged []string, cells ...string) {
	switch {
	case w.filled:
		w.row(append(append([]string(nil), merged...), cells...)...)
	case chance(w.rnd, w.shifted):
		w.row(append(append([]string(nil), cells...), make([]string, len(merged))...)...)
	default:
		w.row(append(make([]string, len(merged)), cells...)...)
	}
	w.turnRow()
}

// turnRow ends a page between two rows: only its footer is left of it.
func (w *tabbed) turnRow() {
	if w.rowsLeft--; w.rowsLeft <= 0 {
		w.rowsLeft = 10 + w.rnd.IntN(20)
		if w.footer != "" && w.bar == "\t" {
			w.lines = append(w.lines, strings.ReplaceAll(w.footer, "%", integer(w.page)))
			w.page++
		}
	}
}

// results is the numbered table of the outputs, in the body.
func (w *tabbed) results() {
	w.say("各项指标的完成情况见下表：")
	w.say(fmt.Sprintf("表1：%d年度重点工作指标完成情况", w.m.Year))
	w.row("序号", "绩效指标", pick(w.rnd, []string{"计划值", "指标值"}), "完成值")
	n := 0
	for _, r := range w.m.Indicators {
		if r.Target != "" {
			n++
			w.row(integer(n), r.Name, w.target(r.Target), w.m.also[r.Name])
		}
	}
	w.lines = append(w.lines, "")
}

func (w *tabbed) narrative() {
	for _, r := range w.m.Indicators {
		if r.Target == "" {
			continue
		}
		text := fmt.Sprintf("%s%s%s%s。", pick(w.rnd, remarks), r.Name, pick(w.rnd, []string{"达到", "为"}), w.m.claims[r.Name])
		if r.missed() {
			text += "未达到目标，" + w.m.cause + w.m.remedy
		}
		w.say(text)
	}
}

func (w *tabbed) summary() {
	w.say(fmt.Sprintf("表2：%d年部门整体绩效得分情况", w.m.Year))
	w.row("一级指标", "分值", "得分", "得分率")
	for _, s := range append(w.m.partSums(), section{Name: "合计", Weight: "100", Score: w.m.Total}) {
		w.row(s.Name, s.Weight, s.Score, s.rate())
	}
	w.lines = append(w.lines, "")
}

// partSums is each part of the form with the points it got.
func (m *model) partSums() []section {
	parts := []section{{Name: "当年预算执行情况", Weight: m.Funds[0].Weight, Score: m.Funds[0].Score}}
	for _, r := range m.Indicators {
		if parts[len(parts)-1].Name != r.Level1 {
			parts = append(parts, section{Name: r.Level1, Weight: "0", Score: "0"})
		}
		p := &parts[len(parts)-1]
		p.Weight = plain(number(p.Weight).Add(number(p.Weight), number(r.Weight)))
		p.Score = number(p.Score).Add(number(p.Score), number(r.Score)).FloatString(2)
	}
	return parts
}

func (s section) rate() string {
	r := number(s.Score)
	r.Quo(r, number(s.Weight)).Mul(r, number("100"))
	return rounded(r, 2) + "%"
}

func (m *model) grade() string {
	for _, g := range []struct {
		from int64
		name string
	}{{90, "优"}, {80, "良"}, {60, "中"}} {
		if number(m.Total).Cmp(number(integer(int(g.from)))) >= 0 {
			return g.name
		}
	}
	return "差"
}
