package check

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/document"
	"fuhe/normalize/form"
	"fuhe/normalize/lexicon"
	"fuhe/normalize/quantity"
	"fuhe/normalize/wording"
	"fuhe/score/finding"
)

var (
	oneWhole = big.NewRat(1, 1)
	hundred  = big.NewRat(100, 1)
	half     = big.NewRat(1, 2)
)

var xrfChange = &Check{
	Code: "XRF-10", Prose: true, Level: finding.Error,
	Title:   document.Message{ZH: "差额、增减幅度或占比与前后数值不符", EN: "A change, share or mean that its own figures do not give"},
	Doc:     document.Message{ZH: "正文同时给出本年数、上年数（或“由X提高到Y”“比上年的X提高”）与增减额、增减幅度时，按两数重算；仅靠语序判断三个数关系的，作为警告。比率的增减既可为百分点也可为相对幅度，任一口径相符即认可；“其中”之后某部分的占比按该部分与总额（或前一句中恰为各部分之和的总额）重算，人均数按金额与人数重算，紧随两个计数、以其名称命名的比率（“受理100件，办结95件，办结率95%”）按两数重算（因靠语序归属，作为警告）。相邻四数中第三数恰为前两数之差的，其后的增减幅度按该差额重算。印刷数值按其精度取区间。", EN: "Where the text gives this year's figure, last year's (or “from X to Y”) and the change, the change is recomputed. A change of a rate may be meant in points or relatively: either is accepted. The share of a part behind 其中 is recomputed from the part and its whole (or the total of the sentence before that the parts make up), an amount for each person from the money and the people before it, and a rate right behind two counts and named after one of them from the two (warnings, as order alone ties them). Where the third of four figures is the difference of the first two, the percentage behind it is recomputed from them. Printed figures stand for their rounding intervals."},
	Formula: "z = x − y 或 z = (x − y) ÷ y；占比 = 部分 ÷ 总额；人均 = 金额 ÷ 人数；办结率 = 办结数 ÷ 受理数",
	Why:     document.Message{ZH: "增减、占比、人均是从前面的数推出来的，推不出来就说明原数或结论有一个不实。", EN: "Changes, shares and amounts a head are derived: where they do not follow, the figures or the conclusion are untrue."},
	Allows:  document.Message{ZH: "原数按印刷位数取区间，整数计数按原数；比率的增减按百分点或相对幅度任一成立即可，约数、区间不判断，靠语序或名称归属的只作警告。", EN: "Figures stand for all values that print so, whole counts are exact; a change of a rate may be in points or relative, approximate figures and ranges are not judged, and what order or likeness alone ties makes a warning."},
	Clause:  onlyOneFact,
	Trips:   document.Message{ZH: "“由 85% 提高到 91%，提高 7 个百分点”", EN: "“from 85% to 91%, 7 points more”"},
	Silent:  document.Message{ZH: "结余率 7.40%，上年 11.25%，“下降 3.85%”", EN: "7.40% after 11.25%, “3.85% less”"},
	Run:     runChange,
}

// change is one stated change with the two figures it comes from.
type change struct {
	now, before, by  quantity.Quantity
	rising           int // +1, -1, or 0 where the words do not say
	nowText, wasText string
	byText, subject  string
	place            document.Place
	also             []document.Place
	loose            bool // the sentence does not tie the figures by its grammar alone, or their names are not surely one
}

func runChange(p *Pass) {
	within, across := p.read.changes()
	all := slices.Concat(within, changesByGap(p.read), across)
	judged := derived(p)
	for _, c := range all {
		due, ok := c.due()
		if !ok {
			continue
		}
		judged++
		if !c.holds(due) {
			p.Report(c.finding(due))
		}
	}
	if judged == 0 {
		p.Skip("正文没有可以重算的增减数", "The text states no change that can be recomputed")
	}
}

// yearNamed is a year as a report writes it.
var yearNamed = wording.New(`(19|20)\d\d\s*年`)

// The words of growth and of decline that stand before a change.
var (
	growing   = []string{"增长", "提升", "提高", "上升", "增加", "多"}
	declining = []string{"下降", "降低", "减少", "缩短", "压减", "节约", "少"}
)

func rising(before string) int {
	s := strings.TrimSpace(before)
	if strings.HasSuffix(s, "节约") {
		return -1 // its 约 is no “about”
	}
	for _, w := range []string{"了", "约", "幅度为", "率为", "额为", "为", "幅度", "达"} {
		s = strings.TrimSuffix(s, w)
	}
	if _, ok := cutAny(s, growing...); ok {
		return 1
	}
	if _, ok := cutAny(s, declining...); ok {
		return -1
	}
	return 0
}

// changesAcross pairs a change with this year's and last year's figure of the same name in its
// paragraph.
func changesAcross(f *form.Form) []change {
	var all []change
	for i := range f.Claims {
		c := &f.Claims[i]
		if c.Role != form.RoleChange || !hasAny(c.Sentence, "上年", "上一年", "去年", "同比") {
			continue
		}
		year := c.Year
		if year == 0 {
			year = f.Year
		}
		name := beforeVersus(c.Subject)
		now, was, like := levels(f, c, name, year)
		if year == 0 || now == nil || was == nil {
			continue
		}
		para := f.Text[c.Paragraph]
		all = append(all, change{
			now: now.Quantity.Quantity, before: was.Quantity.Quantity, by: c.Quantity.Quantity, rising: rising(para.Text[:c.Offset]), subject: name,
			nowText: now.Quantity.Text, wasText: was.Quantity.Text, byText: c.Quantity.Text,
			place: c.Place, also: []document.Place{now.Place, was.Place}, loose: like < surelyTied,
		})
	}
	return all
}

// beforeVersus is the name in 结转结余率较上一年度下降.
func beforeVersus(subject string) string {
	end := len(subject)
	for _, w := range []string{"同比", "环比", "较", "比上", "比去", "与上年", "与去年"} {
		if i := strings.Index(subject, w); i > 0 {
			end = min(end, i)
		}
	}
	return subject[:end]
}

// levels are the figures of this year and of last year, and how like their names are to the change's at least.
func levels(f *form.Form, c *form.Claim, name string, year int) (now, was *form.Claim, like int) {
	now, a := levelOf(f, c, name, year)
	was, b := levelOf(f, c, name, year-1)
	return now, was, min(a, b)
}

// levelOf is the one claim of the change's paragraph that states the named figure for the year, and how like its name is.
func levelOf(f *form.Form, c *form.Claim, name string, year int) (found *form.Claim, best int) {
	best = 74
	for i := range f.Claims {
		l := &f.Claims[i]
		if l.Paragraph != c.Paragraph || l.Role == form.RoleChange || l.Role == form.RoleTarget || l.Year != year && (l.Year != 0 || year != f.Year) {
			continue
		}
		if s := lexicon.Similar(l.Subject, name); s > best {
			found, best = l, s
		}
	}
	return found, best
}

// due are the intervals the change may lie in: points and relative change, in the unit it is printed in.
func (c change) due() ([]quantity.Interval, bool) {
	if c.now.Approximate || c.before.Approximate || c.by.Approximate || !c.by.Numeric() || bounded(c.now) || bounded(c.before) || bounded(c.by) {
		return nil, false
	}
	x, y := spread(c.now), spread(c.before)
	if x.IsZero() || y.IsZero() || !quantity.Comparable(c.now, c.before) {
		return nil, false
	}
	diff := magnitude(x.Sub(y))
	relative, ok := diff.Over(magnitude(y))
	if ok {
		relative = relative.Scale(hundred)
	}
	now, _ := inBaseUnits(c.now)
	percent := c.by.Unit == "%" || c.by.Unit == "％"
	switch {
	case now.dimension == quantity.Proportion && hasAny(c.by.Unit, "百分点"):
		return []quantity.Interval{diff.Scale(hundred)}, true
	case now.dimension == quantity.Proportion && percent && ok:
		return []quantity.Interval{diff.Scale(hundred), relative}, true
	case percent && ok:
		return []quantity.Interval{relative}, true
	}
	by, known := inBaseUnits(c.by)
	if !known || by.dimension != now.dimension || now.dimension == quantity.Proportion {
		return nil, false
	}
	one := quantity.Per(by.value, c.by.Rat())
	return []quantity.Interval{diff.Scale(one.Inv(one))}, c.by.Rat().Sign() != 0
}

// bounded reports a figure that is only said to be reached or not exceeded, or a range.
func bounded(q quantity.Quantity) bool { return oneSided(q.Bound) || q.Upper != "" }

// spread is the interval a printed figure stands for, in base units. A count is what it is.
func spread(q quantity.Quantity) quantity.Interval {
	w, ok := inBaseUnits(q)
	if !ok {
		return quantity.Interval{}
	}
	if v := q.Rat(); v.IsInt() && quantity.Compare(v, w.value) == 0 && q.Unit != "" && counted(w.dimension) {
		return quantity.Interval{Low: w.value, High: w.value}
	}
	half := w.half()
	return quantity.Interval{Low: quantity.Minus(w.value, half), High: quantity.Plus(w.value, half)}
}

// magnitude is the interval of absolute values.
func magnitude(i quantity.Interval) quantity.Interval {
	low, high := new(big.Rat).Abs(i.Low), new(big.Rat).Abs(i.High)
	if quantity.Compare(low, high) > 0 {
		low, high = high, low
	}
	if i.Low.Sign() < 0 && i.High.Sign() > 0 {
		low = new(big.Rat)
	}
	return quantity.Interval{Low: low, High: high}
}

// holds judges the change in size and in direction.
func (c change) holds(due []quantity.Interval) bool {
	printed, ok := quantity.Printed(c.by.Value)
	if !ok {
		return true
	}
	if order := quantity.Compare(spread(c.now).Low, spread(c.before).Low); c.rising != 0 && order != 0 && order != c.rising && c.by.Rat().Sign() > 0 {
		return false
	}
	for _, d := range due {
		if printed.Meets(d) {
			return true
		}
	}
	return false
}

func (c change) finding(due []quantity.Interval) finding.Finding {
	should := quantity.FormatRat(middleOf(due[0]), max(quantity.Decimals(c.by.Value), min(2, quantity.Decimals(c.now.Value)))) + c.by.Unit
	level := finding.Error
	if c.loose {
		level = finding.Warning
	}
	return finding.Finding{
		Level: level, Subject: c.subject, Printed: c.byText, Due: should,
		Says: both("按 %[1]s 与 %[2]s 重算，增减应为 %[3]s，正文写为 %[4]s，请核对",
			"From %[2]s to %[1]s the change is %[3]s, the text says %[4]s", c.nowText, c.wasText, should, c.byText),
		Working: c.nowText + " − " + c.wasText + " → " + should,
		Place:   c.place, Also: c.also,
	}
}
