package synth

import (
	"strings"

	"fuhe/corpus/truth"
)

func narratedPlan() plan {
	return plan{kind: "project", equal: true, blocks: []design{
		{"产出指标", 40, outputs, [2]int{2, 2}}, {"效益指标", 40, effects, [2]int{2, 2}}, {"满意度指标", 20, delight, [2]int{1, 1}},
	}}
}

func processPlan() plan {
	return plan{kind: "evaluation", blocks: []design{
		{"项目决策", 20, decide, [2]int{2, 3}}, {"项目管理", 30, manage, [2]int{3, 4}}, {"项目绩效", 50, results, [2]int{3, 5}},
	}}
}

func (s *sheet) proseHead(name string) {
	s.form.Year, s.form.Kind = s.r.year, s.r.kind
	s.heading(1, s.unitName()+itoa(s.r.year)+"年度"+name)
}

// conclude states the total and the grade.
func (s *sheet) conclude() {
	s.paragraph("综合以上各项，" + itoa(s.r.year) + "年度自评" + s.one("得分|总得分") + s.r.say.total + "分，" + s.one("评价等级为|自评结论为") + "“" + s.r.say.grade + "”。")
	s.form.Total.Score, s.form.Total.Grade = entry(s.r.say.total), truth.Entry{Text: s.r.say.grade}
}

// layNarrated tells each row in a sentence.
func layNarrated(s *sheet) {
	s.proseHead(s.r.project + "绩效自评报告")
	s.form.Project = s.r.project
	s.heading(2, "一、项目概况")
	s.paragraph(s.moneySentence())
	s.heading(2, "二、绩效目标完成情况")
	i := 0
	for _, b := range s.r.blocks() {
		s.heading(3, s.st.bracket(string([]rune("一二三四五")[i]))+b.name)
		i++
		for j, x := range b.rows {
			known := truth.Indicator{Level1: b.name, Name: x.name}
			t, a := s.target(x, true, true, &known.Target), s.actual(x, false, true, &known.Actual)
			known.Score = entry(x.score)
			s.paragraph(itoa(j+1) + "." + x.name + "，年初目标值" + t + "，实际完成值" + a + "，自评得分" + x.score + "分" + s.one("；|。"))
			s.form.Indicators = append(s.form.Indicators, known)
		}
	}
	s.heading(2, "三、自评结论")
	s.conclude()
	s.paragraph(s.problems())
}

// layScoredHeadings prints the score of each block behind its heading.
func layScoredHeadings(s *sheet) {
	s.proseHead("绩效自评报告")
	s.heading(2, "一、预算执行情况"+s.st.bracket("自评得分"+s.r.fund.score+"分"))
	s.paragraph(s.moneySentence())
	for i, b := range s.r.blocks() {
		s.heading(2, string([]rune("二三四五六")[i])+"、"+strings.TrimSuffix(b.name, "指标")+"情况"+s.st.bracket("自评得分"+b.score+"分"))
		for _, x := range b.rows {
			s.paragraph(s.rowSentence(x))
		}
		s.form.Sections = append(s.form.Sections, truth.Section{Name: strings.TrimSuffix(b.name, "指标") + "情况", Score: entry(b.score)})
	}
	s.heading(2, "五、自评结论")
	s.conclude()
	s.paragraph(s.problems())
}

// layPointHeadings prints full and earned points behind each row's heading.
func layPointHeadings(s *sheet) {
	s.proseHead("绩效评价报告")
	for i, b := range s.r.blocks() {
		s.heading(2, string([]rune("一二三四五")[i])+"、"+b.name+s.st.bracket("满分"+b.weight+"分，实得"+b.score+"分"))
		s.form.Sections = append(s.form.Sections, truth.Section{Name: b.name, Weight: entry(b.weight), Score: entry(b.score)})
		for j, x := range b.rows {
			s.heading(3, s.st.bracket(string([]rune("一二三四五六七八九")[j]))+x.name+s.st.bracket("满分"+x.weight+"分，实得"+x.score+"分"))
			s.form.Indicators = append(s.form.Indicators, truth.Indicator{Level1: b.name, Name: x.name, Weight: entry(x.weight), Score: entry(x.score)})
			why := x.reason
			if why == "" {
				why = "按要求开展相关工作，资料齐全。"
			}
			s.paragraph(why)
		}
	}
	s.heading(2, "四、评价结论")
	s.conclude()
}

// layOlderReport is an older report: the head with the total, then numbered sections.
func layOlderReport(s *sheet) {
	s.form.Year, s.form.Kind = s.r.year, s.r.kind
	s.heading(1, itoa(s.r.year)+"年度部门整体支出绩效自评报告")
	s.paragraph("填报单位" + s.st.colon + s.unitName())
	s.paragraph("自评得分" + s.st.colon + s.r.total)
	s.form.Total.Score = entry(s.r.total)
	s.heading(2, "一、部门（单位）基本概况")
	s.paragraph("承担" + s.r.theme.Name + "领域的管理和服务工作，内设科室" + itoa(4+s.rnd.IntN(8)) + "个。")
	s.heading(2, "二、预算执行情况")
	s.paragraph(s.moneySentence())
	s.heading(2, "三、绩效目标完成情况")
	s.counted()
	for i, x := range s.r.rows() {
		s.paragraph(itoa(i+1) + "." + s.rowSentence(x))
	}
	s.after()
}
