package check

import (
	"fmt"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

// tim are the checks of dates and years.
func tim() []*Check { return []*Check{timLate, timYear, timEarly} }

var timLate = &Check{
	Code: "TIM-01", Level: finding.Warning, Run: runLate,
	Title:   document.Message{ZH: "正文所述完成时间晚于目标时间", EN: "The text dates the completion after the deadline"},
	Doc:     document.Message{ZH: "自评表中时限指标按期完成，而正文所写该项工作的完工、验收、交付日期晚于指标值所定期限；或正文所写已完成事项的日期晚于填报日期。按名称归属，把握不大的不提示；计划、预计的日期不算。表内完成值自身晚于期限的，由SCR-07、EXP-01判断。", EN: "The form says that a deadline was met, while the text dates the completion, acceptance or delivery of that very work after it; or the text tells of something as done on a day after the report's own date. Tied by name, uncertain ties and planned dates left alone. A result that is itself late in the table is for SCR-07 and EXP-01."},
	Formula: "正文完成日期 ≤ 目标期限；完成日期 ≤ 填报日期",
	Why:     document.Message{ZH: "正文写的完工日期晚于期限而表上按期满分，时效得分就是虚的；晚于填报日期的则是把将来的事写成已完成。", EN: "A completion later than its deadline, or than the form itself, makes the points for time unfounded, or tells the future as done."},
	Allows:  document.Message{ZH: "按双方都写出的年、月、日比较，只写到月的按同月不算晚，未写年度的按评价年度；计划、预计、合同日期和把握低于75%的不提示。", EN: "Dates are compared as far as both are written (a month without its day is not late within it), and without a year are of the year evaluated; plans, contracts and ties below 75% are let pass."},
	Clause:  document.Message{ZH: "时效指标以实际完成时间与计划时间比较", EN: "timeliness compares the day of completion with the day that was set"},
	Trips:   document.Message{ZH: "“泵站改造完成时间”指标值2023年10月底前、完成值2023年10月；正文“泵站改造于2024年3月通过验收”", EN: "a pumping station due and reported for October 2023; “accepted in March 2024” in the text"},
	Silent:  document.Message{ZH: "正文“泵站改造于2023年9月28日通过验收”", EN: "“accepted on 28 September 2023”"},
}

var timYear = &Check{
	Code: "TIM-02", Level: finding.Warning, Run: runYears,
	Title:   document.Message{ZH: "评价年度前后不一致", EN: "The year evaluated is not the same everywhere"},
	Doc:     document.Message{ZH: "标题、附表名称和正文中指明自评年度的表述（“2022年度……绩效自评”“2022年度自评得分”）应与报告的评价年度相同。正文以另一年度的名义所述的预算数、执行数，恰为本表资金数的，也属照搬。书名号内的文件名称、依据和通知、与上年的比较，以及下一年度的计划不算。", EN: "Titles, captions and sentences that name the year of the self-evaluation name the year evaluated; a budget and its spending told of another year that are just those of the form are told of the wrong one. Names of documents, what is said to be the basis, comparisons with last year and plans for the next do not count."},
	Formula: "年度ᵢ = 年度ⱼ",
	Why:     document.Message{ZH: "年度写成别的年，可能整段照搬上年报告，资金和完成情况也未必是本年的。", EN: "Another year in the heading or the text suggests last year's report copied, funds and results with it."},
	Allows:  document.Message{ZH: "无，年度须相同；文件名称、依据、要求、与上年比较、下年计划中的年度不算，同一错年只提示一次。", EN: "None, years are equal or not; those of documents, grounds, comparisons and plans do not count, and one wrong year is told once."},
	Clause:  document.Message{ZH: "自评报告各部分所指评价年度应当一致", EN: "all parts of a report speak of one year"},
	Trips:   document.Message{ZH: "报告为2023年度，正文“2022年度部门整体绩效自评得分96.5分”", EN: "a report on 2023 says “the self-evaluation of 2022 scored 96.5”"},
	Silent:  document.Message{ZH: "“根据《关于开展2024年绩效自评工作的通知》”", EN: "a notice of 2024 is named as the basis"},
}

var timEarly = &Check{
	Code: "TIM-03", Level: finding.Warning, Run: runEarly,
	Title:   document.Message{ZH: "填报日期早于评价年度结束", EN: "The report is dated before its year was over"},
	Doc:     document.Message{ZH: "填报日期早于评价年度12月的，全年执行数和完成值尚未形成，提请核对；在12月当月的作提示。写明上半年、前三季度或绩效监控的，以及没有写明年度的日期，不作判断。", EN: "A report dated before December of the year evaluated cannot know the year's figures: that wants a look; one of December is mentioned. Mid-year monitoring, and dates without a year, are left alone."},
	Formula: "填报日期 ≥ 年度末",
	Why:     document.Message{ZH: "年度没结束就填报，全年执行数和完成值只能是预计数，得分也就是预计的。", EN: "Filed before the year is over, spending and results are estimates, and so are the points."},
	Allows:  document.Message{ZH: "次年及以后填报的不提示，评价年度12月的只作提示；没有写明年、月的和半年、季度、监控报告不判断。", EN: "Any later year is let pass, December of the year itself is a remark; dates without a year or month, and reports of half a year or a quarter, are not judged."},
	Clause:  document.Message{ZH: "绩效自评在年度终了后开展", EN: "self-evaluation follows the end of the year"},
	Trips:   document.Message{ZH: "2023年度自评表，填报日期2023年9月15日", EN: "a form on 2023, dated 15 September 2023"},
	Silent:  document.Message{ZH: "2023年度自评表，填报日期2024年2月20日", EN: "a form on 2023, dated 20 February 2024"},
}

// concluded are the words of a completion that is told with its date.
var concluded = []string{"完工", "竣工", "验收", "交付", "建成", "投入使用", "完成", "投用", "办结", "通车"}

// laterThan reports that the day lies after the limit, as far as both were written; a month is its end.
func laterThan(day, limit quantity.Day) bool {
	if day.Year == 0 || limit.Year == 0 || day.Year != limit.Year {
		return day.Year > limit.Year && limit.Year > 0
	}
	if day.Month == 0 || limit.Month == 0 || day.Month != limit.Month {
		return day.Month > limit.Month && limit.Month > 0
	}
	return day.Day > limit.Day && limit.Day > 0
}

func runLate(p *Pass) {
	held := lateRows(p)
	if filed, field, ok := filedOn(p.Form); ok {
		held++
		afterFiling(p, filed, field)
	}
	if held == 0 {
		p.Skip("没有时限指标，也没有填报日期", "no row has a deadline and the report has no date")
	}
}

// lateRows holds the dates of the text against the deadlines of the rows they are told of.
func lateRows(p *Pass) int {
	held := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		limit := deadline(in, p.Form.Year)
		if limit.Year == 0 || in.Target.Doubt != "" || in.Target.Bound == quantity.AtLeast || p.lateInTable(i) {
			continue
		}
		held++
		m := p.read.matter(i)
		for _, k := range p.read.mentions(i) {
			trust := m.pairs.In(p.read.folded()[k].fold)
			if strings.Contains(p.read.folded()[k].fold, m.kernel) && len([]rune(m.kernel)) >= 3 {
				trust = max(trust, 90)
			}
			if day, q, ok := completedOn(p.read.sentences()[k], p.read.amounts()[k]); ok && trust >= sureMatter && laterThan(day, limit) {
				reportLate(p, in, p.read.sentences()[k], q, trust)
				break
			}
		}
	}
	return held
}

func (p *Pass) lateInTable(index int) bool {
	for _, i := range p.missed() {
		if i == index {
			return true
		}
	}
	return false
}

// deadline is the target's day; a target without its year is of the year evaluated.
func deadline(in *form.Indicator, year int) quantity.Day {
	d := in.Target.Day
	if in.Target.Kind != quantity.Date {
		return quantity.Day{}
	}
	if d.Year == 0 {
		d.Year = year
	}
	return d
}

// completedOn is the last date of a sentence that tells of a completion, and of no plan.
func completedOn(s spoken, found []quantity.Found) (quantity.Day, quantity.Found, bool) {
	if s.paragraph.Level > 0 || !s.hasAny(concluded...) || s.hasAny("计划", "预计", "力争", "拟于", "要求", "目标", "应于", "将于", "原定", "合同", "确保", "申报", "《") {
		return quantity.Day{}, quantity.Found{}, false
	}
	for i := len(found) - 1; i >= 0; i-- {
		q := found[i]
		if q.Kind != quantity.Date || q.Bound != quantity.None || q.Day.Year == 0 || q.Day.Month == 0 {
			continue
		}
		if hasAny(clauseHead(s.Text[q.End:]), concluded...) {
			return q.Day, q, true
		}
	}
	return quantity.Day{}, quantity.Found{}, false
}

func reportLate(p *Pass, in *form.Indicator, s spoken, q quantity.Found, trust int) {
	printed := s.Text[q.Start:q.End]
	p.Report(finding.Finding{
		Subject: in.Name, Printed: printed, Due: in.Target.Text, Place: s.place(q.Start, q.End-q.Start), Also: known([]document.Place{in.Target.Place, in.Actual.Place}), Trust: trust,
		Says: both("“%[1]s”指标值%[2]s，表内完成值“%[3]s”，正文却写%[4]s%[5]s，请核对", "%[1]s: due %[2]s, reported as %[3]s, while the text says %[4]s%[5]s",
			in.Name, in.Target.Text, in.Actual.Text, printed, clauseHead(s.Text[q.End:])),
	})
}

// filedOn is the day on which the form says it was filled in.
func filedOn(f *form.Form) (quantity.Day, *form.Field, bool) {
	for i := range f.Fields {
		field := &f.Fields[i]
		if !hasAny(lexicon.Fold(field.Name), "填报日期", "填表日期", "填报时间", "填表时间", "报告日期", "编制日期") {
			continue
		}
		if d := field.Value.Day; field.Value.Kind == quantity.Date && d.Year > 0 && d.Month > 0 && field.Value.Doubt == "" {
			return d, field, true
		}
	}
	return quantity.Day{}, nil, false
}

// afterFiling reports, once, something told as done on a day after the report's own date.
func afterFiling(p *Pass, filed quantity.Day, field *form.Field) {
	for k, s := range p.read.sentences() {
		day, q, ok := completedOn(s, p.read.amounts()[k])
		if !ok || !laterThan(day, filed) {
			continue
		}
		printed := s.Text[q.Start:q.End]
		p.Report(finding.Finding{
			Subject: field.Name, Printed: printed, Due: "≤" + field.Value.Text, Place: s.place(q.Start, q.End-q.Start), Also: known1(field.Value.Place),
			Says: both("正文写%[1]s%[2]s，而%[3]s为%[4]s，请核对", "the text says %[1]s%[2]s, but the form is dated %[4]s", printed, clauseHead(s.Text[q.End:]), field.Name, field.Value.Text),
		})
		return
	}
}

// evaluatedYear is a year that words of evaluation follow closely.
var evaluatedYear = wording.New(`(20\d\d)年度?[^，。；《》0-9]{0,24}?(?:绩效自评|绩效评价|自评得分|自评表|自评报告|自我评价)`)

func runYears(p *Pass) {
	if p.Form.Year == 0 {
		p.Skip("没有读到评价年度", "the year evaluated was not read")
		return
	}
	told := map[string]bool{}
	others := othersTotals(p.Form)
	tell := func(text string, at func(offset, length int) document.Place) {
		for _, m := range evaluatedYear.FindAllStringSubmatchIndex(text, 4) {
			year := text[m[2]:m[3]]
			if year == strconv.Itoa(p.Form.Year) || told[year] || otherYearMeant(text, m[0], m[1]) || others[year+text] {
				continue
			}
			told[year] = true
			quote := text[m[0]:m[1]]
			p.Report(finding.Finding{
				Subject: year + "年", Printed: quote, Due: fmt.Sprint(p.Form.Year), Place: at(m[0], m[1]-m[0]),
				Says: both("报告评价年度为%[1]d年，此处写作“%[2]s”，请核对", "the report evaluates %[1]d, here it says “%[2]s”", p.Form.Year, quote),
			})
		}
	}
	for _, s := range p.read.sentences() {
		if s.hasAny("20") && s.hasAny("自评", "评价", "自我评价") && !p.read.under(s.index, "上年", "上一年", "以前年度", "往年", "去年") {
			tell(s.Text, s.place)
		}
	}
	copiedFunds(p, told)
	yearsAlone(p, told)
	datedOtherwise(p, told)
	for _, c := range p.Form.Captions {
		tell(c.Title, func(int, int) document.Place { return c.Place })
	}
}

// othersTotals are the sentences, behind their year, that tell another year's total, which is not the form's own: they
// speak of that year and mean it.
func othersTotals(f *form.Form) map[string]bool {
	all := map[string]bool{}
	for i := range f.Claims {
		c := &f.Claims[i]
		if c.Role == form.RoleTotal && c.Year != 0 && c.Year < f.Year && c.Quantity.Numeric() && f.Total.Score.Numeric() && quantity.Compare(c.Quantity.Rat(), f.Total.Score.Rat()) != 0 {
			all[strconv.Itoa(c.Year)+c.Sentence] = true
		}
	}
	return all
}

// copiedFunds tells of sentences that give the form's own budget and spending to another year.
func copiedFunds(p *Pass, told map[string]bool) {
	for i := range p.Form.Claims {
		c := &p.Form.Claims[i]
		year := strconv.Itoa(c.Year)
		if c.Role != form.RoleBudget || c.Year == 0 || c.Year == p.Form.Year || told[year] || otherYearMeant(c.Sentence, 0, 0) || strings.Count(c.Sentence, "年度") > 1 && strings.Contains(c.Sentence, strconv.Itoa(p.Form.Year)) {
			continue
		}
		if !ownFunds(p.Form, i) {
			continue
		}
		told[year] = true
		p.Report(finding.Finding{
			Subject: year + "年", Printed: c.Quantity.Text, Due: fmt.Sprint(p.Form.Year), Place: c.Place,
			Says: both("报告评价年度为%[1]d年，正文却把本年度的预算数、执行数写作%[2]s年的，请核对", "the report evaluates %[1]d, the text gives its budget and spending to %[2]s", p.Form.Year, year),
		})
	}
}

// ownFunds reports whether the budget that the i-th claim tells of another year, and the spending told behind it in the
// same sentence, are those of a row of the form's funds. Where the form has no funds, they are its own if they stand
// with their rate and nothing else is told of the year evaluated.
func ownFunds(f *form.Form, i int) bool {
	budget, spent, rate := &f.Claims[i], (*form.Claim)(nil), false
	for k := range f.Claims {
		c := &f.Claims[k]
		beside := c.Paragraph == budget.Paragraph && c.Sentence == budget.Sentence
		switch {
		case beside && k > i && c.Role == form.RoleSpent && spent == nil:
			spent = c
		case beside && c.Role == form.RoleRate:
			rate = true
		case !beside && len(f.Funds) == 0 && c.Year != budget.Year && (c.Role == form.RoleBudget || c.Role == form.RoleSpent):
			return false
		}
	}
	if spent == nil || spent.Year != budget.Year {
		return false
	}
	for k := range f.Funds {
		if x := &f.Funds[k]; tellsFund(budget, x, recompute.Budget(x)) && tellsFund(spent, x, x.Spent) {
			return true
		}
	}
	return len(f.Funds) == 0 && rate && budget.Year == f.Year-1
}

// tellsFund reports whether a claim is the entry of a funds row, whose unit may not be printed.
func tellsFund(c *form.Claim, x *form.Fund, e form.Entry) bool {
	if !e.Numeric() || !c.Quantity.Numeric() {
		return false
	}
	if e.Unit == "" {
		e.Unit = x.Money
	}
	if e.Unit == "" {
		return e.Value == c.Quantity.Value
	}
	same, known := sameFact(c.Quantity.Quantity, e.Quantity)
	return known && same
}

// otherYearMeant reports words that say that another year is meant: a document, a basis, a comparison, a
// plan, or what was done in that year with the results of this one.
func otherYearMeant(text string, from, to int) bool {
	if strings.Count(text[:from], "《") > strings.Count(text[:from], "》") || strings.Count(text[:from], "〈") > strings.Count(text[:from], "〉") {
		return true
	}
	return hasAny(text, "通知", "办法", "根据", "依据", "按照", "文件", "上年", "上一年", "去年", "下一年", "明年", "以前年度", "往年", "历年", "连续", "较20", "比20", "结果应用", "印发", "要求") ||
		hasAny(text[from:to], "工作的", "安排") || strings.Contains(text[to:], "工作安排")
}

func runEarly(p *Pass) {
	filed, field, ok := filedOn(p.Form)
	if !ok || p.Form.Year == 0 {
		p.Skip("没有读到填报日期或评价年度", "no date, or no year evaluated, was read")
		return
	}
	if filed.Year > p.Form.Year || hasAny(p.Form.Title, "监控", "上半年", "季度", "中期", "半年") {
		return
	}
	level, zh, en := finding.Warning, "全年数据尚未形成，请核对", "the year's figures cannot be known yet"
	if filed.Year == p.Form.Year && filed.Month == 12 {
		level, zh, en = finding.Info, "年度尚未结束，全年数据可能未最终确定", "the year was not quite over"
	}
	p.Report(finding.Finding{
		Level: level, Subject: field.Name, Printed: field.Value.Text, Due: fmt.Sprintf(">%d-12-31", p.Form.Year), Place: field.Value.Place,
		Says: both("评价年度为%[1]d年，%[2]s为%[3]s，"+zh, "the year evaluated is %[1]d, the form is dated %[3]s: "+en, p.Form.Year, field.Name, field.Value.Text),
	})
}
