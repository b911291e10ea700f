package check

import (
	"fmt"
	"strconv"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

// yearAlone is a line that only names the year of the form below it: （2020年度）.
var yearAlone = wording.New(`^\s*[（(]?\s*(20\d\d)\s*年度?\s*[）)]?\s*$`)

// yearsAlone tells of a line that gives the form another year than the rest of the report.
func yearsAlone(p *Pass, told map[string]bool) {
	for i := range p.Form.Text {
		para := &p.Form.Text[i]
		if !p.read.paragraphHas(i, "年") {
			continue
		}
		m := yearAlone.FindStringSubmatch(para.Text)
		if m == nil || m[1] == strconv.Itoa(p.Form.Year) || told[m[1]] || p.read.under(i, "上年", "上一年", "以前年度", "往年", "去年") {
			continue
		}
		told[m[1]] = true
		p.Report(finding.Finding{
			Subject: m[1] + "年", Printed: para.Text, Due: fmt.Sprint(p.Form.Year), Place: para.Place,
			Says: both("报告评价年度为%[1]d年，表头却写作“%[2]s”，请核对", "the report evaluates %[1]d, the head of the form says “%[2]s”", p.Form.Year, para.Text),
		})
	}
}

// datedOtherwise tells of a form all of whose deadlines and days of completion lie in one other year, which is the only
// one that its text names.
func datedOtherwise(p *Pass, told map[string]bool) {
	year, at := soleYear(p.Form)
	name := strconv.Itoa(year)
	if year == 0 || year == p.Form.Year || told[name] || namesOwnYear(p.Form) {
		return
	}
	told[name] = true
	p.Report(finding.Finding{
		Subject: name + "年", Printed: fmt.Sprint(p.Form.Year), Due: name, Place: at[0], Also: at[1:],
		Says: both("评价年度为%[1]d年，表内期限和完成时间却都在%[2]d年，请核对", "the year evaluated is %[1]d, but every deadline and every completion in the form is of %[2]d", p.Form.Year, year),
	})
}

// soleYear is the year of all dates in the rows, told by a deadline and its completion at least; 0 if there are several.
func soleYear(f *form.Form) (year int, at []document.Place) {
	for i := range f.Indicators {
		in := &f.Indicators[i]
		if in.Target.Kind != quantity.Date || in.Actual.Kind != quantity.Date || in.Target.Day.Year == 0 || in.Actual.Day.Year == 0 {
			continue
		}
		if in.Target.Day.Year != in.Actual.Day.Year || year != 0 && year != in.Target.Day.Year {
			return 0, nil
		}
		year, at = in.Target.Day.Year, append(at, in.Target.Place, in.Actual.Place)
	}
	return year, at
}

// namesOwnYear reports whether the title, or running text beside the line of the year itself, names the year evaluated.
func namesOwnYear(f *form.Form) bool {
	own := strconv.Itoa(f.Year)
	if hasAny(f.Title, own) || hasAny(f.Project, own) {
		return true
	}
	for i := range f.Text {
		if hasAny(f.Text[i].Text, own) && !yearAlone.MatchString(f.Text[i].Text) {
			return true
		}
	}
	return false
}
