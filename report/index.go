package report

import (
	"fmt"
	"io"
	"iter"
	"strconv"

	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// IndexOptions are what stands around the results of a run.
type IndexOptions struct {
	Lang  string
	Title string
	Link  func(r *Result) string // the page of a result, relative to the index; empty for none
	Extra []IndexSection         // what else there is to tell of the run as a whole
}

// IndexSection is a heading with lines of text.
type IndexSection struct {
	Heading string
	Lines   []string
}

// indexPage is the page of a run: plots, and a row for each form that can be sorted.
type indexPage struct {
	Lang, Title, Summary string
	Plots                []plot
	Extra                []IndexSection
	Heads                []string
	Rows                 []indexRow
}

type indexRow struct {
	Class string
	Cells []indexCell
}

type indexCell struct {
	Text, Key, Link string
	Number          bool
	Span            int // over columns, when more than one
}

// WriteIndex writes one page over all results: how printed and due totals are spread, the findings by
// family, the execution rates, and a row for each form. It needs nothing but itself.
func WriteIndex(w io.Writer, results iter.Seq2[*Result, error], o IndexOptions) error {
	page := indexPage{Lang: o.Lang, Title: plain(o.Title), Extra: o.Extra, Heads: indexHeads(o.Lang)}
	survey := newSurvey()
	var all tally
	for r, err := range results {
		if err != nil {
			return err
		}
		all.add(r)
		survey.add(r)
		page.Rows = append(page.Rows, indexRows(r, o)...)
	}
	page.Summary, page.Plots = all.line(0, o.Lang), survey.plots(o.Lang)
	frame := frameOf(o.Lang, page.Title, indexScript)
	for _, part := range []struct {
		name string
		data any
	}{{"head", frame}, {"index", page}, {"foot", frame}} {
		if err := templates().ExecuteTemplate(w, part.name, part.data); err != nil {
			return err
		}
	}
	return nil
}

func indexHeads(lang string) []string {
	var heads []string
	for _, h := range [][2]string{{"文件", "file"}, {"单位", "unit"}, {"项目", "project"}, {"年度", "year"}, {"自评总分", "printed"}, {"重算总分", "due"},
		{"差异", "difference"}, {"等级", "grade"}, {"执行率", "execution"}, {"确认", "confirmed"}, {"疑似", "suspected"}, {"提示", "remarks"}, {"未核对", "not checked"}, {"评分规则", "rulebook"}} {
		heads = append(heads, say(h[0], h[1]).In(lang))
	}
	return heads
}

// indexRows are the rows of a result: one for each form, or one that says why there is none.
func indexRows(r *Result, o IndexOptions) []indexRow {
	link := ""
	if o.Link != nil {
		link = o.Link(r)
	}
	if len(r.Reports) == 0 {
		word := statusWord(r.Status).In(o.Lang)
		if len(r.Notes) > 0 {
			word = plain(r.Notes[0].Says.In(o.Lang))
		}
		return []indexRow{{Class: "skipped", Cells: []indexCell{{Text: plain(r.Source.Path), Link: link}, {Text: word, Span: len(indexHeads(o.Lang)) - 1}}}}
	}
	var rows []indexRow
	for _, f := range r.Reports {
		rows = append(rows, indexRow{Cells: indexCells(r, f, link)})
	}
	return rows
}

func indexCells(r *Result, f *finding.Report, link string) []indexCell {
	counts := map[finding.Level]int{}
	for _, x := range f.Findings {
		counts[x.Level]++
	}
	number := func(text string) indexCell { return indexCell{Text: text, Number: true} }
	year := ""
	if f.Form.Year > 0 {
		year = strconv.Itoa(f.Form.Year)
	}
	return []indexCell{
		{Text: plain(r.Source.Name), Link: link}, {Text: plain(f.Form.Unit)}, {Text: plain(f.Form.Project)}, number(year),
		number(plain(f.Form.Total.Score.Text)), number(span(f.Due.Total, points)), number(totalDifference(f)), {Text: plain(f.Form.Total.Grade.Text)},
		number(executionOf(f)), number(strconv.Itoa(counts[finding.Error])), number(strconv.Itoa(counts[finding.Warning])),
		number(strconv.Itoa(counts[finding.Info])), number(strconv.Itoa(len(f.Skipped))), {Text: f.Rulebook},
	}
}

// totalDifference is by how much the printed total lies above what is due.
func totalDifference(f *finding.Report) string {
	printed, due := f.Form.Total.Score.Rat(), f.Due.Total
	if printed == nil || due.IsZero() {
		return ""
	}
	rounded := due.Rounded(quantity.Decimals(f.Form.Total.Score.Value))
	if rounded.Holds(printed) {
		return "0.00"
	}
	diff := quantity.Exactly(printed).Sub(rounded)
	return span(diff, points)
}

// executionOf is the rate of the first funds row, as it should be.
func executionOf(f *finding.Report) string {
	if len(f.Due.Funds) == 0 || f.Due.Funds[0].Rate.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s%%", points(middle(f.Due.Funds[0].Rate)))
}
