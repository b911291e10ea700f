package synth

import (
	"strings"

	"fuhe/corpus/truth"
)

// goalTexts writes the year's goal and what came of it, as two texts about the same rows.
func (s *sheet) goalTexts(g goal) (set, done string) {
	var aims, ends []string
	n := 0
	for _, b := range g.blocks {
		for _, x := range b.rows {
			if !x.quantified() || n == 4 || x.shape == none {
				continue
			}
			n++
			aims = append(aims, x.name+x.spoken(x.aim))
			ends = append(ends, x.name+x.happened(x.done))
		}
	}
	opening := "做好" + s.r.project + "相关工作"
	if len(aims) == 0 {
		return opening + "，完成年度任务。", "年度任务已完成。"
	}
	return opening + "，" + strings.Join(aims, "，") + "。", strings.Join(ends, "，") + "。"
}

// shortGoals are goals without figures, as many offices write them.
func (s *sheet) shortGoals() (set, done string) {
	set = s.one("按计划推进各项任务，保障资金安全规范使用。|完成年度重点工作，提升服务水平。|落实上级部署，保障" + s.r.project + "顺利实施。")
	return set, s.one("各项任务按计划推进，资金使用规范。|年度重点工作已推进实施。|总体完成年度目标任务。")
}

// projectList is the table of a department's projects: their money and scores are not those of the form.
func (s *sheet) projectList() {
	if len(s.r.list) == 0 {
		return
	}
	s.paragraph("各项目自评结果见下表。")
	if s.r.renumber {
		s.numbered("各项目自评结果")
	}
	s.begin(6)
	s.put(head("序号"), head("项目名称"), head("预算数"+s.moneyNote()), head("执行数"+s.moneyNote()), head("执行率"), head("自评得分"))
	for i, p := range s.r.list {
		s.put(text(itoa(i+1)), text(p.name), text(s.st.amount(p.budget)), text(s.st.amount(p.spent)), text(p.rate+"%"), text(p.score))
	}
	s.end()
}

// goalPair is one or the other.
func (s *sheet) goalPair(g goal) (set, done string) {
	short := chance(s.rnd, .35)
	set, done = s.shortGoals()
	if short {
		return set, done
	}
	return s.goalTexts(g)
}

// before writes the sections of running text that stand before the table.
func (s *sheet) before() {
	r := s.r
	s.heading(1, r.province+r.unit+itoa(r.year)+"年度"+s.one("绩效自评报告|支出绩效自评情况报告|绩效自评工作报告"))
	s.heading(2, "一、基本情况")
	s.paragraph(r.province + r.unit + "承担" + r.theme.Name + "领域的服务和管理工作，" + itoa(r.year) + "年按要求组织开展绩效自评，" + s.one("成立工作小组，逐项核对数据。|自评数据来自台账和财务账簿。"))
	s.heading(2, "二、预算执行情况")
	s.paragraph(s.moneySentence())
	for _, f := range r.facts {
		s.paragraph(f.text)
	}
	s.projectList()
	s.heading(2, "三、绩效目标完成情况")
	s.counted()
	for i, x := range r.rows() {
		if x.shape != process && s.spokenOf(x) {
			s.paragraph(itoa(i+1) + "." + s.rowSentence(x))
		}
	}
}

// spokenOf reports whether running text speaks of the row: always if something is to be wrong there.
func (s *sheet) spokenOf(*row) bool { return chance(s.rnd, .85) }

// counted states how many indicators there are.
func (s *sheet) counted() {
	if chance(s.rnd, .5) || s.r.listCount != len(s.r.rows()) {
		s.paragraph("本次自评共设置三级指标" + itoa(s.r.listCount) + "个，" + s.one("完成情况如下。|各项指标完成情况说明如下。"))
	}
}

func (s *sheet) moneySentence() string {
	r, say := s.r, s.r.say
	var b strings.Builder
	year := r.year
	if r.copied != 0 {
		year = r.copied
	}
	b.WriteString(itoa(year) + "年度")
	if r.added != "" {
		b.WriteString("年初预算" + r.style.amount(r.fund.initial) + say.money + "，" + r.added + "后，")
	}
	b.WriteString("全年预算数" + r.style.amount(say.budget) + say.money + "，" + s.one("执行数|实际支出|全年执行数") + r.style.amount(say.spent) + r.style.money)
	if say.rate != "" {
		b.WriteString("，" + s.one("预算执行率|执行率") + s.one("|为") + say.rate + "%")
	}
	b.WriteString("。")
	if r.spends != "" && r.fund.spent != r.fund.budget {
		b.WriteString("未执行完的部分主要是" + r.spends + "。")
	}
	return b.String()
}

func (s *sheet) rowSentence(x *row) string {
	switch form := s.rnd.IntN(3); {
	case !x.quantified():
		return x.name + "。年度目标为" + x.words + "，实际" + x.gotWords + "。"
	case form == 0:
		return x.name + "。年度目标" + x.spoken(x.value) + "，实际完成" + x.told + x.gotUnit + "。"
	case form == 1:
		return "截至" + itoa(s.r.year) + "年末，" + x.name + x.happened(x.told) + "。"
	}
	return x.name + "。" + x.name + x.happened(x.told) + "。"
}

// after writes the sections that stand behind: the conclusion, what is wanting, what is to be done.
func (s *sheet) after() {
	r := s.r
	s.heading(2, "四、自评结论")
	if s.points {
		s.paragraph(s.one("|"+r.say.unit) + itoa(r.year) + "年度绩效自评" + s.one("得分|综合得分|总得分") + s.one("|为") + r.say.total + "分，" + s.one("评价等级为|自评等级为|等级为") + s.one("“"+r.say.grade+"”|"+r.say.grade) + "。")
		s.form.Total.Grade = truth.Entry{Text: r.say.grade}
		if s.form.Total.Score.Text == "" {
			s.form.Total.Score = entry(r.say.total)
		}
	} else {
		s.paragraph("总体完成年度目标。")
	}
	if s.summaryWanted() {
		s.summary()
	}
	s.heading(2, s.ordinal("五")+"、存在问题及改进措施")
	if r.allDone {
		s.paragraph("本年度各项绩效指标均已完成年度目标。")
	} else if r.say.unmet > 0 {
		s.paragraph("共有" + itoa(r.say.unmet) + "项指标未完成年度目标。")
	}
	s.paragraph(s.problems())
	s.heading(2, s.ordinal("六")+"、佐证材料")
	if r.hint != "" {
		s.paragraph(r.hint)
	}
	s.paragraph("包括会计凭证、合同、验收记录、工作台账、满意度问卷及统计结果。")
}

// ordinal is the number of a section, or the next one when one is left out.
func (s *sheet) ordinal(n string) string {
	if !s.r.skip {
		return n
	}
	return map[string]string{"五": "六", "六": "七"}[n]
}

func (s *sheet) problems() string {
	var parts []string
	for _, x := range s.r.rows() {
		if x.missed && x.reason != "" && x.shape == process {
			parts = append(parts, "“"+x.name+"”扣分，原因是"+x.reason)
		} else if x.missed && x.reason != "" {
			parts = append(parts, "“"+x.name+"”未达到年度目标，原因是"+x.reason)
		}
	}
	if len(parts) == 0 {
		return "绩效管理的精细化程度还需要提高，下一步将加强过程监控。"
	}
	return strings.Join(parts, "")
}

func (s *sheet) summaryWanted() bool {
	yes := chance(s.rnd, .4)
	return (yes || s.r.summary) && s.points && s.r.fund.weight != "" && len(s.r.goals) == 1
}

// numbered is the title of a table of the text.
func (s *sheet) numbered(words string) {
	if s.tables++; s.r.renumber {
		s.tables = 1
	}
	s.centred("表" + itoa(s.tables) + s.st.colon + words)
}

// summary is the table of blocks with weight, score and rate.
func (s *sheet) summary() {
	s.numbered(itoa(s.r.year) + "年度各部分得分情况")
	s.begin(4)
	s.put(head("一级指标"), head("分值"), head("得分"), head("得分率"))
	share := rounded(number("0").Mul(quotient(s.r.fund.score, s.r.fund.weight), number("100")), 2)
	s.put(text("预算执行"), text(s.r.fund.weight), text(s.r.fund.score), text(share+"%"))
	for _, b := range s.r.blocks() {
		s.put(text(b.name), text(b.weight), text(b.score), text(b.rate+"%"))
	}
	s.form.Total.Weight = entry("100")
	s.put(text("合计"), text("100"), text(s.r.total), text(s.r.total+"%"))
	s.end()
}

// causes is the block under the table that tells why rows fell short.
func (s *sheet) causes() string {
	if text := s.problems(); strings.HasPrefix(text, "“") {
		return text
	}
	return s.one("无|")
}
