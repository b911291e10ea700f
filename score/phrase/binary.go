package phrase

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// Binary gives full marks or nothing. OnTarget: for reaching the target; otherwise for a condition
// that only the filer knows.
type Binary struct {
	Points   Points
	OnTarget bool
}

func (b Binary) String() string {
	if b.OnTarget {
		return "binary(" + b.Points.String() + " on target)"
	}
	return "binary(" + b.Points.String() + ")"
}

// Says the rule.
func (b Binary) Says() document.Message {
	if b.OnTarget {
		return document.Message{ZH: "达到指标值得" + b.Points.zh() + "，否则不得分", EN: b.Points.en() + " on target, else nothing"}
	}
	return document.Message{ZH: "符合条件得" + b.Points.zh() + "，否则不得分", EN: b.Points.en() + " if the condition holds, else nothing"}
}

// Additive gives points for each criterion that is met; Words are the criteria.
type Additive struct {
	Parts []*big.Rat
	Words []string
}

// Sum is what the criteria give together.
func (a Additive) Sum() *big.Rat {
	sum := new(big.Rat)
	for _, p := range a.Parts {
		sum.Add(sum, p)
	}
	return sum
}

func (a Additive) String() string {
	var parts []string
	for _, p := range a.Parts {
		parts = append(parts, decimal(p))
	}
	return "additive(" + strings.Join(parts, "+") + ")"
}

// Says the sum.
func (a Additive) Says() document.Message {
	return document.Message{
		ZH: fmt.Sprintf("按%d项标准逐项给分，合计%s分", len(a.Parts), decimal(a.Sum())),
		EN: fmt.Sprintf("points for each of %d criteria, %s in all", len(a.Parts), decimal(a.Sum())),
	}
}

// falling reports at least two criteria of which each gives less than the one before.
func (a Additive) falling() bool {
	for i := 1; i < len(a.Parts); i++ {
		if quantity.Compare(a.Parts[i-1], a.Parts[i]) <= 0 {
			return false
		}
	}
	return len(a.Parts) > 1
}

// eachOf are the criteria that share an amount: 及时、完整、准确各得1分.
func eachOf(words string) []string {
	if all, ok := strings.CutSuffix(words, "各"); ok {
		return strings.FieldsFunc(all, func(r rune) bool { return strings.ContainsRune("、和及与", r) })
	}
	return []string{words}
}

// degrees reports criteria that look like degrees of one thing, of which only one can be met: they end in
// the same words and each gives less than the one before (国家级表彰3分, 省级表彰2分), or one adds a word to another (完成, 超额完成).
func (a Additive) degrees() bool {
	for i := 1; i < len(a.Parts); i++ {
		one, other := a.Words[i-1], a.Words[i]
		if one != other && one != "" && other != "" && (strings.HasSuffix(one, other) || strings.HasSuffix(other, one)) {
			return true
		}
	}
	for i := 1; i < len(a.Parts); i++ {
		if !sameEnd(a.Words[i-1], a.Words[i]) {
			return false
		}
	}
	return a.falling()
}

func sameEnd(a, b string) bool {
	const two = len("表彰")
	return len(a) > two && len(b) > two && a[len(a)-two:] == b[len(b)-two:]
}

var (
	addend     = wording.New(`(?:得|计|记|赋|给|:|,|\(|=)` + num + `分\)?$`)
	bareAddend = wording.New(`([0-9]+(?:\.[0-9]+)?)分$`) // 制定方案1分,组织实施2分
	pointsAny  = wording.New(numx + `分`)
	figures    = wording.New(`[0-9A-Za-z&%]`)
	notAddend  = wording.New(`扣|每|以上|以下|最高|最低|不得|不超|-|≥|≤|<|>|减|否则|总分|共计|合计|酌情`)
)

// addends reads one sentence in which every comma part that gives points gives them for one criterion.
func addends(s string) (Additive, bool) {
	var add Additive
	if notAddend.MatchString(s) || unsettled.MatchString(s) || narrative.MatchString(s) {
		return add, false
	}
	start := 0
	for _, at := range pointsAny.FindAllStringIndex(s, -1) {
		m := addend.FindStringSubmatch(s[start:at[1]])
		if m == nil && (strings.HasPrefix(s, circle) || len(pointsAny.FindAllStringIndex(s, 3)) > 1) {
			m = bareAddend.FindStringSubmatch(s[start:at[1]])
		}
		if m == nil {
			return add, false
		}
		words := s[start : at[1]-len(m[0])]
		if figures.MatchString(dated.ReplaceAllString(words, "")) {
			return add, false // a range whose comparator was lost is no criterion
		}
		start = at[1]
		for _, w := range eachOf(strings.Trim(words, ",:、()①②③④⑤⑥⑦⑧⑨⑩")) {
			add.Parts, add.Words = append(add.Parts, number(m[1])), append(add.Words, w)
		}
	}
	rest := scoring.MatchString(strings.TrimLeft(s[start:], ")"))
	return add, len(add.Parts) > 0 && !rest
}

var binaryPatterns = []pattern{
	{
		name:  "full marks on a condition",
		needs: []words{{"满分", "全分", "不扣分"}},
		re:    wording.New(`([^。;,:\x00]{0,60},?)(?:(?:本|该|此)(?:项|指标))?(?:得满分|计满分|记满分|得全分|赋满分|不扣分)`),
		read: func(m match) (Clause, bool) {
			return Open{Kind: FullIf, OnTarget: onTarget(m.group(1))}, plainWords(m.group(1))
		},
		example: "在计划时间内完成的，得满分",
		tree:    "full",
	},
	{
		name:  "nothing on a condition",
		needs: []words{{"不得分", "不计分", "不给分", "0分", "扣完", "扣除"}},
		re:    wording.New(`([^。;,:\x00]{0,60},?)(?:(?:本|该|此)(?:项|指标))?(?:不得分|不计分|不给分|(?:得|计|记|打)0分|扣完全部分值|全部扣除)`),
		read: func(m match) (Clause, bool) {
			return Open{Kind: ZeroIf, OnTarget: offTarget(m.group(1)), Short: short.MatchString(m.group(1))}, plainWords(m.group(1))
		},
		example: "达到目标值得满分，未达到目标值不得分",
		tree:    "binary(full on target)",
	},
}

var (
	reached = wording.New(`(?:达到|完成|实现|≥)(?:了)?(?:年初|年度|全年|预期|绩效)?(?:目标|指标|计划)(?:值|任务)?(?:的|时|,)*$`)
	failed  = wording.New(`(?:未|没有|不能|低于|<)(?:能)?(?:达到|完成|实现)?(?:年初|年度|预期|绩效)?(?:目标|指标|计划)(?:值|任务)?(?:的|时|,)*$|^(?:未达到|未完成|未达标|达不到)(?:的|时|,)*$`)
)

var (
	short   = wording.New(`^(?:未|不|没有?|达不到)(?:达到?|符合|满足|完成|具备)?(?:要求|标准|条件)?(?:的|者)?,?$`)
	dated   = wording.New(`[0-9]+(?:年|月|日)(?:底|初|末)?|[0-9]+(?:个月|天|个工作日|小时|分钟)(?:之|以)?(?:内|前)`)
	against = wording.New(`[≥≤<>](?:年度|年初|预期)?(?:目标值?|指标值?|计划|预算|概算|限额|上年|标准|规定)`)
	figured = wording.New(`[0-9%A-Za-z≥≤<>±]|[半一二两三四五六七八九十百千][年月天日次项处例个倍成半]`)
)

// plainWords reports whether a condition is one of words only. One with a figure is a range that was not
// understood, and must not pass for a condition that only the filer knows.
func plainWords(condition string) bool {
	return !figured.MatchString(against.ReplaceAllString(dated.ReplaceAllString(strings.TrimRight(condition, ","), ""), ""))
}

func onTarget(condition string) bool {
	return reached.MatchString(condition) && !failed.MatchString(condition)
}

func offTarget(condition string) bool { return failed.MatchString(condition) }
