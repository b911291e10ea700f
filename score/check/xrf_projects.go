package check

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// runProjects holds the money that lists of projects give for the project against its funds; it returns
// how many figures were held. The listed score is TOT-03's.
func runProjects(p *Pass) int {
	held := 0
	if len(p.Form.Funds) == 0 || p.Form.Funds[0].Part || listed(p.Form) { // the list itself is no other table
		return 0
	}
	total := &p.Form.Funds[0]
	for i := range p.Form.Listed {
		row := &p.Form.Listed[i]
		held += holdListed(p, row, row.Budget, recompute.Budget(total), "预算数", "budget")
		held += holdListed(p, row, row.Spent, total.Spent, "执行数", "spending")
		if same, known := sameEntry(row.Rate, total.Rate); known && row.Rate.Numeric() {
			held++
			if !same {
				listedDiffers(p, row, row.Rate, total.Rate, "执行率", "rate")
			}
		}
	}
	return held
}

// holdListed compares an amount of the list with the form's, each in the unit of its own table. Where
// the two are ten thousand times apart, a unit is missing rather than a figure wrong.
func holdListed(p *Pass, row *form.Listed, listed, own form.Entry, zh, en string) int {
	a, ok := recompute.Amount(listed, row.Money)
	b, ok2 := recompute.Amount(own, p.Form.Funds[0].Money)
	if !ok || !ok2 {
		return 0
	}
	if !a.Meets(b) && !a.Meets(b.Scale(tenThousand)) && !b.Meets(a.Scale(tenThousand)) {
		listedDiffers(p, row, listed, own, zh, en)
	}
	return 1
}

func listedDiffers(p *Pass, row *form.Listed, listed, own form.Entry, zh, en string) {
	p.Report(finding.Finding{
		Subject: row.Name, Printed: listed.Text, Due: own.Text, Working: own.Text + " ≠ " + listed.Text,
		Says: both("“%[1]s”的"+zh+"在自评表中为 %[2]s，在项目汇总表中为 %[3]s，两表不一致，请核对",
			"%[1]s: the "+en+" is %[2]s in the form and %[3]s in the list of projects", row.Name, own.Text, listed.Text),
		Place: listed.Place, Also: []document.Place{own.Place},
	})
}
