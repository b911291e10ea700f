package check

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

var strOrder = &Check{
	Code: "STR-02", Prose: true, Needs: AllText, Level: finding.Info, Run: runOrder,
	Title:   document.Message{ZH: "章节序号跳号或重号", EN: "A section number is missing or used twice"},
	Doc:     document.Message{ZH: "“一、”“（一）”两级标题在同一上级标题下应从小到大连续编号。中间缺一两个序号、而全文任何段落都没有以该序号开头的，或相邻两个不同标题用了同一序号的，作提示。重新从一开始编号的（摘要、附件）不算；“1.”以下各级多为列举，不核对。", EN: "Headings 一、 and （一） run on under their parent. A gap of one or two numbers that no paragraph of the text begins with, or one number before two different headings in a row, is mentioned. A fresh start at one (summary, annex) is none; lower levels are mostly lists and left alone."},
	Formula: "nₖ₊₁ = nₖ + 1",
	Why:     document.Message{ZH: "序号断开，多是删了一节没有改号，删掉的内容可能正是问题或原因。", EN: "A break in the numbers mostly shows a part cut out, which may be the one on problems or causes."},
	Allows:  document.Message{ZH: "重新从一编起的、缺三个以上的、在别处找到该序号的不提示；同号而标题八成相近的不算重号，“1.”以下不看。", EN: "Numbers that start anew, gaps of three and more, and a mark found elsewhere are let pass; one number with titles eight tenths alike is no repeat, and levels below are not looked at."},
	Clause:  consistentReport,
	Trips:   document.Message{ZH: "“一、基本情况”“二、完成情况”“四、存在的问题”", EN: "headings 一, 二 and 四"},
	Silent:  document.Message{ZH: "正文“一、二、三”，附件又从“一”起", EN: "一 to 三, and 一 again in the annex"},
}

var strContents = &Check{
	Code: "STR-03", Prose: true, Needs: AllText, Level: finding.Info, Run: runContents,
	Title:   document.Message{ZH: "目录与正文标题不一致", EN: "The contents and the headings differ"},
	Doc:     document.Message{ZH: "目录所列标题应与正文标题逐字相同。只差一两个字的、正文中找不到的，分别提示。目录过半找不到对应标题时，多为标题未能识别，不作判断；序号写法、标点、页码不计。", EN: "The titles in the table of contents are those of the text. One that differs by a letter or two, and one that the text does not have, are mentioned. Where more than half have no counterpart the headings were not recognised and nothing is said; marks, punctuation and page numbers do not count."},
	Formula: "目录标题 = 正文标题",
	Why:     document.Message{ZH: "目录有而正文没有的章节，可能是漏写或删除；标题不同也说明目录没有更新。", EN: "A part in the contents and not in the text was left out or cut, and unlike titles show contents not brought up to date."},
	Allows:  document.Message{ZH: "序号、标点、页码和一方包含另一方的不算差异；少于三条的目录、过半对应不上的目录不判断。", EN: "Numbers, punctuation, pages and a title that holds the other are no difference; contents of fewer than three lines, or most without a match, are not judged."},
	Clause:  consistentReport,
	Trips:   document.Message{ZH: "目录“三、绩效目标完成情况分析”，正文“三、绩效目标完成情况分折”", EN: "a letter of a heading differs from the contents"},
	Silent:  document.Message{ZH: "目录“（一）项目概况……3”，正文“（一）项目概况”", EN: "the contents add dots and a page"},
}

// numbered is a heading's mark: 一、 or （一）, and its number.
type numbered struct {
	bracket bool
	n       int
	title   string
}

// blanks are what may stand between a mark and its title.
const blanks = " \t\n\f\r"

// numberOf reads the mark 一、 or （一） in front of one line.
func numberOf(text string) (numbered, bool) {
	rest, bracket := cutOne(strings.TrimSpace(text), "（", "(")
	number := hanDigits(rest)
	if number == "" {
		return numbered{}, false
	}
	var closed bool
	if rest = rest[len(number):]; bracket {
		rest, closed = cutOne(rest, "）", ")")
	} else {
		rest, closed = strings.CutPrefix(rest, "、")
	}
	title := strings.TrimLeft(rest, blanks)
	if !closed || strings.Contains(title, "\n") {
		return numbered{}, false
	}
	return numbered{bracket, hanNumber(number), title}, true
}

// cutOne takes the first of the marks that fits from the front.
func cutOne(text string, marks ...string) (rest string, found bool) {
	for _, mark := range marks {
		if rest, found = strings.CutPrefix(text, mark); found {
			return rest, true
		}
	}
	return text, false
}

// mostHanDigits is how many characters the number of a heading has at most: 二十一.
const mostHanDigits = 3

// hanDigits are the Chinese numerals that a text begins with, as many as a heading's number may have; or blank.
func hanDigits(text string) string {
	n := 0
	for i, r := range text {
		if !strings.ContainsRune("一二三四五六七八九十", r) {
			return text[:i]
		}
		if n++; n > mostHanDigits {
			return ""
		}
	}
	return text
}

// hanNumber reads 一 to 九十九.
func hanNumber(s string) int {
	const digits = "一二三四五六七八九"
	n, tens := 0, false
	for _, r := range s {
		if r == '十' {
			n, tens = max(n, 1)*10, true
			continue
		}
		d := utf8.RuneCountInString(digits[:strings.IndexRune(digits, r)]) + 1
		if tens {
			n += d
		} else {
			n = d
		}
	}
	return n
}

func (h numbered) mark(n int) string {
	word := hanWord(n)
	if h.bracket {
		return "（" + word + "）"
	}
	return word + "、"
}

// hanWord writes 1 to 99.
func hanWord(n int) string {
	digits := []rune("一二三四五六七八九")
	s := ""
	if n >= 10 {
		if n >= 20 {
			s = string(digits[n/10-1])
		}
		s += "十"
		n %= 10
	}
	if n > 0 {
		s += string(digits[n-1])
	}
	return s
}

func runOrder(p *Pass) {
	last := map[string]numbered{}
	seen, place := 0, map[string]document.Place{}
	starts := sync.OnceValue(func() map[string]bool { return numberedStarts(p) })
	for i := range p.Form.Text {
		para := &p.Form.Text[i]
		if para.Level == 0 {
			continue
		}
		h, ok := numberOf(para.Text)
		if !ok {
			continue
		}
		seen++
		key := levelKey(para, h)
		before, known := last[key]
		last[key] = h
		at := place[key]
		place[key] = para.Place
		switch {
		case !known || h.n == before.n+1 || h.n < before.n || h.n == 1 && !h.bracket:
		case h.n == before.n && lexicon.Similar(h.title, before.title) < 80:
			p.Report(finding.Finding{
				Subject: h.mark(h.n), Printed: para.Text, Due: h.mark(h.n + 1), Place: para.Place, Also: known1(at),
				Says: both("序号“%[1]s”用了两次：“%[2]s”和“%[3]s”", "the number %[1]s stands before two headings: %[2]s and %[3]s", h.mark(h.n), before.title, h.title),
			})
		case h.n > before.n && h.n-before.n <= 3 && !skippedSomewhere(starts, h, before.n):
			p.Report(finding.Finding{
				Subject: h.mark(before.n + 1), Printed: para.Text, Due: h.mark(before.n + 1), Place: para.Place, Also: known1(at),
				Says: both("“%[1]s%[2]s”之后即为“%[3]s%[4]s”，序号不连续", "%[3]s%[4]s follows %[1]s%[2]s: a number is missing", before.mark(before.n), before.title, h.mark(h.n), h.title),
			})
		}
	}
	if seen < 2 {
		p.Skip("正文没有成组编号的标题", "the text has no numbered headings")
	}
}

func known1(at document.Place) []document.Place { return known([]document.Place{at}) }

// levelKey tells the headings that are numbered together: one shape of mark under one parent.
func levelKey(para *form.Paragraph, h numbered) string {
	if !h.bracket {
		return ""
	}
	return "（" + strings.Join(para.Heads, "\x00")
}

// numberedStarts are the marks that some sentence, title or table begins with.
func numberedStarts(p *Pass) map[string]bool {
	all := map[string]bool{}
	add := func(text string) {
		if h, ok := numberOf(text); ok {
			all[h.mark(h.n)] = true
		}
	}
	for _, s := range p.read.sentences() {
		add(s.Text)
	}
	add(p.Form.Title)
	for i := range p.Form.Listings {
		add(p.Form.Listings[i].Caption)
	}
	for i := range p.Form.Sections {
		add(p.Form.Sections[i].Name)
	}
	return all
}

func skippedSomewhere(starts func() map[string]bool, h numbered, from int) bool {
	for n := from + 1; n < h.n && !h.bracket; n++ {
		if starts()[h.mark(n)] {
			return true
		}
	}
	return false
}

func runContents(p *Pass) {
	if len(p.Form.Contents) < 3 {
		p.Skip("报告没有目录", "the report has no table of contents")
		return
	}
	heads := headings(p.Form)
	exact := map[string]bool{}
	for _, h := range heads {
		exact[h.fold] = true
	}
	var missing []form.Content
	var near []finding.Finding
	matched := 0
	for _, c := range p.Form.Contents {
		fold := titleFold(c.Title)
		if fold == "" || exact[fold] {
			matched++
			continue
		}
		if h, ok := nearlyHeading(heads, fold); ok {
			matched++
			if h.fold != "" {
				near = append(near, slipOfTitle(c, h))
			}
			continue
		}
		missing = append(missing, c)
	}
	if 2*matched < len(p.Form.Contents) {
		p.Skip("目录与正文标题多数未能对应，无法核对", "most titles of the contents have no heading in the text that was read")
		return
	}
	for _, f := range near {
		p.Report(f)
	}
	if len(missing) > 0 {
		reportMissingTitles(p, missing)
	}
}

// title is a line of the text that may be a heading.
type heading struct {
	text, fold string
	place      document.Place
}

// longestTitle is how many letters a heading has at most.
const longestTitle = 60

func headings(f *form.Form) []heading {
	var all []heading
	add := func(text string, at document.Place) {
		if text != "" && utf8.RuneCountInString(text) <= longestTitle {
			all = append(all, heading{text, titleFold(text), at})
		}
	}
	add(f.Title, document.Place{})
	for i := range f.Text {
		add(f.Text[i].Text, f.Text[i].Place)
	}
	for i := range f.Listings {
		add(f.Listings[i].Caption, f.Listings[i].Place)
	}
	for _, c := range f.Captions {
		add(c.Title, c.Place)
	}
	return all
}

var titleMark = wording.New(`^(?:附件[0-9一二三四五六七八九十]*[:：]?|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.、．])\s*`)

func titleFold(text string) string {
	return lexicon.Fold(titleMark.ReplaceAllString(strings.TrimSpace(text), ""))
}

// nearlyHeading finds the heading that differs from a title by a letter or two; one that only holds the
// title, or is held by it, is taken as the same and returned empty.
func nearlyHeading(heads []heading, fold string) (heading, bool) {
	x := []rune(fold)
	for _, h := range heads {
		if strings.Contains(h.fold, fold) || utf8.RuneCountInString(h.fold) >= 4 && strings.Contains(fold, h.fold) {
			return heading{}, true
		}
	}
	for _, h := range heads {
		y := []rune(h.fold)
		if len(x) < 5 || len(y) < 5 || len(x)-len(y) > 2 || len(y)-len(x) > 2 {
			continue
		}
		if d := lexicon.Distance(x, y); d == 1 || d == 2 && len(x) >= 8 {
			return h, true
		}
	}
	return heading{}, false
}

func slipOfTitle(c form.Content, h heading) finding.Finding {
	return finding.Finding{
		Subject: c.Title, Printed: c.Title, Due: h.text, Place: c.Place, Also: known1(h.place),
		Says: both("目录写作“%[1]s”，正文标题为“%[2]s”，请核对", "the contents say “%[1]s”, the heading is “%[2]s”", c.Title, h.text),
	}
}

func reportMissingTitles(p *Pass, missing []form.Content) {
	var names []string
	var also []document.Place
	for _, c := range missing {
		names, also = append(names, c.Title), append(also, c.Place)
	}
	p.Report(finding.Finding{
		Subject: joinNames(names, 1), Place: also[0], Also: also[1:],
		Says: document.Message{
			ZH: fmt.Sprintf("目录列有%s，正文没有这样的标题", joinNames(names, 4)),
			EN: fmt.Sprintf("the contents list %s, the text has no such heading", namesInEnglish(names, 4)),
		},
	})
}
