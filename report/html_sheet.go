package report

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"fuhe/extract/document"
	"fuhe/extract/proof"
	"fuhe/score/finding"
)

// sheetOf is the result as the page shows it; number tells the results of one page apart.
func sheetOf(r *Result, lang string, number int) htmlSheet {
	s := htmlSheet{Lang: lang, Name: plain(r.Source.Name), Path: plain(r.Source.Path), Status: statusWord(r.Status).In(lang)}
	for _, n := range r.Notes {
		note := "[" + string(n.Code) + "] " + plain(n.Says.In(lang))
		if at := located(n.Place, briefQuote, lang); at != "" {
			note += " — " + at
		}
		s.Notes = append(s.Notes, note)
	}
	var marks []marked
	counts := map[finding.Level]int{}
	skips := 0
	for i, one := range r.Reports {
		form := formSheet(r, one, lang, fmt.Sprintf("%d-%d", number, i+1), &marks)
		if len(r.Reports) > 1 {
			form.Heading = fmt.Sprintf(say("第 %d 份，共 %d 份", "form %d of %d").In(lang), i+1, len(r.Reports))
		}
		s.Forms = append(s.Forms, form)
		for _, f := range one.Findings {
			counts[f.Level]++
		}
		skips += len(one.Skipped)
	}
	for _, l := range []finding.Level{finding.Error, finding.Warning, finding.Info} {
		s.Counts = append(s.Counts, htmlCount{levelClass(l), groupWord(l).In(lang), counts[l]})
	}
	s.Counts = append(s.Counts, htmlCount{"skipped", say("未能核对", "not checked").In(lang), skips})
	s.Pages = drawn(r.Document, marks, lang, number)
	for _, g := range r.Gone {
		s.Gone = append(s.Gone, plain(g.Code+" "+g.Subject))
	}
	return s
}

// marked is a place of a finding that a drawn page can show.
type marked struct {
	place document.Place
	proof.Mark
}

// wideFact is the width, in columns, from which on a fact takes a line of its own; fewAlso is how many other
// places are told at once.
const (
	wideFact = 30
	fewAlso  = 4
)

func formSheet(r *Result, f *finding.Report, lang, id string, marks *[]marked) htmlForm {
	t := &text{options: &Options{Lang: lang}}
	facts := slices.Concat(t.identity(f), t.totals(f), []piece{
		{say("评分规则：", "rulebook: ").In(lang), chosen(f, lang)},
		{say("读取说明：", "how it was read: ").In(lang), readings(f.Form, lang)},
	})
	form := htmlForm{Rows: recomputed(f, lang)}
	for _, p := range facts {
		if p.value != "" {
			form.Facts = append(form.Facts, htmlFact{p.label, p.value, columns(p.value) > wideFact})
		}
	}
	sorted := byLevel(f.Findings)
	for i, found := range sorted {
		if i == 0 || sorted[i-1].Level != found.Level {
			form.Groups = append(form.Groups, htmlGroup{Class: levelClass(found.Level), Word: groupWord(found.Level).In(lang)})
		}
		g := &form.Groups[len(form.Groups)-1]
		one := findingSheet(r, f, *found, lang, fmt.Sprintf("%s-%d", id, i+1))
		g.Findings = append(g.Findings, one)
		for n, p := range append([]document.Place{found.Place}, found.Also...) {
			if p.Box != nil && p.Page > 0 {
				label := strconv.Itoa(i + 1)
				if n > 0 {
					label += "′"
				}
				*marks = append(*marks, marked{p, proof.Mark{Box: *p.Box, Class: levelClass(found.Level), ID: one.ID, Label: label}})
			}
		}
	}
	for _, g := range grouped(f.Skipped, func(s finding.Skip) (string, string) { return plain(s.Why.In(lang)), s.Code }) {
		slices.Sort(g.codes)
		form.Skipped = append(form.Skipped, htmlSkip{codes(g.codes, lang), g.text})
	}
	return form
}

func findingSheet(r *Result, f *finding.Report, found finding.Finding, lang, id string) htmlFinding {
	one := htmlFinding{
		ID: id, Code: found.Code, Class: levelClass(found.Level), Title: plain(found.Title.In(lang)), Subject: plain(found.Subject),
		Says: plain(found.Says.In(lang)), Where: where(found.Place, lang), Quote: quoted(found.Place.Quote),
		Printed: plain(found.Printed), Due: plain(found.Due), Working: plain(found.Working), Clause: plain(found.Clause.In(lang)),
		Match: match(found.Trust), Read: doubts(f.Form, &found, lang),
	}
	for _, p := range found.Also {
		if at := located(p, briefQuote, lang); at != "" {
			one.Also = append(one.Also, at)
		}
	}
	one.Also, one.More = one.Also[:min(len(one.Also), fewAlso)], one.Also[min(len(one.Also), fewAlso):]
	if r.Document != nil && found.Place.Box == nil {
		one.Rows = quotedRows(r.Document, append([]document.Place{found.Place}, found.Also...))
	}
	return one
}

// mostPages is how many pages are drawn at most; findings on others keep their quotation.
const mostPages = 80

// drawn are the pages that findings point to, with the places marked.
func drawn(d *document.Document, marks []marked, lang string, number int) []htmlPage {
	if d == nil {
		return nil
	}
	var all []htmlPage
	for i := range d.Pages {
		p := &d.Pages[i]
		var here []proof.Mark
		for _, m := range marks {
			if m.place.Page == p.Number {
				here = append(here, m.Mark)
			}
		}
		if len(here) == 0 || len(all) == mostPages {
			continue
		}
		all = append(all, htmlPage{
			ID: fmt.Sprintf("p%d-%d", number, p.Number), Number: p.Number, Word: fmt.Sprintf(say("第 %d 页", "page %d").In(lang), p.Number),
			SVG: template.HTML(proof.Drawing(p, here)), // escapes the document's text itself
		})
	}
	return all
}

// htmlRow is one recomputed row.
type htmlRow struct {
	Name, Target, Actual, Completion string
	Weight, Score, Due, Method       string
	Working                          string
	Differs                          bool
}

// recomputed lists every row that earns points, with what is due and how.
func recomputed(f *finding.Report, lang string) []htmlRow {
	var all []htmlRow
	for _, row := range earning(f, lang) {
		one := htmlRow{Name: plain(row.name), Target: plain(row.target.Text), Actual: plain(row.actual.Text), Weight: plain(row.weight.Text),
			Score: plain(row.score.Text), Method: methodWord(row.points.Method).In(lang), Working: plain(row.points.Why.In(lang))}
		if row.completion != nil {
			one.Completion = percentage(row.completion)
		}
		if by := admitted(row.points, row.score); by != nil {
			one.Due, one.Working = span(by.Score, decimal), plain(by.Working)
			one.Differs = differs(row, by)
		}
		all = append(all, one)
	}
	return all
}
