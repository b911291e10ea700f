package check

import (
	"fmt"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

var exeCarry = &Check{
	Code: "EXE-12", Level: finding.Info, Run: carriedOver,
	Title:   document.Message{ZH: "预算数减执行数与结转结余不符", EN: "Budget less spending is not what was carried over"},
	Doc:     document.Message{ZH: "把正文所列本年末结转结余资金与资金表总额的预算数减执行数相比较。口径相同时两者相等；收入未足额到位、资金收回或含非财政资金时可以不等，因此只作提示，请填报单位说明差额。只说某一部分资金、上年或年初结转，以及同句已写明收回、上缴、核减的，不作比较。", EN: "Holds the balance that the text says was carried over at the year's end against budget less spending of the total row. Of one scope they are equal; income that did not come in, money that was taken back or other sources make them differ, so this is only mentioned. Balances of a part of the funds or of last year are left alone, as is a sentence that speaks of money taken back."},
	Formula: "P − E = C",
	Why:     document.Message{ZH: "账面结余与执行情况对不上，可能有收入未到位、资金被收回，或执行数含了不该含的支出。", EN: "A balance that does not follow from budget and spending may hide income that never came, money taken back, or spending that does not belong."},
	Allows:  document.Message{ZH: "按印刷位数取区间，任一资金行的差额相符即认可；同句提到收回、上缴、核减、未到位或非财政资金的，以及上年、年初结转不比较。", EN: "Printed amounts are intervals, and the difference of any funds row will do; sentences on money taken back, not received or from other sources, and balances of last year, are left alone."},
	Clause:  document.Message{ZH: "同一口径下，预算数－执行数＝年末结转结余", EN: "within one scope, budget − spending = balance carried over"},
	Trips:   document.Message{ZH: "预算数500.00万元、执行数460.00万元，正文“年末结转结余资金32.50万元”", EN: "budget 500.00, spent 460.00, the text says 32.50 was carried over"},
	Silent:  document.Message{ZH: "预算数500.00万元、执行数460.00万元，正文“年末结转结余资金40万元”", EN: "budget 500.00, spent 460.00, the text says 40 was carried over"},
}

func carriedOver(p *Pass) {
	fund := totalRow(p.Form)
	if fund == nil || mixedUnits(fund) {
		p.Skip("没有同时列示预算数和执行数的资金总额行", "no total row prints both budget and spending")
		return
	}
	budget, _ := recompute.Amount(recompute.Budget(fund), fund.Money)
	spent, _ := recompute.Amount(fund.Spent, fund.Money)
	carried := balances(p)
	if len(carried) == 0 {
		p.Skip("正文没有写明年末结转结余", "the text states no balance carried over")
		return
	}
	rest := budget.Sub(spent)
	for _, s := range carried {
		if s.amount().Meets(rest) || matchesPart(p.Form, s.amount()) {
			return
		}
	}
	reportCarried(p, fund, carried[0], rest)
}

// totalRow is the first row of the funds block that is no part and prints budget and spending.
func totalRow(f *form.Form) *form.Fund {
	for i := range f.Funds {
		x := &f.Funds[i]
		if !x.Part && positive(recompute.Budget(x)) && x.Spent.Numeric() {
			return x
		}
	}
	return nil
}

// balances are the sums that the text says were carried over at the end of the year evaluated, of all
// funds.
func balances(p *Pass) []stated {
	var out []stated
	for i := range p.Form.Text {
		if !p.read.paragraphHas(i, "结转", "结余") {
			continue
		}
		for _, s := range p.stated(i) {
			if isMoney(s) && !s.plan && carriesOver(s.label) && len(qualifiers(s.label)) == 1 && !ofAnotherYear(s) && !takenBack(s) {
				out = append(out, s)
			}
		}
	}
	return out
}

func carriesOver(label string) bool {
	return hasAny(label, "结转", "结余") && !hasAny(label, "年初", "以前年度", "历年", "消化", "盘活", "使用", "支出", "预算", "结转率", "结余率")
}

// takenBack reports a sentence that says why the balance is not what is left of the budget.
func takenBack(s stated) bool {
	return hasAny(s.words(), "收回", "上缴", "核减", "注销", "追减", "未到位", "非财政", "其他收入")
}

func matchesPart(f *form.Form, amount quantity.Interval) bool {
	for i := range f.Funds {
		x := &f.Funds[i]
		budget, ok := recompute.Amount(recompute.Budget(x), x.Money)
		spent, ok2 := recompute.Amount(x.Spent, x.Money)
		if ok && ok2 && budget.Sub(spent).Meets(amount) {
			return true
		}
	}
	return false
}

func reportCarried(p *Pass, fund *form.Fund, s stated, rest quantity.Interval) {
	b := recompute.Budget(fund)
	due := printedLike(rest, s.amount(), form.Entry{Quantity: s.found.Quantity}) + s.found.Unit
	p.Report(finding.Finding{
		Subject: trimmedLabel(s.label), Printed: s.text(), Due: due, Working: fmt.Sprintf("%s − %s = %s", b.Value, fund.Spent.Value, due),
		Place: s.place(), Also: known([]document.Place{b.Place, fund.Spent.Place}),
		Says: both("“%[1]s”预算数减执行数为%[2]s，正文所列结转结余为%[3]s，口径相同时两者应当相等，请说明差额", "%[1]s: budget less spending is %[2]s, the text says %[3]s was carried over; within one scope these are equal, and the difference wants a word",
			fund.Name, due, s.text()),
	})
}
