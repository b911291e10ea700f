package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/claim"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

// explanation is a text that should give the cause why a row was missed.
type explanation struct {
	text  string
	place document.Place
}

// explanations of a row: its own reason, the form's block where it names the row, and the sentences of
// the text that name the row and its being missed. A block under a form with one missed row is that
// row's, whether it names it or not.
func (p *Pass) explanations(index int, only bool) []explanation {
	var all []explanation
	in, block := &p.Form.Indicators[index], p.Form.Reason
	if t := filledIn(in.Reason.Text); t != "" {
		all = append(all, explanation{t, in.Reason.Place})
	}
	if t := filledIn(block.Text); t != "" && (only || p.read.matter(index).in(lexicon.Fold(t)) || givesCause(t) && !p.namesRow(t)) {
		all = append(all, explanation{t, block.Place})
	}
	all = append(all, p.noted(index)...)
	said := p.read.sentences()
	for _, k := range p.read.mentions(index) {
		s := said[k]
		if s.paragraph.Level > 0 {
			continue
		}
		if s.hasAny(shortfalls...) || s.hasAny(putOff...) && s.givesCause() || p.read.under(s.index, "问题", "原因", "未完成", "偏差") && givesCause(s.paragraph.Text) {
			all = append(all, explanation{s.paragraph.Text, s.place(0, len(s.Text))})
		}
	}
	return all
}

// noted are the sentences of the notes under the form that say why the row was missed.
func (p *Pass) noted(index int) []explanation {
	var all []explanation
	for _, note := range p.Form.Rules {
		for _, s := range claim.Sentences(note.Text) {
			if hasAny(s.Text, shortfalls...) && givesCause(s.Text) && p.read.matter(index).in(lexicon.Fold(s.Text)) {
				all = append(all, explanation{s.Text, note.Place})
			}
		}
	}
	return all
}

// namesRow reports whether the text names any indicator of the form.
func (p *Pass) namesRow(text string) bool {
	folded := lexicon.Fold(text)
	for i := range p.Form.Indicators {
		if p.read.matter(i).in(folded) {
			return true
		}
	}
	return false
}

// filledIn is the text of an entry that is more than a placeholder; a nought in a column of reasons is one.
func filledIn(text string) string {
	if strings.TrimSpace(text) == "0" {
		return ""
	}
	t := strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-—–/无。.…、", r) })
	return t
}

// shortfalls are the ways to say that something was not reached.
var shortfalls = []string{"未达到", "未达", "未完成", "未能完成", "未实现", "低于", "不足", "偏低", "较低", "没有达到", "没有完成", "差距"}

// putOff are the words that, with a cause, say the same of a part: 因场地维修少办5场.
var putOff = []string{"少", "推迟", "延期", "延后", "停办", "暂缓", "取消", "调整到", "列入次年", "未开工", "未能", "未建", "未实施", "放弃", "未竣工"}

func runMissed(p *Pass) {
	missed := p.missed()
	for _, i := range missed {
		if len(p.explanations(i, len(missed) == 1)) > 0 {
			continue
		}
		in := &p.Form.Indicators[i]
		if in.Reason.Doubt != "" {
			continue
		}
		p.Report(finding.Finding{
			Subject: in.Name, Printed: in.Actual.Text, Due: in.Target.Text,
			Says: both("“%[1]s”完成值 %[3]s 未达到指标值 %[2]s，表中和正文均未说明原因",
				"%[1]s missed its target (%[3]s against %[2]s); neither form nor text says why", in.Name, in.Target.Text, in.Actual.Text),
			Place: in.Actual.Place,
		})
	}
	admitted := unexplainedShortfall(p)
	if len(missed) == 0 && !admitted {
		p.Skip("没有未完成的指标", "No target was missed")
	}
}

// slow is execution called low.
var slow = wording.New(`(执行率|支出进度|执行进度|预算执行)[^。；]{0,24}(偏低|较低|偏慢|较慢|不高|滞后|缓慢)`)

// slowIn finds execution called low in a sentence that is no heading.
func slowIn(s spoken) []int {
	if s.paragraph.Level > 0 || !s.hasAny("执行", "支出进度") || !s.hasAny("偏低", "较低", "偏慢", "较慢", "不高", "滞后", "缓慢") {
		return nil
	}
	return slow.FindStringIndex(s.Text)
}

// unexplainedShortfall reports execution that the text calls low, if nothing around it gives a cause.
func unexplainedShortfall(p *Pass) bool {
	for _, s := range p.read.sentences() {
		hit := slowIn(s)
		if hit == nil || explainedNearby(p.Form, s.index) {
			continue
		}
		if p.lowByTable() {
			return false
		}
		said := innerQuotes.Replace(strings.TrimRight(s.Text, "。；"))
		printed := said
		if rate := rateIn(p.Form, s); rate != "" {
			printed = rate
		}
		p.Report(finding.Finding{
			Subject: runes(said, 40), Printed: printed,
			Says:  both("正文指出“%[1]s”，但没有说明原因", "The text says “%[1]s” and gives no cause", said),
			Place: s.place(hit[0], hit[1]-hit[0]),
		})
		return true
	}
	return false
}

// lowByTable reports that some rate that the form states is below the line of EXE-04, which then asks
// for its cause: the text's own word for it is the same fact.
func (p *Pass) lowByTable() bool {
	low, _ := p.lowUnexplained()
	return len(low) > 0 && !listed(p.Form)
}

func rateIn(f *form.Form, s spoken) string {
	for i := range f.Claims {
		if c := &f.Claims[i]; c.Role == form.RoleRate && c.Paragraph == s.index && c.Sentence == s.Text {
			return c.Quantity.Text
		}
	}
	return ""
}

// explainedNearby looks for a cause in the paragraph, in the two behind it, and in whatever other part
// of the text speaks of execution.
func explainedNearby(f *form.Form, index int) bool {
	for i, para := range f.Text {
		close := i >= index && i <= index+2
		if (close || strings.Contains(para.Text, "执行率") || strings.Contains(para.Text, "支出进度")) && givesCause(para.Text) {
			return true
		}
	}
	for i := range f.Funds {
		if givesCause(f.Funds[i].Reason.Text) {
			return true
		}
	}
	return givesCause(f.Reason.Text)
}

// resultWords are what a text consists of that only repeats the result; particles stand between them.
var (
	resultWords = []string{
		"未达到", "未能达到", "没有达到", "未完成", "没有完成", "未实现", "未达", "低于", "完成值", "指标值", "目标值", "年初", "年度", "全年", "预期", "计划",
		"实际", "完成率", "完成", "达到", "目标", "指标", "任务", "要求", "仅为", "只有", "标准", "既定", "设定", "原定", "该项", "本项", "存在", "差距", "一定", "偏差",
	}
	particles = []string{"值", "的", "为", "是", "仅", "了", "均", "未", "率", "有", "但", "所", "此", "较"}
)

func runRestated(p *Pass) {
	missed := p.missed()
	given := 0
	for _, i := range missed {
		texts := p.explanations(i, len(missed) == 1)
		if len(texts) == 0 {
			continue
		}
		given++
		in := &p.Form.Indicators[i]
		if first, empty := onlyRestated(texts, in); empty {
			p.Report(finding.Finding{
				Subject: in.Name, Printed: first.text, Due: "",
				Says: both("“%[1]s”的原因分析只复述了未达标的结果（“%[2]s”），没有说明原因",
					"%[1]s: the reason given only repeats the result (“%[2]s”)", in.Name, innerQuotes.Replace(strings.TrimRight(runes(first.text, 60), "。"))),
				Place: first.place, Also: []document.Place{in.Actual.Place},
			})
		}
	}
	if given == 0 {
		p.Skip("没有针对未完成指标的原因说明", "No reason is given for a missed indicator")
	}
}

// innerQuotes turns the quotes of a text that is itself quoted.
var innerQuotes = strings.NewReplacer("“", "‘", "”", "’")

// onlyRestated reports that the first text, which is the one filled in as the reason if there is any,
// says no more than that the row was missed, and that no other text gives a cause.
func onlyRestated(texts []explanation, in *form.Indicator) (explanation, bool) {
	for _, x := range texts {
		if givesCause(x.text) {
			return explanation{}, false
		}
	}
	return texts[0], restates(texts[0].text, in.Name)
}

// mostLeft is how many characters a restatement may have beside the name and the words for results:
// 汛期停采两周 is short, but says why.
const mostLeft = 4

// restates takes name, figures and result words out of a text; of a restatement next to nothing is left.
func restates(text, name string) bool {
	rest := strings.ReplaceAll(lexicon.Fold(text), lexicon.Fold(name), "")
	rest = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, rest)
	bare := rest == lexicon.Fold(text) && !hasAny(rest, resultWords...) // 春旱, 车龄较长: nothing of the result is repeated
	for _, w := range slices.Concat(resultWords, particles) {
		rest = strings.ReplaceAll(rest, w, "")
	}
	return !bare && utf8.RuneCountInString(rest) <= mostLeft
}
