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

var untMoney = &Check{
	Code: "UNT-03", Level: finding.Warning,
	Title:   document.Message{ZH: "金额单位疑似混用", EN: "Amounts seem to be in mixed units"},
	Doc:     document.Message{ZH: "同一资金行的预算数与执行数，或成本类指标的指标值与完成值，相差约一万倍，而按万元与元换算后与所列执行率相符或相当，疑为元、万元混填。由此引起的执行率、超支等差异不再重复指出。", EN: "Budget and spending of one row, or target and result of a cost, differ about ten thousand times, and agree once 元 and 万元 are converted. What follows from it for rates and scores is not told again."},
	Formula: "E ÷ P ≈ 10⁴ ∨ E ÷ P ≈ 10⁻⁴",
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
			reportMoney(p, x.Name, x.Spent, b, "预算数", "执行数", "the budget", "the spending")
		}
	}
	for i := range p.Form.Indicators {
		x := &p.Form.Indicators[i]
		if !ofMoney(x) {
			continue
		}
		held++
		if mixedCost(x) {
			reportMoney(p, x.Name, x.Actual, x.Target, "指标值", "完成值", "the target", "the result")
		}
	}
	if held == 0 {
		p.Skip("没有可相比的两个金额", "no two amounts to compare")
	}
}

func reportMoney(p *Pass, name string, e, of form.Entry, zhOf, zh, enOf, en string) {
	ratio := new(big.Rat).Quo(e.Rat(), of.Rat())
	p.Report(finding.Finding{
		Subject: name, Printed: e.Text, Place: e.Place, Also: known([]document.Place{of.Place}),
		Working: fmt.Sprintf("%s ÷ %s = %s", e.Value, of.Value, quantity.FormatShort(ratio, 4)),
		Says: both("“%[1]s”"+zhOf+"%[2]s、"+zh+"%[3]s相差约一万倍，疑为元与万元混填，请核对单位", "%[1]s: "+enOf+" %[2]s and "+en+" %[3]s differ about ten thousand times; 元 and 万元 may be mixed",
			name, of.Text, e.Text),
	})
}

// tenThousand is what parts 元 from 万元.
var tenThousand = big.NewRat(10000, 1)

// aboutTenThousand reports whether one amount is so many times the other that only the unit explains it:
// from a fifth to one and a half of ten thousand, either way.
func aboutTenThousand(ratio *big.Rat) bool {
	if ratio.Sign() <= 0 {
		return false
	}
	if ratio.Cmp(big.NewRat(1, 1)) < 0 {
		ratio = new(big.Rat).Inv(ratio)
	}
	share := new(big.Rat).Quo(ratio, tenThousand)
	return share.Cmp(big.NewRat(1, 5)) >= 0 && share.Cmp(big.NewRat(3, 2)) <= 0
}

// mixedUnits reports whether budget and spending of a funds row were filled in in different units. Spending
// far below the budget may be true, so then the printed rate has to bear the conversion out.
func mixedUnits(x *form.Fund) bool {
	q := recompute.Quotient(x.Spent, recompute.Budget(x), x.Money)
	if q == nil {
		return false
	}
	ratio := new(big.Rat).Quo(q, big.NewRat(100, 1))
	if !aboutTenThousand(ratio) {
		return false
	}
	factor := new(big.Rat).Inv(tenThousand)
	if ratio.Cmp(big.NewRat(1, 1)) < 0 {
		factor = tenThousand
	}
	converted := quantity.Exactly(new(big.Rat).Mul(q, factor))
	printed, ok := recompute.Percent(x.Rate, converted)
	if ok {
		v, _ := new(big.Rat).SetString(printed)
		gap := new(big.Rat).Sub(v, converted.Low)
		return gap.Abs(gap).Cmp(big.NewRat(1, 1)) <= 0
	}
	return ratio.Cmp(big.NewRat(1, 1)) > 0
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
	m, ok := e.Measure()
	return ok && m.Dimension == "元"
}

// mixedCost reports whether the result of a cost differs from its target ten thousand times, as printed
// and after units are converted.
func mixedCost(x *form.Indicator) bool {
	if !ofMoney(x) {
		return false
	}
	ratio := new(big.Rat).Quo(x.Actual.Rat(), x.Target.Rat())
	if x.Actual.Unit != "" && x.Target.Unit != "" {
		c := recompute.Completion(x)
		if c.IsZero() {
			return false
		}
		ratio = c.Low
	}
	return aboutTenThousand(ratio)
}
