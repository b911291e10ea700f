package check

import (
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

var xrfClasses = &Check{
	Code: "XRF-15", Prose: true, Level: finding.Error, Run: runClasses,
	Title:   document.Message{ZH: "分类数量与总数不符", EN: "The classes do not make up the total"},
	Doc:     document.Message{ZH: "正文“共N个……其中甲类a个、乙类b个”一类的分类计数：各类出自同一分类（名称同以类、级、项目等结尾，或为优良中差、新增延续、已完成未完成）时，合计不应多于总数；写明“分为”“分别为”或以“其他”收尾、各类已列全的，合计应等于总数。三类以上并列而看不出是否同一分类的，合计大于总数只作警告。分类可能重叠的（党员、女性）、人员（见XRF-11）和金额（见EXE-11）不在此判断。", EN: "Counts such as “N in all, of which a of one class and b of another”: where the classes are of one scheme, they make up no more than the total; where they are said to be all there are, they make up just that. Three and more listed side by side that may not be of one scheme make a warning where they exceed the total. Classes that may overlap, staff (XRF-11) and money (EXE-11) are not judged here."},
	Formula: "Σ classes ≤ N；列全的 Σ classes = N",
	Why:     document.Message{ZH: "分类数加起来不是总数，说明有漏计或重计，完成值常取自这个总数。", EN: "Classes that do not make their total show something missed or counted twice, and results are often taken from that total."},
	Allows:  document.Message{ZH: "无，按整数相加；未写明列全的只在超过总数时提示，可能重叠的分类、人员、金额和“万”以上的数不判断。", EN: "None, whole numbers are added; unless said to be all, classes are told only above the total, and overlapping ones, people, money and counts in 万 are not judged."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "“共实施项目49个，分为信息化类28个、维修类4个、培训类16个”（合计48个）", EN: "“49 projects: 28 of IT, 4 of repair, 16 of training” (48 in all)"},
	Silent:  document.Message{ZH: "“共实施项目49个，其中信息化类28个、维修类4个”（只举部分）", EN: "“49 projects, of which 28 of IT and 4 of repair”"},
}

// classed is a total of the text with the classes counted behind it.
type classed struct {
	whole    quantity.Found
	parts    []quantity.Found
	complete bool // said to be all there are
	loose    bool // nothing but the list says that they are classes of one division
}

// exhausting are the words that introduce all classes there are; of which (其中) may leave some out.
var exhausting = []string{"分为", "分别为", "分别是", "分成", "包括", "由"}

func runClasses(p *Pass) {
	held := 0
	for _, s := range p.read.spans() {
		if !s.hasAny("其中", "分为", "分别", "分成", "包括") {
			continue
		}
		for _, c := range classesIn(s.Text, s.amounts) {
			held++
			judgeClasses(p, s.spoken, c)
		}
	}
	held += gradedProjects(p)
	if held == 0 {
		p.Skip("正文没有分类计数", "the text counts nothing by classes")
	}
}

// classesIn finds the totals that 其中 or 分为 follows before the next number, and the counts of the same
// unit behind them.
func classesIn(text string, found []quantity.Found) []classed {
	var all []classed
	for i := 0; i+2 < len(found); i++ {
		whole, n, ok := countIn(text, found[i])
		if !ok || n < 2 {
			continue
		}
		between := text[found[i].End:found[i+1].Start]
		intro := introOf(between)
		if intro == "" {
			continue
		}
		parts, labels := countsBehind(text, found[i+1:], whole, found[i].End+strings.LastIndex(between, intro)+len(intro))
		loose := len(parts) > 2 && parallel(labels)
		if len(parts) < 2 || !oneScheme(labels) && !loose {
			continue
		}
		last := labels[len(labels)-1]
		complete := hasAny(intro, exhausting...) || strings.HasPrefix(last, "其他") || strings.HasPrefix(last, "其余") || allStates(labels)
		loose = !oneScheme(labels)
		all = append(all, classed{whole, parts, complete && !loose, loose})
	}
	return all
}

func introOf(between string) string {
	if strings.ContainsAny(between, "。；") || utf8.RuneCountInString(between) > 24 {
		return ""
	}
	for _, w := range append([]string{"其中"}, exhausting...) {
		if strings.Contains(between, w) && w != "由" {
			return w
		}
	}
	return ""
}

// countIn is a whole number of things; people are left to XRF-11, money and time to others.
func countIn(text string, q quantity.Found) (quantity.Found, int64, bool) {
	v := q.Rat()
	if q.Kind != quantity.Number || v == nil || !v.IsInt() || !v.Num().IsInt64() || q.Bound != quantity.None || q.Approximate || q.Upper != "" ||
		!hasAny(q.Unit, "个", "项", "家", "处", "件", "条", "台", "套", "宗", "起", "所", "座", "批", "份", "户", "场", "间", "栋", "辆", "期", "篇", "部") || hasAny(q.Unit, "月", "万", "亿", "元", "百分点") || inBrackets(text, q.Start) {
		return q, 0, false
	}
	return q, v.Num().Int64(), true
}

// inBrackets reports whether the byte stands inside brackets.
func inBrackets(text string, at int) bool {
	open := max(strings.LastIndex(text[:at], "（"), strings.LastIndex(text[:at], "("))
	closed := max(strings.LastIndex(text[:at], "）"), strings.LastIndex(text[:at], ")"))
	return open > closed
}

// countsBehind takes the counts of the whole's unit up to the end of the list, each with its label: the
// words before it, or those behind it where there are none.
func countsBehind(text string, found []quantity.Found, whole quantity.Found, from int) (parts []quantity.Found, labels []string) {
	for i, q := range found {
		if inBrackets(text, q.Start) {
			continue
		}
		if _, _, ok := countIn(text, q); !ok || q.Unit != whole.Unit || from > q.Start {
			break
		}
		before := strings.Trim(text[from:q.Start], "，,、；;：: 和及与有为共")
		if strings.ContainsAny(before, "。；") || hasAny(before, "其中", "较", "比", "同比", "上年", "累计", "共计", "合计", "总") || utf8.RuneCountInString(before) > 16 {
			break
		}
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1].Start
		}
		behind := clauseHead(text[q.End:end])
		if before == "" {
			before = behind
			from = q.End + len(behind)
		} else {
			from = q.End
		}
		parts, labels = append(parts, q), append(labels, before)
	}
	return parts, labels
}

// clauseHead is what stands before the next mark.
func clauseHead(s string) string {
	if i := strings.IndexAny(s, "，,、；;。：（("); i >= 0 {
		return s[:i]
	}
	return s
}

// schemes are classes that exclude one another.
var schemes = [][]string{
	{"优", "良", "中", "差", "合格", "优秀", "良好", "较差", "不合格"},
	{"完成", "未完成", "在建", "推进", "进行", "完工", "未开工", "续建", "新建", "新开工", "竣工"},
	{"新增", "延续", "结转", "新设", "常年", "一次性"},
}

// oneScheme reports labels that are classes of one division: they end alike, or belong to one scheme.
func oneScheme(labels []string) bool {
	rest := labels
	if last := labels[len(labels)-1]; strings.HasPrefix(last, "其他") || strings.HasPrefix(last, "其余") {
		rest = labels[:len(labels)-1]
	}
	seen := map[string]bool{}
	for _, l := range labels {
		if l == "" || seen[l] {
			return false
		}
		seen[l] = true
	}
	for _, end := range []string{"类", "类项目", "级", "型", "类别", "片区", "类指标", "指标", "工程", "区", "县", "镇", "街道", "乡"} {
		if allEnd(rest, end) {
			return true
		}
	}
	if allRanked(rest) {
		return true
	}
	for _, scheme := range schemes {
		if allHave(rest, scheme) {
			return true
		}
	}
	return false
}

// parallel reports short labels in plain words, none twice, as those of one list are: 送戏下乡, 社区演出, 广场演出.
func parallel(labels []string) bool {
	seen := map[string]bool{}
	for _, l := range labels {
		n := utf8.RuneCountInString(l)
		if n < 2 || n > 8 || seen[l] || hasAny(l, "以上", "以下", "以内", "重点", "示范", "优秀", "新", "等", "涉及", "有") {
			return false
		}
		seen[l] = true
	}
	return true
}

// ranked is a class by its rank, with the thing that is classed: 一类点位, 第二批, 乙级.
var ranked = wording.New(`^第?(?:[一二三四五六七八九十甲乙丙丁ABCDⅠⅡⅢⅣ])(类|级|等|档|批|期|组)(.*)$`)

// allRanked reports classes of one kind of rank and of one thing.
func allRanked(labels []string) bool {
	var kind string
	for i, l := range labels {
		m := ranked.FindStringSubmatch(l)
		if m == nil || i > 0 && m[1]+m[2] != kind {
			return false
		}
		kind = m[1] + m[2]
	}
	return len(labels) > 1
}

func allEnd(labels []string, end string) bool {
	for _, l := range labels {
		if !strings.HasSuffix(l, end) {
			return false
		}
	}
	return len(labels) > 0
}

func allHave(labels, words []string) bool {
	for _, l := range labels {
		if !hasAny(l, words...) {
			return false
		}
	}
	return len(labels) > 0
}

// allStates reports that done and not done are both told, which leaves nothing out.
func allStates(labels []string) bool {
	done, open := false, false
	for _, l := range labels {
		open = open || hasAny(l, "未完成", "未达标", "不合格", "未通过")
		done = done || hasAny(l, "完成", "达标", "合格", "通过") && !hasAny(l, "未", "不")
	}
	return done && open && len(labels) == 2
}

func judgeClasses(p *Pass, s spoken, c classed) {
	sum := new(big.Rat)
	var terms []string
	for _, q := range c.parts {
		sum.Add(sum, q.Rat())
		terms = append(terms, q.Value)
	}
	order := quantity.Compare(sum, c.whole.Rat())
	if order == 0 || order < 0 && !c.complete {
		return
	}
	printed, total := s.Text[c.whole.Start:c.whole.End], quantity.FormatShort(sum, 0)
	var also []document.Place
	for _, q := range c.parts {
		also = append(also, s.place(q.Start, q.End-q.Start))
	}
	level := finding.Error
	if c.loose {
		level = finding.Warning
	}
	p.Report(finding.Finding{
		Level: level, Subject: trimmedLabel(labelOf(s.Text[:c.whole.Start])) + printed, Printed: printed, Due: total + c.whole.Unit, Working: fmt.Sprintf("%s = %s ≠ %s", strings.Join(terms, " + "), total, c.whole.Value),
		Place: s.place(c.whole.Start, c.whole.End-c.whole.Start), Also: also,
		Says: both("所列各类合计%[1]s，与总数%[2]s不符，请核对", "the classes listed make up %[1]s, the total is said to be %[2]s", total+c.whole.Unit, printed),
	})
}
