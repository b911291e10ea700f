package portfolio

import (
	"fmt"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/check"
	"fuhe/score/finding"
)

const (
	leastForms = 5  // of a unit and year with a total, to speak of all of them
	manyForms  = 10 // which need nothing else to be asked about
	leastRun   = 50 // forms with a total in the run
)

var popFull = &Check{Run: fullScores, Check: check.Check{
	Code: "POP-01", Level: finding.Warning,
	Title:   document.Message{ZH: "自评普遍满分或同分", EN: "Full or equal scores throughout"},
	Doc:     document.Message{ZH: "同一单位同一年度有总分的项目自评表达到5个，而得分全部为满分，或虽非满分但全部相同时提示。全部满分且达到10个，或其中有表自身存在未完成仍满分、无完成值得分、执行率偏低等问题的，为疑似；其余为提示。全部报告的满分比例达到一半（至少50份）时，作为总体情况提示一次。部门整体自评不计；同一项目重复报送的只计一次。", EN: "Told where a unit has five or more project forms with totals in a year, and all scores are full, or all the same though not full. A warning with ten or more, or where a form's own review found full marks for a missed target, points without a result or money not spent; else an info. Where half of all forms of the run (at least 50) are full, that is told once. Department forms do not count; a project handed in twice counts once."},
	Formula: "#{s = 100} ÷ n = 1, n ≥ 5",
	Why:     document.Message{ZH: "一个单位的项目个个满分或同分，多半是统一打分而不是逐项评价，区分不出好坏，结果难以应用。", EN: "Projects of one unit that all score in full, or alike, were mostly scored as one: they tell nothing apart, and nothing can follow from them."},
	Allows:  document.Message{ZH: "一单位一年度不足5个、有一个得分不同即不提示，满分不足10个且各表自身没有问题的只作提示；总体比例以50份、一半为界，部门整体自评不计。", EN: "Fewer than five forms of a unit and year, or one score that differs, are let pass, fewer than ten without findings of their own are a remark; overall it takes 50 forms and half of them full, department forms left out."},
	Clause:  document.Message{ZH: "自评结果应当客观、公正，不得随意打分", EN: "self-evaluations are objective and fair"},
	Trips:   document.Message{ZH: "某单位10个项目得分全部为100分", EN: "all ten projects of a unit score 100"},
	Silent:  document.Message{ZH: "某单位4个项目全部100分；或10个项目中有一个98.5分", EN: "four projects of a unit score 100; or one of ten scores 98.5"},
}}

// scored reports whether the form is of a project and has a total to speak of.
func scored(c *card) bool {
	return c.score.known() && c.full.known() && c.kind != form.Department && !c.conflict
}

func (c *card) isFull() bool { return c.score.value >= c.full.value }

func fullScores(h *holdings) ([]draft, *document.Message) {
	var drafts []draft
	enough := false
	for _, group := range h.byUnit(scored) {
		for _, forms := range h.byYear(group) {
			if len(forms) < leastForms {
				continue
			}
			enough = true
			if d, ok := h.evenScores(forms); ok {
				drafts = append(drafts, d)
			}
		}
	}
	if d, ok := h.fullEverywhere(); ok {
		drafts = append(drafts, d)
	}
	if !enough {
		return drafts, why("没有一个单位在同一年度有5个以上带总分的项目自评表", "no unit has five project forms with totals in one year")
	}
	return drafts, nil
}

// byYear divides forms by their year, in the order of the first of each.
func (h *holdings) byYear(forms []int32) (groups [][]int32) {
	at := map[int]int{}
	for _, i := range forms {
		year := h.cards[i].year
		n, ok := at[year]
		if !ok {
			n = len(groups)
			at[year], groups = n, append(groups, nil)
		}
		groups[n] = append(groups[n], i)
	}
	return groups
}

func (h *holdings) evenScores(forms []int32) (draft, bool) {
	first := &h.cards[forms[0]]
	full, equal, belied := 0, 0, 0
	for _, i := range forms {
		c := &h.cards[i]
		switch {
		case c.isFull():
			full++
		case c.score.same(first.score):
			equal++
		}
		if c.belied {
			belied++
		}
	}
	n := len(forms)
	if full < n && equal < n {
		return draft{}, false
	}
	return h.about(forms, totalScore, func(members []Member) Finding {
		f := Finding{Level: finding.Info, Subject: first.unit, Members: members, Figures: []Figure{
			figure("项目数", "projects", "%d", n), figure("满分", "full", "%d", full), figure("自身有问题的", "with findings of their own", "%d", belied)}}
		of := both("%s的%d个项目", "%[2]d projects of %[1]s", first.unit+inYear(first.year), n)
		if full == n {
			f.Says = document.Message{ZH: of.ZH + "自评得分全部为满分", EN: of.EN + " all have full scores"}
			if belied > 0 {
				f.Says.ZH += fmt.Sprintf("，其中%d个存在未完成或执行率偏低的情况", belied)
				f.Says.EN += fmt.Sprintf(", %d of them with missed targets or little spent", belied)
			}
			if n >= manyForms || belied > 0 {
				f.Level = finding.Warning
			}
			return f
		}
		f.Says = document.Message{ZH: of.ZH + "自评得分全部为" + members[0].Printed, EN: of.EN + " all score " + members[0].Printed}
		return f
	}), true
}

func inYear(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf("（%d）", year)
}

// about is a draft that tells one finding of one spot of each form.
func (h *holdings) about(forms []int32, kind spotKind, tell func([]Member) Finding) draft {
	var spots []spot
	for _, i := range forms {
		spots = append(spots, spot{card: i, kind: kind})
	}
	shown := spots[:min(len(spots), MostMembers)]
	return draft{spots: shown, tell: func(s seen) []Finding {
		f := tell(h.members(shown, s))
		f.More = len(spots) - len(shown)
		return []Finding{f}
	}}
}

// fullEverywhere tells the share over all units.
func (h *holdings) fullEverywhere() (draft, bool) {
	n, full := 0, 0
	for _, i := range h.single {
		if c := &h.cards[i]; scored(c) {
			n++
			if c.isFull() {
				full++
			}
		}
	}
	if n < leastRun || full*2 < n {
		return draft{}, false
	}
	share := fmt.Sprintf("%.1f%%", 100*float64(full)/float64(n))
	return draft{tell: func(seen) []Finding {
		return []Finding{{Level: finding.Info,
			Says:    both("全部%d份项目自评表中有%d份为满分，占%s", "%[2]d of all %[1]d project forms have full scores, %[3]s", n, full, share),
			Figures: []Figure{figure("项目自评表", "project forms", "%d", n), figure("满分比例", "share of full scores", "%s", share)}}}
	}}, true
}
