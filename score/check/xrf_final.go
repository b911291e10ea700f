package check

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

var xrfFinal = &Check{
	Code: "XRF-13", Level: finding.Warning, Run: runFinal,
	Title:   document.Message{ZH: "自评执行数与决算数不一致", EN: "Spending evaluated is not what the accounts say"},
	Doc:     document.Message{ZH: "把正文所列的部门（项目）决算数与资金表同一资金的执行数相比较。按名称归属，归属不确定、他年度或只是其中一部分的不比较；相差一成以内的提请核对，相差更多的多为口径不同（如含非财政资金），不作判断。两者口径可能不同，因此是警告而不是错误。", EN: "Holds the final accounts that the text states against the spending of the same row of the funds table. Figures are tied by name; uncertain ties, other years and parts are left alone. Within a tenth of one another a difference wants a look; farther apart they are mostly of another scope. Scopes may differ, so this is a question and no error."},
	Formula: "E = final accounts",
	Why:     document.Message{ZH: "执行数应与决算一致，不同则执行率可能按未经审核的数计算。", EN: "Spending should be that of the final accounts; where it is not, the rate may rest on figures nobody closed."},
	Allows:  document.Message{ZH: "按较粗一方的精度比较；相差超过一成的多为口径不同，不提示，他年度和只是其中一部分的不比较。", EN: "By the coarser figure's digits; more than a tenth apart is mostly another scope and let pass, other years and parts are not compared."},
	Clause:  document.Message{ZH: "自评所用执行数应与部门决算数据一致", EN: "the spending evaluated is that of the final accounts"},
	Trips:   document.Message{ZH: "资金表执行数12,830.35万元，正文“部门支出决算数12,803.35万元”", EN: "12,830.35 in the funds table, “final accounts 12,803.35” in the text"},
	Silent:  document.Message{ZH: "资金表执行数12,830.35万元，正文“部门支出决算数1.28亿元”", EN: "12,830.35 in the table, 128 million in the text"},
}

// ofAccounts reports a claim that states final accounts.
func ofAccounts(c *form.Claim) bool {
	return c.Role == form.RoleSpent && strings.Contains(c.Subject, "决算")
}

func runFinal(p *Pass) {
	compared := 0
	for i := range p.Form.Claims {
		c := &p.Form.Claims[i]
		if c.About.Kind != "fund" || !ofAccounts(c) || !inYear(p.Form, c) {
			continue
		}
		fund := &p.Form.Funds[c.About.Index]
		printed := fund.Spent.Quantity
		if printed.Unit == "" {
			printed.Unit = fund.Money
		}
		same, known := sameFact(c.Quantity.Quantity, printed)
		if fund.Spent.Missing() || fund.Spent.Doubt != "" || !known {
			continue
		}
		if compared++; same || !near(c.Quantity.Quantity, printed) {
			continue
		}
		p.Report(finding.Finding{
			Subject: fund.Name, Printed: fund.Spent.Text, Due: c.Quantity.Text, Working: fund.Spent.Text + " ≠ " + c.Quantity.Text, Trust: c.About.Trust,
			Says: both("“%[1]s”执行数为%[2]s，正文所列决算数为%[3]s，两者不一致，请核对口径", "%[1]s: spending is %[2]s, the final accounts in the text are %[3]s",
				fund.Name, fund.Spent.Text, c.Quantity.Text),
			Place: c.Place, Also: []document.Place{fund.Spent.Place},
		})
	}
	if compared == 0 {
		p.Skip("正文没有可与资金表相比的决算数", "the text states no final accounts to compare with the funds table")
	}
}
