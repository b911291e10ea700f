package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/score/finding"
)

var xrfAbsolute = &Check{
	Code: "XRF-07", Level: finding.Warning,
	Title:   document.Message{ZH: "绝对化表述与数值矛盾", EN: "An absolute statement against a lower figure"},
	Doc:     document.Message{ZH: "正文在某一指标的条目下写“全部完成”“均已整改”，而该指标的完成值不足 100%；或写“各项指标均完成”，而自评表中有未达标的指标。条目内另有与表相同的数值时不提示。", EN: "The text says that all of it was done, but the indicator's result is below 100%; or that every indicator was met, but some row was not. Silent where the item also states the form's figure."},
	Formula: "“全部/均/无一” ⇒ 完成值 = 100%",
	Why:     document.Message{ZH: "正文说“全部完成”而数据不足100%，是用文字掩盖没完成的部分。", EN: "All done in words over less than 100% in figures passes over what was not done."},
	Allows:  document.Message{ZH: "该条目另写有完成值的、同句有“除……外”“未”“计划”等限定的不提示；满意度、增减幅度类比率不看。", EN: "Items that also state the result, and sentences with an exception, a denial or a plan, are let pass; rates of satisfaction and of change are not looked at."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "隐患整治率 91%，正文“隐患全部整改完成”", EN: "91% rectified, “all dangers were rectified”"},
	Silent:  document.Message{ZH: "完成值 100%，正文“全部办结”", EN: "100%, “all were settled”"},
	Run:     runAbsolute,
}

var xrfOpposite = &Check{
	Code: "XRF-08", Prose: true, Level: finding.Warning,
	Title:   document.Message{ZH: "同一对象的结论相互矛盾", EN: "Opposite statements on one thing"},
	Doc:     document.Message{ZH: "同一段落对同一对象既作肯定（较为X、比较X）又作否定（不够X、有待进一步X）。分别针对以往与现在、总体与个别的不提示。", EN: "One paragraph affirms and denies the same quality of the same thing. Statements on then and now, on the whole and on some, are not opposed."},
	Formula: "较为X(对象) ∧ 不够X(对象)",
	Why:     document.Message{ZH: "同一段落对同一事先夸后贬，多是拼接了不同来源的文字，结论不知以哪句为准。", EN: "One paragraph that praises and blames the same thing was mostly pieced together, and leaves the conclusion open."},
	Allows:  document.Message{ZH: "须评价用语和对象（四字以上连续相同）都相同；限于部分、个别、以往、上年、仍有的不提示，跨段落不比较。", EN: "Quality and thing (four letters running) have to be the same; some, single cases, earlier times and what remains are let pass, and paragraphs are not held against one another."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "“制度较为健全……但制度不够健全”", EN: "“The rules are fairly complete … but the rules are not complete enough”"},
	Silent:  document.Message{ZH: "“总体较为规范，个别单位不够规范”", EN: "“On the whole orderly, in some offices not orderly enough”"},
	Run:     runOpposite,
}

// whole are the words for all of a thing, done the deeds that leave nothing over.
var (
	whole = []string{"全部", "全都", "均已", "均按", "全面完成", "无一遗漏", "百分之百"}
	done  = []string{"完成", "整改", "整治", "办结", "解决", "达标", "合格", "覆盖", "到位", "落实", "修复", "消除", "验收", "销号", "清零", "发放", "兑现", "完好", "清除"}
)

func runAbsolute(p *Pass) {
	rows := 0
	for i := range p.Form.Indicators {
		in := &p.Form.Indicators[i]
		if !shareBelowAll(in) {
			continue
		}
		rows++
		s, at := p.absoluteFor(i)
		if at < 0 {
			s, at = p.absoluteByName(i)
		}
		if at >= 0 {
			p.Report(absolutely(in, s, at))
		}
	}
	everyIndicator(p)
	if rows == 0 {
		p.Skip("没有完成值低于 100% 的比率指标", "No rate below 100%")
	}
}

// shareBelowAll reports a row whose result is a share of less than the whole.
func shareBelowAll(in *form.Indicator) bool {
	a, ok := inBaseUnits(in.Actual.Quantity)
	return ok && a.dimension == quantity.Proportion && quantity.Compare(a.value, oneWhole) < 0 && a.value.Sign() > 0 &&
		!hasAny(in.Name, "下降", "增长", "降低", "提高", "减少", "满意") && in.Target.Bound != quantity.AtMost && in.Target.Bound != quantity.Below
}

// absoluteFor finds a sentence in the indicator's own item that says all was done, of the thing the
// indicator measures, in an item that states no figure for it. at is the word's offset, or -1.
func (p *Pass) absoluteFor(index int) (s spoken, at int) {
	said := p.read.sentences()
	for _, k := range p.read.wholes() {
		if p.read.owners()[k] != index {
			continue
		}
		if at := absoluteAt(said[k].Text, p.Form.Indicators[index].Name); at >= 0 && !p.figureInItem(index) {
			return said[k], at
		}
	}
	return spoken{}, -1
}

// figureInItem reports that some paragraph of the indicator's own item states its result.
func (p *Pass) figureInItem(index int) bool {
	said := p.read.sentences()
	for k, owner := range p.read.owners() {
		if owner == index && figureTold(p.Form, index, said[k].index) {
			return true
		}
	}
	return false
}

// absoluteByName finds a clause, wherever it stands, that says of the very thing the indicator is named
// after that all of it was done: 年度投资全部完成 against 年度投资完成率 97%.
func (p *Pass) absoluteByName(index int) (spoken, int) {
	thing := p.read.matter(index).kernel
	if utf8.RuneCountInString(thing) < 4 {
		return spoken{}, -1
	}
	for _, k := range p.read.wholes() {
		s, owner := p.read.sentences()[k], p.read.owners()[k]
		if owner >= 0 && owner != index || s.paragraph.Level > 0 {
			continue
		}
		at := allOf(s.Text, thing)
		if at < 0 {
			at = wholly(s.Text, p.Form.Indicators[index].Name)
		}
		if at >= 0 && !figureTold(p.Form, index, s.index) {
			return s, at
		}
	}
	return spoken{}, -1
}

// wholly is the offset of a clause that says the very words of a rate's name of all there is: 所有活动全部按期完成 of
// 活动按期完成率; or -1.
func wholly(text, name string) int {
	stem, ok := strings.CutSuffix(lexicon.Fold(name), "率")
	if !ok || utf8.RuneCountInString(stem) < 6 || hasAny(text, "除", "以外", "未", "计划", "争取", "确保", "力争") {
		return -1
	}
	for at := 0; at < len(text); {
		clause := clauseFrom(text[at:])
		if hasAny(clause, whole...) && lexicon.Fold(allWords.Replace(clause)) == stem {
			return at
		}
		_, size := utf8.DecodeRuneInString(text[at+len(clause):])
		at += len(clause) + max(size, 1)
	}
	return -1
}

// allWords are the words for all of a thing that a clause may hold beside its own.
var allWords = strings.NewReplacer("所有", "", "全部", "", "全都", "", "各项", "", "均已", "", "均", "", "都", "", "已", "", "全年", "", "了", "")

// allOf is the offset of 全部 right behind the thing, with a deed of completion in the same clause and
// nothing excepted in the sentence; or -1.
func allOf(text, thing string) int {
	for _, w := range whole {
		at := strings.Index(text, thing+w)
		if at < 0 || hasAny(text, "除", "以外", "未", "计划", "争取", "确保", "力争") {
			continue
		}
		at += len(thing)
		if hasAny(clauseFrom(text[at:]), done...) {
			return at
		}
	}
	return -1
}

// figureTold reports that the paragraph states a result for the indicator, so that XRF-01 compares it.
func figureTold(f *form.Form, index, paragraph int) bool {
	for i := range f.Claims {
		c := &f.Claims[i]
		if c.Paragraph == paragraph && c.Role == form.RoleActual && c.About.Kind == "indicator" && c.About.Index == index {
			return true
		}
	}
	return false
}

// absoluteAt finds 全部…完成 in a clause that shares at least two pairs of characters with the name.
func absoluteAt(text, name string) int {
	for _, w := range whole {
		at := strings.Index(text, w)
		if at < 0 {
			continue
		}
		tail := text[at:]
		if end := strings.IndexAny(tail, "，。；"); end > 0 {
			tail = tail[:end]
		}
		if hasAny(tail, done...) && sharedPairs(name, text) >= 2 {
			return at
		}
	}
	return -1
}

func sharedPairs(name, text string) int {
	n := utf8.RuneCountInString(lexicon.Fold(name)) - 1
	return (lexicon.Coverage(name, text)*n + 50) / 100
}

func absolutely(in *form.Indicator, s spoken, at int) finding.Finding {
	quote := clauseAt(s.Text, at)
	return finding.Finding{
		Subject: in.Name, Printed: quote, Due: in.Actual.Text,
		Says: both("“%[1]s”的完成值为 %[2]s，正文却写“%[3]s”，表述与数值不一致，请核对",
			"%[1]s stands at %[2]s, but the text says all of it was done: “%[3]s”", in.Name, in.Actual.Text, quote),
		Place: s.place(at, min(len(quote), len(s.Text)-at)), Also: []document.Place{in.Actual.Place},
	}
}

// clauseAt is the clause that holds the byte at.
func clauseAt(text string, at int) string {
	start := strings.LastIndexAny(text[:at], "，,；。")
	if start >= 0 {
		_, size := utf8.DecodeRuneInString(text[start:])
		start += size
	} else {
		start = 0
	}
	if end := strings.IndexAny(text[at:], "，,；。"); end >= 0 {
		return strings.TrimSpace(text[start : at+end])
	}
	return strings.TrimSpace(text[start:])
}

// everyIndicator judges 各项（产出）指标均…完成 against the missed rows of that kind.
func everyIndicator(p *Pass) {
	for _, s := range p.read.sentences() {
		if !s.hasAny(everyOne...) {
			continue
		}
		kind, at := allIndicators(s.Text)
		if at < 0 {
			continue
		}
		var missed []string
		for i := range p.Form.Indicators {
			in := &p.Form.Indicators[i]
			if p.missedRow(i) && (kind == "" || strings.Contains(in.Level1+in.Level2, kind)) {
				missed = append(missed, in.Name)
			}
		}
		if len(missed) == 0 {
			continue
		}
		quote := clauseAt(s.Text, at)
		p.Report(finding.Finding{
			Subject: missed[0], Printed: quote,
			Says: document.Message{
				ZH: fmt.Sprintf("正文写“%s”，但自评表中%s未达到指标值，请核对", quote, joinNames(missed, 4)),
				EN: fmt.Sprintf("The text says that every indicator was met, but the form shows missed targets: %s", namesInEnglish(missed, 4)),
			},
			Place: s.place(at, len("各项")),
		})
	}
}

// everyOne are the words before 指标 that mean every one of them.
var everyOne = []string{"各项", "所有", "全部", "年度绩效"}

// allIndicators finds a statement that every indicator (of a kind) was met; exceptions named in the
// same sentence take it back.
func allIndicators(text string) (kind string, at int) {
	for _, start := range everyOne {
		at := strings.Index(text, start)
		if at < 0 {
			continue
		}
		tail := clauseFrom(text[at+len(start):])
		name := strings.Index(tail, "指标")
		if goal := strings.Index(tail, "目标"); name < 0 && strings.Contains(start+tail[:max(goal, 0)], "绩效") {
			name = goal
		}
		if name < 0 || name > len("年度三级绩效考核") || !hasAny(tail[name:], "均", "全部", "都") || !hasAny(tail[name:], "完成", "达到", "达标", "实现") ||
			hasAny(text, "除", "以外", "未完成", "未达", "基本", "外，") {
			continue
		}
		for _, w := range blockWords {
			if strings.Contains(tail[:name], w) {
				kind = w
			}
		}
		return kind, at
	}
	return "", -1
}

func clauseFrom(s string) string {
	if end := strings.IndexAny(s, "，,；。"); end >= 0 {
		return s[:end]
	}
	return s
}
