package check

import (
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/claim"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
)

// otherWeight reports whether the rule names full marks that are not the row's weight: it was written
// for another row, so nothing can be computed by it.
func (r ruled) otherWeight() bool {
	named := r.named()
	return named != nil && quantity.Compare(named, r.weight) != 0
}

// otherWeight reports rules that name a weight other than their row's.
func otherWeight(p *Pass) {
	ran := false
	for _, r := range p.ruledRows() {
		named := r.named()
		if named == nil {
			continue
		}
		ran = true
		if !r.otherWeight() {
			continue
		}
		full := quantity.FormatShort(named, 4)
		p.Report(finding.Finding{
			Subject: r.Name, Printed: full, Due: r.Weight.Text,
			Says: both("“%s”评分标准所写满分为%s分，与该行分值%s不一致，请核对。", "the rule of “%s” names full marks of %s, the row's weight is %s.",
				r.Name, full, r.Weight.Text),
			Clause: quotedRule(r.Rule), Place: r.Rule.Place, Also: known([]document.Place{r.Weight.Place}),
		})
	}
	if !ran {
		noRules(p)
	}
}

// brokenTiers reports tiers that do not meet.
func brokenTiers(p *Pass) {
	ran := false
	for _, r := range p.ruledRows() {
		for _, c := range r.rule.Clauses {
			l, ok := c.(phrase.Ladder)
			if !ok || len(r.rule.Gaps) > 0 {
				continue
			}
			ran = true
			for _, seam := range l.Seams() {
				p.Report(r.seam(seam))
			}
		}
	}
	if !ran {
		noRules(p)
	}
}

func (r ruled) seam(m document.Message) finding.Finding {
	return finding.Finding{
		Subject: r.Name, Printed: m.ZH,
		Says: document.Message{
			ZH: "“" + r.Name + "”评分标准" + m.ZH + "，请核对。",
			EN: "the tiers of “" + r.Name + "”: " + m.EN + ".",
		},
		Clause: quotedRule(r.Rule), Place: r.Rule.Place,
	}
}

// bottomless reports deductions that may exceed the weight, with no word on where they end.
func bottomless(p *Pass) {
	ran := false
	for _, r := range p.ruledRows() {
		c, ok := r.onlyCount()
		if !ok || len(r.rule.Gaps) > 0 {
			continue
		}
		ran = true
		if c.Most > 0 && r.lowest(c).Sign() >= 0 || r.has(phrase.Floor, phrase.Most) {
			continue
		}
		rule := r.rule.Describe()
		p.Report(finding.Finding{
			Subject: r.Name, Printed: r.Weight.Text,
			Says: document.Message{
				ZH: "“" + r.Name + "”评分标准（" + rule.ZH + "）扣分可能超过分值" + r.Weight.Text + "，未写明扣完为止。",
				EN: "the deductions of “" + r.Name + "” (" + rule.EN + ") may exceed its weight of " + r.Weight.Text + "; no floor is given.",
			},
			Clause: quotedRule(r.Rule), Place: r.Rule.Place,
		})
	}
	if !ran {
		noRules(p)
	}
}

func (r ruled) has(kinds ...phrase.Kind) bool {
	return slices.ContainsFunc(r.rule.Clauses, func(c phrase.Clause) bool {
		o, ok := c.(phrase.Open)
		return ok && slices.Contains(kinds, o.Kind)
	})
}

// onlyDiscretion reports, once for a form, the rules that give nothing to compute by.
func onlyDiscretion(p *Pass) {
	rows := p.ruledRows()
	var free []ruled
	for _, r := range rows {
		if len(r.rule.Gaps) == 0 && len(r.rule.Clauses) > 0 && !slices.ContainsFunc(r.rule.Clauses, computes) {
			free = append(free, r)
		}
	}
	if len(rows) == 0 {
		noRules(p)
		return
	}
	if len(free) == 0 {
		return
	}
	var also []document.Place
	for _, r := range free[1:] {
		also = append(also, r.Rule.Place)
	}
	p.Report(finding.Finding{
		Subject: free[0].Name, Printed: runes(free[0].Rule.Text, mostPrinted),
		Says: both("共%d行的评分标准只写酌情确定，无法据以重算得分，如“%s”。", "%d rules leave the score to discretion, as that of “%s”; nothing can be computed by them.",
			len(free), free[0].Name),
		Clause: quotedRule(free[0].Rule), Place: free[0].Rule.Place, Also: known(also),
	})
}

// computes reports clauses that say more than that someone decides.
func computes(c phrase.Clause) bool {
	o, ok := c.(phrase.Open)
	return !ok || o.Kind != phrase.Free && o.Kind != phrase.Exempt && o.Kind != phrase.Cap
}

// misplacedRule reports funds rows whose rule speaks of targets and results, not of execution.
func misplacedRule(p *Pass) {
	ran := false
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		if x.Rule.Text == "" {
			continue
		}
		ran = true
		rule := p.Rules.Rule(x.Rule.Text)
		if !slices.ContainsFunc(rule.Clauses, aboutIndicators) || slices.ContainsFunc(rule.Clauses, aboutExecution) {
			continue
		}
		p.Report(finding.Finding{
			Subject: x.Name, Printed: onTargets(x.Rule.Text),
			Says: both("“%s”所附评分标准讲的是指标值与完成值的计分方法，未涉及执行率，疑与所在行不对应，请核对。",
				"the rule beside “%s” speaks of targets and results, not of the execution rate; it may belong to other rows.", x.Name),
			Clause: quotedRule(x.Rule), Place: x.Rule.Place,
		})
	}
	if !ran {
		p.Skip("预算执行行未附评分标准", "no rule stands beside the funds")
	}
}

// mostPrinted is how many characters of a rule a finding repeats; its place shows the rest.
const mostPrinted = 40

// onTargets is the clause of a rule that speaks of targets and results, from where it does.
func onTargets(rule string) string {
	for _, s := range claim.Sentences(rule) {
		if at := strings.Index(s.Text, "指标值"); at >= 0 && hasAny(s.Text, "实际", "完成值") {
			start := max(0, strings.LastIndexAny(s.Text[:at], "，,、：:"))
			return runes(strings.TrimLeft(s.Text[start:], "，,、：:"), mostPrinted)
		}
	}
	return runes(rule, mostPrinted)
}

func aboutIndicators(c phrase.Clause) bool {
	r, ok := c.(phrase.Ratio)
	return ok && r.Positive != phrase.NoFormula && r.Negative != phrase.NoFormula
}

func aboutExecution(c phrase.Clause) bool {
	r, ok := c.(phrase.Ratio)
	return ok && r.Execution
}
