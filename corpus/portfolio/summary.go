package portfolio

import (
	"fmt"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/check"
	"fuhe/score/finding"
)

var popSummary = &Check{Run: summaries, Check: check.Check{
	Code: "POP-07", Level: finding.Error,
	Title:   document.Message{ZH: "部门表所列项目与项目自评表不一致", EN: "A department's form and its project forms do not agree"},
	Doc:     document.Message{ZH: "部门整体自评表中按名称列出的项目（资金行、汇总行），与同一年度、同一单位或以其为主管部门的项目自评表比较预算数、执行数和总分，跨文件核对。执行数、总分不一致为错误；全年预算数不一致的，与年初预算数相符则认可，否则为疑似。名称须相同（年度除外），同名项目有几份且数据不同的不比较；金额按印刷位数比较。", EN: "Projects that a department's form lists by name (rows of funds or of a summary) against the project forms of the same year and unit, or of units that it is in charge of, across files: budget, amount spent and total score. An error for the amount spent and the score; a budget may be the initial one instead, else it is a warning. Names have to be the same but for years; a project handed in several times with different figures is not compared; amounts to the digits printed."},
	Formula: "E(部门表) = E(项目表)；S(部门表) = S(项目表)",
	Why:     document.Message{ZH: "部门汇总数与项目表对不上，部门整体的执行率和得分就没有可靠来源。", EN: "A department's figures that its projects do not bear out leave its rate and score without a source."},
	Allows:  document.Message{ZH: "金额、分数按印刷位数相容即认可，预算数与项目的年初或全年预算数之一相符即可、不符的只作警告；名称不同和同名多份的项目不比较。", EN: "Amounts and scores to the digits printed, a budget may be the initial or the full-year one and is else a warning; unlike names, and projects handed in with unlike figures, are not compared."},
	Clause:  document.Message{ZH: "部门整体自评应当以项目自评为基础，数据一致", EN: "a department's evaluation rests on those of its projects"},
	Trips:   document.Message{ZH: "部门表列该项目执行数120.5万元，项目表为112.5万元", EN: "120.5 万元 spent by the department's form, 112.5 by the project's"},
	Silent:  document.Message{ZH: "部门表列120.5万元，项目表列1204980元", EN: "120.5 万元 against 1204980 元"},
}}

func summaries(h *holdings) ([]draft, *document.Message) {
	projects := h.projects()
	var drafts []draft
	compared := 0
	for _, i := range h.single {
		c := &h.cards[i]
		if c.who == 0 || c.year == 0 || c.conflict {
			continue
		}
		for _, l := range c.listed {
			p, ok := projects[matter{c.who, l.name, c.year}]
			if !ok || p < 0 {
				continue
			}
			compared++
			drafts = append(drafts, h.unlikeProject(i, p, l)...)
		}
	}
	if compared == 0 {
		return nil, why("没有部门表按名称列出、且另有自评表的项目", "no department lists projects by name that have forms of their own")
	}
	return drafts, nil
}

// projects finds the project forms of a unit, or under a department, by name and year; -1 where there are several.
func (h *holdings) projects() map[matter]int32 {
	all := map[matter]int32{}
	for _, i := range h.single {
		c := &h.cards[i]
		if c.named == 0 || c.year == 0 || c.kind == form.Department {
			continue
		}
		for _, who := range []key{c.who, c.inCharge} {
			m := matter{who, c.named, c.year}
			if other, ok := all[m]; who != 0 && (c.conflict || ok && other != i) {
				all[m] = -1
			} else if who != 0 {
				all[m] = i
			}
		}
	}
	return all
}

func (h *holdings) unlikeProject(department, project int32, l listed) (drafts []draft) {
	p := &h.cards[project]
	compare := func(kind spotKind, at int16, own, other amount, otherKind spotKind, level finding.Level, what document.Message) {
		if own.meets(other) {
			return
		}
		drafts = append(drafts, h.disagree(spot{department, kind, at}, spot{project, otherKind, p.fund}, level, what))
	}
	if l.section {
		if p.full.value == 100 {
			compare(sectionScore, l.at, l.score, p.score, totalScore, finding.Error, document.Message{ZH: "得分", EN: "score"})
		}
		return drafts
	}
	compare(fundSpent, l.at, l.spent, p.spent, fundSpent, finding.Error, document.Message{ZH: "执行数", EN: "amount spent"})
	if !p.initial.known() || !l.budget.meets(p.initial) {
		compare(fundBudget, l.at, l.budget, p.budget, fundBudget, finding.Warning, document.Message{ZH: "预算数", EN: "budget"})
	}
	return drafts
}

func (h *holdings) disagree(a, b spot, level finding.Level, what document.Message) draft {
	if b.kind == totalScore {
		b.at = 0
	}
	spots := []spot{a, b}
	return draft{spots: spots, tell: func(s seen) []Finding {
		x, y := s[a], s[b]
		if agree(x, y) {
			return nil
		}
		name := h.cards[b.card].project
		return []Finding{{Level: level, Subject: name, Members: h.members(spots, s),
			Says: document.Message{
				ZH: fmt.Sprintf("“%s”的%s，部门整体自评表为%s，项目自评表为%s", name, what.ZH, x.shown(), y.shown()),
				EN: fmt.Sprintf("%s, %s: %s by the department's form, %s by the project's own", name, what.EN, x.shown(), y.shown()),
			},
			Figures: []Figure{figure("部门表", "department's form", "%s", x.shown()), figure("项目表", "project form", "%s", y.shown())}}}
	}}
}

// shown is the entry as printed, with the unit that its table gives.
func (e entry) shown() string {
	if e.Unit == "" {
		return e.Text + e.bare
	}
	return e.Text
}
