package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
	"fuhe/score/recompute"
)

var indSurvey = &Check{
	Code: "IND-09", Needs: AllText, Level: finding.Warning, Run: runSurvey,
	Title:   document.Message{ZH: "满意度无调查依据", EN: "Satisfaction without a survey"},
	Doc:     document.Message{ZH: "自评表中有以比率填报并得分的满意度指标，而正文、备注和各行说明中没有问卷、调查、测评、访谈、回访、样本等任何依据。没有正文、或正文过短（不足300字）的表不判断，因为依据可能另附。", EN: "The form scores rates of satisfaction and neither the text nor a note or a row speaks of a questionnaire, survey, interview, call or sample. Forms without running text, or with next to none (under 300 letters), are not judged: the evidence may be elsewhere."},
	Formula: "满意度得分 > 0 ⇒ 调查依据",
	Why:     document.Message{ZH: "没有问卷、样本的满意度是估出来的，却往往占10分，复核时通常要求补充或核减。", EN: "A rate without a survey was guessed, yet mostly weighs 10 points; reviewers ask for the sample or cut it."},
	Allows:  document.Message{ZH: "正文、备注、指标名称任何一处提到问卷、测评、回访、热线等即认可，不问样本多少；正文不足300字的不判断。", EN: "Any word on a questionnaire, rating, call or hotline, in text, remark or name, is accepted whatever its sample; texts under 300 letters are not judged."},
	Clause:  document.Message{ZH: "满意度指标应以问卷调查等方式取得，并有样本和统计依据", EN: "satisfaction is measured by survey, with a sample and its count"},
	Trips:   document.Message{ZH: "群众满意度95%得10分，正文只写“群众满意度较高”", EN: "satisfaction of 95% scores 10, the text says only that it is high"},
	Silent:  document.Message{ZH: "正文写明“发放问卷300份，回收286份，满意度95%”", EN: "the text says that 286 of 300 questionnaires came back"},
}

var indKinds = &Check{
	Code: "IND-10", Needs: AllRows, Level: finding.Info, Run: runKinds,
	Title:   document.Message{ZH: "缺少常设类别的指标", EN: "A usual class of indicators is missing"},
	Doc:     document.Message{ZH: "表中列明二级指标类别、且产出指标已分列两类以上时，看数量、质量、时效、成本四类是否齐全，以及是否设有满意度指标。确无成本或满意度指标的可以不设，因此只作提示。转移支付可不设满意度，绩效评价表另有体系，不作判断。", EN: "Where the form names classes and its outputs stand in two or more, it is asked whether quantity, quality, time and cost are all there, and satisfaction. A project may have none of one class, so this is only mentioned. Transfers may do without satisfaction; evaluations have a system of their own."},
	Formula: "{数量, 质量, 时效, 成本, 满意度} ⊆ 类别",
	Why:     document.Message{ZH: "缺少质量、成本或满意度，只报数量，就看不出做得好不好、花得值不值。", EN: "Quantity alone, without quality, cost or satisfaction, tells neither how well nor at what price."},
	Allows:  document.Message{ZH: "类别名称出现在任何一级、满意度列在任何位置都认可；不足四项、类别不足两类的表和绩效评价表不判断，转移支付可无满意度。", EN: "A class named at any level, and satisfaction anywhere, will do; forms of fewer than four rows or two classes, and evaluations, are not judged, and transfers may do without satisfaction."},
	Clause:  document.Message{ZH: "产出指标一般包括数量、质量、时效、成本，并设服务对象满意度指标", EN: "outputs are counted in quantity, quality, time and cost, and there is a measure of satisfaction"},
	Trips:   document.Message{ZH: "产出指标只有数量指标和时效指标", EN: "outputs have quantity and time only"},
	Silent:  document.Message{ZH: "成本指标单列为一级指标", EN: "cost is a first-level class of its own"},
}

var indUnfinished = &Check{
	Code: "IND-11", Level: finding.Warning, Run: runUnfinished,
	Title:   document.Message{ZH: "尚未完工或验收却按完成计分", EN: "Scored as done, yet the text says it is not finished"},
	Doc:     document.Message{ZH: "正文写明某项工程或工作尚未验收、尚未完工、仍在施工、未投入使用，而自评表中同名指标按已完成计满分。按名称归属到指标，把握不大的不提示；说的是往年、个别例外或计划的，以及同一句又写明后来已完成的，不提示。", EN: "The text says that some work is not yet accepted, not finished, still being built or not in use, and the row of that name has full marks as done. The sentence is tied to the row by its name; uncertain ties, other years, exceptions and plans are left alone, and so is a sentence that says it was done later."},
	Formula: "“尚未验收/完工” ⇒ s < w",
	Why:     document.Message{ZH: "没验收、没完工就按完成计满分，是提前确认绩效，尾款和质量责任也可能还没了结。", EN: "Full marks before acceptance count a result that is not there yet, with payment and liability perhaps still open."},
	Allows:  document.Message{ZH: "少于满分即不提示；名称字词在句中不足四分之三的不归属，说往年、计划、个别除外或后来已完成的不提示。", EN: "Anything below full marks is let pass; sentences with less than three quarters of the name are not tied, and other years, plans, exceptions and what was done later are let pass."},
	Clause:  document.Message{ZH: "产出和效益应在评价时点已经实现", EN: "outputs and benefits count when they are there at the time of the evaluation"},
	Trips:   document.Message{ZH: "“小区雨污分流改造”得满分，正文“三个小区雨污分流改造尚未验收”", EN: "a row on sewers has full marks, “the sewers of three quarters are not yet accepted”"},
	Silent:  document.Message{ZH: "正文“年初尚未验收的雨污分流改造已于6月通过验收”", EN: "“the sewers not yet accepted in January passed in June”"},
}

var indOwnStaff = &Check{
	Code: "IND-12", Level: finding.Info, Run: runOwnStaff,
	Title:   document.Message{ZH: "内部人员充当社会公众满意度", EN: "Own staff for the public's satisfaction"},
	Doc:     document.Message{ZH: "列在社会公众（群众）满意度类别下的指标，名称却是民警、职工、干部、教职工等单位内部人员的满意度。列在服务对象满意度下的不提示，内部人员可以是服务对象。", EN: "A row under the public's satisfaction asks the office's own staff. Under satisfaction of those served it is let pass, for staff may be those served."},
	Formula: "社会公众满意度 ∌ 内部人员",
	Why:     document.Message{ZH: "让本单位职工给自己打分充作群众满意度，结果必然偏高，也不代表服务对象。", EN: "An office's own staff in place of the public is bound to be content, and speaks for nobody served."},
	Allows:  document.Message{ZH: "列在服务对象满意度下的、“对民警、对干部……”的评价不提示；没有社会公众满意度类别的不检查。", EN: "Rows under those served, and ratings of the staff by others, are let pass; forms without a class for the public are not checked."},
	Clause:  wellDesigned,
	Trips:   document.Message{ZH: "“社会公众满意度”下列“职工对办公环境满意度”", EN: "“staff satisfaction with their offices” under the public's satisfaction"},
	Silent:  document.Message{ZH: "“服务对象满意度”下列“参训干部满意度”", EN: "“trainees' satisfaction” under those served"},
}

// surveys are the words by which a text says how satisfaction was measured.
var surveys = []string{"问卷", "调查", "测评", "访谈", "回访", "样本", "抽样", "随机", "电话", "评议", "打分", "评价器", "好差评", "12345", "热线", "走访", "座谈", "征求意见", "满意度系统", "评价系统"}

// leastText is how many letters a text has that could speak of a survey.
const leastText = 300

func runSurvey(p *Pass) {
	var rows []*form.Indicator
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if w, ok := inBaseUnits(in.Actual.Quantity); ok && w.dimension == quantity.Proportion && positive(in.Score) && satisfaction(in) {
			if hasAny(in.Reason.Text+in.Meaning.Text+in.Rule.Text+in.Name, surveys...) {
				return
			}
			rows = append(rows, in)
		}
	}
	if len(rows) == 0 || !p.read.longerThan(leastText-1) {
		p.Skip("没有满意度比率指标，或正文不足以说明调查情况", "no rate of satisfaction, or too little text to speak of a survey")
		return
	}
	for _, s := range p.read.sentences() {
		if s.hasAny(surveys...) && !s.hasAny("调查研究", "未开展", "没有开展", "现场调查", "事故调查", "案件", "随机应变") {
			return
		}
	}
	if hasAny(p.Form.Reason.Text+p.Form.Measures.Text, surveys...) {
		return
	}
	reportSurvey(p, rows)
}

// satisfaction reports a row on satisfaction by its name or class; some forms drop a letter (意度).
func satisfaction(in *form.Indicator) bool {
	return hasAny(in.Name, "满意", "意度") || strings.Contains(in.Level2, "满意")
}

func reportSurvey(p *Pass, rows []*form.Indicator) {
	var names []string
	var also []document.Place
	for _, in := range rows {
		names, also = append(names, in.Name), append(also, in.Actual.Place)
	}
	p.Report(finding.Finding{
		Subject: rows[0].Name, Printed: rows[0].Actual.Text, Place: also[0], Also: known(also[1:]),
		Says: document.Message{
			ZH: fmt.Sprintf("%s已计分，报告没有说明调查方式、样本和统计依据", together(names)),
			EN: fmt.Sprintf("%d rate(s) of satisfaction are scored (%s), and the report does not say how they were surveyed", len(rows), namesInEnglish(names, 3)),
		},
	})
}

// together names rates of satisfaction, and how many they are if more than one.
func together(names []string) string {
	if len(names) == 1 {
		return joinNames(names, 1)
	}
	return fmt.Sprintf("%s等满意度共%d项", joinNames(names, 3), len(names))
}

func runKinds(p *Pass) {
	if p.Form.Kind == form.Evaluation || len(p.Form.Indicators) < 4 {
		p.Skip("不是绩效自评表，或指标不足四项", "no self-evaluation form, or fewer than four rows")
		return
	}
	var classes strings.Builder
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		classes.WriteString(in.Level1 + " " + in.Level2 + "\n")
		if satisfaction(in) {
			classes.WriteString("满意\n") // wherever it stands
		}
	}
	for _, s := range p.Form.Sections {
		classes.WriteString(s.Name + "\n")
	}
	all, outputs := classes.String(), 0
	var missing []string
	for _, c := range []struct{ word, name string }{{"数量", "数量指标"}, {"质量", "质量指标"}, {"时效", "时效指标"}, {"成本", "成本指标"}} {
		if strings.Contains(all, c.word) {
			outputs++
		} else {
			missing = append(missing, c.name)
		}
	}
	if outputs < 2 {
		p.Skip("表中没有列明二级指标类别", "the form names no classes")
		return
	}
	if !strings.Contains(all, "满意") && p.Form.Kind != form.Transfer {
		missing = append(missing, "满意度指标")
	}
	if len(missing) == 0 {
		return
	}
	list := strings.Join(missing, "、")
	p.Report(finding.Finding{
		Subject: list, Place: p.Form.Indicators[0].Place,
		Says: both("表中没有设置%s，请核对是否确无相应内容", "the form has no %s; is there nothing of that kind?", list),
	})
}

// unfinished are the ways to say that a work is not done.
var unfinished = wording.New(`(尚未|仍未|还未|暂未|未能|没有|均未|未)(通过|完成|组织|进行|开展)?(竣工|初步|最终|完工)?(验收|完工|竣工|投入使用|交付使用|建成|投用)|(仍|尚|正)在(施工|建设|实施)|仍处于(施工|建设)`)

// takenUp are words that take such a sentence back, or put it elsewhere.
var takenUp = []string{"已于", "现已", "目前已", "已全部", "均已", "已完成", "已通过", "年初", "上年", "往年", "前期", "不存在", "未发现", "没有未", "无未", "计划", "预计", "除", "此前", "原未"}

func runUnfinished(p *Pass) {
	held := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		met, sure := p.met(i)
		w, score := recompute.Weight(in.Weight), in.Score.Rat()
		if w == nil || score == nil || quantity.Compare(score, w) < 0 || sure && !met || in.Doubt != "" {
			continue
		}
		held++
		if s, at, trust := p.unfinishedFor(i); trust > 0 {
			quote := clauseAt(s.Text, at)
			p.Report(finding.Finding{
				Subject: in.Name, Printed: quote, Place: s.place(at, len("尚未验收")), Also: known([]document.Place{in.Score.Place}), Trust: trust,
				Says: both("正文写“%[2]s”，而自评表中“%[1]s”按已完成得满分%[3]s，请核对", "the text says “%[2]s”, yet %[1]s has its full %[3]s as done", in.Name, quote, in.Score.Value),
			})
		}
	}
	if held == 0 {
		p.Skip("没有得满分的指标", "no row has full marks")
	}
}

// sureMatter is the share of a name's pairs of letters that a clause has to hold before a contradiction is
// told on it.
const sureMatter = 75

// unfinishedFor finds a sentence that says that the very thing the row is named after is not finished, and
// how surely it speaks of that; 0 for none.
func (p *Pass) unfinishedFor(index int) (s spoken, at, trust int) {
	m := p.read.matter(index)
	if utf8.RuneCountInString(m.kernel) < 3 {
		return s, 0, 0
	}
	undone := p.read.undone()
	for _, k := range p.read.mentions(index) {
		at, ok := undone[k]
		if !ok {
			continue
		}
		s := p.read.folded()[k]
		fold := s.fold
		trust := m.pairs.In(fold)
		if strings.Contains(fold, m.kernel) {
			trust = max(trust, 90)
		}
		if trust >= sureMatter {
			return s, at, trust
		}
	}
	return s, 0, 0
}

// undone are the sentences, by index, that say that a work of the year is not done, and where they say it.
func (n *narrative) undone() map[int]int {
	if n.unfinished != nil {
		return n.unfinished
	}
	n.unfinished = map[int]int{}
	for k, s := range n.sentences() {
		if s.paragraph.Level > 0 || !s.hasAny("未", "没有", "在施工", "在建设", "在实施", "仍处于") {
			continue
		}
		if hit := unfinished.FindStringIndex(s.Text); hit != nil && !s.hasAny(takenUp...) && !n.notOfTheYear(k) {
			n.unfinished[k] = hit[0]
		}
	}
	return n.unfinished
}

// insiders are the people of an office itself.
var insiders = []string{"民警", "干警", "警员", "职工", "员工", "干部", "教职工", "本单位", "机关人员", "工作人员", "内部"}

func runOwnStaff(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if !hasAny(in.Level2, "社会公众", "公众满意", "群众满意") || strings.Contains(in.Level2, "服务对象") {
			continue
		}
		rows++
		if hasAny(in.Name, insiders...) && !hasAny(in.Name, "对民警", "对干部", "对工作人员", "对职工") {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: in.Level2, Place: in.Place,
				Says: both("“%[1]s”调查的是单位内部人员，表中列在“%[2]s”下，请核对", "%[1]s asks the office's own staff, but stands under %[2]s", in.Name, in.Level2),
			})
		}
	}
	if rows == 0 {
		p.Skip("表中没有社会公众满意度指标", "the form has no measure of the public's satisfaction")
	}
}
