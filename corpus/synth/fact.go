package synth

import (
	"math/big"
	"math/rand/v2"
	"strings"
)

// fact is a passage of running text whose figures hang together: a change against last year, shares, a
// counted list. It is told beside the form and repeats none of its rows.
type fact struct {
	kind    string
	text    string
	printed string // the figure that may be wrong
	due     string
}

// factMaker writes one fact; off puts its figure wrong.
type factMaker func(rnd *rand.Rand, r *report, off bool) fact

func factMakers() []factMaker {
	return []factMaker{changeFact, shareFact, whichFact, listFact, togetherFact, classFact, assetFact, staffFact}
}

// facts draws the facts that a report tells.
func (d *drawer) facts() {
	for _, make := range factMakers() {
		if chance(d.rnd, .2) {
			d.r.facts = append(d.r.facts, make(d.rnd, d.r, false))
		}
	}
}

// misfact tells a fact of the kind with a wrong figure, in place of the sound one.
func misfact(make factMaker) func(*spoiler) *hit {
	return func(p *spoiler) *hit {
		wrong := make(p.rnd, p.r, true)
		if wrong.text == "" {
			return nil
		}
		var kept []fact
		for _, f := range p.r.facts {
			if f.kind != wrong.kind {
				kept = append(kept, f)
			}
		}
		p.r.facts = append(kept, wrong)
		return &hit{near: []string{wrong.printed}, printed: wrong.printed, due: wrong.due}
	}
}

// changeFact is a count with last year's and the growth.
func changeFact(rnd *rand.Rand, r *report, off bool) fact {
	thing := pick(rnd, []measure{{"接待群众来访", "人次", "1"}, {"办理各类业务", "件", "1"}, {"印发宣传材料", "份", "1"}, {"开展督导检查", "次", "1"}})
	before := 200 + rnd.IntN(3000)
	now := before + 30 + rnd.IntN(before/2)
	if chance(rnd, .3) {
		before, now = now, before
	}
	way, gap := "增长", now-before
	if gap < 0 {
		way, gap = "下降", -gap
	}
	due := rounded(big.NewRat(int64(gap)*100, int64(before)), 2)
	shown := due
	if off {
		shown = add(due, "3.17")
	}
	return fact{kind: "change", printed: shown + "%", due: due + "%",
		text: itoa(r.year) + "年" + thing.name + itoa(now) + thing.unit + "，上年为" + itoa(before) + thing.unit + "，同比" + way + shown + "%。"}
}

// halves splits the money spent in two.
func halves(rnd *rand.Rand, r *report) (first, second string) {
	first = times(r.fund.spent, int64(25+rnd.IntN(50)), 100, r.style.moneyPlace)
	return first, less(r.fund.spent, first)
}

// shareFact splits what was spent into two parts with their shares.
func shareFact(rnd *rand.Rand, r *report, off bool) fact {
	x, y := halves(rnd, r)
	if compare(x, "20") < 0 || compare(y, "20") < 0 {
		return fact{}
	}
	share := func(v string) string {
		return rounded(new(big.Rat).Mul(quotient(v, r.fund.spent), big.NewRat(100, 1)), 1)
	}
	due := share(x)
	shown := due
	if off {
		shown = add(due, "6.3")
	}
	return fact{kind: "shares", printed: shown + "%", due: due + "%",
		text: "按支出用途分，全年支出" + r.style.amount(r.fund.spent) + r.style.money + "，其中商品和服务支出" + r.style.amount(x) + r.style.money + "，占" + shown + "%；对个人和家庭的补助" + r.style.amount(y) + r.style.money + "，占" + share(y) + "%。"}
}

// whichFact splits what was spent into two parts that have to make it up.
func whichFact(rnd *rand.Rand, r *report, off bool) fact {
	x, y := halves(rnd, r)
	if compare(x, "20") < 0 || compare(y, "20") < 0 {
		return fact{}
	}
	due := y
	if off {
		y = times(y, 5, 4, r.style.moneyPlace)
	}
	return fact{kind: "of-which", printed: r.style.amount(y), due: due,
		text: "全年支出" + r.style.amount(r.fund.spent) + r.style.money + "，其中：设备购置费" + r.style.amount(x) + r.style.money + "，劳务及服务费" + r.style.amount(y) + r.style.money + "。"}
}

var tasks = []string{"政策宣传", "业务培训", "实地核查", "数据汇总", "台账整理", "材料归档", "问题整改", "督促检查"}

func listed4(rnd *rand.Rand) []string {
	list := append([]string(nil), tasks...)
	rnd.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:3+rnd.IntN(3)]
}

// listFact counts no fewer things than it lists.
func listFact(rnd *rand.Rand, _ *report, off bool) fact {
	list := listed4(rnd)
	n := len(list) + rnd.IntN(3)
	if off {
		n = len(list) - 1
	}
	return fact{kind: "list", printed: itoa(n) + "项", due: itoa(len(list)),
		text: "年内组织实施了" + strings.Join(list, "、") + "等" + itoa(n) + "项工作。"}
}

// togetherFact counts just what it lists.
func togetherFact(rnd *rand.Rand, _ *report, off bool) fact {
	list := listed4(rnd)
	n := len(list)
	if off {
		n++
	}
	return fact{kind: "together", printed: itoa(n) + "项", due: itoa(len(list)),
		text: "年内重点工作包括" + strings.Join(list, "、") + "共" + itoa(n) + "项。"}
}

// classFact splits a count into classes.
func classFact(rnd *rand.Rand, _ *report, off bool) fact {
	a, b, c := 20+rnd.IntN(60), 10+rnd.IntN(40), 3+rnd.IntN(15)
	n := a + b + c
	if off {
		n -= 2
	}
	return fact{kind: "classes", printed: itoa(n) + "个", due: itoa(a + b + c),
		text: "全年共排查点位" + itoa(n) + "个，其中一类点位" + itoa(a) + "个、二类点位" + itoa(b) + "个、三类点位" + itoa(c) + "个。"}
}

// assetFact is cost, depreciation and net value.
func assetFact(rnd *rand.Rand, _ *report, off bool) fact {
	cost := rounded(big.NewRat(int64(20000+rnd.IntN(400000)), 100), 2)
	worn := times(cost, int64(20+rnd.IntN(50)), 100, 2)
	due := less(cost, worn)
	shown := due
	if off {
		shown = add(due, "1.2")
	}
	return fact{kind: "assets", printed: shown + "万元", due: due,
		text: "年末固定资产原值" + cost + "万元，累计折旧" + worn + "万元，净值" + shown + "万元。"}
}

// staffFact is the staff with its parts.
func staffFact(rnd *rand.Rand, _ *report, off bool) fact {
	serving, retired := 12+rnd.IntN(90), 2+rnd.IntN(20)
	n := serving + retired
	if off {
		n += 3
	}
	return fact{kind: "staff", printed: itoa(n) + "人", due: itoa(serving + retired),
		text: "年末单位实有人数" + itoa(n) + "人，其中在职" + itoa(serving) + "人、退休" + itoa(retired) + "人。"}
}
