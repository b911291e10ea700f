package check

import (
	"fmt"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
	"fuhe/score/rulebook"
)

// scored is one indicator with what it is due.
type scored struct {
	*form.Indicator
	index     int // of the row
	due       *finding.IndicatorDue
	fit       recompute.Fit     // the reading that explains its score
	fits      bool              // there is one
	unweighed bool              // the form's weights are shares, not points
	sure      bool              // its weight is printed, or others of its block confirm it; its reading is certain
	met       bool              // it reached its target
	known     bool              // met is certain
	below     []*form.Indicator // rows that may be scored together with it
	order     int               // of score and weight: -1, 0 or 1
	ordered   bool              // there is a weight in points to compare with
}

// scoredIn are the indicators that print a score of their own; what several rows earn together tells
// nothing of one of them.
func scoredIn(w *worksheet) []scored {
	r, joint := w.review, w.joint()
	precision, full, shares := recompute.PrecisionOf(r.Form), fullRows(r.Form), !w.outline().WeighsInPoints()
	out := make([]scored, 0, len(r.Form.Indicators))
	for i := range r.Form.Indicators {
		x := &r.Form.Indicators[i]
		if _, together := joint[i]; !together && !mixedCost(x) && x.Score.Numeric() && inPoints(x.Score) && !recompute.Inapplicable(x) {
			s := scored{Indicator: x, index: i, due: &r.Due.Indicators[i], unweighed: shares, sure: sure(x, full), below: recompute.Followed(r.Form, i)}
			s.sure = s.sure && len(s.below) == 0
			s.met, s.known = w.met(i)
			s.fit, s.fits = precision.Fit(s.due.Points, x.Score)
			s.order, s.ordered = s.rank()
			out = append(out, s)
		}
	}
	return out
}

// inPoints reports whether a score is printed in points: 20% in a score cell is no score.
func inPoints(e form.Entry) bool { return e.Unit == "" || e.Unit == "分" }

// weighed names a weight in one block of the form.
type weighed struct{ goal, level1, weight string }

func weighedAs(x *form.Indicator) weighed {
	return weighed{x.Goal, x.Level1, x.Weight.Rat().RatString()}
}

// fullRows counts the rows that earn just their weight.
func fullRows(f *form.Form) map[weighed]int {
	full := map[weighed]int{}
	for i := range f.Indicators {
		x := &f.Indicators[i]
		if x.Score.Numeric() && x.Weight.Numeric() && quantity.Compare(x.Score.Rat(), x.Weight.Rat()) == 0 {
			full[weighedAs(x)]++
		}
	}
	return full
}

// sure reports whether a row can carry an error: nothing in it was read with doubt, and an inferred
// weight is borne out by another row of its block that earns just that weight.
func sure(x *form.Indicator, full map[weighed]int) bool {
	if x.Doubt != "" || x.Score.Doubt != "" || x.Actual.Doubt != "" || x.Target.Doubt != "" {
		return false
	}
	if x.WeightFrom != form.FromInferred || !x.Weight.Numeric() {
		return true
	}
	others := full[weighedAs(x)]
	if quantity.Compare(x.Score.Rat(), x.Weight.Rat()) == 0 {
		others--
	}
	return others > 0
}

// explained is the reading that the score agrees with; ok is false if none does.
func (s scored) explained() (fit recompute.Fit, ok bool) { return s.fit, s.fits }

// against compares the score with the weight: -1, 0 or 1; ok is false without a weight.
func (s scored) against() (order int, ok bool) { return s.order, s.ordered }

func (s scored) rank() (order int, ok bool) {
	w := recompute.Weight(s.Weight)
	if w == nil || s.unweighed || s.WeightFrom == form.FromNone {
		return 0, false
	}
	return quantity.Compare(s.Score.Rat(), w), true
}

// level is the level that a finding on the row has: an error only where the row is sure.
func (s scored) level() finding.Level {
	if s.sure {
		return finding.Error
	}
	return finding.Warning
}

// byBook reports whether the row is scored by a formula of the book, and not by a rule of its own.
func (s scored) byBook() bool {
	switch rulebook.Formula(s.due.Method) {
	case rulebook.Ratio, rulebook.Inverse, rulebook.Linear, rulebook.TwoSided, rulebook.AllOrNil:
		return len(s.due.Readings) > 0
	}
	return false
}

func (s scored) places() []document.Place {
	return known([]document.Place{s.Target.Place, s.Actual.Place, s.Weight.Place})
}

func positiveScores(p *Pass) { formulaScores(p, recompute.Rising, recompute.Open) }
func negativeScores(p *Pass) { formulaScores(p, recompute.Falling) }
func exactScores(p *Pass)    { formulaScores(p, recompute.Exact) }

// formulaScores holds the rows of the senses that did not reach their targets against the formulas.
// Rows over their weight, with full marks, or cut although they reached it are told by other checks.
func formulaScores(p *Pass, senses ...recompute.Sense) {
	held := 0
	line, _, _ := p.line()
	for _, s := range p.scoredRows() {
		if !s.byBook() || !ofSense(s.Indicator, senses) {
			continue
		}
		held++
		if s.earnsNothing() {
			reportNothing(p, s)
			continue
		}
		if s.guessed() || s.underLine(line) {
			continue // SCR-22 and SCR-16 tell those
		}
		met, known := s.met, s.known
		order, ok := s.against()
		if !ok || met || order > 0 || order == 0 && (known || recompute.SenseOf(s.Indicator) == recompute.Open) || s.Score.Rat().Sign() < 0 {
			continue
		}
		judgeScore(p, s)
	}
	if held == 0 {
		p.Skip("没有可按公式重算的此类指标", "no row of the kind that a formula could be applied to")
	}
}

// earnsNothing reports a row that has points though it reached nothing of its target, where no weight is printed:
// whatever it weighs, none are due.
func (s scored) earnsNothing() bool {
	_, weighed := s.against()
	return (!weighed || s.guessed()) && s.Score.Rat().Sign() > 0 && s.Actual.Numeric() && s.Actual.Rat().Sign() == 0 &&
		s.due.Readings[0].Score.High.Sign() == 0
}

func reportNothing(p *Pass, s scored) {
	p.Report(finding.Finding{
		Level: s.level(), Subject: s.Name, Printed: s.Score.Text, Due: "0", Working: s.due.Readings[0].Working, Clause: s.due.Clause,
		Place: s.Score.Place, Also: s.places(),
		Says: both("指标值%s、完成值%s，无论分值多少均不得分，表内得%s分", "target %s, result %s: whatever the row weighs no points are due, it scores %s", s.Target.Text, s.Actual.Text, s.Score.Value),
	})
}

func ofSense(x *form.Indicator, senses []recompute.Sense) bool {
	own := recompute.SenseOf(x)
	for _, s := range senses {
		if own == s {
			return true
		}
	}
	return false
}

// judgeScore reports a score that no admissible reading meets, and mentions one that only a lenient
// reading meets.
func judgeScore(p *Pass, s scored) {
	fit, ok := s.explained()
	if ok && (!fit.Lenient() || toldAsWay(fit) || p.breaksHabit(s.Indicator)) {
		return
	}
	strict := s.due.Readings[0]
	right := scoreText(strict.Score, s.Score)
	f := finding.Finding{
		Level: s.level(), Subject: s.Name, Printed: s.Score.Text, Due: right, Working: strict.Working, Clause: s.due.Clause,
		Place: s.Score.Place, Also: s.places(),
		Says: both("指标值%s、完成值%s、分值%s，得分应为%s，表内为%s，请核对", "target %s, result %s, weight %s: the score is due to be %s, the form prints %s",
			s.Target.Text, s.Actual.Text, s.Weight.Value, right, s.Score.Value),
	}
	if ok {
		f.Level = finding.Info
		zh, en := lenientWords(fit)
		f.Says = both("得分%s"+zh+"才成立，精确计算为%s", "the score %s holds only "+en+"; computed exactly it is %s", s.Score.Value, right)
	}
	p.Report(f)
}

func zeroTargets(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		if s.due.Method != recompute.MethodZero || len(s.due.Readings) == 0 {
			continue
		}
		held++
		if order, ok := s.against(); ok && order > 0 {
			continue
		}
		if s.met {
			continue // a cut is for SCR-08
		}
		if _, ok := s.explained(); ok {
			continue
		}
		right := scoreText(s.due.Readings[0].Score, s.Score)
		p.Report(finding.Finding{
			Level: s.level(), Subject: s.Name, Printed: s.Score.Text, Due: right, Working: s.due.Readings[0].Working,
			Place: s.Score.Place, Also: s.places(),
			Says: both("指标值为%s，完成值为%s，得分应为%s，表内为%s", "the target is %s, the result %s: the score is due to be %s, the form prints %s",
				s.Target.Text, s.Actual.Text, right, s.Score.Value),
		})
	}
	if held == 0 {
		p.Skip("没有目标值为零的指标", "no target of zero")
	}
}

func bandScores(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		if s.due.Method != recompute.MethodQualitative || len(s.due.Readings) == 0 || recompute.SameWords(s.Indicator) {
			continue
		}
		held++
		order, ok := s.against()
		if !ok || order > 0 {
			continue
		}
		if _, fits := s.explained(); fits || s.missedInFull(order) {
			continue
		}
		band := s.due.Readings[len(s.due.Readings)-1]
		due := scoreText(band.Score, s.Score)
		p.Report(finding.Finding{
			Level: s.level(), Subject: s.Name, Printed: s.Score.Text, Due: due, Working: band.Working, Clause: s.due.Clause,
			Place: s.Score.Place, Also: s.places(),
			Says: both("完成情况为“%s”，分值%s，对应档位得分应在%s之间，表内为%s", "the result is %s; with a weight of %s its class earns %s, the form prints %s",
				s.Actual.Text, s.Weight.Value, due, s.Score.Value),
		})
	}
	if held == 0 {
		p.Skip("没有写明达成档次的定性指标", "no qualitative row that names its class")
	}
}

// missedInFull: a row that says it was missed and has full marks, which SCR-07 tells.
func (s scored) missedInFull(order int) bool {
	met, known := s.met, s.known
	return order == 0 && known && !met && recompute.SaysMissed(s.Indicator)
}

func fullForMissed(p *Pass) {
	held := 0
	for _, s := range p.scoredRows() {
		order, ok := s.against()
		met, known := s.met, s.known
		if !ok || !known || s.ownRule() {
			continue
		}
		held++
		if met || order != 0 || s.due.Method == recompute.MethodZero || s.softlyMissed() {
			continue
		}
		reportFull(p, s)
	}
	if held == 0 {
		p.Skip("没有能判断完成与否的指标", "no row that tells whether it reached its target")
	}
}

// softlyMissed: the class is only partly or basically met; other checks tell those.
func (s scored) softlyMissed() bool {
	return s.due.Method == recompute.MethodQualitative && !recompute.SaysMissed(s.Indicator)
}

// ownRule reports whether a rule of the row's own governs it.
func (s scored) ownRule() bool {
	switch s.due.Method {
	case recompute.MethodNone, recompute.MethodZero, recompute.MethodDeadline, recompute.MethodRange, recompute.MethodQualitative:
		return false
	}
	return !s.byBook()
}

func reportFull(p *Pass, s scored) {
	f := finding.Finding{
		Level: s.level(), Subject: s.Name, Printed: s.Score.Text, Place: s.Score.Place, Also: s.places(),
		Says: both("完成值%s未达到指标值%s，得分却为满分%s", "the result %s missed the target %s, yet the score is the full %s", s.Actual.Text, s.Target.Text, s.Score.Value),
	}
	if len(s.due.Readings) > 0 {
		strict := s.due.Readings[0]
		f.Due, f.Working, f.Clause = scoreText(strict.Score, s.Score), strict.Working, s.due.Clause
		f.Says.ZH += "，按比例应为" + f.Due
		f.Says.EN += fmt.Sprintf("; in proportion it is %s", f.Due)
		fit, ok := s.explained()
		switch {
		case ok && !fit.Lenient():
			return
		case ok && fit.Mode != recompute.Truncated:
			f.Level = finding.Warning
			zh, en := lenientWords(fit)
			f.Says.ZH += "（" + zh + "才成立）"
			f.Says.EN += " (it holds only " + en + ")"
		}
	}
	p.Report(f)
}
