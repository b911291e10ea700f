package report

import (
	"fmt"
	"io"
	"math/big"
	"slices"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/score/finding"
)

// newWorkbook writes an Excel workpaper (工作底稿): a cover to be signed, a row a form, the check form of a
// bureau, the findings, the recomputation of every row and what could not be checked. Rows are written as
// results come, so that memory does not grow with their number; the same results make the same bytes.
func newWorkbook(w io.Writer, o *Options) Writer {
	b := &workbook{w: w, options: o, most: mostRows, file: excelize.NewFile()}
	b.styles = styles{file: b.file, known: map[string]int{}}
	b.cover = b.stream(coverName.In(o.Lang), "")
	b.keep(b.file.DeleteSheet("Sheet1"))
	b.overview, b.items = b.add(overviewKind), b.add(itemKind)
	b.findings, b.rows, b.unchecked = b.add(findingKind), b.add(rowKind), b.add(uncheckedKind)
	b.findings.end, b.rows.end, b.items.end = b.verdicts, b.crosses, b.answers
	return b
}

type workbook struct {
	w       io.Writer
	options *Options
	most    int // rows of a sheet
	file    *excelize.File
	styles  styles
	err     error // the first one; later steps do nothing

	cover                                      *excelize.StreamWriter
	overview, items, findings, rows, unchecked *sheet
	files                                      *sheet // only when the cover cannot hold them
	met                                        census
	restored                                   restored
}

// Section is a sheet that others add behind those of the workpaper, such as an analysis over all forms.
// A cell is a string, an int, an exact number, a printed form.Entry or a finding.Level.
type Section struct {
	Name    document.Message
	Columns []SectionColumn
	Rows    func(yield func(cells []any) bool)
}

// SectionColumn is a column of a Section: its head and its width in characters.
type SectionColumn struct {
	Title document.Message
	Width float64
}

func (b *workbook) keep(err error) {
	if b.err == nil && err != nil {
		b.err = fmt.Errorf("workbook: %w", err)
	}
}

func (b *workbook) Write(r *Result) error {
	b.source(r)
	if !b.options.Many && r.Document != nil && !b.restored.is() {
		b.restored = b.place(r.Document)
	}
	b.noted(r)
	if len(r.Reports) == 0 {
		b.unread(r)
	}
	for _, f := range r.Reports {
		b.form(r, f)
	}
	return b.err
}

// form writes all rows of one form. The places of the rows are known before they are written, so that
// each sheet can lead to the others.
func (b *workbook) form(r *Result, f *finding.Report) {
	b.met.form(f)
	p := &papers{Result: r, Report: f, rows: plan(f, b.options.Lang), index: b.overview.index()}
	p.findings = b.number(p)
	p.inOverview, p.inItems = b.overview.next(), b.items.next()
	p.inRows, p.inFindings = b.rows.reserve(len(p.rows)), b.findings.reserve(len(p.findings))
	for i := range p.findings {
		b.finding(p, i)
	}
	b.recomputation(p)
	b.checklist(p)
	b.summary(p)
	b.skipped(p)
}

// papers are what the workpaper says of one form, and where.
type papers struct {
	*Result
	*finding.Report
	rows     []scored
	findings []numbered
	index    string // in the overview

	inOverview, inItems, inRows, inFindings spot // the first row in each sheet; nowhere if there is none
}

// numbered is a finding with its index number.
type numbered struct {
	finding.Finding
	by    *finding.Acceptance // if a review file lets it stand
	index string
	row   int // of those recomputed, which it speaks of; -1 for none
}

// number gives the findings of a form their index numbers, the accepted ones behind the others, and ties
// them to the rows that they speak of.
func (b *workbook) number(p *papers) []numbered {
	var all []numbered
	for _, found := range byLevel(p.Findings) {
		all = append(all, numbered{Finding: *found})
	}
	for i := range p.Accepted {
		all = append(all, numbered{Finding: p.Accepted[i].Finding, by: &p.Accepted[i].By})
	}
	for i := range all {
		all[i].index = b.findings.indexed(b.findings.count + 1 + i)
		all[i].row = rowAbout(p.rows, all[i].Finding)
		if row := all[i].row; row >= 0 {
			p.rows[row].found = append(p.rows[row].found, i)
		}
	}
	return all
}

func (b *workbook) Close() error {
	sheets := []*sheet{b.overview, b.items, b.findings, b.rows, b.unchecked}
	if b.files != nil {
		sheets = append(sheets, b.files)
	}
	for _, x := range b.options.Sections {
		sheets = append(sheets, b.section(x))
	}
	for _, s := range sheets {
		s.finish()
	}
	b.tables()
	b.front()
	b.keep(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: new(true)}))
	b.keep(b.file.SetDocProps(&excelize.DocProperties{
		Creator: "fuhe", LastModifiedBy: "fuhe", Title: coverTitle.In(b.options.Lang), Created: someDay, Modified: someDay}))
	b.file.SetActiveSheet(0)
	if b.err == nil {
		b.keep(pack(b.file, b.w))
	}
	b.keep(b.file.Close())
	return b.err
}

// someDay stands for the time of writing, which would make the same results other bytes.
const someDay = "2000-01-01T00:00:00Z"

// section writes a sheet that another package made.
func (b *workbook) section(x Section) *sheet {
	k := kind{name: x.Name}
	for _, c := range x.Columns {
		k.columns = append(k.columns, column{c.Title, c.Width})
	}
	s := b.add(k)
	for cells := range x.Rows {
		cells = slices.Clone(cells)
		for i := range cells {
			cells[i] = b.any(cells[i])
		}
		s.row(cells...)
		if b.err != nil {
			break
		}
	}
	return s
}

// any is a cell of a section.
func (b *workbook) any(v any) excelize.Cell {
	switch v := v.(type) {
	case int:
		return b.styled(look{}, v)
	case *big.Rat:
		return b.figure(v, "0.00##")
	case form.Entry:
		return b.printed(v)
	case finding.Level:
		return b.styled(look{fill: fill(v)}, LevelWord(v).In(b.options.Lang))
	case document.Message:
		return b.text(v.In(b.options.Lang))
	}
	return b.text(fmt.Sprint(v))
}
