package report

import (
	"math/big"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

func between(low, high string) quantity.Interval {
	l, _ := new(big.Rat).SetString(low)
	h, _ := new(big.Rat).SetString(high)
	return quantity.Interval{Low: l, High: h}
}

func entry(text, value, unit string, p document.Place) form.Entry {
	return form.Entry{Text: text, Quantity: quantity.Quantity{Value: value, Unit: unit, Kind: quantity.Number}, Place: p}
}

func at(page, row, column int, quote string) document.Place {
	return document.Place{Page: page, Table: 1, Row: row, Column: column, Quote: quote}
}

// checked is a file with a form that has findings of every level, and one that has none.
func checked() *Result {
	return &Result{
		Source:  Source{Name: "自评.pdf", Path: "报告/自评.pdf", SHA256: "9f86d081", Format: "pdf", Pages: 3},
		Status:  Partial,
		Notes:   []document.Note{{Code: document.NoTextLayer, Says: say("第 3 页只有图像", "page 3 is only a picture"), Place: document.Place{Page: 3}}},
		Reports: []*finding.Report{disagreeing(), agreeing()},
	}
}

func agreeing() *finding.Report {
	return &finding.Report{Form: &form.Form{Kind: form.Department, Unit: "丙县档案馆"}, Ran: []string{"EXE-01"}}
}

func disagreeing() *finding.Report {
	weight := entry("10", "10", "", at(1, 7, 5, "10"))
	visits := form.Indicator{Level1: "产出指标", Level2: "数量指标", Name: "=走访企业", Nature: form.Quantitative,
		Target: form.Entry{Text: "≥1,200家", Quantity: quantity.Quantity{Bound: quantity.AtLeast, Value: "1200", Unit: "家", Kind: quantity.Number}, Place: at(1, 9, 4, "≥1,200家")},
		Actual: entry("900家", "900", "家", at(1, 9, 5, "900家")), Weight: weight, WeightFrom: form.FromCell,
		Score: entry("9.50", "9.50", "", at(1, 9, 7, "9.50")), Reason: form.Entry{Text: "企业停业", Place: at(1, 9, 8, "企业停业")}}
	words := form.Indicator{Level1: "效益指标", Name: "服务环境", Nature: form.Qualitative,
		Target: form.Entry{Text: "改善", Place: at(1, 10, 4, "改善")}, Score: entry("8", "8", "", at(1, 10, 7, "8"))}
	f := &form.Form{Kind: form.Project, Layout: "national", Title: "项目支出绩效自评表", Unit: "甲市乙区商务局", Project: "走访<补贴>", Year: 2022,
		Funds: []form.Fund{{Name: "年度资金总额", Budget: entry("1,200.00", "1200.00", "", at(1, 4, 3, "")),
			Spent: entry("1,100.50", "1100.50", "", at(1, 4, 4, "")), Weight: weight,
			Rate: entry("91.72%", "91.72", "%", at(1, 4, 6, "91.72%")), Score: entry("9.17", "9.17", "", at(1, 4, 7, "9.17"))},
			{Name: "其他资金", Part: true}},
		Sections:   []form.Section{{Name: "产出指标", Level: 1, Weight: entry("50", "50", "", at(1, 8, 1, ""))}},
		Indicators: []form.Indicator{visits, words},
		Total:      form.Total{Score: entry("96.67", "96.67", "", at(2, 1, 2, "96.67")), Grade: form.Entry{Text: "优"}},
		Claims:     []form.Claim{{Subject: "走访企业", Quantity: entry("901家", "901", "家", document.Place{}), Sentence: "全年走访企业901家。", Place: document.Place{Page: 2, Quote: "901家"}}},
	}
	return &finding.Report{Form: f, Rulebook: "cn-2020", Chosen: say("报告引用该办法", "the report names it"),
		Due:      due(),
		Findings: found(),
		Ran:      []string{"EXE-01", "SCR-01"},
		Skipped: []finding.Skip{{Code: "WGT-01", Why: say("没有分值列", "no weights")}, {Code: "XRF-02", Why: say("正文没有数据", "no figures in the text")},
			{Code: "WGT-02", Why: say("没有分值列", "no weights")}}}
}

func due() finding.Due {
	return finding.Due{
		Funds: []finding.FundDue{{Rate: between("91.7075", "91.7088"), Score: finding.Points{Method: "execution",
			Readings: []finding.Reading{{Name: "strict", Score: between("9.17075", "9.17088"), Working: "10 × 91.71%"}}}}},
		Indicators: []finding.IndicatorDue{
			{Completion: between("3/4", "3/4"), Points: finding.Points{Method: "ratio", Clause: say("按比例计分", "pro rata"),
				Readings: []finding.Reading{{Name: "strict", Score: between("15/2", "15/2"), Working: "10 × 900 ÷ 1200 = 7.5"}}}},
			{Points: finding.Points{Method: "none", Why: say("定性指标没有完成情况", "no result is given")}},
		},
		Total: between("94.67", "94.6705"),
	}
}

// found stands out of the order of levels, and one quotation tries to clear the screen.
func found() []finding.Finding {
	return []finding.Finding{
		{Code: "EXP-07", Level: finding.Info, Title: say("填报说明未删", "template text left"), Says: say("模板说明文字仍在正文中", "template text is left in the report"),
			Place: document.Place{Line: 56, Quote: "\x1b[2J填报说明\u202e"}},
		{Code: "SCR-01", Level: finding.Error, Title: say("得分与完成情况不一致", "score does not follow"), Says: say("完成 75%，得分应为 7.5", "75% done, 7.5 points due"),
			Subject: "=走访企业", Printed: "9.50", Due: "7.5", Working: "10 × 900 ÷ 1200 = 7.5", Clause: say("财预〔2020〕10号", "MOF 2020 no. 10"),
			Place: at(1, 9, 7, "9.50"), Also: []document.Place{{Page: 2, Quote: "901家"}}},
		{Code: "EXE-01", Level: finding.Warning, Title: say("执行率与预算数、执行数不一致", "rate does not follow"),
			Printed: "91.72%", Due: "91.71%", Place: document.Place{Cell: "Sheet1!B3", Table: 1, Row: 3, Column: 2}},
	}
}

// unreadable is a file that nothing could be read of.
func unreadable() *Result {
	return &Result{Source: Source{Name: "加密.pdf", Path: "加密.pdf"}, Status: Failed,
		Notes: []document.Note{{Code: document.Encrypted, Says: say("文件已加密，请去除密码后再核对", "it is encrypted; take off the password")}}}
}
