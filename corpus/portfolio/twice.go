package portfolio

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/score/check"
	"fuhe/score/finding"
)

var popTwice = &Check{Run: submittedTwice, Check: check.Check{
	Code: "POP-08", Level: finding.Error,
	Title:   document.Message{ZH: "同一项目重复报送且数据不同", EN: "One project handed in twice with different figures"},
	Doc:     document.Message{ZH: "同一单位、同一年度、同一项目（或部门整体）在不同文件中有几份自评表，总分、全年预算数或执行数不一致时提示。全年预算数（三位以上有效数字）相同、确为同一项目的，为错误；预算数不同或无法比较的，可能是同名的不同项目，为疑似。同一报告的不同格式、内容相同的副本数据一致，不提示；金额按印刷位数比较。", EN: "Forms of one unit, year and project (or department) in different files whose total, budget or amount spent differ. An error where the budget (three digits or more) is the same, so that it is the same project; else a warning, for two projects may go by one name. The same report in another format agrees with itself and is not told; amounts to the digits printed."},
	Formula: "S₁ = S₂，E₁ = E₂，P₁ = P₂",
	Why:     document.Message{ZH: "一个项目两份不同的自评，不知哪份作数，可能是按需要改过分数。", EN: "Two unlike evaluations of one project leave open which counts, and one may have been changed to suit."},
	Allows:  document.Message{ZH: "按印刷位数相容即认可，同一文件内的不比较；全年预算数（三位以上有效数字）相同的才作错误，其余可能是同名项目，只作警告。", EN: "Figures that agree to the digits printed, and forms of one file, are let pass; it is an error only where the budget (three digits and more) is the same, else two projects may go by one name."},
	Clause:  document.Message{ZH: "同一项目只应报送一份自评结果", EN: "a project has one self-evaluation"},
	Trips:   document.Message{ZH: "同一项目两份自评表预算同为86.4万元，得分一份96分、一份98.5分", EN: "two forms of one project with a budget of 86.4 万元 each score 96 and 98.5"},
	Silent:  document.Message{ZH: "同一报告的Word版和PDF版；或相邻两年的自评表", EN: "a report as DOCX and as PDF; or the forms of two years"},
}}

func submittedTwice(h *holdings) ([]draft, *document.Message) {
	if len(h.twice) == 0 {
		return nil, why("没有重复报送的项目", "no project was handed in more than once")
	}
	var drafts []draft
	for _, group := range h.twice {
		first := group[0]
		for _, i := range group[1:] {
			if h.cards[i].path != h.cards[first].path {
				drafts = append(drafts, h.unlike(first, i)...)
			}
		}
	}
	return drafts, nil
}

// unlike drafts what two forms of one project do not agree on.
func (h *holdings) unlike(i, j int32) []draft {
	a, b := &h.cards[i], &h.cards[j]
	var spots []spot
	differ := func(x, y amount, kind spotKind, at, other int16) {
		if !x.meets(y) {
			spots = append(spots, spot{i, kind, at}, spot{j, kind, other})
		}
	}
	differ(a.score, b.score, totalScore, 0, 0)
	differ(a.budget, b.budget, fundBudget, a.fund, b.fund)
	differ(a.spent, b.spent, fundSpent, a.fund, b.fund)
	if len(spots) == 0 {
		return nil
	}
	level := finding.Warning
	if a.budget.same(b.budget) && a.budget.digits >= 3 {
		level = finding.Error
	}
	return []draft{{spots: spots, tell: func(s seen) []Finding { return h.tellTwice(spots, level, s) }}}
}

func (h *holdings) tellTwice(spots []spot, level finding.Level, s seen) []Finding {
	var zh, en []string
	f := Finding{Level: level, Subject: h.cards[spots[0].card].about()}
	for i := 0; i < len(spots); i += 2 {
		x, y := s[spots[i]], s[spots[i+1]]
		if agree(x, y) {
			continue
		}
		what := wordOf(spots[i].kind)
		zh = append(zh, what.ZH+x.shown()+"与"+y.shown())
		en = append(en, what.EN+" "+x.shown()+" and "+y.shown())
		f.Figures = append(f.Figures, Figure{what, x.shown() + " / " + y.shown()})
		f.Members = append(f.Members, h.members(spots[i:i+2], s)...)
	}
	if len(zh) == 0 {
		return nil
	}
	f.Says = document.Message{
		ZH: fmt.Sprintf("“%s”有两份自评表而数据不同：%s", f.Subject, strings.Join(zh, "，")),
		EN: fmt.Sprintf("%s has two forms that differ: %s", f.Subject, strings.Join(en, ", ")),
	}
	return []Finding{f}
}

func wordOf(kind spotKind) document.Message {
	switch kind {
	case totalScore:
		return document.Message{ZH: "总分", EN: "total"}
	case fundBudget:
		return document.Message{ZH: "预算数", EN: "budget"}
	}
	return document.Message{ZH: "执行数", EN: "amount spent"}
}
