package phrase

import (
	"math/big"

	"fuhe/extract/document"
)

// Formula is how a ratio rule scores a number.
type Formula string

const (
	NoFormula    Formula = ""
	ActualTarget Formula = "B/A" // weight × actual ÷ target
	TargetActual Formula = "A/B" // weight × target ÷ actual
)

// Ratio scores in proportion. Positive and Negative are the formulas for the two directions, empty
// where the rule does not speak of them; Execution scores by the execution rate.
type Ratio struct {
	Positive, Negative Formula
	Execution          bool
	Weight             *big.Rat // of execution, where the rule names it: 20分*执行率
}

func (r Ratio) String() string {
	switch {
	case r.Execution && r.Weight != nil:
		return "ratio(execution of " + decimal(r.Weight) + ")"
	case r.Execution:
		return "ratio(execution)"
	case r.Negative == NoFormula:
		return "ratio(+" + string(r.Positive) + ")"
	case r.Positive == NoFormula:
		return "ratio(-" + string(r.Negative) + ")"
	}
	return "ratio(+" + string(r.Positive) + " -" + string(r.Negative) + ")"
}

// Says the formulas.
func (r Ratio) Says() document.Message {
	zh := map[Formula]string{ActualTarget: "分值×完成值÷指标值", TargetActual: "分值×指标值÷完成值"}
	en := map[Formula]string{ActualTarget: "weight × actual ÷ target", TargetActual: "weight × target ÷ actual"}
	switch {
	case r.Execution:
		return document.Message{ZH: "得分＝分值×执行率", EN: "score = weight × execution rate"}
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
	targetWords = `(?:年度|年初|全年|预期|计划)?(?:指标值|目标值|计划数|计划值|目标数|预期值)?\(?A?\)?`
	weightWords = `(?:该项|本项|单项|该|本)?(?:指标)?(?:权重|分值|满分|标准分)`
)

var ratioPatterns = []pattern{
	{
		name:  "both directions named apart",
		needs: words("正向"),
		wide:  true,
		re: lazily(`正向` + within + `{0,60}?(?:得分|计分|记分|计算方法)` + `[^。;/\x00]{0,30}?([AB])\)?/[^。;/\x00]{0,20}?([AB])\)?(?:\*?` + weightWords + `)?` +
			`[^/\x00]{0,60}?(?:反向|负向|逆向)` + within + `{0,60}?(?:得分|计分|记分|计算方法)` + `[^。;/\x00]{0,30}?([AB])\)?/[^。;/\x00]{0,20}?([AB])\)?(?:\*` + weightWords + `)?`),
		read: func(m match) (Clause, bool) {
			r := Ratio{Positive: letters(m.group(1), m.group(2)), Negative: letters(m.group(3), m.group(4))}
			return r, r.Positive != NoFormula && r.Negative != NoFormula
		},
		example: "正向指标（即目标值为≥X），得分=权重*B/A，反向指标（即目标值为≤X），得分=权重*A/B",
		tree:    "ratio(+B/A -A/B)",
	},
	{
		name:  "by execution rate",
		needs: words("执行率"),
		re: lazily(`(?:得分)?[=:(]*(?:` + num + `分?|` + weightWords + `)\*(?:预算|资金)?执行率\)?|(?:预算|资金)?执行率\*(?:` + num + `分?|` + weightWords + `)(?:=?(?:即为|为)?` + `(?:该|本)?(?:指标|项)?得分)?` +
			`|按(?:照)?(?:预算|资金)?执行率(?:\*` + weightWords + `)?(?:计算)?(?:得分|计分|记分|赋分)`),
		read: func(m match) (Clause, bool) {
			return Ratio{Execution: true, Weight: number(m.first(1, 2))}, true
		},
		example: "得分（20分*执行率）",
		tree:    "ratio(execution of 20)",
	},
	{
		name:    "one ratio for both",
		needs:   words("A/B"),
		wide:    true,
		re:      lazily(`(?:完成值)?达到(?:年初|年度|预期)?(?:指标值|目标值)的?,?(?:记|计|得)满分[,;。]?未达到(?:指标值|目标值)?的?,?按B/A或A/B\*?(?:该|本)?(?:指标)?分值(?:记|计|得)分`),
		read:    func(match) (Clause, bool) { return Ratio{Positive: ActualTarget, Negative: TargetActual}, true },
		example: "完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分",
		tree:    "ratio(+B/A -A/B)",
	},
	{
		name:  "actual over target",
		needs: words("/"),
		re: lazily(`(?:得分|计分)(?:=|为|:)(?:\(?` + weightWords + `\)?\*?)?\(?` + actualWords + `/` + targetWords + `\)?(?:\*` + weightWords + `)?` +
			`|\(?(?:实际完成值|实际完成数|实际值|完成值|完成数)(?:\(?B\)?)?/` + `(?:年度|年初|全年|预期|计划)?(?:指标值|目标值|计划数|计划值|目标数)(?:\(?A\)?)?\)?\*` + weightWords),
		read: func(m match) (Clause, bool) {
			return Ratio{Positive: ActualTarget}, actualOverTarget().MatchString(m.all())
		},
		example: "得分=完成值/指标值*分值",
		tree:    "ratio(+B/A)",
	},
	{
		name:  "in proportion",
		needs: words("比例|比率"),
		re: lazily(`(?:(?:量化的?|定量|未完成的?|未达到(?:目标|指标)值?的?)(?:指标)?,?)?` + `按(?:照)?(?:实际)?(?:完成(?:值|数)?(?:情况|程度)?(?:与|占|和)(?:年度|年初|预期)?(?:指标值|目标值|计划数?)的?)?(?:实际)?(?:完成)?(?:的)?(?:比例|比率)` +
			`(?:\*` + weightWords + `(?:即为|为|=)?(?:该|本)?(?:项)?(?:指标)?得分|(?:进行)?(?:计算|折算)?(?:得分|计分|记分|赋分|给分))`),
		read:    func(match) (Clause, bool) { return Ratio{Positive: ActualTarget}, true },
		example: "量化的指标按照比率*单项指标分值即为该指标得分",
		tree:    "ratio(+B/A)",
	},
}

var actualOverTarget = lazily(`(?:B|实际|完成)[^/]*/[^/]*(?:A|指标值|目标值|计划|目标数|预期)`)

func letters(over, under string) Formula {
	switch over + under {
	case "BA":
		return ActualTarget
	case "AB":
		return TargetActual
	}
	return NoFormula
}
