package check

import (
	"fmt"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// scrHabit holds the rows of a form to one way of computing, where the rules admit several.
var scrHabit = &Check{
	Code: "SCR-23", Level: finding.Warning, Run: brokenHabits,
	Title:   document.Message{ZH: "计分口径与同表其他各行不同", EN: "Computed in another way than the other rows"},
	Doc:     document.Message{ZH: "办法允许的算法不止一种（四舍五入或截位，反向指标的两种公式，不足一步的几种算法），而表内能看出算法的各行几乎都用同一种，该行只有用另一种才成立。能看出口径的行不少于四行、且为例外的四倍以上才提示。", EN: "The rules admit several ways to compute (rounding or cutting off, two formulas for negative rows, ways to count a step), nearly all rows that tell use one, and this row holds only by another. At least four rows have to show the habit, and four times as many as break it."},
	Formula: "way(row) ≠ way(others)",
	Why:     document.Message{ZH: "同一张表只有一行换了算法，往往是为了多得一点分或漏改了公式。", EN: "One row computed another way than all the rest was mostly given a little more, or has a formula nobody corrected."},
	Allows:  document.Message{ZH: "办法允许的算法都可以用，只要前后一致；能看出算法的其他行不足四行、或不到例外行四倍的不提示。", EN: "Any admitted way will do if the form keeps to it; fewer than four other rows that show their way, or less than four times the exceptions, tell nothing."},
	Clause:  document.Message{ZH: "同一张表的计分口径应前后一致", EN: "one form is computed in one way"},
	Trips:   document.Message{ZH: "九行得分均四舍五入，第十行8.267记为8.26", EN: "nine rows are rounded, the tenth prints 8.267 as 8.26"},
	Silent:  document.Message{ZH: "两行四舍五入、一行截位", EN: "two rows rounded, one cut off"},
}

func brokenHabits(p *Pass) {
	all := p.strayRows()
	if len(all) == 0 && len(p.scoredRows()) < 2 {
		p.Skip("没有两行以上可重算的得分", "fewer than two scores could be recomputed")
		return
	}
	for _, s := range all {
		x := &p.Form.Indicators[s.Row]
		due := habitDue(s, x.Score)
		p.Report(finding.Finding{
			Subject: x.Name, Printed: x.Score.Text, Due: due, Working: s.Due.Working, Place: x.Score.Place,
			Also: known([]document.Place{x.Target.Place, x.Actual.Place}),
			Says: document.Message{
				ZH: fmt.Sprintf("得分%s按%s才成立，而表内另有%d行均按%s，照此应为%s", x.Score.Value, habitWord(s.Used).ZH, s.Count, habitWord(s.Usual).ZH, due),
				EN: fmt.Sprintf("the score %s holds only %s; %d other rows are computed %s, by which it is %s", x.Score.Value, habitWord(s.Used).EN, s.Count, habitWord(s.Usual).EN, due),
			},
		})
	}
}

// habitDue is what the row would print in the way of the others.
func habitDue(s recompute.Stray, score form.Entry) string {
	digits := max(quantity.Decimals(score.Value), 2)
	if s.Mode == recompute.Truncated {
		return quantity.FormatRat(quantity.Truncate(s.Due.Score.Low, digits), digits)
	}
	return scoreText(s.Due.Score, score)
}

// breaksHabit reports whether the row is one that SCR-23 tells of.
func (p *Pass) breaksHabit(x *form.Indicator) bool {
	for _, s := range p.strayRows() {
		if x == &p.Form.Indicators[s.Row] {
			return true
		}
	}
	return false
}

// habitWord says a way of computing in words.
func habitWord(h recompute.Habit) document.Message {
	switch h {
	case recompute.HabitRounded:
		return document.Message{ZH: "四舍五入", EN: "by rounding"}
	case recompute.HabitTruncated:
		return document.Message{ZH: "截位", EN: "by cutting off"}
	case "inverse":
		return document.Message{ZH: "指标值÷完成值", EN: "by target ÷ actual"}
	case "linear":
		return document.Message{ZH: "2−完成值÷指标值", EN: "by 2 − actual ÷ target"}
	case "two-sided":
		return document.Message{ZH: "偏离指标值的幅度", EN: "by the distance from the target"}
	case "ratio":
		return document.Message{ZH: "完成比例", EN: "in proportion"}
	case "ladder":
		return document.Message{ZH: "满意度阶梯", EN: "by a ladder"}
	case "whole-steps":
		return document.Message{ZH: "不足一步不扣", EN: "by whole steps"}
	case "begun-steps":
		return document.Message{ZH: "不足一步按一步扣", EN: "by steps begun"}
	case "pro-rata":
		return document.Message{ZH: "不足一步按比例扣", EN: "by parts of steps"}
	}
	return document.Message{ZH: fmt.Sprintf("“%s”", h), EN: fmt.Sprintf("by %s", h)}
}
