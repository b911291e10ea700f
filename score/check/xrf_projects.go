package check

import (
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
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

// projectsCounted holds the number of self-evaluated projects that the text gives against the rows of a file that is a
// list of them: a difference is a question, as the list may leave some out. It returns how many it held.
func projectsCounted(p *Pass) int {
	if !listed(p.Form) {
		return 0
	}
	held := 0
	for i, s := range p.read.sentences() {
		if !s.hasAny("自评") || ofOtherYear(s.Text) {
			continue
		}
		for _, q := range p.read.amounts()[i] {
			n, ok := smallCount(q)
			if !ok || !countsProjects(s.Text, q) {
				continue
			}
			held++
			if rows := len(p.Form.Listed); n != rows {
				p.Report(projectsDiffer(p, s, q, rows))
			}
		}
	}
	return held
}

func ofOtherYear(text string) bool {
	return hasAny(text, "上年", "去年", "上一年", "下一年", "明年")
}

// countsProjects reports a count of projects: 项目共4个, 项目4个, 对4个项目.
func countsProjects(text string, q quantity.Found) bool {
	before, unit := trimmedLabel(labelOf(text[:q.Start])), strings.TrimSpace(q.Unit)
	if unit == "个项目" || unit == "个" && strings.HasPrefix(strings.TrimSpace(text[q.End:]), "项目") {
		return true
	}
	return unit == "个" && strings.HasSuffix(before, "项目")
}

func projectsDiffer(p *Pass, s spoken, q quantity.Found, rows int) finding.Finding {
	printed, due := strings.TrimSpace(s.Text[q.Start:q.End]), strconv.Itoa(rows)
	return finding.Finding{
		Level: finding.Warning, Subject: "自评项目数", Printed: printed, Due: due, Working: due + " ≠ " + q.Value,
		Place: s.place(q.Start, q.End-q.Start), Also: known([]document.Place{p.Form.Listed[0].Place}),
		Says: both("正文称自评项目%[1]s，汇总表列有%[2]s个，请核对", "The text counts %[1]s of projects, the list has %[2]s", printed, due),
	}
}
