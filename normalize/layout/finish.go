package layout

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
)

// finish fills in what the form as a whole says, once all blocks are read.
func (d draft) finish() {
	f := d.form
	promote(f)
	f.Funds = totalFirst(f.Funds)
	f.Title = d.title()
	f.Year = d.yearOf()
	readTotals(f, d.parts)
	if d.linear {
		turnTotal(f)
	}
	markLostGrid(f, d.linear, d.aligned)
	if len(f.Indicators) == 0 && len(d.unread) >= mostUnread {
		f.Doubt = form.LostGrid // its table is there, in pieces
	}
	if d.loose && !sumsFit(f) {
		f.Doubt = form.LostGrid
	}
	if d.lost || d.loose {
		doubtReasons(f)
	}
	if f.Unit == "" {
		f.Unit = unitOf(f.Title)
	}
	if f.Project == "" {
		f.Project = projectOf(f.Title)
	}
	if f.Unit == "" {
		f.Unit = inCharge(f)
	}
	f.Kind = d.kindOf()
	shareRules(f.Indicators)
	dateTargets(f)
	confirmShifts(f)
	inferWeights(f)
	f.Layout = recognise(f)
}

// mostUnread is how many heads of columns only a table has.
const mostUnread = 4

// promote takes the results table for the scored rows where a form has no scores at all.
func promote(f *form.Form) {
	if len(f.Indicators) > 0 {
		return
	}
	for i, l := range f.Listings {
		if !l.Goals && (len(f.Funds) > 0 || len(l.Indicators) > 2) {
			f.Indicators = l.Indicators
			f.Listings = append(f.Listings[:i:i], f.Listings[i+1:]...)
			return
		}
	}
}

// dateTargets gives a deadline without a year (10月底前) the year evaluated, where its result names one: 2020年1月 is late
// in a report on 2019.
func dateTargets(f *form.Form) {
	for i := range f.Indicators {
		x := &f.Indicators[i]
		if f.Year > 0 && x.Target.Kind == quantity.Date && x.Target.Day.Year == 0 && x.Actual.Kind == quantity.Date && x.Actual.Day.Year > 0 {
			x.Target.Day.Year = f.Year
		}
	}
}

// shareRules marks the rules of merged cells on all rows they cover: a rule printed once for several
// rows was not written for any one of them.
func shareRules(rows []form.Indicator) {
	for i := range rows {
		if rows[i].RuleShared && i > 0 && rows[i-1].Rule.Text == rows[i].Rule.Text {
			rows[i-1].RuleShared = true
		}
	}
}

// unitOf takes the unit's name out of a title: 2023年度某某局部门整体绩效评价报告, or with the year behind
// the name.
func unitOf(title string) string {
	before, after, ok := strings.Cut(squeeze(title), "年")
	if !ok || len(before) < 4 {
		return ""
	}
	for _, s := range []string{strings.TrimRight(before[:len(before)-4], "0123456789"), strings.TrimPrefix(after, "度")} {
		for _, cut := range []string{"部门整体", "项目支出", "整体支出", "绩效", "预算", "年度"} {
			if i := strings.Index(s, cut); i >= 0 {
				s = s[:i]
			}
		}
		if n := utf8.RuneCountInString(s); n >= 3 && n <= 30 && namesOffice(s) && ownWords(s) != "" {
			return s
		}
	}
	return ""
}

// namesOffice reports whether a part of a title ends as the names of offices do: 某某局, 某某小学, 某某镇; not as those of
// works (某某产业发展) or of places alone (某某县).
func namesOffice(name string) bool {
	end, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune(unitEnds+"学场台狱道镇乡", end)
}

// projectOf takes the project's name out of a title: 2022年度某某培训项目支出绩效自评报告, or with the unit before the
// year. A title that names a kind of projects only, 市本级项目支出绩效自评表, names none.
func projectOf(title string) string {
	before, after, ok := strings.Cut(squeeze(title), "年")
	if _, dated := lastYear(before); !ok || !dated {
		return ""
	}
	if unit := strings.TrimRight(before, "0123456789"); unit != "" && !isUnit(unit) {
		return ""
	}
	s := strings.TrimPrefix(after, "度")
	for _, cut := range []string{"项目支出", "项目绩效", "项目自评", "项目资金"} {
		if i := strings.Index(s, cut); i >= 0 {
			s = s[:i] + "项目"
		}
	}
	for _, cut := range []string{"支出绩效", "绩效"} {
		s, _, _ = strings.Cut(s, cut)
	}
	own := ownWords(s)
	if !namesMoney(s) || utf8.RuneCountInString(own) < 3 || isUnit(own) {
		return ""
	}
	return s
}

// namesMoney reports whether a name ends as those of projects and funds do.
func namesMoney(name string) bool {
	for _, end := range []string{"项目", "资金", "经费"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// ownWords is what is left of a name without the words that only say of what kind it is: nothing of 市级财政.
func ownWords(name string) string {
	for _, word := range kindsOfProjects {
		name = strings.ReplaceAll(name, word, "")
	}
	return name
}

// kindsOfProjects are words that name no single project.
var kindsOfProjects = []string{"项目", "补助", "经费", "市本级", "县本级", "区本级", "本级", "市级", "县级", "区级", "省级", "部门", "单位", "预算", "财政", "专项", "支出", "整体", "转移支付", "中央", "重点", "资金", "一般公共"}

// inCharge is the 主管部门 that the form names: where it names no other unit, that one reports.
func inCharge(f *form.Form) string {
	for _, field := range f.Fields {
		if namesInCharge(field.Name) {
			return ownName(field.Value.Text)
		}
	}
	return ""
}

func namesInCharge(label string) bool { return strings.HasPrefix(lexicon.Key(label), "主管部门") }

// ownName drops what stands behind a unit's name in the same cell: 某某县水务局    公开14表.
func ownName(text string) string {
	words := strings.Fields(text)
	if name := squeeze(text); len(words) < 2 || isUnit(name) {
		return withoutSheet(name)
	}
	for n := len(words) - 1; n > 0; n-- {
		if name := strings.Join(words[:n], ""); isUnit(name) {
			return name
		}
	}
	return withoutSheet(squeeze(text))
}

// withoutSheet drops what a unit's name was run together with: the number of the sheet, 某某县水务局附表14, or the date of
// the report, 某某县水务局2021年度.
func withoutSheet(name string) string {
	if i := strings.IndexAny(name, "0123456789"); i > 0 && isUnit(name[:i]) && strings.HasPrefix(strings.TrimLeft(name[i:], "0123456789"), "年") {
		return name[:i]
	}
	for _, word := range []string{"附表", "附件", "公开"} {
		if i := strings.Index(name, word); i > 0 && isUnit(name[:i]) && strings.ContainsAny(name[i:], "0123456789") {
			return name[:i]
		}
	}
	return name
}

// kindOf tells what is evaluated by the words of the titles, the funds rows and the basic data.
func (d draft) kindOf() form.Kind {
	f := d.form
	titles := d.allTitles()
	all := titles
	for i := range f.Funds {
		all += " " + f.Funds[i].Name
	}
	switch {
	case strings.Contains(all, "转移支付"):
		return form.Transfer
	case strings.Contains(all, "部门整体"), strings.Contains(all, "整体支出"):
		return form.Department
	case strings.Contains(titles, "绩效评价") && !strings.Contains(titles, "自评") && judgesDecisions(f):
		return form.Evaluation
	case f.Project != "", strings.Contains(all, "项目"):
		return form.Project
	case strings.Contains(all, "整体"), strings.Contains(all, "基本支出"):
		return form.Department
	}
	return form.Project
}

// allTitles joins the titles of a report and of the form in it: either may say what is evaluated.
func (d draft) allTitles() string {
	titles := []string{d.form.Title}
	for i := range d.form.Text {
		if title, ok := d.wholeTitle(i); ok {
			titles = append(titles, title)
		}
	}
	for _, text := range d.titles {
		if isTitle(text) {
			titles = append(titles, text)
		}
	}
	return strings.Join(titles, " ")
}

// judgesDecisions reports whether the form scores how the spending was decided on, as evaluations do and
// self-evaluations do not.
func judgesDecisions(f *form.Form) bool {
	for i := range f.Sections {
		if strings.Contains(f.Sections[i].Name, "决策") {
			return true
		}
	}
	for i := range f.Indicators {
		if strings.Contains(f.Indicators[i].Level1, "决策") {
			return true
		}
	}
	return false
}
