package phrase

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// Cases gives points for each of some results that exclude each other and are told in words: 优、良、中、差,
// 第1名, 无结余.
type Cases struct{ All []Case }

// Case is one result and its points.
type Case struct {
	Words  string
	Points Points
	Else   bool // all other results
}

func (c Cases) String() string {
	var parts []string
	for _, one := range c.All {
		words := one.Words
		if one.Else {
			words = "else"
		}
		parts = append(parts, words+"→"+one.Points.String())
	}
	return "cases(" + strings.Join(parts, " ") + ")"
}

// Says the results with their points.
func (c Cases) Says() document.Message {
	var zh, en []string
	for _, one := range c.All {
		if one.Else {
			one.Words = "其余"
		}
		zh, en = append(zh, one.Words+"得"+one.Points.zh()), append(en, one.Words+": "+one.Points.en())
	}
	return document.Message{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

// Top is the most that a case gives.
func (c Cases) Top() Points { return c.All[0].Points }

const casePoints = `(?:的|者)?[,:]?(?:(?:` + gives + `|赋予|赋值)?(满分|全分)|(不得分|不计分|不给分)|(扣)(?:除|减)?` + num + `%|(?:` + gives + `|赋予|赋值)?(?:(?:该|本|此)?(?:项)?(?:指标)?(?:权重|分值|总分|满分)的?)?` + num + `%(?:的)?(?:权重|分值|总分|满分|分)?|(?:` + gives + `|赋予|赋值|[,:])` + num + `分)`

// grades are words of which one scale is made; none of them is the end of another's.
const grades = `完成|优秀|优|良好|良|中等|中|合格|基本合格|不合格|较好|很好|好|一般|较差|很差|差|较?显著|较?明显|不明显|不显著|非常满意|比较满意|较满意|基本满意|不满意|满意|及格|不及格|严重|较重|中度|轻微|轻度|(?:较|比较|基本|不)?(?:` + manners + `)|全部完成|部分完成|基本完成|未完成|全部达成|部分达成|未达成|达成`

// manners are words of which each makes a scale of its own: 完善, 较完善, 不完善.
const manners = `完善|规范|健全|合理|及时|完整|充分|齐全|到位|有效|清晰|明确|准确`

var (
	manner      = wording.New(`^(?:较|比较|基本|不)?(` + manners + `)$`)
	gradeCase   = wording.New(`^(.{0,12}?)(?:等级|档|等)?((?:` + grades + `))(?:等级|档|等|级)?` + casePoints + `$`)
	rankCase    = wording.New(`^(?:.{0,12}?排名|.{0,8}?)(第[1-9][0-9]?(?:-[1-9][0-9]?)?名|[一二三特]等奖|[一二三四五]等|[ABCDE]级?)` + casePoints + `$`)
	eventCase   = wording.New(`^(?:发生|出现|有|发现)?([1-9]?)(起|次|例|件|项|处|个)(及以上|以上)?` + casePoints + `$`)
	stateCase   = wording.New(`^(.{2,20}?)` + casePoints + `$`)
	elseCase    = wording.New(`^(?:其余|其他|其它|否则|未获奖|未上榜)(?:的|名次)?,?(?:均|一律)?(不得分|不计分|得0分|计0分|0分)$`)
	gradeWords  = wording.New(`^[^0-9;。%]{0,30}?((?:` + grades + `)(?:[、,](?:` + grades + `)){1,6})(?:等)?(?:[0-9]个?)?(?:档|等级|级|等次)?,?$`)
	gradePoints = wording.New(`^(?:按|得|计|赋|给|为)(?:予)?(?:该|本)?(?:项)?(?:指标)?(?:权重分?|分值|满分)?(?:的)?(` + numx + `(?:%|分)?(?:[、,]` + numx + `(?:%|分)?){1,6})(?:的?(?:分值|权重|计分|得分|确定))*$`)
	rankList    = wording.New(`(?:排名|名次)(?:第)?1-([1-9][0-9]?)(?:名|位)?(?:的)?(?:单位|部门)?,?(?:依次|分别)(?:赋|得|计|给)(?:予)?((?:` + numx + `分?[、,和]){1,19}` + numx + `)分`)
)

// mostOfCases is the longest text, in bytes, that is tried as a list of cases; the rest is more than that.
const mostOfCases = 1200

// readCases reads a text whose sentences give points to one result each. It is tried on the text as a
// whole: that results exclude each other shows in all of them together.
func readCases(text string) (Cases, bool) {
	if len(text) > mostOfCases || !strings.Contains(text, "分别") && !endsInPoints(strings.TrimRight(text, "。;,")) {
		return Cases{}, false
	}
	if words, points, ok := gradesApart(strings.Trim(text, "。;,")); ok {
		return paired(words, points)
	}
	if strings.Contains(text, "排名") || strings.Contains(text, "名次") {
		if m := rankList.FindStringSubmatch(text); m != nil && m[0] == strings.Trim(text, "。;,") {
			return listed(m[1], m[2])
		}
	}
	parts := strings.FieldsFunc(headless(text), func(r rune) bool { return strings.ContainsRune("。;,、:", r) })
	parts = rejoined(parts)
	if len(parts) < 2 || len(parts) > 20 || slices.ContainsFunc(parts, func(p string) bool { return !endsInPoints(p) }) {
		return Cases{}, false
	}
	for _, kind := range []func([]string) (Cases, bool){gradeCases, rankCases, stateCases} {
		if c, ok := kind(parts); ok && c.falling() {
			return c, true
		}
	}
	return Cases{}, false
}

// gradesApart finds the grades and behind them, in the same order, their points: 优、良、中、差四档，分别得100%、80%、60%、0.
func gradesApart(text string) (words, points string, ok bool) {
	i := strings.LastIndex(text, "分别")
	if i < 0 {
		return "", "", false
	}
	behind := gradePoints.FindStringSubmatch(text[i+len("分别"):])
	if behind == nil {
		return "", "", false
	}
	before := gradeWords.FindStringSubmatch(text[:i])
	if before == nil {
		return "", "", false
	}
	return before[1], behind[1], true
}

// endsInPoints reports a part that may be a case: 优秀得5分, 良80%.
func endsInPoints(part string) bool {
	for _, end := range [...]string{"分", "%", "权重", "分值"} {
		if strings.HasSuffix(part, end) {
			return true
		}
	}
	return false
}

// rejoined puts points that stand in a part of their own behind their result: 优秀,5分.
func rejoined(parts []string) []string {
	var out []string
	for _, p := range parts {
		if len(out) > 0 && endsInPoints(p) && loosePoints.MatchString(p) && !strings.HasSuffix(out[len(out)-1], "分") {
			if p[0] <= '9' {
				p = "," + p
			}
			out[len(out)-1] += p
			continue
		}
		out = append(out, p)
	}
	return out
}

var loosePoints = wording.New(`^(?:` + gives + `)?(?:` + numx + `分|` + numx + `%(?:权重|分值)?|满分)$|^不得分$|^扣` + numx + `%$`)

func gradeCases(parts []string) (Cases, bool) {
	var c Cases
	prefix, scale := "", ""
	for i, p := range parts {
		if elseCase.MatchString(p) {
			c.All = append(c.All, Case{Points: none, Else: true})
			continue
		}
		m := gradeCase.FindStringSubmatch(p)
		if m == nil {
			return c, false
		}
		if i == 0 {
			prefix, scale = m[1], scaleOf(m[2])
		} else if m[1] != "" && m[1] != prefix || scaleOf(m[2]) != scale {
			return c, false
		}
		c.All = append(c.All, Case{Words: m[2], Points: pointsOf(m[3:])})
	}
	pair := len(c.All) == 2 && (c.All[1].Else || c.All[1].Points.Value != nil && c.All[1].Points.Value.Sign() == 0)
	return c, len(c.All) > 1 && !pair // two of which one earns nothing are a condition
}

// scaleOf is the word that makes the scale; all the graded words proper make one.
func scaleOf(word string) string {
	if m := manner.FindStringSubmatch(word); m != nil {
		return m[1]
	}
	return ""
}

func rankCases(parts []string) (Cases, bool) {
	var c Cases
	for _, p := range parts {
		if elseCase.MatchString(p) {
			c.All = append(c.All, Case{Points: none, Else: true})
			continue
		}
		m := rankCase.FindStringSubmatch(p)
		if m == nil {
			return c, false
		}
		c.All = append(c.All, Case{Words: m[1], Points: pointsOf(m[2:])})
	}
	return c, true
}

// stateCases reads 无结余…;有结余但≤上年…;结余高于上年…: nothing of the kind, then less and less good.
func stateCases(parts []string) (Cases, bool) {
	var c Cases
	noun := ""
	for i, p := range parts {
		if m := eventCase.FindStringSubmatch(p); m != nil && i > 0 {
			c.All = append(c.All, Case{Words: map[bool]string{true: "≥"}[m[3] != ""] + m[1] + m[2], Points: pointsOf(m[4:])})
			continue
		}
		m := stateCase.FindStringSubmatch(p)
		if m == nil || figured.MatchString(strings.NewReplacer("≤", "", "≥", "", ">", "", "<", "").Replace(m[1])) {
			return c, false
		}
		if i == 0 {
			var ok bool
			if noun, ok = absent(m[1]); !ok {
				return c, false
			}
		} else if !strings.Contains(m[1], noun) && !strings.HasPrefix(m[1], "超过") && !strings.HasPrefix(m[1], "高于") && !strings.HasPrefix(m[1], ">") {
			return c, false
		}
		c.All = append(c.All, Case{Words: m[1], Points: pointsOf(m[2:])})
	}
	return c, len(c.All) > 2
}

// absent is the noun of 无结余, 未发生事故.
func absent(words string) (string, bool) {
	for _, no := range []string{"未发生", "未出现", "没有", "无"} {
		if noun, ok := strings.CutPrefix(words, no); ok {
			return noun, noun != ""
		}
	}
	return "", false
}

// pointsOf reads the groups of casePoints.
func pointsOf(g []string) Points {
	switch {
	case g[0] != "":
		return full
	case g[1] != "":
		return none
	case g[2] != "" && g[3] == "100":
		return none
	case g[2] != "":
		return Points{Value: quantity.Minus(one, percent(g[3])), Share: true}
	case g[4] != "":
		return Points{Value: percent(g[4]), Share: true}
	}
	return Points{Value: number(g[5])}
}

// paired reads 优、良、中、差四档，分别得100%、80%、60%、0.
func paired(words, points string) (Cases, bool) {
	var c Cases
	stroke := func(r rune) bool { return strings.ContainsRune("、,", r) }
	names, values := strings.FieldsFunc(words, stroke), strings.FieldsFunc(points, stroke)
	if len(names) != len(values) {
		return c, false
	}
	for i, v := range values {
		p := Points{Value: number(strings.TrimSuffix(v, "分"))}
		if share, ok := strings.CutSuffix(v, "%"); ok {
			p = Points{Value: percent(share), Share: true}
		}
		if v == "0" || v == "0%" {
			p = none
		} else if !strings.HasSuffix(v, "分") && !strings.HasSuffix(v, "%") && !strings.HasSuffix(points, "分") {
			return c, false
		}
		c.All = append(c.All, Case{Words: names[i], Points: p})
	}
	return c, c.falling()
}

// listed reads 排名1-3依次赋60、57、54分.
func listed(last, points string) (Cases, bool) {
	var c Cases
	for i, p := range strings.FieldsFunc(points, func(r rune) bool { return strings.ContainsRune("、,和分", r) }) {
		c.All = append(c.All, Case{Words: "第" + decimal(big.NewRat(int64(i+1), 1)) + "名", Points: Points{Value: number(p)}})
	}
	n := number(last)
	return c, n != nil && quantity.Compare(n, big.NewRat(int64(len(c.All)), 1)) == 0 && c.falling()
}

// falling reports results in one order, best or worst first, each worth something else than the one
// before it, without the same result twice; full marks stand at the better end.
func (c Cases) falling() bool {
	order := 0
	seen := map[string]bool{}
	for i, it := range c.All {
		if it.Points.Value == nil || seen[it.Words] || it.Else && i != len(c.All)-1 {
			return false
		}
		seen[it.Words] = true
		if i == 0 {
			continue
		}
		before := c.All[i-1].Points
		way := quantity.Compare(before.Value, it.Points.Value)
		switch {
		case it.Points.Value.Sign() == 0:
			way = 1
		case before.Value.Sign() == 0:
			way = -1
		case before.Share != it.Points.Share && before.Share && quantity.Compare(before.Value, one) == 0:
			way = 1
		case before.Share != it.Points.Share:
			return false
		}
		if way == 0 || order != 0 && way != order {
			return false
		}
		order = way
	}
	return true
}
