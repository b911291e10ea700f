package recompute

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/phrase"
	"fuhe/score/rulebook"
)

// row is one indicator with what is needed to score it.
type row struct {
	*form.Indicator
	weight *big.Rat
	book   *rulebook.Book
	rules  phrase.Memo
}

// indicator tries the ways to score a row, the report's own rule first; the first that applies wins.
func (c rows) indicator(i int) finding.IndicatorDue {
	x := &c.form.Indicators[i]
	d := finding.IndicatorDue{Completion: Completion(x)}
	r := row{x, Weight(x.Weight), c.book, c.rules}
	if x.WeightFrom == form.FromNone || r.weight == nil || !c.weighed {
		d.Points = unknown("未列分值，只能核对得分范围", "no weight is printed: nothing but the range of the score can be held")
		if _, shared := c.joint[i]; !shared && r.nothingDone() {
			d.Points = r.nothingDue()
		}
		return d
	}
	if _, shared := c.joint[i]; shared {
		d.Points = unknown("与其他指标合并计分", "scored together with other rows")
		return d
	}
	for _, way := range []func(row) (finding.Points, bool){row.byOwnRule, row.inapplicable, row.byDeadline, row.byRange, row.byNumber, row.byWords} {
		if p, ok := way(r); ok {
			d.Points = p
			return d
		}
	}
	d.Points = r.undecided()
	return d
}

// nothingDone reports a row that earns nothing whatever it weighs: a result of nought where some was asked for, or
// some where none was, by the formulas of the book.
func (r row) nothingDone() bool {
	x := r.Indicator
	if x.Rule.Text != "" || !plain(x.Target) || !plain(x.Actual) || x.Actual.Approximate || x.Actual.Bound != quantity.None && x.Actual.Bound != quantity.Equal || Inapplicable(x) {
		return false
	}
	if x.Target.Rat().Sign() == 0 {
		return x.Actual.Rat().Sign() > 0 && nothing(x) && x.Target.Bound != quantity.Above && x.Target.Bound != quantity.AtLeast && r.book.Quantitative.ZeroTarget == rulebook.ZeroAllOrNil
	}
	if sense := SenseOf(x); x.Target.Rat().Sign() < 0 || x.Actual.Rat().Sign() != 0 || sense != Rising && sense != Exact {
		return false
	}
	for _, f := range r.formulas() {
		if f != rulebook.Ratio && f != rulebook.AllOrNil && f != rulebook.TwoSided {
			return false
		}
	}
	return true
}

// nothingDue is nought, by the book.
func (r row) nothingDue() finding.Points {
	p := finding.Points{Method: string(r.formulas()[0]), Clause: r.book.Quantitative.Clause}
	working := fmt.Sprintf("%s ÷ %s = 0", r.Actual.Value, r.Target.Value)
	if r.Target.Rat().Sign() == 0 {
		p.Method, working = MethodZero, fmt.Sprintf("%s > 0 → 0", r.Actual.Value)
	}
	p.Readings = []finding.Reading{{Name: Strict, Score: quantity.Exactly(new(big.Rat)), Working: working}}
	return p
}

// undecided says why nothing could be computed.
func (r row) undecided() finding.Points {
	switch {
	case r.Actual.Kind == quantity.Blank && r.Target.Kind == quantity.Blank:
		return unknown("未列指标值和完成值", "neither target nor result is printed")
	case r.Actual.Kind == quantity.Blank:
		return unknown("未填完成值", "no result is printed")
	case r.Target.Kind == quantity.Blank:
		return unknown("未填指标值", "no target is printed")
	case r.Actual.Numeric() && r.Target.Numeric():
		return unknown("指标值与完成值的单位不同，不能直接相比", "target and result are not in the same unit")
	}
	return unknown("完成情况以文字表述，不能换算为得分", "the result is in words that stand for no class")
}

// Completion is actual ÷ target as displayed, for numbers of one unit; zero if they cannot be compared.
func Completion(x *form.Indicator) quantity.Interval {
	ratio, ok := completion(x.Actual, x.Target)
	if !ok {
		return quantity.Interval{}
	}
	return quantity.Exactly(ratio)
}

// plain is one number: no range, no date, no sentence.
func plain(e form.Entry) bool { return e.Numeric() && e.Bound != quantity.Range && e.Upper == "" }

// inapplicable scores a row that says it does not apply, where the book says what that earns.
func (r row) inapplicable() (finding.Points, bool) {
	if !Inapplicable(r.Indicator) {
		return finding.Points{}, false
	}
	if r.book.NotApplicable == rulebook.FullMarks {
		return finding.Points{Method: MethodNone, Readings: []finding.Reading{{Name: Strict, Score: quantity.Exactly(r.weight), Working: short(r.weight)}}}, true
	}
	return unknown("该指标不适用", "the row does not apply"), true
}

// full is the reading of a row that met its target.
func (r row) full() finding.Reading {
	return finding.Reading{Name: Strict, Score: quantity.Exactly(r.weight), Working: short(r.weight)}
}

// byDeadline scores dates: done by the day earns the weight. What a late row earns, no book says.
func (r row) byDeadline() (finding.Points, bool) {
	met, ok := InTime(r.Indicator)
	if !ok {
		return finding.Points{}, false
	}
	if !met {
		return unknown("完成时间晚于目标时间，办法未规定扣分标准", "done after the deadline; the rules do not say what that costs"), true
	}
	return finding.Points{Method: MethodDeadline, Readings: []finding.Reading{r.full()}, Clause: r.book.Quantitative.Clause}, true
}

// InTime compares the day of completion with the deadline; ok is false if the two are not both dates
// that can be compared.
func InTime(x *form.Indicator) (met, ok bool) {
	if x.Target.Kind != quantity.Date || x.Actual.Kind != quantity.Date {
		return false, false
	}
	if lexicon.HoldsAny(x.Actual.Text, nextYearWords...) && !lexicon.HoldsAny(x.Target.Text, nextYearWords...) {
		return false, true
	}
	t, a := x.Target.Day, x.Actual.Day
	if t == a {
		return true, true
	}
	if (t.Year == 0) != (a.Year == 0) {
		t.Year, a.Year = 0, 0
	}
	if t.Year != a.Year {
		return a.Year < t.Year, true
	}
	if t.Month == 0 || a.Month == 0 {
		return t.Month == 0, t.Month == 0 // any day of the year that was set is in time
	}
	if t.Month != a.Month {
		return a.Month < t.Month, true
	}
	return t.Day == 0 || a.Day == 0 || a.Day <= t.Day, true
}

// byRange scores a target that is a range: inside it earns the weight, outside no book says.
func (r row) byRange() (finding.Points, bool) {
	if r.Target.Kind != quantity.Number || r.Target.Upper == "" {
		return finding.Points{}, false
	}
	inside, ok := InRange(r.Indicator)
	if !ok || !inside {
		return unknown("指标值为区间，完成值不在区间内或不能比较", "the target is a range and the result is not in it or cannot be compared"), true
	}
	return finding.Points{Method: MethodRange, Readings: []finding.Reading{r.full()}, Clause: r.book.Quantitative.Clause}, true
}

// InRange reports whether the result lies in the range that the target is; ok is false if they cannot
// be compared.
func InRange(x *form.Indicator) (inside, ok bool) {
	if x.Target.Upper == "" || !x.Actual.Numeric() || !quantity.Comparable(x.Actual.Quantity, x.Target.Quantity) {
		return false, false
	}
	if x.Actual.Unit != x.Target.Unit && x.Actual.Unit != "" && x.Target.Unit != "" {
		return false, false
	}
	return quantity.Compare(x.Target.Rat(), x.Actual.Rat()) <= 0 && quantity.Compare(x.Actual.Top(), x.Target.Top()) <= 0, true
}

// Inapplicable reports whether the row says of itself that it does not apply (不适用).
func Inapplicable(x *form.Indicator) bool {
	return setAside(x.Actual.Text) || setAside(x.Score.Text) || setAside(x.Target.Text)
}

// setAside reports the words for what does not apply.
func setAside(text string) bool {
	if !strings.Contains(text, "不") && !strings.Contains(text, "未") {
		return false // most texts, and none of them need be folded
	}
	switch Fold(text) {
	case "不适用", "不涉及", "未涉及", "不参评", "不纳入评价":
		return true
	}
	return false
}
