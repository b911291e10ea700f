package phrase

import (
	"math/big"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
)

// Count takes points for each of some countable things: 每有一项不合格扣0.5分. Most is how often at
// most, 0 if the text does not say.
type Count struct {
	Per  Points
	Size *big.Rat // things a step: 每两天扣1分
	Unit string   // 项, 例, 天
	Most int
	Gain bool   // points are given, not taken: 每完成一项得1分
	Zero *Range // how many leave nothing: 3处及以上不得分
	Of   Counted
}

// Counted is what a deduction counts, where its words tell.
type Counted int

const (
	Untold    Counted = iota
	Faults            // what was found or happened: 每发现一处, 每发生一起
	Shortfall         // what is wanting of the target: 每少1座
)

// countedIn tells what the words before a deduction count.
func countedIn(words string) Counted {
	switch {
	case lacking.MatchString(words):
		return Shortfall
	case happening.MatchString(words):
		return Faults
	}
	return Untold
}

var (
	lacking   = wording.New(`^(?:每|凡)(?:缺少|减少|少|缺)(?:完成|建|改造|开展|新建|办|培训|覆盖)?\d`)
	happening = wording.New(`^(?:每|凡)(?:发现|发生|出现|存在)(?:有|了)?\d`)
)

func (c Count) String() string {
	s := "count(" + c.Per.String() + " per "
	if c.Gain {
		s = "count(+" + c.Per.String() + " per "
	}
	if quantity.Compare(c.Size, one) != 0 {
		s += decimal(c.Size)
	}
	s += c.Unit
	if c.Most > 0 {
		s += " ≤" + strconv.Itoa(c.Most)
	}
	if c.Zero != nil {
		s += " zero " + c.Zero.String()
	}
	return s + ")"
}

// Says the deduction.
func (c Count) Says() document.Message {
	if c.Most == 1 && c.Unit == once {
		return document.Message{ZH: "有所列情形的扣" + c.Per.zh(), EN: "less " + c.Per.en() + " if the case arises"}
	}
	if c.Gain {
		return document.Message{ZH: "每" + decimal(c.Size) + c.Unit + "得" + c.Per.zh(), EN: c.Per.en() + " for each " + decimal(c.Size) + c.Unit}
	}
	m := document.Message{ZH: "每" + decimal(c.Size) + c.Unit + "扣" + c.Per.zh(), EN: "less " + c.Per.en() + " for each " + decimal(c.Size) + c.Unit}
	if c.Most > 1 {
		m.ZH += "，共" + strconv.Itoa(c.Most) + "项"
		m.EN += ", " + strconv.Itoa(c.Most) + " criteria"
	}
	if c.Zero != nil {
		m.ZH += "，" + c.Zero.zh() + "不得分"
		m.EN += ", nothing at " + c.Zero.String()
	}
	return m
}

// once is the unit of a deduction that is made one time: 未按时报送扣2分.
const once = "case"

const (
	counted   = `项|座|间|所|栋|棵|株|口|盏|个月|个工作日|个|处|例|人次|次|起|条|件|人|天|日|周|份|笔|户|宗|月|家|名|篇|期|张|台|批次|批|类|种|点|本|辆|套|场`
	countable = `(` + counted + `)`
	// An action or a state may stand before what is counted: 每少报送1篇, 每滞后10天.
	doing     = `[^0-9,。;:每得扣减档\x00]{0,12}?`
	cutPoints = `(?:\(\x00+\))?,?(?:则|各|从(?:该|本|此)项(?:指标)?(?:分值|得分)?中|(?:该|本|此)(?:项|指标|项指标))?` + cuts + `(?:除|减)?(?:(?:该|本|此)(?:项|指标))?(?:得)?(?:` + num + `分|(?:该|本|此)?(?:项)?(?:指标)?(?:权重分?|分值|总分|得分)的?` + num + `%|` + num + `%的?(?:权重|分值))`
)

var countPatterns = []pattern{
	{
		name:    "points for each thing done",
		needs:   []words{{"得", "计", "记"}, {"每", "符合", "满足", "完成", "达到", "具备", "做到", "实现"}},
		figures: true,
		re:      wording.New(`(?:每` + doing + num + `?|(?:符合|满足|完成|达到|具备|做到|实现)` + num + `)` + countable + `[^。;0-9扣减每得\x00]{0,30}?,?(?:可|各)?(?:得|计|记|给|赋)(?:予)?` + num + `分` + allOf),
		read: func(m match) (Clause, bool) {
			c, ok := readCount(m.first(1, 2), m.group(3), m.group(4), "")
			n, _ := c.(Count)
			n.Gain, n.Most = true, allOfThem(m.group(5))
			return n, ok && !strings.Contains(m.all(), "百分点") && !unclear(m.all())
		},
		example: "每符合一项要求得1分",
		tree:    "count(+1 per 项)",
	},
	{
		name:    "for each thing found",
		needs:   []words{{"每", "凡"}, {"扣", "减"}},
		figures: true,
		re:      wording.New(`(?:每|凡)(?:减少)?` + doing + num + `?` + countable + `[^。;0-9扣减每得\x00]{0,40}?(?:的)?` + cutPoints),
		read: func(m match) (Clause, bool) {
			if strings.Contains(m.all(), "百分点") || unclear(m.all()) {
				return nil, false // a step whose size was lost
			}
			c, ok := readCount(m.group(1), m.group(2), m.group(3), m.first(4, 5))
			n, _ := c.(Count)
			n.Of = countedIn(m.all())
			return n, ok
		},
		example: "每有一项不合格扣0.5分，扣完为止",
		tree:    "count(0.5 per 项); floor",
	},
	{
		name:    "one thing missing",
		needs:   []words{{"扣", "减"}, {"1"}},
		figures: true,
		re: wording.New(`(?:如有|有|发现|出现|缺少|缺失|缺|少|未完成|存在|发生|漏报|迟报|错报|瞒报|遗漏|遗失)(1)` + countable + `[^。;0-9扣减每得\x00]{0,40}?(?:的)?` + cutPoints +
			`|(1)` + countable + `(?:不|未|没|缺)[^。;0-9扣减每得\x00]{0,40}?(?:的)?` + cutPoints),
		read: func(m match) (Clause, bool) {
			if unclear(m.all()) {
				return nil, false
			}
			return readCount(m.first(1, 6), m.first(2, 7), m.first(3, 8), m.first(4, 5, 9, 10))
		},
		example: "未完成一项扣2分，扣完为止，总分10分",
		tree:    "count(2 per 项); floor; cap 10",
	},
	{
		name:    "so many leave nothing",
		needs:   []words{{"不得分", "不计分"}, {"以上", "超过", "超出"}},
		figures: true,
		re:      wording.New(`(?:有|发现|出现|存在|发生|逾期|延迟|迟延|缺|少)*(` + numx + `(?:` + counted + `)(?:及其?以上|以上)|(?:超过|超出)` + numx + `(?:` + counted + `))[^。;,0-9扣得\x00]{0,12}?(?:的|者)?,?(?:则)?(?:` + row + `)?(?:不得分|不计分)`),
		read: func(m match) (Clause, bool) {
			r, ok := readRange(m.group(1))
			return Tier{Range: r, Points: none}, ok && !unclear(m.text[m.at[3]:m.at[1]])
		},
		example: "有1处不符合扣0.5分，有3处及以上不符合不得分",
		tree:    "count(0.5 per 处 zero ≥3处..)",
	},
	{
		name:    "once",
		needs:   []words{{"扣", "减"}},
		figures: true,
		re:      wording.New(`[^。;,每得\x00]{0,60},?[^。;,每得酌\x00]{1,60}?` + cutPoints),
		read: func(m match) (Clause, bool) {
			if condition := m.text[m.at[0]:m.from(1, 2, 3)]; vague.MatchString(m.all()) || !plainWords(condition) || unclear(condition) || !m.opens() {
				return nil, false
			}
			c, ok := readCount("", once, m.first(1), m.first(2, 3))
			if !ok {
				return nil, false
			}
			n := c.(Count)
			n.Most = 1
			return n, true
		},
		example: "未按规定时间报送的，扣2分",
		tree:    "count(2 per case ≤1)",
	},
}

// unclear reports words that a count must not hold: they change it, or what is counted is no thing.
func unclear(words string) bool {
	return unsettled.MatchString(words) || strings.Contains(words, "比例") || strings.Contains(words, "一定") || strings.Contains(words, "等级") || strings.Contains(words, "档次")
}

// vague marks deductions whose size or number the words leave open.
var vague = wording.New(`酌情|视情|适当|分别|最多|最高|上限|累计|依次|逐`)

func readCount(size, unit, points, share string) (Clause, bool) {
	c := Count{Size: one, Unit: unit}
	if size != "" {
		c.Size = number(size)
	}
	var ok bool
	c.Per, ok = readPoints(points, share)
	return c, ok && c.Size != nil && c.Size.Sign() > 0
}

// readPoints takes a number of points or, if there is none, a share in percent.
func readPoints(points, share string) (Points, bool) {
	p := Points{Value: number(points)}
	if p.Value == nil {
		p = Points{Value: percent(share), Share: true}
	}
	return p, p.Value != nil && p.Value.Sign() > 0
}

// allOf says how many there are to be counted: 每符合1项得1分，共5项.
const allOf = `(?:,?(?:共|合计|总计)(?:计)?(` + numx + `)(?:项|个|条))?`

func allOfThem(n string) int {
	v, err := strconv.Atoi(n)
	if err != nil || v > 99 {
		return 0
	}
	return v
}
