package report

import (
	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// fileOf is a result as the public JSON says it, its messages in the language.
func fileOf(r *Result, lang string) fileJSON {
	return fileJSON{
		Schema: Schema,
		Source: sourceJSON(r.Source),
		Status: r.Status,
		Notes: each(r.Notes, func(n document.Note) noteJSON {
			return noteJSON{n.Code, n.Says.In(lang), n.Place}
		}),
		Forms: each(r.Reports, func(f *finding.Report) formJSON { return formOf(f, lang) }),
		Gone: each(r.Gone, func(a finding.Acceptance) goneJSON {
			return goneJSON{a.Code, a.Subject, a.Printed, a.Reason, a.Reviewer, a.Date}
		}),
	}
}

func formOf(r *finding.Report, lang string) formJSON {
	f, precision := r.Form, recompute.PrecisionOf(r.Form)
	return formJSON{
		Kind: f.Kind, Layout: f.Layout, Rulebook: r.Rulebook,
		From:  fromJSON{r.ChosenBy, r.Chosen.In(lang), r.Suiting},
		Title: f.Title, Unit: f.Unit, Project: f.Project, Year: f.Year, Doubt: f.Doubt,
		Funds:      beside(f.Funds, r.Due.Funds, func(x form.Fund, d finding.FundDue) fundJSON { return fundOf(x, d, precision) }),
		Sections:   beside(f.Sections, r.Due.Sections, sectionOf),
		Indicators: beside(f.Indicators, r.Due.Indicators, func(x form.Indicator, d finding.IndicatorDue) indicatorJSON { return indicatorOf(x, d, precision) }),
		Total: totalJSON{entryOf(f.Total.Weight), entryOf(f.Total.Score), entryOf(f.Total.Grade),
			intervalOf(r.Due.Total)},
		Claims:   each(f.Claims, claimOf),
		Findings: each(r.Findings, func(f finding.Finding) findingJSON { return findingOf(f, lang) }),
		Accepted: each(r.Accepted, func(a finding.Accepted) acceptedJSON {
			return acceptedJSON{findingOf(a.Finding, lang), a.By.Reason, a.By.Reviewer, a.By.Date}
		}),
		Ran:     r.Ran,
		Skipped: each(r.Skipped, func(s finding.Skip) skipJSON { return skipJSON{s.Code, s.Why.In(lang)} }),
	}
}

func entryOf(e form.Entry) entryJSON {
	return entryJSON{e.Text, e.Bound, e.Value, e.Upper, e.Unit, e.Approximate, e.Doubt, e.Place}
}

func intervalOf(i quantity.Interval) intervalJSON {
	if i.IsZero() {
		return intervalJSON{}
	}
	return intervalJSON{decimal(i.Low), decimal(i.High)}
}

// pointsOf is what is due by the reading that is shown beside the printed score.
func pointsOf(p finding.Points, score form.Entry) intervalJSON {
	if r := admitted(p, score); r != nil {
		return intervalOf(r.Score)
	}
	return intervalJSON{}
}

// usedBy names the way that a printed score was come by, where one of those admitted gives it: the
// reading, and how it was brought to its digits unless it was rounded.
func usedBy(p finding.Points, score form.Entry, precision recompute.Precision) string {
	fit, ok := precision.Fit(p, score)
	switch {
	case !ok:
		return ""
	case fit.Mode != recompute.Rounded:
		return fit.Reading.Name + "+" + string(fit.Mode)
	}
	return fit.Reading.Name
}

func fundOf(f form.Fund, d finding.FundDue, p recompute.Precision) fundJSON {
	return fundJSON{
		Name: f.Name, Initial: entryOf(f.Initial), Budget: entryOf(f.Budget), Spent: entryOf(f.Spent),
		Weight: entryOf(f.Weight), Rate: entryOf(f.Rate), Score: entryOf(f.Score),
		Due: rateDueJSON{intervalOf(d.Rate), pointsOf(d.Score, f.Score), usedBy(d.Score, f.Score, p)},
	}
}

func sectionOf(s form.Section, d finding.SectionDue) sectionJSON {
	return sectionJSON{
		Name: s.Name, Weight: entryOf(s.Weight), Score: entryOf(s.Score), Rate: entryOf(s.Rate),
		Due: rateDueJSON{Rate: intervalOf(d.Rate), Score: intervalOf(d.Score)},
	}
}

func indicatorOf(i form.Indicator, d finding.IndicatorDue, p recompute.Precision) indicatorJSON {
	out := indicatorJSON{
		Goal: i.Goal, Level1: i.Level1, Level2: i.Level2, Name: i.Name, Nature: i.Nature,
		Target: entryOf(i.Target), Actual: entryOf(i.Actual), Weight: entryOf(i.Weight),
		Rate: entryOf(i.Rate), Score: entryOf(i.Score), Reason: entryOf(i.Reason), WeightFrom: i.WeightFrom,
		Due: pointsOf(d.Points, i.Score), Method: d.Method, Reading: usedBy(d.Points, i.Score, p), Doubt: i.Doubt, Inferred: i.Inferred,
	}
	if m := middle(d.Completion); m != nil {
		out.Completion = decimal(m)
	}
	return out
}

func claimOf(c form.Claim) claimJSON {
	return claimJSON{c.Subject, entryOf(c.Quantity), c.Sentence, c.Place}
}

func findingOf(f finding.Finding, lang string) findingJSON {
	return findingJSON{
		Code: f.Code, Level: f.Level, Title: f.Title.In(lang), Says: f.Says.In(lang),
		Subject: f.Subject, Printed: f.Printed, Due: f.Due, Working: f.Working,
		Clause: f.Clause.In(lang), Trust: f.Trust, Place: f.Place, Also: f.Also,
	}
}

func each[A, B any](list []A, of func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, v := range list {
		out = append(out, of(v))
	}
	return out
}

// beside joins the rows of a form with what is due for them; a row that nothing was computed for meets
// the zero value.
func beside[A, D, B any](rows []A, due []D, of func(A, D) B) []B {
	out := make([]B, 0, len(rows))
	for i, row := range rows {
		var d D
		if i < len(due) {
			d = due[i]
		}
		out = append(out, of(row, d))
	}
	return out
}
