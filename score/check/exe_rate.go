package check

import (
	"fmt"
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// executionRate holds the rates of the funds table and of the text against their amounts.
func executionRate(p *Pass) {
	held := 0
	for i := range p.Form.Funds {
		if rateOfFund(p, i) {
			held++
		}
	}
	held += ratesInText(p)
	if held == 0 {
		p.Skip("没有可重算的执行率", "no execution rate that could be recomputed")
	}
}

func rateOfFund(p *Pass, i int) bool {
	x, due := &p.Form.Funds[i], p.Due.Funds[i].Rate
	printed, ok := recompute.Percent(x.Rate, due)
	if !ok || due.IsZero() {
		return false
	}
	if _, initial := fitsInitial(x, due); initial || mixedUnits(x) {
		return true // EXE-05 or UNT-03 tells it
	}
	judgeRate(p, ratio{
		name: x.Name, printed: printed, text: x.Rate.Text, due: due, place: x.Rate.Place,
		exact: recompute.Quotient(x.Spent, recompute.Budget(x), x.Money),
		spent: x.Spent.Value, budget: recompute.Budget(x).Value,
		also: []document.Place{x.Spent.Place, recompute.Budget(x).Place},
	})
	return true
}

// ratio is one printed rate with the rate its amounts make.
type ratio struct {
	name          string
	printed       string // a decimal in percent
	text          string // as printed
	spent, budget string
	due           quantity.Interval
	exact         *big.Rat // for the amounts as displayed
	place         document.Place
	also          []document.Place
	inText        bool
	initial       string // the budget of the start of the year, where the rate is of that
}

func (r ratio) working() string {
	return fmt.Sprintf("%s ÷ %s = %s%%", r.spent, r.budget, quantity.FormatRat(r.exact, 4))
}

func judgeRate(p *Pass, r ratio) {
	v, _ := new(big.Rat).SetString(r.printed)
	decimals := quantity.Decimals(r.printed)
	mode := recompute.Match(r.due, v, decimals)
	asShown := recompute.Match(quantity.Exactly(r.exact), v, decimals)
	if asShown == recompute.Rounded {
		return
	}
	if mode == recompute.Truncated && asShown != recompute.Truncated && far(r, v) {
		mode = recompute.Off // amounts rounded and the rate cut off: that explains too much
	}
	right := quantity.FormatRat(r.exact, decimals)
	p.Report(finding.Finding{
		Level: levelOfRate(r, mode, v), Subject: r.name, Printed: r.text, Due: right + "%", Working: r.working(),
		Says: rateSays(r, right, mode, v, decimals), Place: r.place, Also: known(r.also),
	})
}

// levelOfRate: a truncated rate, and one that holds only for amounts before rounding, are mentioned;
// where rounding would have to explain more than a tenth of a point, that is a question.
func levelOfRate(r ratio, mode recompute.Mode, printed *big.Rat) finding.Level {
	switch mode {
	case recompute.Truncated:
		return finding.Info
	case recompute.Rounded:
		if far(r, printed) {
			return finding.Warning
		}
		return finding.Info
	}
	if r.initial != "" {
		return finding.Warning // right, of the other budget: EXE-05 asks the same of the table
	}
	return finding.Error
}

// far reports whether a printed rate lies more than a tenth of a point from that of the amounts as shown.
func far(r ratio, printed *big.Rat) bool {
	gap := quantity.Minus(printed, r.exact)
	return quantity.Compare(gap.Abs(gap), big.NewRat(1, 10)) > 0
}

// rateSays tells the difference and, for a miss in the last digit, how it came about.
func rateSays(r ratio, right string, mode recompute.Mode, printed *big.Rat, decimals int) document.Message {
	where, whereEN := "表内", "the table prints"
	if r.inText {
		where, whereEN = "文中", "the text states"
	}
	zh := fmt.Sprintf("“%s”按%s÷%s重算执行率为%s%%，%s为%s%%", r.name, r.spent, r.budget, right, where, r.printed)
	en := fmt.Sprintf("%s: %s ÷ %s gives a rate of %s%%, %s %s%%", r.name, r.spent, r.budget, right, whereEN, r.printed)
	due, _ := new(big.Rat).SetString(right)
	gap := quantity.FormatRat(new(big.Rat).Abs(quantity.Minus(printed, due)), decimals)
	switch {
	case r.initial != "":
		return document.Message{ZH: zh + "，系按年初预算数" + r.initial + "计算", EN: en + ", which is of the initial budget " + r.initial}
	case mode == recompute.Rounded:
		return document.Message{ZH: zh + "，只有金额经过四舍五入才成立", EN: en + ", which holds only if the amounts were rounded"}
	case mode == recompute.Truncated:
		return document.Message{ZH: zh + "，系截位而非四舍五入，可以接受", EN: en + ": truncated, not rounded, which is accepted"}
	case mode == recompute.Up:
		return document.Message{ZH: zh + "，末位相差" + gap + "（系进位，应四舍五入）", EN: en + ", off by " + gap + " in the last digit (rounded up)"}
	case lastDigit(printed, due, decimals):
		return document.Message{ZH: zh + "，末位相差" + gap, EN: en + ", off by " + gap + " in the last digit"}
	}
	return document.Message{ZH: zh + "，相差" + gap + "个百分点，请核对", EN: en + ", off by " + gap + " points"}
}

// lastDigit reports whether two figures differ by one unit of the last digit.
func lastDigit(a, b *big.Rat, decimals int) bool {
	unit := quantity.Times(quantity.HalfUnit(decimals), quantity.Whole(2))
	return quantity.Compare(new(big.Rat).Abs(quantity.Minus(a, b)), unit) == 0
}

// fitsInitial reports whether the printed rate fails the full-year budget and holds for the initial one.
func fitsInitial(x *form.Fund, due quantity.Interval) (quantity.Interval, bool) {
	if !x.Budget.Numeric() || !x.Initial.Numeric() || due.IsZero() {
		return quantity.Interval{}, false
	}
	initial, ok := recompute.Rate(x.Spent, x.Initial, x.Money)
	if !ok {
		return quantity.Interval{}, false
	}
	if printed, ok := recompute.Percent(x.Rate, due); ok && rateHolds(due, printed) {
		return initial, false
	}
	printed, ok := recompute.Percent(x.Rate, initial)
	return initial, ok && rateHolds(initial, printed)
}

func rateHolds(due quantity.Interval, printed string) bool {
	v, ok := new(big.Rat).SetString(printed)
	mode := recompute.Match(due, v, quantity.Decimals(printed))
	return ok && (mode == recompute.Rounded || mode == recompute.Truncated)
}

func wrongBase(p *Pass) {
	both := 0
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		if !x.Initial.Numeric() || !x.Budget.Numeric() || !x.Rate.Numeric() {
			continue
		}
		both++
		if _, initial := fitsInitial(x, p.Due.Funds[i].Rate); initial {
			reportBase(p, x)
		}
	}
	if both == 0 {
		p.Skip("未同时列示年初预算数和全年预算数", "the form does not print both budgets with a rate")
	}
}

func reportBase(p *Pass, x *form.Fund) {
	exact := recompute.Quotient(x.Spent, x.Budget, x.Money)
	right := quantity.FormatRat(exact, quantity.Decimals(x.Rate.Value))
	p.Report(finding.Finding{
		Subject: x.Name, Printed: x.Rate.Text, Due: right + "%",
		Working: fmt.Sprintf("%s ÷ %s = %s%%", x.Spent.Value, x.Budget.Value, quantity.FormatRat(exact, 4)),
		Says: both("“%s”的执行率%s系按年初预算数%s计算，按全年（调整后）预算数%s计算应为%s%%", "%s: the rate %s is taken of the initial budget %s; of the full-year budget %s it is %s%%",
			x.Name, x.Rate.Text, x.Initial.Value, x.Budget.Value, right),
		Place: x.Rate.Place, Also: known([]document.Place{x.Initial.Place, x.Budget.Place, x.Spent.Place}),
	})
}

func executionScore(p *Pass) {
	held, precision := 0, recompute.PrecisionOf(p.Form)
	for i := range p.Form.Funds {
		x, due := &p.Form.Funds[i], p.Due.Funds[i].Score
		if len(due.Readings) == 0 || !x.Score.Numeric() {
			continue
		}
		held++
		if x.Weight.Numeric() && quantity.Compare(x.Score.Rat(), x.Weight.Rat()) > 0 {
			continue // EXE-08 tells it
		}
		if mixedUnits(x) {
			continue // UNT-03 tells it
		}
		judgeExecution(p, x, due, precision)
	}
	if held == 0 {
		p.Skip("没有可重算的预算执行得分", "no execution score that could be recomputed")
	}
}

func judgeExecution(p *Pass, x *form.Fund, due finding.Points, precision recompute.Precision) {
	fit, ok := precision.Fit(due, x.Score)
	if ok && (!fit.Lenient() || toldAsWay(fit)) {
		return
	}
	strict := due.Readings[0]
	right := scoreText(strict.Score, x.Score)
	f := finding.Finding{
		Subject: x.Name, Printed: x.Score.Text, Due: right, Working: strict.Working, Clause: due.Clause,
		Place: x.Score.Place, Also: known([]document.Place{x.Rate.Place, x.Weight.Place}),
		Says: both("“%s”预算执行得分重算为%s，表内为%s，请核对", "%s: execution earns %s, the form prints %s", x.Name, right, x.Score.Value),
	}
	if ok {
		f.Level = lenientLevel(x, fit, strict.Score)
		zh, en := lenientWords(fit)
		f.Says = both("“%s”预算执行得分%s"+zh+"才成立，精确计算为%s", "%s: the score %s holds only "+en+"; computed exactly it is %s", x.Name, x.Score.Value, right)
	}
	p.Report(f)
}

// lenientLevel: a score that holds only for amounts before rounding is mentioned; where that would have to
// explain more than a thousandth of the weight, it is a question.
func lenientLevel(x *form.Fund, fit recompute.Fit, strict quantity.Interval) finding.Level {
	gap := quantity.Minus(x.Score.Rat(), middleOf(strict))
	gap.Abs(gap).Mul(gap, big.NewRat(1000, 1))
	if w := recompute.Weight(x.Weight); fit.Reading.Name == recompute.Unrounded && w != nil && quantity.Compare(gap, w) > 0 {
		return finding.Warning
	}
	return finding.Info
}

// toldAsWay reports whether a check of its own names the way by which a score fits: SCR-15, 19 and 20.
func toldAsWay(fit recompute.Fit) bool {
	if fit.Mode == recompute.Whole {
		return true
	}
	return fit.Mode == recompute.Rounded && (fit.Reading.Name == recompute.LadderReading || fit.Reading.Name == recompute.DisplayedRate)
}

// lenientWords say by which accepted way a score fits.
func lenientWords(fit recompute.Fit) (zh, en string) {
	switch {
	case fit.Mode == recompute.Whole: // SCR-07 calls for it
		return "按取整", "as whole points"
	case fit.Mode == recompute.Truncated:
		return "按截位", "if truncated"
	case fit.Reading.Name == recompute.DisplayedRate:
		return "按表内所列执行率计算", "for the rate as displayed"
	case fit.Reading.Name == recompute.Unrounded:
		return "按未经四舍五入的数值计算", "for figures before rounding"
	}
	return "按从宽口径", "by a lenient reading"
}

func executionOverWeight(p *Pass) {
	held, points := 0, p.outline().WeighsInPoints()
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		w := recompute.Weight(x.Weight)
		if w == nil || !points || !x.Score.Numeric() || !inPoints(x.Score) {
			continue
		}
		held++
		if quantity.Compare(x.Score.Rat(), w) > 0 {
			p.Report(finding.Finding{
				Subject: x.Name, Printed: x.Score.Text, Due: "≤" + x.Weight.Value, Working: x.Score.Value + " > " + x.Weight.Value,
				Says:  both("“%s”得分%s高于分值%s", "%s: the score %s is over the weight %s", x.Name, x.Score.Value, x.Weight.Value),
				Place: x.Score.Place, Also: known([]document.Place{x.Weight.Place}),
			})
		}
	}
	if held == 0 {
		p.Skip("资金行未列分值和得分", "no funds row prints weight and score")
	}
}

// scoreText is a score that is due as it would be printed beside the figure: with its digits, at least
// two where it is not whole.
func scoreText(due quantity.Interval, printed form.Entry) string {
	decimals := max(2, quantity.Decimals(printed.Value))
	low, high := quantity.FormatShort(due.Low, decimals), quantity.FormatShort(due.High, decimals)
	if low == high || quantity.Compare(due.Rounded(decimals).Low, due.Rounded(decimals).High) == 0 {
		return low
	}
	mid := quantity.FormatShort(middleOf(due), decimals)
	unit := quantity.HalfUnit(decimals)
	if quantity.Compare(quantity.Minus(due.High, due.Low), unit.Mul(unit, quantity.Whole(4))) <= 0 {
		return mid
	}
	return low + "～" + high
}

func middleOf(i quantity.Interval) *big.Rat {
	return quantity.Times(quantity.Plus(i.Low, i.High), half)
}

// known drops the places that point nowhere.
func known(places []document.Place) []document.Place {
	var out []document.Place
	for _, at := range places {
		if at.Known() {
			out = append(out, at)
		}
	}
	return out
}
