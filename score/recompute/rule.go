package recompute

import (
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
)

// MethodGap is the method of a row whose own rule was not understood: its score is only bounded.
const MethodGap = "gap"

// MethodRate is the method of a row that its rule scores by the very rate it prints as its result.
const MethodRate = "rate"

// printedClause names a rule printed in the form as the governing one.
func printedClause(e form.Entry) document.Message {
	quote := e.Place.Quoting(e.Text).Quote
	return document.Message{ZH: "报告所印评分标准：" + quote, EN: "scoring rule printed in the report: " + quote}
}

// ownRule is the rule of one row, as it is printed beside it or as the book prescribes it.
type ownRule struct {
	text   string
	shared bool // printed for several rows at once
	clause document.Message
}

// ruleOf is the rule printed beside the row, else the one that the book prescribes for a row of that name
// and weight.
func (r row) ruleOf() (ownRule, bool) {
	if r.Rule.Text != "" {
		return ownRule{r.Rule.Text, r.RuleShared, printedClause(r.Rule)}, true
	}
	for _, fixed := range r.book.Rows {
		if w := fixed.Weight.Rat(); w != nil && quantity.Compare(w, r.weight) == 0 && lexicon.Key(fixed.Name) == lexicon.Key(r.Name) {
			return ownRule{text: fixed.Rule, clause: document.Message{
				ZH: r.book.Clause.ZH + "：" + fixed.Rule, EN: r.book.Clause.EN + ": " + fixed.Rule,
			}}, true
		}
	}
	return ownRule{}, false
}

// byOwnRule scores a row by its own rule. A rule that only says to score in proportion says no more than
// the book: its readings go before the book's. A rule of any other kind that cannot be computed from the
// row leaves the score bounded; one shared by several rows binds none of them.
func (r row) byOwnRule() (finding.Points, bool) {
	own, ok := r.ruleOf()
	if !ok {
		return finding.Points{}, false
	}
	rule := r.rules.Rule(own.text)
	method := rule.Method()
	due := rule.Due(phrase.Facts{
		Weight: r.weight, Actual: figureTold(r.Indicator), Target: r.Target.Quantity, LastYear: r.LastYear.Quantity,
		Negative: SenseOf(r.Indicator) == Falling, Faults: faultsTold(r.Indicator),
	})
	due = inSteps(due, r.book)
	switch {
	case method == "ratio" && !r.Target.Numeric() && len(due) > 0:
		return finding.Points{Method: MethodRate, Readings: due, Clause: own.clause}, true
	case method == "ratio":
		return r.inProportion(due, own)
	case len(due) > 0:
		return finding.Points{Method: method, Readings: due, Clause: own.clause}, true
	case own.shared:
		return finding.Points{}, false
	case method != "none" && method != "band":
		return bounded(method, own.clause), true
	case len(rule.Gaps) > 0:
		return bounded(MethodGap, own.clause), true
	}
	return finding.Points{}, false
}

func bounded(method string, clause document.Message) finding.Points {
	p := unknown("该行按所印评分标准计分，表内未列所需数据", "the row is scored by its own rule, whose facts the form does not print")
	p.Method, p.Clause = method, clause
	return p
}

// inProportion puts the readings of a printed ratio rule before the book's lenient ones.
func (r row) inProportion(due []finding.Reading, own ownRule) (finding.Points, bool) {
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
	p.Readings, p.Clause = readings, own.clause
	return p, true
}

// fundRule is the rule printed beside a funds row, else the one of the book.
func (c rows) fundRule(x *form.Fund) (ownRule, bool) {
	switch {
	case x.Rule.Text != "":
		return ownRule{text: x.Rule.Text, clause: printedClause(x.Rule)}, true
	case c.book.Execution.Rule != "":
		return ownRule{text: c.book.Execution.Rule, clause: c.book.Execution.Clause}, true
	}
	return ownRule{}, false
}

// ofFund scores a funds row by its rule, if that is one of steps or tiers on the execution rate; a rule in
// proportion is what every book says.
func (c rows) ofFund(x *form.Fund, w *big.Rat, rate quantity.Interval) (finding.Points, bool) {
	own, ok := c.fundRule(x)
	if !ok {
		return finding.Points{}, false
	}
	rule := c.rules.Rule(own.text)
	method := rule.Method()
	if method != "step" && method != "tier" {
		return finding.Points{}, false
	}
	text, ok := Percent(x.Rate, rate)
	if !ok {
		text = quantity.FormatRat(middle(rate), 2)
	}
	due := inSteps(rule.Due(phrase.Facts{
		Weight: w, Execution: rate,
		Actual: quantity.Quantity{Value: text, Unit: "%", Kind: quantity.Number},
		Target: quantity.Quantity{Value: "100", Unit: "%", Kind: quantity.Number},
	}), c.book)
	if len(due) == 0 {
		return bounded(method, own.clause), true
	}
	return finding.Points{Method: method, Readings: due, Clause: own.clause}, true
}
