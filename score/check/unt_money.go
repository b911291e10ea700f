package check

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

var untMoney = &Check{
	Code: "UNT-03", Level: finding.Warning,
	Title:   document.Message{ZH: "金额单位疑似混用", EN: "Amounts seem to be in mixed units"},
	Doc:     document.Message{ZH: "同一资金行的预算数与执行数，或资金合计与其下各项，或成本类指标的指标值与完成值，或正文同一句所述的预算数与执行数、正文与资金表所列的同一金额，相差约一万倍，而按万元与元换算后与所列执行率相符或相当，疑为元、万元混填；正文金额与资金表同一金额数字相同（至少两位）而相差十倍、百倍的，疑为多写、少写了零。由此引起的执行率、超支等差异不再重复指出。", EN: "Budget and spending of one row or of one sentence, a total and its parts, target and result of a cost, or one amount in the text and in the funds table differ about ten thousand times, and agree once 元 and 万元 are converted; or an amount in the text has the digits (two at least) of the one in the table in other places, as if a nought were missing. What follows from it for rates and scores is not told again."},
	Formula: "E ÷ P ≈ 10⁴ ∨ E ÷ P ≈ 10⁻⁴",
	Why:     document.Message{ZH: "元、万元混填差一万倍，执行率、成本和资金合计都会失真，汇总时更会放大。", EN: "元 taken for 万元 is ten thousand times off: rates, costs and sums are spoilt, and consolidation makes it worse."},
	Allows:  document.Message{ZH: "相差2000倍至15000倍之间才视为单位之差；同一资金行印有执行率的，换算后须在1个百分点以内，未印的只在执行数偏大时提示。", EN: "Only 2,000 to 15,000 times apart counts as a matter of units; beside a printed rate the conversion has to come within a point of it, without one only spending that is too large is told."},
	Clause:  document.Message{ZH: "同一表内金额应按表头所列单位填列", EN: "amounts of one table are in the unit of its head"},
	Trips:   document.Message{ZH: "表头单位万元，预算数202.64、执行数2026400，执行率100%", EN: "a table in 万元, budget 202.64, spent 2026400, rate 100%"},
	Silent:  document.Message{ZH: "预算数202.64、执行数2026400元（单元格注明单位）", EN: "budget 202.64, spent 2026400元, the unit in the cell"},
	Run:     mixedMoney,
}

func mixedMoney(p *Pass) {
	held := 0
	told := false // of the total row that the parts stand under
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		if !x.Part {
			told = false
		}
		if recompute.Quotient(x.Spent, recompute.Budget(x), x.Money) == nil {
			continue
		}
		held++
		if mixedUnits(x) && !(told && x.Part) {
			told = told || !x.Part
			b := recompute.Budget(x)
			reportMoney(p, finding.Warning, x.Name, x.Spent, b, "预算数", "执行数", "the budget", "the spending")
		}
	}
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		if !ofMoney(x) {
			continue
		}
		held++
		if mixedCost(x) {
			reportMoney(p, finding.Warning, x.Name, x.Actual, x.Target, "指标值", "完成值", "the target", "the result")
		}
	}
	held += mixedParts(p) + toldMoney(p)
	if held == 0 {
		p.Skip("没有可相比的两个金额", "no two amounts to compare")
	}
}

// mixedParts tells of parts that were filled in in another unit than their total: 486.50 over 4865000. It is an error, as
// the sum does not hold. It returns how many blocks were compared.
func mixedParts(p *Pass) int {
	held := 0
	for _, b := range fundBlocks(p.Form) {
		if len(b.parts) == 0 {
			continue
		}
		held++
		if c, x := b.mixed(); x != nil {
			reportMoney(p, finding.Error, b.total.Name, c.of(x), c.of(b.total), c.zh, "所列“"+x.Name+"”", "the "+c.en, x.Name)
		}
	}
	return held
}

// mixed finds the column in which the parts are about ten thousand times their total, or a ten thousandth of it, and the
// part that makes the most of it.
func (b block) mixed() (column, *form.Fund) {
	for _, c := range amounts() {
		total, ok := recompute.Amount(c.of(b.total), b.total.Money)
		if !ok || total.Low.Sign() <= 0 {
			continue
		}
		sum, most := new(big.Rat), (*form.Fund)(nil)
		for _, x := range b.parts {
			v, ok := recompute.Amount(c.of(x), x.Money)
			if !ok {
				continue
			}
			if most == nil || quantity.Compare(c.of(x).Rat(), c.of(most).Rat()) > 0 {
				most = x
			}
			sum.Add(sum, v.Low)
		}
		if most != nil && aboutTenThousand(sum.Quo(sum, total.Low)) {
			return c, most
		}
	}
	return column{}, nil
}

func reportMoney(p *Pass, level finding.Level, name string, e, of form.Entry, zhOf, zh, enOf, en string) {
	ratio := quantity.Per(e.Rat(), of.Rat())
	p.Report(finding.Finding{
		Level: level, Subject: name, Printed: e.Text, Place: e.Place, Also: known([]document.Place{of.Place}),
		Working: fmt.Sprintf("%s ÷ %s = %s", e.Value, of.Value, quantity.FormatShort(ratio, 4)),
		Says: both("“%[1]s”"+zhOf+"%[2]s、"+zh+"%[3]s相差约一万倍，疑为元与万元混填，请核对单位", "%[1]s: "+enOf+" %[2]s and "+en+" %[3]s differ about ten thousand times; 元 and 万元 may be mixed",
			name, of.Text, e.Text),
	})
}

// toldMoney holds the amounts of the text against the funds table and against one another: the same figure in 元 and
// in 万元 (全年预算数966元，执行数951万元) is one of the two. It returns how many pairs were compared.
func toldMoney(p *Pass) int {
	held := 0
	told := map[int]bool{} // paragraphs that were told of
	for i := range p.Form.Claims {
		c := &p.Form.Claims[i]
		if c.Role != form.RoleBudget && c.Role != form.RoleSpent || !moneyOf(c.Quantity) || c.Quantity.Approximate || c.Quantity.Upper != "" || c.Quantity.Rat().Sign() <= 0 {
			continue
		}
		of, ok := moneyBeside(p.Form, i)
		if !ok {
			continue
		}
		held++
		if told[c.Paragraph] {
			continue
		}
		if told[c.Paragraph] = misplacedPoint(p.Form, c, of); told[c.Paragraph] {
			p.Report(finding.Finding{
				Subject: c.Subject, Printed: c.Quantity.Text, Place: c.Place, Also: known([]document.Place{of.Place}),
				Says: both("正文写%[1]s，与%[2]s数字相同而位数不同，疑为多写、少写了零或单位有误，请核对", "%[1]s in the text and %[2]s have the same digits in different places; a nought or the unit may be wrong", c.Quantity.Text, of.Value+of.Unit),
			})
			continue
		}
		if told[c.Paragraph] = sameFigureOtherUnit(c.Quantity, of); !told[c.Paragraph] {
			continue
		}
		p.Report(finding.Finding{
			Subject: c.Subject, Printed: c.Quantity.Text, Place: c.Place, Also: known([]document.Place{of.Place}),
			Says: both("正文写%[1]s，与%[2]s数字相近而单位不同，相差约一万倍，疑为元与万元混填，请核对单位", "%[1]s in the text and %[2]s have nearly the same figure in different units; 元 and 万元 may be mixed", c.Quantity.Text, of.Value+of.Unit),
		})
	}
	return held
}

// moneyBeside is the amount that a claim of money is compared with: that of the funds row it is tied to, else the spending
// that the same sentence tells behind a budget.
func moneyBeside(f *form.Form, i int) (form.Entry, bool) {
	c := &f.Claims[i]
	if c.About.Kind == "fund" {
		fund := &f.Funds[c.About.Index]
		e, _, _ := fundEntry(fund, c)
		if e.Unit == "" {
			e.Unit = fund.Money
		}
		if e.Doubt == "" && moneyOf(e) && e.Rat().Sign() > 0 {
			return e, true
		}
	}
	for k := i + 1; c.Role == form.RoleBudget && k < len(f.Claims) && f.Claims[k].Paragraph == c.Paragraph && f.Claims[k].Sentence == c.Sentence; k++ {
		if o := &f.Claims[k]; o.Role == form.RoleSpent && moneyOf(o.Quantity) && o.Year == c.Year && o.Quantity.Rat().Sign() > 0 {
			return o.Quantity, true
		}
	}
	return form.Entry{}, false
}

// misplacedPoint reports a claim with the digits of the amount that it states, ten times or more away from it:
// 全年支出1900万元 for 190. Two digits are the fewest that no chance repeats; an amount that another row of the
// funds prints is that row's.
func misplacedPoint(f *form.Form, c *form.Claim, of form.Entry) bool {
	x, ok := c.Quantity.Measure()
	y, ok2 := of.Measure()
	if c.About.Kind != "fund" || !ok || !ok2 || quantity.Compare(x.Value, y.Value) == 0 || digits(x.Value) != digits(y.Value) || len(digits(x.Value)) < 2 {
		return false
	}
	for i := range f.Funds {
		for _, col := range amounts() {
			if v, ok := recompute.Amount(col.of(&f.Funds[i]), f.Funds[i].Money); ok && v.Meets(quantity.Exactly(x.Value)) {
				return false
			}
		}
	}
	return true
}

// digits are those of a number without the noughts at its ends.
func digits(v *big.Rat) string {
	return strings.Trim(strings.Replace(v.FloatString(8), ".", "", 1), "0")
}

// sameFigureOtherUnit reports two amounts whose figures are at most half as much apart, while their units make them
// differ ten thousand times.
func sameFigureOtherUnit(a, b form.Entry) bool {
	bare := quantity.Per(a.Rat(), b.Rat())
	x, ok := a.Measure()
	y, ok2 := b.Measure()
	if !ok || !ok2 || quantity.Against(bare, 1, 2) < 0 || quantity.Against(bare, 3, 2) > 0 {
		return false
	}
	return aboutTenThousand(quantity.Per(x.Value, y.Value))
}

// tenThousand is what parts 元 from 万元.
var tenThousand = big.NewRat(10000, 1)

// aboutTenThousand reports whether one amount is so many times the other that only the unit explains it:
// from a fifth to one and a half of ten thousand, either way.
func aboutTenThousand(ratio *big.Rat) bool {
	if ratio.Sign() <= 0 {
		return false
	}
	if quantity.Against(ratio, 1, 1) < 0 {
		ratio = new(big.Rat).Inv(ratio)
	}
	return quantity.Against(ratio, 2000, 1) >= 0 && quantity.Against(ratio, 15000, 1) <= 0
}

// mixedUnits reports whether budget and spending of a funds row were filled in in different units. Spending
// far below the budget may be true, so then the printed rate has to bear the conversion out.
func mixedUnits(x *form.Fund) bool {
	q := recompute.Quotient(x.Spent, recompute.Budget(x), x.Money)
	if q == nil {
		return false
	}
	ratio := quantity.Per(q, hundred)
	if !aboutTenThousand(ratio) {
		return false
	}
	factor := new(big.Rat).Inv(tenThousand)
	if quantity.Compare(ratio, quantity.Whole(1)) < 0 {
		factor = tenThousand
	}
	converted := quantity.Exactly(quantity.Times(q, factor))
	printed, ok := recompute.Percent(x.Rate, converted)
	if ok {
		v, _ := new(big.Rat).SetString(printed)
		gap := quantity.Minus(v, converted.Low)
		return quantity.Compare(gap.Abs(gap), quantity.Whole(1)) <= 0
	}
	return quantity.Compare(ratio, quantity.Whole(1)) > 0
}

// ofMoney reports whether target and result of a row are amounts of money, at least one of them by its unit.
func ofMoney(x *form.Indicator) bool {
	if !x.Target.Numeric() || !x.Actual.Numeric() || x.Target.Upper != "" || x.Target.Rat().Sign() <= 0 || x.Actual.Rat().Sign() <= 0 {
		return false
	}
	t, a := moneyOf(x.Target), moneyOf(x.Actual)
	return t && a || t && x.Actual.Unit == "" || a && x.Target.Unit == ""
}

func moneyOf(e form.Entry) bool {
	return e.Numeric() && e.Dimension() == "元" && e.Rat() != nil
}

// mixedCost reports whether the result of a cost differs from its target ten thousand times, as printed
// and after units are converted.
func mixedCost(x *form.Indicator) bool {
	if !ofMoney(x) {
		return false
	}
	ratio := quantity.Per(x.Actual.Rat(), x.Target.Rat())
	if x.Actual.Unit != "" && x.Target.Unit != "" {
		c := recompute.Completion(x)
		if c.IsZero() {
			return false
		}
		ratio = c.Low
	}
	return aboutTenThousand(ratio)
}
