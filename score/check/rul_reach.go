package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
)

// unreachable reports scores that cannot come from the row's rule.
func unreachable(p *Pass) {
	ran := false
	for _, r := range p.ruledRows() {
		if r.otherWeight() || r.stepped() != nil && scoredByRule(p.Due.Indicators[r.index].Points) {
			continue // what a step gives for a result that is printed is computed from it
		}
		set, ok := r.rule.Reachable(r.weight)
		if !ok {
			continue
		}
		ran = true
		if _, over := r.itemsOver(); over || !r.deducted() || set.Holds(r.score, quantity.Decimals(r.Score.Value)) {
			continue
		}
		p.Report(finding.Finding{
			Level: r.reachLevel(), Subject: r.Name, Printed: r.Score.Text, Due: set.String(), Working: r.pieces(),
			Says:   reachSays(r, set),
			Clause: quotedRule(r.Rule), Place: r.Score.Place, Also: known([]document.Place{r.Rule.Place}),
		})
	}
	if !ran {
		noRules(p)
	}
}

// reachLevel: criteria that give points are often granted in part, so those only call for a question; a
// step that the rule lets count in part is no more than a remark.
func (r ruled) reachLevel() finding.Level {
	if s := r.stepped(); s != nil && s.Counting == phrase.AnyCounting {
		return finding.Info
	}
	for _, c := range r.rule.Clauses {
		if _, ok := c.(phrase.Additive); ok {
			return finding.Warning
		}
	}
	return finding.Error
}

// stepped is the step of the rule, nil if it has none.
func (r ruled) stepped() *phrase.Step {
	for _, c := range r.rule.Clauses {
		if s, ok := c.(phrase.Step); ok {
			return &s
		}
	}
	return nil
}

func reachSays(r ruled, set phrase.Set) document.Message {
	rule := r.rule.Describe()
	if r.reachLevel() == finding.Info {
		return document.Message{
			ZH: fmt.Sprintf("“%s”分值%s、得分%s，所附评分标准（%s）按整步扣分时得分应为%s之一；该得分只有不足一步按比例扣分才可得出，请核对。", r.Name, r.Weight.Text, r.Score.Text, rule.ZH, strings.ReplaceAll(set.String(), ", ", "、")),
			EN: fmt.Sprintf("“%s” scores %s of %s; its rule (%s) gives %s by whole steps, another score only if parts of a step count.", r.Name, r.Score.Text, r.Weight.Text, rule.EN, set),
		}
	}
	return document.Message{
		ZH: fmt.Sprintf("“%s”分值%s、得分%s，与所附评分标准（%s）不一致：按该标准得分应为%s之一，请核对。", r.Name, r.Weight.Text, r.Score.Text, rule.ZH, strings.ReplaceAll(set.String(), ", ", "、")),
		EN: fmt.Sprintf("“%s” scores %s of %s; by its rule (%s) only %s are possible.", r.Name, r.Score.Text, r.Weight.Text, rule.EN, set),
	}
}

// pieces shows how many steps the lost points would be: (4 − 3.50) ÷ 0.8 = 0.625.
func (r ruled) pieces() string {
	c, ok := r.onlyCount()
	if !ok {
		return ""
	}
	n := r.lost(c)
	return fmt.Sprintf("(%s − %s) ÷ %s = %s", r.Weight.Value, r.Score.Value, quantity.FormatShort(r.per(c), 4), quantity.FormatShort(n, 4))
}

// onlyCount is the count of a rule that counts one thing only.
func (r ruled) onlyCount() (phrase.Count, bool) {
	var found []phrase.Count
	for _, c := range r.rule.Clauses {
		if n, ok := c.(phrase.Count); ok {
			found = append(found, n)
		}
	}
	if len(found) != 1 || found[0].Gain {
		return phrase.Count{}, false
	}
	return found[0], true
}

func (r ruled) per(c phrase.Count) *big.Rat {
	if c.Per.Share {
		return quantity.Times(c.Per.Value, r.weight)
	}
	return c.Per.Value
}

// lost is the deduction in pieces.
func (r ruled) lost(c phrase.Count) *big.Rat {
	d := quantity.Minus(r.weight, r.score)
	return d.Quo(d, r.per(c))
}

// itemsOver reports that a whole number of pieces was deducted, and more than the rule lists.
func (r ruled) itemsOver() (n *big.Rat, over bool) {
	c, ok := r.onlyCount()
	if !ok || c.Most < 2 || !r.deducted() || len(r.rule.Gaps) > 0 {
		return nil, false
	}
	n = r.lost(c)
	return n, n.IsInt() && quantity.Compare(n, quantity.Whole(int64(c.Most))) > 0
}

// tooManyItems reports deductions for more criteria than there are.
func tooManyItems(p *Pass) {
	ran := false
	for _, r := range p.ruledRows() {
		c, ok := r.onlyCount()
		if !ok || c.Most < 2 {
			continue
		}
		if _, settled := r.rule.Reachable(r.weight); !settled {
			continue
		}
		ran = true
		n, over := r.itemsOver()
		if !over {
			continue
		}
		p.Report(finding.Finding{
			Subject: r.Name, Printed: r.Score.Text, Working: r.pieces(),
			Due: "≥ " + quantity.FormatShort(r.lowest(c), 4),
			Says: both("“%s”得分%s，折合扣%s项，而评分标准只列%d项，请核对。", "“%s” scores %s, as if %s criteria had failed; the rule lists %d.",
				r.Name, r.Score.Text, quantity.FormatShort(n, 0), c.Most),
			Clause: quotedRule(r.Rule), Place: r.Score.Place, Also: known([]document.Place{r.Rule.Place}),
		})
	}
	if !ran {
		noRules(p)
	}
}

func (r ruled) lowest(c phrase.Count) *big.Rat {
	all := quantity.Times(r.per(c), quantity.Whole(int64(c.Most)))
	return all.Sub(r.weight, all)
}

// unequalSum reports criteria whose points do not add up to the weight.
func unequalSum(p *Pass) {
	ran := false
	for _, r := range p.ruledRows() {
		sum := r.sum()
		if sum == nil {
			continue
		}
		ran = true
		if quantity.Compare(sum, r.weight) == 0 {
			continue
		}
		p.Report(finding.Finding{
			Subject: r.Name, Printed: quantity.FormatShort(sum, 4), Due: r.Weight.Text, Working: r.rule.Describe().ZH,
			Says: both("“%s”评分标准逐项给分合计%s分，与分值%s不一致，请核对。", "the criteria of “%s” add up to %s points, its weight is %s.",
				r.Name, quantity.FormatShort(sum, 4), r.Weight.Text),
			Clause: quotedRule(r.Rule), Place: r.Rule.Place, Also: known([]document.Place{r.Weight.Place}),
		})
	}
	if !ran {
		noRules(p)
	}
}

// sum is what at least two criteria give together, where the rule says nothing else of points.
func (r ruled) sum() *big.Rat {
	if len(r.rule.Gaps) > 0 || len(r.rule.Clauses) != 1 {
		return nil
	}
	if a, ok := r.rule.Clauses[0].(phrase.Additive); ok && len(a.Parts) > 1 {
		return a.Sum()
	}
	return nil
}
