package dataset

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/report"
	"fuhe/score/finding"
)

// Tables lists the tables of the dataset.
func Tables() []Table {
	return []Table{
		table("documents", "文件", "documents", documents),
		table("forms", "自评表", "forms", forms),
		table("funds", "预算执行情况各行", "rows of the funds block", funds),
		table("indicators", "绩效指标各行", "rows of the indicators", indicators),
		table("claims", "正文中的数字", "figures stated in running text", claims),
		table("findings", "问题", "findings", findings),
	}
}

// table makes a table of rows of one type.
func table[R any](name, zh, en string, rows func(d numbered) []R) Table {
	var zero R
	return Table{
		Name: name, Doc: document.Message{ZH: zh, EN: en}, zero: zero,
		rows: func(d numbered) []any {
			all := rows(d)
			out := make([]any, len(all))
			for i := range all {
				out[i] = all[i]
			}
			return out
		},
	}
}

func documents(d numbered) []documentRow {
	var codes []string
	for _, n := range d.Notes {
		codes = append(codes, string(n.Code))
	}
	row := documentRow{
		ID: d.id, Path: d.Source.Path, Format: d.Source.Format, Pages: int32(d.Source.Pages), SHA256: d.Source.SHA256,
		Status: string(d.Status), Notes: strings.Join(codes, ","), Copies: int32(len(d.Source.Copies)),
		Region: d.Source.Given.Region, Year: int32(d.Source.Given.Year), Unit: d.Source.Given.Unit, Forms: int32(len(d.Reports)),
	}
	for _, r := range d.Reports {
		row.Findings += int32(len(r.Findings))
	}
	return []documentRow{row}
}

// eachForm makes rows of every form.
func eachForm[R any](d numbered, rows func(id string, n int, r *finding.Report) []R) []R {
	var all []R
	for n, r := range d.Reports {
		if r.Form != nil {
			all = append(all, rows(report.FormID(d.Result, n), n, r)...)
		}
	}
	return all
}

func forms(d numbered) []formRow {
	return eachForm(d, func(id string, n int, r *finding.Report) []formRow {
		f := r.Form
		row := formRow{
			ID: id, Document: d.id, Number: int32(n + 1), Kind: string(f.Kind), Layout: f.Layout, Rulebook: r.Rulebook,
			Title: f.Title, Unit: f.Unit, Project: f.Project, Year: int32(f.Year),
			Score: f.Total.Score.Text, Points: plain(f.Total.Score), DueLow: other(r.Due.Total.Low), DueHigh: other(r.Due.Total.High),
			Grade: f.Total.Grade.Text, Doubt: f.Doubt, Indicators: int32(len(f.Indicators)), Ran: int32(len(r.Ran)), Skipped: int32(len(r.Skipped)),
		}
		for _, found := range r.Findings {
			switch found.Level {
			case finding.Error:
				row.Errors++
			case finding.Warning:
				row.Warnings++
			default:
				row.Infos++
			}
		}
		return []formRow{row}
	})
}

func funds(d numbered) []fundRow {
	return eachForm(d, func(id string, _ int, r *finding.Report) []fundRow {
		var all []fundRow
		for i, f := range r.Form.Funds {
			row := fundRow{
				ID: rowID(id, "f", i), Form: id, Name: f.Name, Part: f.Part,
				Initial: f.Initial.Text, InitialYuan: yuan(f.Initial, f.Money),
				Budget: f.Budget.Text, BudgetYuan: yuan(f.Budget, f.Money),
				Spent: f.Spent.Text, SpentYuan: yuan(f.Spent, f.Money),
				Rate: f.Rate.Text, RateRatio: ratio(f.Rate),
				Weight: plain(f.Weight), Score: plain(f.Score), Page: pageOf(f.Budget.Place),
			}
			if i < len(r.Due.Funds) {
				row.RateLow, row.RateHigh = percent(r.Due.Funds[i].Rate.Low), percent(r.Due.Funds[i].Rate.High)
			}
			all = append(all, row)
		}
		return all
	})
}

func indicators(d numbered) []indicatorRow {
	return eachForm(d, func(id string, _ int, r *finding.Report) []indicatorRow {
		var all []indicatorRow
		for i, f := range r.Form.Indicators {
			row := indicatorOf(id, i, f)
			if i < len(r.Due.Indicators) {
				due := r.Due.Indicators[i]
				row.Method, row.Completion = due.Method, other(due.Completion.Low)
				if len(due.Readings) > 0 {
					row.DueLow, row.DueHigh = other(due.Readings[0].Score.Low), other(due.Readings[0].Score.High)
				}
			}
			all = append(all, row)
		}
		return all
	})
}

func indicatorOf(id string, i int, f form.Indicator) indicatorRow {
	row := indicatorRow{
		ID: rowID(id, "i", i), Form: id, Goal: f.Goal, Level1: f.Level1, Level2: f.Level2, Name: f.Name, Nature: string(f.Nature),
		Target: f.Target.Text, TargetBound: string(f.Target.Bound), Actual: f.Actual.Text,
		Weight: plain(f.Weight), WeightFrom: string(f.WeightFrom), Score: plain(f.Score), Reason: f.Reason.Text, Doubt: f.Doubt,
		Page: pageOf(f.Place), Table: int32(f.Place.Table), Row: int32(f.Place.Row),
	}
	row.TargetValue, row.TargetUnit = based(f.Target.Quantity)
	row.ActualValue, row.ActualUnit = based(f.Actual.Quantity)
	return row
}

func claims(d numbered) []claimRow {
	return eachForm(d, func(id string, _ int, r *finding.Report) []claimRow {
		var all []claimRow
		for i, c := range r.Form.Claims {
			row := claimRow{ID: rowID(id, "c", i), Form: id, Subject: c.Subject, Role: string(c.Role), Text: c.Quantity.Text,
				Sentence: c.Sentence, Page: pageOf(c.Place), Line: int32(c.Place.Line)}
			row.Value, row.Unit = based(c.Quantity.Quantity)
			all = append(all, row)
		}
		return all
	})
}

func findings(d numbered) []findingRow {
	return eachForm(d, func(id string, _ int, r *finding.Report) []findingRow {
		var all []findingRow
		for i, f := range r.Findings {
			all = append(all, findingRow{
				ID: rowID(id, "p", i), Form: id, Code: f.Code, Level: string(f.Level),
				TitleZH: f.Title.ZH, TitleEN: f.Title.EN, SaysZH: f.Says.ZH, SaysEN: f.Says.EN,
				Subject: f.Subject, Printed: f.Printed, Due: f.Due, Working: f.Working, Clause: f.Clause.ZH,
				Page: pageOf(f.Place), Table: int32(f.Place.Table), Row: int32(f.Place.Row), Column: int32(f.Place.Column),
				Line: int32(f.Place.Line), Cell: f.Place.Cell, Quote: f.Place.Quote,
			})
		}
		return all
	})
}
