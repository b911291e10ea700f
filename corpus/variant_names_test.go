package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// namer makes indicators, no two of one report with the same name.
type namer struct {
	rnd  *rand.Rand
	year int
	used map[string]bool
}

// row makes row i of n of a block: an output, an effect or a satisfaction indicator, by the block's name.
func (n *namer) row(block string, i, of int) row {
	delight := strings.Contains(block, "满意")
	effect := strings.Contains(block, "效")
	if delight || effect && i == of-1 && chance(n.rnd, .8) {
		return n.satisfaction()
	}
	r := n.shape()
	r.Level2 = pick(n.rnd, outputKinds)
	if effect {
		r.Level2 = pick(n.rnd, effectKinds)
	}
	return r
}

func (n *namer) satisfaction() row {
	for {
		name := pick(n.rnd, people) + "对" + pick(n.rnd, subjects) + pick(n.rnd, works) + "满意度"
		if n.fresh(name) {
			t := 80 + n.rnd.IntN(16)
			return row{Level2: pick(n.rnd, delightKind), Name: name, Target: fmt.Sprintf(">=%d%%", t), Actual: n.percent(t)}
		}
	}
}

// shape makes a row of one of the shapes that targets have.
func (n *namer) shape() row {
	shapes := []func() row{n.rate, n.rate, n.whole, n.count, n.count, n.amount, n.ceiling, n.word, n.deadline}
	return pick(n.rnd, shapes)()
}

func (n *namer) rate() row {
	t := 70 + n.rnd.IntN(29)
	return row{Name: n.name(pick(n.rnd, rates)), Target: fmt.Sprintf(">=%d%%", t), Actual: n.percent(t)}
}

func (n *namer) whole() row {
	actual := "100%"
	if chance(n.rnd, .3) {
		actual = fmt.Sprintf("%d%%", 88+n.rnd.IntN(12))
	}
	return row{Name: n.name(pick(n.rnd, rates)), Target: "100%", Actual: actual}
}

func (n *namer) count() row {
	c := pick(n.rnd, counted)
	t := pick(n.rnd, []int{8, 12, 20, 36, 60, 85, 120, 240, 500, 1200, 4500, 16000})
	return row{Name: n.name(c[0]), Target: ">=" + integer(t) + c[1], Actual: integer(n.around(t)) + c[1]}
}

func (n *namer) amount() row {
	c := pick(n.rnd, large)
	t := 11 + n.rnd.IntN(900)
	a := n.around(t)
	return row{Name: n.name(c[0]), Target: fmt.Sprintf(">=%d.%d%s", t/10, t%10, c[1]), Actual: fmt.Sprintf("%d.%d%s", a/10, a%10, c[1])}
}

func (n *namer) ceiling() row {
	c := pick(n.rnd, ceilings)
	t := 20 + n.rnd.IntN(80)
	a := t - n.rnd.IntN(t/5)
	if chance(n.rnd, .15) {
		a = t + 1 + n.rnd.IntN(t/10)
	}
	return row{Name: n.name(c[0]), Target: "<=" + integer(t) + c[1], Actual: integer(a) + c[1]}
}

func (n *namer) word() row {
	c := pick(n.rnd, graded)
	return row{Name: n.name(c[0]), Target: c[1], Actual: c[1]}
}

func (n *namer) deadline() row {
	month := 6 + n.rnd.IntN(7)
	return row{Name: n.name("完成时间"), Target: fmt.Sprintf("%d年%d月底前", n.year, month), Actual: fmt.Sprintf("%d年%d月", n.year, month-n.rnd.IntN(3))}
}

// name makes a name that no row has yet and that is no part of another name.
func (n *namer) name(measure string) string {
	for {
		name := pick(n.rnd, subjects) + pick(n.rnd, works) + measure
		if chance(n.rnd, .1) {
			name += pick(n.rnd, []string{"（含乡镇）", "（市级）"})
		}
		if n.fresh(name) {
			return name
		}
	}
}

func (n *namer) fresh(name string) bool {
	for other := range n.used {
		if strings.Contains(name, other) || strings.Contains(other, name) {
			return false
		}
	}
	n.used[name] = true
	return true
}

// percent is a result for a target of t percent: mostly met, at times with a decimal place.
func (n *namer) percent(t int) string {
	a := t + n.rnd.IntN(101-t)
	if chance(n.rnd, .2) {
		a = t - 1 - n.rnd.IntN(6)
	}
	if a < 100 && chance(n.rnd, .2) {
		return fmt.Sprintf("%d.%d%%", a, 1+n.rnd.IntN(9))
	}
	return fmt.Sprintf("%d%%", a)
}

// around is a result for a counted target: mostly at or a little over it.
func (n *namer) around(t int) int {
	if chance(n.rnd, .2) {
		return t - 1 - n.rnd.IntN(max(1, t/8))
	}
	return t + n.rnd.IntN(max(1, t/5))
}
