package portfolio

import (
	"fmt"
	"io"
	"strings"

	"fuhe/extract/document"
	"fuhe/report"
	"fuhe/score/finding"
)

// The public JSON of a review: messages in one language, fields with nothing to say left out.
type (
	reviewJSON struct {
		Schema   string        `json:"schema"`
		Forms    int           `json:"forms"`
		Units    int           `json:"units"`
		Findings []findingJSON `json:"findings"`
		Ran      []string      `json:"ran"`
		Skipped  []skipJSON    `json:"skipped,omitempty"`
	}
	findingJSON struct {
		Code    string        `json:"code"`
		Level   finding.Level `json:"level"`
		Title   string        `json:"title"`
		Says    string        `json:"says"`
		Subject string        `json:"subject,omitempty"`
		Figures []figureJSON  `json:"figures,omitempty"`
		Clause  string        `json:"clause"`
		Members []memberJSON  `json:"members,omitempty"`
		More    int           `json:"more,omitempty"`
	}
	figureJSON struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	memberJSON struct {
		Form     string         `json:"form"`
		Document string         `json:"document"`
		Number   int            `json:"number"`
		Unit     string         `json:"unit,omitempty"`
		Project  string         `json:"project,omitempty"`
		Year     int            `json:"year,omitempty"`
		Subject  string         `json:"subject,omitempty"`
		Printed  string         `json:"printed,omitempty"`
		Place    document.Place `json:"place,omitzero"`
	}
	skipJSON struct {
		Code string `json:"code"`
		Why  string `json:"why"`
	}
)

// Public is the review as JSON says it, its messages in the language.
func (r *Review) Public(lang string) any {
	out := reviewJSON{Schema: report.Schema, Forms: r.Forms, Units: r.Units, Findings: []findingJSON{}, Ran: r.Ran}
	for _, f := range r.Findings {
		one := findingJSON{Code: f.Code, Level: f.Level, Title: f.Title.In(lang), Says: f.Says.In(lang), Subject: f.Subject, Clause: f.Clause.In(lang), More: f.More}
		for _, x := range f.Figures {
			one.Figures = append(one.Figures, figureJSON{x.Name.In(lang), x.Value})
		}
		for _, m := range f.Members {
			one.Members = append(one.Members, memberJSON(m))
		}
		out.Findings = append(out.Findings, one)
	}
	for _, s := range r.Skipped {
		out.Skipped = append(out.Skipped, skipJSON{s.Code, s.Why.In(lang)})
	}
	return out
}

// textMembers is how many members of a finding a person is shown; JSON has them all.
const textMembers = 8

// WriteText writes the review for people.
func (r *Review) WriteText(w io.Writer, lang string) error {
	say := func(zh, en string) string { return document.Message{ZH: zh, EN: en}.In(lang) }
	var b strings.Builder
	fmt.Fprintf(&b, say("跨报告核对：自评表 %d，单位 %d，问题 %d\n", "looked at together: forms %d, units %d, findings %d\n"), r.Forms, r.Units, len(r.Findings))
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "\n%s  %s  %s\n  %s\n", f.Code, report.LevelWord(f.Level).In(lang), f.Title.In(lang), report.Plain(f.Says.In(lang)))
		for _, m := range f.Members[:min(len(f.Members), textMembers)] {
			fmt.Fprintf(&b, "  - %s\n", m.line(lang))
		}
		if more := f.More + max(0, len(f.Members)-textMembers); more > 0 {
			fmt.Fprintf(&b, say("  另有 %d 处\n", "  and %d more\n"), more)
		}
	}
	for i, s := range r.Skipped {
		if i == 0 {
			b.WriteString(say("\n未核对：\n", "\nskipped:\n"))
		}
		fmt.Fprintf(&b, "  %s  %s\n", s.Code, s.Why.In(lang))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// line says where a member stands.
func (m Member) line(lang string) string {
	parts := []string{m.Document}
	if m.Number > 1 {
		parts[0] += fmt.Sprintf("#%d", m.Number)
	}
	for _, part := range []string{report.Where(m.Place, lang), m.Subject, m.Printed} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return report.Plain(strings.Join(parts, document.Message{ZH: "，", EN: ", "}.In(lang)))
}
