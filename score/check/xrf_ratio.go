package check

import (
	"strings"
	"unicode/utf8"

	"fuhe/normalize/quantity"
)

// measureOf names what a rate is made of: words of the rate, of the figure that counts, and of the one it counts
// against.
type measureOf struct{ rate, part, whole []string }

// measures are the rates whose two figures can be told by their words. The whole is what was due, never what was
// merely looked at.
func measures() []measureOf {
	return []measureOf{
		{[]string{"整改", "销号"}, []string{"整改", "销号"}, []string{"发现", "应整改", "需整改", "反馈", "交办", "排查出", "查出"}},
		{[]string{"结案", "审结", "办结"}, []string{"审结", "办结", "结案"}, []string{"受理", "立案", "收到", "接到", "收案", "应办"}},
		{[]string{"到位"}, []string{"到位"}, []string{"计划", "预算", "应到位", "总投资", "批复", "下达", "安排"}},
		{[]string{"不合格"}, []string{"不合格"}, []string{"抽检", "检测", "监测", "抽查", "检验"}},
		{[]string{"合格", "达标"}, []string{"合格", "达标"}, []string{"抽检", "检测", "监测", "抽查", "检验", "验收"}},
		{[]string{"人员控制", "编制控制", "在编"}, []string{"在职", "在编", "实有"}, []string{"编制", "核定"}},
		{[]string{"回收", "收回"}, []string{"回收", "收回"}, []string{"发放", "发出"}},
		{[]string{"使用"}, []string{"使用", "支出"}, []string{"到位"}},
	}
}

// otherBase are the words of a rate that is of some of the cases only, or of labels whose figure is of another time.
var otherBase = []string{"及时", "按期", "按时", "限期", "一次", "有效", "优", "首", "累计", "上年", "去年", "同期", "同比", "较", "比", "增长", "下降", "成本", "控制在", "不超过", "其中", "超", "以上", "以内"}

// planned are the words of what a figure is held against.
var planned = []string{"目标", "计划", "任务"}

// ratesOfTwo recomputes a rate told right behind the two figures it is made of (受理40件，审结38件，结案率95%), or behind
// the plan it is of (完成年度任务12000人的105%). It returns how many it could judge.
func ratesOfTwo(p *Pass) int {
	judged := 0
	for i, s := range p.read.sentences() {
		found := p.read.figures()[i]
		if len(found) < 3 || !s.hasAny("%", "％") || p.read.notOfTheYear(i) || s.stillRunning() {
			continue
		}
		for k := 2; k < len(found) && k < mostStated; k++ {
			part, whole, ok := madeOf(s.Text, found[:k+1])
			if !ok || madeOtherwise(found[:k+1]) {
				continue
			}
			judged++
			judgeRatio(p, s, found[k], part, whole)
		}
	}
	return judged
}

// stillRunning reports a sentence on cases whose time has not run out: a rate may leave them out.
func (s spoken) stillRunning() bool {
	return s.hasAny("期限", "时限", "到期", "在办", "未结")
}

// madeOf tells which of the two figures before the last one, a rate, is the part and which the whole.
func madeOf(text string, found []quantity.Found) (part, whole quantity.Found, ok bool) {
	n := len(found)
	x, y, z := found[n-3], found[n-2], found[n-1]
	if z.Unit != "%" && z.Unit != "％" || !plain(z) || !plain(x) || !plain(y) || x.Unit == "" || x.Unit != y.Unit || strings.HasPrefix(x.Unit, "%") {
		return x, y, false
	}
	from := 0
	if n > 3 {
		from = found[n-4].End
	}
	first, second := labelOf(text[from:x.Start]), text[x.End:y.Start]
	if x.End == y.Start || hasAny(first+second, otherBase...) || utf8.RuneCountInString(second) > 20 {
		return x, y, false
	}
	name := text[y.End:z.Start]
	if strings.Trim(name, " 约") == "的" {
		return x, y, hasAny(second, planned...) && hasAny(second, "完成", "达到", "占", "为") && !hasAny(first, planned...)
	}
	second, one := oneClause(second)
	name, two := oneClause(name)
	if name = trimmedLabel(name); !one || !two || !strings.HasSuffix(name, "率") || hasAny(name, otherBase...) || namesRate(name) {
		return x, y, false
	}
	if doneRate(name) {
		return oneIsPlanned(x, y, first, second)
	}
	return y, x, partOfName(name, first, second)
}

// doneRate reports the rate of a whole plan: 完成率, 年度任务完成率.
func doneRate(name string) bool {
	stem, ok := strings.CutSuffix(name, "完成率")
	return ok && strings.Trim(stem, "年度任务目标计划总的") == ""
}

// oneIsPlanned takes the figure that one of two labels calls planned for the whole.
func oneIsPlanned(x, y quantity.Found, first, second string) (part, whole quantity.Found, ok bool) {
	switch a, b := hasAny(first, planned...), hasAny(second, planned...); {
	case a && !b:
		return y, x, strings.Contains(second, "完成")
	case b && !a:
		return x, y, !strings.Contains(second, "完成")
	}
	return x, y, false
}

// partOfName reports that the labels of two figures are the whole and the part that the name of a rate speaks of.
func partOfName(name, whole, part string) bool {
	stem := strings.TrimSuffix(name, "率")
	for _, m := range measures() {
		if hasAny(stem, m.rate...) {
			return hasAny(part, m.part...) && hasAny(whole, m.whole...) && strings.ContainsAny(stem, "不未") == strings.ContainsAny(part, "不未")
		}
	}
	stem = lastRunes(stem, 2)
	return utf8.RuneCountInString(stem) == 2 && strings.Contains(part, stem) && !strings.ContainsAny(part, "不未") && hasAny(whole, "应"+stem, "需"+stem, "计划"+stem)
}

// madeOtherwise reports a rate that two other figures of its sentence make.
func madeOtherwise(found []quantity.Found) bool {
	rate, before := found[len(found)-1], found[max(0, len(found)-9):len(found)-1]
	for i := range before {
		for j := range before {
			if i == j || !plain(before[i]) || !plain(before[j]) || !quantity.Comparable(before[i].Quantity, before[j].Quantity) {
				continue
			}
			if due, ok := partOf(before[i], before[j]); ok && rateHolds(due, rate.Value) && (i < len(before)-2 || j < len(before)-2) {
				return true
			}
		}
	}
	return false
}

func judgeRatio(p *Pass, s spoken, rate, part, whole quantity.Found) {
	if due, ok := partOf(part, whole); ok && !rateHolds(due, rate.Value) {
		reportShare(p, s, portion{percent: rate, part: &part}, whole, due)
	}
}

// plain reports a figure printed without bound, range or doubt.
func plain(q quantity.Found) bool {
	return q.Kind == quantity.Number && q.Value != "" && q.Upper == "" && q.Bound == quantity.None && !q.Approximate
}

// oneClause takes the comma before a clause; ok is false where more than one clause stands there.
func oneClause(words string) (clause string, ok bool) {
	clause = strings.TrimLeft(words, "，, ")
	return strings.TrimSpace(clause), clause != words && !strings.ContainsAny(clause, "，,、；;：:（()）")
}
