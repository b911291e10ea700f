package recompute

import (
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
)

// MethodGap is the method of a row whose own rule was not understood: its score is only bounded.
const MethodGap = "gap"

// printedClause names a rule printed in the form as the governing one.
func printedClause(e form.Entry) document.Message {
	quote := e.Place.Quoting(e.Text).Quote
	return document.Message{ZH: "报告所印评分标准：" + quote, EN: "scoring rule printed in the report: " + quote}
}

// byOwnRule scores a row by the rule printed beside it. A rule that only says to score in proportion
// says no more than the book: its readings go before the book's. A rule of any other kind that cannot be
// computed from the row leaves the score bounded; one shared by several rows binds none of them.
func (r row) byOwnRule() (finding.Points, bool) {
	if r.Rule.Text == "" {
		return finding.Points{}, false
	}
	rule := r.rules.Rule(r.Rule.Text)
	method := rule.Method()
	due := rule.Due(phrase.Facts{
		Weight: r.weight, Actual: r.Actual.Quantity, Target: r.Target.Quantity, LastYear: r.LastYear.Quantity,
		Negative: SenseOf(r.Indicator) == Falling,
	})
	switch {
	case method == "ratio":
		return r.inProportion(due)
	case len(due) > 0:
		return finding.Points{Method: method, Readings: due, Clause: printedClause(r.Rule)}, true
	case r.RuleShared:
		return finding.Points{}, false
	case method != "none" && method != "band":
		return bounded(method, r.Rule), true
	case len(rule.Gaps) > 0:
		return bounded(MethodGap, r.Rule), true
	}
	return finding.Points{}, false
}

func bounded(method string, rule form.Entry) finding.Points {
	p := unknown("该行按所印评分标准计分，表内未列所需数据", "the row is scored by its own rule, whose facts the form does not print")
	p.Method, p.Clause = method, printedClause(rule)
	return p
}

// inProportion puts the readings of a printed ratio rule before the book's lenient ones.
func (r row) inProportion(due []finding.Reading) (finding.Points, bool) {
	p, ok := r.byNumber()
	if !ok || len(due) == 0 || len(p.Readings) == 0 || p.Method == MethodZero {
		return p, ok
	}
	if met, known := Met(r.Indicator); !known || met {
		p.Readings = append(p.Readings, due...)
		return p, true
	}
	readings := due
	for _, one := range p.Readings {
		if one.Lenient {
			readings = append(readings, one)
		}
	}
	p.Readings, p.Clause = readings, printedClause(r.Rule)
	return p, true
}

// ofFund scores a funds row by the rule printed beside it, if that is one of steps or tiers on the
// execution rate; a rule in proportion is what every book says.
func (c rows) ofFund(x *form.Fund, w *big.Rat, rate quantity.Interval) (finding.Points, bool) {
	if x.Rule.Text == "" {
		return finding.Points{}, false
	}
	rule := c.rules.Rule(x.Rule.Text)
	method := rule.Method()
	if method != "step" && method != "tier" {
		return finding.Points{}, false
	}
	text, ok := Percent(x.Rate, rate)
	if !ok {
		text = quantity.FormatRat(middle(rate), 2)
	}
	due := rule.Due(phrase.Facts{
		Weight: w, Execution: rate,
		Actual: quantity.Quantity{Value: text, Unit: "%", Kind: quantity.Number},
		Target: quantity.Quantity{Value: "100", Unit: "%", Kind: quantity.Number},
	})
	if len(due) == 0 {
		return bounded(method, x.Rule), true
	}
	return finding.Points{Method: method, Readings: due, Clause: printedClause(x.Rule)}, true
}
