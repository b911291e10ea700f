package report

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// newWorkbook writes an Excel workpaper: an overview with a row a form, the list of findings, the
// indicators with printed and due scores, and what could not be checked. Rows are written as results
// come, so that memory does not grow with their number.
func newWorkbook(w io.Writer, o *Options) Writer {
	b := &workbook{w: w, options: o, file: excelize.NewFile()}
	b.styles = styles{file: b.file, known: map[string]int{}}
	for _, s := range []struct {
		sheet   **sheet
		columns []column
		name    [2]string
	}{
		{&b.overview, overviewColumns, [2]string{"汇总", "Summary"}},
		{&b.findings, findingColumns, [2]string{"问题清单", "Findings"}},
		{&b.rows, rowColumns, [2]string{"指标", "Indicators"}},
		{&b.unchecked, uncheckedColumns, [2]string{"未能核对", "Not checked"}},
	} {
		*s.sheet = b.add(say(s.name[0], s.name[1]).In(o.Lang), s.columns)
	}
	b.keep(b.file.DeleteSheet("Sheet1"))
	return b
}

type workbook struct {
	w       io.Writer
	options *Options
	file    *excelize.File
	styles  styles
	err     error // the first one; later steps do nothing

	overview, findings, rows, unchecked *sheet
	files                               int
}

func (b *workbook) keep(err error) {
	if b.err == nil && err != nil {
		b.err = fmt.Errorf("workbook: %w", err)
	}
}

func (b *workbook) Write(r *Result) error {
	b.files++
	if len(r.Reports) == 0 {
		b.unread(r)
	}
	for _, f := range r.Reports {
		b.form(r, f)
		for _, found := range byLevel(f.Findings) {
			b.finding(r, f, found, "", "")
		}
		b.accepted(r, f)
		b.indicators(r, f)
		b.skipped(r, f)
	}
	return b.err
}

func (b *workbook) Close() error {
	b.verdicts()
	for _, s := range []*sheet{b.overview, b.findings, b.rows, b.unchecked} {
		s.finish()
	}
	b.keep(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: new(true)}))
	b.file.SetActiveSheet(0)
	if b.err == nil {
		b.keep(b.file.Write(b.w))
	}
	b.keep(b.file.Close())
	return b.err
}
