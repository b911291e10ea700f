package phrase

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// Formula is how a ratio rule scores a number.
type Formula string

const (
	NoFormula    Formula = ""
	ActualTarget Formula = "B/A"   // weight × actual ÷ target
	TargetActual Formula = "A/B"   // weight × target ÷ actual
	OverTarget   Formula = "2-B/A" // weight × (1 − excess ÷ target): nothing left at twice the target
)

// Ratio scores in proportion. Positive and Negative are the formulas for the two directions, empty
// where the rule does not speak of them; Execution scores by the execution rate, OwnRate by the rate that is the result of
// the row.
type Ratio struct {
	Positive, Negative Formula
	Execution, OwnRate bool
	Weight             *big.Rat // of execution, where the rule names it: 20分*执行率
	Zero               *Range   // of completion: 低于60%不得分
	From               *big.Rat // where the rule says that the proportion begins, in percent: 60%以上按比例计分
}

func (r Ratio) String() string {
	switch {
	case r.Execution && r.Weight != nil:
		return "ratio(execution of " + decimal(r.Weight) + ")"
	case r.Execution:
		return "ratio(execution)"
	case r.OwnRate:
		return "ratio(own rate)"
	case r.Negative == NoFormula && r.Zero != nil:
		return "ratio(+" + string(r.Positive) + " zero " + r.Zero.String() + ")"
	case r.Negative == NoFormula:
		return "ratio(+" + string(r.Positive) + ")"
	case r.Negative == OverTarget:
		return "ratio(" + string(r.Negative) + ")"
	case r.Positive == NoFormula:
		return "ratio(-" + string(r.Negative) + ")"
	}
	return "ratio(+" + string(r.Positive) + " -" + string(r.Negative) + ")"
}

// Says the formulas.
func (r Ratio) Says() document.Message {
	zh := map[Formula]string{ActualTarget: "分值×完成值÷指标值", TargetActual: "分值×指标值÷完成值", OverTarget: "分值×（2－完成值÷指标值）"}
	en := map[Formula]string{ActualTarget: "weight × actual ÷ target", TargetActual: "weight × target ÷ actual", OverTarget: "weight × (2 − actual ÷ target)"}
	switch {
	case r.OwnRate:
		return document.Message{ZH: "得分＝分值×该项比率", EN: "score = weight × the rate of the row"}
	case r.Execution:
		return document.Message{ZH: "得分＝分值×执行率", EN: "score = weight × execution rate"}
	case r.Negative == NoFormula && r.Zero != nil:
		return document.Message{ZH: "得分＝" + zh[r.Positive] + "，完成比例" + r.Zero.zh() + "不得分", EN: "score = " + en[r.Positive] + ", nothing where it is " + r.Zero.String()}
	case r.Negative == NoFormula:
		return document.Message{ZH: "得分＝" + zh[r.Positive], EN: "score = " + en[r.Positive]}
	case r.Positive == NoFormula:
		return document.Message{ZH: "反向指标得分＝" + zh[r.Negative], EN: "score of a negative indicator = " + en[r.Negative]}
	}
	return document.Message{
		ZH: "正向指标得分＝" + zh[r.Positive] + "，反向指标得分＝" + zh[r.Negative],
		EN: "score = " + en[r.Positive] + "; of a negative indicator " + en[r.Negative],
	}
}

const (
	actualWords = `(?:全年|年度)?(?:实际完成值|实际完成数|实际完成|实际值|完成值|完成数|实际数)?\(?B?\)?`
	targetWords = `(?:计划完成[数值量]|应完成[数值量]|(?:年度|年初|全年|预期|计划)?(?:指标值|目标值|计划数|计划值|目标数|预期值)|年度|年初|全年|预期|计划)?\(?A?\)?`
	weightWords = `(?:该项|本项|单项|该|本)?(?:指标)?(?:权重分值|权重|分值|满分|标准分)`
)

var ratioPatterns = []pattern{
	{
		name:  "both directions named apart",
		needs: []words{{"正向"}},
		wide:  true,
		re: wording.New(`正向` + within + `{0,60}?(?:得分|计分|记分|计算方法)` + `[^。;/\x00]{0,30}?` + amountOver + `/` + amountUnder + `(?:\*?` + weightWords + `)?` +
			`[^/\x00]{0,60}?(?:反向|负向|逆向)` + within + `{0,60}?(?:得分|计分|记分|计算方法)` + `[^。;/\x00]{0,30}?` + amountOver + `/` + amountUnder + `(?:\*` + weightWords + `)?`),
		read: func(m match) (Clause, bool) {
			r := Ratio{Positive: fraction(m.group(1), m.group(2)), Negative: fraction(m.group(3), m.group(4))}
			return r, r.Positive == ActualTarget && r.Negative == TargetActual
		},
		example: "正向指标（即目标值为≥X），得分=权重*B/A，反向指标（即目标值为≤X），得分=权重*A/B",
		tree:    "ratio(+B/A -A/B)",
	},
	{
		name:  "the negative direction alone",
		needs: []words{{"反向", "负向", "逆向"}},
		re:    wording.New(`(?:反向|负向|逆向)` + within + `{0,30}?(?:得分|计分|记分)[=为:](?:` + weightWords + `\*)?\(?` + amountOver + `/` + amountUnder + `(?:\*` + weightWords + `)?`),
		read: func(m match) (Clause, bool) {
			r := Ratio{Negative: fraction(m.group(1), m.group(2))}
			return r, r.Negative == TargetActual
		},
		example: "反向指标得分=权重*A/B",
		tree:    "ratio(-A/B)",
	},
	{
		name:  "by execution rate",
		needs: []words{{"执行率"}},
		re: wording.New(`(?:得分)?[=:(]*(?:` + num + `分?|` + weightWords + `)\*(?:预算|资金)?执行率\)?|(?:得分)?[=:(]*(?:预算|资金)?执行率\*(?:` + num + `分?|` + weightWords + `)(?:=?(?:即为|为|得出|得到)?` + `(?:该|本)?(?:指标|项)?得分)?` +
			`|按(?:照)?(?:预算|资金)?执行率(?:\*` + weightWords + `)?(?:计算|折算)?(?:得分|计分|记分|赋分)`),
		read: func(m match) (Clause, bool) {
			return Ratio{Execution: true, Weight: number(m.first(1, 2))}, true
		},
		example: "得分（20分*执行率）",
		tree:    "ratio(execution of 20)",
	},
	{
		name:  "by the row's own rate",
		needs: []words{{"率"}, {"得分", "计分"}},
		re:    wording.New(`(?:得分|计分)[=:]\(?(?:实际)?[\p{Han}“”"]{2,14}率\)?\*(?:` + num + `分?|` + weightWords + `)(?:,?(?:最高|满分)[^。;\x00]{0,8})?`),
		read: func(m match) (Clause, bool) {
			return Ratio{OwnRate: true, Weight: number(m.group(1))}, !strings.Contains(m.all(), "执行率") && !strings.Contains(m.all(), "完成率")
		},
		example: "得分=重点工作办结率×该指标分值",
		tree:    "ratio(own rate)",
	},
	{
		name:    "one ratio for both",
		needs:   []words{{"A/B"}},
		wide:    true,
		re:      wording.New(`(?:完成值)?达到(?:年初|年度|预期)?(?:指标值|目标值)的?,?(?:记|计|得)满分[,;。]?未达到(?:指标值|目标值)?的?,?按B/A或A/B\*?(?:该|本)?(?:指标)?分值(?:记|计|得)分`),
		read:    func(match) (Clause, bool) { return Ratio{Positive: ActualTarget, Negative: TargetActual}, true },
		example: "完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分",
		tree:    "ratio(+B/A -A/B)",
	},
	{
		name:  "actual over target",
		needs: []words{{"/"}, {"得分=", "得分为", "得分:", "计分=", "计分为", "计分:", "值/", "数/", "B/", "B)/"}},
		re: wording.New(`(?:得分|计分)(?:=|为|:)(?:\(?` + weightWords + `\)?\*?)?\(?` + actualWords + `/` + targetWords + `\)?(?:(?:\*100%)?\*` + weightWords + `)?` +
			`|\(?(?:实际完成值|实际完成数|实际值|完成值|完成数)(?:\(?B\)?)?/` + `(?:年度|年初|全年|预期|计划)?(?:指标值|目标值|计划数|计划值|目标数)(?:\(?A\)?)?\)?(?:\*100%)?\*` + weightWords + `(?:计算)?(?:得分|计分|记分|赋分)?`),
		read: func(m match) (Clause, bool) {
			return Ratio{Positive: ActualTarget}, actualOverTarget.MatchString(m.all())
		},
		example: "得分=完成值/指标值*分值",
		tree:    "ratio(+B/A)",
	},
	{
		name:  "less in proportion to the excess",
		needs: []words{{"比例", "百分比", "递减", "2倍"}},
		re: wording.New(`(?:(?:超过|超出|高于)(?:目标值?|指标值|计划(?:值|数|时间|工期)?)(?:时间)?的?,?)?(?:按照?|根据)超(?:出|过|额|期)?(?:目标值?|指标值)?(?:的|占(?:计划时间|计划工期|目标值?|指标值))?(?:的)?(?:部分的?)?(?:比例|百分比)(?:扣分|扣减|递减|扣除)(?:得分|分值)?` +
			`(?:,?(?:超出|超过)(?:1倍|100%)(?:及以上|以上)?的?,?(?:不得分|得0分)|,?达(?:到)?(?:目标值?的?|指标值的?)?2倍(?:及以上|以上)?的?,?(?:不得分|得0分|为0分|为0))?` +
			`|超(?:过|出)?(?:目标值?|指标值)的?(?:按)?比例递减,?达(?:到)?(?:目标值?的?|指标值的?)?2倍(?:及以上|以上)?的?,?(?:不得分|得0分|为0分?)`),
		read:    func(match) (Clause, bool) { return Ratio{Negative: OverTarget}, true },
		example: "超过计划时间的，根据超期占计划时间百分比扣分",
		tree:    "ratio(2-B/A)",
	},
	{
		name:  "in proportion",
		needs: []words{{"比例", "比率", "完成率", "完成程度", "进度"}},
		re: wording.New(`(?:(` + anyRange + `)(?:的|部分|之间)*,?)?(?:(?:量化的?|定量|未完成的?|未达到(?:目标|指标)值?的?)(?:指标)?,?)?` + `(?:(?:指标)?得分=(?:该|本)?(?:项)?(?:指标)?(?:实际)?完成(?:率|比例|程度)\*` + weightWords + `|按(?:照)?(?:实际)?(?:完成(?:值|数)?(?:情况|程度)?(?:与|占|和)(?:年度|年初|预期)?(?:指标值|目标值|计划数?)的?)?(?:实际)?(?:完成|进度|完成进度)?(?:的)?(?:比例|比率|完成率|完成程度|进度)` +
			`(?:\*` + weightWords + `(?:即为|为|=)?(?:(?:该|本)?(?:项)?(?:指标)?得分|计分|计算得分|计算)|(?:进行)?(?:计算|折算)?(?:得分|计分|记分|赋分|给分)))`),
		read:    readProportion,
		example: "量化的指标按照比率*单项指标分值即为该指标得分",
		tree:    "ratio(+B/A)",
	},
	{
		name:    "the rate of completion, without a verb",
		needs:   []words{{"完成比例", "完成比率", "完成率", "完成程度"}},
		re:      wording.New(`^(?:实际|指标)?完成(?:比例|比率|率|程度)(?:法)?(?:赋分|计分|记分|给分)法?[。;]?$`),
		read:    func(match) (Clause, bool) { return Ratio{Positive: ActualTarget}, true },
		example: "完成比率赋分",
		tree:    "ratio(+B/A)",
	},
}

// readProportion takes the range for which a proportion holds, if the rule gives one.
func readProportion(m match) (Clause, bool) {
	r := Ratio{Positive: ActualTarget}
	if m.group(1) == "" {
		return r, true
	}
	where, ok := readRange(m.group(1))
	if !ok || where.Low == nil || where.Unit != "%" || where.High != nil && quantity.Compare(where.High, hundred) != 0 {
		return nil, false
	}
	r.From = where.Low
	return r, true
}

var actualOverTarget = wording.New(`(?:B|实际|完成)[^/]*/[^/]*(?:A|指标值|目标值|计划|目标数|预期)`)

// The two sides of a division, told by letters or words.
const (
	amountOver  = `((?:全年|年度|年初|预期|计划)?(?:实际完成值|实际完成数|实际值|完成值|完成数|指标值|目标值|计划值|计划数)|[AB])(?:\(?[AB]?\))?\)?`
	amountUnder = `\(?((?:全年|年度|年初|预期|计划)?(?:实际完成值|实际完成数|实际值|完成值|完成数|指标值|目标值|计划值|计划数)|[AB])(?:\(?[AB]?\))?\)?`
)

// fraction names a division by its two sides.
func fraction(over, under string) Formula {
	switch a, b := actualSide(over), actualSide(under); {
	case a && !b:
		return ActualTarget
	case b && !a:
		return TargetActual
	}
	return NoFormula
}

func actualSide(words string) bool {
	return words == "B" || strings.Contains(words, "实际") || strings.Contains(words, "完成")
}
