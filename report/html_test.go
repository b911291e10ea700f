package report

import (
	"bytes"
	"errors"
	"iter"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

// hostile is a result whose every text wants to break out of a page.
func hostile() *Result {
	const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>'</style></title>{{.}}`
	box := &document.Box{X0: 10, Y0: 10, X1: 50, Y1: 20}
	place := document.Place{Page: 1, Table: 1, Row: 1, Column: 1, Box: box, Quote: evil}
	d := &document.Document{Pages: []document.Page{{Number: 1, Width: 100, Height: 100}}}
	for i, r := range evil {
		d.Pages[0].Glyphs = append(d.Pages[0].Glyphs, document.Glyph{Rune: r, Size: 5, Base: 15, Box: document.Box{X0: float64(i), X1: float64(i) + 1, Y0: 10, Y1: 15}})
	}
	m := document.Message{ZH: evil, EN: evil}
	f := &form.Form{Unit: evil, Project: evil, Title: evil, Indicators: []form.Indicator{{Name: evil, Target: form.Entry{Text: evil}}}}
	return &Result{
		Source: Source{Name: evil, Path: "javascript:alert(3)//" + evil}, Status: Partial, Document: d,
		Notes: []document.Note{{Code: "x", Says: m, Place: place}},
		Reports: []*finding.Report{{Form: f, Rulebook: evil, Chosen: m, Skipped: []finding.Skip{{Code: "A-1", Why: m}}, Findings: []finding.Finding{
			{Code: "A-1", Level: finding.Error, Title: m, Says: m, Subject: evil, Printed: evil, Due: evil, Working: evil, Clause: m, Place: place, Also: []document.Place{place}},
		}}},
	}
}

// pageOf writes the results as a page.
func pageOf(t *testing.T, many bool, results ...*Result) string {
	t.Helper()
	var out bytes.Buffer
	w := newHTML(&out, &Options{Many: many})
	for _, r := range results {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// elements lists every element of the page with its attributes.
func elements(t *testing.T, page string) (all []html.Token) {
	t.Helper()
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return all
		case html.StartTagToken, html.SelfClosingTagToken:
			all = append(all, z.Token())
		}
	}
}

// inert holds a page to its promise: one script, one style, nothing loaded, nothing run from a text.
func inert(t *testing.T, page string) {
	t.Helper()
	scripts := 0
	for _, e := range elements(t, page) {
		switch e.Data {
		case "script":
			scripts++
		case "img", "iframe", "object", "embed", "link", "base":
			t.Errorf("<%s>", e.Data)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "href" && !strings.HasPrefix(a.Val, "pages/") {
				t.Errorf("<%s %s=%q>", e.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
}

func TestPageRunsNothingOfTheReport(t *testing.T) { inert(t, pageOf(t, false, hostile())) }

// TestPolicyNamesWhatThePageHolds computes the hashes from the page itself.
func TestPolicyNamesWhatThePageHolds(t *testing.T) {
	page := pageOf(t, false, hostile())
	policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
	for _, part := range []string{"style", "script"} {
		body := regexp.MustCompile(`(?s)<` + part + `>(.*?)</` + part + `>`).FindStringSubmatch(page)[1]
		if !strings.Contains(policy, part+"-src '"+hash(body)+"'") {
			t.Errorf("%s is not in the policy %s", part, policy)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none';") {
		t.Error(policy)
	}
}

// TestPageShowsWhatWasFound looks for each finding, its marks on the page and the groups.
func TestPageShowsWhatWasFound(t *testing.T) {
	page := pageOf(t, true, hostile(), hostile())
	marks, findings := 0, map[string]bool{}
	for _, e := range elements(t, page) {
		for _, a := range e.Attr {
			switch a.Key {
			case "data-finding":
				findings[a.Val] = true
			case "data-mark":
				if marks++; !findings[a.Val] {
					t.Errorf("a mark of %s, which is no finding", a.Val)
				}
			}
		}
	}
	if len(findings) != 2 || marks != 4 {
		t.Errorf("%d findings, %d marks", len(findings), marks)
	}
	for _, word := range []string{"确认问题", "未能核对", "重算过程", "第 1 页"} {
		if !strings.Contains(page, word) {
			t.Errorf("no %s", word)
		}
	}
}

// TestQuotedRows shows the row of a sheet or text under the row that names its columns.
func TestQuotedRows(t *testing.T) {
	texts := [][]string{{"预算数", "执行数", "执行率"}, {"100", "90", "90%"}, {"三级指标", "指标值", "完成值"}, {"培训人次", "≥30", "28"}}
	table := &document.Table{Number: 1, Rows: 4, Columns: 3}
	for r, row := range texts {
		for c, text := range row {
			table.Cells = append(table.Cells, document.Cell{Row: r, Column: c, RowSpan: 1, ColumnSpan: 1, Text: text,
				Place: document.Place{Table: 1, Row: r + 1, Column: c + 1, Cell: string(rune('A'+c)) + string(rune('1'+r))}})
		}
	}
	d := &document.Document{Blocks: []document.Block{{Table: table}}}
	for _, place := range []document.Place{{Table: 1, Row: 4, Column: 3}, {Cell: "C4"}} {
		got := quotedRows(d, []document.Place{place})
		if len(got) != 2 || !got[0].Head || got[0].Cells[0].Text != "三级指标" || !got[1].Cells[2].Marked || got[1].Cells[1].Marked {
			t.Errorf("%+v: %+v", place, got)
		}
	}
	if got := quotedRows(d, []document.Place{{Table: 9, Row: 1}, {}}); got != nil {
		t.Errorf("%+v", got)
	}
}

func sequence(results ...*Result) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		for _, r := range results {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func TestIndexListsEveryForm(t *testing.T) {
	failed := &Result{Source: Source{Path: "坏.pdf"}, Status: Failed, Notes: []document.Note{{Code: "damaged", Says: say("文件损坏", "damaged")}}}
	var out bytes.Buffer
	err := WriteIndex(&out, sequence(hostile(), failed), IndexOptions{Title: "甲", Link: func(*Result) string { return "pages/1.html" },
		Extra: []IndexSection{{Heading: "<b>组合</b>", Lines: []string{"<i>"}}}})
	if err != nil {
		t.Fatal(err)
	}
	inert(t, out.String())
	if n := strings.Count(out.String(), "<tr"); n != 3 {
		t.Errorf("%d rows, want a head, a form and a failed file", n)
	}
	broken := errors.New("broken")
	err = WriteIndex(&out, func(yield func(*Result, error) bool) { yield(nil, broken) }, IndexOptions{})
	if !errors.Is(err, broken) {
		t.Error(err)
	}
}

func TestBins(t *testing.T) {
	tests := []struct {
		score string
		want  int
	}{{"12", 0}, {"79.99", 0}, {"80", 1}, {"80.5", 1}, {"99.99", 20}, {"100", 21}, {"1000000", 21}, {"-5", 0}}
	for _, tt := range tests {
		v := form.Entry{}
		v.Value = tt.score
		if got := scoreBin(v.Rat()); got != tt.want {
			t.Errorf("%s in bin %d, want %d", tt.score, got, tt.want)
		}
	}
}
