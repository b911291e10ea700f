package phrase

import (
	"math/big"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/wording"
)

// Side is on which side of the reference points are lost.
type Side string

const (
	Over  Side = "over"
	Under Side = "under"
	Both  Side = "both"
)

// Against is what a step is counted from.
type Against string

const (
	Nothing   Against = ""
	ANumber   Against = "number"
	LastYear  Against = "last-year"
	AnAverage Against = "average" // printed with its value, or not known
	TheTarget Against = "target"
	Unclear   Against = "unclear" // last year or an average is spoken of, but not how
)

// Counting is how a part of a step counts.
type Counting string

const (
	AnyCounting Counting = ""     // the text does not say: every way is admissible
	WholeSteps  Counting = "full" // (含): a step counts once it is complete
	BegunSteps  Counting = "ceil" // 不足1个百分点的按1个百分点计
	InPart      Counting = "prorata"
)

// Step takes points for each step that a measured value lies beyond its reference.
type Step struct {
	Per      Points
	Size     *big.Rat
	Unit     string // 个百分点, %, 分钟, 元
	Side     Side
	Against  Against
	Value    *big.Rat // of the reference, where the text gives one
	Implied  bool     // the text names no reference; the row's target is the likely one
	Counting Counting
	Full     Points // what the text gives for meeting the reference, if it says
	Zero     *Range // values that earn nothing, however few steps away: 低于60%不得分
}

func (s Step) String() string {
	t := "step(" + s.Per.String() + " per " + decimal(s.Size) + s.Unit + " " + string(s.Side) + " " + s.reference()
	if s.Counting != AnyCounting {
		t += " " + string(s.Counting)
	}
	if s.Zero != nil {
		t += " zero " + s.Zero.String()
	}
	return t + ")"
}

func (s Step) reference() string {
	t := string(s.Against)
	if s.Against == Nothing {
		t = "?"
	}
	if s.Value != nil {
		t += " " + decimal(s.Value)
	}
	return t
}

// Says the step with its reference.
func (s Step) Says() document.Message {
	refZH := map[Against]string{ANumber: "", LastYear: "上年", AnAverage: "平均水平", TheTarget: "指标值", Nothing: "标准"}[s.Against]
	refEN := map[Against]string{ANumber: "", LastYear: "last year", AnAverage: "the average", TheTarget: "the target", Nothing: "the standard"}[s.Against]
	if s.Value != nil {
		refZH += decimal(s.Value)
		refEN = strings.TrimSpace(refEN + " " + decimal(s.Value))
	}
	side := map[Side]string{Over: "高于", Under: "低于", Both: "偏离"}[s.Side]
	zeroZH, zeroEN := "", ""
	if s.Zero != nil {
		zeroZH, zeroEN = "，"+s.Zero.zh()+"不得分", ", nothing at "+s.Zero.String()
	}
	return document.Message{
		ZH: side + refZH + "的，每" + decimal(s.Size) + s.Unit + "扣" + s.Per.zh() + zeroZH,
		EN: string(s.Side) + " " + refEN + ": less " + s.Per.en() + " for each " + decimal(s.Size) + s.Unit + zeroEN,
	}
}

const (
	overWords  = `高出|高于|超过|超出|超支|超|增加|上升|增长|提高|多于|多|大于|高|升|>`
	underWords = `低于|降低|下降|减少|少于|少|低|降|减|差|未达到|未达|达不到|未完成|不足|小于|欠|<`
	bothWords  = `相差|偏离|偏差|浮动|变动|增减`
	sideWords  = `(?:` + overWords + `|` + underWords + `|` + bothWords + `)`
	stepUnit   = `(个百分点|百分点|%|‰|分钟|小时|万元|亿元|元|公里|米|吨|个单位|单位)`
	dayUnit    = `(个工作日|天|日|个月)` // steps only beside a reference; else they are counted
	stepGoal   = `(?:年度|年初|全年|预期|计划|规定|合同|目标|绩效)?(?:目标值|目标|指标值|计划数|计划值|计划|成本|工期|标准|规定|要求|时间|时限|上年|预算|概算|批复(?:造价|投资|概算|金额|价)?)`
)

var stepPatterns = []pattern{{
	name:    "for each step beyond the reference",
	needs:   []words{{"每"}, {"扣", "减"}, {"百分点", "%", "‰", "分钟", "小时", "元", "公里", "米", "吨", "单位", "工作日", "天", "日", "月"}},
	figures: true,
	re: wording.New(`(?:(` + sideWords + `|[与和较比])([^,。;每得满±\x00]{0,30})[,;]?)?每(` + sideWords + `)?(?:(?:或者?|、|/|\()(` + sideWords + `)\)?)?` +
		`(?:((?:` + stepGoal + `)?|(?:` + numx + `)%)(?:的)?` + num + stepUnit + `|(` + stepGoal + `)(?:的)?` + num + dayUnit + `)(\((?:不)?含\))?(?:的|者)?` + cutPoints),
	read:    readStep,
	example: "部门结转结余率低于上年的不扣分；高于上年结余率，每高出1个百分点扣0.4分，扣完为止",
	tree:    "full; step(0.4 per 1个百分点 over last-year); floor",
}}

func readStep(m match) (Clause, bool) {
	s := Step{Size: number(m.first(6, 9)), Unit: m.first(7, 10), Side: side(m.first(3, 1))}
	if other := side(m.group(4)); other != "" && other != s.Side {
		s.Side = Both
	}
	if s.Unit == "百分点" {
		s.Unit = "个百分点"
	}
	if m.group(11) == "(含)" {
		s.Counting = WholeSteps
	}
	if amount.MatchString(m.group(2)) {
		return nil, false // the words before it are a rule of their own
	}
	s.Against, s.Value = reference(m.group(2)+m.first(5, 8), s.Unit)
	if s.Value != nil && distance.MatchString(m.group(1)+m.group(2)) {
		s.Against, s.Value = Unclear, nil
	}
	s.Implied = s.Against == TheTarget && otherPlan.MatchString(m.group(2)+m.first(5, 8))
	if s.Against == Nothing && elsewhere.MatchString(m.before()) {
		s.Against = Unclear
	}
	var ok bool
	s.Per, ok = readPoints(m.group(12), m.first(13, 14))
	return s, ok && s.Side != "" && s.Size != nil && s.Size.Sign() > 0
}

func side(word string) Side {
	for side, words := range map[Side]string{Over: overWords, Under: underWords, Both: bothWords} {
		for w := range strings.SplitSeq(words, "|") {
			if w == word {
				return side
			}
		}
	}
	return ""
}

// amount is a number of points.
var amount = wording.New(`[0-9]分(?:[^钟]|$)`)

var referenceNumber = wording.New(`\(?` + num + `(` + unit + `)\)?`)

// distance is a figure that tells how far the result lies from something else; the value of a rate of
// deviation (偏差率) is no such figure.
var distance = wording.New(`(?:相差|偏离|偏差|误差|差距)(?:在|为|幅度|超过|超出|≥|>|≤|<)*[0-9]`)

// reference reads what a value is compared with; a number in the words is its value, brought to the unit
// of the step.
func reference(words, unit string) (Against, *big.Rat) {
	var value *big.Rat
	if m := referenceNumber.FindAllStringSubmatch(words, 2); len(m) == 1 {
		var ok bool
		if value, ok = inUnit(number(m[0][1]), m[0][2], unit); !ok {
			return Unclear, nil
		}
	} else if len(m) > 1 {
		return Unclear, nil
	}
	lastYear := strings.Contains(words, "上年") || strings.Contains(words, "去年")
	switch {
	case lastYear && strings.Contains(words, "平均"):
		return Unclear, nil
	case lastYear:
		return LastYear, nil
	case strings.Contains(words, "平均"):
		return AnAverage, value
	case value != nil:
		return ANumber, value
	case targetWord.MatchString(words):
		return TheTarget, nil
	}
	return Nothing, nil
}

var elsewhere = wording.New(`上年|去年|同期|同比|环比|序时|(?:级|省|市|县|区|国|业)平均|平均(?:值|水平|数)|基期`)

// otherPlan is what the row's target is likely, but not surely.
var otherPlan = wording.New(`预算|概算|批复|合同|规定`)

var targetWord = wording.New(`目标|指标值|计划|预期|工期|成本|合同|时限|规定|预算|概算|批复`)
