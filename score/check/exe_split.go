package check

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// split reports whether a block is divided into basic and project spending.
func split(b block) bool {
	basic, project := false, false
	for _, x := range b.parts {
		basic = basic || strings.Contains(x.Name, "基本支出")
		project = project || strings.Contains(x.Name, "项目支出")
	}
	return basic && project
}

func basicAndProject(p *Pass) {
	held := 0
	for _, b := range fundBlocks(p.Form) {
		if !split(b) || b.unfilled() {
			continue
		}
		for _, c := range amounts() {
			held += sumOfParts(p, b, c, true)
		}
	}
	held += statedSplit(p)
	if held == 0 {
		p.Skip("未同时列示基本支出、项目支出与总额", "the form does not print basic and project spending beside a total")
	}
}

// statedSplit holds the fields 基本支出总额 and 项目支出总额 against the total's budget or spending.
func statedSplit(p *Pass) int {
	basic, project, other := field(p.Form, "基本支出"), field(p.Form, "项目支出"), field(p.Form, "其他支出")
	if basic == nil || project == nil {
		return 0
	}
	for _, b := range fundBlocks(p.Form) {
		budget, ok := recompute.Amount(recompute.Budget(b.total), b.total.Money)
		spent, ok2 := recompute.Amount(b.total.Spent, b.total.Money)
		if ok && ok2 && strings.Contains(lexicon.Key(b.total.Name), "支出") || ok && ok2 && len(p.Form.Funds) == 1 {
			holdSplit(p, b.total, []*form.Entry{basic, project, other}, budget, spent)
			return 1
		}
	}
	return 0
}

func holdSplit(p *Pass, total *form.Fund, stated []*form.Entry, budget, spent quantity.Interval) {
	sum := quantity.Exactly(new(big.Rat))
	var values []string
	for _, e := range stated {
		if e == nil {
			continue
		}
		i, ok := recompute.Amount(*e, total.Money)
		if !ok {
			return
		}
		sum, values = sum.Add(i), append(values, e.Value)
	}
	if sum.Meets(budget) || sum.Meets(spent) {
		return
	}
	right := printedLike(sum, spent, total.Spent)
	level := finding.Error
	if stated[2] == nil && quantity.Compare(sum.High, spent.Low) < 0 && wide(sum, spent) {
		level = finding.Warning // other spending may not be listed
	}
	p.Report(finding.Finding{
		Level: level, Subject: total.Name, Printed: stated[0].Text, Due: total.Spent.Value, Working: strings.Join(values, " + ") + " = " + right,
		Says: both("基本支出与项目支出合计%s，与“%s”的预算数%s、执行数%s均不一致", "basic and project spending make %s; %s has a budget of %s and spending of %s",
			right, total.Name, recompute.Budget(total).Value, total.Spent.Value),
		Place: stated[0].Place, Also: known([]document.Place{stated[1].Place, total.Spent.Place, recompute.Budget(total).Place}),
	})
}

// field returns the basic entry whose name begins with the words, if it holds an amount.
func field(f *form.Form, words string) *form.Entry {
	for i := range f.Fields {
		if strings.HasPrefix(lexicon.Key(f.Fields[i].Name), words) && f.Fields[i].Value.Numeric() {
			return &f.Fields[i].Value
		}
	}
	return nil
}
