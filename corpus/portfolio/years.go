package portfolio

import (
	"fmt"
	"strings"

	"fuhe/extract/document"
	"fuhe/score/check"
	"fuhe/score/finding"
)

var popUnchanged = &Check{Run: unchanged, Check: check.Check{
	Code: "POP-05", Level: finding.Warning,
	Title:   document.Message{ZH: "跨年目标或完成值不变", EN: "Targets or results unchanged year on year"},
	Doc:     document.Message{ZH: "同一单位同一项目（或部门整体）相邻两年的自评表按指标名称和单位对应。上年完成值已超过目标30%以上，本年目标仍不变的，提示；实测完成值（不等于目标、有三位以上有效数字）和执行数至少有3个可比且两年全部相同的，疑似照抄上年。比率和反向、成本指标的目标不作此比较。", EN: "Forms of one unit and project (or department) for two years running, indicators matched by name and unit. Told as an info where the year before went over a target by 30% and the target stayed; as a warning where at least three measured results (not just the target, three digits or more) and the amount spent can be compared and all are the same in both years: they may have been copied. Rates, negative and cost indicators have no such targets."},
	Formula: "t(y) = t(y−1), a(y−1) ≥ 1.3·t(y−1)；a(y) = a(y−1)",
	Why:     document.Message{ZH: "上年轻松超额而目标不动，是目标没有挑战性；实测数两年全同，多半是照抄上年。", EN: "A target easily passed and kept asks for nothing, and measured results all the same as last year's were mostly copied."},
	Allows:  document.Message{ZH: "上年超出不到30%的不提示，可比的实测数不足三个或有一个不同的不提示；比率、反向和成本指标的目标不比较。", EN: "Less than 30% over the target, fewer than three measured figures or one that differs, is let pass; targets of rates, negative rows and costs are not compared."},
	Clause:  document.Message{ZH: "绩效目标应当结合上年完成情况合理设定，指标值应有挑战性", EN: "targets are set by last year's results and ask for something"},
	Trips:   document.Message{ZH: "2022年目标≥100人、完成180人，2023年目标仍为≥100人", EN: "2022: target ≥100, result 180; 2023: target ≥100 again"},
	Silent:  document.Message{ZH: "2022年目标≥100人、完成105人，2023年目标不变；满意度目标每年均为≥90%", EN: "2022: target ≥100, result 105, the same target in 2023; satisfaction is ≥90% every year"},
}}

var popLastYear = &Check{Run: lastYears, Check: check.Check{
	Code: "POP-06", Level: finding.Error,
	Title:   document.Message{ZH: "所列上年完成值与上年自评表不一致", EN: "Last year's result is not what last year's form has"},
	Doc:     document.Message{ZH: "同一单位同一项目相邻两年的自评表，本年表内“上年完成值”一栏（没有该栏的，取正文明确写明年度的完成值）与上年表的实际完成值按指标名称和单位对应，按印刷位数比较。表内栏目不一致为错误，正文表述不一致为疑似；约数、区间、同名指标不比较，同年重复报送且数据不同的不比较。", EN: "Forms of one unit and project for two years running: what this year's form prints as last year's result (or what its text says of that year) against the result in last year's own form, matched by name and unit, to the digits printed. An error for the table's column, a warning for the text; approximate figures, ranges, names that stand twice and years handed in twice with different figures are not compared."},
	Formula: "a₋₁(y) = a(y−1)",
	Why:     document.Message{ZH: "对上年完成值前后说法不一，可能是为了让本年增幅好看而改低了上年数。", EN: "Last year's result told in two ways may have been lowered to make this year's growth look well."},
	Allows:  document.Message{ZH: "按两边印刷位数的区间相交即认可（93.2%与93.18%）；约数、区间、同名指标和重复报送且数据不同的年度不比较，正文所述只作警告。", EN: "Printed digits that may be one figure are accepted (93.2% and 93.18%); approximate figures, ranges, names that stand twice and years handed in with unlike figures are not compared, and the text makes a warning only."},
	Clause:  document.Message{ZH: "同一数据前后年度应当一致，调整应当说明", EN: "one figure is the same in both years' reports, or the change is explained"},
	Trips:   document.Message{ZH: "2023年表上年完成值为93.2%，2022年表实际完成值为95.1%", EN: "2023's form has 93.2% for last year, 2022's own 95.1%"},
	Silent:  document.Message{ZH: "2023年表上年完成值为93.2%，2022年表为93.18%", EN: "93.2% against 93.18%"},
}}

// yearPair are the forms of one matter for two years running.
type yearPair struct{ before, after int32 }

func (h *holdings) yearPairs() (pairs []yearPair) {
	at := map[matter]int32{}
	for _, i := range h.single {
		if c := &h.cards[i]; c.who != 0 && c.what != 0 && c.year != 0 && !c.conflict {
			at[matter{c.who, c.what, c.year}] = i
		}
	}
	for _, i := range h.single {
		c := &h.cards[i]
		before, ok := at[matter{c.who, c.what, c.year - 1}]
		if own, kept := at[matter{c.who, c.what, c.year}]; ok && kept && own == i {
			pairs = append(pairs, yearPair{before, i})
		}
	}
	return pairs
}

// rowPair are the rows of one indicator in both years.
type rowPair struct{ before, after *row }

func (h *holdings) rowPairs(p yearPair) (pairs []rowPair) {
	old := map[key]*row{}
	for i := range h.cards[p.before].rows {
		r := &h.cards[p.before].rows[i]
		old[r.name] = r
	}
	for i := range h.cards[p.after].rows {
		r := &h.cards[p.after].rows[i]
		if before := old[r.name]; before != nil && before.dim == r.dim {
			pairs = append(pairs, rowPair{before, r})
		}
	}
	return pairs
}

var noYears = document.Message{ZH: "没有同一单位同一项目相邻两年的自评表", EN: "no project has forms for two years running"}

func unchanged(h *holdings) ([]draft, *document.Message) {
	pairs := h.yearPairs()
	if len(pairs) == 0 {
		return nil, &noYears
	}
	var drafts []draft
	for _, p := range pairs {
		rows := h.rowPairs(p)
		if d, ok := h.easyTargets(p, rows); ok {
			drafts = append(drafts, d)
		}
		if d, ok := h.sameResults(p, rows); ok {
			drafts = append(drafts, d)
		}
	}
	return drafts, nil
}

// easyTargets are targets that the year before went far over, and that stayed.
func (h *holdings) easyTargets(p yearPair, rows []rowPair) (draft, bool) {
	var spots []spot
	for _, r := range rows {
		b, a := r.before, r.after
		if b.more && a.more && !a.proportion && b.target.same(a.target) && b.target.value > 0 && b.actual.value >= 1.3*b.target.value {
			spots = append(spots, spot{p.before, targetOf, b.at}, spot{p.before, actualOf, b.at}, spot{p.after, targetOf, a.at})
		}
	}
	if len(spots) == 0 {
		return draft{}, false
	}
	return draft{spots: spots, tell: func(s seen) []Finding {
		var names []string
		for i := 0; i < len(spots); i += 3 {
			names = append(names, s[spots[i]].subject)
		}
		b, a, c := s[spots[0]], s[spots[1]], h.cards[p.after]
		return []Finding{{Level: finding.Info, Subject: c.about(), Members: h.members(spots, s),
			Says:    both("“%s”%d年目标%s、完成%s，%d年目标不变（共%d项）", "%s: target %[3]s and result %[4]s in %[2]d, the same target in %[5]d (%[6]d indicators)", names[0], c.year-1, b.Text, a.Text, c.year, len(names)),
			Figures: []Figure{figure("目标不变的指标", "targets that stayed", "%s", strings.Join(names, "、"))}}}
	}}, true
}

// about names what the form is about.
func (c *card) about() string {
	if c.project != "" {
		return c.project
	}
	return c.unit
}

// sameResults are measured figures that are all the same in both years.
func (h *holdings) sameResults(p yearPair, rows []rowPair) (draft, bool) {
	var spots []spot
	for _, r := range rows {
		b, a := r.before, r.after
		if b.actual.digits < 3 || a.actual.digits < 3 || b.actual.same(b.target) || a.actual.same(a.target) {
			continue
		}
		if !b.actual.same(a.actual) {
			return draft{}, false
		}
		spots = append(spots, spot{p.before, actualOf, b.at}, spot{p.after, actualOf, a.at})
	}
	n := len(spots) / 2
	if n < 2 {
		return draft{}, false
	}
	if b, a := &h.cards[p.before], &h.cards[p.after]; b.spent.digits >= 3 && a.spent.digits >= 3 {
		if !b.spent.same(a.spent) {
			return draft{}, false
		}
		n++
		spots = append(spots, spot{p.before, fundSpent, b.fund}, spot{p.after, fundSpent, a.fund})
	}
	if n < 3 {
		return draft{}, false
	}
	return draft{spots: spots, tell: func(s seen) []Finding {
		c := h.cards[p.after]
		return []Finding{{Level: finding.Warning, Subject: c.about(), Members: h.members(spots, s),
			Says:    both("%[1]s：%[2]d年与%[3]d年可比的%[4]d个实测数据全部相同，疑似照抄上年", "%[1]s: all %[4]d measured figures are the same in %[2]d and %[3]d; they may have been copied", c.about(), c.year-1, c.year, n),
			Figures: []Figure{figure("相同的实测数据", "measured figures the same", "%d", n)}}}
	}}, true
}

func lastYears(h *holdings) ([]draft, *document.Message) {
	pairs := h.yearPairs()
	if len(pairs) == 0 {
		return nil, &noYears
	}
	var drafts []draft
	compared := 0
	for _, p := range pairs {
		for _, r := range h.rowPairs(p) {
			if !r.after.last.known() {
				continue
			}
			compared++
			if !r.after.last.meets(r.before.actual) {
				drafts = append(drafts, h.otherLastYear(p, r))
			}
		}
	}
	if compared == 0 {
		return nil, why("相邻两年的自评表没有列出可比的上年完成值", "the forms give no results of last year that can be compared")
	}
	return drafts, nil
}

func (h *holdings) otherLastYear(p yearPair, r rowPair) draft {
	cites := spot{p.after, lastOf, r.after.at}
	level := finding.Error
	if r.after.cited >= 0 {
		cites.kind, cites.at, level = claimOf, r.after.cited, finding.Warning
	}
	spots := []spot{cites, {p.before, actualOf, r.before.at}}
	return draft{spots: spots, tell: func(s seen) []Finding {
		says, was := s[spots[0]], s[spots[1]]
		if agree(says, was) {
			return nil
		}
		c := h.cards[p.after]
		return []Finding{{Level: level, Subject: was.subject, Members: h.members(spots, s),
			Says:    both("“%s”：%d年自评表所列上年完成值为%s，%d年自评表的实际完成值为%s", "%s: %d's form has %s for last year, %d's own result is %s", was.subject, c.year, says.Text, c.year-1, was.Text),
			Figures: []Figure{figure(fmt.Sprintf("%d年表所列", c.year), fmt.Sprintf("as %d has it", c.year), "%s", says.Text), figure(fmt.Sprintf("%d年表", c.year-1), fmt.Sprintf("in %d", c.year-1), "%s", was.Text)}}}
	}}
}

// agree compares two entries exactly: they may be one figure, or cannot be compared.
func agree(a, b entry) bool {
	x, dx, ok := exact(a.Entry, a.bare)
	y, dy, known := exact(b.Entry, b.bare)
	return !ok || !known || dx != dy || x.Meets(y)
}
