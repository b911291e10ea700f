package check

import (
	"math/big"

	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/phrase"
	"fuhe/score/recompute"
)

// ruled is a row with a rule of its own, compiled.
type ruled struct {
	*form.Indicator
	index         int
	rule          phrase.Rule
	weight, score *big.Rat
}

// ruledIn are the rows that a printed rule is meant for alone and whose figures were read for
// certain. A rule whose cell covers several rows binds none of them.
func ruledIn(review Review, joint map[int]recompute.Joint) []ruled {
	var rows []ruled
	for i := range review.Form.Indicators {
		ind := &review.Form.Indicators[i]
		if _, together := joint[i]; together || ind.Rule.Text == "" || ind.RuleShared || ind.Doubt != "" || ind.Rule.Doubt != "" || ind.WeightFrom == form.FromInferred {
			continue
		}
		r := ruled{Indicator: ind, index: i}
		if r.weight, r.score = certain(ind.Weight), certain(ind.Score); r.weight == nil || r.weight.Sign() <= 0 {
			continue
		}
		r.rule = review.Rules.Rule(ind.Rule.Text)
		rows = append(rows, r)
	}
	return rows
}

// certain is the number of an entry that is exact and was read for certain, or nil.
func certain(e form.Entry) *big.Rat {
	if !e.Numeric() || e.Approximate || e.Bound == quantity.Range {
		return nil
	}
	return e.Rat()
}

// deducted reports whether the row lost points, and not more than it had.
func (r ruled) deducted() bool {
	return r.score != nil && r.score.Sign() >= 0 && quantity.Compare(r.score, r.weight) < 0
}

// named is the full marks that the rule itself names; nil if it names none, was not understood, or
// gives points in several ways that add up.
func (r ruled) named() *big.Rat {
	if len(r.rule.Gaps) > 0 || r.ways() > 1 {
		return nil
	}
	for _, c := range r.rule.Clauses {
		var p phrase.Points
		switch c := c.(type) {
		case phrase.Ladder:
			p = c.Top()
		case phrase.Step:
			p = c.Full
		case phrase.Binary:
			p = c.Points
		case phrase.Open:
			if c.Kind == phrase.Cap {
				p.Value = c.Value
			}
		}
		if p.Value != nil && !p.Share && quantity.Compare(p.Value, scaleOfHundred) != 0 {
			return p.Value
		}
	}
	return nil
}

// scaleOfHundred is the full marks of a questionnaire or a scale, rarely those of a row.
var scaleOfHundred = big.NewRat(100, 1)

// ways counts the clauses that give or take points.
func (r ruled) ways() int {
	n := 0
	for _, c := range r.rule.Clauses {
		if _, open := c.(phrase.Open); !open {
			n++
		}
	}
	return n
}

func noRules(p *Pass) {
	p.Skip("表内没有可供核对的逐行评分标准", "no scoring rule of a single row could be checked")
}
