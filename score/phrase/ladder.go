package phrase

import (
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/wording"
)

// Tier gives points to the values of one range.
type Tier struct {
	Range  Range
	Points Points
	Else   bool // all values that no other tier holds
	Bare   bool // a lone value without a comparator, which may have been lost: 90%得3分
}

func (t Tier) String() string {
	if t.Else {
		return "else→" + t.Points.String()
	}
	return t.Range.String() + "→" + t.Points.String()
}

// Says the tier.
func (t Tier) Says() document.Message { return Ladder{Tiers: []Tier{t}}.Says() }

// Ladder gives points by the tier that the measured value lies in. Completion: the rule speaks of how
// far a target was reached (完成率), so tiers in percent may be meant of actual ÷ target.
type Ladder struct {
	Tiers      []Tier
	Completion bool
}

func (l Ladder) String() string {
	var parts []string
	for _, t := range l.Tiers {
		parts = append(parts, t.String())
	}
	return "ladder(" + strings.Join(parts, " ") + ")"
}

// Says the tiers.
func (l Ladder) Says() document.Message {
	var zh, en []string
	for _, t := range l.Tiers {
		if t.Else {
			zh, en = append(zh, "其余得"+t.Points.zh()), append(en, "else "+t.Points.en())
			continue
		}
		zh, en = append(zh, t.Range.zh()+"得"+t.Points.zh()), append(en, t.Range.String()+": "+t.Points.en())
	}
	return document.Message{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

// zh writes the range as a reviewer would.
func (r Range) zh() string {
	low, high := "", ""
	if r.Low != nil {
		low = decimal(r.Low) + r.Unit
	}
	if r.High != nil {
		high = decimal(r.High) + r.Unit
	}
	mark := map[Edge]string{In: "（含）", Out: "（不含）"}
	switch {
	case r.Low != nil && r.High != nil && low == high:
		return low
	case r.Low == nil:
		return high + mark[r.HighEdge] + "以下"
	case r.High == nil:
		return low + mark[r.LowEdge] + "以上"
	}
	return low + mark[r.LowEdge] + "—" + high + mark[r.HighEdge]
}

const tierPoints = `(?:的|者|时|之间|区间|范围|内|部分){0,3}[,:]?(?:则)?(?:(?:本|该|此)(?:项|指标))?(?:` +
	gives + `(?:` + `(满分|全分)|(?:(?:该|本|此)?(?:项)?(?:指标)?(?:权重|分值|总分|满分)的)` + num + `%|` + num + `%(?:的?(?:权重|分值|总分|满分|分))?|` + num + `分?)` +
	`|(不得分|不计分|不给分|不记分)|(不扣分)|[,:]` + num + `分)`

var ladderPatterns = []pattern{
	{
		name:    "points for a range",
		needs:   []words{{"得", "计", "记", "赋", "给", "为", "分"}},
		figures: true,
		re:      wording.New(`(^|[^0-9.])(` + anyRange + `|(?:为|=)?` + numx + `%|(?:为|=)?0` + unit + `|(?:=|为)` + numx + `)\)?` + tierPoints),
		read:    readTier,
		example: "满意度≥90得10，80-90得8，60-80得5，<60不得分",
		tree:    "ladder(≥90..→10 80..90→8 60..80→5 ..<60→0)",
	},
	{
		name:    "all others",
		needs:   []words{{"否则", "反之", "其余", "其他", "其它"}, {"不得分", "不计分", "0分"}},
		re:      wording.New(`(?:否则|反之|其余|其他|其它)(?:的|情况)?,?(?:则|均|一律)?(?:不得分|不计分|得0分|计0分|记0分|0分)`),
		read:    func(match) (Clause, bool) { return Tier{Else: true, Points: none}, true },
		example: "完成率达到95%以上的得满分，否则不得分",
		tree:    "ladder(95%..→full else→0)",
	},
}

// damaged marks a number behind a sign that may be a comparator read wrongly (W100%, &80) or that the
// rule computes with.
var damaged = wording.New(`^[A-Za-z&%*/+±][0-9]`)

// bare marks a lone value; 0 and 100% are ends of the scale and need no comparator.
var bare = wording.New(`^为?(?:[1-9][0-9]?|[0-9]+\.[0-9]+|10[1-9]|1[1-9][0-9]|[2-9][0-9]{2,}|[0-9]{4,})%$`)

var ofCompletion = wording.New(`完成率|完成比例|完成程度|完成情况|实现程度|实现率`)

// apart ends in words by which a figure is how far the result lies from something else.
var apart = wording.New(`(?:相差|偏离|偏差|误差|差距)(?:在|为|幅度|控制在)*$`)

var none = Points{Value: number("0")}

func readTier(m match) (Clause, bool) {
	if damaged.MatchString(m.group(1)+m.group(2)) || strings.HasPrefix(m.text[m.at[1]:], "钟") {
		return nil, false
	}
	if m.group(1) == "每" || apart.MatchString(m.text[:m.from(2)]) {
		return nil, false // a step, or how far off a plan: no range of the measured value
	}
	r, ok := readRange(m.group(2))
	if !ok {
		r, ok = readRange("=" + strings.TrimLeft(m.group(2), "=为"))
	}
	t := Tier{Range: r, Points: full, Bare: bare.MatchString(m.group(2))}
	switch {
	case m.group(3) != "", m.group(8) != "":
	case m.group(7) != "":
		t.Points = none
	case m.first(4, 5) != "":
		t.Points = Points{Value: percent(m.first(4, 5)), Share: true}
	default:
		t.Points = Points{Value: number(m.first(6, 9))}
	}
	return t, ok && t.Points.Value != nil
}
