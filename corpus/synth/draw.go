package synth

import (
	"math/big"
	"math/rand/v2"
	"strings"
)

// wish is what a report has to hold so that something can be put wrong in it.
type wish struct {
	told     bool // running text
	parts    bool // more than one row of money
	missed   bool // a row that fell short
	dated    bool
	zero     bool
	process  bool
	adjusted bool // a budget that was changed in the year
}

// drawer draws one report.
type drawer struct {
	rnd         *rand.Rand
	w           *words
	r           *report
	used        map[string]bool
	scale       bool   // words are grades of a scale
	contentment string // what the form calls the level-2 block of satisfaction
}

// draw makes a sound report to the plan: everything in it agrees.
func draw(rnd *rand.Rand, w *words, p plan, province string, want wish) *report {
	r := &report{kind: p.kind, style: drawStyle(rnd), year: 2017 + rnd.IntN(8)}
	d := &drawer{rnd: rnd, w: w, r: r, used: map[string]bool{}, scale: p.scale}
	d.contentment = pick(rnd, []string{"服务对象满意度指标", "服务对象满意度指标", "服务对象满意度", "满意度指标"})
	d.names(province)
	d.money(p, want)
	for g := range max(p.goals, 1) {
		one := goal{}
		if p.goals > 0 {
			one.name = "年度绩效目标" + itoa(g+1)
		}
		for _, b := range p.blocks {
			one.blocks = append(one.blocks, d.block(b, p.equal))
		}
		r.goals = append(r.goals, one)
	}
	d.results(want)
	if p.execRow != "" {
		d.execRow(p.execRow)
	}
	r.settle()
	r.told = want.told
	if p.kind == "department" && chance(rnd, .5) {
		d.projects()
	}
	if r.told {
		d.facts()
	}
	return r
}

func (d *drawer) names(province string) {
	r := d.r
	if province != "" && chance(d.rnd, .6) {
		r.province = province
	}
	r.theme = pick(d.rnd, d.w.Themes)
	r.place = pick(d.rnd, d.w.Places) + pick(d.rnd, d.w.Ranks)
	r.department = r.place + r.theme.Bureaus[0]
	r.unit = r.place + pick(d.rnd, r.theme.Bureaus)
	if r.kind == "department" {
		r.department = r.unit
	}
	r.project = pick(d.rnd, []string{"", "", itoa(r.year) + "年", r.place}) + pick(d.rnd, r.theme.Projects) + pick(d.rnd, []string{"项目", "经费", "专项资金", "补助资金"})
	r.code = "5109" + itoa(100000+d.rnd.IntN(899999)) + "T" + itoa(100000000+d.rnd.IntN(899999999))
	r.person = pick(d.rnd, d.w.Surnames)
}

// money draws the funds. The total is the exact sum of its parts.
func (d *drawer) money(p plan, want wish) {
	r, rnd := d.r, d.rnd
	size := pick(rnd, []int{8, 40, 120, 380, 900, 2600, 14000})
	n := 1 + rnd.IntN(3)
	if want.parts {
		n = 2 + rnd.IntN(2)
	}
	r.fund = fund{budget: "0", spent: "0", weight: p.exec}
	for i := range n {
		part := d.part(size, i)
		r.parts = append(r.parts, part)
		r.fund.budget, r.fund.spent = add(r.fund.budget, part.budget), add(r.fund.spent, part.spent)
	}
	r.fund.initial = r.fund.budget
	if (chance(rnd, .2) || want.adjusted) && !p.fixed {
		d.adjust()
	}
	if compare(r.fund.spent, r.fund.budget) < 0 {
		r.spends = pick(rnd, d.w.Spending)
	}
	r.reckon(&r.fund)
	for i := range r.parts {
		r.reckon(&r.parts[i])
	}
}

// part draws one source of money: mostly spent in full or nearly, the later ones at times nil.
func (d *drawer) part(size, i int) fund {
	r, rnd := d.r, d.rnd
	if i > 0 && chance(rnd, .3) {
		zero := rounded(new(big.Rat), r.style.moneyPlace)
		return fund{initial: zero, budget: zero, spent: zero}
	}
	cents := int64(size*100/(1+3*i)) * int64(50+rnd.IntN(100)) / 100
	scale := int64(100)
	if r.style.money == "元" {
		cents *= 10000
	}
	tail := int64(0)
	if r.style.moneyPlace > 2 {
		tail = int64(rnd.IntN(10000))
	}
	budget := new(big.Rat).Add(big.NewRat(cents+int64(rnd.IntN(100)), scale), big.NewRat(tail, scale*10000))
	f := fund{budget: rounded(budget, r.style.moneyPlace)}
	f.initial, f.spent = f.budget, f.budget
	if chance(rnd, .7) {
		f.spent = times(f.budget, int64(9200+rnd.IntN(790)), 10000, r.style.moneyPlace)
	}
	return f
}

// adjust changes the budget of the first source in the year.
func (d *drawer) adjust() {
	f := &d.r.parts[0]
	f.initial = times(f.budget, int64(80+d.rnd.IntN(16)), 100, d.r.style.moneyPlace)
	d.r.fund.initial = "0"
	for _, p := range d.r.parts {
		d.r.fund.initial = add(d.r.fund.initial, p.initial)
	}
	d.r.added = pick(d.rnd, d.w.Added[:2])
}

// block draws the rows of a block and shares its weight out.
func (d *drawer) block(b design, equal bool) block {
	n := b.rows[0] + d.rnd.IntN(b.rows[1]-b.rows[0]+1)
	if equal {
		n = fairNumber(b.weight, n)
	}
	out := block{name: b.name, weight: itoa(b.weight)}
	for i, w := range shares(d.rnd, b.weight, n, equal) {
		x := d.row(b.kind, i, n)
		x.weight = w
		out.rows = append(out.rows, x)
	}
	return out
}

// fairNumber is the nearest number of rows, downwards, by which the weight divides to two decimals.
func fairNumber(weight, n int) int {
	for weight*100%n != 0 {
		n--
	}
	return n
}

// shares splits a weight: equally where that is wanted or comes out even, otherwise into whole or halved points.
func shares(rnd *rand.Rand, weight, n int, equal bool) []string {
	list := make([]string, n)
	if equal || weight*10%n == 0 && chance(rnd, .6) {
		for i := range list {
			list[i] = trimmed(rounded(big.NewRat(int64(weight), int64(n)), 2))
		}
		return list
	}
	unit := 1
	if weight/n < 4 || chance(rnd, .15) {
		unit = 2
	}
	base := weight * unit / n
	rest := weight*unit - base*n
	for i := range list {
		w := base
		if i < rest {
			w++
		}
		list[i] = trimmed(rounded(big.NewRat(int64(w), int64(unit)), 1))
	}
	rnd.Shuffle(n, func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// results gives every row its score, once its weight is known.
func (d *drawer) results(want wish) {
	var open []*row // rows that could fall short
	short := false
	for _, x := range d.r.rows() {
		if x.quantified() && x.shape != none {
			open = append(open, x)
			short = short || x.missed
		}
	}
	if want.missed && !short && len(open) > 0 {
		d.miss(pick(d.rnd, open))
	}
	rows := d.r.rows()
	if want.zero && len(rows) > 0 {
		for _, x := range rows {
			if x.shape == ceiling || x.shape == counted {
				weight := x.weight
				*x = *d.zero()
				x.weight = weight
				break
			}
		}
	}
	if want.dated {
		for _, x := range rows {
			if x.shape == percent || x.shape == dated {
				weight := x.weight
				*x = *d.deadline()
				x.weight = weight
				break
			}
		}
	}
	for _, x := range rows {
		d.grade(x)
	}
}

// projects lists a department's projects with the scores they gave themselves.
func (d *drawer) projects() {
	for i, name := range d.r.theme.Projects[:2+d.rnd.IntN(3)] {
		part := d.part(40, 3*i)
		if isZero(part.budget) {
			continue
		}
		score := itoa(88+d.rnd.IntN(12)) + "." + itoa(1+d.rnd.IntN(9))
		d.r.reckon(&part)
		d.r.list = append(d.r.list, listed{name, part.budget, part.spent, part.rate, score})
	}
}

// execRow makes the execution rate an ordinary row of the block.
func (d *drawer) execRow(name string) {
	f := &d.r.fund
	x := &row{level2: "资金管理", shape: percent, name: "预算执行率", value: "100", unit: "%", got: f.rate, gotUnit: "%", weight: f.weight}
	x.missed = compare(f.rate, "100") < 0
	if x.missed {
		x.reason = d.r.spends + "。"
	}
	x.score = d.r.due(x)
	x.review = x.score
	f.weight, f.score = "", ""
	for _, b := range d.r.blocks() {
		if b.name == name {
			b.weight = add(b.weight, x.weight)
			b.rows = append(b.rows, x)
		}
	}
}

// grade scores a row by its result; a row judged by requirements may lose steps.
func (d *drawer) grade(x *row) {
	if x.shape == process {
		d.judge(x)
	} else {
		x.score = d.r.due(x)
	}
	if x.missed && x.reason == "" {
		x.reason = pick(d.rnd, d.w.Causes) + "。改进措施" + d.r.style.colon + pick(d.rnd, d.w.Remedies) + "。"
	}
	x.review = x.score
}

// judge takes off so many steps of the row's own rule.
func (d *drawer) judge(x *row) {
	step := "0.5"
	if compare(x.weight, "3") < 0 {
		step = "0.2"
	}
	k := 0
	if chance(d.rnd, .2) {
		k = 1
	}
	n := 3 + d.rnd.IntN(3)
	items := append([]string(nil), d.w.Checklist...)
	d.rnd.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	var text strings.Builder
	for i, item := range items[:n] {
		text.WriteString(string(rune('①'+i)) + item + "；")
	}
	x.rule = strings.TrimSuffix(text.String(), "；") + "。" + strings.ReplaceAll(pick(d.rnd, d.w.Rules), "{d}", step)
	x.score = d.r.style.points(new(big.Rat).Sub(number(x.weight), number(times(step, int64(k), 1, 2))))
	if d.r.style.scorePlace < 2 && decimals(x.weight) > d.r.style.scorePlace {
		x.score = x.weight
		k = 0
	}
	if k > 0 {
		x.missed = true
		x.reason = items[0] + "方面有一项不符合要求，已整改。"
	}
}
