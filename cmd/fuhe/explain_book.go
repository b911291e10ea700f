package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"fuhe/score/rulebook"
)

// explainBook tells what a rulebook holds, section by section: the clause, how well it is known, and the
// figures.
func (a *app) explainBook(w io.Writer, b *rulebook.Book) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s  %s\n\n", b.ID, b.Name.In(a.lang))
	for _, line := range a.aboutBook(b) {
		fmt.Fprintf(out, "%s%s%s\n", line[0], a.say("：", ": "), line[1])
	}
	for _, s := range a.sectionsOf(b) {
		fmt.Fprintf(out, "\n%s%s%s\n", s.title, a.say("：", ": "), s.basis.Clause.In(a.lang))
		for _, line := range s.figures {
			fmt.Fprintf(out, "  %s\n", line)
		}
		fmt.Fprintf(out, "  %s%s\n", a.say("来源：", "known from: "), a.evidence(s.basis.Evidence))
	}
	for i, r := range b.Rows {
		if i == 0 {
			fmt.Fprintf(out, "\n%s\n", a.say("固定指标（报告未印评分标准时采用）：", "prescribed rows (where the report prints no rule beside them):"))
		}
		fmt.Fprintf(out, "  %s\n", a.fixedRow(r))
	}
	return out.Flush()
}

func (a *app) fixedRow(r rulebook.Row) string {
	return fmt.Sprintf(a.say("%s（%s分）：%s", "%s (%s): %s"), r.Name, r.Weight, r.Rule)
}

// aboutBook is what stands at the head of a book: its source, what it builds on, and which reports it is
// for.
func (a *app) aboutBook(b *rulebook.Book) [][2]string {
	lines := [][2]string{
		{a.say("出处", "source"), b.Clause.In(a.lang)},
		{a.say("总体", "as a whole"), a.evidence(b.Evidence)},
	}
	if b.Extends != "" {
		lines = append(lines, [2]string{a.say("沿用", "builds on"), b.Extends})
	}
	return append(lines, [2]string{a.say("适用", "for"), a.matchOf(b.Match)})
}

// matchOf says which reports a book is taken for.
func (a *app) matchOf(m rulebook.Match) string {
	var parts []string
	add := func(zh, en string, items []string) {
		if len(items) > 0 {
			parts = append(parts, a.say(zh, en)+strings.Join(items, a.say("、", ", ")))
		}
	}
	add("引用 ", "naming ", m.Documents)
	add("", "", m.Regions)
	var kinds []string
	for _, k := range m.Kinds {
		kinds = append(kinds, string(k))
	}
	add("类型 ", "kind ", kinds)
	add("表式 ", "layout ", m.Layouts)
	if m.Coded {
		parts = append(parts, a.say("有一体化系统项目编码", "with a project code of the budget system"))
	}
	if years := a.yearsOf(m); years != "" {
		parts = append(parts, years)
	}
	if m.Default {
		parts = append(parts, a.say("无其他规则适用时", "where no other is"))
	}
	if len(parts) == 0 {
		return a.say("仅在权重、指标或等级名称相符，或 --rulebook 指定时", "only where weights, rows or the name of a grade agree, or by --rulebook")
	}
	return strings.Join(parts, a.say("；", "; "))
}

func (a *app) yearsOf(m rulebook.Match) string {
	switch {
	case m.From > 0 && m.To > 0:
		return fmt.Sprintf(a.say("%d—%d年度", "years %d–%d"), m.From, m.To)
	case m.From > 0:
		return fmt.Sprintf(a.say("%d年度起", "from %d on"), m.From)
	case m.To > 0:
		return fmt.Sprintf(a.say("至%d年度", "up to %d"), m.To)
	}
	return ""
}

// bookSection is one part of a book for people.
type bookSection struct {
	title   string
	basis   rulebook.Basis
	figures []string
}

func (a *app) sectionsOf(b *rulebook.Book) []bookSection {
	var all []bookSection
	for _, s := range []bookSection{
		{a.say("预算执行", "execution"), b.Execution.Basis, a.executionFigures(b.Execution)},
		{a.say("定量指标", "numbers"), b.Quantitative.Basis, a.formulaFigures(b.Quantitative)},
		{a.say("超额完成", "over-achievement"), b.Over.Basis, a.overFigures(b.Over)},
		{a.say("定性指标", "words"), b.Qualitative.Basis, a.bandFigures(b.Qualitative)},
		{a.say("满意度阶梯", "ladder of satisfaction"), b.Satisfaction.Basis, a.ladderFigures(b.Satisfaction)},
		{a.say("一级指标权重", "weights"), b.Weights.Basis, a.weightFigures(b.Weights)},
		{a.say("等级", "grades"), b.Grades.Basis, a.gradeFigures(b.Grades)},
		{a.say("须说明的情形", "what must be explained"), b.Explain.Basis, nil},
		{a.say("可接受的取数、取舍方式", "accepted ways of computing"), b.Conventions.Basis, a.conventionFigures(b.Conventions)},
	} {
		if s.basis.Clause.In(a.lang) != "" {
			all = append(all, s)
		}
	}
	return all
}

// unknown is what stands for a figure that a book does not know.
func (a *app) unknown(d rulebook.Decimal) string {
	if d == "" {
		return a.say("未知", "not known")
	}
	return string(d)
}

func (a *app) executionFigures(e rulebook.Execution) []string {
	base := map[rulebook.Base]string{
		rulebook.Initial: a.say("年初预算数", "initial budget"), rulebook.FullYear: a.say("全年预算数", "full-year budget"),
		rulebook.Adjusted: a.say("调整后预算数", "adjusted budget"),
	}[e.Base]
	lines := []string{fmt.Sprintf(a.say("分值 %s，按%s", "weight %s, of the %s"), a.unknown(e.Weight), base)}
	if e.Rule != "" {
		lines = append(lines, e.Rule)
	}
	return lines
}

// inSigns writes a formula in signs.
func inSigns(f rulebook.Formula) string {
	switch f {
	case rulebook.Ratio:
		return "w×a÷t"
	case rulebook.Inverse:
		return "w×t÷a"
	case rulebook.Linear:
		return "w×(2−a÷t)"
	case rulebook.TwoSided:
		return "w×(1−|a−t|÷t)"
	case rulebook.AllOrNil:
		return "w ∨ 0"
	}
	return ""
}

func (a *app) formulaFigures(q rulebook.Quantitative) []string {
	line := func(sign string, list []rulebook.Formula) string {
		var parts []string
		for _, f := range list {
			parts = append(parts, inSigns(f))
		}
		return sign + "  " + strings.Join(parts, a.say(" 或 ", " or "))
	}
	lines := []string{line("≥", q.Positive), line("≤", q.Negative), line("=", q.Equal)}
	if q.PassShare != "" {
		lines = append(lines, fmt.Sprintf(a.say("完成比例低于 %s 不得分", "nothing below a completion of %s"), q.PassShare))
	}
	return lines
}

func (a *app) overFigures(o rulebook.Over) []string {
	var lines []string
	for _, t := range o.Tiers {
		to := string(t.To)
		if to == "" {
			to = "∞"
		}
		lines = append(lines, fmt.Sprintf(a.say("(a−t)÷t ∈ [%s, %s)：扣分值的 %s", "(a−t)÷t ∈ [%s, %s): less %s of the weight"), t.From, to, t.Cut))
	}
	return lines
}

func (a *app) bandFigures(q rulebook.Qualitative) []string {
	word := map[rulebook.Class]string{
		rulebook.Met: a.say("达成", "met"), rulebook.Partly: a.say("部分达成", "partly met"), rulebook.Missed: a.say("未达成", "missed"),
	}
	var lines []string
	for _, b := range q.Bands {
		lines = append(lines, fmt.Sprintf(a.say("%s：分值的 %s—%s", "%s: %s–%s of the weight"), word[b.Class], b.Low, b.High))
	}
	return lines
}

func (a *app) ladderFigures(s rulebook.Satisfaction) []string {
	var parts []string
	for _, r := range s.Ladder {
		parts = append(parts, fmt.Sprintf("≥%s → %s×w", r.From, r.Earn))
	}
	if parts == nil {
		return nil
	}
	return []string{strings.Join(parts, "; ")}
}

func (a *app) weightFigures(w rulebook.Weights) []string {
	var lines []string
	for i, set := range w.Sets() {
		var parts []string
		for _, s := range set {
			parts = append(parts, s.Name+" "+string(s.Weight))
		}
		line := strings.Join(parts, a.say("、", ", "))
		if i > 0 {
			line = w.Variants[i-1].When.In(a.lang) + a.say("：", ": ") + line
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func (a *app) gradeFigures(g rulebook.Grades) []string {
	var parts []string
	for _, b := range g.Bands {
		parts = append(parts, "≥"+string(b.Low)+" "+b.Name.ZH)
	}
	if parts == nil {
		return nil
	}
	return []string{strings.Join(parts, "; ")}
}

func (a *app) conventionFigures(c rulebook.Conventions) []string {
	words := func(zh, en string, list []string) string {
		return a.say(zh, en) + strings.Join(list, a.say("、", ", "))
	}
	var digits, rates, steps []string
	for _, d := range c.Digits {
		digits = append(digits, map[rulebook.Digits]string{
			rulebook.HalfUp: a.say("四舍五入", "half up"), rulebook.Truncated: a.say("截位", "cut off"), rulebook.Integers: a.say("全表取整", "whole points throughout"),
		}[d])
	}
	for _, r := range c.Rates {
		rates = append(rates, map[rulebook.RateFrom]string{
			rulebook.FromAmounts: a.say("按金额", "of the amounts"), rulebook.FromDisplayed: a.say("按表内所列执行率", "of the rate as printed"),
		}[r])
	}
	for _, s := range c.Steps {
		steps = append(steps, map[rulebook.Steps]string{
			rulebook.WholeSteps: a.say("不扣", "not counted"), rulebook.BegunSteps: a.say("按一步扣", "counted in full"), rulebook.ProRata: a.say("按比例扣", "counted in part"),
		}[s])
	}
	return []string{
		words("取舍：", "digits: ", digits), words("执行得分：", "execution: ", rates), words("不足一步：", "a step that is not full: ", steps),
	}
}

// evidence says how well a rule is known.
func (a *app) evidence(e rulebook.Evidence) string {
	switch e {
	case rulebook.Read:
		return a.say("已查阅原文", "its text was read")
	case rulebook.InForm:
		return a.say("见于该地区的报告", "stands in reports of the jurisdiction")
	case rulebook.Software:
		return a.say("填报系统的做法", "behaviour of the filing software")
	case rulebook.Practice:
		return a.say("复核惯例", "reviewers' practice")
	}
	return a.say("一般认识，未再核对原文", "general knowledge, its text not read again")
}
