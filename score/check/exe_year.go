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

// exeYear are the checks that hold spending against what came of it, and the budget against its change
// during the year.
func exeYear() []*Check {
	return []*Check{
		{
			Code: "EXE-09", Level: finding.Info, Run: scoresAheadOfSpending,
			Title:   document.Message{ZH: "指标得分率与执行率背离", EN: "Indicators far ahead of spending"},
			Doc:     document.Message{ZH: "预算执行10分、指标90分的表式中，指标得分率高出预算执行率5%以上，一体化系统按此预警。其他表式不作判断。", EN: "In forms of execution 10 and indicators 90, the indicators earn a share more than 5% above the execution rate; the filing software raises an alarm at this line. Nothing is said of other forms."},
			Formula: "(I − e) ÷ I > 5%",
			Why:     document.Message{ZH: "钱花得少而指标得分高，可能是目标定得过低、预算编得过大，或完成值未据实填写。", EN: "High scores on little spending suggest targets set too low, a budget set too high, or results not filled in as they were."},
			Allows:  document.Message{ZH: "指标得分率高出执行率不超过5%（相对指标得分率）的不提示；只看预算执行10分、指标90分且分值得分齐全的表。", EN: "A rate of scores up to 5% (of itself) above the execution rate is let pass; only complete forms of 10 and 90 points are looked at."},
			Clause:  document.Message{ZH: "预算绩效管理一体化系统的预警口径：指标得分率高于执行率5%以上", EN: "alarm line of the filing software: indicators more than 5% ahead of spending"},
			Trips:   document.Message{ZH: "执行率80%，指标得分90（满分90）", EN: "80% spent, indicators 90 of 90"},
			Silent:  document.Message{ZH: "执行率96%，指标得分90", EN: "96% spent, indicators 90 of 90"},
		},
		{
			Code: "EXE-13", Needs: AllText, Level: finding.Warning, Run: budgetChanged,
			Title:   document.Message{ZH: "年中调整预算未说明", EN: "Budget changed during the year without a word"},
			Doc:     document.Message{ZH: "办法要求说明预算调整的，全年（调整后）预算数与年初预算数不同而原因栏和文字均未提及调整、追加、调减或结转。", EN: "Where the rules ask for it: the full-year budget differs from the initial one, and neither the form nor the text speaks of a change."},
			Formula: "P ≠ P₀ ⇒ reason",
			Why:     document.Message{ZH: "年中调整改变了执行率的分母，不说明就看不出执行率是靠干活还是靠调减提高的。", EN: "A change during the year moves the base of the rate; untold, one cannot see whether work or a cut of the budget raised it."},
			Allows:  document.Message{ZH: "两个预算数在印刷位数内相等的不提示，报告提到调整、追加、核减、结转等的也不提示；办法未要求说明的、分项资金行不检查。", EN: "Budgets equal to the digits printed, and any word on changes, additions, cuts or carry-over, are let pass; parts, and rules that ask for no explanation, are not checked."},
			Clause:  document.Message{ZH: "预算有追加或调减的应单独说明", EN: "changes of the budget are to be explained"},
			Trips:   document.Message{ZH: "年初预算100、调整后150，全文未提调整（四川）", EN: "initial 100, adjusted 150, no word of it (Sichuan)"},
			Silent:  document.Message{ZH: "同上，原因栏写“年中追加50万元”", EN: "the same with “50 added during the year”"},
		},
		{
			Code: "EXE-14", Needs: AllRows, Level: finding.Info, Run: doneUnspent,
			Title:   document.Message{ZH: "几乎未支出而产出全部完成", EN: "All done, next to nothing spent"},
			Doc:     document.Message{ZH: "总额执行率低于10%，而产出指标均已完成，完成情况与资金支出是否对应值得核对。", EN: "Less than a tenth was spent and every output was reached; whether the one belongs to the other wants a look."},
			Formula: "e < 10% ∧ ∀ output: x ≥ 1",
			Why:     document.Message{ZH: "几乎没花钱却说产出全部完成，可能是工作由其他资金完成、完成值虚报，或款项尚未结算。", EN: "Outputs all done on next to nothing spent: other money may have paid, results may be made up, or the bills are still to come."},
			Allows:  document.Message{ZH: "执行率达到10%即不提示；有任何一项产出未完成或无法判断的也不提示。", EN: "A rate of 10% and more is let pass, and so is a form with any output missed or not certainly met."},
			Clause:  document.Message{ZH: "产出应与资金支出相对应", EN: "outputs answer to spending"},
			Trips:   document.Message{ZH: "预算132.81万元、执行0.1万元，产出均达标", EN: "budget 1328100, spent 1000, all outputs reached"},
			Silent:  document.Message{ZH: "执行率60%，产出均达标", EN: "60% spent, all outputs reached"},
		},
	}
}

func scoresAheadOfSpending(p *Pass) {
	fund := weighedFund(p.Form)
	rows := recompute.Members{Indicators: p.outline().All().Indicators}
	weights, scores := p.outline().Weights(rows), p.outline().Scores(rows)
	if fund == nil || !is(fund.Weight, 10) || !weights.Complete || !scores.Complete || quantity.Compare(weights.Value, quantity.Whole(90)) != 0 || scores.Value.Sign() <= 0 {
		p.Skip("不是预算执行10分、指标90分的表式，或分值、得分不全", "not a form of 10 and 90 points, or weights and scores are not complete")
		return
	}
	rate := recompute.Quotient(fund.Spent, recompute.Budget(fund), fund.Money)
	if rate == nil || mixedUnits(fund) {
		p.Skip("没有可用的执行率", "no execution rate to look at")
		return
	}
	earned := quantity.Per(scores.Value, weights.Value)
	earned.Mul(earned, big.NewRat(100, 1))
	gap := quantity.Minus(earned, rate)
	gap.Quo(gap, earned).Mul(gap, big.NewRat(100, 1))
	if quantity.Compare(gap, quantity.Whole(5)) <= 0 {
		return
	}
	i, e, g := quantity.FormatRat(earned, 2), quantity.FormatRat(rate, 2), quantity.FormatRat(gap, 2)
	p.Report(finding.Finding{
		Subject: fund.Name, Printed: fund.Rate.Text, Working: fmt.Sprintf("(%s − %s) ÷ %s = %s%%", i, e, i, g), Place: fund.Spent.Place, Also: known([]document.Place{fund.Rate.Place}),
		Says: both("指标得分率%s%%，预算执行率%s%%，前者高出%s%%，超过5%%", "the indicators earn %s%%, %s%% of the budget was spent: %s%% ahead, more than 5%%", i, e, g),
	})
}

// weighedFund is the funds row that earns the points of execution, or nil.
func weighedFund(f *form.Form) *form.Fund {
	for i := range f.Funds {
		if recompute.Carries(f, i) && recompute.Weight(f.Funds[i].Weight) != nil {
			return &f.Funds[i]
		}
	}
	return nil
}

func is(e form.Entry, n int64) bool {
	return e.Numeric() && quantity.Compare(e.Rat(), quantity.Whole(n)) == 0
}

func budgetChanged(p *Pass) {
	if !p.Book.Explain.Adjusted {
		p.Skip("办法未要求说明预算调整", "the rules do not ask for changes of the budget to be explained")
		return
	}
	held := 0
	for i := range p.Form.Funds {
		x := &p.Form.Funds[i]
		initial, ok := recompute.Amount(x.Initial, x.Money)
		budget, ok2 := recompute.Amount(x.Budget, x.Money)
		if x.Part || !ok || !ok2 {
			continue
		}
		held++
		if initial.Meets(budget) || initial.High.Sign() <= 0 || tellsOfChange(p, x) {
			continue
		}
		p.Report(finding.Finding{
			Subject: x.Name, Printed: x.Budget.Text, Due: x.Initial.Value, Clause: p.Book.Explain.Clause, Place: x.Budget.Place, Also: known([]document.Place{x.Initial.Place}),
			Says: both("“%s”调整后预算数%s与年初预算数%s不同，未见说明调整原因", "%s: the budget was changed from %[3]s to %[2]s during the year, and no reason is given", x.Name, x.Budget.Value, x.Initial.Value),
		})
	}
	if held == 0 {
		p.Skip("未同时列示年初预算数和全年预算数", "the form does not print both budgets")
	}
}

// tellsOfChange reports whether the form speaks of a change of the budget.
func tellsOfChange(p *Pass, x *form.Fund) bool {
	words := []string{"调整", "追加", "调减", "调增", "压减", "增加", "新增", "核减", "收回", "结转"}
	if x.Reason.Kind != quantity.Blank || hasAny(p.Form.Reason.Text, words...) {
		return true
	}
	for i := range p.Form.Text {
		if p.read.paragraphHas(i, "预算") && p.read.paragraphHas(i, words...) {
			return true
		}
	}
	return false
}

// hardlySpent is the execution, in percent, below which nothing worth naming was spent.
var hardlySpent = big.NewRat(10, 1)

func doneUnspent(p *Pass) {
	fund := weighedFund(p.Form)
	if fund == nil || recompute.Quotient(fund.Spent, recompute.Budget(fund), fund.Money) == nil || mixedUnits(fund) {
		p.Skip("没有可用的执行率", "no execution rate to look at")
		return
	}
	rate := recompute.Quotient(fund.Spent, recompute.Budget(fund), fund.Money)
	outputs := 0
	for _, s := range p.scoredRows() {
		if !strings.Contains(s.Level1, "产出") {
			continue
		}
		if outputs++; !s.known || !s.met {
			return
		}
	}
	if outputs == 0 || quantity.Compare(rate, hardlySpent) >= 0 {
		return
	}
	p.Report(finding.Finding{
		Subject: fund.Name, Printed: fund.Spent.Text, Place: fund.Spent.Place, Also: known([]document.Place{fund.Rate.Place}),
		Says: both("预算执行率仅%s%%，而%d项产出指标均已完成，请核对完成情况与资金支出的对应关系", "only %s%% of the budget was spent, yet all %d outputs were reached", quantity.FormatRat(rate, 2), outputs),
	})
}
