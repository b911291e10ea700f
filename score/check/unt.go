package check

import (
	"fmt"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

// unt are the slips of units.
func unt() []*Check {
	return []*Check{untDiffer, untPoints, untMoney, untContrary, untNature, untCost, untDigits, untBounds}
}

var untDiffer = &Check{
	Code: "UNT-01", Level: finding.Warning,
	Title:   document.Message{ZH: "指标值与完成值单位不一致", EN: "Target and result in different units"},
	Doc:     document.Message{ZH: "指标值与完成值都写了单位，而两者不是同一类量（如 100% 与 5 个）。只有一处写单位、或可换算（万元与元）的不提示。", EN: "Target and result both have a unit, and these do not measure the same (100% and 5 pieces). One unit alone, or units that convert, are no finding."},
	Formula: "量纲(指标值) = 量纲(完成值)",
	Why:     document.Message{ZH: "指标值与完成值不是同一种量，完成率根本算不出来，所给得分没有依据。", EN: "A target and a result of different kinds give no completion at all, so the score rests on nothing."},
	Allows:  document.Message{ZH: "可换算的单位（万元与元）、相近的计数词（人与人次、个与家）和只有一处写单位的都不提示。", EN: "Units that convert, counting words used for one another and a unit written once only are let pass."},
	Clause:  document.Message{ZH: "完成值应与指标值口径、单位一致，方可比较计分", EN: "A result is measured as its target is, or it cannot be scored"},
	Trips:   document.Message{ZH: "指标值 100%，完成值 5 个", EN: "100% against 5 pieces"},
	Silent:  document.Message{ZH: "指标值 ≥50 个，完成值 50", EN: "≥50 pieces against 50"},
	Run:     runUnits,
}

var untPoints = &Check{
	Code: "UNT-02", Prose: true, Level: finding.Info,
	Title:   document.Message{ZH: "百分数与百分点混用", EN: "Percent written for percentage points"},
	Doc:     document.Message{ZH: "两个比率之差写成“下降3%”。只在两个比率都给出、差额相符而相对幅度不符时提示，应写作“百分点”。", EN: "The difference of two rates is written as percent. Reported only where both rates are stated, their difference fits and their relative change does not."},
	Formula: "x% − y% = z 个百分点",
	Why:     document.Message{ZH: "“下降3%”与“下降3个百分点”可能相差几十倍，会让变化显得比实际大或小。", EN: "Three percent less and three points less may lie many times apart and make a change look larger or smaller."},
	Allows:  document.Message{ZH: "差额按印刷位数取区间；相对幅度也能成立的不提示，写明“百分点”或未给出两个比率的不判断。", EN: "Differences are intervals of the digits printed; a relative change that holds too is let pass, and points named as such or rates not both given are not judged."},
	Clause:  document.Message{ZH: "两个百分数之差以百分点表示", EN: "The difference of two percentages is given in percentage points"},
	Trips:   document.Message{ZH: "“上年 8.50%，本年 6.20%，下降 2.30%”", EN: "“8.50% last year, 6.20% now, down by 2.30%”"},
	Silent:  document.Message{ZH: "“上年 8.50%，本年 6.20%，下降 2.30 个百分点”", EN: "“… down by 2.30 percentage points”"},
	Run:     runPoints,
}

var untContrary = &Check{
	Code: "UNT-04", Level: finding.Warning,
	Title:   document.Message{ZH: "度量单位与值矛盾", EN: "A unit that contradicts its value"},
	Doc:     document.Message{ZH: "单位栏与值自带的单位不是同一类量（单位“%”，值“28.8万元”），或名称为覆盖率、合格率等比率的指标用了金额、个数单位，或这类比率的完成值超过100%。", EN: "The unit column and the unit written with the value do not measure the same, a rate by its name is given in money or pieces, or a share that can be all at most has a result over 100%."},
	Formula: "量纲(单位栏) = 量纲(值)；比率类指标 ⇒ %",
	Why:     document.Message{ZH: "单位栏与数值打架，或比率超过100%，说明完成值填错了列或口径不清。", EN: "A unit that its own figure contradicts, or a share above all, shows a result in the wrong column or of unclear scope."},
	Allows:  document.Message{ZH: "相近的计数词不提示；比率无容差，合格率、覆盖率等大于100%即提示，增长、提高类和名称不含比率的不看。", EN: "Counting words used for one another are let pass; shares have none, anything above 100% is told, but rates of growth and names that are no share are not looked at."},
	Clause:  document.Message{ZH: "指标值的计量单位应与指标含义相符", EN: "An indicator's unit is one of what it measures"},
	Trips:   document.Message{ZH: "“设备合格率”指标值 ≥12 台", EN: "A pass rate of ≥12 pieces"},
	Silent:  document.Message{ZH: "“设备合格率”指标值 ≥95%", EN: "A pass rate of ≥95%"},
	Run:     runContrary,
}

var untNature = &Check{
	Code: "UNT-05", Level: finding.Warning,
	Title:   document.Message{ZH: "指标性质与指标值不符", EN: "Nature and target do not fit"},
	Doc:     document.Message{ZH: "表中注明“定量”的指标，指标值与完成值都是文字；注明“定性”的指标，指标值却是数值。日期和时限可以作定量指标。", EN: "A row called quantitative has words for target and result, or one called qualitative has a number. Dates may be quantitative."},
	Formula: "定量 ⇔ 数值；定性 ⇔ 文字",
	Why:     document.Message{ZH: "该量化的写成文字，或定性的填了数，计分方法就用错了，得分无法比较。", EN: "Words where a number was announced, or the reverse, call for another way of scoring, and the points cannot be compared."},
	Allows:  document.Message{ZH: "日期、时限可作定量指标，文字指标值而完成值为数值的不提示；没有注明性质的表不检查。", EN: "Dates and terms may be quantitative, and a worded target with a numeric result is let pass; forms that do not name the nature of rows are not checked."},
	Clause:  document.Message{ZH: "定量指标应以数值表述，定性指标应以可衡量的文字表述", EN: "Quantitative targets are numbers, qualitative ones are words"},
	Trips:   document.Message{ZH: "定量指标，指标值“按月安排”", EN: "“month by month” as a quantitative target"},
	Silent:  document.Message{ZH: "定量指标，指标值“2023年12月底”", EN: "“end of December 2023” as a quantitative target"},
	Run:     runNature,
}

func runUnits(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		t, a := in.Target.Quantity, in.Actual.Quantity
		if !t.Numeric() || !a.Numeric() || t.Unit == "" || a.Unit == "" || in.Target.Doubt != "" || in.Actual.Doubt != "" {
			continue
		}
		rows++
		if !quantity.Comparable(t, a) && !looseUnits(t.Unit, a.Unit) {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Actual.Text, Due: t.Unit,
				Says: both("“%[1]s”指标值 %[2]s 与完成值 %[3]s 的单位不同类，无法比较，请核对",
					"%[1]s: the target %[2]s and the result %[3]s are in units that cannot be compared", in.Name, in.Target.Text, in.Actual.Text),
				Place: in.Actual.Place, Also: []document.Place{in.Target.Place},
			})
		}
	}
	if rows == 0 {
		p.Skip("没有两处都写单位的定量指标", "No row writes a unit with both figures")
	}
}

// looseUnits are counting words used for one another (人 and 人次, 个 and 家), which no reviewer minds
// about as a unit: one contains the other, or both only count; but nobody counts people in buildings or events.
func looseUnits(a, b string) bool {
	plain := func(u string) string { return strings.TrimLeft(u, "万亿千百") }
	a, b = plain(a), plain(b)
	if a == "" || b == "" || strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	const counting, people, things = "个件项家户处台套起次人名位份场期辆条只头部座", "人名位", "处台套场期辆条只部座"
	if strings.Contains(people, a) && strings.Contains(things, b) || strings.Contains(people, b) && strings.Contains(things, a) {
		return false
	}
	return strings.Contains(counting, a) && strings.Contains(counting, b)
}

func runPoints(p *Pass) {
	judged := 0
	within, across := p.read.changes()
	for _, c := range slices.Concat(within, across) {
		now, ok := inBaseUnits(c.now)
		if !ok || now.dimension != quantity.Proportion {
			continue
		}
		due, ok := c.due()
		if !ok {
			continue
		}
		judged++
		printed, ok := quantity.Printed(c.by.Value)
		if !ok || len(due) != 2 || !printed.Meets(due[0]) || printed.Meets(due[1]) {
			continue
		}
		should := c.by.Value + "个百分点"
		p.Report(finding.Finding{
			Subject: c.subject, Printed: c.byText, Due: should,
			Says: both("%[1]s 与 %[2]s 之差应写作 %[3]s，正文写为 %[4]s（相对变化为 %[5]s%%）",
				"The difference of %[1]s and %[2]s is %[3]s, the text says %[4]s (the relative change is %[5]s%%)",
				c.nowText, c.wasText, should, c.byText, quantity.FormatRat(middleOf(due[1]), 2)),
			Working: fmt.Sprintf("%s − %s", c.nowText, c.wasText),
			Place:   c.place, Also: c.also,
		})
	}
	if judged == 0 {
		p.Skip("正文没有给出两个比率之差", "The text states no difference of two rates")
	}
}

func runContrary(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		for _, e := range []form.Entry{in.Target, in.Actual} {
			if !e.Numeric() || e.Doubt != "" {
				continue
			}
			rows++
			if e.Place == in.Actual.Place && overAll(in) {
				p.Report(moreThanAll(in))
				break
			}
			if why, en := contrary(in, e); why != "" {
				p.Report(finding.Finding{
					Subject: in.Name, Printed: e.Text, Due: "",
					Says:  both("“%[1]s”的值 %[2]s 与"+why+"不符，请核对", "%[1]s: the value %[2]s does not fit "+en, in.Name, e.Text),
					Place: e.Place,
				})
				break
			}
		}
	}
	if rows == 0 {
		p.Skip("没有定量指标", "No quantitative row")
	}
}

// contrary tells what an entry's unit contradicts, or nothing.
func contrary(in *form.Indicator, e form.Entry) (zh, en string) {
	if e.Unit != "" {
		own := quantity.Parse(e.Text)
		if own.Numeric() && own.Unit != "" && own.Unit != e.Unit && !quantity.Comparable(own, e.Quantity) && !looseUnits(own.Unit, e.Unit) {
			return "度量单位“" + e.Unit + "”", "its unit " + e.Unit
		}
	}
	dimension := e.Dimension()
	if e.Numeric() && dimension != quantity.Proportion && piecesOrMoney(dimension) && lexicon.RateName(in.Name) && !hasAny(in.Name, "满意") {
		return "比率类指标的含义", "an indicator that is a rate"
	}
	return "", ""
}

// shareNames end the names of shares of which all is the most: no more can pass than were examined.
var shareNames = []string{"合格率", "及时率", "准确率", "完好率", "覆盖率", "达标率", "满意率", "满意度", "知晓率", "通过率", "优良率", "公开率", "按期办结率", "普及率", "在线率", "规范率"}

// overAll reports a result above 100% of a share that cannot go above it.
func overAll(in *form.Indicator) bool {
	if _, ok := cutAny(strings.TrimSpace(in.Name), shareNames...); !ok || in.Actual.Doubt != "" || in.Actual.Bound != quantity.None || hasAny(in.Name, "增长", "提升", "提高", "下降", "降低") {
		return false
	}
	a := in.Actual.Quantity
	if a.Unit == "" && (in.Target.Unit == "%" || in.Target.Unit == "％") {
		a.Unit = "%"
	}
	w, ok := inBaseUnits(a)
	return ok && w.dimension == quantity.Proportion && quantity.Compare(w.value, oneWhole) > 0
}

func moreThanAll(in *form.Indicator) finding.Finding {
	return finding.Finding{
		Subject: in.Name, Printed: in.Actual.Text, Due: "≤100%", Place: in.Actual.Place, Also: known([]document.Place{in.Target.Place}),
		Says: both("“%[1]s”的完成值 %[2]s 超过100%%，这类比率不可能多于全部，请核对", "%[1]s: the result %[2]s is over 100%%, and no such share can be more than all", in.Name, in.Actual.Text),
	}
}

func piecesOrMoney(dimension string) bool {
	return dimension != "" && strings.Contains("元个件项家户处台套起次人名份场期辆条只头部座平方米公里米吨", dimension)
}

func runNature(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if in.Nature == "" || in.Target.Missing() || in.Target.Doubt != "" {
			continue
		}
		rows++
		worded := in.Target.Kind == quantity.Words && in.Actual.Kind != quantity.Number && in.Actual.Kind != quantity.Date
		switch {
		case in.Nature == form.Quantitative && worded:
			p.Report(unfit(in, "定量", "文字", "quantitative", "words"))
		case in.Nature == form.Qualitative && in.Target.Kind == quantity.Number:
			p.Report(unfit(in, "定性", "数值", "qualitative", "a number"))
		}
	}
	if rows == 0 {
		p.Skip("表中没有注明指标性质", "The form does not say which rows are quantitative")
	}
}

func unfit(in *form.Indicator, nature, kind, natureEN, kindEN string) finding.Finding {
	return finding.Finding{
		Subject: in.Name, Printed: in.Target.Text,
		Says: document.Message{
			ZH: fmt.Sprintf("“%s”注明为%s指标，指标值“%s”却是%s", in.Name, nature, in.Target.Text, kind),
			EN: fmt.Sprintf("%s is called %s, but its target “%s” is %s", in.Name, natureEN, in.Target.Text, kindEN),
		},
		Place: in.Target.Place,
	}
}
