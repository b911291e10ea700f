package layout

import (
	"strconv"
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
	markLostGrid(f, d.linear)
	readTotals(f, d.parts)
	f.Title = d.title()
	f.Year = d.yearOf()
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

// titleWords end the titles of the reports and forms.
var titleWords = []string{"自评表", "自评报告", "评价报告", "自评结果", "评分表", "评价表", "自评情况", "自评总结"}

// title is the first line that names a self-evaluation, with the unit's name if that stands on the line
// before it.
func (d draft) title() string {
	for i, p := range d.form.Text {
		p.Text = d.wholeTitle(i)
		if !titleLine(p) || !isTitle(p.Text) || utf8.RuneCountInString(p.Text) <= 6 {
			continue
		}
		text := strings.TrimPrefix(strings.TrimPrefix(p.Text, "附件："), "附件:")
		if i > 0 && titleLine(d.form.Text[i-1]) && isUnit(d.form.Text[i-1].Text) && !strings.Contains(text, d.form.Text[i-1].Text) {
			text = d.form.Text[i-1].Text + text
		}
		return text
	}
	for _, text := range d.titles {
		if isTitle(text) && utf8.RuneCountInString(text) > 6 {
			return text
		}
	}
	return ""
}

// wholeTitle joins a title whose last words went to the next line: …绩效自评 and 报告.
func (d draft) wholeTitle(i int) string {
	text := d.form.Text[i].Text
	if i+1 >= len(d.form.Text) || isTitle(text) || d.form.Text[i].Level != 0 || d.form.Text[i+1].Level != 0 {
		return text
	}
	rest := d.form.Text[i+1].Text
	_, name, dated := strings.Cut(text, "年度")
	begun := dated && utf8.RuneCountInString(name) >= 4 && !strings.HasSuffix(name, "）") && !strings.ContainsAny(text, "。；：:") && !strings.Contains(rest, "年")
	short := utf8.RuneCountInString(rest) <= 6 && !isTitle(rest)
	if !isTitle(text+rest) || !short && !begun || utf8.RuneCountInString(rest) > 20 {
		return text
	}
	return text + rest
}

func titleLine(p form.Paragraph) bool {
	return utf8.RuneCountInString(p.Text) <= 60 && !strings.ContainsAny(p.Text, "。；，") && p.Level == 0
}

// unitEnds are the last characters of the names of offices, schools and the like.
const unitEnds = "局委部厅院处会室府校队所站馆中心办公司行社团署库园"

// isUnit reports whether a line is the name of an office.
func isUnit(text string) bool {
	end, _ := utf8.DecodeLastRuneInString(text)
	n := utf8.RuneCountInString(text)
	return n >= 4 && n <= 30 && strings.ContainsRune(unitEnds, end)
}

// isTitle reports whether a text ends as titles do, perhaps with a bracket behind: …自评表（2023年度）.
func isTitle(text string) bool {
	if open := strings.LastIndexAny(text, "（("); open > 0 && (strings.HasSuffix(text, "）") || strings.HasSuffix(text, ")")) {
		text = strings.TrimSpace(text[:open])
	}
	for _, t := range titleWords {
		if strings.HasSuffix(text, t) {
			return true
		}
	}
	return false
}

// yearOf is the year that is evaluated: the one in the title, in a short line or cell of its own such as
// （2023年度）, or in the project's name; else the one most often named as 年度, or as 年, in the text.
func (d draft) yearOf() int {
	f := d.form
	near := []string{f.Title}
	for _, p := range f.Text {
		if utf8.RuneCountInString(p.Text) <= 16 {
			near = append(near, p.Text)
		}
	}
	near = append(near, d.titles...)
	for _, field := range f.Fields {
		if field.Name == "年度" {
			near = append(near, field.Value.Text)
		}
	}
	for _, mark := range []string{"年度", "年"} {
		for _, s := range append(near, f.Project) {
			if years := yearsIn(s, mark); len(years) > 0 && !strings.Contains(s, "月") {
				return years[0]
			}
		}
		if year := mostNamedYear(f.Text, mark); year != 0 {
			return year
		}
	}
	return 0
}

func mostNamedYear(text []form.Paragraph, mark string) int {
	count, best := map[int]int{}, 0
	for _, p := range text {
		for _, y := range yearsIn(p.Text, mark) {
			if count[y]++; count[y] > count[best] {
				best = y
			}
		}
	}
	return best
}

// yearsIn lists the years written before the mark: 2023年度, 2023年. Years that bound a period, 2000年以前,
// are not meant.
func yearsIn(text, mark string) []int {
	var years []int
	for rest := text; ; {
		before, after, ok := strings.Cut(rest, mark)
		if !ok {
			return years
		}
		digits := strings.TrimRight(before, " ")
		if y, ok := lastYear(digits); ok && !bounds(after) && !strings.HasSuffix(strings.TrimRight(digits, "0123456789 "), "—") {
			years = append(years, y)
		}
		rest = after
	}
}

func bounds(after string) bool {
	for _, word := range []string{"以前", "以来", "之前", "起", "—", "-", "－", "至"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// lastYear reads the four digits that end the text, if they are a year of the reports.
func lastYear(text string) (int, bool) {
	n := len(text) - len(strings.TrimRight(text, "0123456789"))
	if n != 4 {
		return 0, false
	}
	y, err := strconv.Atoi(text[len(text)-4:])
	return y, err == nil && y >= 1990 && y < 2100
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
		if n := utf8.RuneCountInString(s); n >= 3 && n <= 30 {
			return s
		}
	}
	return ""
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
	own := s
	for _, word := range kindsOfProjects {
		own = strings.ReplaceAll(own, word, "")
	}
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

// withoutSheet drops the number of the sheet that a unit's name was run together with: 某某县水务局附表14.
func withoutSheet(name string) string {
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
	for _, fund := range f.Funds {
		all += " " + fund.Name
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
	for _, p := range d.form.Text {
		if titleLine(p) && isTitle(p.Text) {
			titles = append(titles, p.Text)
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
	for _, s := range f.Sections {
		if strings.Contains(s.Name, "决策") {
			return true
		}
	}
	for _, row := range f.Indicators {
		if strings.Contains(row.Level1, "决策") {
			return true
		}
	}
	return false
}

// totalWords introduce the total in a sentence.
var totalWords = []string{"自评得分", "自评总分", "评价得分", "综合得分", "总得分", "总分", "最终得分", "自评分", "自评总得分", "整体得分"}

// readTotals finds the totals and the grade that are stated in sentences.
func readTotals(f *form.Form, parts map[int]bool) {
	for i := range f.Text {
		p := &f.Text[i]
		if parts[i] {
			continue
		}
		if e, ok := statedTotal(p); ok {
			if f.Total.Score.Missing() {
				f.Total.Score = e
			} else {
				f.Total.Also = append(f.Total.Also, e)
			}
		}
		if f.Total.Grade.Missing() {
			if e, ok := statedGrade(p); ok {
				f.Total.Grade = e
			}
		}
	}
}

// statedTotal reads 自评得分为 98.75 分. A score of a part (产出指标得分30分) is not introduced so.
func statedTotal(p *form.Paragraph) (form.Entry, bool) {
	for _, word := range totalWords {
		i := strings.Index(p.Text, word)
		if i < 0 || utf8.RuneCountInString(lastClause(p.Text[:i])) > 45 {
			continue
		}
		at := i + len(word)
		rest := strings.TrimLeft(p.Text[at:], " 结果为是：:达到共计约")
		at += len(p.Text[at:]) - len(rest)
		number := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789."))]
		if number == "" || !strings.HasPrefix(strings.TrimSpace(rest[len(number):]), "分") || len(number) > 6 {
			continue
		}
		text := number + "分"
		return form.Entry{Text: text, Quantity: quantity.Parse(text), Place: p.PlaceAt(at, len(text))}, true
	}
	return form.Entry{}, false
}

func lastClause(text string) string {
	if i := strings.LastIndexAny(text, "。；"); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		return text[i+size:]
	}
	return text
}

// gradeWords introduce the grade in a sentence.
var gradeWords = []string{"等级为", "等次为", "等级是", "评价等级：", "自评结论为", "评定为", "评为", "结论为", "结果为"}

func statedGrade(p *form.Paragraph) (form.Entry, bool) {
	for _, word := range gradeWords {
		i := strings.Index(p.Text, word)
		if i < 0 {
			continue
		}
		at := i + len(word)
		rest := strings.TrimLeft(p.Text[at:], "“\"‘ ")
		at += len(p.Text[at:]) - len(rest)
		grade, _, _ := cutAnyRune(rest, "”\"’，。；,. 等级（(")
		if isGrade(grade) {
			return form.Entry{Text: grade, Place: p.PlaceAt(at, len(grade))}, true
		}
	}
	return form.Entry{}, false
}
