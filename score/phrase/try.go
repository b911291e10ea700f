package phrase

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// Sample is one made-up result and what a rule gives for it, by every admissible reading.
type Sample struct {
	Input    document.Message
	Readings []finding.Reading
}

// Table tries the rule on a few results that show how it works: no failed items, one, two …; on the
// reference, half a step beyond it, one step. It is empty for a rule with gaps, which gives nothing.
func (r Rule) Table(w *big.Rat) []Sample {
	if len(r.Gaps) > 0 || w == nil || w.Sign() <= 0 {
		return nil
	}
	var all []Sample
	for _, c := range r.Clauses {
		for _, in := range r.inputs(c, w) {
			if due := r.Try(c, w, in.value); len(due) > 0 {
				all = append(all, Sample{in.says, due})
			}
		}
	}
	return all
}

// Try gives the points of one clause of the rule for one value. Of a count it is how many things there
// are; of a step the measured value, or how far off it is where the rule names no number; of a ladder the
// value; of a ratio the completion or the execution rate, in percent; of bands, cases and criteria how
// many stand before the one meant (of criteria: how many are met); of a condition 1 if it holds.
func (r Rule) Try(c Clause, w, v *big.Rat) []finding.Reading {
	switch c := c.(type) {
	case Count:
		return []finding.Reading{reading("count", r.counted(c, w, v), "s")}
	case Step:
		return r.raised(c.at(v, w), w)
	case Ladder:
		var out []finding.Reading
		for _, t := range c.find(v) {
			out = append(out, reading("tier", clamp(t.Points.of(w), w), t.String()))
		}
		return out
	case Ratio:
		return []finding.Reading{reading("ratio", c.earned(v, w), "s")}
	case Binary:
		return []finding.Reading{reading("condition", clamp(quantity.Times(c.Points.of(w), v), w), "s")}
	case Additive:
		return []finding.Reading{reading("criteria", clamp(c.first(v), w), "s")}
	case Cut:
		return []finding.Reading{reading("over-cut", quantity.Times(w, quantity.Minus(one, c.Share)), "s")}
	}
	return tryWords(c, w, v)
}

// tryWords are the clauses that speak of results in words.
func tryWords(c Clause, w, v *big.Rat) []finding.Reading {
	i := int(v.Num().Int64())
	switch c := c.(type) {
	case Bands:
		if i+1 < len(c.Edges) {
			high, low := quantity.Times(c.Edges[i], w), quantity.Times(c.Edges[i+1], w)
			return []finding.Reading{{Name: "band", Score: quantity.Interval{Low: low, High: high}}}
		}
	case Cases:
		if i < len(c.All) {
			return []finding.Reading{reading("case", clamp(c.All[i].Points.of(w), w), "s")}
		}
	case Open:
		return c.try(w, v)
	}
	return nil
}

func (o Open) try(w, v *big.Rat) []finding.Reading {
	switch o.Kind {
	case NotApplicable, FullIf:
		return []finding.Reading{reading("condition", w, "s")}
	case ZeroIf:
		return []finding.Reading{reading("condition", new(big.Rat), "s")}
	case Relative:
		return []finding.Reading{reading("ratio", clamp(quantity.Times(w, quantity.Per(v, hundred)), w), "s")}
	case Free, Rank:
		return []finding.Reading{{Name: "discretion", Score: quantity.Interval{Low: new(big.Rat), High: w}}}
	}
	return nil
}

// counted is the weight less the points for n things, or the points for them.
func (r Rule) counted(c Count, w, n *big.Rat) *big.Rat {
	if surely, _ := c.gone(n); surely {
		return new(big.Rat)
	}
	k := floor(quantity.Per(n, c.Size))
	if most := new(big.Rat).SetInt64(int64(c.Most)); c.Most > 0 && quantity.Compare(k, most) > 0 {
		k = most
	}
	points := k.Mul(k, c.Per.of(w))
	if c.Gain {
		return clamp(points, w)
	}
	v := quantity.Minus(w, points)
	if least := r.least(w); quantity.Compare(v, least) < 0 {
		return least
	}
	return v
}

// gone reports whether n things leave nothing for certain, and whether they may.
func (c Count) gone(n *big.Rat) (surely, maybe bool) {
	if c.Zero == nil {
		return false, false
	}
	return c.Zero.at(n)
}

// at takes the points for the value, or for the distance where the rule names no number.
func (s Step) at(v, w *big.Rat) []finding.Reading {
	if s.Value == nil {
		return s.count(v, v, decimal(v), w)
	}
	return s.inPoints(v, s.Value, w)
}

// earned is the share of the weight that a completion (or an execution rate) in percent earns.
func (r Ratio) earned(v, w *big.Rat) *big.Rat {
	share := quantity.Per(v, hundred)
	formula := r.Positive
	if formula == NoFormula {
		formula = r.Negative
	}
	return clamp(quantity.Times(r.share(formula, share), w), w)
}

// first adds up the first n criteria.
func (a Additive) first(n *big.Rat) *big.Rat {
	sum := new(big.Rat)
	for i, p := range a.Parts {
		if quantity.Compare(new(big.Rat).SetInt64(int64(i)), n) < 0 {
			sum.Add(sum, p)
		}
	}
	return sum
}

// input is a value to try a clause with, in words.
type input struct {
	value *big.Rat
	says  document.Message
}

func upTo(label func(i int64) document.Message, to int64) []input {
	var all []input
	for i := range to {
		all = append(all, input{new(big.Rat).SetInt64(i), label(i)})
	}
	return all
}

// inputs are the values that show how a clause works.
func (r Rule) inputs(c Clause, w *big.Rat) []input {
	switch c := c.(type) {
	case Count:
		return c.inputs(w)
	case Step:
		return c.inputs(w)
	case Ladder:
		return c.inputs()
	case Ratio:
		return c.inputs()
	case Bands:
		words := [][2]string{{"达成", "met"}, {"部分达成", "partly met"}, {"未达成", "not met"}}
		return upTo(func(i int64) document.Message { return document.Message{ZH: words[i][0], EN: words[i][1]} }, int64(min(len(c.Edges)-1, 3)))
	case Cases:
		return upTo(func(i int64) document.Message { return c.All[i].says() }, int64(len(c.All)))
	case Binary:
		words := [][2]string{{"不符合", "the condition fails"}, {"符合", "the condition holds"}}
		return upTo(func(i int64) document.Message { return document.Message{ZH: words[i][0], EN: words[i][1]} }, 2)
	case Additive:
		return upTo(func(i int64) document.Message {
			n := decimal(new(big.Rat).SetInt64(i))
			return document.Message{ZH: "满足前" + n + "项", EN: "the first " + n + " met"}
		}, int64(len(c.Parts)+1))
	case Cut:
		return []input{{one, document.Message{ZH: "超出指标值" + c.Range.zh(), EN: "over the target by " + c.Range.String()}}}
	case Open:
		return c.inputs()
	}
	return nil
}

func (c Case) says() document.Message {
	if c.Else {
		return document.Message{ZH: "其余", EN: "all others"}
	}
	return document.Message{ZH: c.Words, EN: c.Words}
}

func (o Open) inputs() []input {
	switch o.Kind {
	case NotApplicable:
		return []input{{one, document.Message{ZH: "不适用", EN: "not applicable"}}}
	case FullIf:
		return []input{{one, document.Message{ZH: "符合得满分的条件", EN: "the condition for full marks holds"}}}
	case ZeroIf:
		return []input{{one, document.Message{ZH: "有不得分的情形", EN: "a case that earns nothing"}}}
	case Free, Rank:
		return []input{{one, document.Message{ZH: "由评价人员确定", EN: "the reviewer decides"}}}
	case Relative:
		return percents("为第1名的", "% of the best", 100, 80, 50)
	}
	return nil
}

func percents(zh, en string, values ...int64) []input {
	var all []input
	for _, v := range values {
		n := decimal(new(big.Rat).SetInt64(v))
		all = append(all, input{new(big.Rat).SetInt64(v), document.Message{ZH: zh + n + "%", EN: strings.TrimSpace(n + en)}})
	}
	return all
}

// mostSteps is how many deductions a table shows before it stops.
const mostSteps = 6

// inputs of a count: no thing, one step, two … until nothing is left.
func (c Count) inputs(w *big.Rat) []input {
	var all []input
	spent := new(big.Rat)
	for k := int64(0); k <= mostSteps; k++ {
		n := quantity.Times(new(big.Rat).SetInt64(k), c.Size)
		all = append(all, input{n, document.Message{ZH: decimal(n) + c.noun(), EN: decimal(n) + " × " + c.noun()}})
		if quantity.Compare(spent, w) >= 0 || c.Most > 0 && k >= int64(c.Most) {
			break
		}
		spent.Add(spent, c.Per.of(w))
	}
	return all
}

// noun is what is counted; a lone case is told so.
func (c Count) noun() string {
	if c.Unit == once {
		return "次"
	}
	return c.Unit
}

// inputs of a step: the reference, half a step beyond it, one step, one and a half, two …
func (s Step) inputs(w *big.Rat) []input {
	var all []input
	for _, half := range []int64{0, 1, 2, 3, 4, 6, 10, 20} {
		d := quantity.Times(big.NewRat(half, 2), s.Size)
		all = append(all, s.input(d))
		if lost := quantity.Times(quantity.Whole(half/2), s.Per.of(w)); quantity.Compare(lost, w) >= 0 {
			break
		}
	}
	if s.Zero != nil && s.Value != nil && s.Zero.Low == nil {
		v := quantity.Minus(s.Zero.High, s.Size)
		all = append(all, input{v, document.Message{ZH: decimal(v) + s.mark(), EN: decimal(v) + s.mark()}})
	}
	return all
}

// input is the value at a distance from the reference, on the side that loses points.
func (s Step) input(d *big.Rat) input {
	if s.Value == nil {
		word := map[Side][2]string{Over: {"超出", "over by "}, Under: {"低于", "under by "}, Both: {"相差", "off by "}}[s.Side]
		return input{d, document.Message{ZH: word[0] + decimal(d) + s.Unit, EN: word[1] + decimal(d) + s.Unit}}
	}
	v := quantity.Plus(s.Value, d)
	if s.Side == Under {
		v.Sub(s.Value, d)
	}
	return input{v, document.Message{ZH: decimal(v) + s.mark(), EN: decimal(v) + s.mark()}}
}

// mark is the unit of the measured value.
func (s Step) mark() string {
	if s.Unit == "个百分点" {
		return "%"
	}
	return s.Unit
}

// inputs of a ladder: a value of each tier.
func (l Ladder) inputs() []input {
	var all []input
	for _, t := range l.Tiers {
		if t.Else {
			continue
		}
		v := t.Range.some()
		all = append(all, input{v, document.Message{ZH: decimal(v) + t.Range.Unit, EN: decimal(v) + t.Range.Unit}})
	}
	if v, ok := l.outside(); ok {
		all = append(all, input{v, document.Message{ZH: decimal(v) + l.unit(), EN: decimal(v) + l.unit()}})
	}
	return all
}

// some is a value that lies in the range for certain.
func (r Range) some() *big.Rat {
	switch {
	case r.Low == nil:
		return quantity.Minus(r.High, one)
	case r.LowEdge == In:
		return r.Low
	case r.High == nil:
		return quantity.Plus(r.Low, one)
	case r.HighEdge == In:
		return r.High
	}
	sum := quantity.Plus(r.Low, r.High)
	return sum.Quo(sum, big.NewRat(2, 1))
}

// outside is a value of none of the tiers, where the rule has a word for those.
func (l Ladder) outside() (*big.Rat, bool) {
	for _, t := range l.Tiers {
		for _, end := range []*big.Rat{t.Range.Low, t.Range.High} {
			if end == nil {
				continue
			}
			for _, by := range []int64{-1, 1} {
				v := quantity.Plus(end, quantity.Whole(by))
				if found := l.find(v); len(found) > 0 && found[0].Else {
					return v, true
				}
			}
		}
	}
	return nil, false
}

func (r Ratio) inputs() []input {
	switch {
	case r.Execution:
		return percents("执行率", "% spent", 100, 95, 80, 50)
	case r.OwnRate:
		return percents("比率", "% of the row", 100, 95, 80, 50)
	case r.Positive == NoFormula:
		return percents("完成值为指标值的", "% of the target", 100, 120, 150, 200)
	}
	return percents("完成值为指标值的", "% of the target", 120, 100, 90, 60, 40)
}
