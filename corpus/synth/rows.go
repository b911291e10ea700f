package synth

import (
	"math/big"
	"strings"
)

// row draws row i of n of a block, without weight and score.
func (d *drawer) row(kind blockKind, i, n int) *row {
	switch kind {
	case outputs:
		return d.output(i, n)
	case effects:
		return d.effect(i, n)
	case both:
		if i == n-1 {
			return d.satisfaction()
		}
		return d.effect(i, n)
	case delight:
		return d.satisfaction()
	case decide:
		return d.process("立项和目标", d.w.Decision)
	case manage:
		return d.process("过程控制", d.w.Management)
	}
	return d.process("履职效果", d.r.theme.Rates)
}

// output draws the rows of an output block in the order of their kinds: quantity, quality, time, cost.
func (d *drawer) output(i, n int) *row {
	switch {
	case n >= 4 && i == n-1:
		return d.cost()
	case n >= 4 && i == n-2:
		return d.deadline()
	case i >= (n-1)/2:
		return d.percent()
	}
	return d.count()
}

func (d *drawer) count() *row {
	c := choose(d, d.r.theme.Counts, measure.called)
	x := &row{level2: "数量指标", shape: counted, bound: ">=", unit: c.unit, gotUnit: c.unit}
	x.name = d.fresh(c.name)
	x.value = d.size(c.size)
	d.over(x)
	if chance(d.rnd, .12) {
		x.bound = pick(d.rnd, []string{"=", ""})
		x.got = x.value
		x.missed = false
	}
	x.last = times(x.got, int64(80+d.rnd.IntN(20)), 100, decimals(x.got))
	if strings.HasSuffix(c.unit, "人") && decimals(x.value) == 0 && !x.missed && chance(d.rnd, .15) {
		x.got, x.about = x.value, true
	}
	return x
}

func (d *drawer) percent() *row {
	x := &row{level2: "质量指标", shape: percent, unit: "%", gotUnit: "%"}
	x.name = d.fresh(choose(d, d.r.theme.Rates, itself))
	if chance(d.rnd, .5) {
		x.value, x.bound, x.got = "100", pick(d.rnd, []string{"", "=", "="}), "100"
		if chance(d.rnd, .12) {
			d.miss(x)
		}
		return x
	}
	x.bound, x.value = ">=", itoa(80+d.rnd.IntN(19))
	d.upTo100(x)
	return x
}

func (d *drawer) satisfaction() *row {
	x := &row{level2: d.contentment, shape: content, bound: ">=", unit: "%", gotUnit: "%"}
	x.name = d.fresh(pick(d.rnd, d.r.theme.People) + pick(d.rnd, []string{"满意度", "满意率", "对" + pick(d.rnd, d.r.theme.Projects) + "工作满意度"}))
	x.value = itoa(80 + 5*d.rnd.IntN(4))
	d.upTo100(x)
	return x
}

// upTo100 draws a result for a target in percent.
func (d *drawer) upTo100(x *row) {
	t := int(number(x.value).Num().Int64())
	x.got = itoa(t + d.rnd.IntN(101-t))
	if x.got != "100" && chance(d.rnd, .25) {
		x.got += "." + itoa(1+d.rnd.IntN(9))
	}
	if chance(d.rnd, .15) {
		d.miss(x)
	}
}

func (d *drawer) cost() *row {
	c := choose(d, d.r.theme.Costs, measure.called)
	x := &row{level2: "成本指标", shape: cost, bound: "<=", unit: c.unit, gotUnit: c.unit, name: d.fresh(c.name), value: d.size(c.size)}
	d.under(x)
	return x
}

func (d *drawer) effect(i, n int) *row {
	switch k := d.rnd.IntN(8); {
	case k < 2:
		c := choose(d, d.r.theme.Gains, measure.called)
		x := &row{level2: "社会效益指标", shape: counted, bound: ">=", unit: c.unit, gotUnit: c.unit, name: d.fresh(c.name)}
		if c.unit == "%" && compare(c.size, "75") > 0 {
			x.value = c.size
			d.upTo100(x)
			return x
		}
		x.value = d.size(c.size)
		d.over(x)
		return x
	case k == 2:
		c := choose(d, d.r.theme.Ceilings, measure.called)
		x := &row{level2: "社会效益指标", shape: ceiling, bound: "<=", unit: c.unit, gotUnit: c.unit, name: d.fresh(c.name), value: c.size}
		d.under(x)
		return x
	case k == 3 && i == 0:
		return d.zero()
	}
	return d.worded()
}

func (d *drawer) worded() *row {
	e := choose(d, d.r.theme.Effects, effect.called)
	x := &row{level2: e.kind + "指标", shape: worded, name: d.fresh(e.name), words: e.reached, gotWords: e.reached}
	switch {
	case d.scale && chance(d.rnd, .5):
		x.words, x.gotWords = "优良中低差", "优"
		if chance(d.rnd, .3) {
			x.words, x.gotWords = "好坏", "好"
		}
	case chance(d.rnd, .1):
		x.missed, x.gotWords = true, "部分达成预期指标"
	case chance(d.rnd, .2):
		x.gotWords = "达成预期指标"
	}
	return x
}

func (d *drawer) zero() *row {
	name := pick(d.rnd, []string{"安全责任事故发生起数", "重大舆情事件发生起数", "违规违纪问题起数"})
	return &row{level2: "社会效益指标", shape: none, bound: "=", name: d.fresh(name), value: "0", unit: "起", got: "0", gotUnit: "起"}
}

func (d *drawer) deadline() *row {
	m := 7 + d.rnd.IntN(6)
	got := m - 1 - d.rnd.IntN(3)
	y, month, done := itoa(d.r.year), itoa(m), itoa(got)
	form := d.rnd.IntN(4)
	x := &row{level2: "时效指标", shape: dated, name: d.fresh(pick(d.rnd, []string{"完成时间", "任务完成时限", "验收完成时间", "资金兑付完成时间"}))}
	x.words = []string{y + "年" + month + "月底前", month + "月底前", y + "年" + month + "月30日前完成", y + "年" + month + "月底之前完成"}[form]
	x.gotWords = []string{y + "年" + done + "月", done + "月底完成", y + "年" + done + "月18日完成", y + "年" + done + "月底完成"}[form]
	return x
}

func (d *drawer) process(level2 string, names []string) *row {
	return &row{level2: level2, shape: process, name: d.fresh(choose(d, names, itself))}
}

// size varies a usual size, keeping its decimals and, for large ones, two leading figures.
func (d *drawer) size(usual string) string {
	places := decimals(usual)
	v := number(times(usual, int64(50+d.rnd.IntN(100)), 100, places))
	if places == 0 && v.Cmp(big.NewRat(100, 1)) > 0 && chance(d.rnd, .6) {
		return nice(rounded(v, 0))
	}
	if v.Cmp(big.NewRat(2, 1)) < 0 && places == 0 {
		return "2"
	}
	if v.Sign() == 0 {
		return usual
	}
	return rounded(v, places)
}

func nice(s string) string { return s[:2] + strings.Repeat("0", len(s)-2) }

// over draws a result that reaches its target, at times goes over it, at times falls short.
func (d *drawer) over(x *row) {
	x.got = x.value
	if chance(d.rnd, .45) {
		x.got = times(x.value, int64(100+d.rnd.IntN(18)), 100, decimals(x.value))
	}
	if chance(d.rnd, .15) {
		d.miss(x)
	}
}

// under draws a result that keeps below a ceiling, at times not.
func (d *drawer) under(x *row) {
	places := decimals(x.value)
	if divisible(x.unit) {
		places = max(places, 1)
	}
	x.got = times(x.value, int64(86+d.rnd.IntN(15)), 100, places)
	x.got = trimmed(x.got)
	if chance(d.rnd, .1) {
		d.miss(x)
	}
}

// divisible reports whether a result in the unit may have a fraction: 11.5% but not 11.5件.
func divisible(unit string) bool {
	return !strings.Contains("件起天盏间个元", strings.Split(unit, "/")[0])
}

// miss lets a result fall short of its target by 3 to 20 of a hundred.
func (d *drawer) miss(x *row) {
	places := decimals(x.value)
	off := int64(3 + d.rnd.IntN(17))
	if x.unit == "%" && x.bound != "<=" {
		places = 0
	}
	if compare(x.value, "5") < 0 {
		places = max(places, 2)
		if x.shape == counted && decimals(x.value) == 0 {
			places, off = 0, 50
		}
	}
	if x.bound == "<=" {
		x.got = times(x.value, 100+off, 100, places)
	} else {
		x.got = times(x.value, 100-off, 100, places)
	}
	x.about = false
	x.missed = compare(x.got, x.value) != 0
}

// fresh makes a name that no row has and that is no part of another.
func (d *drawer) fresh(name string) string {
	prefixes := []string{"", "新增", "重点", "全年", "年度", "辖区", "当年", "城区", "乡镇", "基层", "东片区", "西片区", "试点", "首批", "第二批", "南部", "北部"}
	for _, p := range prefixes {
		if d.free(p + name) {
			d.used[p+name] = true
			return p + name
		}
	}
	for i := 2; ; i++ {
		if n := name + "（第" + itoa(i) + "类）"; d.free(n) {
			d.used[n] = true
			return n
		}
	}
}

func (d *drawer) free(name string) bool { return !d.used[name] }

// choose takes one whose name is not used yet, while there are any.
func choose[T any](d *drawer, list []T, name func(T) string) T {
	at := d.rnd.IntN(len(list))
	for i := range list {
		if c := list[(at+i)%len(list)]; d.free(name(c)) {
			return c
		}
	}
	return list[at]
}

func itself(s string) string { return s }

func (m measure) called() string { return m.name }

func (e effect) called() string { return e.name }
