package check

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
)

// recomputedRule compares scores with what tiers, steps and yes-or-no rules give.
func recomputedRule(p *Pass) { compareByRule(p, false) }

// recomputedReference compares scores with what steps from last year's figure or an average give.
func recomputedReference(p *Pass) { compareByRule(p, true) }

func compareByRule(p *Pass, byReference bool) {
	precision, ran := recompute.PrecisionOf(p.Form), false
	for _, r := range p.ruledRows() {
		points := p.Due.Indicators[r.index].Points
		if !scoredByRule(points) || r.byReference() != byReference || r.score == nil || r.otherWeight() {
			continue
		}
		ran = true
		if _, fits := precision.Fit(points, r.Score); !fits {
			p.Report(r.differs(points))
		}
	}
	if !ran {
		noRules(p)
	}
}

// scoredByRule reports whether the points come from tiers, steps or a yes-or-no rule of the row's own.
func scoredByRule(points finding.Points) bool {
	switch points.Method {
	case "step", "tier", "binary", "count", recompute.MethodRate:
		return len(points.Readings) > 0
	}
	return false
}

// byReference reports whether the rule compares with last year or an average.
func (r ruled) byReference() bool {
	for _, c := range r.rule.Clauses {
		if s, ok := c.(phrase.Step); ok {
			return s.Against == phrase.LastYear || s.Against == phrase.AnAverage
		}
	}
	return false
}

// dueLevel: where the rule leaves its reference unsaid, or counts what only words tell, a difference only calls for a
// question.
func (r ruled) dueLevel() finding.Level {
	for _, c := range r.rule.Clauses {
		switch c := c.(type) {
		case phrase.Step:
			if c.Implied {
				return finding.Warning
			}
		case phrase.Count:
			return finding.Warning
		}
	}
	return finding.Error
}

func (r ruled) differs(points finding.Points) finding.Finding {
	strict := points.Readings[0]
	due, rule := dueScores(points), r.rule.Describe()
	return finding.Finding{
		Level: r.dueLevel(), Subject: r.Name, Printed: r.Score.Text, Due: due, Working: strict.Working,
		Says: document.Message{
			ZH: "“" + r.Name + "”得分" + r.Score.Text + "，按所附评分标准（" + rule.ZH + "）重算应为" + due + "，请核对。",
			EN: "“" + r.Name + "” scores " + r.Score.Text + "; by its rule (" + rule.EN + ") it is due " + due + ".",
		},
		Clause: quotedRule(r.Rule), Place: r.Score.Place,
		Also: known([]document.Place{r.Actual.Place, r.LastYear.Place, r.Rule.Place}),
	}
}

// dueScores lists the scores of the strict readings, each once.
func dueScores(points finding.Points) string {
	var scores []string
	seen := map[string]bool{}
	for _, one := range points.Readings {
		s := quantity.FormatShort(one.Score.Low, 2)
		if !one.Lenient && !seen[s] {
			seen[s], scores = true, append(scores, s)
		}
	}
	return strings.Join(scores, " / ")
}

// quotedRule names a printed rule as the clause.
func quotedRule(e form.Entry) document.Message {
	quote := e.Place.Quoting(e.Text).Quote
	if quote != e.Text {
		quote += "…"
	}
	return both("报告所印评分标准：“%s”", "the rule printed in the report: “%s”", quote)
}
